"""The interpreter set so that the window answers while threads work behind it (measured by bench/desktop).

Threads take turns. By Python's own setting one that computes gives its turn away after 5 ms, and a search that reads the store a hundred
times waits a hundred times: 0.45 s beside the reading of promises, 0.2 s with turns of 1 ms. And with a branch's words in memory a
full garbage collection stops every thread for a third of a second: they are put off until nobody is at the window. Hardly anything here
lives in circles, so little piles up.

Python collects on whichever thread makes the next object. A widget that lives in a circle would end on a worker's thread, which Qt does
not survive: so only the window's thread collects.
"""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, QTimer, Slot

from bankrm.ui.shell.idle import IdleWatch

_TURN_S = 0.001
_MANY = 5_000  # objects made since the last sweep
_SWEEP_MS = 50  # rarer sweeps find more at once, and the window stands still for it
_YOUNG = 1  # the generations of what was made lately
_NOBODY_WAITS_MS = 120_000


class Responding(QObject):
    """From `start` to `stop`; everything is collected after `nobody_waits_ms` milliseconds without a key or the mouse."""

    def __init__(self, parent: QObject, *, nobody_waits_ms: int = _NOBODY_WAITS_MS) -> None:
        super().__init__(parent)
        self._nobody_waits_ms = nobody_waits_ms
        self._collected, self._turn_s = gc.isenabled(), sys.getswitchinterval()
        self._sweeper = QTimer(self)
        self._sweeper.setInterval(_SWEEP_MS)
        self._sweeper.timeout.connect(self.sweep)
        self._watch = IdleWatch(self)
        self._watch.idle.connect(self.collect)

    def start(self) -> None:
        """Short turns, and no collection but ours, from now on."""
        sys.setswitchinterval(_TURN_S)
        gc.disable()
        self._sweeper.start()
        self._watch.start_ms(self._nobody_waits_ms)

    def saw(self) -> None:
        """Somebody is at work."""
        self._watch.saw()

    @Slot()
    def sweep(self) -> None:
        """Collect what was made lately, where it is much."""
        if gc.get_count()[0] > _MANY:
            gc.collect(_YOUNG)

    @Slot()
    def collect(self) -> None:
        """Collect everything now."""
        gc.collect()
        self._watch.again()

    def stop(self) -> None:
        """As Python has it by itself."""
        self._watch.stop()
        self._sweeper.stop()
        if self._collected:
            gc.enable()
        sys.setswitchinterval(self._turn_s)
