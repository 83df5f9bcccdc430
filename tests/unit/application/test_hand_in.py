"""What is confirmed, submitted and withdrawn is what was read, and nothing that is doubted."""

from __future__ import annotations

import pytest
from tests.builders import KEY, paper
from tests.fakes.editing import FACT, a_writing, of_paper, said
from tests.fakes.store import MemoryStore
from tests.unit.application.editing_page import Page, a_store, acts

from bankrm.application.hand_in import ConfirmDraft, SubmitBlocked, SubmitDrafts, WithdrawDraft
from bankrm.application.ports.records import Source
from bankrm.domain.approval import NotPossibleInState
from bankrm.domain.audit import Act
from bankrm.domain.drafts import DraftState
from bankrm.domain.editing import AddOwnView, AddStatement, ChangeText, EditConflict, Keep
from bankrm.domain.ids import DraftId


@pytest.fixture(name="store")
def _store() -> MemoryStore:
    return a_store()


@pytest.fixture(name="page")
def _page(store: MemoryStore) -> Page:
    return Page(store, DraftId("first"))


def test_what_is_confirmed_stands_and_an_edit_makes_the_next_revision(store: MemoryStore, page: Page) -> None:
    ConfirmDraft(page.begin, page.clock)(page.draft, page.view.base)
    assert page.view.ways == {DraftState.SUBMITTED}
    view = page.apply(ChangeText("S1", "茹で釜を入れ替えたい"), ChangeText("S4", "人が足りない"))
    assert (view.draft.revision, view.draft.state) == (2, DraftState.DRAFT)
    assert store.data.drafts["first"].state is DraftState.CONFIRMED
    assert acts(store) == [Act.CONFIRMED, Act.EDITED, Act.EDITED]


def test_a_set_is_submitted_whole_or_not_at_all(store: MemoryStore, page: Page) -> None:
    doubted = Page(store, DraftId("other"))
    with store.unit_of_work() as uow:
        uow.drafts.add(a_writing(id=DraftId("other")))
        uow.commit()
    doubted.apply(AddStatement("promises", "釜は百台", (said("釜は三台"),)))
    submit = SubmitDrafts(page.begin, page.clock)
    both = [(page.draft, page.view.base), (doubted.draft, doubted.view.base)]
    with pytest.raises(SubmitBlocked) as error:
        submit(both)
    assert (error.value.details["draft"], error.value.details["count"]) == (doubted.draft, 1)
    assert page.view.draft.state is DraftState.DRAFT
    (added,) = [one for one in doubted.view.draft.statements if one.questioned]
    doubted.apply(Keep(added.id, said("釜は三台")))
    both[1] = (doubted.draft, doubted.view.base)
    changes = submit(both)
    assert (page.view.draft.state, doubted.view.draft.state) == (DraftState.SUBMITTED, DraftState.SUBMITTED)
    assert changes.clients == {KEY}
    assert store.data.audit[-1].detail["together"] == ["first", doubted.draft]


def test_what_was_read_in_another_form_is_not_handed_in(page: Page) -> None:
    base = page.view.base
    page.apply(AddOwnView("promises", "急がない"))
    for act in (ConfirmDraft(page.begin, page.clock), WithdrawDraft(page.begin)):
        with pytest.raises(EditConflict):
            act(page.draft, base)
    with pytest.raises(EditConflict):
        SubmitDrafts(page.begin, page.clock)([(page.draft, base)])


def test_what_is_doubted_is_not_confirmed(page: Page) -> None:
    view = page.apply(AddStatement("promises", "釜は百台", (said("釜は三台"),)))
    with pytest.raises(SubmitBlocked):
        ConfirmDraft(page.begin, page.clock)(page.draft, view.base)


def test_an_expired_source_blocks_by_the_document_as_it_is_now(store: MemoryStore, page: Page) -> None:
    view = page.apply(AddStatement("promises", "十年以内", (of_paper("十年以内", "doc:設備"),), FACT))
    assert view.blocks_submit == ()
    with store.unit_of_work() as uow:
        uow.records.put(paper("設備", "十年以内", valid_until="2026-06-01"), Source("0" * 64))
        uow.commit()
    with pytest.raises(SubmitBlocked) as error:
        page.submit()
    assert error.value.details["codes"] == ("source_expired",)


def test_only_what_is_submitted_is_withdrawn(page: Page) -> None:
    withdraw = WithdrawDraft(page.begin)
    with pytest.raises(NotPossibleInState) as error:
        withdraw(page.draft, page.view.base)
    assert error.value.details == {"draft": "first", "state": "draft", "to": "withdrawn"}
    page.submit()
    withdraw(page.draft, page.view.base)
    assert page.view.draft.state is DraftState.WITHDRAWN


def test_what_was_taken_back_by_mistake_is_handed_in_again_as_it_is(page: Page) -> None:
    page.submit()
    WithdrawDraft(page.begin)(page.draft, page.view.base)
    page.submit()
    assert page.view.draft.state is DraftState.SUBMITTED
