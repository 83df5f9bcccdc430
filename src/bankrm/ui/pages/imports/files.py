"""The files of this sitting: where each one stands, as the page shows it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from bankrm.application.changes import Changes
from bankrm.application.file_report import FileReport
from bankrm.application.import_files import FileBegun, FilesPlanned, ImportFiles, Step, changes_of
from bankrm.application.ports.readers import AsOfMissing, ProfileMismatch, ProfileUndecided
from bankrm.domain.errors import ExpectedError
from bankrm.domain.progress import Cancelled, CancelToken, Progress, Report

_LAID_OUT = (ProfileUndecided, ProfileMismatch, AsOfMissing)


class FileState(StrEnum):
    """Where one file stands."""

    WAITING = "waiting"
    READING = "reading"
    TAKEN = "taken"
    CHECKED = "checked"  # read and checked, nothing kept
    REFUSED = "refused"
    LEFT_OUT = "left_out"  # beside others in a folder, of a type that is not read
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file. `done` of `total` rows while it is read; `error` is what ended it otherwise than by its own fault."""

    path: Path
    state: FileState = FileState.WAITING
    done: int = 0
    total: int | None = None
    report: FileReport | None = None
    error: ExpectedError | None = None

    @property
    def needs_layout(self) -> bool:
        """Whether a person must say how the table is to be read."""
        return self.report is not None and isinstance(self.report.refused, _LAID_OUT)

    @property
    def is_table(self) -> bool:
        """Whether its columns may be mapped otherwise."""
        return self.report is not None and self.report.type in ("csv", "xlsx")

    @property
    def findings(self) -> int:
        """How many rows and notes there are to look at."""
        return len(self.report.errors) + len(self.report.warnings) if self.report else 0


@dataclass(frozen=True, slots=True)
class Imported:
    """How a run ended; what it changed holds also where it ended early."""

    changes: Changes
    error: ExpectedError | None = None


class ImportRun:
    """Long work: takes files in and leaves each step to be fetched by the window's thread."""

    def __init__(
        self, take: Callable[[], ImportFiles], paths: Sequence[Path], profile: str | None, dry_run: bool
    ) -> None:
        self._take, self._paths, self._profile = take, tuple(paths), profile
        self.dry_run = dry_run
        self._steps: deque[Step] = deque()

    def __call__(self, token: CancelToken, report: Report) -> Imported:
        """On a lane. An expected end is an answer: what was taken before it is to be shown and told."""
        reports: list[FileReport] = []

        def watch(step: Step) -> None:
            self._steps.append(step)
            if isinstance(step, FileReport):
                reports.append(step)

        error: ExpectedError | None = None
        try:
            self._take()(
                self._paths, profile=self._profile, dry_run=self.dry_run, token=token, report=report, watch=watch
            )
        except Cancelled:
            pass
        except ExpectedError as refused:
            error = refused
        return Imported(Changes() if self.dry_run else changes_of(reports), error)

    def steps(self) -> list[Step]:
        """What was done since they were last fetched."""
        return [self._steps.popleft() for _ in range(len(self._steps))]


class FileList:
    """Rows by path in the order in which files came; a file that comes again takes its old place."""

    def __init__(self) -> None:
        self._rows: dict[Path, FileRow] = {}
        self._reading: Path | None = None

    @property
    def rows(self) -> tuple[FileRow, ...]:
        """All files."""
        return tuple(self._rows.values())

    def row(self, path: Path) -> FileRow:
        """One file."""
        return self._rows[path]

    def take(self, step: Step, *, dry_run: bool) -> None:
        """One step further."""
        match step:
            case FilesPlanned():
                for refused in step.refused:
                    self._put(_refused(refused))
                for path in step.paths:
                    self._put(FileRow(Path(path)))
            case FileBegun():
                self._reading = Path(step.path)
                self._put(FileRow(self._reading, FileState.READING))
            case FileReport():
                state = FileState.CHECKED if dry_run else FileState.TAKEN
                self._put(_refused(step) if step.refused else FileRow(Path(step.path), state, report=step))

    def tell(self, progress: Progress) -> None:
        """How far the file under way is."""
        row = self._rows.get(self._reading) if self._reading else None
        if row and row.state is FileState.READING:
            self._put(replace(row, done=progress.done, total=progress.total))

    def end(self, error: ExpectedError | None) -> None:
        """Nothing more comes: what was not finished was stopped, the file under way by the error where there is one."""
        for row in self.rows:
            if row.state in (FileState.WAITING, FileState.READING):
                ended = error if row.state is FileState.READING else None
                self._put(replace(row, state=FileState.STOPPED, error=ended))
        self._reading = None

    def _put(self, row: FileRow) -> None:
        self._rows[row.path] = row


def _refused(report: FileReport) -> FileRow:
    state = FileState.REFUSED if report.refused else FileState.LEFT_OUT
    return FileRow(Path(report.path), state, report=report)
