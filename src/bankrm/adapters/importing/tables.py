"""A table under its profile: rows to records, with what is wrong in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bankrm.adapters.importing.cells import CONVERTERS, EMPTY, CellError, Column, Converter, Noted, readable
from bankrm.adapters.importing.headers import as_of_in_titles, plain_header, unit_in_header, unit_in_titles
from bankrm.adapters.importing.matching import Match, header_text, unknown_columns
from bankrm.adapters.importing.profiles import Skip
from bankrm.adapters.importing.table import Cell, Line, Sheet, is_blank
from bankrm.application.ports.readers import AsOfMissing, Finding, ReadRow
from bankrm.domain.business import Deal
from bankrm.domain.dossier import Record
from bankrm.domain.interactions import Interaction

_TOTALS = ("合計", "総合計", "総計", "小計", "計", "店計", "店別計")
_LONGEST_BRANCH = 4  # characters
_NO_DATA = 2  # cells that a remark below the table fills at most


@dataclass(frozen=True, slots=True)
class _Planned:
    """One column of the table: where, under which name, and how it is read."""

    field: str
    place: int
    name: str
    convert: Converter
    column: Column
    empty: object


class TableRows:
    """The rows below a matched header. Raises AsOfMissing where a table of one day's values names no day."""

    def __init__(self, sheet: Sheet, match: Match, path: str) -> None:
        self._sheet, self._match = sheet, match
        self._profile = match.profile
        self._plan = _plan(match)
        self._width = _last_filled(match.header) + 1
        self._defaults = self._constants() | self._as_of(path)
        self._skips = [
            (skip, [p for p, cell in enumerate(match.header.cells) if cell and plain_header(str(cell)) in skip.headers])
            for skip in match.profile.skips
        ]
        self._numbered: Counter[str] = Counter()

    def warnings(self) -> tuple[Finding, ...]:
        """Columns that are not taken over."""
        line = self._match.header.number
        return tuple(Finding("column_not_imported", line, name) for name in unknown_columns(self._match))

    def __iter__(self) -> Iterator[ReadRow]:
        for line in self._sheet.lines():
            if line.number <= self._match.header.number:
                continue
            yield self._row(line)

    def _row(self, line: Line) -> ReadRow:
        if reason := self._skipped(line):
            return ReadRow(line.number, skipped=reason)
        values, errors, warnings = self._values(line)
        errors += self._wrong_width(line)
        if not errors and (missing := self._missing(values)):
            errors = [Finding("missing_value", line.number, self._column_name(field)) for field in missing]
        if errors:
            return ReadRow(line.number, errors=tuple(errors))
        record = self._numbered_ref(self._profile.type.build(values))
        return ReadRow(line.number, (record,), warnings=tuple(warnings))

    def _values(self, line: Line) -> tuple[dict[str, Any], list[Finding], list[Finding]]:
        values, errors, warnings = dict(self._defaults), [], []
        for planned in self._plan:
            cell = line.cells[planned.place] if planned.place < len(line.cells) else None
            try:
                value = _converted(planned, cell)
            except CellError as error:
                errors.append(Finding(error.reason, line.number, planned.name))
                continue
            while isinstance(value, Noted):
                warnings.append(Finding(value.reason, line.number, planned.name))
                value = value.value
            if value is not None or planned.field not in values:
                values[planned.field] = value
        return values, errors, warnings

    def _skipped(self, line: Line) -> str:
        """Why a row is no record: a rule of the profile, a total, a repeated header, a remark below the table."""
        for skip, places in self._skips:
            if any(_skips(skip, line.cells[place]) for place in places if place < len(line.cells)):
                return skip.reason
        if line.cells[: self._width] == self._match.header.cells[: self._width]:
            return "repeated_header"
        texts = [cell.replace(" ", "").replace("　", "") for cell in line.cells if isinstance(cell, str)]
        without_client = is_blank(self._cell(line, "cif"))
        if without_client and any(text.strip("【】[]()（）") in _TOTALS for text in texts):
            return "total"
        if without_client and self._is_remark(line):
            return "remark"
        return ""

    def _is_remark(self, line: Line) -> bool:
        """A line of words below the table: nothing but them, where the branch would stand or beside it."""
        branch = self._cell(line, "branch")
        if is_blank(branch):
            return line.filled <= _NO_DATA
        return line.filled == 1 and len(str(branch).strip()) > _LONGEST_BRANCH

    def _cell(self, line: Line, field: str) -> Cell:
        place = self._match.columns.get(field)
        return line.cells[place] if place is not None and place < len(line.cells) else None

    def _wrong_width(self, line: Line) -> list[Finding]:
        """A row with more or fewer cells than the header was torn apart: its cells may stand under wrong headers."""
        if any(not is_blank(cell) for cell in line.cells[self._width :]):
            return [Finding("too_many_cells", line.number)]
        if len(line.cells) < self._width:
            return [Finding("too_few_cells", line.number)]
        return []

    def _missing(self, values: Mapping[str, Any]) -> list[str]:
        needed = self._profile.type.required | self._profile.required
        return sorted(field for field in needed if values.get(field) in (None, "", ()))

    def _column_name(self, field: str) -> str:
        return next((planned.name for planned in self._plan if planned.field == field), field)

    def _constants(self) -> dict[str, Any]:
        kinds = self._profile.type.kinds
        column = Column(short_dates=self._profile.short_dates)
        return {field: CONVERTERS[kinds[field]](text, column) for field, text in self._profile.constants.items()}

    def _as_of(self, path: str) -> dict[str, date]:
        if "as_of" not in self._profile.type.kinds:
            return {}
        stated = as_of_in_titles(self._match.titles)
        if stated:
            return {"as_of": stated}
        if self._profile.type.as_of_required and "as_of" not in self._match.columns:
            raise AsOfMissing(path=path, profile=self._profile.name)
        return {}

    def _numbered_ref(self, record: Record) -> Record:
        """A record without a number of its own gets one from client, day or title, and its place among those alike."""
        if not isinstance(record, Interaction | Deal) or record.ref:
            return record
        stem = f"{record.client}/{record.on if isinstance(record, Interaction) else record.title}"
        self._numbered[stem] += 1
        return replace(record, ref=stem if self._numbered[stem] == 1 else f"{stem}/{self._numbered[stem]}")


def _plan(match: Match) -> tuple[_Planned, ...]:
    title_unit = unit_in_titles(match.titles)
    return tuple(_planned(match, field, place, title_unit) for field, place in match.columns.items())


def _planned(match: Match, field: str, place: int, title_unit: str) -> _Planned:
    known, header = match.profile.fields[field], str(match.header.cells[place])
    unit = unit_in_header(header) or title_unit or known.unit
    column = Column(unit, known.width, match.profile.short_dates)
    return _Planned(field, place, header_text(header), CONVERTERS[known.kind], column, EMPTY.get(known.kind))


def _converted(planned: _Planned, cell: Cell) -> Any:
    clean = readable(cell)
    if isinstance(clean, Noted):
        value = planned.convert(clean.value, planned.column)
        return Noted(value, clean.reason)
    if clean is None or clean == "":
        return planned.empty
    return planned.convert(clean, planned.column)


def _skips(skip: Skip, cell: Cell) -> bool:
    return isinstance(cell, str) and cell.strip().startswith(skip.starts)


def _last_filled(line: Line) -> int:
    return max(place for place, cell in enumerate(line.cells) if not is_blank(cell))
