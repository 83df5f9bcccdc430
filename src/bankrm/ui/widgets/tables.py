"""Tables over a tuple of frozen rows: one model for all, described by its columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from bankrm.ui.appearance import Appearance
from bankrm.ui.theme import TABLE_ROW

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole
_HERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its heading, what it shows of a row, and by which native value it sorts (by its text where None).

    `tone` names a colour (ok, warn, bad, dim) that repeats what the text says; `wide` gives the column the room that is left.
    """

    title: str
    text: Callable[[Row], str]
    sort: Callable[[Row], Any] | None = None
    right: bool = False
    wide: bool = False
    width: int = 0
    tone: Callable[[Row], str] | None = None


class RowsModel(QAbstractTableModel, Generic[Row]):
    """The rows as they are given, until somebody sorts them; rows without a value come last either way."""

    def __init__(self, columns: Sequence[Column[Row]], appearance: Appearance) -> None:
        super().__init__()
        self._columns, self._appearance = tuple(columns), appearance
        self._given: tuple[Row, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._order: tuple[int, Qt.SortOrder] | None = None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these in place of the former ones, in the order last chosen."""
        self.beginResetModel()
        self._given = tuple(rows)
        self._rows = self._sorted()
        self.endResetModel()

    def row_at(self, place: int) -> Row:
        """The row that is shown there."""
        return self._rows[place]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows as they are shown."""
        return self._rows

    def rowCount(self, parent: Index = _HERE) -> int:  # noqa: N802
        """As many as there are rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _HERE) -> int:  # noqa: N802
        """As many as were described."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, native value, alignment and colour."""
        if not index.isValid():
            return None
        column, row = self._columns[index.column()], self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return column.text(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.title} {column.text(row)}"
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.ForegroundRole if column.tone and (tone := column.tone(row)):
                return QColor(getattr(self._appearance.theme, tone))
        return self._value(row, index.column()) if role == SORT_ROLE else None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return column.title if role == Qt.ItemDataRole.DisplayRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By that column; by none (-1) as they were given."""
        self.layoutAboutToBeChanged.emit()
        before, kept = self._rows, self.persistentIndexList()
        self._order = (column, order) if 0 <= column < len(self._columns) else None
        self._rows = self._sorted()
        places = {id(row): place for place, row in enumerate(self._rows)}
        moved = [self.index(places[id(before[one.row()])], one.column()) for one in kept]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _sorted(self) -> tuple[Row, ...]:
        if self._order is None:
            return self._given
        column, order = self._order
        known = [row for row in self._given if self._value(row, column) is not None]
        without = [row for row in self._given if self._value(row, column) is None]
        known.sort(key=lambda row: self._value(row, column), reverse=order is Qt.SortOrder.DescendingOrder)
        return (*known, *without)

    def _value(self, row: Row, place: int) -> Any:
        column = self._columns[place]
        return column.sort(row) if column.sort else column.text(row)


class RowsTable(QTableView, Generic[Row]):
    """A table of whole rows. Arrow keys walk, Enter or a double click opens; Tab leaves it."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, name: str, columns: Sequence[Column[Row]], appearance: Appearance) -> None:
        """`name` is what the table is called for those who do not see it."""
        super().__init__()
        self.rows_model = RowsModel(columns, appearance)
        self.setModel(self.rows_model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(TABLE_ROW)
        self._arrange(columns)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._choose)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; the first is chosen."""
        self.rows_model.show_rows(rows)
        if rows:
            self.selectRow(0)

    @property
    def current(self) -> Row | None:
        """The row that is chosen."""
        index = self.currentIndex()
        return self.rows_model.row_at(index.row()) if index.isValid() else None

    def _arrange(self, columns: Sequence[Column[Row]]) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(not any(column.wide for column in columns))
        for place, column in enumerate(columns):
            if column.wide:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            elif column.width:
                self.setColumnWidth(place, column.width)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows_model.row_at(index.row()))

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, index: QModelIndex, _: QModelIndex) -> None:
        self.chosen.emit(self.rows_model.row_at(index.row()) if index.isValid() else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)
