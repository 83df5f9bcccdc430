"""All clients in one list, and the few that fit what is typed above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bankrm.application.ports.clock import Clock
from bankrm.application.ports.records import Standing
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.application.queries.names import known_client
from bankrm.application.queries.spelling import pieces_of, spelling_of
from bankrm.application.queries.unrecorded import visits_without_record
from bankrm.domain.clients import Client, ClientKey
from bankrm.domain.visits import agreed_meeting


@dataclass(frozen=True, slots=True)
class ClientRow:
    """One client: the next visit that is planned or was agreed on, the last talk, our loans (yen) by the latest host values."""

    client: Client
    next_visit: datetime | None = None
    last_talk: date | None = None
    loans_yen: int | None = None

    @property
    def key(self) -> ClientKey:
        """Whose row it is."""
        return self.client.key


class ListClientRows:
    """All clients by their reading."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, clock: Clock) -> None:
        self._open, self._clock = open_unit_of_work, clock

    def __call__(self) -> tuple[ClientRow, ...]:
        """As the records stand now; a visit of today counts as the next one until it is recorded."""
        with self._open() as uow:
            clients, standings = uow.records.clients(), uow.records.standings()
            visits = list(visits_without_record(uow, self._clock.today(), date.max))
        coming = {visit.client: visit.start for visit in reversed(visits)}
        today = self._clock.today()
        rows = [_row(c, coming.get(c.key), standings.get(c.key, Standing()), today) for c in clients]
        return tuple(sorted(rows, key=lambda row: (spoken_key(row), row.key)))


def _row(client: Client, planned: datetime | None, standing: Standing, today: date) -> ClientRow:
    return ClientRow(client, planned or agreed_since(standing, today), standing.last_talk, standing.loans_yen)


def agreed_since(standing: Standing, today: date) -> datetime | None:
    """When the last record says that one meets next, as long as that is to come; at midnight where it tells no hour."""
    agreed = agreed_meeting(standing.next_step, standing.last_talk) if standing.last_talk else None
    return agreed if agreed and agreed.date() >= today and agreed.date() != standing.last_talk else None


def spoken_key(row: ClientRow) -> str:
    """By what a list goes: the reading without the legal form, as people look for a firm."""
    return known_client(row.client).order[0]


def fitting(rows: Sequence[ClientRow], typed: str) -> tuple[ClientRow, ...]:
    """The rows that fit what was typed by name, reading, alias, key, corporate number, industry or who is in charge; all of them
    where nothing was."""
    pieces = pieces_of(typed)
    return tuple(row for row in rows if all(_fits(piece, row.client) for piece in pieces))


def _fits(piece: str, client: Client) -> bool:
    others = (client.industry, client.in_charge)
    return known_client(client).fit((piece,)) is not None or any(piece in spelling_of(other) for other in others)
