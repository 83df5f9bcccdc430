"""What importing needs of file readers: a file opened by its type, giving records row by row."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath
from typing import Protocol

from bankrm.domain.clients import ClientKey
from bankrm.domain.dossier import Record
from bankrm.domain.errors import ExpectedError

FINDING_REASONS = frozenset({
    # rows of tables: errors
    "amount_out_of_range", "cell_error", "date_incomplete", "date_out_of_range", "duplicate_in_file", "impossible_date", "invalid_branch", "invalid_cif",
    "invalid_corporate_number", "missing_value", "not_a_count", "not_a_date", "not_a_mark", "not_a_rate", "not_an_amount",
    "registered_elsewhere", "short_date_undecided", "too_few_cells", "too_many_cells", "unit_unknown", "unknown_client", "unreadable_text",
    # rows of tables: taken over, but to be looked at
    "approximate_amount", "cif_short", "corporate_number_check_digit", "gaiji", "leading_zeros_restored", "month_as_its_last_day", "negative_amount",
    "recorded_here",
    # tables as a whole
    "column_not_imported", "hidden_sheet", "sheet_not_matched", "unusual_encoding", "possible_duplicate_corporate_number",
    "possible_duplicate_name", "possible_duplicate_reading", "type_unsupported",
    # documents: pages and passages that are not cited, whose they are, what they bring along
    "broken_encoding", "no_text_layer", "page_incomplete", "vertical_text", "unreadable_passages", "document_ambiguous",
    "document_unattached", "attachments_not_imported",
    # calendar entries: errors, then notes
    "client_not_named", "several_clients", "start_missing", "uid_missing", "no_time_of_day", "repeats_only_first_taken",
})  # fmt: skip
"""Every reason code that a reader or the import gives; the screen has words for each."""

SKIP_REASONS = frozenset({"total", "remark", "repeated_header", "cancelled", "individual", "foreign_government"})
"""Why rows are left out by rule, in the shipped readers and profiles; a bank's own profile may add its own."""

_NEAREST = 3  # a file and the two folders around it


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong or noteworthy at one place of a file: a reason code, never the value that was read.

    `line` counts from 1: the line of a text table, the row of a sheet, the page of a PDF, the number of a calendar entry.
    """

    reason: str
    line: int | None = None
    column: str = ""
    clients: tuple[ClientKey, ...] = ()

    def as_json(self) -> dict[str, object]:
        """`line` and `reason` always, the rest where there is any."""
        found: dict[str, object] = {"line": self.line, "reason": self.reason}
        if self.column:
            found["column"] = self.column
        if self.clients:
            found["clients"] = [str(client) for client in self.clients]
        return found


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row, document or calendar entry: its records, or why there are none.

    A row with `errors` has no records. `skipped` is the reason code of a row that is left out by rule (a total, an individual).
    Of the fields in `unsaid` the file says nothing: it has no column for them.
    """

    line: int
    records: tuple[Record, ...] = ()
    errors: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()
    skipped: str = ""
    unsaid: frozenset[str] = frozenset()


class SourceFile:
    """One file to import, found at or below the path that the user `named`. Its bytes are read once, when they are first asked for."""

    def __init__(self, path: Path, named: Path | None = None, limit_bytes: int = 200_000_000) -> None:
        self.path = path
        self._named = named or path
        self._limit = limit_bytes

    @cached_property
    def place(self) -> PurePath:
        """Its path from the named folder on, that folder's own name first; never less than its two nearest folders and its name.

        So a file is the same when it is named alone, or from within its folder, and differs from the same name in the folder of
        another client. Two files whose last three names are equal differ only where a folder above was named.
        """
        whole, named = (os.path.abspath(path) for path in (self.path, self._named))  # noqa: PTH100 links keep the names they go by
        parts, above = PurePath(whole).parts, len(PurePath(named).parent.parts)
        return PurePath(*parts[max(1, min(above, len(parts) - _NEAREST)) :])

    @property
    def suffix(self) -> str:
        """The type by name: `.csv`, always in small letters."""
        return self.path.suffix.lower()

    @cached_property
    def content(self) -> bytes:
        """The whole file. Raises FileUnreadable, FileTooLarge and FileEmpty."""
        try:
            size = self.path.stat().st_size
            if size > self._limit:
                raise FileTooLarge(path=str(self.path), size=size, limit=self._limit)
            content = self.path.read_bytes()
        except OSError as error:
            raise FileUnreadable(path=str(self.path)) from error
        if not content.strip():
            raise FileEmpty(path=str(self.path))
        return content

    @cached_property
    def sha256(self) -> str:
        """Digest of the bytes."""
        return hashlib.sha256(self.content).hexdigest()


