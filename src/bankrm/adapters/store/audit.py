"""Audit entries in the store: appended to the chain in the transaction of the act that they record."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, insert, select

from bankrm.adapters.store.audit_chain import GENESIS, canonical_detail, canonical_time, chained
from bankrm.adapters.store.rows import METADATA
from bankrm.adapters.store.transaction import Transaction
from bankrm.domain.audit import Act, AuditEntry, AuditEvent

_AUDIT = METADATA.tables["audit"]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who acts, and the clock: what the store adds to every event."""

    actor: str
    clock: Callable[[], datetime]

    def append(self, connection: Connection, event: AuditEvent) -> None:
        """Write the event as the chain's next entry, in the connection's transaction, which must be the writer's."""
        newest = select(_AUDIT.c.seq, _AUDIT.c.hash).order_by(_AUDIT.c.seq.desc()).limit(1)
        last = connection.execute(newest).first()
        entry = chained(
            event,
            seq=last.seq + 1 if last else 1,
            time=self.clock(),
            actor=self.actor,
            previous=last.hash if last else GENESIS,
        )
        connection.execute(insert(_AUDIT).values(**_columns(entry)))


class SqlCipherAudit:
    """The chain within a unit of work."""

    def __init__(self, transaction: Transaction, signature: Signature) -> None:
        self._transaction, self._signature = transaction, signature

    def record(self, event: AuditEvent) -> None:
        """Append; committed with the act it records."""
        self._signature.append(self._transaction.writing(), event)

    def entries(self) -> Sequence[AuditEntry]:
        """The whole chain."""
        return [_entry(row) for row in self._transaction.reading().execute(select(_AUDIT).order_by(_AUDIT.c.seq))]

    def newest(self, act: Act, count: int, before: int | None = None) -> Sequence[AuditEntry]:
        """So many entries of one act, the newest first."""
        found = select(_AUDIT).where(_AUDIT.c.act == str(act)).order_by(_AUDIT.c.seq.desc()).limit(count)
        if before is not None:
            found = found.where(_AUDIT.c.seq < before)
        return [_entry(row) for row in self._transaction.reading().execute(found)]


def _columns(entry: AuditEntry) -> dict[str, object]:
    return {
        "seq": entry.seq,
        "time": canonical_time(entry.time),
        "actor": entry.actor,
        "act": str(entry.act),
        "object": entry.object,
        "object_hash": entry.object_hash,
        "detail": canonical_detail(entry.detail).decode(),
        "previous": entry.previous,
        "hash": entry.hash,
    }


def _entry(row: Row[tuple[object, ...]]) -> AuditEntry:
    return AuditEntry(
        row.seq,
        datetime.fromisoformat(row.time),
        row.actor,
        Act(row.act),
        row.object,
        row.object_hash,
        json.loads(row.detail),
        row.previous,
        row.hash,
    )
