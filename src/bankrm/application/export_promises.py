"""Our open promises as a calendar file (.ics): an explicit act, recorded with the digest of what was written.

The file leaves the encrypted store in the clear, with clients' names in it: whoever asks for it must have been told. What was promised in confidence never does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from bankrm.application.export_draft import Exported
from bankrm.application.hand_out import ForbiddenByPolicy
from bankrm.application.ports.clock import Clock
from bankrm.application.ports.exporting import CalendarEntry, CalendarFormat, Delivery
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.application.queries.promises import ListPromises, PromiseRow
from bankrm.domain.audit import Act, AuditEvent

OBJECT = "promises"
MOST = 10_000


class ExportPromises:
    """The file stands only where its audit entry stands too."""

    def __init__(
        self,
        open_unit_of_work: OpenUnitOfWork,
        promises: ListPromises,
        calendar: CalendarFormat,
        delivery: Delivery,
        clock: Clock,
        *,
        allowed: bool = True,
    ) -> None:
        self._open, self._promises, self._calendar = open_unit_of_work, promises, calendar
        self._delivery, self._clock, self.allowed = delivery, clock, allowed

    def __call__(self, target: Path) -> Exported:
        """All that have a day, each an entry of that day, but what was promised in confidence. Raises ForbiddenByPolicy, and ExportRefused where the file cannot be
        written."""
        if not self.allowed:
            raise ForbiddenByPolicy(key="AllowExport")
        entries = list(self._entries())
        content = self._calendar.render(entries, self._clock.now())
        digest = hashlib.sha256(content).hexdigest()
        staged = self._delivery.stage(target, content)
        try:
            with self._open() as uow:
                detail = {"format": "ics", "entries": len(entries)}
                uow.audit.record(AuditEvent(Act.EXPORTED, OBJECT, digest, detail))
                uow.commit()
            staged.publish()
        finally:
            staged.discard()
        return Exported(target, digest, len(content))

    def _entries(self) -> Iterator[CalendarEntry]:
        for row in self._promises(everything=True, most=MOST).rows:
            entry = None if row.secret else entry_of(row)
            if entry:
                yield entry


def entry_of(row: PromiseRow) -> CalendarEntry | None:
    """None for a promise without a day. The id is the promise's own, so that a second file changes entries and doubles none."""
    promise = row.promise
    if promise.due is None:
        return None
    what = "\n".join(map(str, promise.identity))
    return CalendarEntry(hashlib.sha256(what.encode()).hexdigest()[:32], promise.due, row.client_name, promise.thing)
