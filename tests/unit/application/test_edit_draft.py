"""Editing a draft: revisions, conflicts, undo, and what a person may write over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.builders import KEY
from tests.fakes.editing import a_writing, said
from tests.fakes.queue import KNOWLEDGE
from tests.fakes.store import MemoryStore
from tests.unit.application.editing_page import PERSON, Page, a_store, acts

from bankrm.application.edit_draft import UndoEdit
from bankrm.application.hand_in import ConfirmDraft, SubmitBlocked, SubmitDrafts
from bankrm.application.queries.drafts import CompareWithFirst, ListDrafts, ReadDraft
from bankrm.domain.audit import Act
from bankrm.domain.drafts import DraftState, RemovalReason, Verdict
from bankrm.domain.editing import AddOwnView, AddStatement, ChangeText, EditConflict, EditRefused, Remove, StateConflict
from bankrm.domain.errors import NotFound
from bankrm.domain.ids import DraftId, JobId
from bankrm.domain.preparation import Job, Wanted
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.comparison import Change


@pytest.fixture(name="store")
def _store() -> MemoryStore:
    return a_store()


@pytest.fixture(name="page")
def _page(store: MemoryStore) -> Page:
    return Page(store, DraftId("first"))


def test_the_first_edit_makes_the_next_revision_and_leaves_the_writing_as_it_was(
    store: MemoryStore, page: Page
) -> None:
    view = page.apply(ChangeText("S1", "釜は古い"))
    assert (view.draft.revision, view.draft.first, view.draft.state) == (2, "first", DraftState.DRAFT)
    assert store.data.drafts["first"] == a_writing()
    assert view.draft.editors == (PERSON,)


def test_further_edits_change_the_same_revision(store: MemoryStore, page: Page) -> None:
    first = page.apply(ChangeText("S1", "釜は古い")).draft.id
    view = page.apply(ChangeText("S4", "寮を探す"), AddOwnView("promises", "急がない"))
    assert (view.draft.id, view.draft.revision) == (first, 2)
    assert len(store.data.drafts) == 2


def test_every_edit_is_undone_and_done_again(page: Page) -> None:
    start = page.apply(ChangeText("S1", "釜は古い"))
    end = page.apply(Remove("S3", RemovalReason.NOT_NEEDED), AddOwnView("promises", "急がない"))
    page.undo()
    assert page.undo().draft == start.draft
    assert [one.text for one in page.undo().draft.statements] == [one.text for one in a_writing().statements]
    assert not page.view.can_undo
    page.redo()
    page.redo()
    assert page.redo().draft == end.draft
    assert not page.view.can_redo


def test_with_nothing_to_undo_the_screen_is_told_so(page: Page) -> None:
    for act, reason in ((page.undo, "nothing_to_undo"), (page.redo, "nothing_to_redo")):
        with pytest.raises(EditRefused) as error:
            act()
        assert error.value.details["reason"] == reason


def test_an_edit_of_other_content_is_a_conflict_and_changes_nothing(store: MemoryStore, page: Page) -> None:
    base = page.view.base
    newer = page.apply(ChangeText("S1", "釜は古い"))
    before = dict(store.data.drafts)
    with pytest.raises(EditConflict) as error:
        page.edit(DraftId("first"), base, ChangeText("S1", "釜は新しい"))
    assert error.value.details["newer"] == newer.draft.id
    with pytest.raises(EditConflict):
        page.edit(newer.draft.id, base, ChangeText("S1", "釜は新しい"))
    assert store.data.drafts == before


def test_an_edit_on_a_page_that_still_shows_a_draft_withdraws_no_submission(page: Page) -> None:
    page.apply(AddOwnView("promises", "急がない"))
    shown, before = page.view.base, page.draft
    page.submit()
    attempts: tuple[Callable[[], object], ...] = (
        lambda: page.edit(before, shown, ChangeText("S1", "釜は新しい")),
        lambda: UndoEdit(page.begin)(before, shown),
        lambda: SubmitDrafts(page.begin, page.clock)([(before, shown)]),
    )
    for attempt in attempts:
        with pytest.raises(StateConflict) as error:
            attempt()
        assert error.value.details == {"draft": before, "newer": "", "state": "submitted"}
    assert page.view.draft.state is DraftState.SUBMITTED


def test_an_edit_of_what_the_page_shows_as_submitted_withdraws_it(store: MemoryStore, page: Page) -> None:
    page.submit()
    view = page.apply(ChangeText("S1", "釜は新しい"))
    assert (store.data.drafts["first"].state, view.draft.state) == (DraftState.WITHDRAWN, DraftState.DRAFT)
    assert view.draft.revision == 2
    assert acts(store)[-2:] == [Act.WITHDRAWN, Act.EDITED]


def test_an_edit_that_changes_nothing_makes_no_revision(store: MemoryStore, page: Page) -> None:
    page.apply(ChangeText("S1", "茹で釜を入れ替えたい。"))
    assert (page.draft, list(store.data.drafts), acts(store)) == ("first", ["first"], [])


def test_an_edit_is_recorded_by_ids_and_digests_alone(store: MemoryStore, page: Page) -> None:
    base = page.view.base
    view = page.apply(Remove("S3", RemovalReason.NOT_TRUE, "先方に確かめた"))
    (entry,) = store.data.audit
    assert (entry.act, entry.object, entry.object_hash) == (Act.EDITED, view.draft.id, view.sha256)
    assert entry.detail == {
        "edit": "remove",
        "base": base.sha256,
        "revision": 2,
        "statement": "S3",
        "reason": "not_true",
    }


def test_the_checker_reads_what_a_person_writes(page: Page) -> None:
    piece = said("釜の更新に3,000万円かかる", "T2026-05-12")
    view = page.apply(AddStatement("promises", "釜の更新に3億円かかる", (piece,)))
    added = view.draft.statements[-2]
    assert added.verdict is not Verdict.SUPPORTED
    assert [b.statement for b in view.blocks_submit] == [added.id]
    assert page.apply(ChangeText(added.id, "釜の更新に3,000万円かかる")).blocks_submit == ()


def test_opening_a_draft_is_recorded_and_reading_it_again_is_not(store: MemoryStore, page: Page) -> None:
    read = ReadDraft(page.begin, page.clock)
    read(page.draft, opened=True)
    read(page.draft, opened=False)
    assert acts(store) == [Act.VIEWED]
    with pytest.raises(NotFound):
        read(DraftId("none"), opened=True)


def test_a_view_tells_what_is_still_to_be_written_and_the_documents_of_its_set(store: MemoryStore, page: Page) -> None:
    summary = replace(a_writing(), id=DraftId("other"), kind=list(KNOWLEDGE.recipes)[1])
    job = Job(
        JobId("j"), KEY, "visit-1", a_writing().day, None, a_writing().kind, Wanted("llama"), datetime(2026, 6, 12, tzinfo=UTC), 12,
    )  # fmt: skip
    with store.unit_of_work() as uow:
        uow.drafts.add(summary)
        uow.drafts.add(replace(a_writing(), id=DraftId("free"), visit=None))
        uow.jobs.put(job)
        uow.commit()
    view = page.view
    assert [row.id for row in view.of_set] == ["first", "other"]
    assert view.job == job
    assert [row.id for row in ListDrafts(page.begin)(KEY)] == ["free", "other", "first"]


def test_an_edit_of_what_was_submitted_takes_it_back_first(store: MemoryStore, page: Page) -> None:
    page.submit()
    view = page.apply(AddOwnView("promises", "急がない"))
    assert (view.draft.revision, view.draft.state) == (2, DraftState.DRAFT)
    assert store.data.drafts["first"].state is DraftState.WITHDRAWN
    assert acts(store) == [Act.SUBMITTED, Act.WITHDRAWN, Act.EDITED]


@pytest.mark.parametrize("state", [DraftState.RETURNED, DraftState.WITHDRAWN, DraftState.APPROVED])
def test_an_edit_after_the_decision_makes_the_next_revision(store: MemoryStore, page: Page, state: DraftState) -> None:
    with store.unit_of_work() as uow:
        uow.drafts.reach(page.draft, state)
        uow.commit()
    view = page.apply(AddOwnView("promises", "急がない"))
    assert (view.draft.revision, view.draft.state) == (2, DraftState.DRAFT)
    assert store.data.drafts["first"].state is state


def test_a_draft_is_compared_with_the_writing_that_it_began_with(page: Page) -> None:
    assert {row.change for row in CompareWithFirst(page.begin)(page.draft)} == {Change.UNCHANGED}
    page.apply(ChangeText("S1", "釜は古い"), Remove("S3", RemovalReason.NOT_TRUE), AddOwnView("promises", "急がない"))
    changes = [row.change for row in CompareWithFirst(page.begin)(page.draft)]
    assert [changes.count(change) for change in Change] == [3, 1, 1, 1]


@pytest.mark.parametrize("words", ["社長は見積書を出すと決めている。", "社長は見積書を11月末に出すと決めている。"])
def test_a_decision_that_is_written_over_a_step_is_a_fact_and_blocks(page: Page, words: str) -> None:
    assert page.view.draft.statements[1].kind is StatementKind.ACTION
    view = page.apply(ChangeText("S2", words))
    changed = view.draft.statements[1]
    assert (changed.id, changed.kind, changed.verdict is Verdict.SUPPORTED) == ("S2", StatementKind.FACT, False)
    assert [b.statement for b in view.blocks_submit] == ["S2"]
    assert [b.statement for b in view.blocks_confirm] == ["S2"]
    with pytest.raises(SubmitBlocked):
        page.submit()
    with pytest.raises(SubmitBlocked):
        ConfirmDraft(page.begin, page.clock)(page.draft, page.view.base)


def test_a_decision_hidden_behind_a_step_or_in_a_quotation_is_a_fact_too(page: Page) -> None:
    view = page.apply(ChangeText("S2", "釜の話を聞く。社長は借りると決めた。"))
    assert [s.kind for s in view.draft.statements[1:3]] == [StatementKind.ACTION, StatementKind.FACT]
    view = page.apply(ChangeText("S5", "「年内に二台とも借り換える」でよろしいですか。"))
    assert view.draft.statements[-1].kind is StatementKind.FACT
    assert len(view.blocks_submit) == 2


def test_a_persons_own_fact_becomes_a_step_or_a_question_again(page: Page) -> None:
    page.apply(ChangeText("S2", "社長は借りると決めた。"))
    assert page.apply(ChangeText("S2", "釜の時期を伺う。")).draft.statements[1].kind is StatementKind.ACTION
    page.apply(ChangeText("S2", "社長は借りると決めた。"))
    view = page.apply(ChangeText("S2", "釜はいつごろでしょうか。"))
    assert view.draft.statements[1].kind is StatementKind.QUESTION
    assert view.blocks_submit == ()


def test_a_fact_of_the_machines_stays_a_fact_whatever_is_written_over_it(page: Page) -> None:
    view = page.apply(ChangeText("S1", "茹で釜を入れ替えるかを伺う。"))
    assert view.draft.statements[0].kind is StatementKind.FACT


def test_a_sensitive_own_view_is_refused_without_a_reason_and_nothing_is_stored(page: Page, store: MemoryStore) -> None:
    for words in ("急がない。社長は入院中", "債務者区分は要注意先"):
        with pytest.raises(EditRefused):
            page.apply(AddOwnView("promises", words))
    assert len(store.data.drafts) == 1
    view = page.apply(AddOwnView("promises", "急がない。社長は入院中", why="日程に関わる"))
    added = [s for s in view.draft.statements if s.kind is StatementKind.OWN_VIEW]
    assert [[r.detail for r in s.reasons] for s in added] == [[], ["日程に関わる"]]
    assert "日程" not in str(store.data.audit[-1].detail)
