"""The list of all clients with the field that narrows it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget

from bankrm.application.queries.client_list import ClientRow, spoken_key
from bankrm.language.firm_names import shown_reading
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.clients.words import full_date, millions_words, visit_words
from bankrm.ui.theme import XL, L, M
from bankrm.ui.widgets.beginning import BeginsAt
from bankrm.ui.widgets.surfaces import EmptyState, column, row
from bankrm.ui.widgets.tables import Column, RowsTable
from bankrm.ui.widgets.text import label

_FIELD_WIDE, _NAME_WIDE = 420, 190
_READING, _INDUSTRY = 1, 2  # columns


class ClientListView(BeginsAt):
    """Typing narrows; Down goes from the field to the list, Enter opens."""

    typed = Signal(str)
    opened = Signal(object)
    import_requested = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._field = _Field()
        self._field.setPlaceholderText(self.tr("名前・よみ・店番-CIF・業種・担当で絞り込む"))
        self._field.setAccessibleName(self.tr("取引先を絞り込む"))
        self._field.setClearButtonEnabled(True)
        self._field.setFixedWidth(_FIELD_WIDE)
        self._field.textChanged.connect(self.typed)
        self._count = label("", "caption")
        self.table: RowsTable[ClientRow] = RowsTable(self.tr("取引先の一覧"), self._columns(), appearance)
        self.table.opened.connect(lambda one: self.opened.emit(one.key))
        self._field.down.connect(self._into_table)
        self._field.returnPressed.connect(self._open_current)
        self._nobody = label(
            self.tr("当てはまる取引先はありません。名前の一部、よみ、CIF番号でも探せます。"), "dim", wrap=True
        )
        self._reading = label(self.tr("取引先を読んでいます…"), "dim")
        self._empty = EmptyState(
            self.tr("取引先がまだありません"),
            self.tr("基幹データの取引先一覧(CSV・Excel)を取り込むと、ここに並びます。"),
            self.tr("取込へ"),
            self.import_requested.emit,
        )
        self._stack = QStackedWidget()
        for one in (self._reading, self._empty, self._nobody, self.table):
            self._stack.addWidget(one)
        bar = row(self._field, self._count, space=L)
        bar.addStretch(1)
        layout = column(label(self.tr("取引先"), "title"), space=M, margin=XL)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)
        self.setLayout(layout)
        self.begin_at(self._field)

    def show_list(self, rows: Sequence[ClientRow] | None, total: int) -> None:
        """The clients that fit, of so many in all; None while they are read."""
        if rows is None:
            self._stack.setCurrentWidget(self._reading)
            self._count.setText("")
            return
        self.table.show_rows(rows)
        self._fit()
        self._stack.setCurrentWidget(self.table if rows else self._nobody if total else self._empty)
        pattern = self.tr("{found}先 / 全{total}先") if len(rows) < total else self.tr("全{total}先")
        self._count.setText(pattern.format(found=len(rows), total=total) if total else "")

    def _columns(self) -> list[Column[ClientRow]]:
        return [
            Column(self.tr("取引先"), lambda one: one.client.name, spoken_key, wide=True),
            Column(self.tr("よみ"), lambda one: shown_reading(one.client.reading), spoken_key, width=170),
            Column(self.tr("業種"), lambda one: one.client.industry, width=160),
            Column(self.tr("店番-CIF"), lambda one: str(one.key), width=110),
            Column(self.tr("担当"), lambda one: one.client.in_charge, width=72),
            Column(self.tr("次回訪問"), lambda one: visit_words(one.next_visit), lambda one: one.next_visit, width=168),
            Column(self.tr("最終面談"), lambda one: full_date(one.last_talk), lambda one: one.last_talk, width=100),
            Column(
                self.tr("当行融資(百万円)"), lambda one: millions_words(one.loans_yen), lambda one: one.loans_yen,
                right=True, width=128,
            ),
        ]  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The columns that there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room, trade and reading give way to the name; both can be searched all the same."""
        header, left = self.table.horizontalHeader(), self.width() - 2 * XL - _NAME_WIDE
        for place in (_INDUSTRY, _READING):
            header.setSectionHidden(place, False)
        for place in (_INDUSTRY, _READING):
            others = (header.sectionSize(place) for place in range(1, header.count()))
            header.setSectionHidden(place, sum(others) > left)

    @Slot()
    def _into_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _open_current(self) -> None:
        if self.table.current is not None:
            self.opened.emit(self.table.current.key)


class _Field(QLineEdit):
    """A line that says when one goes down from it."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Down leaves for the list."""
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
            return
        super().keyPressEvent(event)
