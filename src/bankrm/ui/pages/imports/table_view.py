"""A table as all tables of this page look: whole rows, no grid, rows 30 high."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from bankrm.ui.theme import TABLE_ROW

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Focus = QAbstractItemView.SelectionMode


class Table(QTableView):
    """`opened` is called with the row on Enter and double click; Tab leaves the table."""

    def __init__(self, model: QAbstractItemModel, name: str, opened: Callable[[int], None] | None = None) -> None:
        super().__init__()
        self._opened = opened
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(TABLE_ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(48)
        self.doubleClicked.connect(self._double_clicked)

    def widths(self, *pixels: int, stretch: int) -> None:
        """The columns' widths; one takes what is left."""
        header = self.horizontalHeader()
        for column, width in enumerate(pixels):
            header.resizeSection(column, width)
        header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)

    def chosen(self) -> int | None:
        """The row in focus."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def height_of(self, rows: int) -> int:
        """How high it is with so many rows."""
        return self.horizontalHeader().sizeHint().height() + rows * TABLE_ROW + 4

    def event(self, event: QEvent) -> bool:
        """Enter is the table's own, also where a page has a shortcut for it."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter opens the row in focus."""
        row = self.chosen()
        if event.key() in _ENTER and self._opened and row is not None:
            self._opened(row)
            return
        super().keyPressEvent(event)

    def _double_clicked(self) -> None:
        row = self.chosen()
        if self._opened and row is not None:
            self._opened(row)
