"""Memos of talks, and the time that preparation takes."""

from __future__ import annotations

import json
from datetime import date, datetime

from sqlalchemy import Index, text
from sqlmodel import Field

from bankrm.adapters.store.plain import from_plain, to_plain
from bankrm.adapters.store.rows.base import StoreTable, ZonedTime
from bankrm.domain.clients import ClientKey
from bankrm.domain.memos import Memo
from bankrm.domain.practice import SetTime


class MemoRow(StoreTable, table=True):
    """One memo: `content` is all of it as JSON, the other columns are what it is found by."""

    __tablename__ = "memo"
    __table_args__ = (
        Index(None, "branch", "cif"),
        Index(None, "branch", "cif", "visit", unique=True, sqlite_where=text("visit IS NOT NULL")),
    )

    id: str = Field(primary_key=True)
    branch: str
    cif: str
    visit: str | None = Field(default=None, index=True)
    on: date = Field(index=True)
    state: str = Field(index=True)
    ref: str
    content: str


class SetTimeRow(StoreTable, table=True):
    """The times of one visit's set."""

    __tablename__ = "set_time"

    branch: str = Field(primary_key=True)
    cif: str = Field(primary_key=True)
    visit: str = Field(primary_key=True)
    opened: datetime | None = Field(default=None, sa_type=ZonedTime)
    confirmed: datetime | None = Field(default=None, sa_type=ZonedTime)
    recorded: datetime | None = Field(default=None, sa_type=ZonedTime)


class ToldOnceRow(StoreTable, table=True):
    """What a person was asked once, by the name of the question."""

    __tablename__ = "told_once"

    name: str = Field(primary_key=True)
    value: str


def memo_columns(memo: Memo) -> dict[str, object]:
    """The columns of one memo."""
    return {
        "id": memo.id, "branch": memo.client.branch, "cif": memo.client.cif, "visit": memo.visit, "on": memo.on,
        "state": str(memo.state), "ref": memo.ref,
        "content": json.dumps(to_plain(memo), ensure_ascii=False, separators=(",", ":")),
    }  # fmt: skip


def to_memo(row: MemoRow) -> Memo:
    """The domain's value of a row."""
    return from_plain(Memo, json.loads(row.content))


def time_columns(time: SetTime) -> dict[str, object]:
    """The columns of one set's times."""
    key = {"branch": time.client.branch, "cif": time.client.cif, "visit": time.visit}
    return {**key, "opened": time.opened, "confirmed": time.confirmed, "recorded": time.recorded}


def to_time(row: SetTimeRow) -> SetTime:
    """The domain's value of a row."""
    return SetTime(ClientKey(row.branch, row.cif), row.visit, row.opened, row.confirmed, row.recorded)
