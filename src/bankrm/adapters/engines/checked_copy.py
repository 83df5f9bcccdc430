"""Going through a bundle's bytes: copying, proving or counting them, in pieces, with progress in MiB."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO

from bankrm.adapters.engines.bundle_source import BundleSource, readable
from bankrm.adapters.engines.durable_files import new_file
from bankrm.adapters.engines.manifest import DeclaredFile, Manifest
from bankrm.application.model_memory import MIB
from bankrm.application.ports.models import BundleRefused
from bankrm.domain.progress import Progress, Report


class Meter:
    """Reports how many of so many bytes of a task are done."""

    def __init__(self, task: str, total_bytes: int, report: Report) -> None:
        self._task, self._total, self._report = task, total_bytes, report
        self._done = 0

    def add(self, more: int) -> None:
        """So many more are done."""
        self._done += more
        self._report(Progress(self._task, self._done // MIB, -(-self._total // MIB)))


class Tally:
    """Passes a file's bytes on, and knows their number and digest once all are through."""

    def __init__(self, meter: Meter) -> None:
        self._meter = meter
        self._digest = hashlib.sha256()
        self.bytes = 0

    @property
    def sha256(self) -> str:
        """The digest of what went through."""
        return self._digest.hexdigest()

    def over(
        self, opened: AbstractContextManager[IO[bytes]], path: Path, file: str, most: int | None = None
    ) -> Iterator[bytes]:
        """The bytes, piece by piece, no more than `most`. Raises BundleRefused, naming the bundle's path and the file in it."""
        with opened as stream:
            while piece := _piece(stream, path, file):
                self.bytes += len(piece)
                if most is not None and self.bytes > most:
                    return
                self._digest.update(piece)
                self._meter.add(len(piece))
                yield piece


def prove(source: BundleSource, manifest: Manifest, report: Report) -> None:
    """Read every byte. Raises BundleRefused naming the first file that is not as declared."""
    meter = Meter("verify_model", manifest.bytes, report)
    for declared in manifest.files:
        for _ in _proven(source, declared, meter):
            pass


def copy_proven(source: BundleSource, manifest: Manifest, folder: Path, report: Report) -> None:
    """Copy the declared files into an empty folder, no byte more than declared. Raises BundleRefused, and OSError of writing."""
    meter = Meter("add_model", manifest.bytes, report)
    for declared in manifest.files:
        with new_file(folder / declared.path) as target:
            target.writelines(_proven(source, declared, meter))


def declare(path: Path, name: str, meter: Meter, copy: Path | None = None) -> DeclaredFile:
    """What a manifest says of a file, which is copied on the way where `copy` is given. Raises BundleRefused; OSError of writing."""
    tally = Tally(meter)
    with readable(path):
        stream = path.open("rb")
    pieces = tally.over(stream, path, path.name)
    if copy:
        with new_file(copy) as target:
            target.writelines(pieces)
    else:
        for _ in pieces:
            pass
    return DeclaredFile(path=name, bytes=tally.bytes, sha256=tally.sha256)


def _proven(source: BundleSource, declared: DeclaredFile, meter: Meter) -> Iterator[bytes]:
    """The file's bytes, which are as declared once the last one is out."""
    tally = Tally(meter)
    with readable(source.path, declared.path):
        stream = source.open(declared.path)
    yield from tally.over(stream, source.path, declared.path, declared.bytes)
    if (tally.bytes, tally.sha256) != (declared.bytes, declared.sha256):
        raise BundleRefused(path=str(source.path), reason="damaged", file=declared.path)


def _piece(stream: IO[bytes], path: Path, file: str) -> bytes:
    with readable(path, file):
        return stream.read(MIB)
