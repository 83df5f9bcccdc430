"""Sections on paper. What shape a run of statements takes follows from their kinds and groups, not from the section's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from docx.document import Document
from docx.text.paragraph import Paragraph

from bankrm.adapters.exporting.word import page
from bankrm.domain.drafts import Section, Statement, units
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.paper_words import by_model, confidence, doubt, own_view

FACT, QUESTION, ACTION = StatementKind.FACT, StatementKind.QUESTION, StatementKind.ACTION
_LABELLED = re.compile(r"(?P<label>[^:：「」。、]{1,12})[:：]\s*(?P<value>.+)", re.DOTALL)
_SHORT = 44  # code points that fit half a line and leave room for a citation
_RUNNING = 2  # facts of a headline that read well in one paragraph
LABEL_MM, GRID_MM = 32.0, page.WIDTH.mm / 2

Cite = Callable[[Statement], tuple[int, ...]]


class Blocks:
    """Draws the sections of one part; `cite` gives a statement's numbers."""

    def __init__(self, document: Document, cite: Cite) -> None:
        self._document = document
        self._cite = cite

    def section(self, section: Section) -> None:
        """A heading and what stands under it."""
        heading = self._document.add_paragraph()
        page.tight(heading.paragraph_format, before=5, after=2, size=10.5)
        page.write(heading, f"■ {section.heading}", bold=True, size=10.5)
        page.underline_paragraph(heading)
        page.as_heading(heading, 1)
        if _is_form(section.statements):
            self._form(section.statements)
        elif _is_grid(section.statements):
            self._grid(section.statements)
        else:
            self._runs(section.statements)

    def _runs(self, statements: Sequence[Statement]) -> None:
        number = 0
        for group in units(statements):
            first = group[0].kind
            number += len(group) > 1 or first is not ACTION  # what to do beforehand is no question to count
            if first is QUESTION:
                self._question(group, number)
            elif len(group) == 1:
                self._line(group[0])
            elif first is FACT and any(s.kind is ACTION for s in group):
                self._headline(group, number)
            elif first is FACT:
                self._thread(group)
            else:
                self._box(group)

    def _line(self, statement: Statement) -> None:
        mark = {ACTION: "→", StatementKind.CAUTION: "※"}.get(statement.kind, "・")
        self._marked(mark, statement, left=4.5)

    def _headline(self, group: Sequence[Statement], number: int) -> None:
        """Numbered: the matter in bold, what else is known of it as running text, or line by line where it is much; then what to do."""
        paragraph = self._paragraph(f"{number}.", left=6, keep=True)
        self._say(paragraph, group[0], bold=True)
        facts = [statement for statement in group[1:] if statement.kind is not ACTION]
        for statement in facts:
            if len(facts) > _RUNNING:
                self._marked("・", statement, left=11)
            else:
                page.write(paragraph, " ")
                self._say(paragraph, statement)
        for statement in group[1:]:
            if statement.kind is ACTION:
                self._marked("→", statement, left=11)

    def _thread(self, group: Sequence[Statement]) -> None:
        """What was said of one matter, line by line; the matter is named in bold once."""
        self._say(self._paragraph("・", 4.5), group[0], label=True)
        for statement in group[1:]:
            self._marked({QUESTION: "□", ACTION: "→"}.get(statement.kind, "−"), statement, left=9.5)

    def _question(self, group: Sequence[Statement], number: int) -> None:
        """A box to tick, the question, and what to do with the answer."""
        paragraph = self._paragraph(f"□ {number}.", left=9, keep=len(group) > 1)
        self._say(paragraph, group[0])
        for statement in group[1:]:
            self._marked("→" if statement.kind is ACTION else "−", statement, left=14)

    def _box(self, group: Sequence[Statement]) -> None:
        """A hypothesis, option or proposal with its reasons: a framed block, the thing itself shaded above."""
        table = page.add_table(self._document, 2, (page.WIDTH.mm,))
        head, body = table.cell(0, 0), table.cell(1, 0)
        page.shade(head)
        paragraph = page.first_paragraph(head)
        paragraph.paragraph_format.keep_with_next = True
        self._say(paragraph, group[0], bold=True)
        for place, statement in enumerate(group[1:]):
            paragraph = page.first_paragraph(body) if place == 0 else body.add_paragraph()
            page.tight(paragraph.paragraph_format, after=0)
            mark = {QUESTION: "□", ACTION: "→", StatementKind.CAUTION: "※"}.get(statement.kind, "・")
            page.hang(paragraph, 4.5, 4.5)
            page.write(paragraph, f"{mark}\t")
            self._say(paragraph, statement, label=True)
        for row in range(2):
            page.keep_row(table, row)
        page.gap(self._document)

    def _form(self, statements: Sequence[Statement]) -> None:
        """Label and value, as in the bank's forms."""
        table = page.add_table(self._document, len(statements), (LABEL_MM, page.WIDTH.mm - LABEL_MM))
        for row, statement in enumerate(statements):
            match = _LABELLED.fullmatch(statement.text)
            assert match is not None
            label, value = table.cell(row, 0), table.cell(row, 1)
            page.shade(label)
            page.write(page.first_paragraph(label), statement.text[: match.start("value")].rstrip())  # with its colon
            self._say(page.first_paragraph(value), statement, text=match["value"])
            page.keep_row(table, row)
        page.gap(self._document)

    def _grid(self, statements: Sequence[Statement]) -> None:
        """Short facts two abreast."""
        rows = (len(statements) + 1) // 2
        table = page.add_table(self._document, rows, (GRID_MM, GRID_MM))
        for place, statement in enumerate(statements):
            self._say(page.first_paragraph(table.cell(place // 2, place % 2)), statement)
        if len(statements) % 2:
            page.first_paragraph(table.cell(rows - 1, 1))
        for row in range(rows):
            page.keep_row(table, row)
        page.gap(self._document)

    def _marked(self, mark: str, statement: Statement, left: float) -> None:
        self._say(self._paragraph(mark, left), statement)

    def _paragraph(self, mark: str, left: float, *, keep: bool = False) -> Paragraph:
        paragraph = self._document.add_paragraph()
        page.hang(paragraph, left, 9 if mark.startswith("□ ") else 5 if left > 5 else 4.5)
        paragraph.paragraph_format.keep_with_next = keep
        page.write(paragraph, f"{mark}\t")
        return paragraph

    def _say(
        self,
        paragraph: Paragraph,
        statement: Statement,
        *,
        text: str | None = None,
        bold: bool = False,
        label: bool = False,
    ) -> None:
        """The statement's own words, what is to be said of it, and its citations, small and raised.

        With `label` what stands before a first colon is bold.
        """
        words = statement.text if text is None else text
        match = _LABELLED.fullmatch(words) if label else None
        if match:
            cut = match.end("label") + 1
            page.write(paragraph, words[:cut], bold=True)
            words = words[cut:]
        page.write(paragraph, words, bold=bold)
        page.write(paragraph, by_model(statement) + confidence(statement) + own_view(statement))
        page.write(paragraph, doubt(statement), bold=True)
        if numbers := self._cite(statement):
            page.write(paragraph, f"[{','.join(map(str, numbers))}]").font.superscript = True


def _is_form(statements: Sequence[Statement]) -> bool:
    return len(statements) > 1 and all(
        s.group is None and s.kind is FACT and _LABELLED.fullmatch(s.text) for s in statements
    )


def _is_grid(statements: Sequence[Statement]) -> bool:
    return len(statements) > 3 and all(
        s.group is None and s.kind is FACT and len(s.text) <= _SHORT and "「" not in s.text and not doubt(s)
        for s in statements
    )
