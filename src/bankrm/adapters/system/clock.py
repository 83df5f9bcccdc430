"""Clocks: the machine's, and one held at a given day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

JAPAN = timezone(timedelta(hours=9), "JST")  # no summer time since 1951


class SystemClock:
    """The machine's clock; the day is Japan's, whatever zone the machine is set to."""

    def now(self) -> datetime:
        """The moment in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The day in Japan."""
        return datetime.now(JAPAN).date()


@dataclass(frozen=True, slots=True)
class FixedDay:
    """The given day, at the machine's time of day: for tests and the demo."""

    day: date

    def now(self) -> datetime:
        """The machine's time of day on that day in Japan, as UTC."""
        return datetime.combine(self.day, datetime.now(JAPAN).timetz()).astimezone(UTC)

    def today(self) -> date:
        """The given day."""
        return self.day
