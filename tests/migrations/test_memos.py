"""A store from before memos keeps its records, which have no open points yet."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, text
from tests.fakes.vault import KEY as DATA_KEY
from tests.fakes.vault import RawKeyVault

from bankrm.adapters.store.connection import StoreFile
from bankrm.adapters.store.schema import PACKAGED, Schema
from bankrm.adapters.store.store import Store
from bankrm.domain.clients import ClientKey

BEFORE = Schema(PACKAGED.location, "0006")
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
