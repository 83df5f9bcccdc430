"""取込: takes files in, tells where each one stands, and what was imported before; decided without Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bankrm.application.import_files import ImportFiles
from bankrm.application.queries.imports import (
    PAGE,
    DataState,
    FindingRow,
    ImportRow,
    ListImports,
    ShowFindings,
    TellDataState,
)
from bankrm.domain.errors import ExpectedError
from bankrm.domain.progress import Progress
from bankrm.ui.jobs import Jobs, Running
from bankrm.ui.pages.imports.files import FileList, FileRow, Imported, ImportRun


@dataclass(frozen=True, slots=True)
class Sources:
    """What the page reads and does."""

    take: Callable[[], ImportFiles]  # made anew for each run, since profiles may have been saved
    history: ListImports
    state: TellDataState
    findings: ShowFindings


class ImportView(Protocol):
    """The page, as the presenter sees it."""

    def show_files(self, rows: tuple[FileRow, ...], *, running: bool) -> None:
        """The files of this sitting."""
        ...

    def show_state(self, state: DataState) -> None:
        """What there is, and what further files would add."""
        ...

    def show_history(self, rows: tuple[ImportRow, ...], *, more: bool) -> None:
        """Imports, the newest first; `more` where there are older ones."""
        ...

    def show_findings(self, row: FileRow, findings: tuple[FindingRow, ...] | None) -> None:
        """Rows in error and notes of one file in place; None while they are read."""
        ...

    def show_refusal(self, error: ExpectedError | None) -> None:
        """Why nothing could be begun; None for nothing."""
        ...

    def open_layout(self, path: Path) -> None:
        """Begin to lay out a table."""
        ...


class ImportPresenter:
    """One run at a time; what is dropped meanwhile waits its turn."""

    def __init__(self, view: ImportView, jobs: Jobs, sources: Sources) -> None:
        self._view, self._jobs, self._sources = view, jobs, sources
        self._files = FileList()
        self._running: Running | None = None
        self._run: ImportRun | None = None  # under way
        self._waiting: list[ImportRun] = []
        self._history: tuple[ImportRow, ...] = ()

    def arrive(self, paths: Sequence[Path] = ()) -> None:
        """The page is shown, with files to begin with."""
        self.refresh()
        if paths:
            self.take(paths)

    def refresh(self) -> None:
        """Read again what there is and what was imported."""
        self._jobs.read(self._sources.state, self._view.show_state, key="import-state")
        self._jobs.read(self._sources.history, self._show_first_page, key="import-history")

    def show_more(self) -> None:
        """The next page of the history."""
        if self._history:
            before = self._history[-1].seq
            self._jobs.read(lambda: self._sources.history(before), self._show_next_page, key="import-history")

    def take(self, paths: Sequence[Path], *, profile: str | None = None, dry_run: bool = False) -> None:
        """Import files and folders, or only check them."""
        run = ImportRun(self._sources.take, paths, profile, dry_run)
        self._waiting.append(run)
        if self._run is None:
            self._begin()

    def cancel(self) -> None:
        """Stop the run under way, and what waits for it."""
        self._waiting.clear()
        if self._running:
            self._running.cancel()

    def open(self, path: Path) -> None:
        """What there is to do with one file: lay it out, or look at its rows in error."""
        row = self._files.row(path)
        if row.needs_layout:
            self._view.open_layout(path)
        elif row.report and row.findings:
            report = row.report
            self._view.show_findings(row, None)
            self._jobs.start(
                lambda _token, _report: self._sources.findings(report),
                lambda found: self._view.show_findings(row, found),
                failed=lambda _error: self._view.show_findings(row, _without_values(row)),
            )

    def _begin(self) -> None:
        run = self._run = self._waiting.pop(0)
        self._view.show_refusal(None)
        self._show_files()
        running = self._jobs.start(
            run,
            lambda imported: self._ended(run, imported),
            report=lambda progress: self._tell(run, progress),
            ended=self._go_on,
        )
        self._running = running if self._run is run else None  # it may be over by now

    def _tell(self, run: ImportRun, progress: Progress) -> None:
        self._fetch(run)
        self._files.tell(progress)
        self._show_files()

    def _fetch(self, run: ImportRun) -> None:
        for step in run.steps():
            self._files.take(step, dry_run=run.dry_run)

    def _ended(self, run: ImportRun, imported: Imported) -> None:
        self._fetch(run)
        self._files.end(imported.error)
        self._view.show_refusal(imported.error)

    def _go_on(self) -> None:
        """The run is over, however it ended."""
        if self._run:
            self._fetch(self._run)
        self._files.end(None)
        self._run = self._running = None
        if self._waiting:
            self._begin()
        else:
            self._show_files()

    def _show_files(self) -> None:
        self._view.show_files(self._files.rows, running=self._run is not None)

    def _show_first_page(self, rows: tuple[ImportRow, ...]) -> None:
        self._history = ()
        self._show_next_page(rows)

    def _show_next_page(self, rows: tuple[ImportRow, ...]) -> None:
        self._history = (*self._history, *rows)
        self._view.show_history(self._history, more=len(rows) == PAGE)


def _without_values(row: FileRow) -> tuple[FindingRow, ...]:
    """The findings of a file that is gone by now."""
    assert row.report
    return tuple(FindingRow(one, None, is_error=True) for one in row.report.errors) + tuple(
        FindingRow(one, None, is_error=False) for one in row.report.warnings
    )
