"""The store's schema: which version a store has, and how Alembic brings it to the newest one.

Versions are four digits that only rise, so that a store newer than the program can be told. Alembic itself is imported only
when something must be migrated: opening a store reads one row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, text

SEARCH_TABLES = "word_index"  # the word index and its shadow tables: made by WordIndex, unknown to the metadata


def is_ours(name: str | None, kind: str, parents: Mapping[Any, str | None]) -> bool:  # noqa: ARG001
    """Whether Alembic compares this table with the rows: not the full-text tables, which SQLite manages."""
    return not (kind == "table" and name is not None and name.startswith(SEARCH_TABLES))


@dataclass(frozen=True, slots=True)
class Schema:
    """A folder of migrations and the version that they lead to."""

    location: Path
    head: str

    def version(self, connection: Connection) -> str | None:
        """The version of the store, None where the file holds no store."""
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return str(found) if found else None

    def is_newer(self, version: str) -> bool:
        """Whether a store of this version was made by a later program."""
        return not version.isdigit() or int(version) > int(self.head)

    def migrate(self, connection: Connection) -> None:
        """Bring the store to `head` within the connection's transaction."""
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(self.location).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, self.head)


PACKAGED = Schema(Path(__file__).parent / "migrations", "0011")
