"""A new table layout (読み方): proposed, tried on the file, and kept as a profile under which the next such file is found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bankrm.application.changes import Area, Changes
from bankrm.application.file_report import FileReport
from bankrm.application.import_files import ImportFiles
from bankrm.application.known_clients import ClientDirectory
from bankrm.application.ports.layouts import Layout, LayoutFault, Layouts, PreviewRow, Proposal, RawSheet, RecordKind
from bankrm.application.ports.readers import OpenedFile, SourceFile
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.clients import ClientKey
from bankrm.domain.progress import CancelToken, Report, silent

PREVIEWED = 20  # rows


@dataclass(frozen=True, slots=True)
class TableToMap:
    """A table without a profile: its sheets, what it may be, and a layout to begin with."""

    sheets: tuple[RawSheet, ...]
    kinds: tuple[RecordKind, ...]
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class LayoutCheck:
    """A layout on its file: what is still to be settled, and the first rows as they will be read."""

    faults: tuple[LayoutFault, ...]
    rows: tuple[PreviewRow, ...]


class LayOutTable:
    """One file while a person says how it is to be read; its bytes are read once. All methods raise ImportRefused."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, layouts: Layouts, path: Path) -> None:
        self._open, self._layouts = open_unit_of_work, layouts
        self._file = SourceFile(path)

    def begin(self) -> TableToMap:
        """The table with the layout that fits best, on its first sheet."""
        sheets = tuple(self._layouts.sheets(self._file))
        first = next((sheet for sheet in sheets if sheet.head), sheets[0])
        return TableToMap(sheets, tuple(self._layouts.kinds()), self.propose(first.position))

    def propose(self, sheet: int, record: str = "", header: int = 0) -> Proposal:
        """The layout that fits best where sheet, record type or header line are given."""
        return self._layouts.propose(self._file, sheet, record, header)

    def check(self, layout: Layout) -> LayoutCheck:
        """Faults, and the first rows, each under the CIF of its client; a row of a client that nobody knows is in error, as it will be."""
        faults = tuple(self._layouts.faults(self._file, layout))
        rows = self._layouts.preview(self._file, layout, PREVIEWED)
        return LayoutCheck(faults, tuple(self._under_their_clients(layout, rows)))

    def try_out(self, layout: Layout, *, token: CancelToken | None = None, report: Report = silent) -> FileReport:
        """Read and check the whole file and keep nothing. Raises Cancelled and StoreErrors."""
        trial = ImportFiles(self._open, _ByLayout(self._layouts, layout))
        (told,) = trial([self._file.path], dry_run=True, token=token, report=report)
        return told

    def keep(self, layout: Layout, name: str, *, replace: bool = False) -> Changes:
        """Save the layout as the bank's own profile, with its audit entry.

        Raises ProfileNameInvalid, ProfileNameTaken, ProfileUnwritable and StoreErrors; then nothing is saved.
        """
        staged = self._layouts.stage(self._file, layout, name, replace=replace)
        try:
            with self._open() as uow:
                detail = {"record": layout.record, "fields": len(layout.columns), "replaced": replace}
                uow.audit.record(AuditEvent(Act.PROFILE_SAVED, "profile", staged.digest, detail))
                staged.publish()
                uow.commit()
        finally:
            staged.discard()
        return Changes.of(Area.SETTINGS)

    def _under_their_clients(self, layout: Layout, rows: Sequence[PreviewRow]) -> Iterator[PreviewRow]:
        """A known client's row under the CIF that it is kept under, any other with its lost zeros, or pointed out where it is a new client's."""
        with self._open() as uow:
            clients = ClientDirectory(uow.records.clients())
        for row in rows:
            key = _key(layout, row)
            if key is None or row.skipped:
                yield row
            elif known := clients.resolve(key):
                yield _with_cif(row, value=known.cif)
            elif layout.record == "client":
                yield _with_cif(row, reason="cif_short") if len(key.cif) < layout.cif_width else row
            else:
                shown = _with_cif(row, value=key.cif.zfill(layout.cif_width))
                yield replace(shown, errors=(*row.errors, clients.unknown(key, row.line)))


def _with_cif(row: PreviewRow, **amended: str) -> PreviewRow:
    return replace(row, cells={**row.cells, "cif": replace(row.cells["cif"], **amended)})  # type: ignore[arg-type]


class _ByLayout:
    """The port FileReaders for one table whose layout has no profile yet."""

    def __init__(self, layouts: Layouts, layout: Layout) -> None:
        self._layouts, self._layout = layouts, layout

    def supports(self, path: Path) -> bool:
        """Whether it is a table."""
        return self._layouts.maps(SourceFile(path))

    def open(self, file: SourceFile, profile: str | None = None) -> OpenedFile:  # noqa: ARG002
        """By the layout."""
        return self._layouts.opened(file, self._layout)


def _key(layout: Layout, row: PreviewRow) -> ClientKey | None:
    branch = row.cells["branch"].value if "branch" in row.cells else layout.branch
    cif = row.cells["cif"].value if "cif" in row.cells else None
    return ClientKey(branch, cif) if isinstance(branch, str) and isinstance(cif, str) and branch and cif else None
