"""Let a confirmed record leave for the bank's book of record (SFA): as text for the clipboard, or as a table of many; each once.

ExpectedError
 ├─ ClipboardForbidden   IT does not let customer text reach the clipboard
 └─ NotConfirmed         a record that is being written or amended leaves for nowhere
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bankrm.application.changes import Area, Changes
from bankrm.application.ports.clock import Clock
from bankrm.application.ports.exporting import Delivery
from bankrm.application.ports.record_layouts import Entry, RecordLayout
from bankrm.application.ports.store import OpenUnitOfWork, UnitOfWork
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.clients import ClientKey
from bankrm.domain.errors import ExpectedError, NotFound
from bankrm.domain.ids import MemoId
from bankrm.domain.memos import Memo, MemoState

_DONE = frozenset({MemoState.CONFIRMED, MemoState.REGISTERED})


class ClipboardForbidden(ExpectedError):
    """The policy keeps customer text from the clipboard."""

    code = "clipboard_forbidden"


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
    """SFA用にコピー: the record's fields in the order of the bank's table; it counts as registered from then on."""

    def __init__(
        self, open_unit_of_work: OpenUnitOfWork, layout: RecordLayout, clock: Clock, *, allowed: bool = True
    ) -> None:
        self._open, self._layout, self._clock, self._allowed = open_unit_of_work, layout, clock, allowed

    def __call__(self, memo: MemoId) -> Copied:
        """Raises ClipboardForbidden, NotFound and NotConfirmed."""
        if not self._allowed:
            raise ClipboardForbidden
        with self._open() as uow:
            kept = _confirmed(uow, memo)
            text = as_text(self._layout.lines(_entry(uow, kept)))
            digest = hashlib.sha256(text.encode()).hexdigest()
            _register(uow, kept, self._clock, digest, {"way": "clipboard", "profile": self._layout.name})
            uow.commit()
        return Copied(text, _changes([kept]))

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
        self, open_unit_of_work: OpenUnitOfWork, layout: RecordLayout, delivery: Delivery, clock: Clock
    ) -> None:
        self._open, self._layout, self._delivery, self._clock = open_unit_of_work, layout, delivery, clock

    def __call__(self, since: date, target: Path) -> Registered:
        """All that are confirmed and not registered yet, of talks on or after `since`.

        Raises RecordUnencodable (nothing is written, nothing counts as registered) and ExportRefused.
        """
        with self._open() as uow:
            waiting = [memo for memo in uow.memos.in_states({MemoState.CONFIRMED}) if memo.on >= since]
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
    kept = uow.memos.get(memo)
    if kept is None:
        raise NotFound(what="memo", id=memo)
    return kept


def _confirmed(uow: UnitOfWork, memo: MemoId) -> Memo:
    kept = _found(uow, memo)
    if kept.state not in _DONE:
        raise NotConfirmed(memo=memo)
    return kept


def _entry(uow: UnitOfWork, memo: Memo) -> Entry:
    dossier = uow.records.dossier(memo.client)
    record = next((r for r in dossier.interactions if r.ref == memo.ref), None) if dossier else None
    if dossier is None or record is None:
        raise NotFound(what="record", id=memo.ref)
    return Entry(record, dossier.client)


def _changes(memos: Sequence[Memo]) -> Changes:
    clients: frozenset[ClientKey] = frozenset(memo.client for memo in memos)
    return Changes.of(Area.RECORDS, clients=clients)
