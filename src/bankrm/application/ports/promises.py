"""What use cases need of the store for open promises."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol

from bankrm.domain.clients import ClientKey
from bankrm.domain.closings import Closing, OpenPromise
from bankrm.domain.ids import ClosingId
from bankrm.domain.interactions import Party


class Promises(Protocol):
    """What persons said became of promises (済), and each client's open promises by the last reading of its records.

    A reading is of one day and one reader (a version of the rules); a changed record, contact or closing makes it out of date,
    in the same transaction. What it found stays to be seen until the next one.
    """

    def close(self, closing: Closing) -> None:
        """Keep what was said; its promise is open no more, as far as was read."""
        ...

    def get(self, closing: ClosingId) -> Closing | None:
        """One closing, also where it was taken back; what is decided on it holds until the commit."""
        ...

    def closings(self, client: ClientKey) -> Sequence[Closing]:
        """Those that count, in the order in which they were said; what is decided on them holds until the commit."""
        ...

    def take_back(self, closing: ClosingId, at: datetime) -> None:
        """From now on it counts no more; it stays to be read."""
        ...

    def keep_reading(
        self, client: ClientKey, reader: str, day: date, until: date | None, promises: Sequence[OpenPromise]
    ) -> None:
        """In place of the client's last reading; it holds on days before `until`."""
        ...

    def unread(self, reader: str, day: date) -> Sequence[ClientKey]:
        """Clients whose open promises are not read as they stand on that day, in the order of their keys."""
        ...

    def open(
        self,
        owner: Party,
        *,
        first: date | None = None,
        last: date | None = None,
        clients: Collection[ClientKey] | None = None,
        limit: int | None = None,
    ) -> Sequence[OpenPromise]:
        """Promises of that side by due day (those without one last); where given, due on these days, of these clients, so many."""
        ...

    def count_open(self, owner: Party, *, first: date | None = None, last: date | None = None) -> int:
        """How many there are of that side; where given, due on these days."""
        ...
