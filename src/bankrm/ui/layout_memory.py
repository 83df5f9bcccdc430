"""Remembers how the window was laid out: sizes, the theme and the language; never a client's text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QHeaderView, QMainWindow, QSplitter

_FILE = "desktop.ini"


class LayoutMemory:
    """One small file in the data folder."""

    def __init__(self, home: Path) -> None:
        self._settings = QSettings(str(home / _FILE), QSettings.Format.IniFormat)

    def word(self, name: str, default: str) -> str:
        """A word that was remembered."""
        return str(self._settings.value(name, default))

    def remember_word(self, name: str, value: str) -> None:
        """Remember a word: a choice of the person."""
        self._settings.setValue(name, value)

    def restore_window(self, window: QMainWindow) -> bool:
        """Put the window where it was; False where nothing is known."""
        return window.restoreGeometry(self._bytes("window"))

    def remember_window(self, window: QMainWindow) -> None:
        """Keep the window's place and size."""
        self._settings.setValue("window", window.saveGeometry())

    def follow(self, name: str, part: QSplitter | QHeaderView) -> None:
        """Give a splitter or table header the sizes that it had, and keep those that the person gives it from now on."""
        part.restoreState(self._bytes(name))
        moved = part.splitterMoved if isinstance(part, QSplitter) else part.sectionResized
        moved.connect(lambda *_: self._settings.setValue(name, part.saveState()))

    def _bytes(self, name: str) -> QByteArray:
        value = self._settings.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()
