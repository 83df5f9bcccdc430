"""What there is, what further files would add, and what was imported before."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from bankrm.application.queries.imports import DataState, ImportRow
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.imports import words
from bankrm.ui.pages.imports.tables import history_columns
from bankrm.ui.theme import L, M, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import column, row, surface
from bankrm.ui.widgets.tables import RowsTable
from bankrm.ui.widgets.text import label

_FEWEST_ROWS = 4


class Overview(QWidget):
    """Counts and wishes above, the history below."""

    more_requested = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.table: RowsTable[ImportRow] = RowsTable(
            self.tr("取込の履歴"), history_columns(), appearance, key=lambda one: one.seq, sortable=False
        )
        self.table.setMinimumHeight(self.table.height_of(_FEWEST_ROWS))
        self._nothing = label(self.tr("取り込んだファイルはまだありません。"), "dim")
        self._more = button(self.tr("さらに前を見る"), "quiet")
        self._more.clicked.connect(self.more_requested)
        self._state = surface("card")
        self._filled = QGridLayout(self._state)
        self._filled.setContentsMargins(L, M, L, M)
        self._filled.setHorizontalSpacing(L)
        self._filled.setVerticalSpacing(S)
        head = row(label(self.tr("取込の履歴"), "heading"), self._more, space=S)
        head.setStretch(0, 1)
        layout = column(self._state, space=M)
        layout.addLayout(head)
        layout.addWidget(self._nothing)
        layout.addWidget(self.table, 1)
        layout.addStretch(0)
        self.setLayout(layout)

    def show_state(self, state: DataState) -> None:
        """Counts of what there is; then what is missing, first what makes the product useful."""
        while (item := self._filled.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        held = [(kind, count) for kind, count in state.holdings.counts.items() if count]
        if held:
            self._add_line(self.tr("取込済み"), self._held_words(held))
        for title, kinds in ((self.tr("まず要るもの"), state.missing), (self.tr("足すと増えること"), state.further)):
            for place, kind in enumerate(kinds):
                told = self.tr("{kind}: {adds}").format(kind=words.kind_words(kind), adds=words.told(words.ADDS[kind]))
                self._add_line(title if place == 0 else "", told)
        self._state.setVisible(self._filled.count() > 0)

    def show_history(self, rows: tuple[ImportRow, ...], *, more: bool) -> None:
        """As `ImportView.show_history`."""
        self.table.rows_model.show_rows(rows)
        self._more.setVisible(more)
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)

    def _held_words(self, held: list[tuple[str, int]]) -> str:
        counts = [
            self.tr("{kind} {count}").format(kind=words.kind_words(kind), count=f"{count:,}") for kind, count in held
        ]
        return self.tr(" ・ ").join(counts)

    def _add_line(self, title: str, told: str) -> None:
        line = self._filled.rowCount()
        self._filled.addWidget(label(title, "caption"), line, 0, Qt.AlignmentFlag.AlignTop)
        self._filled.addWidget(label(told, wrap=True), line, 1)
        self._filled.setColumnStretch(1, 1)
