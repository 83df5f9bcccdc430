"""How near a promise is, in open days."""

from __future__ import annotations

from datetime import date

import pytest

from bankrm.domain.due import Due, DueState
from bankrm.domain.visits import BusinessCalendar

CALENDAR = BusinessCalendar(frozenset({date(2026, 11, 23)}))  # a Monday
FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (date(2026, 11, 13), Due(DueState.OVERDUE, 7)),
        (FRIDAY, Due(DueState.TODAY)),
        (date(2026, 11, 22), Due(DueState.TODAY)),  # Sunday: nothing but today is left
        (date(2026, 11, 23), Due(DueState.TODAY)),
        (date(2026, 11, 24), Due(DueState.SOON, 1)),
        (date(2026, 11, 26), Due(DueState.SOON, 3)),
        (date(2026, 11, 27), Due(DueState.LATER, 4)),
        (None, Due(DueState.UNDATED)),
    ],
)
def test_a_due_day_is_counted_in_open_days(due: date | None, expected: Due) -> None:
    assert Due.of(due, FRIDAY, CALENDAR) == expected


def test_on_a_closed_day_the_next_open_day_is_still_left() -> None:
    assert Due.of(date(2026, 11, 24), date(2026, 11, 22), CALENDAR) == Due(DueState.SOON, 1)


def test_a_step_counts_open_days_only_and_goes_both_ways() -> None:
    assert CALENDAR.step(FRIDAY, 2) == date(2026, 11, 25)
    assert CALENDAR.step(date(2026, 11, 25), -2) == FRIDAY
    assert CALENDAR.step(FRIDAY, 0) == FRIDAY
