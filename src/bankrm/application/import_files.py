"""Import files: one transaction each, with its original and its audit entry; clients before what refers to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from bankrm.application.changes import Area, Changes
from bankrm.application.duplicates import possible_duplicates, undecided
from bankrm.application.known_clients import ClientDirectory
from bankrm.application.ports.readers import (
    FileMissing,
    FileReaders,
    Finding,
    ImportRefused,
    OpenedFile,
    ReadRow,
    SourceFile,
)
from bankrm.application.ports.records import Change, Source
from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.application.recorded_here import recorded_here
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.business import Deal, FinancialStatement, HostFigures, OtherBankLoan
from bankrm.domain.clients import Client, ClientKey, Contact
from bankrm.domain.documents import Document, Product
from bankrm.domain.dossier import Record
from bankrm.domain.interactions import Interaction
from bankrm.domain.progress import CancelToken, Progress, Report, silent
from bankrm.domain.visits import Visit

_REPORT_EVERY = 100


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file. `rows` = new + changed + unchanged + skipped + rows in error; a document is one row.

    `refused` says why nothing of the file was read; `skipped` counts rows left out by rule, by reason.
    """

    path: str
    type: str
    profile: str = ""
    rows: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: Mapping[str, int] = field(default_factory=dict)
    errors: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()
    refused: ImportRefused | None = None

    @property
    def has_findings(self) -> bool:
        """Whether rows are in error or the whole file was refused."""
        return bool(self.errors or self.refused)

    def as_json(self) -> dict[str, object]:
        """One element of `import --json`."""
        refused = {"code": self.refused.code, **self.refused.details} if self.refused else None
        return {
            "path": self.path, "type": self.type, "profile": self.profile or None, "rows": self.rows, "new": self.new,
            "changed": self.changed, "unchanged": self.unchanged, "skipped": dict(self.skipped),
            "errors": [finding.as_json() for finding in self.errors],
            "warnings": [finding.as_json() for finding in self.warnings],
            "refused": refused,
        }  # fmt: skip


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

    def __init__(self, open_unit_of_work: OpenUnitOfWork, readers: FileReaders) -> None:
        self._open = open_unit_of_work
        self._readers = readers

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
        for planned in plan:
            token.check()
            watch(FileBegun(str(planned.path)))
            run = _FileRun(SourceFile(planned.path, planned.named), token, report)
            try:
                opened = self._readers.open(run.file, profile)
                with self._open() as uow:
                    clients = run.take(opened, uow, clients)
                    if run.worth_keeping and not dry_run:
                        uow.commit()
            except ImportRefused as refused:
                reports.append(_refused(planned.path, refused))
            else:
                reports.append(run.report(opened))
            watch(reports[-1])
        return tuple(reports)

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


