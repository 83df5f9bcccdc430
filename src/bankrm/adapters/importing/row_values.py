"""The cells of one row as values, by the profile's fields, with what is wrong in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bankrm.adapters.importing.cells import CONVERTERS, EMPTY, CellError, Column, Converter, Noted, readable
from bankrm.adapters.importing.headers import as_of_in_titles, unit_in_header, unit_in_titles
from bankrm.adapters.importing.matching import Match, header_text
from bankrm.adapters.importing.records import NEVER_NEGATIVE
from bankrm.adapters.importing.table import Cell, Line
from bankrm.application.ports.readers import Finding


@dataclass(frozen=True, slots=True)
class PlannedColumn:
    """One column of the table: where, under which name, and how it is read."""

    field: str
    place: int
    name: str
    convert: Converter
    column: Column
    empty: object


@dataclass(slots=True)
class RowValues:
    """What was read of one row; a field in error has no value."""

    values: dict[str, Any]
    errors: dict[str, Finding] = field(default_factory=dict)
    warnings: list[tuple[str, Finding]] = field(default_factory=list)


class ValueReader:
    """Reads rows by a match; constants and the day above the header stand where the row itself holds nothing."""

    def __init__(self, match: Match) -> None:
        self._match = match
        self.columns = tuple(_planned(match, *column) for column in match.columns.items())
        self.stated_as_of = as_of_in_titles(match.titles) if "as_of" in match.profile.type.kinds else None
        as_of: dict[str, date] = {"as_of": self.stated_as_of} if self.stated_as_of else {}
        self._defaults = dict(self._constants()) | as_of
        self.unsaid = frozenset(match.profile.type.kinds) - match.columns.keys() - self._defaults.keys()

    def read(self, line: Line) -> RowValues:
        """Every field that has a column, or a value without one."""
        row = RowValues(dict(self._defaults))
        for planned in self.columns:
            try:
                value = _converted(planned, cell_at(line, planned.place))
            except CellError as error:
                row.errors[planned.field] = Finding(error.reason, line.number, planned.name)
                continue
            while isinstance(value, Noted):
                row.warnings.append((planned.field, Finding(value.reason, line.number, planned.name)))
                value = value.value
            if planned.field in NEVER_NEGATIVE and isinstance(value, int) and value < 0:
                row.warnings.append((planned.field, Finding("negative_amount", line.number, planned.name)))
            if value is not None or planned.field not in row.values:
                row.values[planned.field] = value
        return row

    def missing(self, values: Mapping[str, Any]) -> list[str]:
        """Fields that a record needs and that hold nothing."""
        needed = self._match.profile.type.required | self._match.profile.required
        return sorted(one for one in needed if values.get(one) in (None, "", ()))

    def name_of(self, field: str) -> str:
        """The header of a field's column; the field's own name where it has none."""
        return next((planned.name for planned in self.columns if planned.field == field), field)

    def _constants(self) -> Iterator[tuple[str, Any]]:
        profile = self._match.profile
        column = Column(short_dates=profile.short_dates)
        for name, text in profile.constants.items():
            yield name, CONVERTERS[profile.type.kinds[name]](text, column)


def cell_at(line: Line, place: int | None) -> Cell:
    """A cell, None beyond the end of a line."""
    return line.cells[place] if place is not None and place < len(line.cells) else None


def _planned(match: Match, name: str, place: int) -> PlannedColumn:
    known, header = match.profile.fields[name], str(match.header.cells[place])
    unit = unit_in_header(header) or unit_in_titles(match.titles) or known.unit
    column = Column(unit, known.width, match.profile.short_dates)
    return PlannedColumn(name, place, header_text(header), CONVERTERS[known.kind], column, EMPTY.get(known.kind))


def _converted(planned: PlannedColumn, cell: Cell) -> Any:
    clean = readable(cell)
    if isinstance(clean, Noted):
        value = planned.convert(clean.value, planned.column)
        return Noted(value, clean.reason)
    if clean is None or clean == "":
        return planned.empty
    return planned.convert(clean, planned.column)
