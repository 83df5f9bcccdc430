"""Which promises of one client are open by its records, and until when that reading holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bankrm.domain.closings import OpenPromise
from bankrm.domain.dossier import Dossier
from bankrm.insights.promises import Fate, fates
from bankrm.insights.remarks import View


@dataclass(frozen=True, slots=True)
class PromiseReading:
    """One client's open promises as read on `day`; they may be others on `until`, when a record dated ahead begins to count."""

    day: date
    until: date | None
    promises: tuple[OpenPromise, ...]


def read_open_promises(dossier: Dossier, today: date) -> PromiseReading:
    """Everything owed by either side; what tells of something sensitive is left out, as in documents."""
    view = View(dossier, today, today, ())
    ahead = [day for day in (*(r.on for r in dossier.interactions), *(c.on for c in dossier.closings)) if day > today]
    still_open = tuple(open_promise(dossier, fate) for fate in fates(view) if not fate.settled)
    return PromiseReading(today, min(ahead, default=None), still_open)


def open_promise(dossier: Dossier, fate: Fate) -> OpenPromise:
    """What is still owed, as a person closes it."""
    promise = fate.promise
    return OpenPromise(
        dossier.client.key, fate.record.ref, fate.record.on, promise.owner, promise.text, promise.thing, fate.first_due,
        fate.candidate.evidence.text if fate.candidate else "",
    )  # fmt: skip
