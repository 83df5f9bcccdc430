"""The latest drafts, for who comes here without a visit in hand."""

from __future__ import annotations

from PySide6.QtCore import Signal

from bankrm.application.ports.drafts import DraftSummary
from bankrm.ui.appearance import Appearance
from bankrm.ui.theme import XL, M
from bankrm.ui.widgets.beginning import BeginsAt
from bankrm.ui.widgets.surfaces import EmptyState, column
from bankrm.ui.widgets.tables import Column, RowsTable
from bankrm.ui.widgets.text import label
from bankrm.ui.words import day_words, engine_words, kind_words, state_words


class RecentDrafts(BeginsAt):
    """The list, or what to do where there is none."""

    draft_chosen = Signal(str)
    today_requested = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.table: RowsTable[DraftSummary] = RowsTable(
            self.tr("最近の下書き"), self._columns(), appearance, key=lambda one: one.id
        )
        self.table.opened.connect(lambda one: self.draft_chosen.emit(one.id))
        self._head = label(self.tr("最近の下書き"), "title")
        self._empty = EmptyState(
            self.tr("下書きはまだありません"),
            self.tr("「今日」で訪問を選んで準備すると、ここに並びます。"),
            self.tr("今日を開く"),
            self.today_requested.emit,
        )
        layout = column(self._head, self._empty, margin=XL, space=M)
        layout.addWidget(self.table, 1)
        self.setLayout(layout)
        self.begin_at(self.table)

    def show_recent(self, rows: tuple[DraftSummary, ...]) -> None:
        """Show these."""
        self.table.show_rows(rows)
        self._empty.setVisible(not rows)
        for part in (self._head, self.table):
            part.setVisible(bool(rows))

    def _columns(self) -> list[Column[DraftSummary]]:
        return [
            Column(self.tr("訪問日"), lambda one: day_words(one.day), lambda one: one.day, width=116),
            Column(self.tr("取引先"), lambda one: one.client_name, wide=True),
            Column(self.tr("文書"), lambda one: kind_words(one.kind), lambda one: one.kind.value, width=116),
            Column(
                self.tr("状態"), lambda one: state_words(one.state), lambda one: one.state.value, width=140,
            ),
            Column(
                self.tr("要確認"), lambda one: str(one.questioned), lambda one: one.questioned, right=True, width=76,
                tone=lambda one: "warn" if one.questioned else "dim",
            ),
            Column(self.tr("書き手"), lambda one: engine_words(one.engine), width=168),
        ]  # fmt: skip
