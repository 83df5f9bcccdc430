"""How much a store holds, in numbers alone."""

from __future__ import annotations

from sqlalchemy import Connection, func, select, true

from bankrm.adapters.store.rows import METADATA


def count_records(connection: Connection) -> dict[str, int]:
    """Rows by table, for records the current versions only: `client`, `contact`, `interaction`, … `draft`, `audit`."""
    counts = {}
    for table in METADATA.sorted_tables:
        count = select(func.count()).select_from(table)
        if "current" in table.c:
            count = count.where(table.c.current == true())
        counts[table.name] = connection.execute(count).scalar_one()
    return counts
