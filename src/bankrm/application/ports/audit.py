"""What use cases need of the store for the record of every act."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bankrm.domain.audit import Act, AuditEntry, AuditEvent


class Audit(Protocol):
    """The hash-chained record of every act."""

    def record(self, event: AuditEvent) -> None:
        """Append; committed with the act it records."""
        ...

    def entries(self) -> Sequence[AuditEntry]:
        """The whole chain."""
        ...

    def newest(self, act: Act, count: int, before: int | None = None) -> Sequence[AuditEntry]:
        """So many entries of one act, the newest first; only those whose `seq` is less than `before` where it is given."""
        ...
