"""The discussion sheet on one side of A4, as it lies before the client: no marks of the bank's own, no numbers of evidence."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from bankrm.adapters.exporting.word import page
from bankrm.application.ports.exporting import Paper
from bankrm.domain.drafts import Draft, Section, Statement, units
from bankrm.domain.recipes import OWN_WORD_SECTION, StatementKind
from bankrm.drafting.client_words import document_number, plain_sources, valid_until
from bankrm.language.formatting import full_date, weekday_date

_EMPTY_MM = 15.0  # ruled space that a person has left for the pen
_MARKS = {StatementKind.QUESTION: "□", StatementKind.ACTION: "→"}


def lay_out_client_sheet(paper: Paper) -> Document:
    """The whole document: one draft."""
    (draft,) = paper.drafts
    document = page.new_document()
    _describe(document, draft)
    _foot(document, draft, paper)
    _head(document, draft, paper)
    for section in draft.sections:
        if section.key == OWN_WORD_SECTION:
            _own_word(document, section)
        elif section.statements and _is_in_small_print(section):
            _small(document, "".join(statement.text for statement in section.statements), before=4)
        elif section.statements:
            _section(document, section)
    if sources := plain_sources(draft):
        _small(document, f"もとになるお話と資料: {sources}", before=2)
    return document


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
    until = full_date(valid_until(paper.day))
    about = f"文書管理番号 {document_number(draft, paper.day)}\t第{draft.revision}版　有効期限 {until}"
    page.write(paragraph, about, size=page.SMALL_PT)
    page.overline_paragraph(paragraph)


def _head(document: Document, draft: Draft, paper: Paper) -> None:
    """Whose sheet, what it is, for which day."""
    first = document.add_paragraph()
    page.tight(first.paragraph_format, after=2, size=11)
    page.write(first, f"{draft.client_name}　様", bold=True, size=11)
    title = document.add_paragraph()
    page.tight(title.paragraph_format, after=3, size=page.TITLE_PT)
    page.to_the_right(title)
    page.write(title, draft.title, bold=True, size=page.TITLE_PT)
    page.write(title, f"\t{paper.day.year}年{weekday_date(paper.day)}", size=page.BODY_PT)
    page.underline_paragraph(title, eighths=12)
    page.as_heading(title, 0)


def _section(document: Document, section: Section) -> None:
    _heading(document, section.heading)
    numbered = all(unit[0].kind is StatementKind.INFERENCE for unit in units(section.statements))
    for number, unit in enumerate(units(section.statements), 1):
        if len(unit) == 1 and unit[0].kind is not StatementKind.PROPOSAL:
            _line(document, _MARKS.get(unit[0].kind, "・"), unit[0].text)
        else:
            _together(document, unit, f"{number}. " if numbered else "")


def _heading(document: Document, text: str) -> None:
    heading = document.add_paragraph()
    page.tight(heading.paragraph_format, before=5, after=2, size=10.5)
    page.write(heading, f"■ {text}", bold=True, size=10.5)
    page.as_heading(heading, 1)


def _together(document: Document, unit: Sequence[Statement], number: str) -> None:
    """A thought or a way in bold, and what belongs to it in a few indented lines."""
    head = document.add_paragraph()
    page.hang(head, 4.5, 4.5)
    head.paragraph_format.keep_with_next = len(unit) > 1
    page.write(head, f"{number}{unit[0].text}", bold=True)
    for statement in unit[1:]:
        _line(document, "－", statement.text, left=9.0)


def _line(document: Document, mark: str, text: str, left: float = 4.5) -> Paragraph:
    paragraph = document.add_paragraph()
    page.hang(paragraph, left, 4.5)
    page.write(paragraph, f"{mark}\t{text}")
    return paragraph


def _own_word(document: Document, section: Section) -> None:
    """What a person wrote, or room for the pen."""
    page.gap(document)
    table = page.add_table(document, 1, (30.0, page.WIDTH.mm - 30.0))
    label, words = table.cell(0, 0), table.cell(0, 1)
    page.shade(label)
    page.write(page.first_paragraph(label), section.heading)
    page.write(page.first_paragraph(words), "".join(statement.text for statement in section.statements))
    row = table.rows[0]
    row.height, row.height_rule = Mm(_EMPTY_MM), WD_ROW_HEIGHT_RULE.AT_LEAST
    page.keep_row(table, 0)


def _is_in_small_print(section: Section) -> bool:
    return all(statement.kind is StatementKind.CAUTION for statement in section.statements)


def _small(document: Document, text: str, before: float) -> None:
    paragraph = document.add_paragraph()
    page.tight(paragraph.paragraph_format, before, 0, page.SMALL_PT, page.LEADING_OF_NOTES)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    page.write(paragraph, text, size=page.SMALL_PT)
