"""Fiscal years (年度), their halves and quarters, for firms that close in any month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bankrm.language.quantities import PartialDate


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """A stretch of whole months or whole days, both ends in it. As text ISO 8601: `2025-04/2026-03`."""

    first: PartialDate
    last: PartialDate

    @classmethod
    def parse(cls, iso: str) -> Interval:
        """Read the value of a period. Raises ValueError for anything else."""
        first, _, last = iso.partition("/")
        return cls(PartialDate.parse(first), PartialDate.parse(last))

    @classmethod
    def of_months(cls, first: PartialDate, months: int) -> Interval:
        """`months` whole months from `first`'s month on."""
        return cls(first, shift_month(first, months - 1))

    def first_day(self) -> date:
        """The day on which it begins."""
        return self.first.first_day()

    def last_day(self) -> date:
        """The day on which it ends (a fiscal year's closing day)."""
        return self.last.last_day()

    def part(self, months: int, number: int) -> Interval:
        """The number-th stretch of `months` months in it: `part(6, 2)` the second half, `part(3, 3)` the third quarter."""
        return Interval.of_months(shift_month(self.first, months * (number - 1)), months)

    def shifted(self, years: int) -> Interval:
        """The same months of other years."""
        return Interval(shift_month(self.first, 12 * years), shift_month(self.last, 12 * years))

    def __str__(self) -> str:
        return f"{self.first}/{self.last}"


def shift_month(month: PartialDate, months: int) -> PartialDate:
    """The month so many months later (earlier where negative). Raises ValueError outside years 1 to 9999."""
    years, index = divmod(month.year * 12 + (month.month or 1) - 1 + months, 12)
    if not 1 <= years <= 9999:
        raise ValueError(months)
    return PartialDate(years, index + 1)


def fiscal_year_of(day: date, year_end_month: int = 3) -> int:
    """年度 of a day: the calendar year in which its fiscal year begins. 2026-03-31 → 2025, 2026-04-01 → 2026."""
    if year_end_month == 12:
        return day.year
    return day.year if day.month > year_end_month else day.year - 1


def fiscal_year(year: int, year_end_month: int = 3) -> Interval:
    """The months of 年度 `year`: 2025 → 2025-04/2026-03; 2025-01/2025-12 for a firm that closes in December."""
    return Interval.of_months(PartialDate(year, year_end_month % 12 + 1), 12)


def year_closing(year: int, month: int) -> Interval:
    """The business year that closes in a month: 2025年3月期 → 2024-04/2025-03."""
    last = PartialDate(year, month)
    return Interval(shift_month(last, -11), last)
