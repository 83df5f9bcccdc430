"""Panels that lie over the window and close with Esc; the focus goes back to where it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget
from shiboken6 import isValid

from bankrm.ui.theme import XL, XXL


class Overlay(QFrame):
    """A panel in the middle of its parent, `wide` at most; it follows the parent's size."""

    def __init__(self, parent: QWidget, name: str, wide: int) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._under = parent
        self._wide = wide
        self._before: QWidget | None = None
        parent.installEventFilter(self)
        self.hide()

    def open_over(self) -> None:
        """Show it above everything."""
        if not self.isVisible():
            self._before = self.window().focusWidget()
        self._place()
        self.show()
        self.raise_()

    def close_over(self) -> None:
        """Hide it and give the focus back."""
        if self.isVisible():
            self.hide()
            before, self._before = self._before, None
            if before is not None and isValid(before) and before.isVisible():
                before.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self._under.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        width = min(self._wide, self._under.width() - 2 * XL)
        height = min(self.sizeHint().height(), self._under.height() - 2 * XXL)
        self.setGeometry((self._under.width() - width) // 2, XXL, width, height)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Tab goes round within the panel."""
        inside = [
            one
            for one in self.findChildren(QWidget)
            if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if inside:
            focused = self.focusWidget()
            at = inside.index(focused) if focused in inside else -1
            inside[(at + (1 if forward else -1)) % len(inside)].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(inside)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc closes what was opened last."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_over()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the parent's size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
