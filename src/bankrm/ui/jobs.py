"""Background work as presenters see it: no Qt here, so that they are tested without an event loop.

Whoever asks is answered on the window's own thread. Reads of one `key` overtake each other: only the last one's answer is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from enum import StrEnum
from typing import Protocol, TypeVar

from bankrm.domain.errors import ExpectedError
from bankrm.domain.progress import CancelToken, Report, silent

T = TypeVar("T")
Done = Callable[[T], None]
Failed = Callable[[ExpectedError], None]
Work = Callable[[CancelToken, Report], T]


class Lane(StrEnum):
    """Where work runs: the store's reads and short acts in one thread; files and long store work in four; the model's in one."""

    STORE = "store"
    IO = "io"
    MODEL = "model"


class Running(Protocol):
    """Long work under way."""

    def cancel(self) -> None:
        """Ask it to stop; it ends as soon as it can and nothing is shown for it."""
        ...


class Jobs(Protocol):
    """Runs work behind the window. An error without a `failed` of its own is told in the window's notice; a bug always is."""

    def read(
        self, query: Callable[[], T], done: Done[T], *, key: Hashable = None, failed: Failed | None = None
    ) -> None:
        """Read on the store lane."""
        ...

    def act(
        self,
        use_case: Callable[[], T],
        done: Done[T] | None = None,
        *,
        failed: Failed | None = None,
        ended: Callable[[], None] | None = None,
    ) -> None:
        """Change something on the store lane; `Changes` that it returns, or holds as `changes`, are broadcast after `done`, and
        `ended` comes last, however it ended."""
        ...

    def start(
        self,
        work: Work[T],
        done: Done[T],
        *,
        lane: Lane = Lane.IO,
        report: Report = silent,
        failed: Failed | None = None,
        ended: Callable[[], None] | None = None,
    ) -> Running:
        """Begin long work; `report` comes at most ten times a second, `ended` last, however it ended. Changes as with `act`."""
        ...


def not_told(_: object) -> None:
    """For work whose answer nobody waits for."""
