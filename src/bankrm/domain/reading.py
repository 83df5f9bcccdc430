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


def is_person(label: str, contact: Contact) -> bool:
    """Whether a label as bankers write it (田辺社長, 田辺様, 田辺 一郎) means this contact: a beginning of the name or a whole
    alias, then nothing, an honorific or a part of the role."""
    bare = label.replace("　", "").replace(" ", "")
    if bare in contact.aliases:
        return True
    name = contact.name.replace("　", "").replace(" ", "")
    for length in range(min(len(name), len(bare)), 0, -1):
        if name.startswith(bare[:length]):
            rest = bare[length:]
            return rest in ("", "様", "さま", "さん", "氏") or (bool(rest) and rest in contact.role)
    return False


def display_name(contact: Contact) -> str:
    """Surname and role, as bankers write people down: 田辺社長."""
    return contact.name.replace("　", " ").split(" ")[0] + (contact.role or "様")


def speaker_of(label: str, attendees: Sequence[str], contacts: Sequence[Contact] = ()) -> str:
    """The person whom a label means, as surname and role (社長, 田辺様 → 田辺社長); the label where none or several fit."""
    known = dict.fromkeys([*attendees, *(display_name(contact) for contact in contacts)])
    bare = label
    for honorific in ("様", "さま", "さん", "氏"):
        bare = bare.removesuffix(honorific)
    for fits in (
        lambda name: name == label,
        lambda name: bool(bare) and name.endswith(bare),
        lambda name: bool(bare) and name.startswith(bare),
    ):
        for pool in (attendees, known):
            found = {name for name in pool if fits(name)}
            if len(found) == 1:
                return found.pop()
    return label
