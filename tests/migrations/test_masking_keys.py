"""0011: a store of the tenth version gains masking keys and loses nothing."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, text
from tests.fakes.vault import KEY as DATA_KEY
from tests.fakes.vault import RawKeyVault

from bankrm.adapters.store.connection import StoreFile
from bankrm.adapters.store.schema import PACKAGED, Schema
from bankrm.adapters.store.store import Store
from bankrm.drafting.privacy.masking import MaskingKey

BEFORE = Schema(PACKAGED.location, "0010")


def test_an_upgraded_store_keeps_masking_keys(tmp_path: Path) -> None:
    vault = RawKeyVault(tmp_path / "store.keys")
    vault.create()

    def fill(connection: Connection) -> None:
        BEFORE.migrate(connection)
        connection.execute(text("INSERT INTO original (sha256, name, size, content) VALUES ('a', 'n', 1, x'00')"))

    StoreFile(tmp_path / "store.db", DATA_KEY).make(fill)
    key = MaskingKey({"〔人名1〕": "田辺"})
    with Store.open(tmp_path, vault) as store:
        assert store.info().schema == PACKAGED.head
        assert store.info().counts["original"] == 1
        with store.unit_of_work() as work:
            work.masking_keys.put("D-1", key)
            work.commit()
        with store.unit_of_work() as work:
            assert work.masking_keys.get("D-1") == key
