"""当行の宿題 as a table: due day, client, promise, where it stands; 済にする in each row."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QPushButton, QWidget

from bankrm.application.queries.promises import PromiseRow
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.today import words
from bankrm.ui.theme import XS
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import row as side_by_side
from bankrm.ui.widgets.tables import Column, RowsTable

translate = QCoreApplication.translate
DUE, CLIENT, PROMISE, STATE, ACTIONS = range(5)
_WIDTHS = {DUE: 116, CLIENT: 176, STATE: 168, ACTIONS: 142}
_NARROW, _NARROW_WIDTHS = 640, {DUE: 112, STATE: 124, ACTIONS: 84}
_PADDING = 36


class PromiseTable(RowsTable[PromiseRow]):
    """As high as its rows; Space closes, Delete says that it is none, Enter opens the record."""

    close_requested = Signal(object)
    dismiss_requested = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(self.tr("当行の宿題(期限順)"), _columns(), appearance, key=_key, sortable=False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fix_columns()

    def show_rows(self, rows: Sequence[PromiseRow]) -> None:
        """These rows, all of them visible; the promise in focus stays so, or else what comes in its place."""
        super().show_rows(rows)
        for number, row in enumerate(rows):
            self.setIndexWidget(self.rows_model.index(number, ACTIONS), self._actions(row))
        self.setFixedHeight(self.height_of(len(rows)))
        self._fit()

    def _fix_columns(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        for column in range(self.rows_model.columnCount()):
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
        states = [self.rows_model.index(place, STATE).data() for place in range(self.rows_model.rowCount())]
        needed = max(map(self.fontMetrics().horizontalAdvance, states), default=0) + _PADDING
        self.setColumnWidth(STATE, min(self.columnWidth(STATE), needed))
        taken = sum(self.columnWidth(column) for column in (DUE, STATE, ACTIONS))
        self.setColumnWidth(CLIENT, min(_WIDTHS[CLIENT], max(60, (self.width() - taken) * 2 // 5)))
        for number in range(self.rows_model.rowCount()):
            for second in self.indexWidget(self.rows_model.index(number, ACTIONS)).findChildren(QPushButton)[1:]:
                second.setHidden(narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The keys of a row."""
        keys = {Qt.Key.Key_Space: self.close_requested, Qt.Key.Key_Delete: self.dismiss_requested}
        signal = keys.get(Qt.Key(event.key()))
        if signal is None:
            super().keyPressEvent(event)
        elif (row := self.current) is not None:
            signal.emit(row)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another theme: the colours of the rows are read again."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.viewport().update()


def _key(row: PromiseRow) -> Hashable:
    promise = row.promise
    return promise.identity, promise.thing


def _columns() -> list[Column[PromiseRow]]:
    return [
        Column(translate("Today", "期限"), lambda row: words.due_day(row.promise.due)),
        Column(translate("Today", "取引先"), lambda row: row.client_name or str(row.promise.client)),
        Column(translate("Today", "約束"), lambda row: row.promise.thing, hint=_recorded),
        Column(
            translate("Today", "状態"), lambda row: words.due_words(row.due, in_doubt=bool(row.promise.doubt)),
            tone=lambda row: words.DUE_TONES.get(row.due.state, ""), hint=_doubt,
        ),
        Column("", lambda row: ""),  # noqa: ARG005
    ]  # fmt: skip


def _recorded(row: PromiseRow) -> str:
    promise = row.promise
    return translate("Today", "{day}の記録: {text}").format(day=f"{promise.promised_on:%Y/%m/%d}", text=promise.text)


def _doubt(row: PromiseRow) -> str:
    doubt = row.promise.doubt
    return translate("Today", "この記録で済んでいるかもしれません。\n{doubt}").format(doubt=doubt) if doubt else ""
