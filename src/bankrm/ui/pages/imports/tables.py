"""The tables of 取込: files, findings, history, rows as they will be read. Frozen rows in a tuple, one model each."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from bankrm.application.ports.layouts import PreviewRow, ReadCell
from bankrm.application.queries.imports import FindingRow, ImportRow
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.imports import words
from bankrm.ui.pages.imports.files import FileRow, FileState
from bankrm.ui.words import time_words

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_NOWHERE = QModelIndex()
_TOKYO = ZoneInfo("Asia/Tokyo")


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows as they were given; a subclass says what each cell shows."""

    numeric: frozenset[int] = frozenset()

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings, self._rows = tuple(headings), tuple[R, ...]()

    @property
    def rows(self) -> tuple[R, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: tuple[R, ...]) -> None:
        """Show other rows. Where only later values of the same rows come, and new rows after them, selection and scroll stay."""
        before = len(self._rows)
        if before and before <= len(rows) and all(map(self.same, self._rows, rows)):
            self._rows, added = rows[:before], rows[before:]
            self.dataChanged.emit(self.index(0, 0), self.index(before - 1, len(self._headings) - 1))
            if added:
                self.beginInsertRows(QModelIndex(), before, len(rows) - 1)
                self._rows = rows
                self.endInsertRows()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def same(self, one: R, other: R) -> bool:
        """Whether two rows are of one thing."""
        return one == other

    @abstractmethod
    def text(self, row: R, column: int) -> str:
        """What a cell shows."""

    def hint(self, row: R, column: int) -> str:  # noqa: ARG002
        """What a cell says besides, empty for nothing."""
        return ""

    def colour(self, row: R, column: int) -> str:  # noqa: ARG002
        """The colour of a cell's text, empty for the usual one."""
        return ""

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """How many columns."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:  # noqa: N802
        """Headings; no numbers at the side."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._headings):
            return None
        if role == Role.TextAlignmentRole:
            return RIGHT if section in self.numeric else LEFT
        return self._headings[section] if role == Role.DisplayRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """A cell."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        match role:
            case Role.DisplayRole:
                return self.text(row, column)
            case Role.TextAlignmentRole:
                return RIGHT if column in self.numeric else LEFT
            case Role.ToolTipRole:
                return self.hint(row, column) or None
            case Role.AccessibleTextRole:
                return " ".join(part for part in (self.text(row, column), self.hint(row, column)) if part)
            case Role.ForegroundRole:
                return _colour(self.colour(row, column))
        return None


class FilesModel(RowsModel[FileRow]):
    """The files of this sitting."""

    numeric = frozenset({3, 4, 5, 6, 7})

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._appearance = appearance
        self._headings = (
            self.tr("ファイル"), self.tr("状態"), self.tr("読み方"), self.tr("新規"), self.tr("変更"), self.tr("同じ"),
            self.tr("除外"), self.tr("エラー"),
        )  # fmt: skip

    def same(self, one: FileRow, other: FileRow) -> bool:
        """One file."""
        return one.path == other.path

    def text(self, row: FileRow, column: int) -> str:
        """Name, state, profile and counts; counts only once they are known."""
        if column == 0:
            return row.path.name
        if column == 1:
            return f"{words.STATE_MARKS[row.state]} {words.file_state_words(row)}"
        report = row.report
        if report is None or report.refused or row.state is FileState.LEFT_OUT:
            return ""
        skipped = sum(report.skipped.values())
        counts = (
            report.new,
            report.changed,
            report.unchanged,
            skipped,
            report.rows - report.new - report.changed - report.unchanged - skipped,
        )
        return words.profile_words(report.profile, report.type) if column == 2 else f"{counts[column - 3]:,}"

    def hint(self, row: FileRow, column: int) -> str:
        """The whole path, and why rows were left out."""
        if column == 0:
            return str(row.path)
        return words.skipped_words(row.report.skipped) if column == 6 and row.report else ""

    def colour(self, row: FileRow, column: int) -> str:
        """Errors and refusals in their colour."""
        theme = self._appearance.theme
        if column == 1:
            bad = row.state is FileState.REFUSED or row.error is not None
            partly = row.report is not None and bool(row.report.errors)
            taken = row.state is FileState.TAKEN
            return theme.bad if bad else theme.warn if partly else theme.ok if taken else ""
        return theme.bad if column == 7 and row.report and row.report.errors else ""


class FindingsModel(RowsModel[FindingRow]):
    """Rows in error, then notes."""

    numeric = frozenset({1})

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._appearance = appearance
        self._headings = (
            self.tr("種類"), self.tr("行"), self.tr("列"), self.tr("値"), self.tr("理由"), self.tr("どうするか"),
        )  # fmt: skip

    def text(self, row: FindingRow, column: int) -> str:
        """What it is, where, what stands there (or which clients it is about), why, what to do."""
        found = row.finding
        if column == 0:
            return self.tr("✕ エラー") if row.is_error else self.tr("! 注意")
        if column == 1:
            return f"{found.line:,}" if found.line is not None else ""
        if column == 2:
            return found.column
        if column == 3:
            return (row.value or words.clients_words(found)).replace("\n", " ")
        return words.finding_words(found)[column - 4]

    def hint(self, row: FindingRow, column: int) -> str:
        """What may be cut."""
        return self.text(row, column) if column >= 2 else ""

    def colour(self, row: FindingRow, column: int) -> str:
        """By weight."""
        theme = self._appearance.theme
        return (theme.bad if row.is_error else theme.warn) if column == 0 else ""

    def as_text(self, rows: Sequence[int]) -> str:
        """Lines of tab-separated cells below their headings, to be pasted into a table."""
        lines = [self._headings, *(tuple(self.text(self._rows[row], column) for column in range(6)) for row in rows)]
        return "\n".join("\t".join(line) for line in lines)


class HistoryModel(RowsModel[ImportRow]):
    """Imports, the newest first."""

    numeric = frozenset({4, 5, 6, 7, 8})

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._headings = (
            self.tr("日時"), self.tr("ファイル"), self.tr("読み方"), self.tr("取り込んだ人"), self.tr("新規"), self.tr("変更"),
            self.tr("同じ"), self.tr("除外"), self.tr("エラー"),
        )  # fmt: skip

    def same(self, one: ImportRow, other: ImportRow) -> bool:
        """One import."""
        return one.seq == other.seq

    def text(self, row: ImportRow, column: int) -> str:
        """When, which file, how, by whom, how many."""
        when = row.when.astimezone(_TOKYO)
        told = (
            f"{when.year}/{when.month}/{when.day} {time_words(when)}", row.name, words.profile_words(row.profile, row.type), row.by, f"{row.new:,}",
            f"{row.changed:,}", f"{row.unchanged:,}", f"{row.skipped:,}", f"{row.errors:,}",
        )  # fmt: skip
        return told[column]

    def hint(self, row: ImportRow, column: int) -> str:
        """The file's digest, by which the original is kept."""
        return f"SHA-256 {row.sha256}" if column == 1 else ""