class KnownClients(Protocol):
    """The clients that records may refer to."""

    def resolve(self, key: ClientKey) -> ClientKey | None:
        """The known client meant by a key, also where leading zeros were lost on the way; None for no client, or several."""
        ...

    def with_cif(self, cif: str) -> tuple[ClientKey, ...]:
        """Clients of any branch with this CIF."""
        ...

    def named_in(self, text: str) -> tuple[ClientKey, ...]:
        """Clients whose firm name or alias stands in the text, the longest name where one holds another."""
        ...


class OpenedFile(Protocol):
    """A file whose type and profile are known; its rows are read while they are asked for."""

    @property
    def type(self) -> str:
        """csv, xlsx, pdf, docx, txt, eml or ics."""
        ...

    @property
    def profile(self) -> str:
        """Name of the mapping profile, empty where the type needs none."""
        ...

    @property
    def rank(self) -> int:
        """Files of a lower rank are imported first: clients before all that refers to them."""
        ...

    @property
    def total(self) -> int | None:
        """How many rows or pages there are, as far as it is known beforehand."""
        ...

    @property
    def warnings(self) -> Sequence[Finding]:
        """What holds for the whole file; complete when its rows are read."""
        ...

    def rows(self, clients: KnownClients) -> Iterator[ReadRow]:
        """Every row once. Raises ImportRefused where the file turns out unreadable: then nothing of it may be kept."""
        ...


class FileReaders(Protocol):
    """All readers, registered by type."""

    def supports(self, path: Path) -> bool:
        """Whether there is a reader for files of this name."""
        ...

    def open(self, file: SourceFile, profile: str | None = None) -> OpenedFile:
        """Open by type; `profile` forces the mapping of a table. Raises ImportRefused."""
        ...


class ImportRefused(ExpectedError):
    """A file as a whole cannot be read; nothing of it is kept (details: path)."""

    code = "import_refused"


class FileMissing(ImportRefused):
    """There is no such file or folder (details: path)."""

    code = "file_missing"


class FileUnreadable(ImportRefused):
    """The file system refused to read it (details: path)."""

    code = "file_unreadable"


class FileEmpty(ImportRefused):
    """There is nothing in it (details: path)."""

    code = "file_empty"


class FileTooLarge(ImportRefused):
    """More bytes, pages or rows than may be read (details: path, size, limit)."""

    code = "file_too_large"


class TypeUnsupported(ImportRefused):
    """No reader for files of this type (details: path, type, known)."""

    code = "type_unsupported"


class FileEncrypted(ImportRefused):
    """Protected by a password (details: path)."""

    code = "file_encrypted"


class FileCorrupt(ImportRefused):
    """Damaged, or not what its name says (details: path, type, line where one is known)."""

    code = "file_corrupt"


class FileHostile(ImportRefused):
    """Made to harm or to run something (details: path, reason: zip_bomb, xml_entities, macros, decompression_limit)."""

    code = "file_hostile"


class EncodingUnreadable(ImportRefused):
    """Text that is no whole text in any known encoding (details: path, encoding that fits best, line)."""

    code = "encoding_unreadable"


class NoReadableText(ImportRefused):
    """No page holds text that can be cited (details: path, reason: no_text_layer, broken_encoding, vertical_text,
    page_incomplete, no_text)."""

    code = "no_readable_text"


class ProfileUndecided(ImportRefused):
    """No mapping profile fits the table's headers well enough (details: path, candidates: names, best first)."""

    code = "profile_undecided"


class ProfileUnknown(ImportRefused):
    """No profile of this name (details: name, known)."""

    code = "profile_unknown"


class ProfileMismatch(ImportRefused):
    """The named profile needs columns that the table lacks (details: path, profile, missing: field names)."""

    code = "profile_mismatch"


class ProfileInvalid(ImportRefused):
    """A profile file that cannot be used (details: path, key: where in it)."""

    code = "profile_invalid"


class AsOfMissing(ImportRefused):
    """A table of values of one day that names no day, neither in a column nor above the header (details: path, profile)."""

    code = "as_of_missing"
