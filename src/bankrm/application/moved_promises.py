"""Where a memo gives a new day for what is owed already, a person is asked whether it is that promise's, or another promise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bankrm.domain.closings import OpenPromise
from bankrm.domain.interactions import Promise
from bankrm.domain.memos import RecordField
from bankrm.domain.promises import read_promises
from bankrm.drafting.recording.proposals import Doubt, Meeting, Piece, Reading
from bankrm.insights.things import Thing
from bankrm.language.normalise import find_quantities
from bankrm.language.quantities import Kind, PartialDate
from bankrm.language.words import content_words
from bankrm.language.years import looking_back

_DAYS = (Kind.DATE, Kind.MONTH)
_PERIODS = (*_DAYS, Kind.YEAR, Kind.PERIOD)
_OF_PERIOD = re.compile(r"[（(][^（）()]*(?:分|期|度|月|末)[）)]")  # 試算表（11月分）


def with_moves(reading: Reading, meeting: Meeting) -> Reading:
    """The reading, its promises of a thing that is owed already marked as perhaps that promise's new day; a person says of each."""
    return replace(reading, pieces=tuple(_moves(reading, meeting)))


def _moves(reading: Reading, meeting: Meeting) -> Iterator[Piece]:
    for piece in reading.pieces:
        owed = _owed(piece, meeting) if piece.field is RecordField.PROMISES and piece.due else None
        if owed and piece.due and not _same_day(piece.due, owed.due):
            yield replace(piece, moves=owed.thing, doubts=(*piece.doubts, Doubt.MOVED))
        else:
            yield piece


def _owed(piece: Piece, meeting: Meeting) -> OpenPromise | None:
    """What is owed of that thing by that side: by the whole of it, else where only one goes by its noun."""
    words = f"{piece.about}{piece.text}"
    told = next(iter(read_promises(f"当行：{words}", meeting.on)), None)
    if told is None:
        return None
    owed = [one for one in meeting.owed if one.owner is piece.owner and not _is_of_more(told, one, meeting.on)]
    same = [one for one in owed if Thing.of(one.thing).same_as(Thing.of(told.thing))]
    alike = same or [one for one in owed if Thing.of(one.thing).is_named_in(words)]
    return alike[0] if len(alike) == 1 else None


def _is_of_more(told: Promise, owed: OpenPromise, on: date) -> bool:
    """Whether it is told of another period than what is owed (11月の試算表 after 10月の試算表), or of more than that (案の修正版)."""
    if _periods(told.thing, told.text, on) - _periods(owed.thing, owed.text, owed.promised_on):
        return True
    return bool(Thing.of(owed.thing).added_in(told.thing) - frozenset(content_words(owed.thing + owed.text)))


def _periods(thing: str, text: str, on: date) -> frozenset[str]:
    """The months and periods that a paper is of; a month without its year is the last one."""
    named = thing + "".join(_OF_PERIOD.findall(text))
    found = [told for told in find_quantities(named, today=on) if told.kind in _PERIODS]
    days = (looking_back(told, named, on) if told.kind in _DAYS else told.value for told in found)
    return frozenset(map(str, days))


def _same_day(told: PartialDate, owed: date | None) -> bool:
    """Whether it is the day that was promised before, said again."""
    day = told.last_day()
    return owed is not None and (day.month, day.day) == (owed.month, owed.day)
