"""What the evening's page lists: visits to record and memos as they stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bankrm.application.ports.clock import Clock
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.application.queries.unrecorded import visits_without_record
from bankrm.domain.clients import ClientKey
from bankrm.domain.ids import MemoId
from bankrm.domain.memos import Memo, MemoState
from bankrm.domain.visits import Visit

LOOK_BACK_DAYS = 14


@dataclass(frozen=True, slots=True)
class RecordingRow:
    """One talk: a visit without a record, or a memo. `state` is None where nothing was typed yet; `start` is None without a visit."""

    client: ClientKey
    client_name: str
    on: date
    start: datetime | None = None
    visit: str | None = None
    memo: MemoId | None = None
    state: MemoState | None = None
    copied: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it waits for its record."""
        return self.state in (None, MemoState.OPEN)


class ListRecordings:
    """Talks of today and of the days before: what has no record yet, and what was recorded here."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, clock: Clock) -> None:
        self._open, self._clock = open_unit_of_work, clock

    def __call__(self) -> tuple[RecordingRow, ...]:
        """Today's first, then the days before, each day in time order. A visit whose record was imported is left out."""
        today = self._clock.today()
        first = today - timedelta(days=LOOK_BACK_DAYS)
        with self._open() as uow:
            visits = uow.records.visits(first, today)
            memos = {
                memo.id: memo for memo in (*uow.memos.between(first, today), *uow.memos.in_states({MemoState.OPEN}))
            }
            names = {client.key: client.name for client in uow.records.clients()}
            by_visit = {(memo.client, memo.visit): memo for memo in memos.values() if memo.visit}
            waiting = {(visit.client, visit.ref) for visit in visits_without_record(uow, first, today)}
        rows = [
            _row(names, visit.client, by_visit.get((visit.client, visit.ref)), visit)
            for visit in visits
            if (visit.client, visit.ref) in waiting or (visit.client, visit.ref) in by_visit
        ]
        seen = {row.memo for row in rows}
        rows += [_row(names, memo.client, memo, None) for memo in memos.values() if memo.id not in seen]
        return tuple(sorted(rows, key=lambda row: (-row.on.toordinal(), row.start is None, str(row.start), row.client)))

    def client_of(self, visit: str) -> ClientKey | None:
        """Whose visit that is, whenever it is planned."""
        first = self._clock.today() - timedelta(days=LOOK_BACK_DAYS)
        with self._open() as uow:
            return next((one.client for one in uow.records.visits(first, date.max) if one.ref == visit), None)


def _row(names: dict[ClientKey, str], client: ClientKey, memo: Memo | None, visit: Visit | None) -> RecordingRow:
    on = memo.on if memo else visit.day if visit else date.min
    return RecordingRow(
        client, names.get(client, str(client)), on, visit.start if visit else None,
        visit.ref if visit else memo.visit if memo else None, memo.id if memo else None, memo.state if memo else None,
        bool(memo and memo.copied),
    )  # fmt: skip
