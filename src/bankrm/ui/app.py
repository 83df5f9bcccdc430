"""The desktop application: from the start of the process to the end of the window."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTranslator, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from bankrm.bootstrap import Program
from bankrm.bugs import note_bug
from bankrm.ui.appearance import Appearance, ThemeChoice
from bankrm.ui.layout_memory import LayoutMemory
from bankrm.ui.shell.opener import ProgramOpener
from bankrm.ui.shell.window import Window
from bankrm.ui.single_instance import SingleInstance
from bankrm.ui.translations import Language, install

THEME, LANGUAGE = "theme", "language"


def has_screen() -> bool:
    """Whether a window can be shown here; Qt would end the process where it cannot."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def run(home: Path, today: date | None) -> int:
    """Open the window on a data folder, and return the exit code when it was closed. A second start wakes the first, and returns."""
    desktop = Desktop(QApplication.instance() or QApplication(sys.argv[:1]), home, today)
    return desktop.run()


class Desktop:
    """Keeps alive what the window needs as long as it stands."""

    def __init__(self, application: object, home: Path, today: date | None) -> None:
        assert isinstance(application, QApplication)
        self.application, self._home = application, home
        application.setApplicationName("BankRM")
        application.setApplicationDisplayName("BankRM")
        self._instance = SingleInstance(home)
        self._program = Program.of(home, today)
        self._translator: QTranslator | None = None
        self.window: Window | None = None

    def run(self) -> int:
        """Until the window is closed."""
        if not self._instance.take():
            return 0
        try:
            self.open()
            return self.application.exec()
        finally:
            self._instance.release()

    def open(self) -> Window:
        """Make the window and begin to open the store."""
        resources = self._program.resources.root
        layout = LayoutMemory(self._home)
        self._translator = install(self.application, resources, Language(layout.word(LANGUAGE, Language.JAPANESE)))
        appearance = Appearance(self.application, resources, ThemeChoice(layout.word(THEME, ThemeChoice.SYSTEM)))
        self.application.setWindowIcon(QIcon(str(resources / "ui" / "bankrm.svg")))
        window = Window(ProgramOpener(self._program), appearance, layout, lambda error: note_bug(error, self._home)[0])
        window.watch(self.application)
        self._catch = _Uncaught(window.tell_bug)
        self._instance.woken.connect(window.come_forward)
        self.window = window
        window.show()
        window.begin()
        return window


class _Uncaught(QObject):
    """What escapes a slot or a thread is a bug: it goes to the log by its number, and the window stays."""

    _seen = Signal(object)

    def __init__(self, tell: Callable[[BaseException], None]) -> None:
        super().__init__()
        self._seen.connect(tell)
        sys.excepthook = self._hook
        threading.excepthook = lambda args: self._seen.emit(args.exc_value)

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self._seen.emit(error)
