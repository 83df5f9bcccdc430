"""Amounts, dates, periods and other measured things as they stand in Japanese bank papers."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bankrm.language.patterns import pattern

_ALIKE = {"名": "人", "店舗": "店"}
_ISO_LENGTH = pattern(
    r"P(?:([0-9.]+)Y)?(?:([0-9.]+)M)?(?:([0-9.]+)W)?(?:([0-9.]+)D)?(?:T(?:([0-9.]+)H)?(?:([0-9.]+)M)?(?:([0-9.]+)S)?)?"
)


def _length(iso: str) -> tuple[object, ...]:
    """An ISO 8601 duration as months and seconds, so that P1Y6M and P18M are one. Raises ValueError for anything else."""
    match = _ISO_LENGTH.fullmatch(iso)
    if not match:
        raise ValueError(iso)
    y, m, w, d, hours, minutes, seconds = (float(part or 0) for part in match.groups())
    return (round(y * 12 + m, 6), round((w * 7 + d) * 86400 + hours * 3600 + minutes * 60 + seconds, 6))


class Kind(StrEnum):
    """What a quantity measures."""

    AMOUNT = "amount"
    RATIO = "ratio"
    COUNT = "count"
    DATE = "date"
    MONTH = "month"
    YEAR = "year"
    PERIOD = "period"
    DURATION = "duration"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One measured thing found in a text.

    `value` is an integer of yen for an amount, a number for a ratio or a count, and ISO 8601 text otherwise
    (`2026-05`, `2025-04/2026-03`, `P7Y6M`). `start` and `end` count Unicode code points of the text as given.
    """

    start: int
    end: int
    kind: Kind
    value: int | float | str
    unit: str
    approx: bool = False

    def same_value(self, other: Quantity) -> bool:
        """Whether both state the same thing, whatever the notation: 3億円 and 300百万円, 3割 and 30%, 64名 and 64人, 1年半 and 18か月."""
        return self.kind is other.kind and self._comparable() == other._comparable()

    def _comparable(self) -> tuple[object, ...]:
        if self.kind is Kind.DURATION:
            return _length(str(self.value))
        if self.kind is Kind.RATIO and self.unit == "割":
            return (round(float(self.value) * 10, 9), "%")
        if self.kind in (Kind.RATIO, Kind.COUNT):
            return (self.value, _ALIKE.get(self.unit, self.unit))
        return (self.value,)

    def partial_date(self) -> PartialDate:
        """The value of a date, a month or a year. Raises ValueError for any other kind."""
        if self.kind not in (Kind.DATE, Kind.MONTH, Kind.YEAR):
            raise ValueError(self.kind)
        return PartialDate.parse(str(self.value))


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date with the precision that its source gave: a day, a month or a year."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """The full date of a calendar day."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def parse(cls, iso: str) -> PartialDate:
        """Read `2026`, `2026-05` or `2026-05-20`. Raises ValueError for anything else or an impossible date."""
        parts = [int(part) for part in iso.split("-")]
        result = cls(*parts)
        result.last_day()
        return result

    def first_day(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> date:
        """The latest day it can mean; what is due 「7月中」 is late only after it."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)])


def days_of(told: Quantity) -> tuple[date, date] | None:
    """First and last day of a date, a month, a year or a period; None for anything else."""
    if told.kind not in (Kind.DATE, Kind.MONTH, Kind.YEAR, Kind.PERIOD):
        return None
    first, _, last = str(told.value).partition("/")
    return PartialDate.parse(first).first_day(), PartialDate.parse(last or first).last_day()
