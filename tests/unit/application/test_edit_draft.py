"""Editing, handing in and settling updates, as use cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.builders import KEY, TODAY, paper, talk, visit
from tests.fakes.editing import FACT, a_writing, of_paper, said, told
from tests.fakes.queue import KNOWLEDGE
from tests.fakes.store import MemoryStore

from bankrm.adapters.system.clock import FixedDay
from bankrm.application.edit_draft import EditDraft, Edited, RedoEdit, UndoEdit
from bankrm.application.hand_in import ConfirmDraft, SubmitBlocked, SubmitDrafts, WithdrawDraft
from bankrm.application.keep_draft import keep_draft
from bankrm.application.ports.records import Source
from bankrm.application.queries.drafts import CompareWithFirst, DraftView, ListDrafts, ReadDraft
from bankrm.application.settle_update import AcceptUpdate, DismissUpdate
from bankrm.domain.approval import NotPossibleInState
from bankrm.domain.audit import Act
from bankrm.domain.clients import Client
from bankrm.domain.drafts import Draft, DraftState, RemovalReason, Verdict
from bankrm.domain.editing import (
    AddOwnView,
    AddStatement,
    Base,
    ChangeText,
    EditConflict,
    EditRefused,
    Keep,
    Remove,
    StateConflict,
)
from bankrm.domain.errors import NotFound
from bankrm.domain.ids import DraftId, JobId
from bankrm.domain.preparation import Job, Wanted
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.comparison import Change

PERSON = "渉外 太郎"


class Page:
    """What a person sees and does, on one store."""

    def __init__(self, store: MemoryStore, draft: DraftId) -> None:
        self.begin, self.clock, self.draft = store.unit_of_work, FixedDay(TODAY), draft
        self.edit = EditDraft(self.begin, KNOWLEDGE.recipes, self.clock, PERSON)

    @property
    def view(self) -> DraftView:
        return ReadDraft(self.begin, self.clock)(self.draft, opened=False)

    def do(self, act: Callable[[DraftId, Base], Edited]) -> DraftView:
        self.draft = act(self.draft, self.view.base).draft
        return self.view

    def apply(self, *edits: object) -> DraftView:
        for edit in edits:
            self.do(lambda draft, base, edit=edit: self.edit(draft, base, edit))  # type: ignore[misc]
        return self.view

    def undo(self) -> DraftView:
        return self.do(UndoEdit(self.begin))

    def redo(self) -> DraftView:
        return self.do(RedoEdit(self.begin))

    def submit(self) -> None:
        SubmitDrafts(self.begin, self.clock)([(self.draft, self.view.base)])


@pytest.fixture(name="store")
def _store() -> MemoryStore:
    store = MemoryStore()
    with store.unit_of_work() as uow:
        for record in (Client(KEY, "とびうお製麺"), visit(), talk("2026-05-12"), paper("設備", "十年以内")):
            uow.records.put(record, Source("0" * 64))
        uow.drafts.add(a_writing())
        uow.commit()
    return store


@pytest.fixture(name="page")
def _page(store: MemoryStore) -> Page:
    return Page(store, DraftId("first"))


def acts(store: MemoryStore) -> list[Act]:
    return [entry.act for entry in store.data.audit]


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


def test_what_is_confirmed_stands_and_an_edit_makes_the_next_revision(store: MemoryStore, page: Page) -> None:
    ConfirmDraft(page.begin, page.clock)(page.draft, page.view.base)
    assert page.view.ways == {DraftState.SUBMITTED}
    view = page.apply(ChangeText("S1", "茹で釜を入れ替えたい"), ChangeText("S4", "人が足りない"))
    assert (view.draft.revision, view.draft.state) == (2, DraftState.DRAFT)
    assert store.data.drafts["first"].state is DraftState.CONFIRMED
    assert acts(store) == [Act.CONFIRMED, Act.EDITED, Act.EDITED]


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
