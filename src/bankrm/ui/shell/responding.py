"""The interpreter set so that the window answers while threads work behind it (measured by bench/desktop).

Threads take turns. By Python's own setting one that computes gives its turn away after 5 ms, and a search that reads the store a hundred
times waits a hundred times: 0.45 s beside the reading of promises, 0.2 s with turns of 1 ms. And with a branch's words in memory a
full garbage collection stops every thread for a third of a second: they are put off until nobody is at the window. Hardly anything here
lives in circles, so little piles up.
"""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, Slot

from bankrm.ui.shell.idle import IdleWatch

_TURN_S = 0.001
_SMALL_ONES = (5_000, 10)  # objects for the youngest generation, turns for the middle one; some milliseconds each
_NEVER = 1_000_000
_NOBODY_WAITS_MS = 120_000


class Responding(QObject):
    """From `start` to `stop`; everything is collected after two minutes without a key or the mouse."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._collected, self._turn_s = gc.get_threshold(), sys.getswitchinterval()
        self._watch = IdleWatch(self)
        self._watch.idle.connect(self.collect)

    def start(self) -> None:
        """Short turns, and no full collection, from now on."""
        sys.setswitchinterval(_TURN_S)
        gc.set_threshold(*_SMALL_ONES, _NEVER)
        gc.enable()
        self._watch.start_ms(_NOBODY_WAITS_MS)

    def saw(self) -> None:
        """Somebody is at work."""
        self._watch.saw()

    @Slot()
    def collect(self) -> None:
        """Collect everything now."""
        gc.collect()
        self._watch.again()

    def stop(self) -> None:
        """As Python has it by itself."""
        self._watch.stop()
        gc.set_threshold(*self._collected)
        sys.setswitchinterval(self._turn_s)
