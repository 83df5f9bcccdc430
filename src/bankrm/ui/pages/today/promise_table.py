"""当行の宿題 as a table: due day, client, promise, where it stands; 済にする in each row."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPushButton, QTableView, QWidget

from bankrm.application.queries.promises import PromiseRow
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.today import words
from bankrm.ui.theme import TABLE_ROW, XS
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import row as side_by_side

Index = QModelIndex | QPersistentModelIndex
DUE, CLIENT, PROMISE, STATE, ACTIONS = range(5)
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
_WIDTHS = {DUE: 116, CLIENT: 176, STATE: 168, ACTIONS: 142}
_NARROW, _NARROW_WIDTHS = 640, {DUE: 112, STATE: 124, ACTIONS: 84}
_FRAME, _PADDING = 2, 36


class PromiseTableModel(QAbstractTableModel):
    """Over a tuple of rows."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._rows: tuple[PromiseRow, ...] = ()

    def show_rows(self, rows: tuple[PromiseRow, ...]) -> None:
        """These from now on."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, place: int) -> PromiseRow | None:
        """The promise in that row."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """How many promises."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Five."""
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        """The columns' names."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("期限"), self.tr("取引先"), self.tr("約束"), self.tr("状態"), "")[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, colour, tooltip, and the native value to sort by."""
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "、".join(self._text(row, column) for column in (DUE, CLIENT, PROMISE, STATE))
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == STATE:
            return self._colour(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._told(row, index.column())
        if role == SORT_ROLE:
            return self._sort(row, index.column())
        return None

    def _text(self, row: PromiseRow, column: int) -> str:
        promise = row.promise
        if column == DUE:
            return words.due_day(promise.due)
        if column == STATE:
            return words.due_words(row.due, in_doubt=bool(promise.doubt))
        return {CLIENT: row.client_name or str(promise.client), PROMISE: promise.thing}.get(column, "")

    def _colour(self, row: PromiseRow) -> QColor | None:
        tone = words.DUE_TONES.get(row.due.state)
        return QColor(getattr(self._appearance.theme, tone)) if tone else None

    def _told(self, row: PromiseRow, column: int) -> str | None:
        promise = row.promise
        if column == STATE and promise.doubt:
            return self.tr("この記録で済んでいるかもしれません。\n{doubt}").format(doubt=promise.doubt)
        if column == PROMISE:
            return self.tr("{day}の記録: {text}").format(day=promise.promised_on.isoformat(), text=promise.text)
        return row.client_name if column == CLIENT else None

    def _sort(self, row: PromiseRow, column: int) -> Any:
        promise = row.promise
        due = promise.due.toordinal() if promise.due else 10**9
        return {DUE: due, STATE: due, CLIENT: row.client_name, PROMISE: promise.thing}.get(column, due)


class PromiseTable(QTableView):
    """As high as its rows; Space closes, Delete says that it is none, Enter opens the record."""

    close_requested = Signal(object)
    dismiss_requested = Signal(object)
    opened = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._model = PromiseTableModel(appearance, self)
        self.setModel(self._model)
        self.setAccessibleName(self.tr("当行の宿題(期限順)"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(TABLE_ROW)
        self._columns()
        self.doubleClicked.connect(lambda index: self._emit(self.opened, index.row()))

    def show_rows(self, rows: tuple[PromiseRow, ...]) -> None:
        """These rows, all of them visible; the row in focus stays where it was in the list."""
        place = self.currentIndex().row()
        self._model.show_rows(rows)
        for number, row in enumerate(rows):
            self.setIndexWidget(self._model.index(number, ACTIONS), self._actions(row))
        height = self.horizontalHeader().sizeHint().height() + len(rows) * TABLE_ROW + _FRAME
        self.setFixedHeight(height)
        self._fit()
        if rows:
            self.setCurrentIndex(self._model.index(min(max(place, 0), len(rows) - 1), DUE))

    def _columns(self) -> None:
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        for column in range(self._model.columnCount()):
            fixed = column in _WIDTHS
            mode = QHeaderView.ResizeMode.Fixed if fixed else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
            if fixed:
                self.setColumnWidth(column, _WIDTHS[column])

    def _actions(self, row: PromiseRow) -> QWidget:
        """For the mouse; the keys work on the row."""
        done = button(self.tr("済にする"), "row", name=self.tr("{thing}を済にする").format(thing=row.promise.thing))
        none = button(self.tr("外す"), "row", name=self.tr("{thing}を宿題から外す").format(thing=row.promise.thing))
        done.clicked.connect(lambda: self.close_requested.emit(row))
        none.clicked.connect(lambda: self.dismiss_requested.emit(row))
        cell = QWidget()
        layout = side_by_side(done, none, space=XS)
        layout.setContentsMargins(XS, 1, XS, 2)
        layout.addStretch(1)
        cell.setLayout(layout)
        for one in (done, none):
            one.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return cell

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where there is little room, 外す is left to its key, and the client's name gives way to the promise."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < _NARROW
        for column, wide in _NARROW_WIDTHS.items():
            self.setColumnWidth(column, wide if narrow else _WIDTHS[column])
        states = [self._model.index(place, STATE).data() for place in range(self._model.rowCount())]
        needed = max(map(self.fontMetrics().horizontalAdvance, states), default=0) + _PADDING
        self.setColumnWidth(STATE, min(self.columnWidth(STATE), needed))
        taken = sum(self.columnWidth(column) for column in (DUE, STATE, ACTIONS))
        self.setColumnWidth(CLIENT, min(_WIDTHS[CLIENT], max(60, (self.width() - taken) * 2 // 5)))
        for number in range(self._model.rowCount()):
            for second in self.indexWidget(self._model.index(number, ACTIONS)).findChildren(QPushButton)[1:]:
                second.setHidden(narrow)

    def _emit(self, signal: Any, place: int) -> None:
        row = self._model.row_at(place)
        if row is not None:
            signal.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The keys of a row."""
        keys = {
            Qt.Key.Key_Space: self.close_requested, Qt.Key.Key_Delete: self.dismiss_requested,
            Qt.Key.Key_Return: self.opened, Qt.Key.Key_Enter: self.opened,
        }  # fmt: skip
        signal = keys.get(Qt.Key(event.key()))
        if signal is None:
            super().keyPressEvent(event)
        else:
            self._emit(signal, self.currentIndex().row())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another theme: the colours of the rows are read again."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.viewport().update()
