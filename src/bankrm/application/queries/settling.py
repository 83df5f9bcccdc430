"""Which promises a record would settle (この宿題を済にします), told before it is confirmed."""

from __future__ import annotations

from collections.abc import Mapping

from bankrm.application.ports.clock import Clock
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.closings import OpenPromise
from bankrm.domain.memos import Memo, RecordField, new_ref
from bankrm.drafting.recording.compose import record_of
from bankrm.insights.open_promises import settled_by


class PromisesSettled:
    """By the same reading that a confirmed record gets."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, clock: Clock) -> None:
        self._open, self._clock = open_unit_of_work, clock

    def __call__(self, memo: Memo, fields: Mapping[RecordField, str]) -> tuple[OpenPromise, ...]:
        """Promises of both sides that are open without it, and no more with it; none of a client that is unknown by now."""
        with self._open() as uow:
            dossier = uow.records.dossier(memo.client)
        record = record_of(memo, fields, memo.ref or new_ref(memo.id, memo.on))
        return settled_by(dossier, record, self._clock.today()) if dossier else ()
