"""0003: the texts of an older store are found across clients, each under its kind and still under its owner."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection
from tests.fakes.records import a_draft
from tests.fakes.vault import KEY as DATA_KEY
from tests.fakes.vault import RawKeyVault

from bankrm.adapters.store.audit import Signature
from bankrm.adapters.store.connection import StoreFile
from bankrm.adapters.store.schema import PACKAGED, Schema
from bankrm.adapters.store.store import Store
from bankrm.adapters.store.word_index import IndexedText, WordIndex
from bankrm.domain.audit import Act, AuditEvent

BEFORE = Schema(PACKAGED.location, "0002")
OWNER = "031-0004711"
TALK, PAPER = f"{OWNER}|interaction:R-1", f"{OWNER}|passage:0:D-1"


def _fill(connection: Connection) -> None:
    BEFORE.migrate(connection)
    Signature("tester", lambda: a_draft().created).append(connection, AuditEvent(Act.STORE_CREATED, "store"))
    for number, (id, text) in enumerate(((TALK, "冷凍庫を替えたい"), (PAPER, "冷凍庫の見積り")), 1):
        new = IndexedText.of(id, text, OWNER)
        connection.exec_driver_sql("INSERT INTO word_index_texts VALUES (?, ?, ?)", (number, id, new.letters))
        row = (number, new.words, new.scope)
        connection.exec_driver_sql("INSERT INTO word_index (rowid, words, scope) VALUES (?, ?, ?)", row)


def test_the_texts_of_an_older_store_are_found_under_their_kind_and_owner(tmp_path: Path) -> None:
    home = tmp_path / "older"
    home.mkdir()
    vault = RawKeyVault(home / "store.keys")
    vault.create()
    StoreFile(home / "store.db", DATA_KEY).make(_fill)
    with Store.open(home, vault) as store, store._engine.connect() as connection:
        index = WordIndex(connection)
        assert [hit.id for hit in index.find("冷凍庫", 9, ["records"], [OWNER])] == [TALK]
        assert [hit.id for hit in index.find("冷凍庫", 9, ["documents"], [OWNER])] == [PAPER]
        assert {hit.id for hit in index.search("冷凍庫", 9, [OWNER])} == {TALK, PAPER}
