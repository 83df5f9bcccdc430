"""How amounts, dates and ratios are written in documents: the one place that decides."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

WEEKDAYS = "月火水木金土日"


def millions(yen: int) -> str:
    """Yen in 百万円, as statements and host extracts give them: 1,236百万円, 2.25百万円, ▲31百万円."""
    value = Decimal(abs(yen)) / 1_000_000
    text = f"{value.normalize():,f}" if value != int(value) else f"{int(value):,}"
    return f"{'▲' if yen < 0 else ''}{text}百万円"


def rounded(value: float | Decimal, digits: int) -> Decimal:
    """Half up, as bankers round; Python's own rounding is half to even."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def percent(ratio: Decimal, digits: int = 1) -> str:
    """A ratio as 4.4%, −6.2% with the sign of accounting tables (▲6.2%)."""
    value = rounded(ratio * 100, digits)
    return f"{'▲' if value < 0 else ''}{abs(value)}%"


def slash_date(day: date) -> str:
    """8/21, as in a running text of one year."""
    return f"{day.month}/{day.day}"


def month_day(day: date) -> str:
    """11月27日."""
    return f"{day.month}月{day.day}日"


def weekday_date(day: date) -> str:
    """11月24日(火)."""
    return f"{month_day(day)}({WEEKDAYS[day.weekday()]})"


def full_date(day: date) -> str:
    """2026年11月24日."""
    return f"{day.year}年{month_day(day)}"


def spoken_date(day: date, today: date) -> str:
    """8/21 within a year of `today`'s calendar year, 2025/8/21 for any other."""
    return slash_date(day) if day.year == today.year else f"{day.year}/{slash_date(day)}"


def closing_period(period_end: date) -> str:
    """2026年3月期."""
    return f"{period_end.year}年{period_end.month}月期"
