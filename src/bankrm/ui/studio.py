"""The window without a person: brought to a place, waited for, and drawn. For --self-check, pictures in the documentation and benches."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from bankrm.bootstrap import Program
from bankrm.ui.appearance import Appearance, ThemeChoice
from bankrm.ui.layout_memory import LayoutMemory
from bankrm.ui.places import Place
from bankrm.ui.shell.desk import TOUR, Desk
from bankrm.ui.shell.opener import ProgramOpener
from bankrm.ui.shell.window import Window
from bankrm.ui.translations import Language, install

_WAIT_S, _BEHIND_S = 60.0, 600.0
_LOOK_MS = 2


class NotDrawn(Exception):
    """The window did not come to rest in time."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the window looks; its size is in logical pixels."""

    theme: ThemeChoice = ThemeChoice.LIGHT
    language: Language = Language.JAPANESE
    size: tuple[int, int] = (1366, 768)


@contextmanager
def studio(program: Program, look: Look | None = None) -> Iterator[Studio]:
    """The window on this program's store, opened by what is at hand. What breaks in it is raised at the next wait."""
    application = QApplication.instance() or QApplication(["bankrm"])
    assert isinstance(application, QApplication)
    made, excepthook = Studio(application, program, look or Look()), sys.excepthook
    sys.excepthook = lambda _kind, error, _trace: made.broken.append(error)
    try:
        made.open()
        yield made
    finally:
        made.close()
        sys.excepthook = excepthook


def is_drawn(picture: QImage) -> bool:
    """Whether anything can be seen: not one colour all over."""
    small = picture.scaled(64, 64)
    return len({small.pixel(x, y) for x in range(64) for y in range(64)}) > 1


class Studio:
    """One window, and the wait until it has nothing more to show."""

    def __init__(self, application: QApplication, program: Program, look: Look) -> None:
        self.broken: list[BaseException] = []
        self._application = application
        resources = program.resources.root
        self._translator = install(application, resources, look.language)
        appearance = Appearance(application, resources, look.theme)
        layout = LayoutMemory(program.home)
        layout.remember_word(TOUR, "over")
        self.window = Window(ProgramOpener(program), appearance, layout, self._note)
        self.window.watch(application)
        self.window.resize(*look.size)

    @property
    def desk(self) -> Desk:
        """What stands in the open window."""
        assert self.window.desk is not None
        return self.window.desk

    def open(self) -> None:
        """Show the window and wait until its first page has all it shows."""
        self.window.show()
        self.window.begin()
        self.wait(lambda: self.window.desk is not None)
        self.rest()

    def go(self, place: Place) -> None:
        """Go to a place and wait until it has all it shows."""
        self.desk.go(place)
        self.rest()

    def rest(self) -> None:
        """Wait until every answer has come, is laid out and is painted. Raises NotDrawn, and what broke meanwhile."""
        for _ in range(2):  # what the last answer brought is laid out and painted in another round
            self.wait(lambda: self.desk.jobs.is_quiet)
            self._application.sendPostedEvents()

    def rest_behind(self) -> None:
        """Wait until what begins by itself behind the desk is done too."""
        self.wait(lambda: self.desk.is_prepared, within_s=_BEHIND_S)
        self.rest()

    def picture(self) -> QImage:
        """The whole window as it is now."""
        return self.window.grab().toImage()

    def wait(self, ready: Callable[[], bool], within_s: float = _WAIT_S) -> None:
        """Let the window work until `ready`. Raises NotDrawn, and what broke meanwhile."""
        loop, timer, end = QEventLoop(), QTimer(), time.monotonic() + within_s
        seen = False

        def look() -> None:
            nonlocal seen
            seen = not self.broken and ready()
            if seen or self.broken or time.monotonic() > end:
                loop.quit()

        timer.timeout.connect(look)
        timer.start(_LOOK_MS)
        loop.exec()
        timer.stop()
        if self.broken:
            raise self.broken[0]
        if not seen:
            raise NotDrawn

    def close(self) -> None:
        """Close window and store; the application speaks its own language again."""
        self.window.close()
        self._application.focusWindowChanged.disconnect(self.window.watch_window)
        self.window.deleteLater()
        if self._translator is not None:
            self._application.removeTranslator(self._translator)

    def _note(self, error: BaseException) -> str:
        self.broken.append(error)
        return ""
