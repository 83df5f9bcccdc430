"""Closings (済): what a person said became of a promise, and the promises that are open by the last reading of the records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from bankrm.domain.clients import ClientKey
from bankrm.domain.ids import ClosingId
from bankrm.domain.interactions import Interaction, Party, Promise


class ClosingKind(StrEnum):
    """What was said of the promise."""

    DONE = "done"  # handed over, answered, received
    DISMISSED = "dismissed"  # no promise of that side: wrongly read, or not ours to do


class PromiseIdentity(NamedTuple):
    """Which promise it is: whose record holds it, who gave it, in which words. The other side's of the same words is another."""

    client: ClientKey
    record: str
    owner: Party
    text: str

    @classmethod
    def of(cls, record: Interaction, promise: Promise) -> PromiseIdentity:
        """That of a promise as its record holds it."""
        return cls(record.client, record.ref, promise.owner, promise.text)


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """A promise that no record shows as kept. `record` is the record that holds it, `due` the day first promised for the thing, or
    the one that it was moved to since.

    `doubt` tells, where a later record may have kept it, what that record says; a person must say whether it did.
    """

    client: ClientKey
    record: str
    promised_on: date
    owner: Party
    text: str
    thing: str
    due: date | None = None
    doubt: str = ""

    @property
    def identity(self) -> PromiseIdentity:
        """By which it is found again."""
        return PromiseIdentity(self.client, self.record, self.owner, self.text)


@dataclass(frozen=True, slots=True)
class Closing:
    """A dated record of its own: who said what of which promise. `words` are what was handed over, or the reason."""

    id: ClosingId
    promise: OpenPromise
    kind: ClosingKind
    on: date
    words: str
    by: str
    at: datetime

    @property
    def client(self) -> ClientKey:
        """Whose promise it is of."""
        return self.promise.client

    def as_record(self, *, secret: bool) -> Interaction:
        """What it tells, as a record without a talk; `secret` where it is of a promise told in confidence."""
        marked = "秘匿" if secret else ""
        return Interaction(self.id, self.client, self.on, "済の記録", handed_over=self.words, confidentiality=marked)
