"""Whom a question goes to: somebody who can answer it; at the table, apart from others, or by telephone before the visit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bankrm.domain.evidence import Evidence, OriginType
from bankrm.domain.observations import Observation
from bankrm.domain.reading import contact_of, display_name, is_head
from bankrm.drafting.template.desk import Desk
from bankrm.language.patterns import pattern
from bankrm.language.words import content_words

_KEEPERS = pattern(r"経理|財務|会計"), re.compile(r"総務|管理部|事務長|事務局長")
_KEEPS = pattern(r"(?:経理|資金繰り|会計|帳簿)[^。、]{0,8}(?:担当|を見|を預か|全般)|(?:経理|資金繰り|会計)と")
_OF_THE_BOOKS = pattern(r"試算表|決算|資金繰り|残高|売掛|買掛|在庫|棚卸|受注残|売上|償却|台帳|帳簿|申告|納税")


def decider(desk: Desk) -> str:
    """Of those we meet, the one who decides; else the first."""
    return _deciding(desk, desk.people()) or "先方"


def keeper_of_books(desk: Desk) -> str:
    """Who keeps the books: one we meet, else one whom the master names, by role before what is noted; else the one who decides."""
    contacts = desk.context.dossier.contacts
    for people in (desk.people(), tuple(map(display_name, contacts))):
        for role in _KEEPERS:
            if found := next((person for person in people if role.search(person)), None):
                return found
    noted = next((display_name(c) for c in contacts if _KEEPS.search(c.note)), None)
    return desk.as_planned(noted) if noted else decider(desk)


def promiser(desk: Desk, promise: Observation) -> str:
    """Whoever gave the promise: alone then, or who spoke of the thing in that talk; else who keeps the books, if it is of them;
    else who decides."""
    ref = promise.evidence[0].origin.ref
    record = next((r for r in desk.context.dossier.interactions if r.ref == ref), None)
    if record is None or not record.attendees:
        return decider(desk)
    thing = frozenset(word for word in content_words(promise.subject) if len(word) > 1)
    spoke = [u.speaker for u in record.utterances if u.speaker in record.attendees and _speaks_of(u.text, thing)]
    keeper = keeper_of_books(desk)
    keeps = [p for p in record.attendees if desk.as_planned(p) == keeper and _OF_THE_BOOKS.search(promise.subject)]
    alone = record.attendees if len(record.attendees) == 1 else ()
    return desk.as_planned(next(iter((*alone, *spoke, *keeps)), _deciding(desk, record.attendees)))


def _speaks_of(text: str, thing: frozenset[str]) -> bool:
    return 2 * len(thing & frozenset(content_words(text))) > len(thing)


def _deciding(desk: Desk, people: Sequence[str]) -> str:
    contacts = desk.context.dossier.contacts
    chosen = [p for p in people if (contact := contact_of(p, contacts)) and contact.decides]
    return next(iter((*chosen, *filter(is_head, people), *people)), "")


def known_by(desk: Desk, person: str) -> Evidence | None:
    """A piece that names somebody: the visit's entry, else the last talk with him or her."""
    if desk.meets(person):
        return desk.visit_evidence()
    told = [e for _, e in desk.context.pack if e.origin.type is OriginType.INTERACTION and desk.usable(e)]
    return next((e for e in reversed(told) if person in (e.speaker, *re.split("[、 ]", e.body))), None)


def is_called_ahead(desk: Desk, person: str, *, overdue: bool = False) -> bool:
    """Whether it is better to telephone before the visit: who is not at the table, or would be dunned there before the one who decides."""
    return known_by(desk, person) is not None and (not desk.meets(person) or (overdue and person != decider(desk)))


def asked_of(desk: Desk, o: Observation, to: str) -> str | None:
    """How the question begins: 「(佐伯経理部長へ)」; apart where others at the table must not hear; None where it cannot be asked."""
    hushed = desk.hushed(o)
    if not hushed:
        return f"({to}へ)"
    knows = next((e.speaker for e in o.evidence if desk.meets(e.speaker)), to)
    apart = f"({desk.as_planned(knows)}へ、別席で)"
    return None if not desk.meets(knows) or desk.canonical(knows) in hushed else apart
