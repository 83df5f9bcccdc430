"""Where the files of a bundle come from: a folder, or a zip of it. Neither may hold links, or names that lead elsewhere."""

from __future__ import annotations

import lzma
import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, NoReturn, Protocol

from bankrm.adapters.engines.manifest import FILE, MOST_BYTES, Manifest, plain_name, read_manifest
from bankrm.adapters.engines.model_facts import Damaged
from bankrm.application.ports.models import BundleRefused

# what reading a damaged archive raises; NotImplementedError is zipfile's word for an unknown compression
_DAMAGE = (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, RuntimeError, zlib.error, lzma.LZMAError)


class BundleSource(Protocol):
    """Files by their path with `/`."""

    @property
    def path(self) -> Path:
        """What was named."""
        ...

    @property
    def files(self) -> frozenset[str]:
        """All that there is, the manifest too."""
        ...

    def open(self, file: str) -> IO[bytes]:
        """One of them, to be read. What is wrong with it shows while reading, inside `readable`."""
        ...


class FolderSource:
    """An unpacked bundle. Raises BundleRefused: link, unreadable."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with readable(path):
            self.files = frozenset(_walk(path))

    def open(self, file: str) -> IO[bytes]:
        """One file."""
        return (self.path / file).open("rb")


class ZipSource:
    """A zip of a bundle's folder, or of what is in it. Raises BundleRefused: not_a_bundle, damaged, bad_path, link, unreadable."""

    def __init__(self, path: Path) -> None:
        self.path = path
        if not zipfile.is_zipfile(path):
            raise BundleRefused(path=str(path), reason="not_a_bundle", file="")
        with readable(path):
            self._zip = zipfile.ZipFile(path)
        self._entries = dict(_entries(path, self._zip))
        self.files = frozenset(self._entries)

    def open(self, file: str) -> IO[bytes]:
        """One entry, expanded."""
        return self._zip.open(self._entries[file])

    def close(self) -> None:
        """Let go of the zip."""
        self._zip.close()


@contextmanager
def opened(path: Path) -> Iterator[BundleSource]:
    """The source that a path names. Raises BundleRefused."""
    if path.is_dir():
        yield FolderSource(path)
        return
    with closing(ZipSource(path)) as source:
        yield source


@contextmanager
def readable(path: Path, file: str = "") -> Iterator[None]:
    """Turn what reading says into BundleRefused: unreadable, damaged."""
    try:
        yield
    except (*_DAMAGE, Damaged) as error:
        raise BundleRefused(path=str(path), reason="damaged", file=file) from error
    except OSError as error:
        raise BundleRefused(path=str(path), reason="unreadable", file=file) from error


def manifest_of(source: BundleSource) -> Manifest:
    """Its manifest, which names every other file and no file that is not there. Raises BundleRefused."""
    if FILE not in source.files:
        raise BundleRefused(path=str(source.path), reason="not_a_bundle", file=FILE)
    with readable(source.path, FILE), source.open(FILE) as file:
        content = file.read(MOST_BYTES)
    manifest = read_manifest(content, source.path)
    declared = {FILE, *(file.path for file in manifest.files)}
    for reason, names in (("undeclared", source.files - declared), ("file_missing", declared - source.files)):
        for name in sorted(names):
            raise BundleRefused(path=str(source.path), reason=reason, file=name)
    return manifest


def _walk(root: Path) -> Iterator[str]:
    """Every file below, none of them a link."""
    for folder, inner, files in os.walk(root, onerror=_raise):
        for name in (*inner, *files):
            path = Path(folder, name)
            if not (path.is_dir() if name in inner else stat.S_ISREG(path.lstat().st_mode)) or path.is_symlink():
                raise BundleRefused(path=str(root), reason="link", file=path.relative_to(root).as_posix())
        yield from (Path(folder, name).relative_to(root).as_posix() for name in files)


def _raise(error: OSError) -> NoReturn:
    raise error


def _entries(path: Path, archive: zipfile.ZipFile) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """Every file by its path in the bundle; a zip may hold the bundle's folder or what is in it."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    top = "" if any(entry.filename == FILE for entry in entries) else _only_folder(entries)
    for entry in entries:
        name = entry.filename.removeprefix(top)
        if not all(map(plain_name, name.split("/"))) or not entry.filename.startswith(top):
            raise BundleRefused(path=str(path), reason="bad_path", file=entry.filename)
        if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG):
            raise BundleRefused(path=str(path), reason="link", file=entry.filename)
        yield name, entry


def _only_folder(entries: list[zipfile.ZipInfo]) -> str:
    tops = {entry.filename.partition("/")[0] for entry in entries}
    return f"{tops.pop()}/" if len(tops) == 1 else ""
