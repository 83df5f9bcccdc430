"""Which days the program reckons with: beyond them a date is a slip of the pen or a stand-in for none (9999-12-31)."""

from __future__ import annotations

from datetime import date

FIRST_RECORDED = date(1900, 1, 1)
FIRST_TODAY = date(1990, 1, 1)
LAST = date(2100, 12, 31)
A_YEAR = 366  # days that a word, a figure or a deed counts as of the last year; the same day a year ago is within


def may_be_recorded(day: date) -> bool:
    """Whether a record may be of this day, or name it as one to come."""
    return FIRST_RECORDED <= day <= LAST


def may_be_today(day: date) -> bool:
    """Whether the program may be told that this is the day."""
    return FIRST_TODAY <= day <= LAST
