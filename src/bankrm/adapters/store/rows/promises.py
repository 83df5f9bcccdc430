"""What became of promises: closings as said, and the open promises of each client by the last reading of its records."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, Row, bindparam, delete
from sqlmodel import Field, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from bankrm.adapters.store.rows.base import StoreTable, ZonedTime
from bankrm.adapters.store.rows.clients import key_columns
from bankrm.domain.clients import ClientKey
from bankrm.domain.closings import Closing, ClosingKind, OpenPromise
from bankrm.domain.ids import ClosingId
from bankrm.domain.interactions import Party


class PromiseColumns(SQLModel):
    """One promise as it was read."""

    branch: str
    cif: str
    record: str
    promised_on: date
    owner: str
    text: str
    thing: str
    due: date | None = None
    doubt: str


class ClosingRow(PromiseColumns, StoreTable, table=True):
    """What a person said of a promise; `taken_back` is when it was undone."""

    __tablename__ = "closing"
    __table_args__ = (Index(None, "branch", "cif"),)

    id: str = Field(primary_key=True)
    kind: str
    on: date
    words: str
    by: str
    at: datetime = Field(sa_type=ZonedTime)
    taken_back: datetime | None = Field(default=None, sa_type=ZonedTime)


class OpenPromiseRow(PromiseColumns, StoreTable, table=True):
    """One promise that is open by the last reading."""

    __tablename__ = "open_promise"
    __table_args__ = (Index(None, "branch", "cif"), Index(None, "owner", "due"))

    id: int | None = Field(default=None, primary_key=True)


class PromiseReadingRow(StoreTable, table=True):
    """That a client's promises were read: by whom, as of which day, and from which day on it holds no more."""

    __tablename__ = "promise_reading"

    branch: str = Field(primary_key=True)
    cif: str = Field(primary_key=True)
    reader: str
    day: date
    until: date | None = None


_READING = StoreTable.metadata.tables["promise_reading"].c
READING_GONE = delete(StoreTable.metadata.tables["promise_reading"]).where(
    _READING.branch == bindparam("branch"), _READING.cif == bindparam("cif")
)


def standing_closings(client: ClientKey) -> SelectOfScalar[ClosingRow]:
    """The closings of one client that were not taken back, in the order in which they were said."""
    of_client = select(ClosingRow).where(ClosingRow.branch == client.branch, ClosingRow.cif == client.cif)
    return of_client.where(col(ClosingRow.taken_back).is_(None)).order_by(ClosingRow.id)


def identity_columns(promise: OpenPromise) -> dict[str, object]:
    """The columns by which a promise is found again."""
    client, record, owner, text = promise.identity
    return {**key_columns(client), "record": record, "owner": str(owner), "text": text}


def promise_columns(promise: OpenPromise) -> dict[str, object]:
    """The columns of one promise."""
    read = {"promised_on": promise.promised_on, "thing": promise.thing, "due": promise.due, "doubt": promise.doubt}
    return {**identity_columns(promise), **read}


def closing_columns(closing: Closing) -> dict[str, object]:
    """The columns of one closing."""
    said = {"id": closing.id, "kind": str(closing.kind), "on": closing.on, "words": closing.words}
    return {**promise_columns(closing.promise), **said, "by": closing.by, "at": closing.at}


def to_promise(row: PromiseColumns | Row[Any]) -> OpenPromise:
    """The domain's value of a row."""
    client, owner = ClientKey(row.branch, row.cif), Party(row.owner)
    return OpenPromise(client, row.record, row.promised_on, owner, row.text, row.thing, row.due, row.doubt)


def to_closing(row: ClosingRow) -> Closing:
    """The domain's value of a row."""
    return Closing(ClosingId(row.id), to_promise(row), ClosingKind(row.kind), row.on, row.words, row.by, row.at)
