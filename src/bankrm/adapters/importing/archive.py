"""Office files are zip archives: opened with limits, so that none can blow up, run something or reach outside."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from xml.etree import ElementTree

from bankrm.application.ports.readers import FileCorrupt, FileEncrypted, FileHostile, SourceFile

_MOST_ENTRIES = 5_000
_MOST_BYTES = 300_000_000
_MOST_EXPANSION = 300
_SMALL = 5_000_000  # below this any ratio is harmless
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DECLARATION = re.compile(
    rb"<!(?:DOCTYPE|ENTITY)|<\0!\0(?:D\0O\0C\0T|E\0N\0T\0I)|\0<\0!\0(?:D\0O\0C|E\0N\0T)", re.IGNORECASE
)


# what reading one part of a damaged archive raises; NotImplementedError is zipfile's word for an unknown compression
_DAMAGE = (
    KeyError, zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError, zlib.error, lzma.LZMAError,
)  # fmt: skip


class OfficeArchive:
    """One .docx or .xlsx that passed the limits.

    Raises FileEncrypted, FileCorrupt, and FileHostile with its reason: zip_bomb, macros, xml_entities.
    """

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        _refuse_ole(file)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(file.content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise self.corrupt() from error
        self.names = frozenset(self._zip.namelist())
        self._check_limits()
        self._check_content()

    def corrupt(self) -> FileCorrupt:
        """The error of a damaged archive."""
        return FileCorrupt(path=str(self._file.path), type=self._file.suffix.removeprefix("."))

    def read(self, name: str) -> bytes:
        """One part. Raises FileCorrupt where it is missing or damaged."""
        try:
            return self._zip.read(name)
        except _DAMAGE as error:
            raise self.corrupt() from error

    def xml(self, name: str) -> ElementTree.Element:
        """One part as a tree. Raises FileCorrupt."""
        try:
            return ElementTree.fromstring(self.read(name))
        except ElementTree.ParseError as error:
            raise self.corrupt() from error

    def _check_limits(self) -> None:
        entries = self._zip.infolist()
        if any(entry.flag_bits & 1 for entry in entries):
            raise FileEncrypted(path=str(self._file.path))
        expanded = sum(entry.file_size for entry in entries)
        too_wide = expanded > _SMALL and expanded > len(self._file.content) * _MOST_EXPANSION
        if len(entries) > _MOST_ENTRIES or expanded > _MOST_BYTES or too_wide:
            raise self._hostile("zip_bomb")

    def _check_content(self) -> None:
        if any(name.lower().endswith("vbaproject.bin") for name in self.names):
            raise self._hostile("macros")
        for name in self.names:
            if name.lower().endswith((".xml", ".rels")) and _DECLARATION.search(self.read(name)):
                raise self._hostile("xml_entities")

    def _hostile(self, reason: str) -> FileHostile:
        return FileHostile(path=str(self._file.path), reason=reason)


def _refuse_ole(file: SourceFile) -> None:
    """Password-protected Office files are OLE containers, and so are the formats before 2007."""
    if not file.content.startswith(_OLE):
        return
    if "EncryptedPackage".encode("utf-16-le") in file.content:
        raise FileEncrypted(path=str(file.path))
    raise FileCorrupt(path=str(file.path), type=file.suffix.removeprefix("."))
