"""What exporting needs from outside: a format to write a paper in, and a place to put it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from bankrm.domain.drafts import Draft
from bankrm.domain.errors import ExpectedError
from bankrm.domain.visits import Visit


class Format(StrEnum):
    """How a draft may be written."""

    DOCX = "docx"
    EML = "eml"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Paper:
    """What one file holds: one or more drafts of the same visit, and what its head says of them.

    `day` is the visit's, or the day the set was made for; `as_of` the 時点 of the host data, None where there is none.
    """

    drafts: tuple[Draft, ...]
    visit: Visit | None
    day: date
    as_of: date | None
    industry: str = ""


class PaperFormat(Protocol):
    """Writes a paper as the bytes of one file; the same paper gives the same bytes."""

    def render(self, paper: Paper) -> bytes:
        """The file's content."""
        ...


Formats = Mapping[Format, PaperFormat]


class StagedFile(Protocol):
    """A file that is complete under another name."""

    def publish(self) -> None:
        """Give it its own name, in place of what stood there."""
        ...

    def discard(self) -> None:
        """Remove it; harmless when published or discarded already."""
        ...


class Delivery(Protocol):
    """Puts files where a person asked for them."""

    def stage(self, target: Path, content: bytes) -> StagedFile:
        """Write `content` beside `target`, making its folder where there is none. Raises ExportRefused."""
        ...


class ExportRefused(ExpectedError):
    """A document that may not, or cannot, be written (details: path, reason).

    `reason` is one of `folder_missing`, `not_writable`, `disk_full`, `wrong_format`.
    """

    code = "export_refused"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One promise of ours as an entry of its due day; `id` stays the same as long as the promise does."""

    id: str
    day: date
    client_name: str
    thing: str


class CalendarFormat(Protocol):
    """Writes entries as the bytes of one calendar file."""

    def render(self, entries: Sequence[CalendarEntry], now: datetime) -> bytes:
        """The same entries at the same moment give the same bytes."""
        ...
