"""How amounts, dates and ratios are written in documents: the one place that decides."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from bankrm.language.quantities import PartialDate

WEEKDAYS = "月火水木金土日"
_YEN_UNITS = {"円": 1, "千円": 1000, "万円": 10**4, "百万円": 10**6, "億円": 10**8, "兆円": 10**12}
_MIXED_UNITS = {
    "億万円": (("億", 10**8), ("万", 10**4)),
    "億百万円": (("億", 10**8), ("百万", 10**6)),
    "兆億円": (("兆", 10**12), ("億", 10**8)),
}


def millions(yen: int) -> str:
    """Yen in 百万円, as statements and host extracts give them: 1,236百万円, 2.25百万円, ▲31百万円."""
    return format_yen(yen, "百万円")


def format_yen(yen: int, unit: str) -> str:
    """Yen in the unit of a source's notation: 1,236百万円, 2.25百万円, 12億3,400万円, 316億89百万円, ▲12百万円.

    Always exact: what the unit does not divide gets decimals, and in a mixed unit its last part in yen. Raises KeyError for an unknown unit.
    """
    sign, rest = "▲" if yen < 0 else "", abs(yen)
    if unit in _YEN_UNITS:
        value = Decimal(rest) / _YEN_UNITS[unit]
        return f"{sign}{_plain(value)}{unit}"
    if unit == "億百万円" and rest % 10**6:
        unit = "億万円"
    parts = []
    for name, scale in _MIXED_UNITS[unit]:
        count, rest = divmod(rest, scale)
        parts += [f"{count:,}{name}"] if count else []
    return f"{sign}{''.join(parts)}{f'{rest:,}' if rest or not parts else ''}円"


def _plain(value: Decimal) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value.normalize():,f}"


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


def days_between(first: str, since: date, last: str, until: date) -> str:
    """How days were counted, from one named day to another: 期限2026年10月31日から訪問日2026年11月24日まで24日."""
    return f"{first}{full_date(since)}から{last}{full_date(until)}まで{(until - since).days}日"


def spoken_date(day: date, today: date) -> str:
    """8/21 within a year of `today`'s calendar year, 2025/8/21 for any other."""
    return slash_date(day) if day.year == today.year else f"{day.year}/{slash_date(day)}"


def closing_period(period_end: date) -> str:
    """2026年3月期."""
    return f"{period_end.year}年{period_end.month}月期"


def month_end(day: date) -> str:
    """2026年3月末."""
    return f"{day.year}年{day.month}月末"


def partial_date(told: PartialDate) -> str:
    """A date as precisely as its source gave it: 2026年11月24日, 2026年11月, 2026年."""
    parts = ((told.year, "年"), (told.month, "月"), (told.day, "日"))
    return "".join(f"{number}{name}" for number, name in parts if number is not None)
