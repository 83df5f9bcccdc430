"""Which visits are planned, and what has been drafted for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.clients import ClientKey
from bankrm.domain.ids import DraftId
from bankrm.domain.visits import Visit


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One visit, its client's name, and the drafts that stand for its documents, oldest first."""

    visit: Visit
    client_name: str
    drafts: tuple[DraftId, ...]


class ListVisits:
    """Visits that start in a span of days, in time order."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open = open_unit_of_work

    def __call__(self, first: date, last: date = date.max) -> tuple[VisitRow, ...]:
        """Both days included."""
        with self._open() as uow:
            visits = uow.records.visits(first, last)
            clients = uow.records.clients_of({visit.client for visit in visits})
            drafts = defaultdict[tuple[ClientKey, str | None], list[DraftId]](list)
            for draft in uow.drafts.of_visits([visit.ref for visit in visits]):
                drafts[draft.client, draft.visit].append(draft.id)
        return tuple(
            VisitRow(
                visit,
                clients[visit.client].name if visit.client in clients else "",
                tuple(drafts[visit.client, visit.ref]),
            )
            for visit in visits
        )

    def next_day(self, after: date) -> date | None:
        """The first later day with visits."""
        with self._open() as uow:
            return next((visit.day for visit in uow.records.visits(after, date.max) if visit.day > after), None)

    def next_of(self, client: ClientKey, today: date) -> Visit | None:
        """That client's next visit on or after today."""
        with self._open() as uow:
            visits: Sequence[Visit] = uow.records.visits(today, date.max)
            return next((visit for visit in visits if visit.client == client), None)
