"""A table under its profile: rows to records, with what is wrong in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from bankrm.adapters.importing.headers import plain_header
from bankrm.adapters.importing.matching import Match, unknown_columns
from bankrm.adapters.importing.profiles import Skip
from bankrm.adapters.importing.row_values import ValueReader, cell_at
from bankrm.adapters.importing.table import Cell, Line, Sheet, is_blank
from bankrm.application.ports.readers import AsOfMissing, Finding, ReadRow
from bankrm.domain.business import Deal
from bankrm.domain.dossier import Record
from bankrm.domain.interactions import Interaction

_TOTALS = ("合計", "総合計", "総計", "小計", "計", "店計", "店別計")
_LONGEST_BRANCH = 4  # characters
_NO_DATA = 2  # cells that a remark below the table fills at most


class TableRows:
    """The rows below a matched header. Raises AsOfMissing where a table of one day's values names no day."""

    def __init__(self, sheet: Sheet, match: Match, path: str) -> None:
        self._sheet, self._match = sheet, match
        self._profile = match.profile
        self._reader = ValueReader(match)
        if self._profile.type.as_of_required and not self._reader.stated_as_of and "as_of" not in match.columns:
            raise AsOfMissing(path=path, profile=self._profile.name)
        self._left_out = LeftOut(match)
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
        if reason := self._left_out.reason(line):
            return ReadRow(line.number, skipped=reason)
        row = self._reader.read(line)
        errors = [*row.errors.values(), *wrong_width(line, self._match)]
        if not errors and (missing := self._reader.missing(row.values)):
            errors = [Finding("missing_value", line.number, self._reader.name_of(field)) for field in missing]
        if errors:
            return ReadRow(line.number, errors=tuple(errors))
        record = self._numbered_ref(self._profile.type.build(row.values))
        warnings = tuple(finding for _, finding in row.warnings)
        return ReadRow(line.number, (record,), warnings=warnings, unsaid=self._reader.unsaid)

    def _numbered_ref(self, record: Record) -> Record:
        """A record without a number of its own gets one from client, day or title, and its place among those alike."""
        if not isinstance(record, Interaction | Deal) or record.ref:
            return record
        stem = f"{record.client}/{record.on if isinstance(record, Interaction) else record.title}"
        self._numbered[stem] += 1
        return replace(record, ref=stem if self._numbered[stem] == 1 else f"{stem}/{self._numbered[stem]}")


class LeftOut:
    """Why a row is no record: a rule of the profile, a total, a repeated header, a remark below the table."""

    def __init__(self, match: Match) -> None:
        self._match, self._width = match, _width(match)
        self._skips = [
            (skip, [p for p, cell in enumerate(match.header.cells) if cell and plain_header(str(cell)) in skip.headers])
            for skip in match.profile.skips
        ]

    def reason(self, line: Line) -> str:
        """The reason's code, empty for a row that holds a record."""
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
        return cell_at(line, self._match.columns.get(field))


def wrong_width(line: Line, match: Match) -> list[Finding]:
    """A row with more or fewer cells than the header was torn apart: its cells may stand under wrong headers."""
    width = _width(match)
    if any(not is_blank(cell) for cell in line.cells[width:]):
        return [Finding("too_many_cells", line.number)]
    if len(line.cells) < width:
        return [Finding("too_few_cells", line.number)]
    return []


def _skips(skip: Skip, cell: Cell) -> bool:
    return isinstance(cell, str) and cell.strip().startswith(skip.starts)


def _width(match: Match) -> int:
    return max(place for place, cell in enumerate(match.header.cells) if not is_blank(cell)) + 1
