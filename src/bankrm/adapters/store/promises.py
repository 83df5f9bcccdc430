"""Closings and readings of promises in the store."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, delete, exists, func, insert, or_, select, true, tuple_, update
from sqlmodel import select as select_rows

from bankrm.adapters.store.rows import METADATA
from bankrm.adapters.store.rows.clients import key_columns
from bankrm.adapters.store.rows.promises import (
    READING_GONE,
    ClosingRow,
    closing_columns,
    identity_columns,
    promise_columns,
    standing_closings,
    to_closing,
    to_promise,
)
from bankrm.adapters.store.transaction import Transaction
from bankrm.domain.clients import ClientKey
from bankrm.domain.closings import Closing, OpenPromise
from bankrm.domain.ids import ClosingId
from bankrm.domain.interactions import Party

_CLIENT, _CLOSING = METADATA.tables["client"], METADATA.tables["closing"]
_OPEN, _READING = METADATA.tables["open_promise"], METADATA.tables["promise_reading"]


class SqlCipherPromises:
    """What persons said became of promises, and what is open by the last reading."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def close(self, closing: Closing) -> None:
        """Keep what was said; its promise is open no more, as far as was read."""
        connection, promise = self._transaction.writing(), closing.promise
        connection.execute(insert(_CLOSING).values(**closing_columns(closing)))
        same = (_OPEN.c[name] == value for name, value in identity_columns(promise).items())
        connection.execute(delete(_OPEN).where(*same))
        connection.execute(READING_GONE, key_columns(promise.client))

    def get(self, closing: ClosingId) -> Closing | None:
        """One closing, also where it was taken back; read as the only writer."""
        self._transaction.writing()
        found = self._transaction.rows(select_rows(ClosingRow).where(ClosingRow.id == closing))
        return to_closing(found[0]) if found else None

    def closings(self, client: ClientKey) -> Sequence[Closing]:
        """Those that count, in the order in which they were said; read as the only writer."""
        self._transaction.writing()
        return [to_closing(row) for row in self._transaction.rows(standing_closings(client))]

    def take_back(self, closing: ClosingId, at: datetime) -> None:
        """From now on it counts no more; it stays to be read."""
        said = self.get(closing)
        if said:
            connection = self._transaction.writing()
            connection.execute(update(_CLOSING).where(_CLOSING.c.id == closing).values(taken_back=at))
            connection.execute(READING_GONE, key_columns(said.client))

    def keep_reading(
        self, client: ClientKey, reader: str, day: date, until: date | None, promises: Sequence[OpenPromise]
    ) -> None:
        """In place of the client's last reading; it holds on days before `until`."""
        connection = self._transaction.writing()
        connection.execute(delete(_OPEN).where(_of(client)))
        if promises:
            connection.execute(insert(_OPEN), [promise_columns(promise) for promise in promises])
        connection.execute(READING_GONE, key_columns(client))
        connection.execute(insert(_READING).values(**key_columns(client), reader=reader, day=day, until=until))

    def unread(self, reader: str, day: date) -> Sequence[ClientKey]:
        """Clients whose open promises are not read as they stand on that day, in the order of their keys."""
        holds = or_(_READING.c.until.is_(None), _READING.c.until > day)
        same = and_(_READING.c.branch == _CLIENT.c.branch, _READING.c.cif == _CLIENT.c.cif)
        read = exists().where(same, _READING.c.reader == reader, _READING.c.day <= day, holds)
        keys = select(_CLIENT.c.branch, _CLIENT.c.cif).where(_CLIENT.c.current == true(), ~read)
        found = self._transaction.reading().execute(keys.order_by(_CLIENT.c.branch, _CLIENT.c.cif))
        return [ClientKey(branch, cif) for branch, cif in found]

    def open(
        self,
        owner: Party,
        *,
        first: date | None = None,
        last: date | None = None,
        clients: Collection[ClientKey] | None = None,
        limit: int | None = None,
    ) -> Sequence[OpenPromise]:
        """Promises of that side by due day (those without one last); where given, due on these days, of these clients, so many."""
        found = select(_OPEN).where(*_due(owner, first, last))
        if clients is not None:
            found = found.where(tuple_(_OPEN.c.branch, _OPEN.c.cif).in_([(key.branch, key.cif) for key in clients]))
        place = _OPEN.c.due.is_(None), _OPEN.c.due, _OPEN.c.branch, _OPEN.c.cif, _OPEN.c.id
        return [to_promise(row) for row in self._transaction.reading().execute(found.order_by(*place).limit(limit))]

    def count_open(self, owner: Party, *, first: date | None = None, last: date | None = None) -> int:
        """How many there are of that side; where given, due on these days."""
        count = select(func.count()).select_from(_OPEN).where(*_due(owner, first, last))
        return int(self._transaction.reading().execute(count).scalar_one())


def _due(owner: Party, first: date | None, last: date | None) -> Iterator[ColumnElement[bool]]:
    yield _OPEN.c.owner == owner
    if first is not None:
        yield _OPEN.c.due >= first
    if last is not None:
        yield _OPEN.c.due <= last


def _of(client: ClientKey) -> ColumnElement[bool]:
    return and_(_OPEN.c.branch == client.branch, _OPEN.c.cif == client.cif)
