"""Visits (訪問予定) and the bank's business days."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from bankrm.domain.clients import ClientKey
from bankrm.language.normalise import find_quantities
from bankrm.language.quantities import Kind
from bankrm.language.sensitive import is_sensitive
from bankrm.language.years import looking_ahead

_BRANCH = timezone(timedelta(hours=9))


@dataclass(frozen=True, slots=True)
class Visit:
    """One planned visit; `ref` is the calendar entry's UID, `start` the local time of the branch."""

    ref: str
    client: ClientKey
    start: datetime
    people: tuple[str, ...] = ()
    purpose: str = ""
    place: str = ""

    @property
    def open_purpose(self) -> str:
        """What the visit is made for, as far as it may be repeated in a document."""
        return "" if is_sensitive(self.purpose) else self.purpose

    @property
    def day(self) -> date:
        """The day of the visit: days in a pack are counted to it."""
        return self.start.date()


def has_begun(start: datetime, now: datetime) -> bool:
    """Whether a visit's start has passed at `now` (aware); entries without a zone are in the time of the branch, which is Japan's."""
    return (start if start.tzinfo else start.replace(tzinfo=_BRANCH)) <= now


def agreed_meeting(next_step: str, on: date) -> datetime | None:
    """When one meets next by the 次回予定 of a record of that day (12月8日10時): at midnight where only the day is told, None where
    not even that."""
    found = find_quantities(next_step, today=on)
    days = (looking_ahead(told, next_step, on) for told in found if told.kind is Kind.DATE)
    day = next((told.last_day() for told in days if told), None)
    clock = next((time.fromisoformat(str(told.value)) for told in found if told.kind is Kind.TIME), time())
    return datetime.combine(day, clock, _BRANCH) if day else None


@dataclass(frozen=True, slots=True)
class BusinessCalendar:
    """Days on which the bank is open: not at weekends, on holidays, nor from 31 December to 3 January (銀行法施行令 第5条)."""

    holidays: Collection[date]

    def is_open(self, day: date) -> bool:
        """Whether the bank is open on that day."""
        year_end = (day.month, day.day) in {(12, 31), (1, 1), (1, 2), (1, 3)}
        return day.weekday() < 5 and not year_end and day not in self.holidays

    def next_open(self, day: date) -> date:
        """The first open day after `day`."""
        day += timedelta(days=1)
        while not self.is_open(day):
            day += timedelta(days=1)
        return day

    def open_days(self, first: date, last: date) -> tuple[date, ...]:
        """The open days among these, both included."""
        days = (first + timedelta(days=n) for n in range((last - first).days + 1))
        return tuple(day for day in days if self.is_open(day))

    def step(self, day: date, count: int) -> date:
        """So many open days after that day, before it where the count is negative."""
        way = timedelta(days=1 if count > 0 else -1)
        for _ in range(abs(count)):
            day += way
            while not self.is_open(day):
                day += way
        return day
