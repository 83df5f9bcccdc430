"""Import files: each whole or not at all, with its original and its audit entry; clients before what refers to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bankrm.application.changes import Area, Changes
from bankrm.application.file_report import FileReport
from bankrm.application.import_file import FileRun
from bankrm.application.known_clients import ClientDirectory
from bankrm.application.ports.readers import (
    FileMissing,
    FileReaders,
    Finding,
    ImportRefused,
    SourceFile,
)
from bankrm.application.ports.records import batch_begun
from bankrm.application.ports.store import StoreBusy
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.progress import CancelToken, Report, silent

_SWEPT_AT_ONCE = 500
_GONE_AFTER = timedelta(days=1)  # no import takes so long: its process was killed


@dataclass(frozen=True, slots=True)
class FilesPlanned:
    """The files in the order of import, and the reports of those that were refused at once."""

    paths: tuple[str, ...]
    refused: tuple[FileReport, ...] = ()


@dataclass(frozen=True, slots=True)
class FileBegun:
    """This file is read from now on."""

    path: str


Step = FilesPlanned | FileBegun | FileReport
Watch = Callable[[Step], None]
Now = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now(UTC)


def unwatched(_: Step) -> None:
    """For callers that wait for the whole."""


def changes_of(reports: Iterable[FileReport]) -> Changes:
    """What an import changed: records of any client, and with a calendar or records also visits and promises."""
    changed = any(one.new or one.changed for one in reports)
    return Changes.of(Area.RECORDS, Area.VISITS, Area.PROMISES) if changed else Changes()


@dataclass(frozen=True, slots=True)
class _Planned:
    path: Path
    named: Path  # what the user named: the file, or a folder around it
    rank: int


class ImportFiles:
    """Take files and folders into the store."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, readers: FileReaders, now: Now = _now) -> None:
        """`now` tells the moment, aware."""
        self._open, self._readers, self._now = open_unit_of_work, readers, now

    def __call__(
        self,
        paths: Sequence[Path],
        *,
        profile: str | None = None,
        dry_run: bool = False,
        token: CancelToken | None = None,
        report: Report = silent,
        watch: Watch = unwatched,
    ) -> tuple[FileReport, ...]:
        """One report per file, in the order of import; a dry run reads and checks everything and keeps nothing.

        `watch` is told each step as it is taken, so that what was done is known also where an error ends the whole.

        A file that cannot be read is refused in its own report, the others go on. Raises FileMissing for a path that is not
        there (before anything is imported), Cancelled (files already reported as done stay), and StoreErrors.
        """
        token = token or CancelToken()
        plan, reports = self._plan(paths, profile)
        watch(FilesPlanned(tuple(str(one.path) for one in plan), tuple(reports)))
        clients = self._known_clients()
        if not dry_run:
            self._sweep(token)
        for planned in plan:
            token.check()
            watch(FileBegun(str(planned.path)))
            file = SourceFile(planned.path, planned.named)
            try:
                batch = batch_begun(self._now())
                run = FileRun(file, self._readers.open(file, profile), self._open, batch, dry_run=dry_run)
                clients = run.take(clients, token, report)
            except ImportRefused as refused:
                reports.append(_refused(planned.path, refused))
            else:
                reports.append(run.report())
            watch(reports[-1])
        if not dry_run:
            self._sweep(token)
        return tuple(reports)

    def _sweep(self, token: CancelToken) -> None:
        """Let go of what searches keep of amended records, and of imports that came to nothing; what is left waits for the next."""
        more, before = True, self._now() - _GONE_AFTER
        with suppress(StoreBusy):
            while more and not token.cancelled:
                with self._open() as uow:
                    more = uow.records.sweep_index(_SWEPT_AT_ONCE, before)
                    uow.commit()

    def _plan(self, paths: Sequence[Path], profile: str | None) -> tuple[list[_Planned], list[FileReport]]:
        """Files in the order of import, and reports of those that are refused at once."""
        planned, reports = [], []
        for path, named in self._found(paths).items():
            if path.suffix and not self._readers.supports(path) and path not in paths:
                reports.append(FileReport(str(path), "", warnings=(Finding("type_unsupported"),)))
                continue
            try:
                planned.append(_Planned(path, named, self._readers.open(SourceFile(path), profile).rank))
            except ImportRefused as refused:
                reports.append(_refused(path, refused))
        return sorted(planned, key=lambda one: one.rank), reports

    def _found(self, paths: Sequence[Path]) -> dict[Path, Path]:
        """Each file once, with what it was first found by."""
        found: dict[Path, Path] = {}
        for given in paths:
            for path in self._files(given):
                found.setdefault(path, given)
        return found

    def _files(self, given: Path) -> Iterator[Path]:
        """The file itself, or the files below a folder by name; hidden ones and those of an open Excel (~$) are none."""
        if not given.exists():
            raise FileMissing(path=str(given))
        if not given.is_dir():
            yield given
            return
        for path in sorted(given.rglob("*")):
            if path.is_file() and not path.name.startswith((".", "~$")):
                yield path

    def _known_clients(self) -> ClientDirectory:
        with self._open() as uow:
            return ClientDirectory(uow.records.clients())


def _refused(path: Path, refused: ImportRefused) -> FileReport:
    return FileReport(str(path), path.suffix.lower().removeprefix("."), refused=refused)
