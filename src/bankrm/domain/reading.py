"""A record as it arrived, read into utterances with their speakers and promises with their owners.

Derived on every reading, never stored: a better reader needs no second import.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bankrm.domain.clients import Contact
from bankrm.domain.interactions import Interaction, Utterance
from bankrm.domain.promises import read_promises
from bankrm.language.speech import split_utterances


def read_interaction(record: Interaction, contacts: Sequence[Contact] = ()) -> Interaction:
    """The record with its utterances and promises. Where one person was met and no speaker is labelled, the
    words are that person's."""
    spoken_words = split_utterances(record.client_words)
    labelled = any(spoken.label for spoken in spoken_words)
    alone = record.attendees[0] if len(record.attendees) == 1 and not labelled else ""
    utterances = tuple(
        Utterance(
            speaker_of(spoken.label or alone, record.attendees, contacts),
            spoken.text,
            spoken.quoted,
            (spoken.start, spoken.end),
        )
        for spoken in spoken_words
    )
    return replace(record, utterances=utterances, promises=read_promises(record.promises_text, record.on))


def contact_of(label: str, contacts: Sequence[Contact]) -> Contact | None:
    """The contact whom a label as bankers write it means (田辺社長, 田辺様, 田辺 一郎); None where none or several fit as well."""
    fits = [(score, contact) for contact in contacts if (score := _fit(label, contact))]
    best = max((score for score, _ in fits), default=0)
    found = [contact for score, contact in fits if score == best]
    return found[0] if len(found) == 1 else None


def _fit(label: str, contact: Contact) -> int:
    """0 for another person. A beginning of the name, then nothing, an honorific, or the role: the whole role fits best."""
    bare, name = (text.replace("　", "").replace(" ", "") for text in (label, contact.name))
    if bare == name or bare in contact.aliases:
        return 5
    for length in range(min(len(name), len(bare)), 0, -1):
        if name.startswith(bare[:length]):
            rest = bare[length:]
            if rest == contact.role:
                return 4
            if rest in ("", "様", "さま", "さん", "氏"):
                return 3
            return 2 if contact.role.startswith(rest) or contact.role.endswith(rest) else int(rest in contact.role)
    return 0


def display_name(contact: Contact) -> str:
    """Surname and role, as bankers write people down: 田辺社長."""
    return contact.name.replace("　", " ").split(" ")[0] + (contact.role or "様")


def speaker_of(label: str, attendees: Sequence[str], contacts: Sequence[Contact] = ()) -> str:
    """The person whom a label means, as surname and role (社長, 田辺様 → 田辺社長); the label where none or several fit."""
    known = dict.fromkeys([*attendees, *(display_name(contact) for contact in contacts)])
    bare = label
    for honorific in ("様", "さま", "さん", "氏"):
        bare = bare.removesuffix(honorific)
    for pool in (attendees, tuple(known)):
        for found in (
            [name for name in pool if name == label],
            [name for name in pool if bare and name.endswith(bare)],
            [name for name in pool if bare and name.startswith(bare)],
        ):
            if len(set(found)) == 1:
                return found[0]
    return label