class PreviewModel(RowsModel[PreviewRow]):
    """The first rows as they will be read, a column a field."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._appearance = appearance
        self._fields: tuple[tuple[str, str], ...] = ()

    def show_preview(self, fields: Sequence[tuple[str, str]], rows: tuple[PreviewRow, ...]) -> None:
        """`fields` by name and kind."""
        self.beginResetModel()
        self._fields, self._rows = tuple(fields), rows
        self.numeric = frozenset(
            {0, *(place + 1 for place, (_, kind) in enumerate(fields) if kind in ("amount", "count", "percent"))}
        )
        self._headings = (self.tr("行"), *(words.field_words(name) for name, _ in fields), self.tr("読み取り"))
        self.endResetModel()

    def text(self, row: PreviewRow, column: int) -> str:
        """The value; of a cell in error what the file holds, with its reason."""
        if column == 0:
            return str(row.line)
        if column > len(self._fields):
            return self._state(row)
        name, kind = self._fields[column - 1]
        cell = row.cells.get(name)
        if cell is None:
            return ""
        if row.skipped:
            return cell.text.replace("\n", " ")
        value = f"✕ {cell.text}" if cell.is_error else words.value_words(kind, cell.value)
        return value.replace("\n", " ")

    def hint(self, row: PreviewRow, column: int) -> str:
        """Why a cell is in error, and what the file holds."""
        cell = self._cell(row, column)
        if cell is None:
            return ""
        reason = words.finding_words_of(cell.reason) if cell.reason else ""
        return "\n".join(part for part in (cell.text, reason) if part)

    def colour(self, row: PreviewRow, column: int) -> str:
        """Rows that are left out dim; cells, and what becomes of the row, by what is wrong."""
        theme = self._appearance.theme
        if row.skipped:
            return theme.dim
        if column > len(self._fields):
            return theme.bad if self._in_error(row) else theme.ok
        cell = self._cell(row, column)
        return "" if cell is None or not cell.reason else theme.bad if cell.is_error else theme.warn

    def _cell(self, row: PreviewRow, column: int) -> ReadCell | None:
        return row.cells.get(self._fields[column - 1][0]) if 0 < column <= len(self._fields) else None

    def _in_error(self, row: PreviewRow) -> bool:
        return bool(row.errors) or any(cell.is_error for cell in row.cells.values())

    def _state(self, row: PreviewRow) -> str:
        if row.skipped:
            return self.tr("– 除外: {why}").format(why=words.skip_words(row.skipped))
        reasons = [found.reason for found in row.errors] or [c.reason for c in row.cells.values() if c.is_error]
        return f"✕ {words.finding_words_of(reasons[0])}" if reasons else self.tr("✓ 取り込みます")


def _colour(name: str) -> QColor | None:
    return QColor(name) if name else None
