"""Editing in every store, the encrypted one and the fake alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fakes.records import KEY, OTHER, SOURCE, a_client, a_document, a_draft, an_interaction

from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.drafts import Draft, DraftState
from bankrm.domain.editing import next_revision
from bankrm.domain.ids import DraftId, new_uuid7


def a_working(begin: OpenUnitOfWork) -> Draft:
    """A writing and its next revision, which is to be edited."""
    first = a_draft()
    second = next_revision(first, DraftId(new_uuid7()), datetime(2026, 11, 20, 7, tzinfo=UTC))
    with begin() as work:
        work.drafts.add(first)
        work.drafts.succeed(first.id, second)
        work.commit()
    return second


def called(draft: Draft, title: str) -> Draft:
    """Other content of the same revision."""
    return replace(draft, editors=(title,))


def change(begin: OpenUnitOfWork, draft: Draft, *titles: str) -> str:
    with begin() as work:
        kept = [work.drafts.change(called(draft, title)) for title in titles]
        work.commit()
    return kept[-1].sha256


def step(begin: OpenUnitOfWork, draft: Draft, by: int) -> Draft:
    with begin() as work:
        kept = work.drafts.step(draft.id, by)
        work.commit()
    return kept.draft


def test_the_next_revision_stands_in_place_of_the_former_which_stays_to_be_read(begin: OpenUnitOfWork) -> None:
    second = a_working(begin)
    assert second.first
    with begin() as work:
        assert work.drafts.in_place(KEY, "V-1", second.kind) == second
        former = work.drafts.kept(second.first)
    assert former
    assert (former.newer, former.draft.revision) == (second.id, 1)


def test_the_updates_of_the_former_revision_are_offered_to_the_next(begin: OpenUnitOfWork) -> None:
    first, update = a_draft(), a_draft()
    second = next_revision(first, DraftId(new_uuid7()), first.created)
    with begin() as work:
        work.drafts.add(first)
        work.drafts.add(update, update_of=first.id)
        work.drafts.succeed(first.id, second)
        assert work.drafts.update_of(second.id) == update
        assert work.drafts.offered_to(second.id) == update
        work.drafts.dismiss(update.id)
        assert work.drafts.update_of(second.id) == update
        assert work.drafts.offered_to(second.id) is None


def test_the_working_revision_has_the_content_that_it_was_given_last(begin: OpenUnitOfWork) -> None:
    second = a_working(begin)
    digest = change(begin, second, "a", "b")
    with begin() as work:
        kept = work.drafts.kept(second.id)
    assert kept
    assert (kept.draft, kept.sha256, kept.can_undo, kept.can_redo) == (called(second, "b"), digest, True, False)


def test_the_same_content_has_the_same_digest_in_whatever_state(begin: OpenUnitOfWork) -> None:
    second = a_working(begin)
    first, _, again = change(begin, second, "a"), change(begin, second, "b"), change(begin, second, "a")
    with begin() as work:
        work.drafts.reach(second.id, DraftState.SUBMITTED)
        kept = work.drafts.kept(second.id)
    assert kept
    assert first == again == kept.sha256


def test_every_change_is_undone_and_done_again_one_by_one(begin: OpenUnitOfWork) -> None:
    second = a_working(begin)
    change(begin, second, "a", "b", "c")
    back = [step(begin, second, -1).editors for _ in range(3)]
    assert back == [("b",), ("a",), ()]
    with pytest.raises(ValueError, match=second.id):
        step(begin, second, -1)
    assert [step(begin, second, 1).editors for _ in range(3)] == [("a",), ("b",), ("c",)]
    with pytest.raises(ValueError, match=second.id):
        step(begin, second, 1)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.sampled_from(["change", "undo", "redo"]), max_size=12))
def test_whatever_is_changed_undone_and_done_again_the_store_is_where_a_list_of_contents_would_be(
    begin: OpenUnitOfWork, acts: list[str]
) -> None:
    second = a_working(begin)
    contents, at = [second.editors], 0
    for number, act in enumerate(acts):
        if act == "change":
            change(begin, second, str(number))
            contents, at = [*contents[: at + 1], (str(number),)], at + 1
        elif 0 <= (to := at + (1 if act == "redo" else -1)) < len(contents):
            step(begin, second, to - at)
            at = to
        with begin() as work:
            kept = work.drafts.kept(second.id)
        assert kept
        assert (kept.draft.editors, kept.can_undo, kept.can_redo) == (contents[at], at > 0, at < len(contents) - 1)


def test_a_change_forgets_what_was_undone(begin: OpenUnitOfWork) -> None:
    second = a_working(begin)
    change(begin, second, "a", "b")
    step(begin, second, -1)
    change(begin, second, "c")
    with begin() as work:
        kept = work.drafts.kept(second.id)
    assert kept
    assert (kept.can_undo, kept.can_redo) == (True, False)
    assert [step(begin, second, -1).editors for _ in range(2)] == [("a",), ()]


def test_a_machines_writing_is_never_changed(begin: OpenUnitOfWork) -> None:
    first = a_draft()
    with begin() as work:
        work.drafts.add(first)
        with pytest.raises(ValueError, match=first.id):
            work.drafts.change(called(first, "a"))


@pytest.mark.parametrize("state", [state for state in DraftState if state is not DraftState.DRAFT])
def test_a_revision_that_left_draft_is_never_changed_and_forgets_its_steps(
    begin: OpenUnitOfWork, state: DraftState
) -> None:
    second = a_working(begin)
    change(begin, second, "a")
    with begin() as work:
        work.drafts.reach(second.id, state)
        kept = work.drafts.kept(second.id)
        assert kept
        assert (kept.draft, kept.can_undo) == (replace(called(second, "a"), state=state), False)
        with pytest.raises(ValueError, match=second.id):
            work.drafts.change(kept.draft)
        with pytest.raises(ValueError, match=second.id):
            work.drafts.step(second.id, -1)


def test_a_revision_that_another_succeeded_is_never_changed(begin: OpenUnitOfWork) -> None:
    second = a_working(begin)
    with begin() as work:
        work.drafts.succeed(second.id, next_revision(second, DraftId(new_uuid7()), second.created))
        with pytest.raises(ValueError, match=second.id):
            work.drafts.change(called(second, "a"))


def test_drafts_in_place_are_listed_from_the_latest(begin: OpenUnitOfWork) -> None:
    second = a_working(begin)
    other, update = a_draft("V-2", OTHER), a_draft()
    with begin() as work:
        work.drafts.add(other)
        work.drafts.add(update, update_of=second.id)
        work.commit()
    with begin() as work:
        assert [row.id for row in work.drafts.summaries()] == [other.id, second.id]
        assert [row.id for row in work.drafts.summaries(newest=1)] == [other.id]
        assert [row.id for row in work.drafts.summaries(KEY)] == [second.id]
        assert [row.id for row in work.drafts.summaries(visit="V-2")] == [other.id]
        row = work.drafts.summaries(KEY)[0]
    told = (row.client, row.client_name, row.kind, row.title, row.visit, row.day)
    assert told == (KEY, second.client_name, second.kind, second.title, "V-1", second.day)
    counted = (row.state, row.revision, row.statements, row.questioned, row.engine, row.created)
    assert counted == (DraftState.DRAFT, 2, 2, 1, "template", second.created)


def test_the_counts_of_a_list_follow_every_change(begin: OpenUnitOfWork) -> None:
    second = a_working(begin)
    with begin() as work:
        work.drafts.change(replace(second, sections=second.sections[1:]))
        assert [(row.statements, row.questioned) for row in work.drafts.summaries()] == [(0, 0)]
        work.drafts.step(second.id, -1)
        assert [(row.statements, row.questioned) for row in work.drafts.summaries()] == [(2, 1)]


def test_one_record_is_read_by_its_number_and_owner(begin: OpenUnitOfWork) -> None:
    own, banks = a_document("D-1", "甲", "乙"), a_document("S-1", "丙", client=None)
    with begin() as work:
        for record in (a_client(), a_client(OTHER), an_interaction(), own, banks):
            work.records.put(record, SOURCE)
        work.records.keep_original("b" * 64, "a.pdf", b"%PDF")
        work.commit()
    with begin() as work:
        assert work.records.interaction(KEY, "R-1") == an_interaction()
        assert work.records.interaction(OTHER, "R-1") is None
        assert work.records.document(KEY, "D-1") == own
        assert work.records.document(OTHER, "D-1") is None
        assert work.records.document(OTHER, "S-1") == banks
        assert work.records.original("b" * 64) == b"%PDF"
        assert work.records.original("c" * 64) is None
