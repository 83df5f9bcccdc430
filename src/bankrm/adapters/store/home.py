"""The data folder: where the store's files lie, and the lock that keeps two processes from creating or replacing them at once.

HOME/store.db   the encrypted store (with -wal and -shm while it is open)
HOME/store.keys the wraps of its key (the vault's file; store.keys.previous is the one before)
HOME/store.lock empty; locked shared while a store is open, alone while it is created, upgraded or restored
HOME/store.upgrade, HOME/store.db.before-upgrade  only while an upgrade runs
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from bankrm.application.ports.store import StoreBusy, StoreDiskFull, StoreUnwritable

PATIENCE_S = 5.0
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}


@dataclass(frozen=True, slots=True)
class Home:
    """The data folder and its files."""

    folder: Path

    @property
    def store(self) -> Path:
        """The encrypted store."""
        return self.folder / "store.db"

    @property
    def keys(self) -> Path:
        """The keys file."""
        return self.folder / "store.keys"

    @property
    def lock(self) -> Path:
        """The file that is locked; it holds nothing."""
        return self.folder / "store.lock"

    @property
    def mark(self) -> Path:
        """Stands while an upgrade runs."""
        return self.folder / "store.upgrade"

    @property
    def before_upgrade(self) -> Path:
        """The store as it was before the upgrade that runs."""
        return self.folder / "store.db.before-upgrade"

    def files(self) -> tuple[Path, ...]:
        """Every file of a store that stands here, an interrupted upgrade's included; not the lock."""
        names = ("store.db", "store.db-wal", "store.db-shm", "store.keys", "store.keys.previous")
        paths = (*(self.folder / name for name in names), self.mark, self.before_upgrade)
        return tuple(path for path in paths if path.exists())

    def make(self) -> None:
        """Create the folder, open to its owner alone."""
        with translated(self.folder):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what the file system says into StoreDiskFull or StoreUnwritable."""
    try:
        yield
    except OSError as error:
        kind = StoreDiskFull if error.errno in _NO_ROOM else StoreUnwritable
        raise kind(path=str(path)) from error


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A file that only its owner may read, on disk when the block ends. Raises FileExistsError."""
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def copy_durably(source: Path, target: Path) -> None:
    """A byte copy that has its name only when it is complete and on disk. Raises StoreDiskFull; then nothing is left of it."""
    part = target.with_name(target.name + ".part")
    try:
        with translated(target):
            part.unlink(missing_ok=True)
            with source.open("rb") as original, new_file(part) as copy:
                shutil.copyfileobj(original, copy, 1 << 20)
            part.replace(target)
            sync_folder(target.parent)
    finally:
        part.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make a renaming durable (nothing to do where folders cannot be opened, as on Windows)."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


class HomeLock:
    """A lock on the home, held until `release` or until the process ends, however it ends."""

    def __init__(self, home: Home, *, alone: bool, give_up: Callable[[], bool] = lambda: False) -> None:
        """Raises StoreBusy where somebody else holds it longer than PATIENCE_S, or once `give_up` says that waiting is vain."""
        with translated(home.lock):
            self._descriptor: int | None = os.open(
                home.lock, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600
            )
        deadline = time.monotonic() + PATIENCE_S
        while not _try_lock(self._descriptor, alone):
            if give_up() or time.monotonic() > deadline:
                self.release()
                raise StoreBusy(path=str(home.store))
            time.sleep(0.02)

    def release(self) -> None:
        """Let go; harmless when done already."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


@contextmanager
def alone_in(home: Home, *, give_up: Callable[[], bool] = lambda: False) -> Iterator[None]:
    """While nobody else has the store open. Raises StoreBusy as HomeLock does."""
    lock = HomeLock(home, alone=True, give_up=give_up)
    try:
        yield
    finally:
        lock.release()


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int, alone: bool) -> bool:
        """Windows has no shared lock here, and needs none: a file that is open cannot be replaced."""
        if not alone:
            return True
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_lock(descriptor: int, alone: bool) -> bool:
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
