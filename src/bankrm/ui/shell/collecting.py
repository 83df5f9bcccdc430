"""Python's full garbage collections, put off until nobody waits.

With a branch's words in memory one of them stops every thread, the window's too, for a third of a second (measured, bench/desktop);
the small ones that go on take some milliseconds. Hardly anything here lives in circles, so little piles up.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QEvent, QObject, Slot

from bankrm.ui.shell.idle import IdleWatch

_SMALL_ONES = (5_000, 10)  # objects for the youngest, turns for the middle generation
_NEVER = 1_000_000
_NOBODY_WAITS_MS = 120_000


class Collecting(QObject):
    """While it is at work, everything is collected only after two minutes without a key or the mouse."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before = gc.get_threshold()
        self._watch = IdleWatch(self)
        self._watch.idle.connect(self.collect)

    def start(self) -> None:
        """Put full collections off from now on."""
        gc.set_threshold(*_SMALL_ONES, _NEVER)
        self._watch.start_ms(_NOBODY_WAITS_MS)

    def saw(self, event: QEvent.Type) -> None:
        """An event passed by."""
        self._watch.saw(event)

    @Slot()
    def collect(self) -> None:
        """Collect everything now."""
        gc.collect()
        self._watch.again()

    def stop(self) -> None:
        """As Python does it by itself."""
        self._watch.stop()
        gc.set_threshold(*self._before)
