"""Widgets side by side, and in as many rows as the room asks for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Rows from the left, each item as large as it wishes to be, `space` pixels apart."""

    def __init__(self, *parts: QWidget, space: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setSpacing(space)
        for part in parts:
            self.addWidget(part)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """One more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """So many items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """The item of that number."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Let the item of that number go."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """It wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Less breadth, more rows."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Of all rows."""
        return self._placed(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Put the items there."""
        super().setGeometry(rect)
        self._placed(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All in one row."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        breadth = sum(hint.width() for hint in hints) + self.spacing() * max(len(hints) - 1, 0)
        return self._with_margins(QSize(breadth, max((hint.height() for hint in hints), default=0)))

    def minimumSize(self) -> QSize:  # noqa: N802
        """Room for the largest."""
        largest = QSize()
        for item in self._items:
            largest = largest.expandedTo(item.minimumSize())
        return self._with_margins(largest)

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _placed(self, rect: QRect, *, move: bool) -> int:
        """The height that the rows take; `move` puts the items there."""
        room = rect.marginsRemoved(self.contentsMargins())
        place, row = room.topLeft(), 0
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            size = item.sizeHint()
            if row and place.x() + size.width() > room.right() + 1:
                place, row = QPoint(room.left(), place.y() + row + self.spacing()), 0
            if move:
                item.setGeometry(QRect(place, size.boundedTo(QSize(room.width(), size.height()))))
            place, row = place + QPoint(size.width() + self.spacing(), 0), max(row, size.height())
        return place.y() + row - rect.top() + self.contentsMargins().bottom()
