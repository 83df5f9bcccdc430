"""What every reader of quantities shares: the folded text, the day it is read on, and what was found so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from bankrm.language.patterns import pattern
from bankrm.language.quantities import Kind, PartialDate, Quantity

ABOUT = ("約", "およそ", "おおよそ", "おおむね", "概ね", "ざっと", "だいたい", "大体", "ほぼ", "凡そ", "推定", "概算")
_ABOUT_BEFORE = tuple(about + space for about in ABOUT for space in ("", " "))
_ABOUT_AFTER = pattern(
    r" ?(?:強(?![化制力い弱み調気])|弱(?![まい含点体気])|程度|程(?=[、。)の]|$)|以上|以下|未満|超|余り|余(?![裕剰力地る計])|あまり|ほど"
    r"|くらい|ぐらい|位(?=[、。)のはで]|$)|前後|近く|内外|見当|規模|以内|頃|ごろ|ころ|あたり(?=[、。まにで]|$)|弱含)"
)
_LINK = pattern(r" ?(?:~|-|から|より|、|,|・|/|と|及び|および|並びに|又は|または|もしくは|か|→) ?")


class Reading(NamedTuple):
    """What a reader made of the place: how far it read, and the quantities there (none for what means no value)."""

    end: int
    items: tuple[Quantity, ...] = ()


@dataclass(slots=True)
class Scene:
    """One text being read. `column_unit` is the unit a table's heading gave to the bare numbers
    after it (千円), as far as `column_end`."""

    text: str
    today: date | None = None
    year_end_month: int = 3
    found: list[Quantity] = field(default_factory=list)
    column_unit: str = ""
    column_end: int = 0

    def linked(self, start: int) -> Quantity | None:
        """The quantity found just before, joined to this place by 〜, から, 、 and the like."""
        if not self.found:
            return None
        last = self.found[-1]
        return last if last.end <= start and _LINK.fullmatch(self.text, last.end, start) else None

    def told_date(self) -> PartialDate | None:
        """The day or month last named in this text: what 翌月, 同年 and 前年同月 count from."""
        for quantity in reversed(self.found):
            if quantity.kind in (Kind.DATE, Kind.MONTH):
                return quantity.partial_date()
        return None

    def month_today(self) -> PartialDate | None:
        """This month, where a day is given."""
        return PartialDate(self.today.year, self.today.month) if self.today else None


Reader = Callable[[Scene, int], Reading | None]


def about_before(text: str, start: int) -> bool:
    """Whether 約, およそ … stand before this place."""
    return text.endswith(_ABOUT_BEFORE, max(0, start - 5), start)


def about_after(text: str, end: int) -> bool:
    """Whether 強, 程度, 以上 … follow this place."""
    return bool(_ABOUT_AFTER.match(text, end))


def about(text: str, start: int, end: int) -> bool:
    """Whether a quantity in this span is given roughly or as a bound."""
    return about_before(text, start) or about_after(text, end)


def one(start: int, end: int, kind: Kind, value: int | float | str, unit: str = "", approx: bool = False) -> Reading:
    """A reading of a single quantity."""
    return Reading(end, (Quantity(start, end, kind, value, unit, approx),))
