"""当行の宿題 as a table: due day, client, promise, where it stands; 済にする in each row."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QPushButton, QWidget

from bankrm.application.queries.promises import PromiseRow
from bankrm.language.firm_names import short_name
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.today import words
from bankrm.ui.theme import TABLE_ROW, XS
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import row as side_by_side
from bankrm.ui.widgets.tables import Column, RowsTable
from bankrm.ui.words import SECRET_ICON, marked

translate = QCoreApplication.translate
DUE, CLIENT, PROMISE, STATE, ACTIONS = range(5)
_NARROW, _TWO_LINES = 640, 42
_PADDING, _AROUND = 30, 16  # beside a text, beside a widget in a cell; both sides together
_CLIENT_SHARE = 0.36  # of what day, state and buttons leave, at most; the rest is the promise's


class PromiseTable(RowsTable[PromiseRow]):
    """As high as its rows; Space closes, Delete says that it is none, Enter opens the record."""

    close_requested = Signal(object)
    dismiss_requested = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(self.tr("当行の宿題(期限順)"), _columns(), appearance, key=_key, sortable=False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self._fix_columns()

    def show_rows(self, rows: Sequence[PromiseRow]) -> None:
        """These rows, all of them visible; the promise in focus stays so, or else what comes in its place."""
        super().show_rows(rows)
        for number, row in enumerate(rows):
            self.setIndexWidget(self.rows_model.index(number, ACTIONS), self._actions(row))
        self._fit()

    def _fix_columns(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        for column in (DUE, CLIENT, STATE, ACTIONS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)

    def _actions(self, row: PromiseRow) -> QWidget:
        """For the mouse; the keys work on the row."""
        done = button(self.tr("済にする"), "row", name=self.tr("{thing}を済にする").format(thing=row.promise.thing))
        none = button(self.tr("外す"), "row", name=self.tr("{thing}を宿題から外す").format(thing=row.promise.thing))
        done.clicked.connect(lambda: self.close_requested.emit(row))
        none.clicked.connect(lambda: self.dismiss_requested.emit(row))
        cell = QWidget()
        layout = side_by_side(done, none, space=XS)
        layout.setContentsMargins(0, 1, 0, 2)
        cell.setLayout(layout)
        for one in (done, none):
            one.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            one.ensurePolished()  # its size is asked for before it is shown
        return cell

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The promise takes what the other columns leave."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Day, state and buttons as wide as what stands in them; the client's name gives way to the promise."""
        cells = [self.indexWidget(self.rows_model.index(place, ACTIONS)) for place in range(self.rows_model.rowCount())]
        for cell in cells:
            cell.findChildren(QPushButton)[0].setText(self.tr("済") if self.width() < _NARROW else self.tr("済にする"))
        wide = {DUE: self._needed(DUE), STATE: self._needed(STATE)}
        wide[ACTIONS] = max((cell.sizeHint().width() + _AROUND for cell in cells), default=0)
        left = self.width() - sum(wide.values())
        wide[CLIENT] = min(self._needed(CLIENT), round(left * _CLIENT_SHARE))
        for column, width in wide.items():
            self.setColumnWidth(column, width)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Where a name or a promise does not fit its line, that row has two; the table is as high as all of them."""
        rows = range(self.rows_model.rowCount())
        for number in rows:
            fits = all(self._fits(number, column) for column in (CLIENT, PROMISE))
            self.setRowHeight(number, TABLE_ROW if fits else _TWO_LINES)
        self.setFixedHeight(self.height_of(0) + sum(map(self.rowHeight, rows)))

    def _fits(self, number: int, column: int) -> bool:
        cell = self.rows_model.index(number, column)
        drawn = self.iconSize().width() if cell.data(Qt.ItemDataRole.DecorationRole) else 0
        return self.fontMetrics().horizontalAdvance(cell.data()) + drawn + _PADDING <= self.columnWidth(column)

    def _needed(self, column: int) -> int:
        """How wide a column is with the whole of its texts."""
        model = self.rows_model
        texts = [model.headerData(column, Qt.Orientation.Horizontal)]
        texts += [model.index(place, column).data() for place in range(model.rowCount())]
        return max(map(self.fontMetrics().horizontalAdvance, texts)) + _PADDING

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
        Column(translate("Today", "取引先"), lambda row: short_name(row.client_name) or str(row.promise.client), hint=_whole_name),
        Column(
            translate("Today", "約束"), lambda row: marked(row.promise.thing, secret=row.secret), hint=_recorded, wide=True,
            icon=lambda row: SECRET_ICON if row.secret else "",
        ),
        Column(
            translate("Today", "状態"), lambda row: words.due_words(row.due, in_doubt=bool(row.promise.doubt)),
            tone=lambda row: words.DUE_TONES.get(row.due.state, ""), hint=_doubt,
        ),
        Column("", lambda row: ""),  # noqa: ARG005
    ]  # fmt: skip


def _whole_name(row: PromiseRow) -> str:
    return row.client_name if short_name(row.client_name) != row.client_name else ""


def _recorded(row: PromiseRow) -> str:
    promise = row.promise
    return translate("Today", "{day}の記録: {text}").format(day=f"{promise.promised_on:%Y/%m/%d}", text=promise.text)


def _doubt(row: PromiseRow) -> str:
    doubt = row.promise.doubt
    return translate("Today", "この記録で済んでいるかもしれません。\n{doubt}").format(doubt=doubt) if doubt else ""
