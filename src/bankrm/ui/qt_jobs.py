"""Jobs on pools of threads: answers cross to the window's thread by one signal that the window's own object holds."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from bankrm.application.changes import Changes
from bankrm.domain.errors import ExpectedError
from bankrm.domain.progress import Cancelled, CancelToken, Progress, Report, silent
from bankrm.ui.jobs import Done, Failed, Lane, Work, not_told

T = TypeVar("T")
_THREADS = {Lane.STORE: 1, Lane.IO: 4, Lane.MODEL: 1}
_REPORT_EVERY_S = 0.1
WAIT_S = 10.0


class QtJobs(QObject):
    """The window's jobs. `changed` broadcasts Changes, `failed` an ExpectedError nobody took, `broke` a bug."""

    changed = Signal(object)
    failed = Signal(object)
    broke = Signal(object)
    ended = Signal()  # after `let_go`, when the last thread has come back
    _crossed = Signal(object)
    _came_back = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {lane: ThreadPoolExecutor(threads, f"bankrm-{lane}") for lane, threads in _THREADS.items()}
        self._asked: set[Future[None]] = set()
        self._latest: dict[Hashable, int] = {}
        self._running: set[_Running] = set()
        self._count = self._awaited = 0
        self._stopping = self._retired = self._told_ended = False
        self._crossed.connect(self._answer)
        self._came_back.connect(self._check_ended)

    def read(
        self, query: Callable[[], T], done: Done[T], *, key: Hashable = None, failed: Failed | None = None
    ) -> None:
        """As `Jobs.read`."""
        self._count += 1
        number = self._count
        if key is not None:
            self._latest[key] = number

        def is_latest() -> bool:
            return key is None or self._latest.get(key) == number

        def work() -> None:
            if not is_latest():  # overtaken while it waited
                return
            self._attempt(
                query, lambda answer: done(answer) if is_latest() else None, failed if is_latest() else not_told
            )

        self._submit(Lane.STORE, work)

    def act(
        self,
        use_case: Callable[[], T],
        done: Done[T] | None = None,
        *,
        failed: Failed | None = None,
        ended: Callable[[], None] | None = None,
    ) -> None:
        """As `Jobs.act`."""

        def work() -> None:
            self._attempt(use_case, done or not_told, failed, broadcast=True)
            if ended:
                self._crossed.emit(ended)

        self._submit(Lane.STORE, work)

    def start(
        self,
        work: Work[T],
        done: Done[T],
        *,
        lane: Lane = Lane.IO,
        report: Report = silent,
        failed: Failed | None = None,
        ended: Callable[[], None] | None = None,
    ) -> _Running:
        """As `Jobs.start`."""
        running = _Running()
        if self._stopping or self._retired:
            return running
        self._running.add(running)

        def finish() -> None:
            self._running.discard(running)
            if ended:
                ended()

        def attempt() -> None:
            try:
                running.token.check()
                told = self._throttled(report)
                self._attempt(lambda: work(running.token, told), done, failed, broadcast=True)
            except Cancelled:
                pass
            finally:
                self._crossed.emit(finish)

        self._submit(lane, attempt)
        return running

    @property
    def is_quiet(self) -> bool:
        """Whether every answer that was asked for has come."""
        return self._awaited == 0

    @property
    def has_ended(self) -> bool:
        """Whether, after `let_go`, the last thread has come back."""
        return self._told_ended

    def cancel(self) -> None:
        """Ask all long work to stop."""
        for running in tuple(self._running):
            running.cancel()

    def retire(self) -> None:
        """Take nothing more; what runs goes on and is answered."""
        self._retired = True

    def let_go(self) -> None:
        """Whoever asked is gone: take nothing more and answer nobody; long work goes on, and what it changes is still broadcast."""
        self._stopping = True
        for asked in tuple(self._asked):
            asked.add_done_callback(lambda _: self._came_back.emit())
        for pool in self._pools.values():
            pool.shutdown(wait=False)
        self._came_back.emit()

    def stop(self) -> bool:
        """Take nothing more, ask what runs to stop, and wait; False where something did not end in time."""
        self._stopping = True
        self.cancel()
        for pool in self._pools.values():
            pool.shutdown(wait=False, cancel_futures=True)
        late = wait(tuple(self._asked), WAIT_S).not_done
        if not late:
            for pool in self._pools.values():
                pool.shutdown(wait=True)
        return not late

    def _submit(self, lane: Lane, work: Callable[[], None]) -> None:
        if not self._stopping:
            self._awaited += 1
            asked = self._pools[lane].submit(self._accounted, work)
            self._asked.add(asked)
            asked.add_done_callback(self._asked.discard)

    def _accounted(self, work: Callable[[], None]) -> None:
        try:
            work()
        finally:
            self._crossed.emit(self._arrived)

    def _arrived(self) -> None:
        self._awaited -= 1

    def _attempt(self, work: Callable[[], T], done: Done[T], failed: Failed | None, *, broadcast: bool = False) -> None:
        """On the lane's thread: the border where a bug becomes a notice."""
        try:
            answer = work()
        except Cancelled:
            return
        except ExpectedError as error:
            refused = error
            tell = failed or self.failed.emit
            self._crossed.emit(lambda: tell(refused))
        except Exception as error:
            bug = error
            self._crossed.emit(lambda: self.broke.emit(bug))
        else:
            self._crossed.emit(lambda: done(answer))
            changes = answer if isinstance(answer, Changes) else getattr(answer, "changes", None)
            if broadcast and isinstance(changes, Changes):
                self.changed.emit(changes)  # crosses after the answer, and also where nobody waits for that any more

    def _throttled(self, report: Report) -> Report:
        last = 0.0

        def tell(progress: Progress) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last >= _REPORT_EVERY_S or progress.done == progress.total:
                last = now
                self._crossed.emit(lambda: report(progress))

        return tell

    @Slot()
    def _check_ended(self) -> None:
        if not self._told_ended and all(asked.done() for asked in tuple(self._asked)):
            self._told_ended = True
            self.ended.emit()

    @Slot(object)
    def _answer(self, call: Callable[[], None]) -> None:
        """On the window's thread."""
        if not self._stopping:
            call()


class _Running:
    """Long work under way."""

    def __init__(self) -> None:
        self.token = CancelToken()

    def cancel(self) -> None:
        """As `Running.cancel`."""
        self.token.cancel()
