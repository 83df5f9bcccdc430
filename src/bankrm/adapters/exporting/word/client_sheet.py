"""The discussion sheet on one side of A4, as it lies before the client: no marks of the bank's own, no numbers of evidence."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from bankrm.adapters.exporting.word import page
from bankrm.application.ports.exporting import Paper
from bankrm.domain.drafts import Draft, Section, Statement, units
from bankrm.domain.recipes import OWN_WORD_SECTION, StatementKind
from bankrm.drafting.client_words import document_number, plain_sources, to_firm, valid_until
from bankrm.language.formatting import full_date, weekday_date

_EMPTY_MM, _LABEL_MM, _INDENT_MM = 18.0, 32.0, 5.0  # ruled space that a person has left for the pen; columns
_LINE = 46  # full-width letters of a line
_SIZES = ((10.5, 41), (10.0, 45), (9.5, 49))  # points, and the rows for which there is room
_MARKS = {StatementKind.QUESTION: "□", StatementKind.ACTION: "→"}


def lay_out_client_sheet(paper: Paper) -> Document:
    """The whole document: one draft."""
    (draft,) = paper.drafts
    document = page.new_document()
    _describe(document, draft)
    _foot(document, draft, paper)
    _head(document, draft, paper)
    sheet = _Sheet(document, _size(draft))
    for section in draft.sections:
        if section.key == OWN_WORD_SECTION:
            sheet.own_word(section)
        elif section.statements and _is_in_small_print(section):
            sheet.small("".join(statement.text for statement in section.statements), before=5)
        elif section.statements:
            sheet.section(section)
    if sources := plain_sources(draft):
        sheet.small(f"もとになるお話と資料: {sources}", before=2)
    return document


def _size(draft: Draft) -> float:
    """The largest type in which all of it stands on one side."""
    rows = sum(1 + len(statement.text) // _LINE for statement in draft.statements) + 2 * len(draft.shown)
    return next((size for size, most in _SIZES if rows <= most), page.BODY_PT)


def _describe(document: Document, draft: Draft) -> None:
    """Properties of the file: no name of a client in them, and nobody's of the bank."""
    properties = document.core_properties
    properties.author, properties.last_modified_by, properties.comments = "", "", ""
    properties.title, properties.language = draft.title, "ja-JP"
    properties.revision = draft.revision
    properties.created = properties.modified = draft.created.replace(tzinfo=None, microsecond=0)


def _foot(document: Document, draft: Draft, paper: Paper) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    page.running_line(paragraph, document)
    until = full_date(valid_until(draft, paper.day))
    about = f"文書管理番号 {document_number(draft, paper.day)}\t第{draft.revision}版　有効期限 {until}"
    page.write(paragraph, about, size=page.SMALL_PT)
    page.overline_paragraph(paragraph)


def _head(document: Document, draft: Draft, paper: Paper) -> None:
    """Whose sheet, what it is, for which day."""
    first = document.add_paragraph()
    page.tight(first.paragraph_format, after=2, size=11)
    page.write(first, to_firm(draft.client_name), bold=True, size=11)
    title = document.add_paragraph()
    page.tight(title.paragraph_format, after=3, size=page.TITLE_PT)
    page.to_the_right(title)
    page.write(title, draft.title, bold=True, size=page.TITLE_PT)
    page.write(title, f"\t{paper.day.year}年{weekday_date(paper.day)}", size=page.BODY_PT)
    page.underline_paragraph(title, eighths=12)
    page.as_heading(title, 0)


class _Sheet:
    """Draws sections in one size of type."""

    def __init__(self, document: Document, size: float) -> None:
        self._document, self._size = document, size

    def section(self, section: Section) -> None:
        """A heading; thoughts and ways with what belongs to them, all else line by line."""
        self._heading(section.heading)
        thoughts = all(unit[0].kind is StatementKind.INFERENCE for unit in units(section.statements))
        for number, unit in enumerate(units(section.statements), 1):
            if len(unit) == 1 and not thoughts and unit[0].kind is not StatementKind.PROPOSAL:
                self._line(_MARKS.get(unit[0].kind, "・"), unit[0].text)
            else:
                self._together(unit, f"{number}. " if thoughts else "")

    def own_word(self, section: Section) -> None:
        """What a person wrote, or room for the pen."""
        page.gap(self._document)
        page.gap(self._document)
        table = page.add_table(self._document, 1, (_LABEL_MM, page.WIDTH.mm - _LABEL_MM))
        label, words = (page.first_paragraph(cell) for cell in table.rows[0].cells)
        page.shade(table.cell(0, 0))
        page.write(label, section.heading, size=self._size)
        page.write(words, "".join(statement.text for statement in section.statements), size=self._size)
        for paragraph in (label, words):
            page.tight(paragraph.paragraph_format, after=0, size=self._size)
        table.rows[0].height, table.rows[0].height_rule = Mm(_EMPTY_MM), WD_ROW_HEIGHT_RULE.AT_LEAST
        page.keep_row(table, 0)

    def small(self, text: str, before: float) -> None:
        """Small print."""
        paragraph = self._document.add_paragraph()
        page.tight(paragraph.paragraph_format, before, 0, page.SMALL_PT, page.LEADING_OF_NOTES)
        page.write(paragraph, text, size=page.SMALL_PT)

    def _heading(self, text: str) -> None:
        size = self._size + 1
        heading = self._document.add_paragraph()
        page.tight(heading.paragraph_format, before=7, after=2, size=size)
        page.write(heading, f"■ {text}", bold=True, size=size)
        page.as_heading(heading, 1)

    def _together(self, unit: Sequence[Statement], number: str) -> None:
        """A thought or a way in bold, and what belongs to it in a few indented lines."""
        head = self._paragraph(_INDENT_MM)
        head.paragraph_format.keep_with_next = len(unit) > 1
        page.write(head, f"{number}{unit[0].text}", bold=True, size=self._size)
        for statement in unit[1:]:
            self._line("－", statement.text, left=2 * _INDENT_MM)

    def _line(self, mark: str, text: str, left: float = _INDENT_MM) -> None:
        page.write(self._paragraph(left), f"{mark}\t{text}", size=self._size)

    def _paragraph(self, left: float) -> Paragraph:
        paragraph = self._document.add_paragraph()
        page.tight(paragraph.paragraph_format, after=1.5, size=self._size)
        page.hang(paragraph, left, _INDENT_MM)
        return paragraph


def _is_in_small_print(section: Section) -> bool:
    return all(statement.kind is StatementKind.CAUTION for statement in section.statements)
