"""The statements of one document as an item model: headings and statements in reading order."""

from __future__ import annotations

from itertools import takewhile
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bankrm.ui.pages.drafts.rows import HeadingRow, Row, StatementRow
from bankrm.ui.pages.drafts.wording import spoken_row

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class StatementModel(QAbstractListModel):
    """Rows by their keys. New rows are told as the least that changed, so that selection and place stay where they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    def row_of(self, key: str) -> int:
        """The place of a statement or heading, -1 where there is none."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), -1)

    def show(self, rows: tuple[Row, ...]) -> None:
        """Put these rows in place of the ones shown; keys are unique."""
        before = _alike(self._rows, rows)
        after = _alike(self._rows[before:][::-1], rows[before:][::-1])
        self._replace_middle(before, len(self._rows) - after, rows[before : len(rows) - after])
        former, self._rows = self._rows, rows
        for place, (old, new) in enumerate(zip(former, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def _replace_middle(self, first: int, end: int, rows: tuple[Row, ...]) -> None:
        """Take out the rows from `first` to before `end`, and put others there."""
        if end > first:
            self.beginRemoveRows(QModelIndex(), first, end - 1)
            self._rows = self._rows[:first] + self._rows[end:]
            self.endRemoveRows()
        if rows:
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows = self._rows[:first] + rows + self._rows[first:]
            self.endInsertRows()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        """So many rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself, its words, and what a screen reader says of it."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if isinstance(row, StatementRow):
            spoken = {Qt.ItemDataRole.DisplayRole: row.text, Qt.ItemDataRole.AccessibleTextRole: spoken_row(row)}
            return spoken.get(Qt.ItemDataRole(role))
        is_words = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return row.heading if is_words and isinstance(row, HeadingRow) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Statements can be selected, headings only seen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self._rows[index.row()], StatementRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemNeverHasChildren


def _alike(old: tuple[Row, ...], new: tuple[Row, ...]) -> int:
    """How many rows at the beginning have the same keys."""
    return sum(1 for _ in takewhile(lambda pair: pair[0].key == pair[1].key, zip(old, new, strict=False)))
