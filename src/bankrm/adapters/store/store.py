"""The encrypted store as bootstrap sees it: create, open, back up, restore, tell about, and open units of work."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from bankrm.adapters.store.audit import Signature
from bankrm.adapters.store.backup import restore_backup, write_backup
from bankrm.adapters.store.connection import StoreFile, store_engine
from bankrm.adapters.store.counts import count_records
from bankrm.adapters.store.home import Home, HomeLock, alone_in
from bankrm.adapters.store.schema import PACKAGED, Schema
from bankrm.adapters.store.unit_of_work import SqlCipherUnitOfWork
from bankrm.adapters.store.upgrade import bring_up_to_date
from bankrm.application.ports.store import StoreBusy, StoreExists, StoreInfo, StoreMissing
from bankrm.application.ports.vault import KeysMissing, Vault
from bankrm.domain.audit import Act, AuditEvent
from bankrm.language.glossary import NO_GLOSSARY, Glossary

Clock = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now(UTC)


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name for this user id
        return "unknown"


@contextmanager
def _first_in(home: Home) -> Iterator[None]:
    """While nobody else may create here. Raises StoreExists, also where another process was faster and has it open by now."""
    try:
        with alone_in(home, give_up=home.store.exists):
            if home.store.exists():
                raise StoreExists(path=str(home.store))
            yield
    except StoreBusy as error:
        if home.store.exists():
            raise StoreExists(path=str(home.store)) from error
        raise


class Store:
    """One open store. Close it, or use it in a `with`. `actor` (else the login name) and `clock` sign the audit entries;
    `glossary` widens searches.
    """

    def __init__(self, file: StoreFile, vault: Vault, lock: HomeLock, signature: Signature, glossary: Glossary) -> None:
        """For `create` and `open`."""
        self._opened: StoreFile | None = file
        self._vault, self._lock = vault, lock
        self._signature, self._glossary = signature, glossary
        self._engine = store_engine(file, connect=lambda: self._file.connect())

    @classmethod
    def create(
        cls,
        home: Path,
        vault: Vault,
        *,
        actor: str | None = None,
        clock: Clock = _now,
        glossary: Glossary = NO_GLOSSARY,
    ) -> Store:
        """A new, empty store in `home`, open.

        The file gets its name only when it is complete. Keys without a store are what a killed creation leaves: they are
        used again where they open, and never replaced. Raises StoreExists where there is a store, and VaultErrors.
        """
        here = Home(home)
        here.make()
        with _first_in(here):
            key = vault.open() if vault.file.exists() else vault.create()

            def fill(connection: Connection) -> None:
                PACKAGED.migrate(connection)
                event = AuditEvent(Act.STORE_CREATED, "store", detail={"schema": PACKAGED.head})
                Signature(actor or _login(), clock).append(connection, event)

            StoreFile(here.store, key).make(fill)
        return cls.open(home, vault, actor=actor, clock=clock, glossary=glossary)

    @classmethod
    def open(
        cls,
        home: Path,
        vault: Vault,
        *,
        actor: str | None = None,
        clock: Clock = _now,
        glossary: Glossary = NO_GLOSSARY,
        schema: Schema = PACKAGED,
        key: Callable[[], bytes] | None = None,
    ) -> Store:
        """The store in `home`, brought to this program's schema where it is older (a copy of the old one is kept until that is proven).

        `key` gives what `vault.open` gives, where that was begun before.
        Raises StoreMissing, KeysMissing, StoreUnreadable (wrong key or damage), StoreTooNew, StoreBusy, StoreDiskFull,
        StoreUpgradeFailed, and the VaultErrors. Nothing is ever created.
        """
        here = Home(home)
        if not here.store.exists() and not here.mark.exists():
            raise StoreMissing(path=str(here.store))
        if not vault.file.exists():
            raise KeysMissing(path=str(vault.file))
        file = StoreFile(here.store, (key or vault.open)())
        signature = Signature(actor or _login(), clock)
        bring_up_to_date(here, file, schema, signature)
        lock = HomeLock(here, alone=False)
        try:
            return cls(file, vault, lock, signature, glossary)
        except BaseException:
            lock.release()
            raise

    @staticmethod
    def restore(
        home: Path,
        vault: Vault,
        file: Path,
        *,
        move_aside: bool = False,
        actor: str | None = None,
        clock: Clock = _now,
    ) -> tuple[Path, ...]:
        """Put the store and the keys of a backup into `home`; return the files of the former store that were moved aside.

        Whatever stands in `home` is moved aside only on request, and never written over. The backup is proven to open with
        what `vault` has at hand before anything moves. Raises StoreExists, BackupRefused, StoreTooNew, StoreBusy and VaultErrors.
        The restored store holds an audit entry of it.
        """
        here = Home(home)
        here.make()
        with alone_in(here):
            return restore_backup(here, vault, file, Signature(actor or _login(), clock), move_aside=move_aside)

    def backup(self, file: Path) -> str:
        """Write the encrypted store as it is now, and its keys file, into one new file; return the file's SHA-256.

        Raises BackupExists, StoreBusy and StoreDiskFull. Others may go on reading; writers wait.
        """
        digest = write_backup(self._file, self._vault.file, file)
        with self.unit_of_work() as work:
            work.audit.record(AuditEvent(Act.BACKED_UP, "store", digest))
            work.commit()
        return digest

    def info(self) -> StoreInfo:
        """Path, size, schema version, kinds of wraps and counts; no customer text."""
        with self._engine.connect() as connection:
            counts = count_records(connection)
            schema = PACKAGED.version(connection) or ""
        size = sum(part.stat().st_size for part in self._file.parts() if part.exists())
        return StoreInfo(self._file.path, size, schema, self._vault.wraps(), counts)

    def unit_of_work(self) -> SqlCipherUnitOfWork:
        """One transaction that has not begun; this method is the port OpenUnitOfWork."""
        return SqlCipherUnitOfWork(self._engine, self._signature, self._glossary)

    @property
    def actor(self) -> str:
        """The name under which this user's acts are recorded."""
        return self._signature.actor

    @property
    def _file(self) -> StoreFile:
        """The file with its key. Raises StoreMissing after `close`: what still runs then gets no connection any more."""
        if self._opened is None:
            raise StoreMissing(path="")
        return self._opened

    def close(self) -> None:
        """Let go of the file, its key and the lock."""
        if self._opened is None:
            return
        self._opened = None
        self._engine.dispose()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
