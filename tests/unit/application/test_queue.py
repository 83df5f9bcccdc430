"""The preparation queue: the template's set at once, the model's in its place, and a person's work never written over."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.builders import KEY, TODAY, talk, visit
from tests.fakes.queue import BRIEF, LATER, SCENARIO, SECTIONS, SUMMARY, Desk, comparable
from tests.fakes.records import put
from tests.fakes.store import MemoryStore
from tests.fakes.writers import StandInWriter
from tests.unit.application.queueing import a_store, at, raising

from bankrm.domain.audit import Act
from bankrm.domain.drafts import Draft, DraftState
from bankrm.domain.preparation import JobState, Wanted
from bankrm.domain.progress import Cancelled
from bankrm.drafting.ports import ModelFailed, ModelUnusable, VisitContext, WriterProvenance

S = JobState


@pytest.fixture(name="store")
def _store() -> MemoryStore:
    return a_store()


def touch(store: MemoryStore, draft: Draft) -> None:
    store.data.drafts[draft.id] = replace(draft, state=DraftState.CONFIRMED)


def test_the_template_s_set_stands_at_once_and_each_document_waits_for_the_model(store: MemoryStore) -> None:
    desk = Desk(store.unit_of_work)
    drafts = desk.ask(visit(), BRIEF, SUMMARY)
    assert [(draft.kind, draft.provenance.engine) for draft in drafts] == [(BRIEF, "template"), (SUMMARY, "template")]
    assert [(job.kind, job.state, job.wanted, job.sections_total) for job in desk.jobs()] == [
        (kind, S.QUEUED, Wanted("llama", "stand-in"), len(SECTIONS[kind])) for kind in (BRIEF, SUMMARY)
    ]


def test_the_model_s_draft_takes_its_place_in_one_step_with_job_and_audit(store: MemoryStore) -> None:
    desk = Desk(store.unit_of_work)
    (template,) = desk.ask()
    desk.run()
    draft = desk.in_place()
    assert (draft.provenance.engine, draft.provenance.model) == ("llama", "stand-in")
    assert {statement.origin for statement in draft.statements} <= {"model", "template"}
    assert draft.provenance.left_out[-1:] == ("R-0",)
    assert draft.provenance.notices == ("gpu/no_gpu",)
    assert draft.provenance.parameters["n_ctx"] == "4096"
    assert store.data.superseded_by == {template.id: draft.id}
    assert [job.state for job in desk.jobs()] == [S.DONE]
    assert not store.data.sections
    last = store.data.audit[-1]
    assert (last.act, last.object, last.detail["supersedes"]) == (Act.PREPARED, draft.id, template.id)
    with store.unit_of_work() as uow:
        assert [one.id for one in uow.drafts.summaries(visit="visit-1")] == [draft.id]


class FallingWriter(StandInWriter):
    """Another model takes over once so many sections are written."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self.after = after

    def provenance(self, context: VisitContext) -> WriterProvenance:
        told = super().provenance(context)
        fallen = len(self.written) >= self.after
        return replace(told, model="the next", model_sha256="n" * 64, notices=("llama/crashed",)) if fallen else told


def test_a_document_is_of_one_model_that_which_takes_over_begins_again_and_the_draft_tells(store: MemoryStore) -> None:
    writer = FallingWriter(after=3)
    desk = Desk(store.unit_of_work, writer)
    desk.ask(None, BRIEF)
    desk.run()
    told = desk.in_place(BRIEF).provenance
    assert (told.model, told.model_sha256, told.notices) == ("the next", "n" * 64, ("llama/crashed",))
    assert len(writer.written) == 2 * len(SECTIONS[BRIEF])
    assert not store.data.sections


def test_new_records_put_the_template_s_in_place_of_a_model_s_until_the_model_has_read_them(store: MemoryStore) -> None:
    desk = Desk(store.unit_of_work)
    desk.ask()
    desk.run()
    put(store.unit_of_work, (later := talk("2026-06-01", "社長「茹で釜はもう決めた」")))
    failing = Desk(
        store.unit_of_work, StandInWriter(lambda *_: raising(ModelUnusable(engine="llama", reason="missing"))())
    )
    failing.ask()
    failing.run()
    assert failing.in_place().provenance.engine == "template"
    assert later.ref in failing.in_place().provenance.parameters["records"]


def test_jobs_are_done_in_the_order_of_the_visits_whatever_the_order_of_asking(store: MemoryStore) -> None:
    desk = Desk(store.unit_of_work)
    desk.ask(LATER)
    desk.ask(visit(), SUMMARY)
    desk.ask(visit(), SCENARIO, BRIEF)
    done: list[tuple[str, str]] = []
    desk.writer.before = lambda context, section: done.append((context.visit.ref if context.visit else "", section.key))
    desk.run()
    assert list(dict.fromkeys(kind for kind, _ in desk.writer.written)) == [BRIEF, SUMMARY, SCENARIO]
    assert list(dict.fromkeys(ref for ref, _ in done)) == ["visit-1", "visit-2"]


def test_a_draft_that_a_person_touched_stays_and_the_new_one_is_offered_beside_it(store: MemoryStore) -> None:
    desk = Desk(store.unit_of_work)
    (template,) = desk.ask()
    touch(store, template)
    desk.run()
    update = desk.update()
    assert desk.in_place().id == template.id
    assert update
    assert update.provenance.engine == "llama"
    assert not store.data.superseded_by
    assert store.data.audit[-1].detail["update_of"] == template.id


