"""How long work tells how far it is, and how it is asked to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` pieces of `task` (a code that the screen names); `total` is None where it is not known, and so is
    `seconds_left`, which is said by work that measures itself."""

    task: str
    done: int
    total: int | None = None
    seconds_left: float | None = None


Report = Callable[[Progress], None]


def silent(_: Progress) -> None:
    """For callers that show no progress."""


class Cancelled(Exception):
    """The work was asked to stop and left nothing half-done. It is no error: nothing is shown for it."""


class CancelToken:
    """Asks work to stop; work looks at it between two pieces."""

    def __init__(self) -> None:
        self._asked = threading.Event()

    def cancel(self) -> None:
        """Ask for a stop; from any thread, as often as wished."""
        self._asked.set()

    @property
    def cancelled(self) -> bool:
        """Whether a stop was asked for."""
        return self._asked.is_set()

    def check(self) -> None:
        """Raise Cancelled where a stop was asked for."""
        if self.cancelled:
            raise Cancelled
