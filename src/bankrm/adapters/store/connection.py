"""SQLCipher connections: the raw key, the settings, and the one place where the driver's errors become ours.

SQLCipher tells a wrong key and a damaged file by the same words: StoreUnreadable says both.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import NullPool, Pool, QueuePool
from sqlcipher3 import dbapi2 as sqlcipher

from bankrm.adapters.store.home import new_file, sync_folder, translated
from bankrm.application.ports.store import (
    RecordUnstorable,
    StoreBusy,
    StoreDiskFull,
    StoreError,
    StoreUnreadable,
    StoreUnwritable,
)

BUSY_AFTER_S = 5.0
IMMEDIATE = {"begin": "IMMEDIATE"}  # execution options of a transaction that writes

_SETTINGS = (
    "foreign_keys = ON",
    "journal_mode = WAL",
    "synchronous = FULL",
    "temp_store = MEMORY",
    "cipher_memory_security = ON",
)
_MEANING: dict[int, type[StoreError]] = {
    sqlcipher.SQLITE_BUSY: StoreBusy,
    sqlcipher.SQLITE_LOCKED: StoreBusy,
    sqlcipher.SQLITE_FULL: StoreDiskFull,
    sqlcipher.SQLITE_NOTADB: StoreUnreadable,
    sqlcipher.SQLITE_CORRUPT: StoreUnreadable,
    sqlcipher.SQLITE_IOERR: StoreUnwritable,
    sqlcipher.SQLITE_CANTOPEN: StoreUnwritable,
    sqlcipher.SQLITE_READONLY: StoreUnwritable,
    sqlcipher.SQLITE_PERM: StoreUnwritable,
}


@dataclass(frozen=True, slots=True)
class StoreFile:
    """A store's file and its 32-byte data key; an empty file is refused unless it is `fresh`: SQLite takes it for a new store."""

    path: Path
    key: bytes = field(repr=False)
    fresh: bool = False

    def parts(self) -> tuple[Path, ...]:
        """The file, its write-ahead log and its shared memory; the last two stand only while it is open."""
        return (self.path, *(self.path.with_name(self.path.name + end) for end in ("-wal", "-shm")))

    def connect(self) -> sqlcipher.Connection:
        """A driver connection to the existing file. Raises StoreUnreadable, StoreBusy or StoreUnwritable."""
        if not self.fresh and self.path.exists() and self.path.stat().st_size == 0:
            raise StoreUnreadable(path=str(self.path))
        try:
            connection = sqlcipher.connect(
                f"{self.path.absolute().as_uri()}?mode=rw",
                timeout=BUSY_AFTER_S,
                isolation_level=None,
                check_same_thread=False,
                uri=True,
            )
        except sqlcipher.Error as error:
            raise meaning_of(error, self.path) from error
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{self.key.hex()}'\"")
            connection.execute("SELECT count(*) FROM sqlite_master")  # the first read proves the key
            for setting in _SETTINGS:
                connection.execute(f"PRAGMA {setting}")
        except sqlcipher.Error as error:
            connection.close()
            raise meaning_of(error, self.path) from error
        return connection

    def make(self, fill: Callable[[Connection], None]) -> None:
        """Create the file under another name, fill it in one transaction, and give it its name when it is complete."""
        new = StoreFile(self.path.with_name(self.path.name + ".new"), self.key, fresh=True)
        for part in new.parts():
            part.unlink(missing_ok=True)
        with translated(new.path), new_file(new.path):
            pass
        engine = store_engine(new, poolclass=NullPool)
        with engine.connect().execution_options(**IMMEDIATE) as connection, connection.begin():
            fill(connection)
        engine.dispose()
        new.settle()
        with translated(self.path):
            new.path.replace(self.path)
            sync_folder(self.path.parent)

    def settle(self) -> None:
        """Bring the write-ahead log into the file, so that the file alone is the store. Raises StoreBusy."""
        connection = self.connect()
        try:
            busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()[0][0]
        except sqlcipher.Error as error:
            raise meaning_of(error, self.path) from error
        finally:
            connection.close()
        if busy:
            raise StoreBusy(path=str(self.path))

    def check(self) -> bool:
        """Whether every page is authentic and every structure sound; reads the whole file."""
        try:
            connection = self.connect()
        except StoreUnreadable:
            return False
        try:
            damaged = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
        except sqlcipher.Error:
            return False
        finally:
            connection.close()
        return sound and not damaged and not orphans


def store_engine(
    file: StoreFile, poolclass: type[Pool] = QueuePool, connect: Callable[[], sqlcipher.Connection] | None = None
) -> Engine:
    """An engine on the file; transactions begin deferred, or IMMEDIATE where the connection's options say so.

    `connect` opens a connection in place of the file itself, which the engine would hold with its key.
    """
    path, creator = file.path, connect or file.connect
    engine = create_engine("sqlite://", module=sqlcipher, creator=creator, poolclass=poolclass, hide_parameters=True)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('begin', 'DEFERRED')}")

    @event.listens_for(engine, "handle_error")
    def _translate(context: ExceptionContext) -> None:
        error: Any = context.original_exception
        if isinstance(error, sqlcipher.Error):
            ours = meaning_of(error, path)
            if ours is not error:
                raise ours from error
        if isinstance(error, (OverflowError, UnicodeEncodeError)):
            raise RecordUnstorable(reason=type(error).__name__) from error

    return engine


def meaning_of(error: sqlcipher.Error, path: Path) -> Exception:
    """What a driver's error means to the user; the error itself where it is a bug of ours."""
    kind = _MEANING.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    return kind(path=str(path)) if kind else error
