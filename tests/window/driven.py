"""The program's window in a process of its own, as `bankrm` opens it, telling a test on its standard streams how it stands.

`python -m tests.window.driven HOME`. A line of standard input is a question in JSON, a line of standard output its answer. Questions
only look; keys and the mouse come from outside, through the X server. What a file manager would bring (dropped files) comes by `drop`.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QListView, QWidget

from bankrm.ui.app import Desktop
from bankrm.ui.pages import PAGES
from bankrm.ui.places import ImportPlace

TODAY = date(2026, 11, 24)


class Telling(QObject):
    """Answers on the window's thread."""

    _asked = Signal(str)

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop
        self._asked.connect(self._answer)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self._asked.emit(line)

    @Slot(str)
    def _answer(self, line: str) -> None:
        asked = json.loads(line)
        answers: dict[str, Callable[..., Any]] = {
            "state": self._state, "texts": self._texts, "listed": self._listed, "where": self._where, "drop": self._drop, "prepare": self._prepare,
            "close": self._close, "minimise": self._minimise,
        }  # fmt: skip
        print(json.dumps(answers[asked.pop("ask")](**asked), ensure_ascii=False), flush=True)

    @property
    def _window(self) -> QWidget | None:
        return self._desktop.window

    def _state(self) -> dict[str, Any]:
        window = self._desktop.window
        if window is None:
            return {"open": False, "quiet": False}
        screen, desk = window.screen().availableGeometry(), window.desk
        focus = QApplication.focusWidget()
        return {
            "open": desk is not None,
            "quiet": desk is not None and desk.jobs.is_quiet,
            "place": type(desk.place).__name__ if desk is not None else "",
            "step": desk.services.preparing.state.step if desk is not None else None,
            "active": window.isActiveWindow(),
            "minimised": window.isMinimized(),
            "focus": type(focus).__name__ if focus else "",
            "named": _named(focus),
            "inside": screen.contains(window.geometry()),
            "smallest": [window.minimumSizeHint().width(), window.minimumSizeHint().height()],
            "ratio": window.devicePixelRatio(),
            "pages": [page.place.__name__ for page in PAGES],
        }

    def _texts(self) -> list[str]:
        """What can be read in the window."""
        assert self._window is not None
        shown = [one.text() for one in self._window.findChildren(QLabel) if one.isVisible()]
        return [*shown, *(one.text() for one in self._window.findChildren(QAbstractButton) if one.isVisible())]

    def _listed(self, name: str) -> list[str]:
        """The rows of the list with this accessible name."""
        assert self._window is not None
        (model,) = [one.model() for one in self._window.findChildren(QListView) if one.accessibleName() == name]
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def _where(self, text: str) -> list[int] | None:
        """The middle of a button or field by its text or accessible name, in pixels of the screen."""
        assert self._window is not None
        ones: list[QAbstractButton | QLineEdit] = [*self._window.findChildren(QAbstractButton)]
        for one in (*ones, *self._window.findChildren(QLineEdit)):
            if one.isVisible() and one.isEnabled() and text in (_plain(one.text()), one.accessibleName()):
                middle = one.mapToGlobal(one.rect().center())
                ratio = QGuiApplication.primaryScreen().devicePixelRatio()
                return [round(middle.x() * ratio), round(middle.y() * ratio)]
        return None

    def _drop(self, path: str) -> None:
        window = self._desktop.window
        assert window is not None
        assert window.desk is not None
        window.desk.go(ImportPlace((Path(path),)))

    def _prepare(self) -> None:
        window = self._desktop.window
        assert window is not None
        assert window.desk is not None
        window.desk.services.preparing.prepare_all()

    def _minimise(self) -> None:
        assert self._window is not None
        self._window.showMinimized()

    def _close(self) -> None:
        assert self._window is not None
        QTimer.singleShot(0, self._window.close)


def _named(one: QWidget | None) -> str:
    """What a screen reader says of the widget that has the keyboard."""
    if one is None:
        return ""
    return one.accessibleName() or (_plain(one.text()) if isinstance(one, QAbstractButton) else "")


def _plain(text: str) -> str:
    """A button's text without the mark of its mnemonic."""
    return text.replace("&", "")


def main(home: Path) -> int:
    """The exit code of the program."""
    desktop = Desktop(QApplication(sys.argv[:1]), home, TODAY)
    _telling = Telling(desktop)
    return desktop.run()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