class _FileRun:
    """One file on its way into the store: counts and findings."""

    def __init__(self, file: SourceFile, token: CancelToken, report: Report) -> None:
        self.file = file
        self._token, self._report = token, report
        self._counts: Counter[Change] = Counter()
        self._skipped: Counter[str] = Counter()
        self._errors: list[Finding] = []
        self._warnings: list[Finding] = []
        self._rows_in_error = 0
        self._seen: set[tuple[object, ...]] = set()
        self._touched: set[ClientKey] = set()
        self._recorded_days: Collection[tuple[ClientKey, date]] = ()

    @property
    def worth_keeping(self) -> bool:
        """Whether any row became a record."""
        return bool(self._counts)

    def take(self, opened: OpenedFile, uow: UnitOfWork, clients: ClientDirectory) -> ClientDirectory:
        """Put every row; return the clients known afterwards."""
        clients = clients.copy()
        self._recorded_days = uow.memos.recorded_days()
        for done, row in enumerate(opened.rows(clients)):
            self._token.check()
            if done % _REPORT_EVERY == 0:
                self._report(Progress("import", done, opened.total))
            self._take_row(row, uow, clients)
        self._warnings.extend(opened.warnings)
        self._warnings.extend(self._asked_of_duplicates(uow, clients))
        if self.worth_keeping:
            uow.records.keep_original(self.file.sha256, self.file.path.name, self.file.content)
            uow.audit.record(self._event(opened))
        return clients

    def report(self, opened: OpenedFile) -> FileReport:
        """What became of the file."""
        return FileReport(
            str(self.file.path), opened.type, opened.profile, self._rows, self._counts[Change.NEW],
            self._counts[Change.CHANGED], self._counts[Change.UNCHANGED], dict(sorted(self._skipped.items())),
            tuple(self._errors), tuple(self._warnings),
        )  # fmt: skip

    @property
    def _rows(self) -> int:
        return self._counts.total() + self._skipped.total() + self._rows_in_error

    def _take_row(self, row: ReadRow, uow: UnitOfWork, clients: ClientDirectory) -> None:
        if row.skipped:
            self._skipped[row.skipped] += 1
            return
        records = tuple(_of_known_client(record, clients, row.unsaid) for record in row.records)
        errors = row.errors or self._row_errors(row, records)
        if errors:
            self._errors.extend(errors)
            self._rows_in_error += 1
            return
        self._warnings.extend(row.warnings)
        if any(_key(record) != _key(read) for record, read in zip(records, row.records, strict=True)):
            self._warnings.append(Finding("leading_zeros_restored", row.line))
        changes = [self._put(record, row.line, uow, clients) for record in _as_kept(records, uow)]
        if changes:
            self._counts[_sum_of(changes)] += 1

    def _row_errors(self, row: ReadRow, records: tuple[Record | None, ...]) -> tuple[Finding, ...]:
        if None in records:
            unknown = [_key(read) for read, record in zip(row.records, records, strict=True) if record is None]
            return (Finding("unknown_client", row.line, clients=tuple(key for key in unknown if key)),)
        identities = [identity(record) for record in records if record is not None]
        if not self._seen.isdisjoint(identities):
            return (Finding("duplicate_in_file", row.line),)
        self._seen.update(identities)
        return ()

    def _put(self, record: Record, line: int, uow: UnitOfWork, clients: ClientDirectory) -> Change:
        if isinstance(record, Interaction) and recorded_here(uow, record, self._recorded_days):
            self._warnings.append(Finding("recorded_here", line))
            return Change.UNCHANGED
        change = uow.records.put(record, Source(self.file.sha256, line))
        if isinstance(record, Client):
            clients.add(record)
            if change is not Change.UNCHANGED:
                self._touched.add(record.key)
        return change

    def _asked_of_duplicates(self, uow: UnitOfWork, clients: ClientDirectory) -> Iterator[Finding]:
        """Clients that may be the same as another, unless a person has settled it."""
        groups = tuple(possible_duplicates(self._touched, clients))
        settled = {decision.pair: decision for decision in uow.duplicates.decisions()} if groups else {}
        for group in groups:
            if undecided(group, settled):
                yield Finding(f"possible_duplicate_{group.shared}", clients=group.clients)

    def _event(self, opened: OpenedFile) -> AuditEvent:
        detail = {
            "type": opened.type, "profile": opened.profile, "rows": self._rows, "new": self._counts[Change.NEW],
            "changed": self._counts[Change.CHANGED], "unchanged": self._counts[Change.UNCHANGED],
            "skipped": self._skipped.total(), "errors": self._rows_in_error,
        }  # fmt: skip
        return AuditEvent(Act.IMPORTED, "file", self.file.sha256, detail)


def identity(record: Record) -> tuple[object, ...]:
    """The natural key of a record with its kind: two rows of one file must not share it, or one would hide the other."""
    match record:
        case Client():
            return ("client", record.key)
        case Contact():
            return ("contact", record.client, record.name)
        case HostFigures():
            return ("host", record.client, record.as_of)
        case OtherBankLoan():
            return ("other_bank", record.client, record.bank, record.as_of)
        case FinancialStatement():
            return ("statement", record.client, record.period_end)
        case Product():
            return ("product", record.document)
        case Interaction() | Deal() | Visit() | Document():
            return (type(record).__name__, record.client, record.ref)


def _of_known_client(record: Record, clients: ClientDirectory, unsaid: frozenset[str]) -> Record | None:
    """The record under its client's true key; None where it belongs to a client that nobody knows.

    A client that is known keeps what the file says nothing of: a table of names and numbers does not wipe out the addresses.
    """
    if isinstance(record, Product):
        return record
    if isinstance(record, Client):
        key = clients.resolve(record.key) or record.key
        known = clients.known(key)
        kept: dict[str, Any] = {name: getattr(known, name) for name in unsaid} if known else {}
        return replace(record, key=key, **kept)
    if record.client is None:
        return record
    client = clients.resolve(record.client)
    if client is None:
        return None
    return record if client == record.client else replace(record, client=client)


def _as_kept(records: Sequence[Record | None], uow: UnitOfWork) -> Iterator[Record]:
    """The records, a document under the ref by which the store knows its bytes, and its product with it."""
    refs: dict[str, str] = {}
    for record in records:
        if isinstance(record, Document):
            kept = uow.records.as_kept(record)
            refs[record.ref] = kept.ref
            yield kept
        elif isinstance(record, Product):
            yield replace(record, document=refs.get(record.document, record.document))
        elif record is not None:
            yield record


def _key(record: Record | None) -> ClientKey | None:
    if record is None or isinstance(record, Product):
        return None
    return record.key if isinstance(record, Client) else record.client


def _sum_of(changes: Sequence[Change]) -> Change:
    """A row with several records is new or changed where one of them is."""
    return next(change for change in (Change.NEW, Change.CHANGED, Change.UNCHANGED) if change in changes)


def _refused(path: Path, refused: ImportRefused) -> FileReport:
    return FileReport(str(path), path.suffix.lower().removeprefix("."), refused=refused)
