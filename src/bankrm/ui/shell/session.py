"""An open store and the work that goes on behind the desk. It outlives the desk by what is under way when the window is locked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from bankrm.application.changes import Changes
from bankrm.application.preparation_schedule import Step
from bankrm.ui.ahead import Ahead, StepEnd, StepWork, Task
from bankrm.ui.qt_jobs import QtJobs
from bankrm.ui.shell.opening import Opened

if TYPE_CHECKING:
    from bankrm.bootstrap import Program, Store

FIRST_TICK_MS, TICK_MS = 1500, 30_000  # the window is shown first
LINGER_MS = 600_000  # behind a lock; then what still runs is stopped and the key goes


class Session(QObject):
    """`changed` broadcasts what background work changed; `broke` a bug in it; `ended` that everything is closed."""

    changed = Signal(object)
    broke = Signal(object)
    ended = Signal(object)  # the session itself

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self.program, self.store = opened.program, opened.store
        self.has_begun = False  # whether what was due at first has begun
        self._closed = False
        self._jobs = QtJobs(self)
        self.ahead = Ahead(self._jobs, self.program.preparation.schedule(), _steps(self.program, self.store))
        self._desks: QtJobs | None = None
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
            self.has_begun = True

    def tell_changes(self, changes: Changes) -> None:
        """The desk changed something."""
        self.ahead.changed(changes)

    def linger(self, desks: QtJobs) -> None:
        """The desk is gone: finish the step under way and the long work that was begun at the desk, begin no other, and close."""
        self._timer.stop()
        self.ahead.forget_followers()
        self._jobs.retire()
        self._desks = desks
        desks.setParent(self)
        desks.changed.connect(self.changed)
        desks.ended.connect(self._close_when_done)
        self.ahead.follow(lambda _: self._close_when_done())
        desks.let_go()
        QTimer.singleShot(LINGER_MS, self, self._give_up)

    def cancel(self) -> None:
        """Stop what is being prepared soon; what stands is kept."""
        self._jobs.cancel()

    @Slot()
    def close(self) -> None:
        """Stop everything and close the store."""
        if self._closed:
            return
        self._closed = True
        self._timer.stop()
        self.ahead.forget_followers()
        for jobs in (self._jobs, self._desks):
            if jobs is not None:
                jobs.stop()
        self.store.close()
        self.ended.emit(self)

    @Slot()
    def _give_up(self) -> None:
        """It takes too long: whatever still runs gets no connection any more, and the key goes."""
        for jobs in (self._jobs, self._desks):
            if jobs is not None:
                jobs.cancel()
        self.store.close()

    @Slot()
    def _close_when_done(self) -> None:
        if self.ahead.state.step is None and self._desks is not None and self._desks.has_ended:
            QTimer.singleShot(0, self, self.close)


def _steps(program: Program, store: Store) -> dict[Step, StepWork]:
    """What each step does, on this store."""
    return {
        Step.PROMISES: _promises(program, store),
        Step.SETS: _sets(program, store),
        Step.MODEL: _model(program, store),
    }


def _promises(program: Program, store: Store) -> Callable[[Task], StepEnd]:
    return lambda task: StepEnd(program.promises.refresh(store)(task.token, task.report))


def _sets(program: Program, store: Store) -> Callable[[Task], StepEnd]:
    def work(task: Task) -> StepEnd:
        prepared = program.preparation.ahead(store)(task.days, task.token, task.report)
        return StepEnd(prepared.changes, len(prepared.failed))

    return work


def _model(program: Program, store: Store) -> Callable[[Task], StepEnd]:
    def work(task: Task) -> StepEnd:
        with program.engines.writer(None, None, task.token) as writer:
            if writer is None:
                return StepEnd()
            written = program.preparation.write_ahead(store, writer, task.token, asked=task.asked)(
                task.days, task.report
            )
            return StepEnd(written.changes, len(written.run.failed), written.run.paused)

    return work
