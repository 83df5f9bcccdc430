"""An open store and the work that goes on behind the desk. It outlives the desk by what is under way when the window is locked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from bankrm.application.changes import Changes
from bankrm.application.preparation_schedule import Step
from bankrm.ui.ahead import Ahead, AheadState, StepEnd, StepWork, Task
from bankrm.ui.qt_jobs import QtJobs
from bankrm.ui.shell.opening import Opened

if TYPE_CHECKING:
    from bankrm.bootstrap import Program, Store

FIRST_TICK_MS, TICK_MS = 1500, 30_000  # the window is shown first


class Session(QObject):
    """`changed` broadcasts what background work changed; `broke` a bug in it; `ended` that everything is closed."""

    changed = Signal(object)
    broke = Signal(object)
    ended = Signal()

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self.program, self.store = opened.program, opened.store
        self._closed = False
        self._jobs = QtJobs(self)
        self.ahead = Ahead(self._jobs, self.program.preparation_schedule(), _steps(self.program, self.store))
        self._jobs.changed.connect(self.changed)
        self._jobs.broke.connect(self.broke)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def begin(self) -> None:
        """From now on what is due begins by itself."""
        QTimer.singleShot(FIRST_TICK_MS, self, self.tick)
        self._timer.start()

    @Slot()
    def tick(self) -> None:
        """Begin what is due."""
        if not self._closed:
            self.ahead.tick()

    def tell_changes(self, changes: Changes) -> None:
        """The desk changed something."""
        self.ahead.changed(changes)

    def linger(self) -> None:
        """The desk is gone: finish the step under way, begin no other, and close."""
        self._timer.stop()
        self.ahead.forget_followers()
        if self.ahead.state.step is None:
            self.close()
        else:
            self.ahead.follow(self._close_when_done)

    def cancel(self) -> None:
        """Stop what is under way soon; what stands is kept."""
        self._jobs.cancel()

    @Slot()
    def close(self) -> None:
        """Stop everything and close the store."""
        if self._closed:
            return
        self._closed = True
        self._timer.stop()
        self.ahead.forget_followers()
        self._jobs.stop()
        self.store.close()
        self.ended.emit()

    def _close_when_done(self, state: AheadState) -> None:
        if state.step is None:
            self.ahead.forget_followers()
            self._jobs.retire()
            QTimer.singleShot(0, self, self.close)


def _steps(program: Program, store: Store) -> dict[Step, StepWork]:
    """What each step does, on this store."""
    return {
        Step.PROMISES: _promises(program, store),
        Step.SETS: _sets(program, store),
        Step.MODEL: _model(program, store),
    }


def _promises(program: Program, store: Store) -> Callable[[Task], StepEnd]:
    return lambda task: StepEnd(program.refresh_promises(store)(task.token, task.report))


def _sets(program: Program, store: Store) -> Callable[[Task], StepEnd]:
    def work(task: Task) -> StepEnd:
        prepared = program.prepare_ahead(store)(task.days, task.token, task.report)
        return StepEnd(prepared.changes, len(prepared.failed))

    return work


def _model(program: Program, store: Store) -> Callable[[Task], StepEnd]:
    def work(task: Task) -> StepEnd:
        with program.model_writer(None, None, task.token) as writer:
            if writer is None:
                return StepEnd()
            written = program.write_ahead(store, writer, task.token, asked=task.asked)(task.days, task.report)
            return StepEnd(written.changes, len(written.run.failed), written.run.paused)

    return work
