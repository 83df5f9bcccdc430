"""The demo's own data folder: with its passphrase beside it, and replaced only where it is a demo's."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from bankrm.domain.errors import ExpectedError

MARK = "made-by-bankrm-demo"
_PARTS = ("store.db*", "store.keys*", "store.lock", "store.upgrade", "passphrase", "logs/errors.log")


class DemoHomeForeign(ExpectedError):
    """The demo's folder holds something that no demo made (details: path)."""

    code = "demo_home_foreign"


@dataclass(frozen=True, slots=True)
class DemoHome:
    """The folder and the file with its passphrase."""

    folder: Path
    passphrase: Path


def make_demo_home(folder: Path) -> DemoHome:
    """An empty folder with a mark and a random passphrase (0600); an earlier demo's store is removed.

    Raises DemoHomeForeign for a folder that holds anything and bears no mark of ours.
    """
    mark = folder / MARK
    if folder.exists() and not mark.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise DemoHomeForeign(path=str(folder))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    mark.touch()
    for pattern in _PARTS:
        for path in folder.glob(pattern):
            path.unlink()
    passphrase = folder / "passphrase"
    with os.fdopen(os.open(passphrase, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as stream:
        stream.write(secrets.token_urlsafe(24) + "\n")
    return DemoHome(folder, passphrase)
