"""Excel sheets by openpyxl in read-only mode: values as Excel stores them, visible sheets only."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from itertools import zip_longest
from typing import Any
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.utils.exceptions import InvalidFileException

from bankrm.adapters.importing.archive import OfficeArchive
from bankrm.adapters.importing.table import Cell, Line
from bankrm.application.ports.readers import FileCorrupt, Finding, SourceFile

_ZEROS = re.compile(r"0+")
_BROKEN = (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, zipfile.BadZipFile)
_MOST_COLUMNS = 500


class ExcelSheet:
    """One sheet; `position` counts the workbook's sheets from 1."""

    def __init__(self, file: SourceFile, title: str, position: int) -> None:
        self._file, self._title, self.position = file, title, position

    def lines(self) -> Iterator[Line]:
        """Rows with any value. Raises FileCorrupt.

        A formula without a stored result is the error value #CALC!, never an empty cell.
        """
        try:
            yield from self._lines()
        except (*_BROKEN, ElementTree.ParseError) as error:
            raise FileCorrupt(path=str(self._file.path), type="xlsx") from error

    def _lines(self) -> Iterator[Line]:
        formulas = _open(self._file, values=False)[self._title].iter_rows(max_col=_MOST_COLUMNS)
        results = _open(self._file, values=True)[self._title].iter_rows(max_col=_MOST_COLUMNS)
        for number, (stored, shown) in enumerate(zip_longest(formulas, results, fillvalue=()), 1):
            cells = [_value(cell, result) for cell, result in zip_longest(stored, shown)]
            if any(cell is not None for cell in cells):
                yield Line(number, tuple(cells))


class ExcelBook:
    """The visible sheets of one workbook. Raises FileEncrypted, FileHostile and FileCorrupt."""

    def __init__(self, file: SourceFile) -> None:
        OfficeArchive(file)
        try:
            book = _open(file, values=True)
        except (*_BROKEN, InvalidFileException, ElementTree.ParseError) as error:
            raise FileCorrupt(path=str(file.path), type="xlsx") from error
        states = [(sheet.title, sheet.sheet_state) for sheet in book.worksheets]
        self.sheets = [
            ExcelSheet(file, title, place) for place, (title, state) in enumerate(states, 1) if state == "visible"
        ]
        self.warnings = tuple(
            Finding("hidden_sheet", column=f"#{place}")
            for place, (_, state) in enumerate(states, 1)
            if state != "visible"
        )


def _open(file: SourceFile, *, values: bool) -> Any:
    return load_workbook(io.BytesIO(file.content), read_only=True, data_only=values, keep_links=False)


def _value(
    stored: ExcelCell | ReadOnlyCell | EmptyCell | None, shown: ExcelCell | ReadOnlyCell | EmptyCell | None
) -> Cell:
    value = shown.value if shown is not None else None
    if value is None and stored is not None and stored.value is not None:
        return "#CALC!"
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value, getattr(shown, "number_format", ""))
    return value if isinstance(value, str | date) or value is None else str(value)


def _number(value: int | float, number_format: str) -> Cell:
    """A number as Excel shows it where that is more than the number: 0012 under the format 0000, 2.4% for 0.024."""
    first = number_format.split(";")[0]
    if _ZEROS.fullmatch(first) and len(first) > 1 and float(value).is_integer():
        return str(int(value)).zfill(len(first))
    if first.endswith("%"):
        return f"{round(value * 100, 6):g}%"
    return value
