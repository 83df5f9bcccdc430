"""A store from before memos keeps its records, which have no open points yet; one with two memos of a visit loses neither."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Connection, text
from tests.fakes.vault import KEY as DATA_KEY
from tests.fakes.vault import RawKeyVault

from bankrm.adapters.store.connection import StoreFile
from bankrm.adapters.store.rows.memos import memo_columns
from bankrm.adapters.store.schema import PACKAGED, Schema
from bankrm.adapters.store.store import Store
from bankrm.domain.clients import ClientKey
from bankrm.domain.ids import MemoId
from bankrm.domain.memos import Memo, MemoState

BEFORE = Schema(PACKAGED.location, "0006")
A_MEMO = Memo(
    MemoId("1"), ClientKey("031", "0004711"), date(2026, 11, 24), datetime(2026, 11, 24, 9, tzinfo=UTC), "V-1"
)
_CLIENT = (
    "INSERT INTO client (version, current, source_sha256, digest, branch, cif, name, reading, form, aliases, corporate_number,"
    " industry, address, representative, founded, business, suppliers, customers, in_charge)"
    " VALUES (1, 1, 'a', 'b', '031', '0004711', '藤波', '', 'corporation', '[]', '', '', '', '', '', '', '', '', '')"
)
_TALK = (
    'INSERT INTO interaction (version, current, source_sha256, digest, branch, cif, ref, "on", method, place, attendees,'
    " bank_people, purpose, explanation, client_words, promises_text, handed_over, next_step, confidentiality)"
    " VALUES (1, 1, 'a', 'b', '031', '0004711', 'R-1', '2026-09-04', '訪問', '', '[\"社長\"]', '[]', '', '', '急がない', '', '', '', '')"
)


def test_its_records_stand_as_before_without_open_points(tmp_path: Path) -> None:
    vault = RawKeyVault(tmp_path / "store.keys")
    vault.create()

    def fill(connection: Connection) -> None:
        BEFORE.migrate(connection)
        for statement in (_CLIENT, _TALK):
            connection.execute(text(statement))

    StoreFile(tmp_path / "store.db", DATA_KEY).make(fill)
    with Store.open(tmp_path, vault) as store, store.unit_of_work() as work:
        dossier = work.records.dossier(ClientKey("031", "0004711"))
        assert dossier is not None
        (record,) = dossier.interactions
        assert (record.client_words, record.open_points) == ("急がない", "")
        assert store.info().counts["memo"] == 0


def test_of_several_memos_of_a_visit_the_recorded_one_keeps_it_and_none_is_lost(tmp_path: Path) -> None:
    vault = RawKeyVault(tmp_path / "store.keys")
    vault.create()
    memos = [
        replace(A_MEMO, id=MemoId(name), ref=ref, text=name) for name, ref in (("1", "BR-1"), ("2", ""), ("3", ""))
    ]

    def fill(connection: Connection) -> None:
        Schema(PACKAGED.location, "0007").migrate(connection)
        for memo in memos:
            columns = memo_columns(memo)
            names, values = ",".join(f'"{name}"' for name in columns), ",".join(f":{name}" for name in columns)
            connection.execute(text(f"INSERT INTO memo ({names}) VALUES ({values})"), columns)

    StoreFile(tmp_path / "store.db", DATA_KEY).make(fill)
    with Store.open(tmp_path, vault) as store, store.unit_of_work() as work:
        assert work.memos.of_visit(A_MEMO.client, "V-1") == memos[0]
        assert [(memo.text, memo.visit) for memo in work.memos.in_states(list(MemoState))] == [
            ("1", "V-1"),
            ("2", None),
            ("3", None),
        ]
