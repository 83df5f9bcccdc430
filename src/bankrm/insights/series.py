"""The six indicators over up to three periods, side by side, and how each has moved since the oldest of them.

ローカルベンチマーク compares with the industry's medians on a radar. Where no table of medians was brought in, nothing is compared
with the industry and no grade is given: the radar then shows a firm against itself, as an index of the oldest period shown (100).
An index needs two positive values. Where less is better it is turned round (oldest ÷ newest), so that outside always means better;
of 売上増加率, which is a change already, the sales themselves are indexed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bankrm.domain.business import Account, FinancialStatement
from bankrm.domain.citing import ACCOUNT_NAMES
from bankrm.insights.indicators import INDICATORS, Indicator, missing_at, outcome_at
from bankrm.language.formatting import rounded

PERIODS = 3
BASE = 100


@dataclass(frozen=True, slots=True)
class Reading:
    """One indicator of one period: a value as it is shown, or why there is none: `missing` lines, or a `reason`.

    Without any of the three the firm has no net debt (実質無借金).
    """

    period_end: date
    value: Decimal | None
    shown: str
    reason: str = ""
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator over the periods, oldest first. `index` is of what `index_of` names, 100 for the oldest; None where it has none."""

    key: str
    name: str
    aspect: str
    less_is_better: bool
    internal: bool
    readings: tuple[Reading, ...]
    index_of: str
    index: tuple[Decimal | None, ...]


def three_periods(statements: Sequence[FinancialStatement]) -> tuple[Series, ...]:
    """All indicators of the latest periods; nothing where no statement is known."""
    in_time = sorted(statements, key=lambda statement: statement.period_end)
    places = range(max(0, len(in_time) - PERIODS), len(in_time))
    return tuple(_series(indicator, in_time, places) for indicator in INDICATORS) if in_time else ()


def _series(indicator: Indicator, statements: Sequence[FinancialStatement], places: range) -> Series:
    readings = tuple(_reading(indicator, statements, at) for at in places)
    grows = indicator.key == "growth"
    values = [
        Decimal(sales) if (sales := statements[at].accounts.get(Account.SALES)) is not None else None for at in places
    ]
    indexed = _indexed(values if grows else [reading.value for reading in readings], indicator.less_is_better)
    return Series(
        indicator.key, indicator.name, indicator.aspect, indicator.less_is_better, indicator.internal, readings,
        ACCOUNT_NAMES[Account.SALES] if grows else indicator.name, indexed,
    )  # fmt: skip


def _reading(indicator: Indicator, statements: Sequence[FinancialStatement], at: int) -> Reading:
    end = statements[at].period_end
    missing = missing_at(indicator, statements, at)
    outcome = outcome_at(indicator, statements, at)
    if missing or outcome is None:
        return Reading(end, None, f"未算出({'・'.join(missing)}が未登録)", missing=missing)
    return Reading(end, outcome.value, outcome.shown, outcome.reason)


def _indexed(values: Sequence[Decimal | None], less_is_better: bool) -> tuple[Decimal | None, ...]:
    base = values[0]
    if base is None or base <= 0:
        return (None,) * len(values)
    return tuple(
        None if value is None or value <= 0 else rounded((base / value if less_is_better else value / base) * BASE, 0)
        for value in values
    )
