"""Whom a question goes to: somebody who can answer it, who is at the table, and before whom it may be asked."""

from __future__ import annotations

from bankrm.domain.observations import Observation
from bankrm.domain.reading import contact_of, is_head
from bankrm.drafting.template.desk import Desk

_KEEPERS = ("経理", "財務", "総務", "管理", "事務長")


def decider(desk: Desk) -> str:
    """Of those we meet, the one who decides; else the first."""
    people = desk.people()
    heads = [person for person in people if is_head(person)]
    contacts = desk.context.dossier.contacts
    chosen = [p for p in people if (contact := contact_of(p, contacts)) and contact.decides]
    return next(iter((*chosen, *heads, *people)), "先方")


def keeper_of_books(desk: Desk) -> str:
    """Of those we meet, the one who keeps the books; else the one who decides."""
    return next((p for p in desk.people() if any(word in p for word in _KEEPERS)), decider(desk))


def promiser(desk: Desk, promise: Observation) -> str:
    """Whoever gave the promise, if alone then and at the table now; else the one who decides."""
    ref = promise.evidence[0].origin.ref
    met = next((r.attendees for r in desk.context.dossier.interactions if r.ref == ref), ())
    return desk.as_planned(met[0]) if len(met) == 1 and desk.meets(met[0]) else decider(desk)


def asked_of(desk: Desk, o: Observation, to: str) -> str | None:
    """How the question begins: 「(佐伯経理部長へ)」; apart where others at the table must not hear; None where it cannot be asked."""
    hushed = desk.hushed(o)
    if not hushed:
        return f"({to}へ)"
    knows = next((e.speaker for e in o.evidence if desk.meets(e.speaker)), to)
    apart = f"({desk.as_planned(knows)}へ、別席で)"
    return None if not desk.meets(knows) or desk.canonical(knows) in hushed else apart
