"""宿題: open promises over all clients by due day, as far as they were read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bankrm.application.ports.clock import Clock
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.application.refresh_promises import READER
from bankrm.domain.citing import says_confidential
from bankrm.domain.clients import Client
from bankrm.domain.closings import OpenPromise
from bankrm.domain.due import FORGOTTEN_DAYS, SOON_DAYS, Due
from bankrm.domain.interactions import Party
from bankrm.domain.visits import BusinessCalendar

MOST = 200  # rows on one screen


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """One open promise of ours, its client's name, and where it stands today. `secret`: its record was told in confidence (秘匿)."""

    promise: OpenPromise
    client_name: str
    due: Due
    secret: bool = False


@dataclass(frozen=True, slots=True)
class PromiseList:
    """Ours over all clients. `pressing` and `others` count all there are, of which `rows` are the first; `unread` clients may hold
    others, or fewer."""

    rows: tuple[PromiseRow, ...]
    pressing: int
    others: int
    unread: int


class ListPromises:
    """Reads what was read of each client's records, never the records themselves."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, calendar: BusinessCalendar, clock: Clock) -> None:
        self._open, self._calendar, self._clock = open_unit_of_work, calendar, clock

    def __call__(self, *, everything: bool = False, most: int = MOST) -> PromiseList:
        """What presses today, overdue first: overdue, due today, or within three open days. With `everything` the others after
        it: later days, those without a day, and those more than a year overdue, where a record is missing rather."""
        today = self._clock.today()
        first = today - timedelta(days=FORGOTTEN_DAYS)
        last = self._calendar.step(today, SOON_DAYS + 1) - timedelta(days=1)
        with self._open() as uow:
            if everything:
                found = sorted(uow.promises.open(Party.BANK), key=lambda one: _group(one, first, last))[:most]
            else:
                found = list(uow.promises.open(Party.BANK, first=first, last=last, limit=most))
            clients = uow.records.clients_of({promise.client for promise in found})
            pressing = uow.promises.count_open(Party.BANK, first=first, last=last)
            others = uow.promises.count_open(Party.BANK) - pressing
            unread = uow.promises.unread(READER, today)
            marked = uow.records.confidentiality_of({(promise.client, promise.record) for promise in found})
        rows = (
            PromiseRow(
                one,
                _name(clients.get(one.client)),
                self._due(one),
                says_confidential(marked.get((one.client, one.record), "")),
            )
            for one in found
        )
        return PromiseList(tuple(rows), pressing, others, len(unread))

    def _due(self, promise: OpenPromise) -> Due:
        return Due.of(promise.due, self._clock.today(), self._calendar)


def _name(client: Client | None) -> str:
    return client.name if client else ""


def _group(promise: OpenPromise, first: date, last: date) -> int:
    """Pressing ones, later ones, those without a day, forgotten ones."""
    if promise.due is None:
        return 2
    return 3 if promise.due < first else 0 if promise.due <= last else 1
