"""What leaving for the bank's book of record (SFA) needs: a record laid out as the bank's own table has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bankrm.domain.clients import Client
from bankrm.domain.errors import ExpectedError
from bankrm.domain.interactions import Interaction


@dataclass(frozen=True, slots=True)
class Entry:
    """One record with the client whose it is."""

    record: Interaction
    client: Client


class RecordLayout(Protocol):
    """One layout of interactions, by the profile with which they are imported."""

    @property
    def name(self) -> str:
        """The profile's name."""
        ...

    def lines(self, entry: Entry) -> Sequence[tuple[str, str]]:
        """Header and value of each field, in the order of the layout."""
        ...

    def table(self, entries: Sequence[Entry]) -> bytes:
        """The file: CSV in CP932 with a header. Raises RecordUnencodable."""
        ...


class RecordLayouts(Protocol):
    """The layouts that are known."""

    def named(self, name: str) -> RecordLayout:
        """Raises ProfileUnknown for a name that none has, and ProfileInvalid for one that holds no interactions."""
        ...


class RecordUnencodable(ExpectedError):
    """A character that the bank's system cannot take (details: record, field, character: itself and its code point)."""

    code = "record_unencodable"
