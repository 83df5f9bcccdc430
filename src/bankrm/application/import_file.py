"""One file on its way into the store: read and checked piece by piece, kept by one short transaction.

What takes time, reading and taking the words that searches need, happens while others may write (ADR 006).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from bankrm.application.duplicates import possible_duplicates, undecided
from bankrm.application.file_report import FileReport
from bankrm.application.known_clients import ClientDirectory
from bankrm.application.ports.readers import Finding, OpenedFile, ReadRow, SourceFile
from bankrm.application.ports.records import Amendment, Change, Source
from bankrm.application.ports.store import StoreError
from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.application.recorded_here import recorded_here
from bankrm.application.unsaid import completed
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.business import Deal, FinancialStatement, HostFigures, OtherBankLoan
from bankrm.domain.clients import Client, ClientKey, Contact
from bankrm.domain.documents import Document, Product
from bankrm.domain.dossier import Record
from bankrm.domain.interactions import Interaction
from bankrm.domain.progress import CancelToken, Progress, Report
from bankrm.domain.visits import Visit

_AT_ONCE = 100  # rows


@dataclass(slots=True)
class _Taken:
    """A row's records as they were read and as they are to be kept, and what becomes of each; of `returned` ones the store has its own."""

    line: int
    read: tuple[Record, ...]
    unsaid: frozenset[str]
    records: tuple[Record, ...]
    returned: bool = False
    changes: list[Change] = field(default_factory=list)


