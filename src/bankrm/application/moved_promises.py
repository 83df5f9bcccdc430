"""Where a memo gives a new day for what is owed already, that day is proposed for the old promise instead of a second one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bankrm.domain.closings import OpenPromise
from bankrm.domain.memos import RecordField
from bankrm.domain.promises import read_promises
from bankrm.drafting.recording.proposals import Doubt, Meeting, Piece, Reading
from bankrm.insights.things import Thing
from bankrm.language.quantities import PartialDate


def with_moves(reading: Reading, meeting: Meeting) -> Reading:
    """The reading, its promises of a thing that is owed already marked as that promise's new day; a person confirms each."""
    return replace(reading, pieces=tuple(_moves(reading, meeting)))


def _moves(reading: Reading, meeting: Meeting) -> Iterator[Piece]:
    for piece in reading.pieces:
        owed = _owed(piece, meeting) if piece.field is RecordField.PROMISES and piece.due else None
        if owed and piece.due and not _same_day(piece.due, owed.due):
            yield replace(piece, moves=owed.thing, doubts=(Doubt.MOVED,))
        else:
            yield piece


def _owed(piece: Piece, meeting: Meeting) -> OpenPromise | None:
    """What is owed of that thing by that side: by the whole of it, else where only one goes by its noun."""
    told = next(iter(read_promises(f"当行：{piece.about}{piece.text}", meeting.on)), None)
    if told is None:
        return None
    words, owed = f"{piece.about}{piece.text}", [one for one in meeting.owed if one.owner is piece.owner]
    same = [one for one in owed if Thing.of(one.thing).same_as(Thing.of(told.thing))]
    alike = same or [one for one in owed if Thing.of(one.thing).is_named_in(words)]
    return alike[0] if len(alike) == 1 else None


def _same_day(told: PartialDate, owed: date | None) -> bool:
    """Whether it is the day that was promised before, said again."""
    day = told.last_day()
    return owed is not None and (day.month, day.day) == (owed.month, owed.day)
