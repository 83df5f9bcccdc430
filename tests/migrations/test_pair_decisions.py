"""0004: a store of the third version gains the decisions on pairs of clients and loses nothing."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, text
from tests.fakes.records import KEY, OTHER
from tests.fakes.vault import KEY as DATA_KEY
from tests.fakes.vault import RawKeyVault

from bankrm.adapters.store.connection import StoreFile
from bankrm.adapters.store.schema import PACKAGED, Schema
from bankrm.adapters.store.store import Store
from bankrm.domain.same_client import ClientPair, Likeness, PairDecision, Sameness

BEFORE = Schema(PACKAGED.location, "0003")


def test_an_upgraded_store_keeps_what_is_decided(tmp_path: Path) -> None:
    vault = RawKeyVault(tmp_path / "store.keys")
    vault.create()

    def fill(connection: Connection) -> None:
        BEFORE.migrate(connection)
        connection.execute(text("INSERT INTO original (sha256, name, size, content) VALUES ('a', 'n', 1, x'00')"))

    StoreFile(tmp_path / "store.db", DATA_KEY).make(fill)
    decision = PairDecision(ClientPair.of(KEY, OTHER), Sameness.SAME, Likeness.NAME)
    with Store.open(tmp_path, vault) as store:
        assert store.info().schema == PACKAGED.head
        assert store.info().counts["original"] == 1
        with store.unit_of_work() as work:
            work.duplicates.decide(decision)
            work.commit()
        with store.unit_of_work() as work:
            assert work.duplicates.decisions() == [decision]
