"""What the line at the foot tells besides the queue: who writes here, and when the host data is of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from bankrm.application.changes import Area, Changes
from bankrm.application.ports.engine_plan import Choice
from bankrm.ui.jobs import Jobs

HostDays = tuple[date, date]


class FootView(Protocol):
    """The line, as the presenter sees it."""

    def show_writer(self, choice: Choice) -> None:
        """The first writer that would be tried here."""
        ...

    def show_as_of(self, days: HostDays | None) -> None:
        """時点 of host data, the first and the last of the clients' newest; None where there is none."""
        ...


class FootPresenter:
    """Asks when the window is open, and for the day again when records changed."""

    def __init__(
        self, view: FootView, jobs: Jobs, writer: Callable[[], Choice], as_of: Callable[[], HostDays | None]
    ) -> None:
        self._view, self._jobs, self._writer, self._as_of = view, jobs, writer, as_of

    def begin(self) -> None:
        """The window is open: what may be slow to find out is found out behind it."""
        self._jobs.start(lambda _token, _report: self._writer(), self._view.show_writer)
        self._read_day()

    def changed(self, changes: Changes) -> None:
        """Records changed, perhaps the host data with them."""
        if changes.concern(Area.RECORDS):
            self._read_day()

    def _read_day(self) -> None:
        self._jobs.read(self._as_of, self._view.show_as_of, key="foot-as-of")
