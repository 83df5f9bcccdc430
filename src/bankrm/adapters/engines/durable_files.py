"""Writing into a folder of models: everything durable, and a name only once all is there.

HOME/models/NAME                an installed bundle
HOME/models/.adding-PID-…       one that process PID is adding
HOME/models/.removing-PID-…     one that process PID is removing
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import psutil

from bankrm.application.ports.models import BundleExists, ModelsUnwritable

_NO_ROOM = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_TAKEN = {errno.ENOTEMPTY, errno.EEXIST}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what the file system says while writing into ModelsUnwritable."""
    try:
        yield
    except OSError as error:
        reason = "disk_full" if error.errno in _NO_ROOM else "not_writable"
        raise ModelsUnwritable(path=str(path), reason=reason) from error


@contextmanager
def staged_folder(target: Path, needed_bytes: int) -> Iterator[Path]:
    """An empty folder beside the target that becomes it when the block ends well, and vanishes otherwise.

    Raises BundleExists where the target stands, before or after; ModelsUnwritable, also where there is no room from the start.
    """
    if target.exists():
        raise BundleExists(name=target.name)
    with translated(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        sweep(target.parent)
        if shutil.disk_usage(target.parent).free < needed_bytes:
            raise ModelsUnwritable(path=str(target.parent), reason="disk_full")
        staging = _beside(target, "adding")
        staging.mkdir()
    try:
        yield staging
        with translated(target.parent):
            _publish(staging, target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A new file, on disk when the block ends."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def remove_folder(folder: Path) -> None:
    """Take it away at one stroke, then delete what is in it. Raises ModelsUnwritable."""
    with translated(folder):
        removing = _beside(folder, "removing")
        folder.rename(removing)
        shutil.rmtree(removing)


def sweep(folder: Path) -> None:
    """Delete what a process that was killed has left."""
    for left in [*folder.glob(".adding-*-*"), *folder.glob(".removing-*-*")]:
        process = left.name.split("-")[1]
        if not process.isdecimal() or not psutil.pid_exists(int(process)):
            shutil.rmtree(left, ignore_errors=True)


def _beside(target: Path, doing: str) -> Path:
    return target.with_name(f".{doing}-{os.getpid()}-{secrets.token_hex(4)}")


def _publish(staging: Path, target: Path) -> None:
    for folder in [*(path for path in staging.rglob("*") if path.is_dir()), staging]:
        _sync(folder)
    try:
        staging.rename(target)
    except OSError as error:
        if error.errno in _TAKEN or target.exists():
            raise BundleExists(name=target.name) from error
        raise
    _sync(target.parent)


def _sync(folder: Path) -> None:
    """Nothing to do where folders cannot be opened, as on Windows."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
