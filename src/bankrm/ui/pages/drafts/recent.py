"""The latest drafts, for who comes here without a visit in hand."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from bankrm.application.ports.drafts import DraftSummary
from bankrm.ui.marking import QT_TRANSLATE_NOOP
from bankrm.ui.theme import TABLE_ROW, XL, L, M
from bankrm.ui.widgets.surfaces import EmptyState
from bankrm.ui.widgets.text import label
from bankrm.ui.words import day_words, engine_words, kind_words, state_words

Index = QModelIndex | QPersistentModelIndex
SORT = Qt.ItemDataRole.UserRole
_COLUMNS = (
    QT_TRANSLATE_NOOP("RecentDrafts", "訪問日"), QT_TRANSLATE_NOOP("RecentDrafts", "取引先"),
    QT_TRANSLATE_NOOP("RecentDrafts", "文書"), QT_TRANSLATE_NOOP("RecentDrafts", "状態"),
    QT_TRANSLATE_NOOP("RecentDrafts", "要確認"), QT_TRANSLATE_NOOP("RecentDrafts", "書き手"),
)  # fmt: skip
_QUESTIONED = 4


class RecentModel(QAbstractTableModel):
    """One draft a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[DraftSummary, ...] = ()

    def show(self, rows: tuple[DraftSummary, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        """So many drafts."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802
        """So many values of each."""
        return 0 if parent is not None and parent.isValid() else len(_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        """The names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("RecentDrafts", _COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, or the value to sort by."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole and column == _QUESTIONED:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(row)[column]
        if role == SORT:
            return (row.day.toordinal(), row.client_name, row.kind.value, row.state.value, row.questioned, row.engine)[
                column
            ]
        return None


class RecentDrafts(QWidget):
    """The list, or what to do where there is none."""

    draft_chosen = Signal(str)
    today_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = RecentModel(self)
        self.table = _Table()
        self.table.setModel(self._model)
        self.table.setAccessibleName(self.tr("最近の下書き"))
        self._head = label(self.tr("最近の下書き"), "title")
        self._empty = EmptyState(
            self.tr("下書きはまだありません"),
            self.tr("「今日」で訪問を選んで準備すると、ここに並びます。"),
            self.tr("今日を開く"),
            self.today_requested.emit,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(XL, L, XL, L)
        layout.setSpacing(M)
        for part in (self._head, self._empty):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        self.table.opened.connect(self._opened)

    def show_recent(self, rows: tuple[DraftSummary, ...]) -> None:
        """Show these, the first in focus."""
        self._model.show(rows)
        self._empty.setVisible(not rows)
        for part in (self._head, self.table):
            part.setVisible(bool(rows))
        if rows:
            self.table.setCurrentIndex(self._model.index(0, 0))
            self.table.resizeColumnsToContents()

    @Slot(int)
    def _opened(self, row: int) -> None:
        self.draft_chosen.emit(self._model.rows[row].id)


class _Table(QTableView):
    """Enter or a double click opens."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(TABLE_ROW)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.doubleClicked.connect(self._opened)

    @Slot(QModelIndex)
    def _opened(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


def _words(row: DraftSummary) -> tuple[str, ...]:
    questioned = str(row.questioned) if row.questioned else "–"
    return (
        day_words(row.day), row.client_name, kind_words(row.kind), state_words(row.state), questioned, engine_words(row.engine),
    )  # fmt: skip
