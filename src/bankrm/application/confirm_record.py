"""Confirm a record (確定): the memo becomes a record of the store, every later confirmation a new version of it.

ExpectedError
 ├─ RecordEmpty     there is nothing to record yet
 └─ RecordWarned    something must be answered for first: sensitive facts, a guarantee without its explanation
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace

from bankrm.application.changes import Area, Changes
from bankrm.application.open_memo import MemoDesk
from bankrm.application.ports.clock import Clock
from bankrm.application.ports.records import Source
from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.application.propose_record import propose
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.errors import ExpectedError, NotFound
from bankrm.domain.ids import MemoId
from bankrm.domain.interactions import Interaction
from bankrm.domain.memos import Memo, MemoConflict, MemoState, RecordField, new_ref
from bankrm.drafting.recording.compose import record_of

_TELLS = (
    RecordField.EXPLANATION,
    RecordField.CLIENT_WORDS,
    RecordField.PROMISES,
    RecordField.OPEN_POINTS,
    RecordField.HANDED_OVER,
)


class RecordEmpty(ExpectedError):
    """Nothing that was said, explained or promised is there to be recorded."""

    code = "record_empty"


class RecordWarned(ExpectedError):
    """Warnings that nobody answered for; nothing was kept (details: count, kinds)."""

    code = "record_warned"


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The memo as it stands then, its record, and what changed."""

    memo: Memo
    record: Interaction
    changes: Changes


class ConfirmRecord:
    """A record of the bank's own from then on: seen by every insight as an imported one is; its origin, the memo, is kept unaltered."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, clock: Clock) -> None:
        self._open, self._clock = open_unit_of_work, clock

    def __call__(self, desk: MemoDesk) -> Confirmed:
        """Confirming twice is once. Raises RecordEmpty, RecordWarned, and MemoConflict where the store's memo is another than the
        desk's: nothing of anybody's is written over."""
        memo, proposal = desk.memo, propose(desk.memo, desk.meeting)
        if open_warnings := proposal.open_warnings:
            raise RecordWarned(
                count=len(open_warnings), kinds=sorted({warning.kind.value for warning in open_warnings})
            )
        if not any(proposal.fields[field].strip() for field in _TELLS):
            raise RecordEmpty
        record = record_of(memo, proposal.fields, memo.ref or new_ref(memo.id, memo.on))
        with self._open() as uow:
            kept = uow.memos.claim(memo.id)
            same = kept is not None and kept.says_the_same(memo)
            if kept and same and kept.state is not MemoState.OPEN:
                return Confirmed(kept, uow.records.interaction(kept.client, kept.ref) or record, Changes())
            if kept and not same and (kept != desk.kept or kept.state is not MemoState.OPEN):
                raise MemoConflict(memo=memo.id)
            confirmed = replace(memo, ref=record.ref).to(MemoState.CONFIRMED, self._clock.now())
            self._keep(uow, confirmed, record)
            uow.commit()
        changes = Changes.of(Area.RECORDS, Area.VISITS, Area.PROMISES, clients=frozenset({memo.client}))
        return Confirmed(confirmed, record, changes)

    def amend(self, memo: MemoId) -> Memo:
        """Open a confirmed memo again; its record stands until it is confirmed anew. Raises NotFound."""
        with self._open() as uow:
            kept = uow.memos.claim(memo)
            if kept is None:
                raise NotFound(what="memo", id=memo)
            opened = kept if kept.state is MemoState.OPEN else kept.to(MemoState.OPEN)
            uow.memos.put(opened)
            uow.commit()
        return opened

    def _keep(self, uow: UnitOfWork, memo: Memo, record: Interaction) -> None:
        origin = memo.text.encode()
        digest = hashlib.sha256(origin).hexdigest()
        uow.records.keep_original(digest, f"memo:{record.ref}", origin)
        change = uow.records.put(record, Source(digest))
        uow.memos.put(memo)
        if memo.visit:
            time = uow.practice.time_of(memo.client, memo.visit)
            uow.practice.put_time(replace(time, recorded=time.recorded or memo.confirmed))
        detail = {"ref": record.ref, "memo_sha256": digest, "change": change.value}
        uow.audit.record(AuditEvent(Act.RECORDED, memo.id, digest_of(record), detail))


def digest_of(record: Interaction) -> str:
    """Of everything that the record holds."""
    told = json.dumps(asdict(record), ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(told.encode()).hexdigest()
