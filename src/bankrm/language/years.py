"""The year of a day that was told without one: a promise (7月10日まで) looks ahead, a receipt (12月17日に届いた) looks back.

What names its year, 昨年 and 来月 included, is never moved.
"""

from __future__ import annotations

from datetime import date, timedelta

from bankrm.language.patterns import pattern
from bankrm.language.quantities import PartialDate, Quantity

_NUMBER = "[0-9０-９一二三四五六七八九十]{1,3}"
_MONTH_AND_DAY = pattern(
    rf"{_NUMBER}月(?:{_NUMBER}日|末日?|初め|上旬|中旬|下旬|中)?|[0-9０-９]{{1,2}}[/／][0-9０-９]{{1,2}}"
)
_DAY_ALONE = pattern(rf"{_NUMBER}日")


def looking_ahead(told: Quantity, text: str, on: date, *, grace_days: int = 0) -> PartialDate | None:
    """The day or month meant by one who speaks of what is to come: one without its year is the first not before `on`.

    One that lies at most `grace_days` back stays where it is. None where the calendar has no such day.
    """
    named = PartialDate.parse(str(told.value))
    passed = named.last_day() < on - timedelta(days=grace_days)
    return _moved(named, text[told.start : told.end], 1) if passed else named


def looking_back(told: Quantity, text: str, on: date) -> PartialDate | None:
    """The day or month meant by one who tells of what was: one without its year is the last not after `on`."""
    named = PartialDate.parse(str(told.value))
    return _moved(named, text[told.start : told.end], -1) if named.first_day() > on else named


def _moved(named: PartialDate, words: str, by: int) -> PartialDate | None:
    year, month = named.year, named.month or 1
    if _MONTH_AND_DAY.fullmatch(words):
        year += by
    elif _DAY_ALONE.fullmatch(words):
        year, month = year + (month + by - 1) // 12, (month + by - 1) % 12 + 1
    else:
        return named
    try:
        return PartialDate.parse(str(PartialDate(year, month, named.day)))
    except ValueError:  # 29 February, or the 31st of a short month
        return None
