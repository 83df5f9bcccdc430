"""What is prepared behind the window: one step after the other, told as it goes, and it rests where the rules want a rest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.fakes.jobs import HeldJobs, ImmediateJobs
from tests.fakes.queue import FakeMachine
from tests.unit.application.test_preparation_schedule import Morning

from bankrm.application.changes import Area, Changes
from bankrm.application.go_ahead import Pause
from bankrm.application.preparation_schedule import Step
from bankrm.domain.errors import NotFound
from bankrm.domain.progress import Progress
from bankrm.ui.ahead import Ahead, AheadState, StepEnd, Task
from bankrm.ui.jobs import Lane


class Behind:
    """What runs behind the window, and all that was told of it."""

    def __init__(self, jobs: ImmediateJobs | None = None, **work: Callable[[Task], StepEnd]) -> None:
        self.jobs, self.ran = jobs or ImmediateJobs(), list[tuple[Step, tuple[date, ...], bool]]()
        self.morning, self.told = Morning(), list[AheadState]()
        steps = {step: self._work(step, work.get(step.value)) for step in Step}
        self.ahead = Ahead(self.jobs, self.morning.schedule, steps)
        self.ahead.follow(self.told.append)

    @property
    def machine(self) -> FakeMachine:
        return self.morning.machine

    def _work(self, step: Step, does: Callable[[Task], StepEnd] | None) -> Callable[[Task], StepEnd]:
        def work(task: Task) -> StepEnd:
            self.ran.append((step, task.days, task.asked))
            return does(task) if does else StepEnd()

        return work


def test_one_tick_does_everything_that_is_due_the_model_in_a_lane_of_its_own() -> None:
    behind = Behind()
    behind.ahead.tick()
    assert [step for step, _, _ in behind.ran] == list(Step)
    assert behind.jobs.lanes == [Lane.IO, Lane.IO, Lane.MODEL]
    assert behind.ahead.state == AheadState()


def test_how_far_it_is_is_told() -> None:
    def sets(task: Task) -> StepEnd:
        task.report(Progress("prepare", 1, 4))
        return StepEnd(Changes.of(Area.DRAFTS), failed=1)

    behind = Behind(sets=sets)
    behind.ahead.tick()
    assert AheadState(Step.SETS, Progress("prepare", 1, 4)) in behind.told
    assert any(state.failed == 1 for state in behind.told)
    assert behind.jobs.changes[1] == Changes.of(Area.DRAFTS)


def test_a_model_that_rests_goes_on_at_a_later_tick() -> None:
    ends = [StepEnd(paused=Pause.IN_USE), StepEnd()]
    behind = Behind(model=lambda _: ends.pop(0))
    behind.ahead.tick()
    rested = behind.ahead.state.paused
    behind.ahead.tick()
    assert [step for step, _, _ in behind.ran].count(Step.MODEL) == 2
    assert (rested, behind.ahead.state.paused) == (Pause.IN_USE, None)


def test_the_model_makes_way_for_a_person_and_begins_again_when_they_have_what_they_waited_for() -> None:
    jobs = HeldJobs()
    behind = Behind(jobs)
    behind.ahead.tick()
    for _ in range(2):
        jobs.go()
    assert behind.ahead.state.step is Step.MODEL
    behind.ahead.make_way()
    jobs.go()
    assert [step for step, _, _ in behind.ran] == [Step.PROMISES, Step.SETS]
    assert behind.ahead.state.step is None
    behind.ahead.tick()
    assert behind.ahead.state.step is None
    behind.ahead.changed(Changes.of(Area.RECORDS))  # what needs no model does not wait
    behind.ahead.tick()
    assert behind.ahead.state.step is Step.PROMISES
    for _ in range(2):
        jobs.go()
    assert behind.ahead.state.step is None
    behind.ahead.go_on()
    assert behind.ahead.state.step is Step.MODEL


def test_the_model_rests_until_nobody_waits_for_it_any_more() -> None:
    behind = Behind()
    behind.ahead.make_way()
    behind.ahead.make_way()
    behind.ahead.go_on()
    assert [step for step, _, _ in behind.ran] == [Step.PROMISES, Step.SETS]
    behind.ahead.go_on()
    assert [step for step, _, _ in behind.ran] == list(Step)


def test_what_a_person_asks_for_is_written_while_they_work() -> None:
    behind = Behind()
    behind.ahead.tick()
    behind.machine.idle = 0.0
    behind.ahead.prepare_all()
    assert [(step, asked) for step, _, asked in behind.ran[3:]] == [(Step.SETS, True), (Step.MODEL, True)]


def test_an_error_ends_its_step_and_the_next_begins() -> None:
    def refused(_: Task) -> StepEnd:
        raise NotFound(what="visit", id="v")

    behind = Behind(promises=refused)
    behind.ahead.tick()
    assert [step for step, _, _ in behind.ran] == list(Step)
    assert any(isinstance(state.error, NotFound) for state in behind.told)


def test_who_stops_it_is_not_written_for_until_something_changes() -> None:
    jobs = HeldJobs()
    behind = Behind(jobs)
    behind.ahead.tick()
    assert behind.ahead.state.step is Step.PROMISES
    behind.ahead.cancel()
    jobs.go()
    assert (behind.ran, behind.ahead.state) == ([], AheadState())
    behind.ahead.tick()
    assert behind.ahead.state.step is None
    behind.ahead.changed(Changes.of(Area.VISITS))
    behind.ahead.tick()
    assert behind.ahead.state.step is Step.PROMISES


def test_changes_make_it_due_again() -> None:
    behind = Behind()
    behind.ahead.tick()
    behind.ahead.changed(Changes.of(Area.RECORDS))
    behind.ahead.tick()
    assert len(behind.ran) == 6
