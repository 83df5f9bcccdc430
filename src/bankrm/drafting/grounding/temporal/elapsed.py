"""How long it is between two days: 21日遅れ, 6日後, 2か月あまり後, 期限まであと6年, 設立から30年."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations

from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.figures import Figure
from bankrm.drafting.grounding.temporal.lengths import length_of
from bankrm.drafting.grounding.tokens import Reading, Role
from bankrm.language.bounds import Bound
from bankrm.language.patterns import pattern
from bankrm.language.quantities import days_of

_BEHIND = pattern(
    r"(?:あまり|余り|ほど|程度|強|弱|近く)?(?:間|分)?の?(?:後|前|遅[れく]|超過|過ぎ|ぶり|経過|経[っつち]|早[くい]|先(?:に|だ|の)|に?(?=ある|残)|に?な[るりっ])"
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

Span = tuple[date, date]


def is_elapsed(figure: Figure, reading: Reading, pieces: Sequence[Piece]) -> bool:
    """Whether a length is that between two days of statement and evidence, and told as such."""
    token, length = figure.token, length_of(figure.token)
    if length is None or not (_BEHIND.match(reading.text, token.end) or _BEFORE.search(reading.text[: token.start])):
        return False
    spans = {*_spans(reading), *(span for piece in pieces for span in _spans(piece.reading))}
    spans |= {(piece.day, piece.day) for piece in pieces if piece.day}
    told, between = (length.months, _months) if length.months else (length.hours / _DAY_HOURS, _days)
    unit = _YEAR if told >= _YEAR and told % _YEAR == 0 and length.months else 1
    low, high = _ALLOWED.get(figure.bound, _ALLOWED[Bound.EXACT])
    return any(
        between(first[1], last[0]) <= told + high * unit and told + low * unit <= between(first[0], last[1])
        for first, last in combinations(sorted(spans), 2)
        if first[1] <= last[0]
    )


def _spans(reading: Reading) -> Iterable[Span]:
    found = (days_of(token.quantity) for token in reading.tokens if token.role is Role.TIME and token.quantity)
    return (span for span in found if span and (span[1] - span[0]).days <= 366)


def _days(first: date, last: date) -> float:
    return (last - first).days


def _months(first: date, last: date) -> float:
    """Months on the calendar, a day more or less at both ends being none."""
    days = last.day - first.day
    return (last.year - first.year) * _YEAR + last.month - first.month + (days / _MONTH_DAYS if abs(days) > 1 else 0)
