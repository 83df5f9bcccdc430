"""Let a confirmed record leave for the bank's book of record (SFA): as text for the clipboard, or as a table of many, each once.

ExpectedError
 ├─ ForbiddenByPolicy    IT does not let customer text reach the clipboard, or a file
 └─ NotConfirmed         a record that is being written or amended leaves for nowhere
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bankrm.application.changes import Area, Changes
from bankrm.application.hand_out import ForbiddenByPolicy
from bankrm.application.ports.clock import Clock
from bankrm.application.ports.exporting import Delivery
from bankrm.application.ports.record_layouts import Entry, RecordLayout
from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.clients import ClientKey
from bankrm.domain.errors import ExpectedError, NotFound
from bankrm.domain.ids import MemoId
from bankrm.domain.memos import Memo, MemoState

_DONE = frozenset({MemoState.CONFIRMED, MemoState.REGISTERED})


class NotConfirmed(ExpectedError):
    """The record is not confirmed (details: memo)."""

    code = "record_not_confirmed"


@dataclass(frozen=True, slots=True)
class Copied:
    """The text for the clipboard, and what changed."""

    text: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class Registered:
    """How many records left in the file; no file was written where there were none."""

    count: int
    path: Path | None
    changes: Changes


class CopyRecord:
    """SFA用にコピー: the record's fields in the order of the bank's table. Nobody has entered it there by that."""

    def __init__(
        self, open_unit_of_work: OpenUnitOfWork, layout: RecordLayout, clock: Clock, *, allowed: bool = True
    ) -> None:
        self._open, self._layout, self._clock, self._allowed = open_unit_of_work, layout, clock, allowed

    def __call__(self, memo: MemoId) -> Copied:
        """Raises ForbiddenByPolicy, NotFound and NotConfirmed."""
        if not self._allowed:
            raise ForbiddenByPolicy(key="AllowClipboard")
        with self._open() as uow:
            kept = _confirmed(uow, memo)
            text = as_text(self._layout.lines(_entry(uow, kept)))
            digest = hashlib.sha256(text.encode()).hexdigest()
            uow.memos.put(replace(kept, copied=self._clock.now()))
            detail = {"ref": kept.ref, "profile": self._layout.name}
            uow.audit.record(AuditEvent(Act.COPIED, kept.id, digest, detail))
            uow.commit()
        return Copied(text, _changes([kept]))


class RegisterRecord:
    """登録した: a person says that the record stands in the bank's system, and may take that back."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, clock: Clock) -> None:
        self._open, self._clock = open_unit_of_work, clock

    def __call__(self, memo: MemoId) -> Changes:
        """Once; a registered one stays so. Raises NotFound and NotConfirmed."""
        with self._open() as uow:
            kept = _confirmed(uow, memo)
            if kept.state is MemoState.CONFIRMED:
                _register(uow, kept, self._clock, "", {"way": "person"})
                uow.commit()
        return _changes([kept])

    def take_back(self, memo: MemoId) -> Changes:
        """It was not registered after all. Raises NotFound."""
        with self._open() as uow:
            kept = _found(uow, memo)
            if kept.state is MemoState.REGISTERED:
                uow.memos.put(kept.to(MemoState.CONFIRMED))
                uow.audit.record(AuditEvent(Act.UNREGISTERED, kept.id, detail={"ref": kept.ref}))
                uow.commit()
        return _changes([kept])


class ExportRecords:
    """Confirmed records as one file for the bank's system; none counts as registered where the file does not stand."""

    def __init__(
        self,
        open_unit_of_work: OpenUnitOfWork,
        layout: RecordLayout,
        delivery: Delivery,
        clock: Clock,
        *,
        allowed: bool = True,
    ) -> None:
        self._open, self._layout, self._delivery, self._clock = open_unit_of_work, layout, delivery, clock
        self._allowed = allowed

    def __call__(self, since: date, target: Path) -> Registered:
        """All that are confirmed and not registered yet, of talks on or after `since`.

        Raises ForbiddenByPolicy, RecordUnencodable (nothing is written, nothing counts as registered) and ExportRefused.
        """
        if not self._allowed:
            raise ForbiddenByPolicy(key="AllowExport")
        with self._open() as uow:
            waiting = [memo for memo in uow.memos.claim_confirmed() if memo.on >= since]
            if not waiting:
                return Registered(0, None, Changes())
            content = self._layout.table([_entry(uow, memo) for memo in waiting])
            digest = hashlib.sha256(content).hexdigest()
            staged = self._delivery.stage(target, content)
            try:
                for memo in waiting:
                    _register(uow, memo, self._clock, digest, {"way": "file", "profile": self._layout.name})
                staged.publish()
                uow.commit()
            finally:
                staged.discard()
        return Registered(len(waiting), target, _changes(waiting))


def as_text(lines: Sequence[tuple[str, str]]) -> str:
    """One field after the other under its header, lines ending in CRLF; a value of several lines begins on its own."""
    fields = (f"【{header}】" + ("\n" if "\n" in value else "") + value for header, value in lines)
    return "\n".join(fields).replace("\n", "\r\n")


def _register(uow: UnitOfWork, memo: Memo, clock: Clock, digest: str, detail: dict[str, object]) -> None:
    if memo.state is MemoState.CONFIRMED:
        uow.memos.put(memo.to(MemoState.REGISTERED, clock.now()))
    uow.audit.record(AuditEvent(Act.REGISTERED, memo.id, digest, {"ref": memo.ref, **detail}))


def _found(uow: UnitOfWork, memo: MemoId) -> Memo:
    kept = uow.memos.claim(memo)
    if kept is None:
        raise NotFound(what="memo", id=memo)
    return kept


def _confirmed(uow: UnitOfWork, memo: MemoId) -> Memo:
    kept = _found(uow, memo)
    if kept.state not in _DONE:
        raise NotConfirmed(memo=memo)
    return kept


def _entry(uow: UnitOfWork, memo: Memo) -> Entry:
    record = uow.records.interaction(memo.client, memo.ref)
    client = uow.records.clients_of({memo.client}).get(memo.client)
    if client is None or record is None:
        raise NotFound(what="record", id=memo.ref)
    return Entry(record, client)


def _changes(memos: Sequence[Memo]) -> Changes:
    clients: frozenset[ClientKey] = frozenset(memo.client for memo in memos)
    return Changes.of(Area.MEMOS, clients=clients)