class FileRun:
    """One file: what it holds, counts and findings."""

    def __init__(
        self, file: SourceFile, opened: OpenedFile, open_unit_of_work: OpenUnitOfWork, batch: str, *, dry_run: bool
    ) -> None:
        """`batch` is a name of `batch_begun`."""
        self._file, self._opened, self._open = file, opened, open_unit_of_work
        self._batch, self._dry_run = batch, dry_run
        self._counts: Counter[Change] = Counter()
        self._skipped: Counter[str] = Counter()
        self._errors: list[Finding] = []
        self._warnings: list[Finding] = []
        self._rows_in_error = 0
        self._seen: set[tuple[object, ...]] = set()
        self._touched: set[ClientKey] = set()
        self._recorded_days: Collection[tuple[ClientKey, date]] = ()
        self._amended: list[Amendment] = []
        self._rows_amended: dict[tuple[object, ...], _Taken] = {}  # by the identity of each record

    def take(self, clients: ClientDirectory, token: CancelToken, report: Report) -> ClientDirectory:
        """Read every row and keep what it holds; return the clients known afterwards.

        Raises ImportRefused, Cancelled and StoreErrors; then nothing of the file is kept.
        """
        try:
            return self._take(clients.copy(), token, report)
        except BaseException:
            self._give_up()
            raise

    def _take(self, clients: ClientDirectory, token: CancelToken, report: Report) -> ClientDirectory:
        done = 0
        rows = self._opened.rows(clients)
        while piece := list(islice(rows, _AT_ONCE)):
            token.check()
            report(Progress("import", done, self._opened.total))
            self._read(piece, clients)
            done += len(piece)
        token.check()
        self._warnings.extend(self._opened.warnings)
        self._warnings.extend(self._asked_of_duplicates(clients))
        if self._counts and not self._dry_run:
            self._keep()
        return clients

    def report(self) -> FileReport:
        """What became of the file."""
        return FileReport(
            str(self._file.path), self._opened.type, self._opened.profile, self._rows, self._counts[Change.NEW],
            self._counts[Change.CHANGED], self._counts[Change.UNCHANGED], dict(sorted(self._skipped.items())),
            tuple(self._errors), tuple(self._warnings),
        )  # fmt: skip

    @property
    def _rows(self) -> int:
        return self._counts.total() + self._skipped.total() + self._rows_in_error

    def _read(self, piece: Sequence[ReadRow], clients: ClientDirectory) -> None:
        """Some rows: compared with what stands, and the texts of what is new or changed brought in ahead."""
        with self._open() as uow:
            self._recorded_days = uow.memos.recorded_days()
            taken = [one for row in piece if (one := self._taken(row, uow, clients))]
            amended = [record for one in taken for record in self._compared(one, uow)]
        if amended and not self._dry_run:
            with self._open() as uow:
                uow.records.index_ahead(self._batch, amended)
                uow.commit()

    def _taken(self, row: ReadRow, uow: UnitOfWork, clients: ClientDirectory) -> _Taken | None:
        """What a row holds, None where it is left out or in error."""
        if row.skipped:
            self._skipped[row.skipped] += 1
            return None
        found = tuple(_of_known_client(record, clients) for record in row.records)
        if errors := row.errors or self._row_errors(row, found, clients):
            self._errors.extend(errors)
            self._rows_in_error += 1
            return None
        self._warnings.extend(row.warnings)
        if any(_key(record) != _key(read) for record, read in zip(found, row.records, strict=True)):
            self._warnings.append(Finding("leading_zeros_restored", row.line))
        read = tuple(_as_kept(found, uow))
        records = tuple(completed(record, row.unsaid, uow.records) for record in read)
        for record in records:
            if isinstance(record, Client):
                clients.add(record)
        return self._unless_returned(_Taken(row.line, read, row.unsaid, records), uow)

    def _unless_returned(self, taken: _Taken, uow: UnitOfWork) -> _Taken:
        records = [record for record in taken.records if isinstance(record, Interaction)]
        if not any(recorded_here(uow, record, self._recorded_days) for record in records):
            return taken
        self._warnings.append(Finding("recorded_here", taken.line))
        return replace(taken, returned=True)

    def _row_errors(
        self, row: ReadRow, records: tuple[Record | None, ...], clients: ClientDirectory
    ) -> tuple[Finding, ...]:
        if None in records:
            keys = (_key(read) for read, record in zip(row.records, records, strict=True) if record is None)
            return tuple(clients.unknown(key, row.line) for key in keys if key)
        identities = [identity(record) for record in records if record is not None]
        if not self._seen.isdisjoint(identities):
            return (Finding("duplicate_in_file", row.line),)
        self._seen.update(identities)
        return ()

    def _compared(self, taken: _Taken, uow: UnitOfWork) -> Iterator[Record]:
        """Count what becomes of a row, and give what is new or changed."""
        if taken.returned:
            self._counts[Change.UNCHANGED] += 1
            return
        compared = uow.records.compared(taken.records)
        taken.changes = [one.change for one in compared]
        if taken.changes:
            self._counts[_sum_of(taken.changes)] += 1
        for record, one in zip(taken.records, compared, strict=True):
            if one.change is not Change.UNCHANGED:
                self._amended.append(Amendment(record, Source(self._file.sha256, taken.line), one.version))
                self._rows_amended[identity(record)] = taken
                self._touched |= {record.key} if isinstance(record, Client) else set()
                yield record

    def _keep(self) -> None:
        """All of the file at once, with its audit entry; its bytes before, which nobody is told of without the entry."""
        with self._open() as uow:
            uow.records.keep_original(self._file.sha256, self._file.path.name, self._file.content)
            uow.commit()
        with self._open() as uow:
            for one in uow.records.put_many(self._amended, self._batch, lambda: self._made_here(uow)):
                self._put_again(one, uow)
            uow.audit.record(self._event())
            uow.commit()

    def _made_here(self, uow: UnitOfWork) -> Sequence[Amendment]:
        """Those that a memo became meanwhile."""
        days = uow.memos.recorded_days()
        talks = ((one, one.record) for one in self._amended if isinstance(one.record, Interaction))
        return [one for one, talk in talks if recorded_here(uow, talk, days)]

    def _put_again(self, one: Amendment, uow: UnitOfWork) -> None:
        """A record in place of what became of it meanwhile, as if its row were read now."""
        taken = self._rows_amended[identity(one.record)]
        place = taken.records.index(one.record)
        record = completed(taken.read[place], taken.unsaid, uow.records)
        self._counts[_sum_of(taken.changes)] -= 1
        if isinstance(record, Interaction) and recorded_here(uow, record, uow.memos.recorded_days()):
            self._warnings.append(Finding("recorded_here", taken.line))
            taken.changes[place] = Change.UNCHANGED
        else:
            taken.changes[place] = uow.records.put(record, one.source)
        self._counts[_sum_of(taken.changes)] += 1

    def _give_up(self) -> None:
        """Leave the texts that were brought in ahead to the next sweep; where others hold the store, to that of another day."""
        if self._amended and not self._dry_run:
            with suppress(StoreError), self._open() as uow:
                uow.records.give_up(self._batch)
                uow.commit()

    def _asked_of_duplicates(self, clients: ClientDirectory) -> Iterator[Finding]:
        """Clients that may be the same as another, unless a person has settled it."""
        groups = tuple(possible_duplicates(self._touched, clients))
        with self._open() as uow:
            settled = {decision.pair: decision for decision in uow.duplicates.decisions()} if groups else {}
        for group in groups:
            if undecided(group, settled):
                yield Finding(f"possible_duplicate_{group.shared}", clients=group.clients)

    def _event(self) -> AuditEvent:
        detail = {
            "type": self._opened.type, "profile": self._opened.profile, "rows": self._rows, "new": self._counts[Change.NEW],
            "changed": self._counts[Change.CHANGED], "unchanged": self._counts[Change.UNCHANGED],
            "skipped": self._skipped.total(), "errors": self._rows_in_error,
        }  # fmt: skip
        return AuditEvent(Act.IMPORTED, "file", self._file.sha256, detail)


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


def _of_known_client(record: Record, clients: ClientDirectory) -> Record | None:
    """The record under its client's true key; None where it belongs to a client that nobody knows."""
    if isinstance(record, Product):
        return record
    if isinstance(record, Client):
        return replace(record, key=clients.resolve(record.key) or record.key)
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
