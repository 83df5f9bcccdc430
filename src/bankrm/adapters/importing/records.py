"""Record types a table may hold: the kind of each field, which are needed, and how values become a record of the domain."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bankrm.domain.business import Account, Deal, FinancialStatement, HostFigures, HostItem, OtherBankLoan
from bankrm.domain.clients import Client, ClientKey, Contact
from bankrm.domain.dossier import Record
from bankrm.domain.interactions import Interaction

NEVER_NEGATIVE = frozenset({
    *(item.value for item in HostItem), "balance_yen", "amount_yen", Account.SALES.value, Account.BORROWINGS.value, Account.CASH.value,
    Account.RECEIVABLES.value, Account.INVENTORIES.value, Account.PAYABLES.value, Account.TOTAL_ASSETS.value,
})  # fmt: skip
"""Amounts that are seldom below zero: a minus is taken over, to be looked at."""

Values = Mapping[str, Any]
"""Converted cells by field; a field whose column is missing is absent, an empty cell is '', (), False or None."""


@dataclass(frozen=True, slots=True)
class RecordType:
    """`kinds` names a converter per field; of the fields in `one_of` at least one column must be there (none: no such rule)."""

    kinds: Mapping[str, str]
    required: frozenset[str]
    build: Callable[[Values], Record]
    one_of: frozenset[str] = frozenset()
    rank: int = 1
    as_of_required: bool = False


_KEY = {"branch": "branch", "cif": "cif"}


def _key(values: Values) -> ClientKey:
    return ClientKey(values["branch"], values["cif"])


def _given(values: Values, *fields: str) -> dict[str, Any]:
    """The fields that have a value, as keyword arguments; the rest keep the domain's defaults."""
    return {field: values[field] for field in fields if values.get(field) not in (None, "", ())}


def _client(values: Values) -> Client:
    fields = _given(
        values, "reading", "form", "aliases", "corporate_number", "industry", "address", "representative", "founded", "business",
        "suppliers", "customers", "in_charge", "as_of",
    )  # fmt: skip
    return Client(_key(values), values["name"], **fields)


def _contact(values: Values) -> Contact:
    return Contact(_key(values), values["name"], **_given(values, "role", "reading", "aliases", "decides", "note"))


def _interaction(values: Values) -> Interaction:
    fields = _given(
        values, "place", "attendees", "bank_people", "purpose", "explanation", "client_words", "promises_text", "handed_over",
        "next_step", "confidentiality", "open_points",
    )  # fmt: skip
    return Interaction(values.get("ref", ""), _key(values), values["on"], values.get("method", ""), **fields)


def _host(values: Values) -> HostFigures:
    figures = {item: values[item.value] for item in HostItem if values.get(item.value) is not None}
    return HostFigures(_key(values), values["as_of"], figures, **_given(values, "personal_guarantee", "collateral"))


def _other_bank(values: Values) -> OtherBankLoan:
    return OtherBankLoan(
        _key(values), values["bank"], values["as_of"], **_given(values, "balance_yen", "rate_percent", "guaranteed")
    )


def _statement(values: Values) -> FinancialStatement:
    accounts = {account: values[account.value] for account in Account if values.get(account.value) is not None}
    return FinancialStatement(_key(values), values["period_end"], accounts, **_given(values, "source"))


def _deal(values: Values) -> Deal:
    fields = _given(values, "purpose", "amount_yen", "stage", "deadline", "opened", "note")
    return Deal(values.get("ref", ""), _key(values), values["title"], **fields)


def _texts(*fields: str) -> dict[str, str]:
    return dict.fromkeys(fields, "text")


RECORD_TYPES: Mapping[str, RecordType] = {
    "client": RecordType(
        _KEY | _texts("industry", "address", "founded", "business", "suppliers", "customers")
        | {"name": "name", "reading": "name", "form": "form", "corporate_number": "corporate_number", "aliases": "names",
           "representative": "name", "in_charge": "name", "as_of": "as_of"},
        frozenset({"branch", "cif", "name"}), _client, rank=0,
    ),
    "contact": RecordType(
        _KEY | {"name": "name", "reading": "name", "role": "name", "aliases": "names", "decides": "flag", "note": "text"},
        frozenset({"branch", "cif", "name"}), _contact,
    ),
    "interaction": RecordType(
        _KEY | _texts("method", "place", "purpose", "explanation", "client_words", "promises_text", "handed_over", "next_step",
                      "confidentiality", "open_points")
        | {"ref": "name", "on": "date", "attendees": "names", "bank_people": "names"},
        frozenset({"branch", "cif", "on"}), _interaction, frozenset({"explanation", "client_words"}),
    ),
    "host": RecordType(
        _KEY | {item.value: "amount" for item in HostItem}
        | {"as_of": "as_of", "personal_guarantee": "text", "collateral": "text"},
        frozenset({"branch", "cif", "as_of"}), _host, frozenset(item.value for item in HostItem), as_of_required=True,
    ),
    "other_bank": RecordType(
        _KEY | {"bank": "name", "as_of": "as_of", "balance_yen": "amount", "rate_percent": "percent", "guaranteed": "text"},
        frozenset({"branch", "cif", "bank", "as_of"}), _other_bank, frozenset({"balance_yen", "rate_percent"}),
        as_of_required=True,
    ),
    "statement": RecordType(
        _KEY | {account.value: "amount" for account in Account}
        | {Account.EMPLOYEES.value: "count", "period_end": "period_end", "source": "text"},
        frozenset({"branch", "cif", "period_end"}), _statement, frozenset(account.value for account in Account),
    ),
    "deal": RecordType(
        _KEY | _texts("purpose", "stage", "note")
        | {"ref": "name", "title": "name", "amount_yen": "amount", "deadline": "due", "opened": "date"},
        frozenset({"branch", "cif", "title"}), _deal,
    ),
}  # fmt: skip
