"""Tables over a tuple of frozen rows: one model for all, described by its columns."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from bankrm.ui.appearance import Appearance
from bankrm.ui.theme import CAPTION, TABLE_ROW

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole
_HERE = QModelIndex()
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LOOKED_AT = 100  # rows whose texts a column makes room for: days and numbers are about as wide in all of them
_HEADING_AROUND = 24  # pixels: the padding of the style sheet, and a frame
_MEASURED = 3  # texts of a column, the longest: to lay one out takes as long as to look at all of them
_WHOLE = 24  # half widths: what is no longer, a moment or an amount say, is shown whole; longer words are cut at the column's width


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its heading, what it shows of a row, and by which native value it sorts (by its text where None).

    `tone` names a colour (ok, warn, bad, dim) that repeats what the text says; `hint` is told besides the text, empty for nothing;
    `wide` gives the column the room that is left, any other is at least as wide as its heading and its short texts; `icon` names a drawing that stands before the text, empty for none.
    """

    title: str
    text: Callable[[Row], str]
    sort: Callable[[Row], Any] | None = None
    right: bool = False
    wide: bool = False
    width: int = 0
    tone: Callable[[Row], str] | None = None
    hint: Callable[[Row], str] | None = None
    icon: Callable[[Row], str] | None = None


class RowsModel(QAbstractTableModel, Generic[Row]):
    """The rows as they are given, until somebody sorts them; rows without a value come last either way.

    With a `key`, the row that is chosen stays so wherever it comes to stand, and the scroll where only later values of the same rows come, and new rows after them.
    """

    def __init__(
        self, columns: Sequence[Column[Row]], appearance: Appearance, key: Callable[[Row], Hashable] | None = None
    ) -> None:
        super().__init__()
        self._columns, self._appearance, self._key = tuple(columns), appearance, key
        self._given: tuple[Row, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._order: tuple[int, Qt.SortOrder] | None = None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these in place of the former ones, in the order last chosen."""
        if self._goes_on(rows):
            self._go_on(tuple(rows))
        else:
            self.show_table(self._columns, rows)

    def show_table(self, columns: Sequence[Column[Row]], rows: Sequence[Row]) -> None:
        """Other columns, and these rows."""
        self.beginResetModel()
        self._columns, self._given = tuple(columns), tuple(rows)
        self._rows = self._sorted()
        self.endResetModel()

    def row_at(self, place: int) -> Row:
        """The row that is shown there."""
        return self._rows[place]

    def place_of(self, row: Row | None, former: int) -> int:
        """Where the row of the same key stands by now; where there is none, what stands in its former place. 0 without a key."""
        key = self._key
        if key is None or row is None:
            return 0
        places = (place for place, one in enumerate(self._rows) if key(one) == key(row))
        return next(places, min(max(former, 0), len(self._rows) - 1))

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows as they are shown."""
        return self._rows

    def texts(self, place: int) -> dict[str, int]:
        """What a column shows in the first rows, each text once, with a row where it stands."""
        text = self._columns[place].text
        return {text(row): at for at, row in enumerate(self._rows[:_LOOKED_AT])}

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
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.ToolTipRole:
                return (column.hint or column.text)(row) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._heard(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(column)
            case Qt.ItemDataRole.ForegroundRole if column.tone and (tone := column.tone(row)):
                return QColor(getattr(self._appearance.theme, tone))
            case Qt.ItemDataRole.DecorationRole if column.icon and (icon := column.icon(row)):
                return self._appearance.icon(icon)
        return self._value(row, index.column()) if role == SORT_ROLE else None

    def _heard(self, row: Row, column: Column[Row]) -> str:
        """The whole row, and what the cell tells besides."""
        cells = [f"{one.title} {text}" for one in self._columns if (text := one.text(row))]
        return "、".join([*cells, column.hint(row)] if column.hint and column.hint(row) else cells)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
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

    def _goes_on(self, rows: Sequence[Row]) -> bool:
        if self._key is None or self._order is not None or not self._rows:
            return False
        return [self._key(row) for row in self._rows] == [self._key(row) for row in rows[: len(self._rows)]]

    def _go_on(self, rows: tuple[Row, ...]) -> None:
        before = len(self._rows)
        self._given = self._rows = rows[:before]
        self.dataChanged.emit(self.index(0, 0), self.index(before - 1, len(self._columns) - 1))
        if len(rows) > before:
            self.beginInsertRows(QModelIndex(), before, len(rows) - 1)
            self._given = self._rows = rows
            self.endInsertRows()

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

    def __init__(
        self, name: str, columns: Sequence[Column[Row]], appearance: Appearance, *,
        key: Callable[[Row], Hashable] | None = None, sortable: bool = True,
    ) -> None:  # fmt: skip
        """`name` is what the table is called for those who do not see it; `key` as of RowsModel."""
        super().__init__()
        self.rows_model = RowsModel(columns, appearance, key)
        self.setModel(self.rows_model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(TABLE_ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._arrange(columns)
        for shown in (self.rows_model.modelReset, self.rows_model.rowsInserted, self.rows_model.dataChanged):
            shown.connect(self._make_room)
        if sortable:
            self.setSortingEnabled(True)
            self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._choose)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; the first is chosen unless one stays so (see `RowsModel`)."""
        chosen, former = self.current, self.currentIndex().row()
        self.rows_model.show_rows(rows)
        if rows and not self.currentIndex().isValid():
            self.selectRow(self.rows_model.place_of(chosen, former))

    def height_of(self, rows: int) -> int:
        """How high it is with so many rows."""
        return self.horizontalHeader().sizeHint().height() + rows * TABLE_ROW + 4

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

    @Slot()
    def _make_room(self) -> None:
        """No column but the wide ones is narrower than its heading and its short texts; none gets narrower."""
        self.ensurePolished()
        header = self.horizontalHeader()
        for place in range(header.count()):
            if header.sectionResizeMode(place) is not QHeaderView.ResizeMode.Stretch:
                needed = max(self._heading_wide(place), self._widest(place))
                if needed > header.sectionSize(place):
                    header.resizeSection(place, needed)

    def _heading_wide(self, place: int) -> int:
        """Pixels of a heading without the arrow of who sorts by it, which is on one of them at most."""
        font = self.font()
        font.setPixelSize(CAPTION)
        heading = self.rows_model.headerData(place, Qt.Orientation.Horizontal)
        return QFontMetrics(font).horizontalAdvance(heading) + _HEADING_AROUND

    def _widest(self, place: int) -> int:
        """Pixels of the widest short text of the first rows, as it is drawn; 0 without one."""
        measured = ((_halves(text), row) for text, row in self.rows_model.texts(place).items())
        longest = nlargest(_MEASURED, (one for one in measured if one[0] <= _WHOLE))
        return max((self.sizeHintForIndex(self.rows_model.index(row, place)).width() for _, row in longest), default=0)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows_model.row_at(index.row()))

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, index: QModelIndex, _: QModelIndex) -> None:
        self.chosen.emit(self.rows_model.row_at(index.row()) if index.isValid() else None)

    def event(self, event: QEvent) -> bool:
        """Enter is the table's own, also where a page has a shortcut for it."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter opens. Nothing is copied out of a table: what leaves the program is asked for by an act that is recorded."""
        if event.matches(QKeySequence.StandardKey.Copy):
            event.accept()
            return
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)


def _halves(text: str) -> int:
    """About how wide: one for a Latin letter or a digit, two for a Japanese one."""
    return len(text.encode("cp932", "replace"))


def _side(column: Column[Row]) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
