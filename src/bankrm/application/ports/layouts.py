"""What mapping a new table layout needs: the table as its file holds it, what record types take, rows as they will be read."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from bankrm.application.ports.readers import Finding, ImportRefused, OpenedFile, SourceFile

FieldValue = str | int | float | bool | date | tuple[str, ...] | None
"""A cell as it was read: amounts in yen, rates in percent, names apart; None where the cell is empty or in error."""

LAYOUT_FAULTS = frozenset({
    "field_missing", "one_of_missing", "as_of_missing", "header_twice", "branch_invalid", "header_missing",
})  # fmt: skip
"""Why a layout cannot be used yet; the screen has words for each."""


@dataclass(frozen=True, slots=True)
class RawLine:
    """One line with its number in the file, from 1, and its cells as text."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RawSheet:
    """The first lines of one table; `position` counts the sheets of a workbook from 1, `name` is empty for a text table."""

    position: int
    name: str
    head: tuple[RawLine, ...]


@dataclass(frozen=True, slots=True)
class RecordField:
    """One field of a record type; `kind` says how its cells are read (date, amount, names …)."""

    name: str
    kind: str
    required: bool


@dataclass(frozen=True, slots=True)
class RecordKind:
    """What one record type takes; of `one_of` at least one field needs a column."""

    name: str
    fields: tuple[RecordField, ...]
    one_of: frozenset[str]


@dataclass(frozen=True, slots=True)
class Layout:
    """How one table is to be read: header line, record type, and the column (from 0) of each field.

    `unit` holds for amounts where neither cell, header nor title states one; `short_dates` is what 8/5/20 means: an era's name or
    `western`, empty where such a date is an error; `branch` is the 店番 of every row where no column holds it; `cif_width` restores
    the zeros of a CIF that Excel stored as a number.
    """

    sheet: int
    header: int
    record: str
    columns: Mapping[str, int] = field(default_factory=dict)
    unit: str = ""
    short_dates: str = ""
    branch: str = ""
    cif_width: int = 7


@dataclass(frozen=True, slots=True)
class LayoutFault:
    """One thing to settle before the layout can be used: a code of LAYOUT_FAULTS, and the field that it is about."""

    code: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A layout to begin with; `guessed` are the fields whose header is only like a known one. `stated_unit` stands above the table."""

    layout: Layout
    guessed: frozenset[str] = frozenset()
    stated_unit: str = ""


@dataclass(frozen=True, slots=True)
class ReadCell:
    """One cell as the file holds it and as it was read; `reason` is the code of what is wrong or noteworthy with it."""

    text: str
    value: FieldValue
    reason: str = ""
    is_error: bool = False


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row by field; `errors` hold for the row as a whole, `skipped` is why it is left out by rule."""

    line: int
    cells: Mapping[str, ReadCell]
    errors: tuple[Finding, ...] = ()
    skipped: str = ""


class StagedProfile(Protocol):
    """A profile that is complete and has no name yet."""

    @property
    def digest(self) -> str:
        """SHA-256 of the profile's file."""
        ...

    def publish(self) -> None:
        """Give it its name, in place of an older one. Raises ProfileUnwritable."""
        ...

    def discard(self) -> None:
        """Leave nothing of it, unless it was published."""
        ...


class Layouts(Protocol):
    """New layouts of CSV and Excel tables."""

    def maps(self, file: SourceFile) -> bool:
        """Whether files of this name are tables."""
        ...

    def kinds(self) -> Sequence[RecordKind]:
        """Every record type that a table may hold."""
        ...

    def sheets(self, file: SourceFile) -> Sequence[RawSheet]:
        """The tables of a file with their first lines. Raises ImportRefused."""
        ...

    def propose(self, file: SourceFile, sheet: int, record: str = "", header: int = 0) -> Proposal:
        """What fits best; the record type and the header line where they are given. Raises ImportRefused."""
        ...

    def faults(self, file: SourceFile, layout: Layout) -> Sequence[LayoutFault]:
        """What is still to be settled. Raises ImportRefused."""
        ...

    def preview(self, file: SourceFile, layout: Layout, rows: int) -> Sequence[PreviewRow]:
        """The first rows below the header as they will be read, also by a layout with faults. Raises ImportRefused."""
        ...

    def opened(self, file: SourceFile, layout: Layout) -> OpenedFile:
        """The whole table under a layout without faults. Raises ImportRefused."""
        ...

    def cells(self, file: SourceFile, places: Collection[tuple[int, str]]) -> Mapping[tuple[int, str], str]:
        """The text at lines and columns as findings name them; a place that is not certain is left out. Raises ImportRefused."""
        ...

    def names(self) -> Sequence[str]:
        """The profiles that may be named."""
        ...

    def stage(self, file: SourceFile, layout: Layout, name: str, *, replace: bool = False) -> StagedProfile:
        """Write a layout as the bank's own profile, to be published.

        Raises ProfileNameInvalid, ProfileNameTaken, ProfileUnwritable.
        """
        ...


class ProfileNameInvalid(ImportRefused):
    """A profile's name that cannot be a file's name (details: name, limit: characters)."""

    code = "profile_name_invalid"


class ProfileNameTaken(ImportRefused):
    """A profile of this name is there (details: name, shipped: whether it came with the program and is never replaced)."""

    code = "profile_name_taken"


class ProfileUnwritable(ImportRefused):
    """The profile could not be written; nothing was changed (details: path, reason: disk_full, not_writable)."""

    code = "profile_unwritable"
