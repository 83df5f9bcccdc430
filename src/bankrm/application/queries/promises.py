"""宿題: open promises over all clients by due day, as far as they were read."""

from __future__ import annotations

from dataclasses import dataclass

from bankrm.application.ports.clock import Clock
from bankrm.application.ports.store import OpenUnitOfWork
from bankrm.application.refresh_promises import READER
from bankrm.domain.clients import ClientKey
from bankrm.domain.closings import OpenPromise
from bankrm.domain.due import Due
from bankrm.domain.interactions import Party
from bankrm.domain.visits import BusinessCalendar


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """One open promise of ours, its client's name, and where it stands today."""

    promise: OpenPromise
    client_name: str
    due: Due


@dataclass(frozen=True, slots=True)
class PromiseList:
    """Ours over all clients, overdue first, those without a day last; `unread` clients may hold others, or fewer."""

    rows: tuple[PromiseRow, ...]
    unread: int

    @property
    def pressing(self) -> tuple[PromiseRow, ...]:
        """Overdue, due today, or within three open days."""
        return tuple(row for row in self.rows if row.due.presses)


class ListPromises:
    """Reads what was read of each client's records, never the records themselves."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, calendar: BusinessCalendar, clock: Clock) -> None:
        self._open, self._calendar, self._clock = open_unit_of_work, calendar, clock

    def __call__(self) -> PromiseList:
        """As of today."""
        today = self._clock.today()
        with self._open() as uow:
            names = {client.key: client.name for client in uow.records.clients()}
            promises = uow.promises.open(Party.BANK)
            unread = uow.promises.unread(READER, today)
        rows = (PromiseRow(one, names.get(one.client, ""), self._due(one)) for one in promises)
        return PromiseList(tuple(rows), len(unread))

    def of(self, client: ClientKey, owner: Party) -> tuple[OpenPromise, ...]:
        """What one side owes at one client, by due day."""
        with self._open() as uow:
            return tuple(uow.promises.open(owner, clients=(client,)))

    def _due(self, promise: OpenPromise) -> Due:
        return Due.of(promise.due, self._clock.today(), self._calendar)
