"""Close a promise (済) in one step, say that it is none, and take either back."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from bankrm.application.changes import Area, Changes
from bankrm.application.ports.clock import Clock
from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.application.refresh_promises import READER, RefreshPromises
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.clients import ClientKey
from bankrm.domain.closings import Closing, ClosingKind, OpenPromise
from bankrm.domain.errors import NotFound
from bankrm.domain.ids import ClosingId, new_uuid7


@dataclass(frozen=True, slots=True)
class Closed:
    """The closing that was kept, by which it is taken back."""

    closing: ClosingId
    changes: Changes


class ClosePromise:
    """A closing counts as a deed from then on: what is drafted later shows the promise as kept. One that is closed stays closed as
    it was said first, until that is taken back."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, refresh: RefreshPromises, clock: Clock, person: str) -> None:
        self._open, self._refresh, self._clock, self._person = open_unit_of_work, refresh, clock, person

    def __call__(self, promise: OpenPromise, words: str, on: date) -> Closed:
        """Done on that day; `words` are what was handed over or answered, the promise's thing where they are empty.

        Raises NotFound where the promise is open no more, ValueError for a day to come, or before the promise.
        """
        if not promise.promised_on <= on <= self._clock.today():
            raise ValueError(on)
        return self._keep(promise, ClosingKind.DONE, words.strip() or promise.thing, on)

    def dismiss(self, promise: OpenPromise, reason: str) -> Closed:
        """Not that side's to do, or wrongly read; the reason is the person's. Raises NotFound as above."""
        return self._keep(promise, ClosingKind.DISMISSED, reason.strip(), self._clock.today())

    def _keep(self, promise: OpenPromise, kind: ClosingKind, words: str, on: date) -> Closed:
        closing = Closing(ClosingId(new_uuid7()), promise, kind, on, words, self._person, self._clock.now())
        with self._open() as uow:
            said = uow.promises.closings(promise.client)
            known = next((one for one in said if one.promise.identity == promise.identity), None)
            if known is None:
                self._require_open(uow, promise)
                uow.promises.close(closing)
                uow.audit.record(_event(Act.PROMISE_CLOSED, closing))
                uow.commit()
        return Closed((known or closing).id, self._read(promise.client))

    def _require_open(self, uow: UnitOfWork, promise: OpenPromise) -> None:
        """By the last reading; where that holds no more, by the records as they stand."""
        from bankrm.insights.open_promises import read_open_promises  # the rules are loaded at the first closing

        client, today = promise.client, self._clock.today()
        if client not in uow.promises.unread(READER, today):
            still_open = uow.promises.open(promise.owner, clients=(client,))
        else:
            dossier = uow.records.dossier(client)
            still_open = read_open_promises(dossier, today).promises if dossier else ()
        if promise.identity not in {one.identity for one in still_open}:
            raise NotFound(what="promise", id=promise.record)

    def take_back(self, closing: ClosingId) -> Changes:
        """Undo: the promise is as it was; a second time nothing changes. Raises NotFound."""
        with self._open() as uow:
            said = uow.promises.get(closing)
            if said is None:
                raise NotFound(what="closing", id=closing)
            if said not in uow.promises.closings(said.client):
                return Changes()
            uow.promises.take_back(closing, self._clock.now())
            uow.audit.record(_event(Act.PROMISE_REOPENED, said))
            uow.commit()
        return self._read(said.client)

    def _read(self, client: ClientKey) -> Changes:
        self._refresh.of((client,))
        return Changes.of(Area.PROMISES, clients=frozenset({client}))


def _event(act: Act, closing: Closing) -> AuditEvent:
    """The words themselves never enter the audit: their digest does."""
    said = "\n".join((closing.promise.record, closing.promise.text, closing.words))
    detail = {"kind": closing.kind.value, "on": closing.on.isoformat(), "record": closing.promise.record}
    return AuditEvent(act, closing.id, hashlib.sha256(said.encode()).hexdigest(), detail)
