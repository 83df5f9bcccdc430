"""How near the day of a promise is, in the bank's open days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bankrm.domain.visits import BusinessCalendar

SOON_DAYS = 3  # open days before the day itself
FORGOTTEN_DAYS = 365  # so long past its day, a missing record is likelier than an open promise


class DueState(StrEnum):
    """In the order in which they press."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Due:
    """Where a promise stands today: calendar days by which it is overdue, or open days that are left after today."""

    state: DueState
    days: int = 0

    @classmethod
    def of(cls, due: date | None, today: date, calendar: BusinessCalendar) -> Due:
        """A day on which the bank is closed is due on the last open day before it."""
        if due is None:
            return cls(DueState.UNDATED)
        if due < today:
            return cls(DueState.OVERDUE, (today - due).days)
        left = len(calendar.open_days(today, due)) - calendar.is_open(today)
        if left == 0:
            return cls(DueState.TODAY)
        return cls(DueState.SOON if left <= SOON_DAYS else DueState.LATER, left)
