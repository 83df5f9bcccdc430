"""Buttons with the roles that the style sheet knows."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton


def button(text: str, role: str = "", *, icon: QIcon | None = None, name: str = "") -> QPushButton:
    """A button. `role`: primary (one a page), quiet, link, danger, or none; `name` is its accessible name where its text does not tell."""
    made = QPushButton(text)
    made.setAutoDefault(role == "primary")
    if role:
        made.setProperty("role", role)
    if icon:
        made.setIcon(icon)
    if name:
        made.setAccessibleName(name)
    return made
