"""How much a store holds, in numbers alone."""

from __future__ import annotations

from sqlalchemy import Connection, Select, func, select, true

from bankrm.adapters.store.rows import METADATA
from bankrm.application.ports.records import Holdings

_KINDS = {
    "client": "client", "contact": "contact", "interaction": "interaction", "host": "host_figures",
    "other_bank": "other_bank_loan", "statement": "financial_statement", "deal": "deal", "visit": "visit",
    "document": "document", "product": "product",
}  # fmt: skip
"""The table of each kind of record, by the name that profiles give the kind."""


def count_records(connection: Connection) -> dict[str, int]:
    """Rows by table, for records the current versions only: `client`, `contact`, `interaction`, … `draft`, `audit`."""
    counts = {}
    for table in METADATA.sorted_tables:
        count = select(func.count()).select_from(table)
        if "current" in table.c:
            count = count.where(table.c.current == true())
        counts[table.name] = connection.execute(count).scalar_one()
    return counts


def count_held(connection: Connection) -> Holdings:
    """Current records by kind, and the first and last of the clients' newest 時点 of host data."""
    counts = {kind: connection.execute(_current(name)).scalar_one() for kind, name in _KINDS.items()}
    host = METADATA.tables["host_figures"]
    of_client = select(func.max(host.c.as_of).label("newest")).where(host.c.current == true())
    newest = of_client.group_by(host.c.branch, host.c.cif).subquery()
    first, last = connection.execute(select(func.min(newest.c.newest), func.max(newest.c.newest))).one()
    return Holdings(counts, (first, last) if first else None)


def _current(name: str) -> Select[int]:
    table = METADATA.tables[name]
    return select(func.count()).select_from(table).where(table.c.current == true())
