"""`store.keys`: the data key under several wraps, as versioned JSON that is replaced whole and keeps the one before.

{"format": "bankrm.keys/1", "store": "<uuid>", "wraps": [{"kind": "os", …}, {"kind": "passphrase", …}]}

A wrap of a kind that this program does not know (`os+pin`, `escrow`) is kept as it stands, and passed over on opening.
"""

from __future__ import annotations

import errno
import json
import os
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bankrm.application.ports.store import StoreDiskFull, StoreUnwritable
from bankrm.application.ports.vault import KeysDamaged, KeysMissing

FORMAT = "bankrm.keys/1"
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_LARGEST = 1 << 20

Wrap = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Keys:
    """What the file says. `store` is the identity that binds every wrap to its store."""

    store: str
    wraps: tuple[Wrap, ...]

    def of_kind(self, kind: str) -> Wrap | None:
        """The wrap of that kind, None where there is none."""
        return next((wrap for wrap in self.wraps if wrap["kind"] == kind), None)

    def with_wrap(self, wrap: Wrap) -> Keys:
        """The same keys, this wrap in place of the one of its kind."""
        others = [known for known in self.wraps if known["kind"] != wrap["kind"]]
        return Keys(self.store, (*others, wrap))


def previous_of(file: Path) -> Path:
    """Where the file before the last change is kept."""
    return file.with_name(file.name + ".previous")


def read_keys(file: Path) -> Keys:
    """Raises KeysMissing, and KeysDamaged where it is no keys file of this version."""
    try:
        with file.open("rb") as stream:
            told = json.loads(stream.read(_LARGEST))
        if told["format"] != FORMAT or not isinstance(told["store"], str):
            raise ValueError(FORMAT)
        wraps = tuple(dict(wrap) for wrap in told["wraps"])
        if not all(isinstance(wrap["kind"], str) for wrap in wraps):
            raise ValueError("kind")
    except FileNotFoundError as error:
        raise KeysMissing(path=str(file)) from error
    except OSError as error:
        raise StoreUnwritable(path=str(file)) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise KeysDamaged(path=str(file), previous=previous_of(file).exists()) from error
    return Keys(told["store"], wraps)


def write_keys(file: Path, keys: Keys) -> None:
    """Replace the file at one stroke: before, the old one stands; after, the new one; the old one is kept beside it."""
    content = json.dumps({"format": FORMAT, "store": keys.store, "wraps": list(keys.wraps)}, indent=1).encode()
    try:
        if file.exists():
            _replace(previous_of(file), file.read_bytes())
        _replace(file, content)
    except OSError as error:
        kind = StoreDiskFull if error.errno in _NO_ROOM else StoreUnwritable
        raise kind(path=str(file)) from error


def _replace(file: Path, content: bytes) -> None:
    temporary = file.with_name(file.name + ".part")
    temporary.unlink(missing_ok=True)  # what a killed writer left
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(temporary, flags, 0o600), "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)
    if os.name == "posix":
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def to_text(value: bytes) -> str:
    """Bytes as they stand in the file."""
    return b64encode(value).decode("ascii")


def to_bytes(wrap: Wrap, name: str) -> bytes:
    """A wrap's field. Raises ValueError where it is none."""
    value = wrap.get(name)
    if not isinstance(value, str):
        raise ValueError(name)
    return b64decode(value, validate=True)
