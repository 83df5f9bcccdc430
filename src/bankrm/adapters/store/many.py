"""Rows of thousands of records at once: laid out before the writer's place is taken, and moved in by few statements."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Column, Connection, Index, MetaData, Table, func, insert, select, true, update
from sqlalchemy.schema import CreateTable, DropTable

from bankrm.adapters.store.plain import content_of
from bankrm.adapters.store.rows import METADATA
from bankrm.adapters.store.topics import TOPICS
from bankrm.application.ports.records import Source
from bankrm.domain.dossier import Record

Sourced = tuple[Record, Source]


def digest_of(record: Record) -> str:
    """Two records of one content have one digest."""
    return hashlib.sha256(content_of(record, TOPICS[type(record)].derived)).hexdigest()


def columns_of(record: Record, source: Source) -> dict[str, object]:
    """A record's current row, without its version."""
    topic = TOPICS[type(record)]
    return {
        **topic.key(record), **topic.columns(record), "current": True, "digest": digest_of(record),
        "source_sha256": source.sha256, "source_place": source.place,
    }  # fmt: skip


def grouped(records: Iterable[Sourced]) -> Iterable[tuple[type, list[Sourced]]]:
    """Records by their kind, in their order."""
    found: dict[type, list[Sourced]] = defaultdict(list)
    for record, source in records:
        found[type(record)].append((record, source))
    return found.items()


class Many:
    """Records of one kind, laid out in a table of the connection's own (in memory, see `temp_store`) and moved in by SQLite itself.

    Each statement locks and wipes memory for what it is given (cipher_memory_security), which takes longer than the writing: so the rows
    are given before the writer's place is taken, and what then runs is the same few statements for one row and for thousands.
    """

    def __init__(self, connection: Connection, kind: type, records: Sequence[Sourced]) -> None:
        """Lay them out; nothing of the store is read or written."""
        topic = TOPICS[kind]
        self._connection, self._table = connection, METADATA.tables[str(topic.row.__tablename__)]
        self._key = [column.name for column in _index(self._table).columns]
        columns = [Column(one.name, one.type) for one in self._table.c if one.name != "id"]
        self._laid = Table(f"laid_{self._table.name}", MetaData(), *columns, prefixes=["TEMPORARY"])
        connection.execute(CreateTable(self._laid))
        rows = [{**columns_of(record, source), "version": 1} for record, source in records]
        by_client = sorted(
            rows, key=lambda row: (str(row["branch"]), str(row["cif"]))
        )  # indexes grow page by page then
        connection.execute(insert(self._laid), by_client)

    def move_in(self) -> bool:
        """Each in place of the version before, as the next one; whether there was one of any."""
        table, laid = self._table, self._laid
        same = [table.c[name] == laid.c[name] for name in self._key]
        next_version = select(func.max(table.c.version) + 1).where(*same).scalar_subquery()
        known = select(table.c.id).where(*same).exists()
        amends = self._connection.execute(update(laid).where(known).values(version=next_version)).rowcount > 0
        if amends:
            self._connection.execute(update(table).where(*same, table.c.current == true()).values(current=False))
        names = [column.name for column in laid.c]
        self._connection.execute(insert(table).from_select(names, select(laid)))
        self._connection.execute(DropTable(laid))
        return amends


def _index(table: Table) -> Index:
    """The natural key."""
    return next(index for index in table.indexes if index.name == f"uq_{table.name}_current")
