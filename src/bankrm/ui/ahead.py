"""準備: begins what is due behind the window, one step after the other, and tells how far it is; no Qt here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from bankrm.application.changes import Changes
from bankrm.application.go_ahead import Pause
from bankrm.application.preparation_schedule import PreparationSchedule, Step
from bankrm.domain.errors import ExpectedError
from bankrm.domain.progress import CancelToken, Progress, Report
from bankrm.ui.jobs import Jobs, Lane, Running

_UNCHANGED = Changes()


@dataclass(frozen=True, slots=True)
class StepEnd:
    """How a step ended: what changed, how many documents did not come about, and why the model rests where it does."""

    changes: Changes = _UNCHANGED
    failed: int = 0
    paused: Pause | None = None


@dataclass(frozen=True, slots=True)
class AheadState:
    """What is under way now, how far it is, and how the last run of each kind left things."""

    step: Step | None = None
    progress: Progress | None = None
    failed: int = 0
    paused: Pause | None = None
    error: ExpectedError | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """What a step is called with: the days to prepare, whether a person waits, and how it is stopped and tells how far it is."""

    days: tuple[date, ...]
    asked: bool
    token: CancelToken
    report: Report


StepWork = Callable[[Task], StepEnd]


class Preparing(Protocol):
    """What pages see of it."""

    @property
    def state(self) -> AheadState:
        """As it is now; `follow` tells each change."""
        ...

    def follow(self, told: Callable[[AheadState], None]) -> None:
        """Be told of every change from now on."""
        ...

    def prepare_all(self, *days: date) -> None:
        """A person asks for all sets of today and the next business day, and of these days."""
        ...

    def cancel(self) -> None:
        """Stop what is under way; what stands is kept."""
        ...

    def make_way(self) -> None:
        """A person waits for the model: what it writes ahead stops, and does not begin again before as many `go_on`."""
        ...

    def go_on(self) -> None:
        """The person has what he or she waited for."""
        ...


class Ahead:
    """As `Preparing`; `tick` begins what is due."""

    def __init__(self, jobs: Jobs, schedule: PreparationSchedule, work: Mapping[Step, StepWork]) -> None:
        self._jobs, self._schedule, self._work = jobs, schedule, work
        self._running: Running | None = None
        self._made_way = False
        self._waited_for = 0  # how often a person waits for the model now
        self._followers: list[Callable[[AheadState], None]] = []
        self.state = AheadState()

    def follow(self, told: Callable[[AheadState], None]) -> None:
        """As `Preparing.follow`."""
        self._followers.append(told)

    def forget_followers(self) -> None:
        """Nobody is told any more: what they show is being torn down."""
        self._followers.clear()

    def prepare_all(self, *days: date) -> None:
        """As `Preparing.prepare_all`."""
        self._schedule.ask(*days)
        self.tick()

    def cancel(self) -> None:
        """As `Preparing.cancel`."""
        self._schedule.give_up()
        if self._running:
            self._running.cancel()

    def make_way(self) -> None:
        """As `Preparing.make_way`."""
        self._waited_for += 1
        if self._running and self.state.step is Step.MODEL:
            self._made_way = True
            self._running.cancel()

    def go_on(self) -> None:
        """As `Preparing.go_on`."""
        self._waited_for -= 1
        self.tick()

    def changed(self, changes: Changes) -> None:
        """Something changed; what follows from it is due."""
        self._schedule.changed(changes)

    def tick(self) -> None:
        """Begin what is due, if anything is."""
        step = self._schedule.begin(model=not self._waited_for)
        if step is None:
            return
        self._tell(replace(self.state, step=step, progress=None, error=None))
        days, asked, end = self._schedule.days, self._schedule.asked, list[StepEnd]()

        def work(token: CancelToken, report: Report) -> StepEnd:
            return self._work[step](Task(days, asked, token, report))

        self._running = self._jobs.start(
            work,
            end.append,
            lane=Lane.MODEL if step is Step.MODEL else Lane.IO,
            report=lambda progress: self._tell(replace(self.state, progress=progress)),
            failed=lambda error: self._tell(replace(self.state, error=error)),
            ended=lambda: self._ended(end[0] if end else None),
        )

    def _ended(self, end: StepEnd | None) -> None:
        self._running = None
        found = end or StepEnd()
        waits = found.paused is not None or self._made_way
        self._made_way = False
        self._schedule.ended(to_go_on=waits)
        self._tell(replace(self.state, step=None, progress=None, failed=found.failed, paused=found.paused))
        if not waits:
            self.tick()

    def _tell(self, state: AheadState) -> None:
        self.state = state
        for told in tuple(self._followers):
            told(state)
