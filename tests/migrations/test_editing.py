"""0006: the store itself holds a revision to what it may become, whoever writes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from tests.fakes.records import a_draft
from tests.fakes.vault import RawKeyVault

from bankrm.adapters.store.store import Store
from bankrm.domain.drafts import DraftState
from bankrm.domain.editing import next_revision
from bankrm.domain.ids import DraftId


def refused(store: Store, change: str) -> bool:
    try:
        with store._engine.begin() as connection:
            connection.execute(text(f"UPDATE draft SET {change} WHERE id = 'second'"))
    except IntegrityError:
        return True
    return False


@pytest.fixture(name="store")
def _store(tmp_path: Path) -> Iterator[Store]:
    home = tmp_path / "home"
    first = a_draft()
    with Store.create(home, RawKeyVault(home / "store.keys"), actor="tester") as opened:
        with opened.unit_of_work() as work:
            work.drafts.add(first)
            work.drafts.succeed(first.id, next_revision(first, DraftId("second"), first.created))
            work.commit()
        yield opened


def test_the_working_revision_may_be_changed(store: Store) -> None:
    assert not refused(store, "content = 'x', sha256 = 'y'")


@pytest.mark.parametrize("state", [state.value for state in DraftState if state is not DraftState.DRAFT])
def test_whatever_left_draft_is_never_changed_and_never_draft_again(store: Store, state: str) -> None:
    assert not refused(store, f"state = '{state}'")
    assert refused(store, "content = 'x'")
    assert refused(store, "sha256 = 'x'")
    assert refused(store, "state = 'draft'")


@pytest.mark.parametrize("column", ["id", "branch", "cif", "kind", "visit", "revision", "created", "seq"])
def test_a_revision_stays_what_it_is_of(store: Store, column: str) -> None:
    assert refused(store, f"{column} = '9'")


def test_what_is_no_update_becomes_none(store: Store) -> None:
    assert refused(store, "update_of = 'x'")
