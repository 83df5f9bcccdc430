"""The port Layouts: new tables laid out by a person, read by the same code as all others, and kept as profiles."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from bankrm.adapters.importing.cells import Column, read_text
from bankrm.adapters.importing.layout_match import faults_of, match_of, plain_cell, profile_of
from bankrm.adapters.importing.matching import LOOKED_AT, Match, header_text
from bankrm.adapters.importing.opened_table import OpenedTable
from bankrm.adapters.importing.profile_file import StagedProfileFile, checked_name, profile_text, stage
from bankrm.adapters.importing.profiles import Profile, load_profiles
from bankrm.adapters.importing.proposing import propose
from bankrm.adapters.importing.records import RECORD_TYPES
from bankrm.adapters.importing.row_values import RowValues, ValueReader, cell_at
from bankrm.adapters.importing.table import Cell, Line, Sheet
from bankrm.adapters.importing.tables import LeftOut, TableRows, wrong_width
from bankrm.application.ports.layouts import (
    Layout,
    LayoutFault,
    PreviewRow,
    ProfileNameTaken,
    Proposal,
    RawLine,
    RawSheet,
    ReadCell,
    RecordField,
    RecordKind,
)
from bankrm.application.ports.readers import Finding, ProfileMismatch, SourceFile

_TABLES = frozenset({".csv", ".tsv", ".xlsx"})
_LONGEST_CELL = 500  # characters of a cell that are shown


class TableLayouts:
    """Layouts of tables; profiles of the program lie in `shipped`, the bank's own in `own`."""

    def __init__(self, shipped: Path, own: Path) -> None:
        self._shipped, self._own = shipped, own
        self._last: tuple[SourceFile, Sequence[tuple[int, str, Sheet]]] | None = None

    def maps(self, file: SourceFile) -> bool:
        """Whether files of this name are tables."""
        return file.suffix in _TABLES

    def kinds(self) -> Sequence[RecordKind]:
        """Every record type, as the readers know it."""
        return [
            RecordKind(
                name,
                tuple(RecordField(field, kind, field in one.required) for field, kind in one.kinds.items()),
                one.one_of,
            )
            for name, one in RECORD_TYPES.items()
        ]

    def sheets(self, file: SourceFile) -> Sequence[RawSheet]:
        """The visible sheets with their first lines."""
        return [
            RawSheet(position, name, tuple(_raw(line) for line in islice(sheet.lines(), LOOKED_AT)))
            for position, name, sheet in self._sheets(file)
        ]

    def propose(self, file: SourceFile, sheet: int, record: str = "", header: int = 0) -> Proposal:
        """By the profiles that there are."""
        return propose(self._sheet(file, sheet), sheet, self._profiles(), record, header)

    def faults(self, file: SourceFile, layout: Layout) -> Sequence[LayoutFault]:
        """What keeps the layout from being used."""
        return tuple(faults_of(layout, match_of(self._sheet(file, layout.sheet), layout)))

    def preview(self, file: SourceFile, layout: Layout, rows: int) -> Sequence[PreviewRow]:
        """The first rows below the header."""
        sheet = self._sheet(file, layout.sheet)
        match = match_of(sheet, layout)
        if match is None:
            return ()
        reader, left_out = ValueReader(match), LeftOut(match)
        below = (line for line in sheet.lines() if line.number > layout.header)
        return [_preview(line, match, reader, left_out.reason(line)) for line in islice(below, rows)]

    def opened(self, file: SourceFile, layout: Layout) -> OpenedTable:
        """The table as an import opens it."""
        sheet = self._sheet(file, layout.sheet)
        match = match_of(sheet, layout)
        faults = tuple(faults_of(layout, match))
        if match is None or faults:
            raise ProfileMismatch(path=str(file.path), profile="", missing=[fault.field for fault in faults])
        return OpenedTable(file.suffix.removeprefix("."), [(TableRows(sheet, match, str(file.path)), match)], None, ())

    def cells(self, file: SourceFile, places: Collection[tuple[int, str]]) -> Mapping[tuple[int, str], str]:
        """Of each sheet the header line is the one with most of the columns; what two sheets may mean is left out."""
        found: dict[tuple[int, str], str] = {}
        twice: set[tuple[int, str]] = set()
        for _, _, sheet in self._sheets(file):
            for place, text in _cells(sheet, places).items():
                twice |= {place} & found.keys()
                found[place] = text
        return {place: text for place, text in found.items() if place not in twice}

    def names(self) -> Sequence[str]:
        """All profiles by name."""
        return [profile.name for profile in self._profiles()]

    def stage(self, file: SourceFile, layout: Layout, name: str, *, replace: bool = False) -> StagedProfileFile:
        """In the bank's own folder."""
        name = checked_name(name)
        shipped = {profile.name.casefold() for profile in load_profiles([self._shipped])}
        if name.casefold() in shipped:
            raise ProfileNameTaken(name=name, shipped=True)
        if not replace and name.casefold() in {own.casefold() for own in self.names()}:
            raise ProfileNameTaken(name=name, shipped=False)
        return stage(self._own, name, _text_of(self._sheet(file, layout.sheet), layout, name))

    def _sheet(self, file: SourceFile, position: int) -> Sheet:
        return next(sheet for place, _, sheet in self._sheets(file) if place == position)

    def _sheets(self, file: SourceFile) -> Sequence[tuple[int, str, Sheet]]:
        """The file's tables; those of the last file are kept, since one who lays out a table looks at it again and again."""
        kept = self._last
        if kept is None or kept[0] is not file:
            kept = self._last = file, tuple(_opened(file))
        return kept[1]

    def _profiles(self) -> tuple[Profile, ...]:
        return load_profiles([folder for folder in (self._shipped, self._own) if folder.is_dir()])


