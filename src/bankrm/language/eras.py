"""Japanese eras, to the common calendar.

Modern eras change on a day (元号法; 明治 by the law of 1868); older ones serve for founding years (文化2年創業) and count as whole years.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Era:
    """One era with its first day; `letter` and `short` as forms and ledgers abbreviate it."""

    name: str
    first_day: date
    letter: str = ""
    short: str = ""

    def year(self, number: int) -> int:
        """The calendar year of the era's year `number` (元年 is 1)."""
        return self.first_day.year + number - 1


MODERN = (
    Era("令和", date(2019, 5, 1), "R", "令"),
    Era("平成", date(1989, 1, 8), "H", "平"),
    Era("昭和", date(1926, 12, 25), "S", "昭"),
    Era("大正", date(1912, 7, 30), "T", "大"),
    Era("明治", date(1868, 1, 25), "M", "明"),
)
_EDO = (
    "慶長1596 元和1615 寛永1624 正保1644 慶安1648 承応1652 明暦1655 万治1658 寛文1661 延宝1673 天和1681 貞享1684 元禄1688 宝永1704 "
    "正徳1711 享保1716 元文1736 寛保1741 延享1744 寛延1748 宝暦1751 明和1764 安永1772 天明1781 寛政1789 享和1801 文化1804 文政1818 "
    "天保1830 弘化1844 嘉永1848 安政1854 万延1860 文久1861 元治1864 慶応1865"
)
OLDER = tuple(Era(entry[:2], date(int(entry[2:]), 1, 1)) for entry in _EDO.split())
BY_NOTATION = {notation: era for era in (*MODERN, *OLDER) for notation in (era.name, era.letter, era.short) if notation}


def possible(era: Era, year: int, month: int | None = None, day: int | None = None) -> bool:
    """Whether a date does not lie before its era: 令和元年4月1日 never was. Years past an era's end are in use (平成35年満期)."""
    first = era.first_day
    if month is None or era in OLDER:
        return year >= first.year
    if day is None:
        return (year, month) >= (first.year, first.month)
    return (year, month, day) >= (first.year, first.month, first.day)
