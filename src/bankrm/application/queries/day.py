"""The visits of a day as cards, the days ahead in numbers, and the visits that have no record yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bankrm.application.ports.clock import Clock
from bankrm.application.ports.drafts import DraftSummary
from bankrm.application.ports.records import ClientCounts
from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.application.queries.set_glance import Glances, SetGlance
from bankrm.application.queries.unrecorded import visits_without_record
from bankrm.domain.clients import ClientKey
from bankrm.domain.interactions import Party
from bankrm.domain.preparation import UNFINISHED, JobState
from bankrm.domain.visits import BusinessCalendar, Visit, has_begun

LOOK_BACK, AHEAD = 5, 5  # open days: of visits without a record, and of days shown ahead
A_TALK = timedelta(hours=1)  # so long after it began, a visit may be recorded


class PackState(StrEnum):
    """How far a visit's set is."""

    READY = "ready"
    WRITING = "writing"  # a language model's is under way; the template writer's can be read
    NEEDS_DATA = "needs_data"
    NONE = "none"  # not prepared yet


class Missing(StrEnum):
    """What a set lacks, so that little can stand in it."""

    CLIENT = "client"
    INTERACTIONS = "interactions"
    FIGURES = "figures"  # neither the host's nor statements


@dataclass(frozen=True, slots=True)
class VisitCard:
    """One visit, with its set where one stands. `theirs` counts the client's open promises due by the visit, `ours` our own;
    `recorded`: a record of it stands, so that its set stays as it is."""

    visit: Visit
    client_name: str
    reading: str
    state: PackState
    missing: tuple[Missing, ...] = ()
    ours: int = 0
    theirs: int = 0
    pack: SetGlance | None = None
    recorded: bool = False


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many visits a day holds."""

    day: date
    visits: int


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """A visit that should have taken place, without a record."""

    visit: Visit
    client_name: str


@dataclass(frozen=True, slots=True)
class Day:
    """The page 今日 but for the promises. `empty`: no client was imported yet; `writing` counts documents under way."""

    day: date
    cards: tuple[VisitCard, ...]
    ahead: tuple[DayCount, ...]
    unrecorded: tuple[Unrecorded, ...]
    empty: bool
    writing: int


class ShowDay:
    """Reads columns and what was read before; no client's file is opened."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, calendar: BusinessCalendar, clock: Clock) -> None:
        self._open, self._calendar, self._clock = open_unit_of_work, calendar, clock
        self._glances = Glances()

    def __call__(self, day: date | None = None) -> Day:
        """That day's visits in time order; without a day today's, or where there are none, those of the next day with some."""
        today = self._clock.today()
        with self._open() as uow:
            ahead = self._ahead(uow, today)
            wanted = day or next((count.day for count in ahead if count.visits), today)
            writing = [job for job in uow.jobs.in_states(UNFINISHED) if job.state is not JobState.FAILED]
            cards = self._cards(uow, wanted, {job.visit for job in writing if job.visit})
            unrecorded = self._unrecorded(uow, today)
            told = cards or unrecorded or any(count.visits for count in ahead)
            empty = not (told or uow.records.clients())
        return Day(wanted, cards, ahead, unrecorded, empty, len(writing))

    def _cards(self, uow: UnitOfWork, day: date, writing: Collection[str]) -> tuple[VisitCard, ...]:
        visits = uow.records.visits(day, day)
        keys = {visit.client for visit in visits}
        clients, counts = uow.records.clients_of(keys), uow.records.counts(keys)
        owed = {owner: _counted(uow, owner, day, keys) for owner in Party}
        drafts = _by_visit(uow.drafts.of_visits([visit.ref for visit in visits]))
        waiting = (
            {(one.client, one.ref) for one in visits_without_record(uow, day, day)}
            if day <= self._clock.today()
            else None
        )
        cards = []
        for visit in visits:
            pack = self._glances.of(uow, drafts.get(visit.ref, ()))
            client, missing = clients.get(visit.client), missing_of(counts.get(visit.client))
            name, reading = (client.name, client.reading) if client else ("", "")
            state = _state(pack, missing, is_writing=visit.ref in writing)
            ours, theirs = (owed[side].get(visit.client, 0) for side in (Party.BANK, Party.CLIENT))
            recorded = waiting is not None and (visit.client, visit.ref) not in waiting
            cards.append(VisitCard(visit, name, reading, state, missing, ours, theirs, pack, recorded))
        return tuple(cards)

    def _ahead(self, uow: UnitOfWork, today: date) -> tuple[DayCount, ...]:
        """Today and the open days after it, with any other day that holds visits."""
        last = self._calendar.step(today, AHEAD)
        by_day: dict[date, list[Visit]] = defaultdict(list)
        for visit in uow.records.visits(today, last):
            by_day[visit.day].append(visit)
        days = sorted({today, *self._calendar.open_days(today, last), *by_day})
        return tuple(DayCount(day, len(by_day[day])) for day in days)

    def _unrecorded(self, uow: UnitOfWork, today: date) -> tuple[Unrecorded, ...]:
        """Of the last open days, the newest first; of today those that began an hour ago."""
        first, now = self._calendar.step(today, -LOOK_BACK), self._clock.now()
        past = [
            v for v in visits_without_record(uow, first, today) if v.day < today or has_begun(v.start + A_TALK, now)
        ]
        clients = uow.records.clients_of({visit.client for visit in past})
        return tuple(Unrecorded(v, clients[v.client].name) for v in reversed(past) if v.client in clients)


def missing_of(counts: ClientCounts | None) -> tuple[Missing, ...]:
    """What keeps a set of this client from saying much."""
    if counts is None:
        return (Missing.CLIENT,)
    lacks_talks, lacks_figures = not counts.interactions, not (counts.host or counts.statements)
    wanting = ((Missing.INTERACTIONS, lacks_talks), (Missing.FIGURES, lacks_figures))
    return tuple(what for what, lacks in wanting if lacks)


def _state(pack: SetGlance | None, missing: Sequence[Missing], *, is_writing: bool) -> PackState:
    if is_writing:
        return PackState.WRITING
    if missing:
        return PackState.NEEDS_DATA
    return PackState.READY if pack else PackState.NONE


def _by_visit(drafts: Sequence[DraftSummary]) -> dict[str, list[DraftSummary]]:
    found: dict[str, list[DraftSummary]] = defaultdict(list)
    for draft in drafts:
        found[draft.visit or ""].append(draft)
    return found


def _counted(uow: UnitOfWork, owner: Party, day: date, clients: Collection[ClientKey]) -> Mapping[ClientKey, int]:
    counts: dict[ClientKey, int] = defaultdict(int)
    for promise in uow.promises.open(owner, last=day, clients=clients):
        counts[promise.client] += 1
    return counts