def _opened(file: SourceFile) -> Iterator[tuple[int, str, Sheet]]:
    if file.suffix == ".xlsx":
        from bankrm.adapters.importing.xlsx_sheet import ExcelBook

        for sheet in ExcelBook(file).sheets:
            yield sheet.position, sheet.title, sheet
        return
    from bankrm.adapters.importing.csv_sheet import CsvSheet

    yield 1, "", CsvSheet(file)


def _preview(line: Line, match: Match, reader: ValueReader, skipped: str) -> PreviewRow:
    row = reader.read(line)
    missing = {field for field in reader.missing(row.values) if field in match.columns} - row.errors.keys()
    cells = {planned.field: _cell(line, planned.field, planned.place, row, missing) for planned in reader.columns}
    return PreviewRow(line.number, cells, tuple(wrong_width(line, match)), skipped)


def _cell(line: Line, field: str, place: int, row: RowValues, missing: Collection[str]) -> ReadCell:
    text = _text(cell_at(line, place))
    error = row.errors.get(field) or (Finding("missing_value") if field in missing else None)
    noted = next((finding.reason for name, finding in row.warnings if name == field), "")
    return ReadCell(text, row.values.get(field), error.reason if error else noted, error is not None)


def _cells(sheet: Sheet, places: Collection[tuple[int, str]]) -> dict[tuple[int, str], str]:
    wanted: dict[int, list[str]] = {}
    for number, column in places:
        wanted.setdefault(number, []).append(column)
    names = {column for _, column in places}
    head = islice(sheet.lines(), LOOKED_AT)
    header = max(([header_text(cell) for cell in line.cells] for line in head), key=lambda one: len(names & set(one)))
    found = {}
    for line in sheet.lines():
        for column in wanted.get(line.number, ()):
            if column in header:
                found[line.number, column] = _text(cell_at(line, header.index(column)))
    return found


def _text_of(sheet: Sheet, layout: Layout, name: str) -> str:
    header = next(line for line in sheet.lines() if line.number == layout.header)
    profile = profile_of(header, layout, name)
    fields = {
        field: (header_text(cell_at(header, place)), profile.fields[field].unit, profile.fields[field].width)
        for field, place in layout.columns.items()
    }
    written = {plain_cell(cell): header_text(cell) for cell in header.cells if plain_cell(cell) in profile.ignored}
    return profile_text(
        name, layout.record, layout.short_dates, profile.constants, fields, tuple(sorted(written.values()))
    )


def _raw(line: Line) -> RawLine:
    return RawLine(line.number, tuple(_text(cell) for cell in line.cells))


def _text(cell: Cell) -> str:
    """The cell as it stands, a date as the file shows none: ISO 8601; at most so many characters."""
    return read_text(cell, Column())[:_LONGEST_CELL].strip()
