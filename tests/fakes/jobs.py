"""Jobs that run at once: presenters are tested without threads or an event loop."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from bankrm.application.changes import Changes
from bankrm.domain.errors import ExpectedError
from bankrm.domain.progress import Cancelled, CancelToken, Report, silent
from bankrm.ui.jobs import Done, Failed, Lane, Work, not_told

T = TypeVar("T")


class ImmediateJobs:
    """As `Jobs`. `refused` holds the errors that nobody took, `changes` what was broadcast."""

    def __init__(self) -> None:
        self.refused: list[ExpectedError] = []
        self.changes: list[Changes] = []
        self.lanes: list[Lane] = []

    def read(
        self,
        query: Callable[[], T],
        done: Done[T],
        *,
        key: Hashable = None,  # noqa: ARG002
        failed: Failed | None = None,
    ) -> None:
        self._attempt(query, done, failed)

    def act(
        self,
        use_case: Callable[[], T],
        done: Done[T] | None = None,
        *,
        failed: Failed | None = None,
        ended: Callable[[], None] | None = None,
    ) -> None:
        self._attempt(use_case, done or not_told, failed, broadcast=True, ended=ended)

    def start(
        self,
        work: Work[T],
        done: Done[T],
        *,
        lane: Lane = Lane.IO,
        report: Report = silent,
        failed: Failed | None = None,
        ended: Callable[[], None] | None = None,
    ) -> ImmediateRun:
        self.lanes.append(lane)
        run = ImmediateRun()
        self._attempt(lambda: work(run.token, report), done, failed, broadcast=True, ended=ended)
        return run

    def _attempt(
        self,
        work: Callable[[], T],
        done: Done[T],
        failed: Failed | None,
        *,
        broadcast: bool = False,
        ended: Callable[[], None] | None = None,
    ) -> None:
        """A bug comes out of here, after `ended`."""
        try:
            answer = work()
            done(answer)
            changes = answer if isinstance(answer, Changes) else getattr(answer, "changes", None)
            if broadcast and isinstance(changes, Changes):
                self.changes.append(changes)
        except Cancelled:
            pass
        except ExpectedError as error:
            (failed or self.refused.append)(error)
        finally:
            if ended:
                ended()


class ImmediateRun:
    """Work that is over by the time anybody can cancel it."""

    def __init__(self) -> None:
        self.token = CancelToken()

    def cancel(self) -> None:
        self.token.cancel()


class HeldJobs(ImmediateJobs):
    """Jobs that wait until `go` is called: for what is shown meanwhile, for cancelling, and for answers that come late."""

    def __init__(self) -> None:
        super().__init__()
        self.deaf = False  # nobody hears the answers any more, as after a lock
        self._held: list[Callable[[], None]] = []
        self._latest: dict[Hashable, int] = {}
        self._count = 0

    def go(self, *places: int) -> None:
        """Run what was asked for so far, in order; with `places`, only what was asked for at those, in the order named."""
        asked, count = self._held, len(self._held)
        named = [place % count for place in places] or range(count)
        self._held = [one for place, one in enumerate(asked) if place not in named]
        for place in named:
            asked[place]()

    def go_on(self) -> None:
        """Run everything, and what that asks for."""
        while self._held:
            self.go()

    def read(
        self,
        query: Callable[[], T],
        done: Done[T],
        *,
        key: Hashable = None,
        failed: Failed | None = None,
    ) -> None:
        self._count += 1
        number = self._count
        if key is not None:
            self._latest[key] = number
        run = super()._attempt

        def go() -> None:
            if key is None or self._latest[key] == number:
                run(query, done, failed)

        self._held.append(go)

    def start(
        self,
        work: Work[T],
        done: Done[T],
        *,
        lane: Lane = Lane.IO,
        report: Report = silent,
        failed: Failed | None = None,
        ended: Callable[[], None] | None = None,
    ) -> ImmediateRun:
        self.lanes.append(lane)
        run = ImmediateRun()

        def go() -> None:
            if not run.token.cancelled:
                ImmediateJobs._attempt(self, lambda: work(run.token, report), done, failed, broadcast=True)
            if ended:
                ended()

        self._held.append(go)
        return run

    def _attempt(
        self,
        work: Callable[[], T],
        done: Done[T],
        failed: Failed | None,
        *,
        broadcast: bool = False,
        ended: Callable[[], None] | None = None,
    ) -> None:
        run = super()._attempt

        def go() -> None:
            if self.deaf:
                run(work, not_told, not_told, broadcast=broadcast)
            else:
                run(work, done, failed, broadcast=broadcast, ended=ended)

        self._held.append(go)
