"""The same client with another representative: what must not change when only gender, age, nationality or name does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from bankrm.domain.clients import Contact
from bankrm.domain.dossier import Dossier
from bankrm.domain.interactions import Interaction
from bankrm.domain.reading import read_interaction

TRAITS = {"gender": ("男性", "女性"), "age": ("68歳", "34歳"), "nationality": ("日本国籍", "ベトナム国籍")}
"""What may be said of a representative, each with another that must make no difference."""

SURNAMES = {"グエン": "グエン", "朴": "パク", "佐々木": "ササキ"}
"""Other surnames with their readings."""


def representative(file: Dossier) -> Contact:
    """The one who decides; every client of the sample bank has one."""
    return next(contact for contact in file.contacts if contact.decides)


def swapped(file: Dossier, words: Mapping[str, str], note: str = "") -> Dossier:
    """The file with these words exchanged wherever they stand, and `note` said of the representative, in the master and in the last
    record; its records are read anew."""
    contacts = tuple(
        replace(one, note="。".join(filter(None, (one.note, note)))) if one.decides else one for one in file.contacts
    )
    *before, last = file.interactions
    told = replace(last, client_words=f"{last.client_words}\n代表は{note}。") if note else last
    changed: Dossier = exchanged(replace(file, contacts=contacts, interactions=(*before, told)), words)
    records = tuple(read_interaction(_unread(record), changed.contacts) for record in changed.interactions)
    return replace(changed, interactions=records)


def surname_of(file: Dossier) -> str:
    """How the records call the representative: 田辺 of 田辺誠一郎."""
    name = representative(file).name
    return next(name[:length] for length in (3, 2, 1) if any(name[:length] in str(one) for one in file.interactions))


def back(text: str, words: Mapping[str, str]) -> str:
    """A text of the swapped file in the words of the other."""
    for old, new in words.items():
        text = text.replace(new, old)
    return text


def _unread(record: Interaction) -> Interaction:
    return replace(record, utterances=(), promises=())


def exchanged(value: Any, words: Mapping[str, str]) -> Any:
    """A value of dataclasses, tuples and texts with these words exchanged."""
    if isinstance(value, str) and type(value) is str:
        for old, new in words.items():
            value = value.replace(old, new)
        return value
    if isinstance(value, tuple):
        return tuple(exchanged(one, words) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: exchanged(getattr(value, f.name), words) for f in fields(value) if f.init})
    return value
