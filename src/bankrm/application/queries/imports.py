"""What was imported when and by whom, what there is by now, and what stood in the cells of rows in error."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bankrm.application.ports.layouts import Layouts
from bankrm.application.ports.readers import Finding, SourceFile
from bankrm.application.ports.records import Holdings
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.audit import Act, AuditEntry

if TYPE_CHECKING:
    from bankrm.application.file_report import FileReport

PAGE = 50  # entries of the history
USEFUL_FROM = (
    "client",
    "interaction",
    "statement",
)  # 取引先, 応接記録, 決算: with these three the sets are worth reading
ADDS = ("visit", "contact", "host", "other_bank", "deal", "document")  # each further kind, the one that adds most first


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One import of one file; `name` as the file was called when it was first kept, empty where it is not known."""

    seq: int
    when: datetime
    by: str
    name: str
    sha256: str
    type: str
    profile: str
    rows: int
    new: int
    changed: int
    unchanged: int
    skipped: int
    errors: int


class ListImports:
    """The history of imports, the newest first."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open = open_unit_of_work

    def __call__(self, before: int | None = None) -> tuple[ImportRow, ...]:
        """At most PAGE imports; the next page begins `before` the last one's `seq`."""
        with self._open() as uow:
            entries = uow.audit.newest(Act.IMPORTED, PAGE, before)
            names = uow.records.original_names({entry.object_hash for entry in entries})
        return tuple(_row(entry, names.get(entry.object_hash, "")) for entry in entries)


@dataclass(frozen=True, slots=True)
class DataState:
    """What there is: `missing` of the three kinds that make the product useful, `further` kinds that would add something."""

    holdings: Holdings
    missing: tuple[str, ...]
    further: tuple[str, ...]

    @property
    def host_days(self) -> tuple[date, date] | None:
        """時点 of host data: the first and the last of the clients' newest."""
        return self.holdings.host_days


class TellDataState:
    """What was imported so far, and what each further file would add."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open = open_unit_of_work

    def __call__(self) -> DataState:
        """Counts alone; nothing is read."""
        with self._open() as uow:
            holdings = uow.records.holdings()
        lacking = {kind for kind, count in holdings.counts.items() if not count}
        return DataState(
            holdings,
            tuple(kind for kind in USEFUL_FROM if kind in lacking),
            tuple(kind for kind in ADDS if kind in lacking),
        )


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding with what stands in its cell: customer text, for the screen alone; None where it cannot be told."""

    finding: Finding
    value: str | None
    is_error: bool


class ShowFindings:
    """Findings beside their cells, read again from the file."""

    def __init__(self, layouts: Layouts) -> None:
        self._layouts = layouts

    def __call__(self, report: FileReport) -> tuple[FindingRow, ...]:
        """Errors, then what is to be looked at, as reported. Raises ImportRefused where the file is gone or unreadable by now."""
        file = SourceFile(Path(report.path))
        findings = (*report.errors, *report.warnings)
        places = {(found.line, found.column) for found in findings if found.line is not None and found.column}
        cells = self._layouts.cells(file, places) if places and self._layouts.maps(file) else {}
        return tuple(
            FindingRow(found, cells.get((found.line or 0, found.column)), place < len(report.errors))
            for place, found in enumerate(findings)
        )


def _row(entry: AuditEntry, name: str) -> ImportRow:
    said = entry.detail
    counts = (int(said.get(count, 0)) for count in ("rows", "new", "changed", "unchanged", "skipped", "errors"))
    kind, profile = str(said.get("type", "")), str(said.get("profile", ""))
    return ImportRow(entry.seq, entry.time, entry.actor, name, entry.object_hash, kind, profile, *counts)
