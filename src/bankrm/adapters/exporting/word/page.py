"""Paper, fonts and fields: what python-docx has no words for stands here, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

FONT = "BIZ UDPゴシック"
FONT_SUBSTITUTES = "BIZ UDPGothic,Yu Gothic,Meiryo,Noto Sans CJK JP,IPAexGothic"
BODY_PT, SMALL_PT, TITLE_PT = 9.0, 8.0, 14.0
LEADING, LEADING_OF_NOTES = 1.34, 1.25
SIDE_MM, TOP_MM, BOTTOM_MM = 16, 17, 15
WIDTH = Mm(210 - 2 * SIDE_MM)
GREY = "EDEDED"
RULE = "808080"
_CELL_MARGIN = 70  # twentieths of a point


def new_document() -> Document:
    """An empty A4 sheet, upright, Japanese throughout."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(SIDE_MM)
    section.top_margin, section.bottom_margin = Mm(TOP_MM), Mm(BOTTOM_MM)
    section.header_distance, section.footer_distance = Mm(8), Mm(7)
    _set_style(document.styles["Normal"], BODY_PT)
    return document


def _set_style(style: Any, size: float) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(kind), FONT)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)
    language = _child("w:lang", val="en-US", eastAsia="ja-JP")
    style.element.get_or_add_rPr().append(language)
    tight(style.paragraph_format)


def tight(form: Any, before: float = 0, after: float = 1.2, size: float = BODY_PT, leading: float = LEADING) -> None:
    """Spacing of a paragraph or style in points; lines as high as `size` needs. An exact height, since fonts that stand in for
    another claim up to half as much again, and the same paper should fill the same pages everywhere."""
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), Pt(round(size * leading, 1))


def write(paragraph: Paragraph, text: str, *, bold: bool = False, size: float | None = None) -> Run:
    """Add a run; characters that XML cannot hold are left out, line breaks stay."""
    run = paragraph.add_run("".join(c for c in text if c in "\n\t" or (c >= " " and c not in "\ufffe\uffff")))
    run.bold = bold or None
    if size:
        run.font.size = Pt(size)
    return run


def hang(paragraph: Paragraph, left_mm: float, mark_mm: float) -> None:
    """Indent by `left_mm`, with a mark that stands `mark_mm` before the text."""
    form = paragraph.paragraph_format
    form.left_indent, form.first_line_indent = Mm(left_mm), -Mm(mark_mm)
    form.tab_stops.add_tab_stop(Mm(left_mm))


def two_columns(document: Document, gap_mm: float) -> None:
    """What follows stands in two columns of even length, on the same page where there is room."""
    section: Any = document.add_section(WD_SECTION.CONTINUOUS)._sectPr
    columns = section.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), str(Mm(gap_mm).twips))


def running_line(paragraph: Paragraph, document: Document) -> None:
    """A line of header or footer: small, with one tab stop at the right margin (the style of headers has others)."""
    paragraph.style = document.styles["Normal"]
    tight(paragraph.paragraph_format, after=0, size=SMALL_PT)
    paragraph.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)


def to_the_right(paragraph: Paragraph) -> None:
    """What stands behind a tab ends at the right margin."""
    paragraph.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)


def field(paragraph: Paragraph, instruction: str) -> None:
    """A field that Word computes: PAGE, NUMPAGES."""
    for kind in ("begin", "instr", "separate", "text", "end"):
        run = write(paragraph, "1" if kind == "text" else "", size=SMALL_PT)
        if kind == "instr":
            code = OxmlElement("w:instrText")
            code.text = instruction
            run._r.append(code)
        elif kind != "text":
            run._r.append(_child("w:fldChar", fldCharType=kind))


def underline_paragraph(paragraph: Paragraph, eighths: int = 6) -> None:
    """A rule below the paragraph, in eighths of a point."""
    _border_of(paragraph, "bottom", eighths, 1)


def overline_paragraph(paragraph: Paragraph, eighths: int = 4) -> None:
    """A rule above the paragraph, in eighths of a point."""
    _border_of(paragraph, "top", eighths, 3)


def _border_of(paragraph: Paragraph, side: str, eighths: int, space: int) -> None:
    properties: Any = paragraph._p.get_or_add_pPr()
    borders = OxmlElement("w:pBdr")
    borders.append(_child(f"w:{side}", val="single", sz=str(eighths), space=str(space), color="000000"))
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr")


def as_heading(paragraph: Paragraph, level: int) -> None:
    """Put the paragraph into Word's outline (navigation), whatever it looks like."""
    properties: Any = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(_child("w:outlineLvl", val=str(level)), "w:rPr", "w:sectPr")
    paragraph.paragraph_format.keep_with_next = True


def add_table(document: Document, rows: int, widths_mm: Sequence[float], *, ruled: bool = True) -> Table:
    """A table of fixed column widths with thin grey rules."""
    table: Table = document.add_table(rows=rows, cols=len(widths_mm))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    properties = table._tbl.tblPr
    properties.append(_child("w:tblInd", w=str(_CELL_MARGIN), type="dxa"))
    properties.append(_borders(ruled))
    properties.append(_cell_margins())
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    return table


def _borders(ruled: bool) -> Any:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_child(f"w:{side}", val="single" if ruled else "nil", sz="4", space="0", color=RULE))
    return borders


def _cell_margins() -> Any:
    margins = OxmlElement("w:tblCellMar")
    for side, twips in (("top", "20"), ("left", str(_CELL_MARGIN)), ("bottom", "20"), ("right", str(_CELL_MARGIN))):
        margins.append(_child(f"w:{side}", w=twips, type="dxa"))
    return margins


def shade(cell: _Cell) -> None:
    """Light grey, as label cells of forms have it; legible in black and white."""
    properties: Any = cell._tc.get_or_add_tcPr()
    properties.append(_child("w:shd", val="clear", color="auto", fill=GREY))


def keep_row(table: Table, row: int, *, header: bool = False) -> None:
    """Do not break the row over two pages; repeat a header row on each."""
    properties: Any = table.rows[row]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if header:
        properties.append(OxmlElement("w:tblHeader"))


def gap(document: Document) -> None:
    """The thin paragraph that keeps a table from touching the next."""
    paragraph = document.add_paragraph()
    tight(paragraph.paragraph_format, after=0)
    paragraph.paragraph_format.line_spacing = Pt(4)


def first_paragraph(cell: _Cell) -> Paragraph:
    """The paragraph that every cell begins with."""
    paragraph: Paragraph = cell.paragraphs[0]
    tight(paragraph.paragraph_format, after=0)
    return paragraph


def _child(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
