"""One paper from top to bottom: running header and footer, title block, parts, sources."""

from __future__ import annotations

from docx.document import Document
from docx.text.paragraph import Paragraph

from bankrm.adapters.exporting.word import page
from bankrm.adapters.exporting.word.blocks import Blocks
from bankrm.adapters.exporting.word.sources import Source, Sources
from bankrm.application.ports.exporting import Paper
from bankrm.domain.drafts import Draft
from bankrm.drafting.paper_words import BY_MODEL, STATES, by_model
from bankrm.language.formatting import WEEKDAYS, full_date

SET_TITLE = "訪問準備一式"
_NUMBER_MM, _BETWEEN_COLUMNS_MM = 7.0, 5.0
_HOW_TO_READ = "[数字]は末尾の根拠一覧の番号。「」は記録のとおりの言葉、ほかは要旨。記録と合うことを確かめたもので、記録の正しさは示さない。"
_HOW_LISTED = "日付で始まるものは応接記録(担当者の記録)で、日付、方法、発言者、記録番号。ほかの( )は誰の資料かを示す。"


def lay_out(paper: Paper) -> Document:
    """The whole document."""
    document = page.new_document()
    sources = Sources(paper.drafts)
    _describe(document, paper)
    _running_head(document, paper)
    _running_foot(document, paper)
    for place, draft in enumerate(paper.drafts):
        _title(document, draft, first=place == 0)
        if place == 0:
            _title_block(document, paper)
        blocks = Blocks(document, lambda statement, draft=draft: sources.numbers(draft, statement))  # type: ignore[misc]
        for section in draft.shown:
            blocks.section(section)
    _list_sources(document, sources)
    return document


def _describe(document: Document, paper: Paper) -> None:
    """Properties of the file: no name of a client in them, for they are shown where the file is only listed."""
    first = paper.drafts[0]
    properties = document.core_properties
    properties.author, properties.last_modified_by, properties.comments = "BankRM", "BankRM", ""
    properties.title = f"{_name(paper)} {paper.day}"
    properties.language, properties.revision = "ja-JP", first.revision
    properties.created = properties.modified = first.created.replace(tzinfo=None, microsecond=0)


def _name(paper: Paper) -> str:
    return SET_TITLE if len(paper.drafts) > 1 else paper.drafts[0].title


def _state(paper: Paper) -> str:
    return "・".join(dict.fromkeys(STATES[draft.state] for draft in paper.drafts))


def _running_head(document: Document, paper: Paper) -> None:
    header = document.sections[0].header
    first = paper.drafts[0]
    paragraph = header.paragraphs[0]
    page.running_line(paragraph, document)
    page.write(paragraph, f"【行内限り】 {_state(paper)}", bold=True, size=page.SMALL_PT)
    page.write(paragraph, f"\t{first.client_name}({first.client})", size=page.SMALL_PT)
    second = header.add_paragraph()
    page.running_line(second, document)
    as_of = f"基幹データ {full_date(paper.as_of)}時点" if paper.as_of else "基幹データなし"
    page.write(second, f"{_name(paper)}\t{as_of}", size=page.SMALL_PT)
    page.underline_paragraph(second, eighths=4)


def _running_foot(document: Document, paper: Paper) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    page.running_line(paragraph, document)
    made = paper.drafts[0].provenance
    with_model = any(by_model(s) for d in paper.drafts for s in d.statements)
    writer = f"定型、{BY_MODEL}は言語モデル" if with_model else "定型(言語モデルの文なし)"
    page.write(paragraph, f"作成日 {made.parameters.get('today', '')} 書き手 {writer}\t", size=page.SMALL_PT)
    page.field(paragraph, "PAGE")
    page.write(paragraph, " / ", size=page.SMALL_PT)
    page.field(paragraph, "NUMPAGES")
    page.overline_paragraph(paragraph)


