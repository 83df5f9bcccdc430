"""What is loaded when the first page has all it shows, so that no other page waits for its modules when it is first wanted."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from bankrm.ui.jobs import Jobs, not_told
from bankrm.ui.pages import PAGES

_LOOK_MS = 20
_FINDER = ("bankrm.ui.shell.finder", "bankrm.ui.shell.finder_panel")


class Behind(QObject):
    """First what presenters need, on a thread, which takes turns with the window; then the rest on the window's own, for classes of Qt
    are not made on another: one module at a time. `done` says that all is loaded."""

    done = Signal()

    def __init__(self, parent: QObject, jobs: Jobs) -> None:
        super().__init__(parent)
        self._jobs, self._on_thread = jobs, False
        self._is_quiet: Callable[[], bool] = lambda: False
        names = [*_FINDER, *(name for page in PAGES for name in page.modules())]
        self._without_qt = [name for name in names if name.endswith(("presenter", ".finder"))]
        self._others = [name for name in names if name not in self._without_qt]
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def start(self, is_quiet: Callable[[], bool]) -> None:
        """Load on whenever the window `is_quiet`."""
        self._is_quiet = is_quiet
        self._timer.start()

    def stop(self) -> None:
        """Load no more for now."""
        self._timer.stop()

    @Slot()
    def _look(self) -> None:
        if self._on_thread or not self._is_quiet():
            return
        self._others = [name for name in self._others if name not in sys.modules]
        if self._without_qt:
            self._on_thread = True
            self._jobs.start(lambda _token, _report: self._load_without_qt(), not_told, ended=self._came_back)
        elif self._others:
            import_module(self._others[0])
        else:
            self._timer.stop()
            self.done.emit()

    def _load_without_qt(self) -> None:
        for name in self._without_qt:
            import_module(name)

    def _came_back(self) -> None:
        self._on_thread, self._without_qt = False, []
