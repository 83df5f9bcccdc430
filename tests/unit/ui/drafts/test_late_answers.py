"""Answers that come late: each thing is done once, on what was read, and for the draft that it was asked for."""

from __future__ import annotations

import pytest
from tests.builders import TODAY
from tests.fakes.editing import a_writing
from tests.fakes.jobs import HeldJobs
from tests.unit.ui.drafts.presenting import FIRST, SECOND, Bench

from bankrm.adapters.system.clock import FixedDay
from bankrm.application.changes import Area, Changes
from bankrm.application.queries.evidence import PDF, ReadSource, SearchEvidence, SourcePage
from bankrm.domain.audit import Act
from bankrm.domain.clients import ClientKey
from bankrm.domain.editing import EditConflict, EditRefused
from bankrm.domain.evidence import Evidence
from bankrm.domain.ids import DraftId
from bankrm.ui.pages.drafts.evidence_presenter import EvidencePresenter, EvidenceQueries
from bankrm.ui.pages.drafts.rows import Notice, Writing


def test_an_answer_for_one_draft_leads_nobody_away_from_another(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    bench.write(Writing.EDIT, "S4", "人手が足りないと聞いた。")
    bench.page.open(SECOND)
    jobs.go_on()
    bench.page.changed(jobs.changes[-1])
    jobs.go_on()
    assert bench.page.opened
    assert bench.page.opened.draft.id == SECOND


def test_a_key_pressed_twice_does_it_once_and_is_no_conflict(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    bench.page.writing.wish("own_view", "S3")
    for _ in range(2):
        bench.page.writing.take("own_view", "S3", "急がない")
    jobs.go_on()
    assert (bench.refused, bench.acts().count(Act.EDITED)) == ([], 1)
    bench.page.changed(Changes.of(Area.DRAFTS))
    jobs.go_on()
    for _ in range(2):
        bench.page.settling.go("submit")
    jobs.go_on()
    assert (bench.refused, bench.acts().count(Act.SUBMITTED)) == ([], 1)


def test_after_a_bug_the_same_can_be_asked_for_again(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    bench.edit.broken = True
    bench.write(Writing.EDIT, "S4", "人手が足りないと聞いた。")
    with pytest.raises(ZeroDivisionError):
        jobs.go()
    bench.edit.broken = False
    bench.page.writing.take("edit", "S4", "人手が足りないと聞いた。")
    jobs.go()
    assert (bench.acts().count(Act.EDITED), bench.screen.panel) == (1, None)


def test_after_a_reading_that_failed_the_same_can_be_asked_for_again(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    bench.write(Writing.EDIT, "S4", "人手が足りないと聞いた。")
    jobs.go()
    bench.page.changed(jobs.changes[-1])
    jobs.go_on()
    bench.page.undo()
    jobs.go()
    bench.read.busy = True
    bench.page.changed(jobs.changes[-1])
    jobs.go()
    bench.page.undo()
    jobs.go()
    assert [type(error) for error in bench.refused] == [EditRefused]  # asked for, and there is nothing more to undo


def test_what_is_done_before_the_last_answer_is_read_is_done_on_that_answer(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    bench.write(Writing.EDIT, "S4", "人手が足りないと聞いた。")
    bench.page.writing.wish("remove", "S3")
    bench.page.writing.remove("S3", "not_true", "")  # before the answer
    jobs.go()
    bench.write(Writing.OWN_VIEW, "S4", "急がない")  # after it
    jobs.go()
    bench.page.changed(jobs.changes[-1])
    jobs.go_on()
    assert bench.refused == []
    assert not {"見積は21日遅れた。", "人が足りない。"} & set(bench.screen.texts)
    assert {"急がない", "人手が足りないと聞いた。"} < set(bench.screen.texts)


def test_what_is_handed_in_is_what_was_read(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    bench.write(Writing.EDIT, "S4", "人手が足りないと聞いた。")
    bench.page.settling.go("submit")
    jobs.go_on()
    assert [type(error) for error in bench.refused] == [EditConflict]


def test_an_own_view_becomes_one_record_and_an_update_is_left_once(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    with bench.store.unit_of_work() as uow:
        uow.drafts.add(a_writing(id=DraftId("update"), sections=a_writing().sections[:2]), update_of=FIRST)
        uow.commit()
    bench.write(Writing.OWN_VIEW, "S4", "社長は釣りが好き。")
    jobs.go()
    bench.page.changed(jobs.changes[-1])
    jobs.go_on()
    for _ in range(2):
        bench.page.writing.wish("date", bench.screen.selected)
        bench.page.settling.leave_banner(Notice.UPDATE)
    jobs.go_on()
    assert (bench.refused, bench.acts().count(Act.RECORDED), bench.acts().count(Act.UPDATE_DISMISSED)) == ([], 1, 1)


def test_a_failure_at_one_draft_is_told_and_reads_no_other_again(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    bench.write(Writing.EDIT, "S4", "")
    bench.page.open(SECOND)
    jobs.go_on()
    assert [type(error) for error in bench.refused] == [EditRefused]
    assert bench.acts().count(Act.VIEWED) == 2  # a reading again in its place would have lost the opening


def test_a_change_that_overtakes_an_opening_loses_no_record_of_it(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    before = bench.acts().count(Act.VIEWED)
    bench.page.open(SECOND)
    bench.page.changed(Changes.of(Area.DRAFTS))
    jobs.go_on()
    assert bench.acts().count(Act.VIEWED) == before + 1
    bench.page.changed(Changes.of(Area.DRAFTS))
    jobs.go_on()
    assert bench.acts().count(Act.VIEWED) == before + 1


class Paper(ReadSource):
    """Every piece stands on a page."""

    def __call__(self, client: ClientKey, piece: Evidence) -> SourcePage:  # noqa: ARG002
        return SourcePage("紙", PDF, 1, piece.text)


def test_a_page_of_one_draft_is_no_evidence_of_another(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    begin, row = bench.store.unit_of_work, bench.page.row("S1")
    queries = EvidenceQueries(Paper(begin), lambda source, _: source, SearchEvidence(begin, FixedDay(TODAY)))
    evidence = EvidencePresenter(bench.screen, jobs, queries, TODAY)
    assert row
    evidence.show(a_writing(), row)
    jobs.go()
    evidence.show(a_writing(id=SECOND), row)
    jobs.go(0)
    assert bench.screen.source is None
    jobs.go_on()
    assert bench.screen.source is not None


def test_an_answer_closes_the_panel_that_asked_and_none_opened_since(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    bench.write(Writing.EDIT, "S4", "人手が足りないと聞いた。")
    jobs.go()
    assert bench.screen.panel is None
    bench.page.changed(jobs.changes[-1])
    jobs.go_on()
    bench.page.undo()
    bench.page.writing.wish(Writing.EDIT.value, "S3")
    jobs.go()
    assert bench.screen.panel == (Writing.EDIT, "S3", "見積は21日遅れた。")
