"""Excel sheets by openpyxl in read-only mode: values as Excel stores them, visible sheets only."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import zip_longest
from typing import Any
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string
from openpyxl.utils.exceptions import InvalidFileException

from bankrm.adapters.importing.archive import OfficeArchive
from bankrm.adapters.importing.table import Cell, Line
from bankrm.application.ports.readers import FileCorrupt, Finding, SourceFile

_ZEROS = re.compile(r"0+")
_BROKEN = (
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    zipfile.BadZipFile,
    ElementTree.ParseError,
)
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)"')
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MOST_COLUMNS = 500

MergedDown = Mapping[int, Mapping[int, int]]
"""Column (from 0) → row below the top of a merged range → the top row; rows count from 1."""


class ExcelBook:
    """The visible sheets of one workbook. Raises FileEncrypted, FileHostile and FileCorrupt."""

    def __init__(self, file: SourceFile) -> None:
        archive = OfficeArchive(file)
        try:
            book = _open(file, values=True)
            states = [(sheet.title, sheet.sheet_state) for sheet in book.worksheets]
            parts = _parts(archive)
        except (*_BROKEN, InvalidFileException) as error:
            raise FileCorrupt(path=str(file.path), type="xlsx") from error
        self.sheets = [
            ExcelSheet(file, title, position, archive.read(parts[title]) if title in parts else b"")
            for position, (title, state) in enumerate(states, 1)
            if state == "visible"
        ]
        hidden = (position for position, (_, state) in enumerate(states, 1) if state != "visible")
        self.warnings = tuple(Finding("hidden_sheet", column=f"#{position}") for position in hidden)


class ExcelSheet:
    """One sheet; `position` counts the workbook's sheets from 1, `xml` is the sheet's own part."""

    def __init__(self, file: SourceFile, title: str, position: int, xml: bytes) -> None:
        self._file, self.title, self.position = file, title, position
        self._merged = _merged_down(xml)
        self._has_formulas = b"<f" in xml or not xml

    def lines(self) -> Iterator[Line]:
        """Rows with any value, as wide as the sheet; cells merged downwards hold their value in every row. Raises FileCorrupt.

        A formula without a stored result is the error value #CALC!, never an empty cell.
        """
        try:
            yield from self._filled_down(self._rows())
        except _BROKEN as error:
            raise FileCorrupt(path=str(self._file.path), type="xlsx") from error

    def _rows(self) -> Iterator[tuple[Cell, ...]]:
        results = _open(self._file, values=True)[self.title].iter_rows(max_col=_MOST_COLUMNS)
        if not self._has_formulas:
            yield from (tuple(_value(cell) for cell in row) for row in results)
            return
        formulas = _open(self._file, values=False)[self.title].iter_rows(max_col=_MOST_COLUMNS)
        for shown, stored in zip_longest(results, formulas, fillvalue=()):
            yield tuple(_computed(*pair) for pair in zip_longest(shown, stored))

    def _filled_down(self, rows: Iterator[tuple[Cell, ...]]) -> Iterator[Line]:
        tops: dict[tuple[int, int], Cell] = {}
        width = 0
        for number, row in enumerate(rows, 1):
            if all(cell is None for cell in row):
                continue
            width = max(width, len(row))
            cells = row + (None,) * (width - len(row))
            tops.update({(number, place): cell for place, cell in enumerate(cells) if place in self._merged})
            yield Line(number, tuple(self._of_range(number, place, cell, tops) for place, cell in enumerate(cells)))

    def _of_range(self, number: int, place: int, cell: Cell, tops: Mapping[tuple[int, int], Cell]) -> Cell:
        top = self._merged.get(place, {}).get(number)
        return tops.get((top, place)) if cell is None and top is not None else cell


def _open(file: SourceFile, *, values: bool) -> Any:
    return load_workbook(io.BytesIO(file.content), read_only=True, data_only=values, keep_links=False)


def _parts(archive: OfficeArchive) -> dict[str, str]:
    """The archive's part of each sheet by title."""
    relations = {
        relation.get("Id", ""): posixpath.normpath(posixpath.join("xl", relation.get("Target", ""))).lstrip("/")
        for relation in archive.xml("xl/_rels/workbook.xml.rels")
    }
    sheets = (element for element in archive.xml("xl/workbook.xml").iter() if element.tag.endswith("}sheet"))
    found = {sheet.get("name", ""): relations.get(sheet.get(_RELATION, ""), "") for sheet in sheets}
    return {title: part for title, part in found.items() if part in archive.names}


def _merged_down(xml: bytes) -> MergedDown:
    found: dict[int, dict[int, int]] = {}
    for first, top, _, bottom in _MERGED.findall(xml):
        place = column_index_from_string(first.decode()) - 1
        for row in range(int(top) + 1, min(int(bottom), int(top) + 10_000) + 1):
            found.setdefault(place, {})[row] = int(top)
    return found


def _computed(shown: Any, stored: Any) -> Cell:
    value = _value(shown)
    return "#CALC!" if value is None and stored is not None and stored.value is not None else value


def _value(cell: Any) -> Cell:
    value = cell.value if cell is not None else None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value, getattr(cell, "number_format", "") or "")
    return value if isinstance(value, str | date) or value is None else str(value)


def _number(value: int | float, number_format: str) -> Cell:
    """A number as Excel shows it where that is more than the number: 0012 under the format 0000, 2.4% for 0.024."""
    shown = number_format.split(";")[0]
    if _ZEROS.fullmatch(shown) and len(shown) > 1 and float(value).is_integer():
        return str(int(value)).zfill(len(shown))
    if shown.endswith("%"):
        return f"{round(value * 100, 6):g}%"
    return value
