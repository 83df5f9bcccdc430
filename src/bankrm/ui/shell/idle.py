"""Sees that nobody is at the window any more, after so many minutes without a key or a movement of the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

AT_WORK = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.InputMethod,
        QEvent.Type.TouchBegin,
    }
)


class IdleWatch(QObject):
    """`idle` comes once; `again` waits for the same time anew."""

    idle = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)

    def start(self, minutes: int) -> None:
        """Watch from now on."""
        self.start_ms(minutes * 60_000)

    def start_ms(self, milliseconds: int) -> None:
        """Watch from now on."""
        self._timer.start(milliseconds)

    @property
    def left_ms(self) -> int:
        """Until `idle` comes, if nobody does anything."""
        return self._timer.remainingTime()

    def again(self) -> None:
        """Wait once more."""
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()

    def saw(self) -> None:
        """Somebody is at work: one of the events AT_WORK passed by."""
        if self._timer.isActive():
            self._timer.start()
