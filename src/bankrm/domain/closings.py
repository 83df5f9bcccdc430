"""Closings (済): what a person said became of a promise, and the promises that are open by the last reading of the records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bankrm.domain.clients import ClientKey
from bankrm.domain.ids import ClosingId
from bankrm.domain.interactions import Interaction, Party


class ClosingKind(StrEnum):
    """What was said of the promise."""

    DONE = "done"  # handed over, answered, received
    DISMISSED = "dismissed"  # no promise of that side: wrongly read, or not ours to do


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """A promise that no record shows as kept. `record` is the record that holds it, `due` the day first promised for the thing.

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

    def as_record(self) -> Interaction:
        """What it tells, as a record without a talk."""
        return Interaction(self.id, self.client, self.on, "済の記録", handed_over=self.words)
