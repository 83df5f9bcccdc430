"""Our business with the client: 基幹データ, 他行借入, 案件, 決算. One column for each host value and each account."""

from __future__ import annotations

from datetime import date

from sqlalchemy import text
from sqlmodel import Field

from bankrm.adapters.store.rows.base import RecordRow, TextTuple, Topic, record_indexes
from bankrm.adapters.store.rows.clients import client_key, key_columns
from bankrm.domain.business import Account, Deal, FinancialStatement, HostFigures, HostItem, OtherBankLoan


class HostRow(RecordRow, table=True):
    """基幹データ of one day; a value that the host did not give is NULL."""

    __tablename__ = "host_figures"
    __table_args__ = record_indexes("host_figures", "branch", "cif", "as_of")

    as_of: date
    loans: int | None = None
    guaranteed_loans: int | None = None
    monthly_repayment: int | None = None
    deposits: int | None = None
    personal_guarantee: str
    collateral: str
    unsaid: tuple[str, ...] = Field(sa_type=TextTuple, sa_column_kwargs={"server_default": text("'[]'")})


class OtherBankRow(RecordRow, table=True):
    """他行借入."""

    __tablename__ = "other_bank_loan"
    __table_args__ = record_indexes("other_bank_loan", "branch", "cif", "bank", "as_of")

    bank: str
    as_of: date
    balance_yen: int | None = None
    rate_percent: float | None = None
    guaranteed: str


class DealRow(RecordRow, table=True):
    """案件."""

    __tablename__ = "deal"
    __table_args__ = record_indexes("deal", "branch", "cif", "ref")

    ref: str
    title: str
    purpose: str
    amount_yen: int | None = None
    stage: str
    deadline: date | None = None
    opened: date | None = None
    note: str


class StatementRow(RecordRow, table=True):
    """決算 of one period, in yen (employees: heads); a line that is unknown is NULL."""

    __tablename__ = "financial_statement"
    __table_args__ = record_indexes("financial_statement", "branch", "cif", "period_end")

    period_end: date
    source: str
    sales: int | None = None
    operating_profit: int | None = None
    ordinary_profit: int | None = None
    net_profit: int | None = None
    taxes: int | None = None
    depreciation: int | None = None
    borrowings: int | None = None
    cash: int | None = None
    receivables: int | None = None
    inventories: int | None = None
    payables: int | None = None
    net_assets: int | None = None
    total_assets: int | None = None
    employees: int | None = None


_DEAL = ("title", "purpose", "amount_yen", "stage", "deadline", "opened", "note")


def to_host(row: HostRow) -> HostFigures:
    """The domain's value of a row."""
    values = {item: value for item in HostItem if (value := getattr(row, item.value)) is not None}
    return HostFigures(client_key(row), row.as_of, values, row.personal_guarantee, row.collateral, row.unsaid)


def to_other_bank(row: OtherBankRow) -> OtherBankLoan:
    """The domain's value of a row."""
    return OtherBankLoan(client_key(row), row.bank, row.as_of, row.balance_yen, row.rate_percent, row.guaranteed)


def to_deal(row: DealRow) -> Deal:
    """The domain's value of a row."""
    return Deal(row.ref, client_key(row), **{name: getattr(row, name) for name in _DEAL})


def to_statement(row: StatementRow) -> FinancialStatement:
    """The domain's value of a row."""
    accounts = {account: value for account in Account if (value := getattr(row, account.value)) is not None}
    return FinancialStatement(client_key(row), row.period_end, accounts, row.source)


HOST = Topic[HostFigures](
    HostRow,
    key=lambda host: {**key_columns(host.client), "as_of": host.as_of},
    columns=lambda host: {
        "personal_guarantee": host.personal_guarantee,
        "collateral": host.collateral,
        "unsaid": host.unsaid,
        **{item.value: host.values_yen.get(item) for item in HostItem},
    },
)

OTHER_BANKS = Topic[OtherBankLoan](
    OtherBankRow,
    key=lambda loan: {**key_columns(loan.client), "bank": loan.bank, "as_of": loan.as_of},
    columns=lambda loan: {
        "balance_yen": loan.balance_yen,
        "rate_percent": loan.rate_percent,
        "guaranteed": loan.guaranteed,
    },
)

DEALS = Topic[Deal](
    DealRow,
    key=lambda deal: {**key_columns(deal.client), "ref": deal.ref},
    columns=lambda deal: {name: getattr(deal, name) for name in _DEAL},
)

STATEMENTS = Topic[FinancialStatement](
    StatementRow,
    key=lambda statement: {**key_columns(statement.client), "period_end": statement.period_end},
    columns=lambda statement: {
        "source": statement.source,
        **{account.value: statement.accounts.get(account) for account in Account},
    },
)
