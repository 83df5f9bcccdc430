"""Where work on a part of the window begins."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class BeginsAt(QWidget):
    """Gives the focus on to its first field. (A focus proxy would do so too, and would cut the way of the Tab key short.)"""

    def __init__(self) -> None:
        super().__init__()
        self._first: QWidget | None = None

    def begin_at(self, first: QWidget) -> None:
        """Whoever gives this part the focus means that field."""
        self._first = first

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Give it on."""
        super().focusInEvent(event)
        if self._first is not None:
            self._first.setFocus(event.reason())
