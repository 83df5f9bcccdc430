"""0002: a store of the first version, with drafts in it, gains the preparation queue and loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError
from tests.fakes.records import KEY, a_draft
from tests.fakes.vault import KEY as DATA_KEY
from tests.fakes.vault import RawKeyVault

from bankrm.adapters.store.audit import Signature
from bankrm.adapters.store.connection import StoreFile
from bankrm.adapters.store.rows.drafts import draft_columns
from bankrm.adapters.store.schema import PACKAGED, Schema
from bankrm.adapters.store.store import Store
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.drafts import Draft
from bankrm.domain.recipes import DocumentKindName

FIRST = Schema(PACKAGED.location, "0001")
DRAFTS = (a_draft(), a_draft(), a_draft(None), replace(a_draft(), kind=DocumentKindName.HISTORY_SUMMARY, revision=2))


COLUMNS = ("id", "branch", "cif", "kind", "visit", "revision", "state", "created", "sha256", "content")


def first_columns(draft: Draft) -> dict[str, object]:
    """The columns that the first version had."""
    return {name: value for name, value in draft_columns(draft).items() if name in COLUMNS}


@pytest.fixture(name="store")
def _store(tmp_path: Path) -> Iterator[Store]:
    home = tmp_path / "first"
    home.mkdir()
    vault = RawKeyVault(home / "store.keys")
    vault.create()

    def fill(connection: Connection) -> None:
        FIRST.migrate(connection)
        draft = a_draft()
        Signature("tester", lambda: draft.created).append(connection, AuditEvent(Act.STORE_CREATED, "store"))
        for columns in map(first_columns, DRAFTS):
            names = ", ".join(columns)
            values = ", ".join(f":{name}" for name in columns)
            connection.execute(text(f"INSERT INTO draft ({names}) VALUES ({values})"), columns)

    StoreFile(home / "store.db", DATA_KEY).make(fill)
    with Store.open(home, vault) as opened:
        yield opened


def test_its_drafts_stand_as_before_superseded_by_nothing_and_updates_of_nothing(store: Store) -> None:
    brief, newer, free, _ = DRAFTS
    with store.unit_of_work() as work:
        assert [work.drafts.get(draft.id) for draft in DRAFTS] == list(DRAFTS)
        assert work.drafts.in_place(KEY, "V-1", DocumentKindName.VISIT_BRIEF) == newer
        assert work.drafts.in_place(KEY, None, DocumentKindName.VISIT_BRIEF) == free
        assert work.drafts.update_of(brief.id) is None
        assert [entry.act for entry in work.audit.entries()] == [Act.STORE_CREATED, Act.STORE_UPGRADED]
    assert store.info().schema == PACKAGED.head
    assert {"job", "kept_section"} <= set(store.info().counts)


def test_its_drafts_can_be_listed(store: Store) -> None:
    with store.unit_of_work() as work:
        listed = work.drafts.summaries()
    assert [row.id for row in listed] == [draft.id for draft in reversed(DRAFTS)]
    assert (listed[0].statements, listed[0].questioned, listed[0].engine) == (2, 1, "template")
    assert (listed[0].client_name, listed[0].title, listed[0].day) == (
        "藤波醸造株式会社",
        "訪問先事前調査",
        date(2026, 11, 24),
    )


@pytest.mark.parametrize("column", ["content", "sha256", "revision", "update_of"])
def test_a_revision_is_still_never_changed(store: Store, column: str) -> None:
    with store._engine.begin() as connection, pytest.raises(IntegrityError):
        connection.execute(text(f"UPDATE draft SET {column} = 'x'"))


def test_what_stands_in_its_place_may_be_told_later(store: Store) -> None:
    brief, newer, _, summary = DRAFTS
    with store.unit_of_work() as work:
        work.drafts.supersede(brief.id, by=newer.id)
        work.commit()
    with store.unit_of_work() as work:
        assert [one.id for one in work.drafts.summaries(visit="V-1")] == [summary.id, newer.id]
