"""What may be told of the store as a whole, and what it says no with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bankrm.domain.errors import ExpectedError


@dataclass(frozen=True, slots=True)
class StoreInfo:
    """What may be told of a store without opening a record: no customer text."""

    path: Path
    bytes: int
    schema: str
    wraps: tuple[str, ...]
    counts: Mapping[str, int]  # current records by kind, originals, drafts, audit entries


class StoreError(ExpectedError):
    """The encrypted store or its key says no."""

    code = "store_error"


class StoreMissing(StoreError):
    """There is no store in this home (details: path)."""

    code = "store_missing"


class StoreExists(StoreError):
    """A store, or a part of one, is here already and is never written over (details: path)."""

    code = "store_exists"


class StoreUnreadable(StoreError):
    """The key does not fit or the file is damaged: which of the two cannot be told (details: path)."""

    code = "store_unreadable"


class StoreBusy(StoreError):
    """Another BankRM is writing, upgrading or restoring this store, or holds it open (details: path)."""

    code = "store_busy"


class StoreTooNew(StoreError):
    """A newer program made this store (details: path, found, known: schema versions)."""

    code = "store_too_new"


class StoreDiskFull(StoreError):
    """No room: nothing was changed (details: path)."""

    code = "store_disk_full"


class StoreUnwritable(StoreError):
    """The file system refused to read or write (details: path)."""

    code = "store_unwritable"


class StoreUpgradeFailed(StoreError):
    """The upgrade failed and the store is as it was before (details: path, found, known)."""

    code = "store_upgrade_failed"


class BackupRefused(StoreError):
    """Not a backup of BankRM, incomplete or damaged (details: path, reason).

    `reason` is one of `missing`, `not_a_backup`, `damaged`.
    """

    code = "backup_refused"


class BackupExists(StoreError):
    """A file of that name is there already and is never written over (details: path)."""

    code = "backup_exists"


class RecordUnstorable(StoreError):
    """A value that the store cannot hold: a number beyond 64 bits, or broken text (details: kind)."""

    code = "record_unstorable"
