"""How long it is between two days: 21日遅れ, 6日後, 2か月あまり後, 期限まであと6年, 工場を建てて20年.

The days are those of which the statement tells: of two that a record names, it tells of those whose words it has, and that of what comes
after 後 or 遅れ is the later. The day of a record is one too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from bankrm.drafting.grounding.compared import Words, overlap, topic_before, words_between
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.figures import Figure
from bankrm.drafting.grounding.slots import slots_of
from bankrm.drafting.grounding.temporal.lengths import length_of
from bankrm.drafting.grounding.tokens import Reading
from bankrm.language.bounds import Bound
from bankrm.language.patterns import pattern
from bankrm.language.quantities import days_of

_BEHIND = pattern(
    r"(?:あまり|余り|ほど|程度|強|弱|近く)?(?:間|分)?の?(?:(?P<after>後|遅[れく]|超過|過ぎ)|(?P<before>前|早[くいか])|ぶり|経過|経[っつち]|先(?:に|だ|の)"
    r"|に?(?=ある|残)|に?な[るりっ])"
)
_BEFORE = pattern(r"(?:あと|残り|まで|から(?:は|既に|もう)?)約?$")
_DAY_HOURS, _MONTH_DAYS = 24, 30.4
_ALLOWED = {  # how far the length may be from what is told, in its unit: months or days
    Bound.EXACT: (0.0, 0.0),
    Bound.ABOUT: (-0.5, 0.5),
    Bound.LITTLE_OVER: (0.0, 1.0),
    Bound.AT_LEAST: (0.0, 1.0),
    Bound.LITTLE_UNDER: (-1.0, 0.0),
    Bound.AT_MOST: (-1.0, 0.0),
}
_YEAR = 12


@dataclass(frozen=True, slots=True, order=True)
class _Day:
    """A day, or a month or year, with what is told of it; None of the day of a record."""

    first: date
    last: date
    words: Words | None


def is_elapsed(figure: Figure, reading: Reading, pieces: Sequence[Piece]) -> bool:
    """Whether a length is that between two days of statement and evidence, and told as such."""
    token, length = figure.token, length_of(figure.token)
    told = _BEHIND.match(reading.text, token.end)
    if length is None or not (told or _BEFORE.search(reading.text[: token.start])):
        return False
    start = reading.text.rfind("。", 0, token.start) + 1
    subject, end = topic_before(reading, start, token.start)
    base = words_between(reading, end, token.start)
    days = [*_days(reading), *(day for piece in pieces for day in _days(piece.reading))]
    days = [*_told_of(subject | base, days), *(_Day(one.day, one.day, None) for one in pieces if one.day)]
    order = (told and told.lastgroup) or ""
    pairs = ((a, b) for a, b in combinations(sorted(set(days), key=lambda day: day.first), 2) if a.last <= b.first)
    return any(_lasts(figure, a, b) and not _is_turned(order, subject, base, a, b) for a, b in pairs)


def _days(reading: Reading) -> Iterator[_Day]:
    for slot in slots_of(reading):
        span = days_of(slot.token.quantity) if slot.token.quantity else None
        if span and (span[1] - span[0]).days <= 366:
            yield _Day(*span, slot.words | slot.topic)


def _told_of(words: Words, days: Sequence[_Day]) -> list[_Day]:
    """Those days of which the words tell, by what sets them apart; all where the words tell of none."""
    common = frozenset[str].intersection(*(day.words or frozenset() for day in days)) if len(days) > 1 else frozenset()
    named = [day for day in days if overlap(words - common, (day.words or frozenset()) - common)]
    return named or list(days)


def _is_turned(order: str, subject: Words, base: Words, first: _Day, last: _Day) -> bool:
    """Whether what the sentence is about is told of the wrong one of two days."""
    if not order or first.words is None or last.words is None:
        return False
    of_first, of_last = (
        overlap(subject, day.words) - overlap(base, day.words) for day in (first, last) if day.words is not None
    )
    return of_first != of_last and (of_last > of_first) != (order == "after")


def _lasts(figure: Figure, first: _Day, last: _Day) -> bool:
    length = length_of(figure.token)
    if length is None:
        return False
    told, between = (length.months, _months) if length.months else (length.hours / _DAY_HOURS, _in_days)
    unit = _YEAR if told >= _YEAR and told % _YEAR == 0 and length.months else 1
    low, high = _ALLOWED.get(figure.bound, _ALLOWED[Bound.EXACT])
    least, most = between(first.last, last.first), between(first.first, last.last)
    return least <= told + high * unit and told + low * unit <= most


def _in_days(first: date, last: date) -> float:
    return (last - first).days


def _months(first: date, last: date) -> float:
    """Months on the calendar, a day more or less at both ends being none."""
    days = last.day - first.day
    return (last.year - first.year) * _YEAR + last.month - first.month + (days / _MONTH_DAYS if abs(days) > 1 else 0)
