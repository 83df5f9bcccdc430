"""A client's promises of both sides: what is open, what became of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bankrm.application.ports.clock import Clock
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.citing import is_confidential
from bankrm.domain.clients import ClientKey
from bankrm.domain.closings import OpenPromise
from bankrm.domain.dossier import Dossier
from bankrm.domain.errors import NotFound
from bankrm.domain.ids import ClosingId
from bankrm.domain.interactions import Party
from bankrm.insights.open_promises import open_promise
from bankrm.insights.promises import Fate, fates
from bankrm.insights.remarks import View
from bankrm.insights.topics import Topic


class PromiseState(StrEnum):
    """What is known of a promise today."""

    OVERDUE = "overdue"
    OPEN = "open"
    IN_DOUBT = "in_doubt"  # a later record may tell that it was kept: a person must say
    KEPT_LATE = "kept_late"
    KEPT = "kept"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ClientPromise:
    """One promise. `due` is the day first promised, `days` how long it is or was late; `told_on` and `told` are the later record
    that tells of it, where one does."""

    owner: Party
    thing: str
    text: str
    ref: str
    promised_on: date
    due: date | None
    state: PromiseState
    days: int = 0
    told_on: date | None = None
    told: str = ""
    still_open: OpenPromise | None = None  # by which it is closed
    closing: ClosingId | None = None  # what a person said (済), by which it is taken back
    secret: bool = False  # its record was told in confidence (秘匿)

    @property
    def is_open(self) -> bool:
        """Whether something is still owed."""
        return self.still_open is not None


class ReadClientPromises:
    """Compares every promise with every later record: about a second for a hundred talks, so not for the store's own lane."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, topics: Sequence[Topic], clock: Clock) -> None:
        self._open, self._topics, self._clock = open_unit_of_work, topics, clock

    def __call__(self, key: ClientKey) -> tuple[ClientPromise, ...]:
        """Open ones by their day, ours before theirs; then the settled, the latest first. Raises NotFound."""
        today = self._clock.today()
        with self._open() as uow:
            dossier = uow.records.dossier(key)
        if dossier is None:
            raise NotFound(what="client", id=str(key))
        rows = [_row(dossier, fate, today) for fate in fates(View(dossier, today, today, self._topics))]
        still_open = sorted((row for row in rows if row.is_open), key=lambda row: (row.owner, row.due or date.max))
        settled = [row for row in rows if not row.is_open]
        return (*still_open, *sorted(settled, key=lambda row: row.told_on or row.promised_on, reverse=True))


def _row(dossier: Dossier, fate: Fate, today: date) -> ClientPromise:
    told = fate.kept_by or fate.candidate
    closing = next((one.id for one in dossier.closings if fate.kept_by and fate.kept_by.record.ref == one.id), None)
    state, days = _state(fate, today)
    return ClientPromise(
        fate.promise.owner, fate.promise.thing, fate.promise.text, fate.record.ref, fate.record.on, fate.first_due,
        state, days, fate.kept_on or (told.on if told else None), told.text if told else "",
        None if fate.settled else open_promise(dossier, fate), closing, is_confidential(fate.record),
    )  # fmt: skip


def _state(fate: Fate, today: date) -> tuple[PromiseState, int]:
    if fate.withdrawn:
        return PromiseState.WITHDRAWN, 0
    if fate.kept_on:
        late = fate.late_days()
        return (PromiseState.KEPT_LATE if late else PromiseState.KEPT), late
    overdue = max(0, (today - fate.first_due).days) if fate.first_due else 0
    if fate.candidate:
        return PromiseState.IN_DOUBT, overdue
    return (PromiseState.OVERDUE if overdue else PromiseState.OPEN), overdue
