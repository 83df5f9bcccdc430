"""What all tables share: naming, version and source of an imported record, and column types.

Rows are storage: SQLModel does not validate `table=True` classes, and no row leaves adapters/store.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Dialect, Index, MetaData, Text, text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class StoreTable(SQLModel):
    """Base of all rows: one metadata of our own, with names for every constraint, as batch migrations need them."""

    metadata = MetaData(naming_convention=NAMING)


class RecordRow(StoreTable):
    """An imported record in one version: `current` marks the newest, `digest` is of its content as the domain knows it."""

    id: int | None = Field(default=None, primary_key=True)
    version: int
    current: bool
    source_sha256: str
    source_place: int | None = None
    digest: str
    branch: str
    cif: str


R = TypeVar("R")


@dataclass(frozen=True)
class Topic(Generic[R]):
    """How one kind of record is stored: its row, natural key and other columns, both ways."""

    row: type[RecordRow]
    key: Callable[[R], dict[str, object]]
    columns: Callable[[R], dict[str, object]]
    derived: frozenset[str] = frozenset()  # fields that are made on reading and never stored


def record_indexes(table: str, *key: str) -> tuple[Index, Index]:
    """One current version of each natural key, and each version once. Keys begin with branch and cif, for the dossier."""
    return (
        Index(f"uq_{table}_current", *key, unique=True, sqlite_where=text("current = 1")),
        Index(f"uq_{table}_version", *key, "version", unique=True),
    )


class TextTuple(TypeDecorator[tuple[str, ...]]):
    """Words in their order, as a JSON array."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """To JSON."""
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> tuple[str, ...] | None:  # noqa: ARG002
        """From JSON; most are empty, and thousands are read at once."""
        if value == "[]":
            return ()
        return None if value is None else tuple(json.loads(value))


class ZonedTime(TypeDecorator[datetime]):
    """A time with its zone by name (RFC 9557): 2026-11-24T14:00:00+09:00[Asia/Tokyo]; without brackets where it has none."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """To text."""
        if value is None:
            return None
        zone = getattr(value.tzinfo, "key", None)
        return value.isoformat() + (f"[{zone}]" if zone else "")

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """From text."""
        if value is None:
            return None
        time, _, zone = value.rstrip("]").partition("[")
        stored = datetime.fromisoformat(time)
        return stored.replace(tzinfo=ZoneInfo(zone)) if zone else stored
