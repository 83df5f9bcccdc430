"""0005: a store with records in it gains closings and readings; nothing is read yet, and nothing is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy import Connection, column, insert, table
from tests.fakes.records import KEY, a_client, an_interaction
from tests.fakes.vault import KEY as DATA_KEY
from tests.fakes.vault import RawKeyVault

from bankrm.adapters.store.audit import Signature
from bankrm.adapters.store.connection import StoreFile
from bankrm.adapters.store.rows import METADATA
from bankrm.adapters.store.rows.clients import CLIENTS
from bankrm.adapters.store.rows.interactions import INTERACTIONS
from bankrm.adapters.store.schema import PACKAGED, Schema
from bankrm.adapters.store.store import Store, _now
from bankrm.application.refresh_promises import READER
from bankrm.domain.audit import Act, AuditEvent

BEFORE = Schema(PACKAGED.location, "0004")


def fill(connection: Connection) -> None:
    BEFORE.migrate(connection)
    Signature("tester", _now).append(connection, AuditEvent(Act.STORE_CREATED, "store"))
    imported = {"version": 1, "current": True, "source_sha256": "a" * 64, "digest": "d"}
    client, talk = a_client(), an_interaction()
    columns = {**CLIENTS.key(client), **CLIENTS.columns(client), **imported}
    connection.execute(insert(METADATA.tables["client"]).values(**columns))
    columns = {**INTERACTIONS.key(talk), **INTERACTIONS.columns(talk), **imported}
    _insert_as_it_was(connection, "interaction", columns)


def _insert_as_it_was(connection: Connection, name: str, columns: dict[str, object]) -> None:
    """A row of the columns that the table had then; a later version's have defaults that would be written too."""
    there = [row.name for row in connection.exec_driver_sql(f"PRAGMA table_info({name})") if row.name in columns]
    types = METADATA.tables[name].c
    then = table(name, *(column(one, types[one].type) for one in there))
    connection.execute(insert(then).values(**{one: columns[one] for one in there}))


def test_its_records_stand_and_every_client_is_unread(tmp_path: Path) -> None:
    home = tmp_path / "before"
    home.mkdir()
    vault = RawKeyVault(home / "store.keys")
    vault.create()
    StoreFile(home / "store.db", DATA_KEY).make(fill)
    with Store.open(home, vault) as store, store.unit_of_work() as work:
        dossier = work.records.dossier(KEY)
        assert dossier is not None
        assert dossier.interactions[0].ref == "R-1"
        assert dossier.closings == ()
        assert work.promises.unread(READER, date(2026, 11, 20)) == [KEY]
        assert store.info().schema == PACKAGED.head
