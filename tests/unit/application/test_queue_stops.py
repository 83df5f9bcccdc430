"""The queue stops, rests, fails and goes on, and what stands is never written twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders import KEY, talk, visit
from tests.fakes.queue import BRIEF, LATER, RULES, SECTIONS, Desk, FakeMachine, comparable, fill
from tests.fakes.records import put
from tests.fakes.store import MemoryStore
from tests.fakes.writers import StandInWriter
from tests.unit.application.queueing import a_store, at, raising

from bankrm.application.go_ahead import Pause, QueueRules
from bankrm.domain.ids import JobId
from bankrm.domain.preparation import JobState, Wanted
from bankrm.domain.progress import Cancelled, Progress
from bankrm.domain.recipes import RecipeSection
from bankrm.drafting.ports import ModelFailed, ModelUnusable, VisitContext

S = JobState


@pytest.fixture(name="store")
def _store() -> MemoryStore:
    return a_store()


def test_a_failing_model_leaves_the_template_s_draft_and_the_other_jobs_alone(store: MemoryStore) -> None:
    def fail_at_the_first(context: VisitContext, section: RecipeSection) -> None:
        if context.dossier.client.key == KEY and section.key == "promises":
            raise ModelFailed(engine="llama", reason="crashed")

    desk = Desk(store.unit_of_work, StandInWriter(fail_at_the_first))
    (template,) = desk.ask()
    desk.ask(LATER)
    run = desk.run()
    assert [(one.job.client, one.error.args) for one in run.failed] == [(KEY, ("model_failed",))]
    assert [(job.state, job.error) for job in desk.jobs()] == [(S.FAILED, "model_failed"), (S.DONE, "")]
    assert desk.in_place().id == template.id
    assert desk.in_place(planned=LATER).provenance.engine == "llama"


@pytest.mark.parametrize(("error", "code"), [(ModelUnusable(), "model_unusable"), (KeyError("言葉"), "bug")])
def test_a_job_keeps_the_code_of_its_failure_and_waits_again_when_asked_for(
    store: MemoryStore, error: Exception, code: str
) -> None:
    desk = Desk(store.unit_of_work, StandInWriter(at("promises", raising(error))))
    desk.ask()
    desk.run()
    assert [job.error for job in desk.jobs(S.FAILED)] == [code]
    again = Desk(store.unit_of_work)
    again.ask()
    again.run()
    assert [(job.state, job.error) for job in again.jobs()] == [(S.DONE, "")]
    assert [key for _, key in (*desk.writer.written, *again.writer.written)] == SECTIONS[BRIEF]


def test_a_client_that_is_gone_fails_its_job_alone(store: MemoryStore) -> None:
    desk = Desk(store.unit_of_work)
    desk.ask()
    desk.ask(LATER)
    store.data.records = {key: one for key, one in store.data.records.items() if one != visit()}
    assert [one.error.args for one in desk.run().failed] == [("not_found",)]
    assert [job.state for job in desk.jobs()] == [S.FAILED, S.DONE]


def test_a_stop_interrupts_the_job_and_the_next_run_writes_the_rest_to_the_same_bytes(store: MemoryStore) -> None:
    whole = MemoryStore()
    fill(whole.unit_of_work)
    undisturbed = Desk(whole.unit_of_work)
    undisturbed.ask()
    undisturbed.run()

    desk = Desk(store.unit_of_work, StandInWriter(at("questions", raising(Cancelled()))))
    (template,) = desk.ask()
    with pytest.raises(Cancelled):
        desk.run()
    (job,) = desk.jobs()
    assert (job.state, job.sections_done) == (S.INTERRUPTED, SECTIONS[BRIEF].index("questions"))
    assert desk.in_place().id == template.id

    resumed = Desk(store.unit_of_work)
    resumed.run()
    assert [key for _, key in resumed.writer.written] == SECTIONS[BRIEF][job.sections_done :]
    assert comparable(resumed.in_place()) == comparable(undisturbed.in_place())
    assert resumed.in_place().provenance.seconds >= job.seconds


def test_a_stop_between_two_sections_is_heeded_too(store: MemoryStore) -> None:
    desk = Desk(store.unit_of_work)
    desk.ask()
    desk.writer.before = at("promises", lambda: desk.token.cancel())
    with pytest.raises(Cancelled):
        desk.run()
    assert [key for _, key in desk.writer.written][-1] == "promises"


def test_what_was_kept_of_other_evidence_is_written_anew(store: MemoryStore) -> None:
    desk = Desk(store.unit_of_work, StandInWriter(at("questions", raising(Cancelled()))))
    desk.ask()
    with pytest.raises(Cancelled):
        desk.run()
    put(store.unit_of_work, talk("2026-06-01", "社長「釜は三台にする」"))
    resumed = Desk(store.unit_of_work)
    resumed.run()
    assert [key for _, key in resumed.writer.written] == SECTIONS[BRIEF]
    assert [job.sections_done for job in resumed.jobs()] == [len(SECTIONS[BRIEF])]


@pytest.mark.parametrize(
    ("machine", "rules", "pause"),
    [
        (FakeMachine(battery=True), RULES, Pause.ON_BATTERY),
        (FakeMachine(battery=True), replace(RULES, prepare_on_battery=True), None),
        (FakeMachine(idle=60.0), RULES, Pause.IN_USE),
        (FakeMachine(idle=300.0), RULES, None),
        (FakeMachine(idle=0.0), replace(RULES, prepare_when_in_use=True), None),
        (FakeMachine(idle=None), RULES, None),
    ],
)
def test_the_queue_rests_where_the_machine_is_wanted_elsewhere(
    store: MemoryStore, machine: FakeMachine, rules: QueueRules, pause: Pause | None
) -> None:
    desk = Desk(store.unit_of_work, machine=machine, rules=rules)
    desk.ask()
    assert desk.run().paused == pause
    assert [job.state for job in desk.jobs()] == [S.INTERRUPTED if pause else S.DONE]


def test_unplugged_in_the_middle_it_rests_before_the_next_section_and_goes_on_from_there(store: MemoryStore) -> None:
    desk = Desk(store.unit_of_work)
    desk.ask()
    desk.writer.before = at("promises", lambda: setattr(desk.machine, "battery", True))
    assert desk.run().paused is Pause.ON_BATTERY
    assert [key for _, key in desk.writer.written] == SECTIONS[BRIEF][: SECTIONS[BRIEF].index("promises") + 1]
    desk.machine.battery, desk.writer.before = False, lambda *_: None
    assert desk.run().paused is None
    assert [key for _, key in desk.writer.written] == SECTIONS[BRIEF]


def test_what_was_running_when_the_program_ended_is_interrupted_at_its_next_start(store: MemoryStore) -> None:
    desk = Desk(store.unit_of_work, StandInWriter(at("questions", raising(KeyboardInterrupt()))))  # type: ignore[arg-type]
    desk.ask()
    with pytest.raises(KeyboardInterrupt):
        desk.run()
    assert [job.state for job in desk.jobs()] == [S.RUNNING]
    assert [job.state for job in Desk(store.unit_of_work).recover()] == [S.INTERRUPTED]
    assert Desk(store.unit_of_work, StandInWriter(model="another")).recover() == ()


def test_a_job_that_another_program_finished_meanwhile_is_left_to_it(store: MemoryStore) -> None:
    desk = Desk(store.unit_of_work)
    desk.ask()

    def finished_elsewhere() -> None:
        (job,) = store.data.jobs.values()
        store.data.jobs[job.id] = job.to(S.DONE)

    desk.writer.before = at("questions", finished_elsewhere)
    run = desk.run()
    assert (run.failed, [job.state for job in desk.jobs()]) == ((), [S.DONE])
    assert desk.in_place().provenance.engine == "template"


def test_progress_counts_sections_over_all_jobs_and_estimates_once_something_was_measured(store: MemoryStore) -> None:
    desk = Desk(store.unit_of_work)
    desk.ask()
    desk.ask(LATER)
    heard: list[Progress] = []
    desk.run(heard.append)
    total = 2 * len(SECTIONS[BRIEF])
    assert [one.done for one in heard if one.total == total] == sorted(one.done for one in heard)
    assert (heard[0].done, heard[0].total, heard[0].seconds_left) == (0, total, None)
    assert (heard[-1].done, heard[-1].seconds_left) == (total, 0)
    assert all(one.seconds_left is not None for one in heard if one.done)
    assert {one.task for one in heard} == {"write"}


def test_the_first_estimate_comes_from_what_the_same_model_did_before(store: MemoryStore) -> None:
    desk = Desk(store.unit_of_work)
    desk.ask()
    desk.run()
    (job,) = store.data.jobs.values()
    store.data.jobs = {
        job.id: replace(job, seconds=120.0, sections_done=12),
        JobId("x"): replace(job, id=JobId("x"), seconds=9999.0, wanted=Wanted("llama", "another")),
    }
    desk.ask()
    heard: list[Progress] = []
    desk.run(heard.append)
    assert heard[0].seconds_left == 10.0 * len(SECTIONS[BRIEF])


def test_an_interrupted_job_counts_with_what_stands_of_it(store: MemoryStore) -> None:
    desk = Desk(store.unit_of_work, StandInWriter(at("questions", raising(Cancelled()))))
    desk.ask()
    with pytest.raises(Cancelled):
        desk.run()
    heard: list[Progress] = []
    Desk(store.unit_of_work).run(heard.append)
    assert heard[0].done == SECTIONS[BRIEF].index("questions")
