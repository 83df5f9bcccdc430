"""Which promises of one client are open by its records, and until when that reading holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bankrm.domain.closings import OpenPromise, PromiseIdentity
from bankrm.domain.dossier import Dossier
from bankrm.domain.interactions import Interaction
from bankrm.domain.reading import read_interaction
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


def settled_by(dossier: Dossier, record: Interaction, today: date) -> tuple[OpenPromise, ...]:
    """What is owed now, and no more once this record (with its people's names as they were typed) is one of the client's."""
    others = tuple(one for one in dossier.interactions if one.ref != record.ref)
    told = (*others, read_interaction(record, dossier.contacts))
    before = replace(dossier, interactions=others)
    after = replace(dossier, interactions=tuple(sorted(told, key=lambda one: (one.on, one.ref))))
    owed = {promise.identity for promise in read_open_promises(before, today).promises}
    settled = (fate for fate in fates(View(after, today, today, ())) if fate.settled)
    return tuple(open_promise(after, f) for f in settled if PromiseIdentity.of(f.record, f.promise) in owed)


def open_promise(dossier: Dossier, fate: Fate) -> OpenPromise:
    """What is still owed, as a person closes it."""
    promise = fate.promise
    return OpenPromise(
        dossier.client.key, fate.record.ref, fate.record.on, promise.owner, promise.text, promise.thing, fate.first_due,
        fate.candidate.evidence.text if fate.candidate else "",
    )  # fmt: skip
