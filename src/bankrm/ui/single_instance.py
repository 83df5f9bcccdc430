"""One window a data folder. A second start wakes the first by touching a file that it watches: nothing listens for that."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal, Slot

_LOCK, _WAKE = "desktop.lock", "desktop.wake"


class SingleInstance(QObject):
    """Holds the folder for this window. `woken` says that somebody started the program again."""

    woken = Signal()

    def __init__(self, home: Path) -> None:
        super().__init__()
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = QLockFile(str(home / _LOCK))
        self._lock.setStaleLockTime(0)  # stale only where its process is gone
        self._wake = home / _WAKE
        self._watcher: QFileSystemWatcher | None = None

    def take(self) -> bool:
        """Whether this is the first; the other is woken where it is not."""
        if not self._lock.tryLock(0):
            self._wake.write_bytes(b"1")
            return False
        self._wake.write_bytes(b"")
        self._watcher = QFileSystemWatcher([str(self._wake)], self)
        self._watcher.fileChanged.connect(self._changed)
        return True

    def release(self) -> None:
        """Let go of the folder."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        self._wake.unlink(missing_ok=True)
        self._lock.unlock()

    @Slot(str)
    def _changed(self, _: str) -> None:
        if self._wake.exists() and self._wake.stat().st_size:
            self._wake.write_bytes(b"")
            self.woken.emit()
