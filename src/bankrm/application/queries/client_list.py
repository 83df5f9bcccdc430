"""All clients in one list, and the few that fit what is typed above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bankrm.application.ports.clock import Clock
from bankrm.application.ports.store import OpenUnitOfWork, Standing
from bankrm.application.queries.names import known_client
from bankrm.application.queries.spelling import pieces_of, spelling_of
from bankrm.domain.clients import Client, ClientKey


@dataclass(frozen=True, slots=True)
class ClientRow:
    """One client: the next visit that is planned, the last talk, our loans (yen) by the latest host values."""

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
        """As the records stand now; a visit of today counts as the next one all day."""
        with self._open() as uow:
            clients, standings = uow.records.clients(), uow.records.standings()
            visits = uow.records.visits(self._clock.today(), date.max)
        coming = {visit.client: visit.start for visit in reversed(visits)}
        rows = [_row(client, coming.get(client.key), standings.get(client.key, Standing())) for client in clients]
        return tuple(sorted(rows, key=lambda row: (spoken_key(row), row.key)))


def _row(client: Client, next_visit: datetime | None, standing: Standing) -> ClientRow:
    return ClientRow(client, next_visit, standing.last_talk, standing.loans_yen)


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
