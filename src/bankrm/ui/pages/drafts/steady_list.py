"""A list that does not move under the reader: whatever changes above, the first row in view keeps its place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from bankrm.ui.pages.drafts.statement_model import StatementModel


class SteadyList(QListView):
    """Scrolls by pixels, and by itself only where it is told to."""

    def __init__(self, rows: StatementModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        rows.setParent(self)
        self.setModel(rows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAutoScroll(False)

    @contextmanager
    def staying(self) -> Iterator[None]:
        """What is done meanwhile moves nothing that is read."""
        anchor = self._first_in_view()
        yield
        self.executeDelayedItemsLayout()
        place = self._rows.row_of(anchor[0]) if anchor else -1
        if anchor and place >= 0:
            moved = self.visualRect(self._rows.index(place)).top() - anchor[1]
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)

    def _first_in_view(self) -> tuple[str, int] | None:
        for place, row in enumerate(self._rows.rows):
            rect = self.visualRect(self._rows.index(place))
            if rect.bottom() >= 0:
                return row.key, rect.top()
        return None