def test_no_update_is_offered_where_nothing_is_new(store: MemoryStore) -> None:
    desk = Desk(store.unit_of_work)
    desk.ask()
    desk.run()
    touch(store, desk.in_place())
    desk.ask()
    desk.writer.written.clear()
    desk.run()
    assert (desk.update(), desk.writer.written) == (None, [])
    assert [job.state for job in desk.jobs()] == [S.DONE, S.DONE]


def test_what_would_say_the_same_is_written_again_only_where_that_is_wished(store: MemoryStore) -> None:
    desk = Desk(store.unit_of_work)
    for afresh, written in ((False, 1), (False, 1), (True, 2)):
        desk.ask()
        desk.run(afresh=afresh)
        assert len(desk.writer.written) == written * len(SECTIONS[BRIEF])
    first, second = (draft for draft in store.data.drafts.values() if draft.provenance.engine == "llama")
    assert (first.id != second.id, comparable(first)) == (True, comparable(second))
    assert desk.in_place().id == second.id


def test_new_evidence_is_offered_and_a_newer_update_takes_the_place_of_the_last(store: MemoryStore) -> None:
    desk = Desk(store.unit_of_work)
    desk.ask()
    desk.run()
    touch(store, draft := desk.in_place())
    updates = []
    for words in ("社長「釜は三台にする」", "社長「釜は四台にする」"):
        put(store.unit_of_work, talk("2026-06-01", words))
        for _ in range(2):  # the second time nothing is new to the update
            desk.ask()
            desk.run()
        updates.append(desk.update())
    first, second = updates
    assert first
    assert second
    assert desk.in_place().id == draft.id
    assert store.data.superseded_by[first.id] == second.id
    assert len(store.data.update_of) == 2


def test_a_draft_touched_while_the_model_writes_is_not_written_over(store: MemoryStore) -> None:
    desk = Desk(store.unit_of_work)
    (template,) = desk.ask()
    desk.writer.before = at("questions", lambda: touch(store, template))
    desk.run()
    assert desk.in_place().id == template.id
    assert desk.update()


def test_asking_again_does_not_put_the_template_s_in_place_of_a_model_s_or_a_person_s(store: MemoryStore) -> None:
    desk = Desk(store.unit_of_work)
    desk.ask(visit(), BRIEF, SUMMARY)
    desk.run()
    touch(store, desk.in_place(SUMMARY))
    before = [desk.in_place(kind).id for kind in (BRIEF, SUMMARY)]
    assert [draft.id for draft in desk.ask(visit(), BRIEF, SUMMARY)] == before


def test_new_records_refresh_the_template_s_draft_while_the_model_s_is_waited_for(store: MemoryStore) -> None:
    desk = Desk(store.unit_of_work)
    (first,) = desk.ask()
    put(store.unit_of_work, talk("2026-06-01", "社長「釜は三台にする」"))
    (second,) = desk.ask()
    assert store.data.superseded_by == {first.id: second.id}
    assert len(desk.jobs()) == 1


def test_a_job_for_another_model_gives_way_to_the_one_asked_for_now(store: MemoryStore) -> None:
    Desk(store.unit_of_work, StandInWriter(model="old")).ask()
    Desk(store.unit_of_work, StandInWriter(model="old")).ask(LATER)
    desk = Desk(store.unit_of_work)
    desk.ask()
    desk.run()
    assert [(job.visit, job.wanted.model, job.state) for job in desk.jobs()] == [
        ("visit-1", "old", S.CANCELLED), ("visit-1", "stand-in", S.DONE), ("visit-2", "old", S.QUEUED),
    ]  # fmt: skip


@pytest.mark.parametrize("error", [Cancelled(), ModelFailed(engine="llama", reason="crashed")])
def test_a_job_whose_day_is_over_is_given_up_with_all_that_stood(store: MemoryStore, error: Exception) -> None:
    desk = Desk(store.unit_of_work, StandInWriter(at("questions", raising(error))))
    desk.ask()
    with suppress(Cancelled):
        desk.run()
    assert store.data.sections
    late = Desk(store.unit_of_work, today=visit().day + timedelta(days=1))
    assert late.recover() == ()
    assert late.run().failed == ()
    assert [job.state for job in late.jobs()] == [S.CANCELLED]
    assert (late.writer.written, store.data.sections) == ([], {})


def test_a_visit_put_off_is_prepared_for_its_new_day(store: MemoryStore) -> None:
    desk = Desk(store.unit_of_work)
    desk.ask()
    later = replace(visit(), start=visit().start + timedelta(days=7))
    put(store.unit_of_work, later)
    desk.run()
    assert desk.in_place().day == later.day
    desk.ask(later)
    assert [job.day for job in desk.jobs(S.QUEUED)] == [later.day]


def test_a_set_without_a_visit_is_of_its_day_alone(store: MemoryStore) -> None:
    for day in (TODAY, date(2026, 6, 30)):
        desk = Desk(store.unit_of_work, today=day)
        desk.ask(client=KEY)
        desk.run()
    assert sorted(
        (draft.day, draft.provenance.engine) for draft in store.data.drafts.values() if draft.id not in store.data.superseded_by
    ) == [(TODAY, "llama"), (date(2026, 6, 30), "llama")]  # fmt: skip
