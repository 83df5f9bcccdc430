"""An update is offered while it says something new, and taken whole, in part, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.fakes.editing import a_writing, told
from tests.fakes.store import MemoryStore
from tests.unit.application.editing_page import Page, a_store, acts

from bankrm.application.keep_draft import keep_draft
from bankrm.application.queries.drafts import CompareWithFirst
from bankrm.application.settle_update import AcceptUpdate, DismissUpdate
from bankrm.domain.audit import Act
from bankrm.domain.drafts import Draft, RemovalReason
from bankrm.domain.editing import AddOwnView, Base, ChangeText, EditConflict, Remove
from bankrm.domain.errors import NotFound
from bankrm.domain.ids import DraftId
from bankrm.drafting.comparison import Change


@pytest.fixture(name="store")
def _store() -> MemoryStore:
    return a_store()


@pytest.fixture(name="page")
def _page(store: MemoryStore) -> Page:
    return Page(store, DraftId("first"))


def an_update(store: MemoryStore, of: DraftId, name: str = "update", pack: str = "b") -> Draft:
    """What the machine would write now, offered to a draft."""
    writing = a_writing()
    promises = replace(
        writing.sections[1], statements=(told("見積は22日遅れた。", "E2"), *writing.sections[1].statements[1:])
    )
    provenance = replace(writing.provenance, parameters={**writing.provenance.parameters, "pack_sha256": pack})
    update = replace(
        writing, id=DraftId(name), sections=(writing.sections[0], promises, writing.sections[2]), provenance=provenance
    )  # fmt: skip
    with store.unit_of_work() as uow:
        uow.drafts.add(update, update_of=of)
        uow.commit()
    return update


def test_an_update_is_taken_over_and_never_edited_itself(store: MemoryStore, page: Page) -> None:
    page.apply(ChangeText("S1", "釜は三台"))
    update = an_update(store, page.draft)
    with store.unit_of_work() as uow:
        kept = uow.drafts.kept(update.id)
    assert kept
    with pytest.raises(EditConflict) as error:
        page.edit(update.id, Base(kept.sha256, kept.draft.state), ChangeText("S1", "釜は百台"))
    assert error.value.details["newer"] == page.draft


def test_an_update_is_taken_over_and_can_be_undone(store: MemoryStore, page: Page) -> None:
    page.apply(ChangeText("S4", "寮を探す"))
    update = an_update(store, page.draft)
    assert page.view.update
    assert page.view.update.id == update.id
    view = page.do(lambda draft, base: AcceptUpdate(page.begin, page.edit)(draft, base, update.id))
    assert [one.text for one in view.draft.sections[1].statements] == ["見積は22日遅れた。", "寮を探す"]
    assert view.update is None
    assert [row.change for row in CompareWithFirst(page.begin)(view.draft.id)].count(Change.CHANGED) == 1
    assert page.undo().update


def test_a_statement_of_an_update_is_taken_alone_and_with_the_last_one_nothing_is_offered_any_more(
    store: MemoryStore, page: Page
) -> None:
    page.apply(ChangeText("S4", "寮を探す"))
    update = an_update(store, page.draft)
    assert page.view.update
    ((was, now),) = [pair for pair in page.view.update.differences.changed if pair[0].id == "S3"]
    accept = AcceptUpdate(page.begin, page.edit)
    view = page.do(lambda draft, base: accept(draft, base, update.id, now.id, was.id))
    assert [one.text for one in view.draft.sections[1].statements] == ["見積は22日遅れた。", "寮を探す"]
    assert view.update is None
    assert page.undo().update
    page.redo()
    assert store.data.audit[-3].detail["edit"] == "take_statement"


def test_what_a_person_wrote_is_no_news_of_an_update(store: MemoryStore, page: Page) -> None:
    page.apply(ChangeText("S4", "寮を探す"), AddOwnView("promises", "急がない"))
    an_update(store, page.draft)
    assert page.view.update
    found = page.view.update.differences
    assert [(was.text, now.text) for was, now in found.changed] == [("見積は21日遅れた。", "見積は22日遅れた。")]
    assert (found.added, found.removed) == ((), ())


def test_what_an_update_says_otherwise_under_a_persons_words_is_told_beside_them(
    store: MemoryStore, page: Page
) -> None:
    page.apply(ChangeText("S3", "見積の遅れは先方の都合"))
    an_update(store, page.draft)
    assert page.view.update
    assert [(was.text, now.text) for was, now in page.view.update.differences.changed] == [
        ("見積の遅れは先方の都合", "見積は22日遅れた。")
    ]


def test_an_update_that_was_dismissed_is_not_offered_again(store: MemoryStore, page: Page) -> None:
    page.apply(ChangeText("S4", "寮を探す"))
    update = an_update(store, page.draft)
    dismiss = DismissUpdate(page.begin)
    dismiss(page.draft, update.id)
    assert page.view.update is None
    assert acts(store)[-1] is Act.UPDATE_DISMISSED
    with pytest.raises(NotFound):
        dismiss(page.draft, update.id)
    with store.unit_of_work() as uow:  # the machine writes the same once more
        assert keep_draft(uow, replace(update, id=DraftId("again"))).id == page.draft
        uow.commit()
    assert "again" not in store.data.drafts
    an_update(store, page.draft, "newer", "c")
    assert page.view.update


def test_an_update_that_says_no_more_than_what_was_struck_is_not_offered(store: MemoryStore, page: Page) -> None:
    page.apply(Remove("S3", RemovalReason.NOT_TRUE))
    an_update(store, page.draft)
    assert page.view.update is None
