"""Rows of thousands of records at once: laid out before the writer's place is taken, and moved in by few statements."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Column, Connection, Index, Integer, MetaData, Table, delete, func, insert, select, true, update
from sqlalchemy.schema import CreateTable, DropTable

from bankrm.adapters.store.plain import content_of
from bankrm.adapters.store.rows import METADATA
from bankrm.adapters.store.topics import TOPICS
from bankrm.application.ports.records import Amendment, Source
from bankrm.domain.dossier import Record


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


def grouped(amendments: Iterable[Amendment]) -> Iterable[tuple[type, list[Amendment]]]:
    """Amendments by the kind of their records, in their order."""
    found: dict[type, list[Amendment]] = defaultdict(list)
    for one in amendments:
        found[type(one.record)].append(one)
    return found.items()


class Many:
    """Records of one kind, laid out in a table of the connection's own (in memory, see `temp_store`) and moved in by SQLite itself.

    Each statement locks and wipes memory for what it is given (cipher_memory_security), which takes longer than the writing: so the rows
    are given before the writer's place is taken, and what then runs is the same few statements for one row and for thousands.
    """

    def __init__(self, connection: Connection, kind: type, amendments: Sequence[Amendment]) -> None:
        """Lay them out; nothing of the store is read or written."""
        self._connection, self._table = connection, METADATA.tables[str(TOPICS[kind].row.__tablename__)]
        self._key = [column.name for column in _index(self._table).columns]
        columns = [Column(one.name, one.type) for one in self._table.c if one.name != "id"]
        nth = Column("nth", Integer, primary_key=True)
        self._laid = Table(f"laid_{self._table.name}", MetaData(), nth, *columns, prefixes=["TEMPORARY"])
        connection.execute(CreateTable(self._laid))
        self._same = [self._table.c[name] == self._laid.c[name] for name in self._key]
        rows = [({**columns_of(one.record, one.source), "version": one.version + 1}, one) for one in amendments]
        rows.sort(key=lambda row: (str(row[0]["branch"]), str(row[0]["cif"])))  # indexes grow page by page then
        connection.execute(insert(self._laid), [{**row, "nth": place} for place, (row, _) in enumerate(rows)])
        self._amendments = [one for _, one in rows]

    def overtaken(self) -> list[Amendment]:
        """Those that somebody amended since they were compared."""
        current = select(self._table.c.version).where(*self._same, self._table.c.current == true()).scalar_subquery()
        changed = select(self._laid.c.nth).where(self._laid.c.version != func.coalesce(current, 0) + 1)
        return [self._amendments[place] for place in self._connection.execute(changed).scalars()]

    def leave_out(self, amendments: Collection[Amendment]) -> None:
        """Those of them that were laid out here are not moved in."""
        places = [place for place, one in enumerate(self._amendments) if one in amendments]
        self._connection.execute(delete(self._laid).where(self._laid.c.nth.in_(places)))

    def move_in(self) -> bool:
        """Each in place of the version that it was compared with, as the next one; whether there may be one of any."""
        amends = any(one.version for one in self._amendments)
        if amends:
            current = self._table.c.current == true()
            self._connection.execute(update(self._table).where(*self._same, current).values(current=False))
        names = [column.name for column in self._laid.c if column.name != "nth"]
        laid = select(*(self._laid.c[name] for name in names)).order_by(self._laid.c.nth)
        self._connection.execute(insert(self._table).from_select(names, laid))
        self._connection.execute(DropTable(self._laid))
        return amends


def _index(table: Table) -> Index:
    """The natural key."""
    return next(index for index in table.indexes if index.name == f"uq_{table.name}_current")
