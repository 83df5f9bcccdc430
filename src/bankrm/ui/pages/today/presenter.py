"""今日: what presses first, the day's visits with their sets, what was left undone; decided without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bankrm.application.changes import Area, Changes
from bankrm.application.preparation_schedule import Step
from bankrm.application.queries.day import Day
from bankrm.application.queries.promises import PromiseList, PromiseRow
from bankrm.domain.clients import ClientKey
from bankrm.domain.closings import ClosingKind, OpenPromise
from bankrm.domain.ids import ClosingId
from bankrm.ui.ahead import AheadState, Preparing
from bankrm.ui.jobs import Jobs
from bankrm.ui.places import ClientsPlace, DraftsPlace, ImportPlace, Navigator, RecordsPlace

if TYPE_CHECKING:
    from bankrm.application.close_promise import Closed, ClosePromise
    from bankrm.application.export_draft import Exported


@dataclass(frozen=True, slots=True)
class LastClosing:
    """What was closed last: it can be told otherwise, or taken back."""

    row: PromiseRow
    closing: ClosingId
    kind: ClosingKind
    words: str
    on: date


class TodayView(Protocol):
    """The page, as the presenter sees it."""

    def show_day(self, day: Day, today: date) -> None:
        """Cards, days ahead, visits without a record."""
        ...

    def show_promises(self, promises: PromiseList, *, everything: bool) -> None:
        """The list as it is now."""
        ...

    def show_closing(self, closing: LastClosing | None) -> None:
        """What was closed last, to be corrected in place; None for nothing."""
        ...

    def show_preparing(self, state: AheadState) -> None:
        """What is read and written ahead."""
        ...

    def show_exported(self, file: Path) -> None:
        """The calendar file stands."""
        ...


@dataclass(frozen=True, slots=True)
class Sources:
    """What the page reads and what it does."""

    day: Callable[[date | None], Day]
    promises: Callable[[bool], PromiseList]
    close: ClosePromise
    export: Callable[[Path], Exported]
    today: Callable[[], date]


class TodayPresenter:
    """Reads columns only, so that coming here is quick; whatever takes longer is prepared ahead."""

    def __init__(
        self, view: TodayView, jobs: Jobs, sources: Sources, preparing: Preparing, navigator: Navigator
    ) -> None:
        self._view, self._jobs, self._sources = view, jobs, sources
        self._preparing, self._navigator = preparing, navigator
        self._day: date | None = None  # None: today, or the next day with visits where today has none
        self._shown: Day | None = None
        self._everything = False
        self._last: LastClosing | None = None
        self._written = -1
        preparing.follow(self._prepared)

    def arrive(self) -> None:
        """The page is shown."""
        self._view.show_preparing(self._preparing.state)
        self._read_promises()
        self._read_day()

    def changed(self, changes: Changes) -> None:
        """Read again what may be another now."""
        if changes.concern(Area.PROMISES, Area.RECORDS):
            self._read_promises()
        if changes.concern(Area.RECORDS, Area.VISITS, Area.DRAFTS, Area.QUEUE, Area.PROMISES):
            self._read_day()

    def choose_day(self, day: date) -> None:
        """Show that day's visits."""
        self._day = day
        self._read_day()

    def show_everything(self, everything: bool) -> None:
        """All open promises, or only those that press."""
        self._everything = everything
        self._read_promises()

    def close(self, row: PromiseRow) -> None:
        """済, today, with what was promised; both can be told otherwise afterwards."""
        self._close(row, row.promise.thing, self._sources.today())

    def amend(self, words: str, on: date) -> None:
        """The last closing with other words, or of another day."""
        last = self._last
        if last is None or last.kind is not ClosingKind.DONE or (words.strip(), on) == (last.words, last.on):
            return

        def otherwise() -> Closed:
            self._sources.close.take_back(last.closing)
            return self._sources.close(last.row.promise, words, on)

        self._jobs.act(otherwise, lambda closed: self._closed(last.row, closed, ClosingKind.DONE, words, on))

    def dismiss(self, row: PromiseRow, reason: str) -> None:
        """No promise of ours, for that reason."""
        today = self._sources.today()
        self._jobs.act(
            lambda: self._sources.close.dismiss(row.promise, reason),
            lambda closed: self._closed(row, closed, ClosingKind.DISMISSED, reason, today),
        )

    def take_back(self) -> None:
        """Undo the last closing."""
        last, self._last = self._last, None
        if last is not None:
            self._jobs.act(lambda: self._sources.close.take_back(last.closing))
            self._view.show_closing(None)

    def export(self, file: Path) -> None:
        """Write the promises into that calendar file."""
        self._jobs.act(lambda: self._sources.export(file), lambda exported: self._view.show_exported(exported.path))

    def prepare(self) -> None:
        """すべて準備: the sets of the day that is shown."""
        if self._shown is not None:
            self._preparing.prepare_all(self._shown.day)

    def stop(self) -> None:
        """No more preparing now."""
        self._preparing.cancel()

    def open_set(self, visit: str) -> None:
        """That visit's set."""
        self._navigator.go(DraftsPlace(visit=visit))

    def open_promise(self, promise: OpenPromise) -> None:
        """The record that holds it."""
        self._navigator.go(ClientsPlace(promise.client, tab="interactions", interaction=promise.record))

    def open_client(self, client: ClientKey) -> None:
        """That client's page."""
        self._navigator.go(ClientsPlace(client))

    def record(self, visit: str) -> None:
        """Record what was said at that visit."""
        self._navigator.go(RecordsPlace(visit=visit))

    def bring_in(self, files: tuple[Path, ...] = ()) -> None:
        """取込, with these files to begin with."""
        self._navigator.go(ImportPlace(files))

    def _close(self, row: PromiseRow, words: str, on: date) -> None:
        self._jobs.act(
            lambda: self._sources.close(row.promise, words, on),
            lambda closed: self._closed(row, closed, ClosingKind.DONE, words, on),
        )

    def _closed(self, row: PromiseRow, closed: Closed, kind: ClosingKind, words: str, on: date) -> None:
        self._last = LastClosing(row, closed.closing, kind, words.strip() or row.promise.thing, on)
        self._view.show_closing(self._last)

    def _read_promises(self) -> None:
        everything = self._everything

        def show(promises: PromiseList) -> None:
            self._view.show_promises(promises, everything=everything)

        self._jobs.read(lambda: self._sources.promises(everything), show, key="today-promises")

    def _read_day(self) -> None:
        day = self._day
        self._jobs.read(lambda: self._sources.day(day), self._show_day, key="today-day")

    def _show_day(self, day: Day) -> None:
        self._shown = day
        self._view.show_day(day, self._sources.today())

    def _prepared(self, state: AheadState) -> None:
        """Show how far it is, and each set as it comes to stand."""
        self._view.show_preparing(state)
        done = state.progress.done if state.progress and state.step in (Step.SETS, Step.MODEL) else -1
        if done != self._written:
            self._written = done
            if self._shown is not None:
                self._read_day()
