"""A store of the second version, with revisions, updates and a job in it, comes to the newest with all of them in their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from tests.fakes.records import KEY, a_draft
from tests.fakes.vault import KEY as DATA_KEY
from tests.fakes.vault import RawKeyVault
from tests.migrations.test_preparation_queue import first_columns

from bankrm.adapters.store.connection import StoreFile
from bankrm.adapters.store.schema import PACKAGED, Schema
from bankrm.adapters.store.store import Store
from bankrm.domain.drafts import Draft, DraftState
from bankrm.domain.editing import next_revision
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import DocumentKindName

SECOND = Schema(PACKAGED.location, "0002")
OLD, MODEL, UPDATE, TAKEN_BACK = a_draft(), a_draft(), a_draft(text="社長は来夏までの入れ替えを希望"), a_draft(None)
SUBMITTED = replace(a_draft(), kind=DocumentKindName.HISTORY_SUMMARY, revision=2, state=DraftState.SUBMITTED)
JOB = (
    "INSERT INTO job (id, branch, cif, day, kind, engine, model, created, sections_total, sections_done, seconds, state, error)"
    " VALUES ('J-1', '031', '0004711', '2026-11-24', 'visit_brief', 'llama', 'm', '2026-11-20T06:00:00+00:00', 5, 0, 0, 'waiting', '')"
)


def put(connection: Connection, draft: Draft, **places: str) -> None:
    columns = {**first_columns(draft), **places}
    names, values = ", ".join(columns), ", ".join(f":{name}" for name in columns)
    connection.execute(text(f"INSERT INTO draft ({names}) VALUES ({values})"), columns)


@pytest.fixture(name="store")
def _store(tmp_path: Path) -> Iterator[Store]:
    home = tmp_path / "second"
    home.mkdir()
    vault = RawKeyVault(home / "store.keys")
    vault.create()

    def fill(connection: Connection) -> None:
        SECOND.migrate(connection)
        put(connection, OLD, superseded_by=MODEL.id)
        put(connection, UPDATE, update_of=MODEL.id)
        for draft in (MODEL, TAKEN_BACK, SUBMITTED):
            put(connection, draft)
        connection.execute(text(JOB))

    StoreFile(home / "store.db", DATA_KEY).make(fill)
    with Store.open(home, vault) as opened:
        yield opened


def test_each_draft_stands_in_its_place_with_its_content_and_state(store: Store) -> None:
    with store.unit_of_work() as work:
        assert [work.drafts.get(draft.id) for draft in (OLD, MODEL, UPDATE, SUBMITTED)] == [
            OLD,
            MODEL,
            UPDATE,
            SUBMITTED,
        ]
        assert work.drafts.in_place(KEY, "V-1", DocumentKindName.VISIT_BRIEF) == MODEL
        assert work.drafts.offered_to(MODEL.id) == UPDATE
        kept = work.drafts.kept(OLD.id)
        assert kept
        assert (kept.newer, kept.can_undo, kept.can_redo) == (MODEL.id, False, False)
        assert [row.id for row in work.drafts.summaries()] == [SUBMITTED.id, TAKEN_BACK.id, MODEL.id]
    assert (store.info().schema, store.info().counts["job"]) == (PACKAGED.head, 1)


def test_a_draft_of_then_is_edited_as_one_of_today(store: Store) -> None:
    second = next_revision(MODEL, DraftId("second"), MODEL.created)
    with store.unit_of_work() as work:
        work.drafts.succeed(MODEL.id, second)
        work.commit()
    with store.unit_of_work() as work:
        changed = work.drafts.change(replace(second, title="別の題"))
        work.commit()
    assert changed.can_undo
    with store.unit_of_work() as work:
        assert work.drafts.step(second.id, -1).draft == second
        assert work.drafts.offered_to(second.id) == UPDATE
