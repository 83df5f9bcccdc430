"""The stretch of time that a date, a month, a year or a time of day names, so that one can be laid in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bankrm.drafting.grounding.tokens import Role, Token
from bankrm.language.fiscal import Interval, shift_month
from bankrm.language.quantities import PartialDate


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of time; `end` is no part of it. 2月 is all of February, 10時 the hour that begins then."""

    start: datetime
    end: datetime

    def holds(self, other: Moment) -> bool:
        """Whether the other lies wholly in this one."""
        return self.start <= other.start and other.end <= self.end


def moment_of(key: str, day: date) -> Moment | None:
    """The stretch that a token's key names (`date:2026-05-20`, `month:2026-05`, `year:2026`, `period:…`, `time:14:00` of `day`)."""
    kind, _, value = key.partition(":")
    try:
        if kind == "time":
            start = datetime.combine(day, datetime.min.time()) + _clock(value)
            return Moment(start, start + timedelta(minutes=1 if start.minute else 60))
        span = Interval.parse(value) if kind == "period" else Interval.parse(f"{value}/{value}")
        return Moment(_midnight(span.first_day()), _midnight(span.last_day()) + timedelta(days=1))
    except (ValueError, OverflowError):
        return None


def _clock(value: str) -> timedelta:
    hours, minutes = value.split(":")[:2]
    return timedelta(hours=int(hours), minutes=int(minutes))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time())


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment as a text names it, in one token or two (9日10時)."""

    tokens: tuple[Token, ...]
    moment: Moment

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.tokens[-1].end


def moments_in(tokens: Sequence[Token], day: date) -> Iterator[Dated]:
    """The moments named, in order; a time of day belongs to the date right before it, else to `day`."""
    before: Token | None = None
    for token in (*tokens, None):
        if before is not None:
            joined = token is not None and token.key.startswith("time:") and token.start - before.end <= 1
            if not joined:
                yield from _dated((before,), day)
            elif token is not None and (own := moment_of(before.key, day)):
                yield from _dated((before, token), own.start.date())
                before = None
                continue
        before = token if token is not None and token.role is Role.TIME else None


def _dated(tokens: tuple[Token, ...], day: date) -> Iterator[Dated]:
    moment = moment_of(tokens[-1].key, day)
    if moment:
        yield Dated(tokens, moment)


def later(moment: Moment, months: float, hours: float) -> Moment:
    """The moment so much later; whole months by the calendar. Raises ValueError outside years 1 to 9999, OverflowError far beyond."""
    return Moment(_moved(moment.start, months, hours), _moved(moment.end, months, hours))


def _moved(at: datetime, months: float, hours: float) -> datetime:
    whole = int(months)
    month = shift_month(PartialDate(at.year, at.month), whole)
    last = PartialDate(month.year, month.month).last_day().day
    moved = at.replace(year=month.year, month=month.month or 1, day=min(at.day, last))
    return moved + timedelta(hours=hours + (months - whole) * _HOURS_A_MONTH)


_HOURS_A_MONTH = 365.25 * 24 / 12
