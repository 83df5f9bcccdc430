"""A draft on paper, for printing (印刷): everything for use in the bank (行内版), one side of A4 to carry along (持出し版), or what the
client keeps."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from math import ceil

from bankrm.domain.drafts import Draft, Section, Statement, units
from bankrm.domain.visits import Visit
from bankrm.drafting.carried import Guard, carried
from bankrm.drafting.client_words import document_number, plain_sources, to_firm, valid_until
from bankrm.drafting.paper_words import STATES, STRENGTHS, by_model, confidence, doubt, own_view
from bankrm.language.formatting import full_date, weekday_date

MOST_CHARACTERS = 1_200
_RULED = "＿" * 34  # to write on
MOST_LINES, LINE = 48, 42  # of one side of A4; full-width letters of a line


class Version(StrEnum):
    """For whose eyes it is printed."""

    IN_BANK = "in_bank"
    CARRIED = "carried"
    FOR_CLIENT = "for_client"


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One statement as printed. `inner` marks what goes with the line above; `sources` are the numbers of what it rests on."""

    text: str
    inner: bool = False
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetSection:
    """A heading and its lines."""

    heading: str
    lines: tuple[SheetLine, ...]


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """What a printer is given. `mark` stands at the top of every page, `head` below the title; `sources` are numbered from 1.

    `imprint` stands at the top beside the page's number: branch, who printed it, and when; for a client the document's own number. Of what a carried version might have held, `withheld` is kept back and `no_room` did not fit; neither is printed.
    """

    version: Version
    title: str
    mark: str
    head: tuple[str, ...]
    sections: tuple[SheetSection, ...]
    sources: tuple[str, ...] = ()
    imprint: str = ""
    withheld: tuple[SheetSection, ...] = ()
    no_room: int = 0

    @property
    def characters(self) -> int:
        """How many characters are printed, spaces aside."""
        return sum(len(_plain(text)) for text in self._texts())

    @property
    def rows(self) -> int:
        """How many rows of LINE full-width letters they take, with an empty one before each heading."""
        return sum(_rows(text) for text in self._texts()) + len(self.sections)

    def _texts(self) -> Iterator[str]:
        yield from (self.mark, self.title, *self.head, *self.sources)
        for section in self.sections:
            yield from (section.heading, *(line.text for line in section.lines))


def bank_sheet(draft: Draft, visit: Visit | None) -> PrintedSheet:
    """行内版: every statement with its doubts, and the list of what they rest on."""
    cited = dict.fromkeys(key for statement in draft.statements for key in statement.citations)
    numbers = {key: number for number, key in enumerate(cited, 1)}
    sections = tuple(
        SheetSection(s.heading, tuple(_lines(s.statements, partial(_in_bank, numbers)))) for s in draft.shown
    )
    head = (f"{draft.client_name}({draft.client})", *_visit_lines(draft, visit, visit.open_purpose if visit else ""))
    sources = tuple(f"{piece.text}({STRENGTHS[piece.origin.strength]})" for piece in (draft.pack[key] for key in cited))
    return PrintedSheet(Version.IN_BANK, draft.title, f"【行内限り】 {STATES[draft.state]}", head, sections, sources)


def client_sheet(draft: Draft) -> PrintedSheet:
    """What the client keeps: every sentence, no mark and no evidence of the bank's; a line for the pen where nobody wrote a word."""
    sections = [
        SheetSection(s.heading, tuple(_lines(s.statements, lambda one: SheetLine(one.text)))) for s in draft.shown
    ]
    sections = [s if s.lines else replace(s, lines=(SheetLine(_RULED),)) for s in sections]
    sources = plain_sources(draft)
    told = (SheetSection("もとになるお話と資料", (SheetLine(sources),)),) if sources else ()
    until = full_date(valid_until(draft, draft.day))
    imprint = f"文書管理番号 {document_number(draft, draft.day)}　第{draft.revision}版　有効期限 {until}"
    head = (to_firm(draft.client_name), full_date(draft.day))
    return PrintedSheet(Version.FOR_CLIENT, draft.title, "", head, (*sections, *told), imprint=imprint)


def carried_sheet(draft: Draft, visit: Visit | None, guard: Guard) -> PrintedSheet:
    """持出し版: what may be carried (see carried.py), as much of it as one side of A4 holds; no unit is cut."""
    purpose = visit.open_purpose if visit and guard.lets_pass(visit.open_purpose) else ""
    head = (draft.client_name, *_visit_lines(draft, visit, purpose))
    sheet = PrintedSheet(
        Version.CARRIED, draft.title, f"【持出し版・お客さまへの交付不可】 {STATES[draft.state]}", head, ()
    )
    withheld, no_room = [], 0
    for found in carried(draft, guard):
        for unit in found.units:
            longer = _with(sheet, found.section, unit)
            if longer.characters <= MOST_CHARACTERS and longer.rows <= MOST_LINES:
                sheet = longer
            else:
                no_room += len(unit)
        if found.withheld:
            withheld.append(SheetSection(found.section.heading, tuple(SheetLine(one.text) for one in found.withheld)))
    return replace(sheet, withheld=tuple(withheld), no_room=no_room)


def imprinted(sheet: PrintedSheet, branch: str, person: str, at: datetime) -> PrintedSheet:
    """The sheet with where it was printed, by whom, and when (`at` in local time): by these a lost one is traced."""
    when = f"{full_date(at.date())} {at:%H:%M} 印刷"
    return replace(sheet, imprint="  ".join(filter(None, (f"店番{branch}", person and f"作成者 {person}", when))))


def _with(sheet: PrintedSheet, section: Section, unit: Sequence[Statement]) -> PrintedSheet:
    lines = tuple(_lines(unit, lambda one: SheetLine(one.text)))
    *before, last = sheet.sections or (SheetSection("", ()),)
    if last.heading == section.heading:
        grown = (*before, SheetSection(last.heading, (*last.lines, *lines)))
    else:
        grown = (*sheet.sections, SheetSection(section.heading, lines))
    return replace(sheet, sections=grown)


def _lines(statements: Sequence[Statement], line: Callable[[Statement], SheetLine]) -> Iterator[SheetLine]:
    for unit in units(statements):
        for place, one in enumerate(unit):
            yield replace(line(one), inner=place > 0)


def _in_bank(numbers: Mapping[str, int], one: Statement) -> SheetLine:
    """The statement with what a reader must know of it, and the numbers of its sources."""
    text = f"{one.text}{confidence(one)}{own_view(one)}{by_model(one)}{doubt(one)}"
    return SheetLine(text, sources=tuple(numbers[key] for key in one.citations))


def _visit_lines(draft: Draft, visit: Visit | None, purpose: str) -> Iterator[str]:
    """When, whom, what for."""
    if visit is None:
        yield weekday_date(draft.day)
        return
    yield f"{weekday_date(visit.day)} {visit.start:%H:%M} {'・'.join(visit.people)}".rstrip()
    if purpose:
        yield f"目的: {purpose}"


def _plain(text: str) -> str:
    return "".join(text.split())


def _rows(text: str) -> int:
    """Rows that the text takes: a half-width letter counts half."""
    wide = sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in text)
    return max(1, ceil(wide / LINE))
