"""Our business with the client: host values, deals, statements of account."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bankrm.domain.clients import ClientKey


class HostItem(StrEnum):
    """Values of the host system (基幹データ), in yen."""

    LOANS = "loans"  # 当行融資残高
    GUARANTEED_LOANS = "guaranteed_loans"  # うち保証協会付
    MONTHLY_REPAYMENT = "monthly_repayment"  # 返済月額
    DEPOSITS = "deposits"  # 預金


@dataclass(frozen=True, slots=True)
class HostFigures:
    """基幹データ: what the host said of one client on one day (時点). `personal_guarantee` and `collateral` as recorded.

    Of the fields in `unsaid` (HOST_FIELDS) that day's extract had no column: what was said of them before still stands.
    """

    client: ClientKey
    as_of: date
    values_yen: Mapping[HostItem, int] = field(default_factory=dict)
    personal_guarantee: str = ""
    collateral: str = ""
    unsaid: tuple[str, ...] = ()

    def only(self, fields: Collection[str]) -> HostFigures:
        """These fields alone."""
        values = {item: yen for item, yen in self.values_yen.items() if item in fields}
        guarantee = self.personal_guarantee if "personal_guarantee" in fields else ""
        collateral = self.collateral if "collateral" in fields else ""
        return HostFigures(self.client, self.as_of, values, guarantee, collateral)


HOST_FIELDS = frozenset({*(item.value for item in HostItem), "personal_guarantee", "collateral"})


def standing_figures(host: Iterable[HostFigures]) -> tuple[HostFigures, ...]:
    """What the host said last of each thing, each under the day on which it said so, in the order of the days."""
    standing: list[HostFigures] = []
    open_fields = set(HOST_FIELDS)
    for figures in sorted(host, key=lambda one: one.as_of, reverse=True):
        said = open_fields.difference(figures.unsaid)
        last = figures.only(said)
        if not standing or last.values_yen or last.personal_guarantee or last.collateral:
            standing.insert(0, last)
        open_fields -= said
    return tuple(standing)


@dataclass(frozen=True, slots=True)
class OtherBankLoan:
    """他行借入: another bank's terms as far as known, with their day."""

    client: ClientKey
    bank: str
    as_of: date
    balance_yen: int | None = None
    rate_percent: float | None = None
    guaranteed: str = ""


@dataclass(frozen=True, slots=True)
class Deal:
    """案件: a need for money or advice under discussion."""

    ref: str
    client: ClientKey
    title: str
    purpose: str = ""
    amount_yen: int | None = None
    stage: str = ""
    deadline: date | None = None
    opened: date | None = None
    note: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is still under discussion."""
        return not any(word in self.stage for word in ("成約", "実行", "完了", "終了", "見送", "謝絶", "失注", "取下"))

    @property
    def matures(self) -> bool:
        """Whether money is out and the deadline is the day it falls due or is renewed."""
        return bool(re.search(r"期日管理|(?:継続|更新)(?!済|完了)", self.stage))


class Account(StrEnum):
    """Lines of a statement of account that the indicators read; all in yen but the number of employees."""

    SALES = "sales"  # 売上高
    OPERATING_PROFIT = "operating_profit"  # 営業利益
    ORDINARY_PROFIT = "ordinary_profit"  # 経常利益
    NET_PROFIT = "net_profit"  # 当期純利益
    TAXES = "taxes"  # 法人税等
    DEPRECIATION = "depreciation"  # 減価償却費
    BORROWINGS = "borrowings"  # 借入金
    CASH = "cash"  # 現預金
    RECEIVABLES = "receivables"  # 売上債権
    INVENTORIES = "inventories"  # 棚卸資産
    PAYABLES = "payables"  # 買入債務
    NET_ASSETS = "net_assets"  # 純資産
    TOTAL_ASSETS = "total_assets"  # 総資産
    EMPLOYEES = "employees"  # 従業員数


@dataclass(frozen=True, slots=True)
class FinancialStatement:
    """決算: one period's accounts. `period_end` is the last day of the year it closes; a line that is absent is unknown."""

    client: ClientKey
    period_end: date
    accounts: Mapping[Account, int]
    source: str = ""
