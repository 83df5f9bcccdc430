"""The chain of acts in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from tests.fakes.memory.data import MemoryData

from bankrm.adapters.store.audit_chain import GENESIS, chained
from bankrm.domain.audit import Act, AuditEntry, AuditEvent


class MemoryAudit:
    def __init__(self, data: MemoryData, clock: Callable[[], datetime]) -> None:
        self._data, self._clock = data, clock

    def record(self, event: AuditEvent) -> None:
        entries = self._data.audit
        previous = entries[-1].hash if entries else GENESIS
        entries.append(chained(event, seq=len(entries) + 1, time=self._clock(), actor="test", previous=previous))

    def entries(self) -> Sequence[AuditEntry]:
        return list(self._data.audit)

    def newest(self, act: Act, count: int, before: int | None = None) -> Sequence[AuditEntry]:
        found = [entry for entry in self._data.audit if entry.act is act and (before is None or entry.seq < before)]
        return found[::-1][:count]
