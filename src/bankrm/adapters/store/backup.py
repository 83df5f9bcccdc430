"""A backup: the encrypted store and its keys file in one container, and putting one back.

The container is a ZIP without compression: `backup.json` (format, schema, digests), `store.db`, `store.keys`. It is as safe as
the store itself: nothing in it is in the clear, and it opens only by a wrap of its keys file.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2 as sqlcipher

from bankrm.adapters.store.audit import Signature
from bankrm.adapters.store.connection import IMMEDIATE, StoreFile, meaning_of, store_engine
from bankrm.adapters.store.home import Home, copy_durably, new_file, sync_folder, translated
from bankrm.adapters.store.schema import PACKAGED
from bankrm.adapters.store.upgrade import version_of
from bankrm.application.ports.store import BackupExists, BackupRefused, StoreExists, StoreUnreadable
from bankrm.application.ports.vault import Vault
from bankrm.domain.audit import Act, AuditEvent

FORMAT = "bankrm.backup/1"
_STORE, _KEYS, _MANIFEST = "store.db", "store.keys", "backup.json"
_CHUNK = 1 << 20


def write_backup(file: StoreFile, keys: Path, target: Path) -> str:
    """Write the store as it is now and its keys into a new file; return the file's SHA-256. Raises BackupExists, StoreDiskFull.

    The copy is one moment of the store: others read meanwhile, and wait with writing. Until it is complete it has another name.
    """
    if target.exists():
        raise BackupExists(path=str(target))
    copy = StoreFile(target.with_name(target.name + ".copy"), file.key)
    part = target.with_name(target.name + ".part")
    with translated(target), _removed_at_the_end(*copy.parts(), part):
        _copy_pages(file, copy)
        with new_file(part) as container:
            _pack(container, copy.path, keys, version_of(copy, PACKAGED))
        digest = _digest(part)
        part.replace(target)
        sync_folder(target.absolute().parent)
    return digest


def restore_backup(
    home: Home, vault: Vault, container: Path, signature: Signature, *, move_aside: bool
) -> tuple[Path, ...]:
    """Put a backup's store and keys into the home, whose lock the caller holds; return what was moved aside.

    All is proven on files of another name before anything moves; keys come first, so that a kill never leaves a store without them.
    """
    former = home.files()
    if former and not move_aside:
        raise StoreExists(path=str(home.store))
    store, keys = home.folder / "store.db.restoring", home.folder / "store.keys.restoring"
    with translated(home.store), _removed_at_the_end(*StoreFile(store, b"").parts(), keys):
        digest = _unpack(container, store, keys)
        restored = StoreFile(store, vault.at(keys).open())
        _prove(restored, container)
        _sign(restored, signature, digest)
        aside = _move_aside(former, signature.clock().strftime("%Y%m%dT%H%M%S%f"))
        keys.replace(home.keys)
        store.replace(home.store)
        sync_folder(home.folder)
    return aside


@contextmanager
def _removed_at_the_end(*paths: Path) -> Iterator[None]:
    """What an earlier kill left is removed as well."""
    for path in paths:
        path.unlink(missing_ok=True)
    try:
        yield
    finally:
        for path in paths:
            path.unlink(missing_ok=True)


def _copy_pages(file: StoreFile, copy: StoreFile) -> None:
    """One moment of the file: while a transaction holds the writer's place, nobody changes it or its write-ahead log."""
    connection = file.connect()
    try:
        connection.execute("BEGIN IMMEDIATE")
        for source, target in zip(file.parts()[:2], copy.parts()[:2], strict=True):
            if source.exists():
                copy_durably(source, target)
    except sqlcipher.Error as error:
        raise meaning_of(error, file.path) from error
    finally:
        connection.close()
    copy.settle()


def _pack(container: BinaryIO, store: Path, keys: Path, schema: str) -> None:
    files = {_STORE: store, _KEYS: keys}
    manifest = {"format": FORMAT, "schema": schema, "sha256": {name: _digest(path) for name, path in files.items()}}
    with zipfile.ZipFile(container, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(_MANIFEST, json.dumps(manifest, sort_keys=True))
        for name, path in files.items():
            archive.write(path, name)


def _unpack(container: Path, store: Path, keys: Path) -> str:
    """Bring both files out, proven by their digests; return the container's own digest."""
    if not container.is_file():
        raise BackupRefused(path=str(container), reason="missing")
    try:
        with zipfile.ZipFile(container) as archive:
            expected = _read_manifest(archive)
            found = {_STORE: _extract(archive, _STORE, store), _KEYS: _extract(archive, _KEYS, keys)}
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, EOFError) as error:
        raise BackupRefused(path=str(container), reason="not_a_backup") from error
    if found != expected:
        raise BackupRefused(path=str(container), reason="damaged")
    return _digest(container)


def _read_manifest(archive: zipfile.ZipFile) -> dict[str, str]:
    if {member.compress_type for member in archive.infolist()} != {zipfile.ZIP_STORED}:
        raise ValueError("compressed")  # ours never are; so nothing can grow on the way out
    manifest: dict[str, Any] = json.loads(archive.read(_MANIFEST))
    if manifest["format"] != FORMAT:
        raise ValueError(FORMAT)
    return dict(manifest["sha256"])


def _extract(archive: zipfile.ZipFile, name: str, target: Path) -> str:
    digest = hashlib.sha256()
    with archive.open(name) as member, new_file(target) as file:
        while chunk := member.read(_CHUNK):
            digest.update(chunk)
            file.write(chunk)
    return digest.hexdigest()


def _prove(restored: StoreFile, container: Path) -> None:
    try:
        version_of(restored, PACKAGED)
    except StoreUnreadable as error:
        raise BackupRefused(path=str(container), reason="damaged") from error
    if not restored.check():
        raise BackupRefused(path=str(container), reason="damaged")


def _sign(restored: StoreFile, signature: Signature, digest: str) -> None:
    engine = store_engine(restored, poolclass=NullPool)
    with engine.connect().execution_options(**IMMEDIATE) as connection, connection.begin():
        signature.append(connection, AuditEvent(Act.RESTORED, "store", digest))
    restored.settle()


def _move_aside(former: Sequence[Path], moment: str) -> tuple[Path, ...]:
    """`store.db` → `store.db.aside-<moment>`; a write-ahead log keeps its tie to its store."""
    moved = []
    for path in former:
        end = next((end for end in ("-wal", "-shm") if path.name.endswith(end)), "")
        moved.append(path.with_name(f"{path.name.removesuffix(end)}.aside-{moment}{end}"))
        path.replace(moved[-1])
    return tuple(moved)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
