"""Buttons with the roles that the style sheet knows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Button(QPushButton):
    """A button that Enter presses as Space does, wherever it stands."""

    def event(self, event: QEvent) -> bool:
        """Enter is the focused button's own, also where a page has a shortcut for it."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_enter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses, once however long it is held."""
        if not _is_enter(event):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


def button(text: str, role: str = "", *, icon: QIcon | None = None, name: str = "") -> QPushButton:
    """A button. `role`: primary (one a page), quiet, link, danger, or none; `name` is its accessible name where its text does not tell."""
    made = Button(text)
    made.setAutoDefault(role == "primary")
    if role:
        made.setProperty("role", role)
    if icon:
        made.setIcon(icon)
    if name:
        made.setAccessibleName(name)
    return made


def _is_enter(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and held == Qt.KeyboardModifier.NoModifier