def _title(document: Document, draft: Draft, *, first: bool) -> None:
    """The parts of a set follow each other on the same sheets: half-empty pages made it half as long again."""
    paragraph = document.add_paragraph()
    page.tight(paragraph.paragraph_format, before=0 if first else 10, after=3, size=page.TITLE_PT)
    if not first:
        page.overline_paragraph(paragraph, eighths=12)
    page.write(paragraph, draft.title, bold=True, size=page.TITLE_PT)
    page.as_heading(paragraph, 0)


def _title_block(document: Document, paper: Paper) -> None:
    """Who, when, with whom, what for; how many statements want a look; how to read."""
    draft, visit = paper.drafts[0], paper.visit
    when = f"{full_date(paper.day)}({WEEKDAYS[paper.day.weekday()]})"
    rows = [
        ("取引先", f"{draft.client_name}({draft.client})" + (f" {paper.industry}" if paper.industry else "")),
        ("日時", f"{when} {visit.start:%H:%M}" + (f" {visit.place}" if visit.place else "") if visit else f"{when}(訪問予定なし)"),
        ("面談予定者", "、".join(visit.people) if visit and visit.people else "記載なし"),
        ("目的", visit.open_purpose if visit and visit.open_purpose else "記載なし"),
    ]  # fmt: skip
    questioned = sum(draft.questioned for draft in paper.drafts)
    if questioned:
        rows.append(("要確認", f"根拠と合わない、または判定できない記述が{questioned}件あります(本文に【要確認】)。"))
    table = page.add_table(document, len(rows), (24.0, page.WIDTH.mm - 24.0))
    for row, (label, value) in enumerate(rows):
        page.shade(table.cell(row, 0))
        page.write(page.first_paragraph(table.cell(row, 0)), label)
        page.write(page.first_paragraph(table.cell(row, 1)), value, bold=row == 0)
    note = document.add_paragraph()
    page.tight(note.paragraph_format, before=2, after=2, size=page.SMALL_PT)
    page.write(note, _HOW_TO_READ, size=page.SMALL_PT)
    if any(by_model(s) for d in paper.drafts for s in d.statements):
        words = f" {BY_MODEL} は言語モデルが書いた文。記録とは機械が照合し、人はまだ確かめていない。"
        page.write(note, words, size=page.SMALL_PT)


def _list_sources(document: Document, sources: Sources) -> None:
    """Record by record in two columns; the head of a record's pieces is said once, in bold."""
    listed = list(sources.listed())
    if not listed:
        return
    heading = document.add_paragraph()
    page.tight(heading.paragraph_format, before=6, after=2, size=11)
    page.write(heading, "根拠一覧", bold=True, size=11)
    page.as_heading(heading, 0)
    page.write(_source_line(document, before=0), _HOW_LISTED, size=page.SMALL_PT)
    page.two_columns(document, _BETWEEN_COLUMNS_MM)
    for source in listed:
        _list_source(document, source)


def _list_source(document: Document, source: Source) -> None:
    """A record with one piece on one line; with several, what they share above them."""
    alone = len(source.pieces) == 1
    if not alone:
        heading = _source_line(document, before=1.5)
        page.write(heading, source.head, bold=True, size=page.SMALL_PT)
        page.write(heading, f" {source.about}", size=page.SMALL_PT)
        heading.paragraph_format.keep_with_next = True
    for number, rest in source.pieces:
        line = _source_line(document, before=1.5 if alone else 0)
        page.hang(line, _NUMBER_MM, _NUMBER_MM)
        page.write(line, f"[{number}]\t", size=page.SMALL_PT)
        page.write(line, source.head if alone else "", bold=True, size=page.SMALL_PT)
        page.write(line, f"{rest} {source.about}" if alone else rest, size=page.SMALL_PT)


def _source_line(document: Document, before: float) -> Paragraph:
    paragraph = document.add_paragraph()
    page.tight(paragraph.paragraph_format, before, 0, page.SMALL_PT, page.LEADING_OF_NOTES)
    return paragraph
