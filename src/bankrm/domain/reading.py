"""A record as it arrived, read into utterances with their speakers and promises with their owners.

Derived on every reading, never stored: a better reader needs no second import.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import fields, replace
from functools import lru_cache

from bankrm.domain.citing import pieces
from bankrm.domain.clients import Contact
from bankrm.domain.interactions import DERIVED, Interaction, Utterance, is_talk
from bankrm.domain.promises import read_promises
from bankrm.domain.visits import Visit
from bankrm.language.names import NameBook, Person
from bankrm.language.patterns import pattern
from bankrm.language.speech import Spoken, is_watched, split_utterances
from bankrm.language.titles import is_role
from bankrm.language.words import words

_CHARGE = pattern(
    r"[（(][^（）()]*(?:担当|管掌|所管|統括|常勤)[）)]"
)  # what a director is in charge of is not the name of the post
_SPOKEN = pattern(r"[（(](?P<post>[^（）()]*[長将役主師頭人])[）)]$")  # a post in brackets is what the person is called
SEEN_MARK, RECEIVED_MARK = "【様子】", "【受領】"
"""Lines of the client's words that begin so tell what was seen or received: nobody said it."""
# someone whom the record does not list was there after all: 工場長からは…との話があった, but not 社長からは…と聞いている
_IN_PERSON = pattern(r"^[^、。]{1,16}?(?:から|より)は?、?(?!.*(?:聞い|聞き|伺っ))")


def read_interaction(record: Interaction, contacts: Sequence[Contact] = ()) -> Interaction:
    """The record with its utterances and promises, its people under one name each (佐伯部長, 佐伯様 → 佐伯経理部長).

    Where one person was met and no speaker is labelled, the words are that person's. A sentence too long to be cited as one
    is several utterances. What the relationship manager knows themselves (担当者の認識) nobody said.
    """
    people = tuple(dict.fromkeys(canonical(person, contacts) for person in record.attendees))
    spoken_words = split_utterances(record.client_words)
    labelled = any(spoken.label for spoken in spoken_words)
    utterances = tuple(
        Utterance(
            _teller(spoken, people, contacts, labelled) if is_talk(record.method) else "",
            spoken.text[start:end],
            spoken.quoted,
            (spoken.start + start, spoken.start + end),
        )
        for spoken in spoken_words
        for start, end in pieces(spoken.text)
    )
    promises = read_promises(record.promises_text, record.on)
    digest = record.sha256 or _digest(record)  # of the people as written: the master's names for them may change
    return replace(record, attendees=people, utterances=utterances, promises=promises, sha256=digest)


def _digest(record: Interaction) -> str:
    """Of the raw fields that hold something, so that a field added later changes the digest of no record that lacks it."""
    raw = {field.name: getattr(record, field.name) for field in fields(record) if field.name not in DERIVED}
    told = {name: value for name, value in raw.items() if value}
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


def _teller(spoken: Spoken, people: tuple[str, ...], contacts: Sequence[Contact], labelled: bool) -> str:
    """Whose words these are: the person labelled; of one only told of and not met (社長は…とのこと, 社長から…と聞いている), whoever told it."""
    if spoken.text.lstrip().startswith((SEEN_MARK, RECEIVED_MARK)):
        return ""
    alone = people[0] if len(people) == 1 else ""
    if spoken.label:
        speaker = speaker_of(spoken.label, people, contacts)
        secondhand = spoken.reported and people and speaker not in people and not _IN_PERSON.search(spoken.text)
        return alone if secondhand else speaker
    seen = not spoken.quoted and is_watched(spoken.text, in_a_turn=bool(alone))
    return "" if labelled or seen else alone


def people_of(visit: Visit | None, contacts: Sequence[Contact]) -> tuple[str, ...]:
    """Whom a visit is to, under the names that records give them; empty where there is no visit or it names nobody."""
    planned = visit.people if visit else ()
    return tuple(dict.fromkeys(canonical(person, contacts) for person in planned))


def canonical(label: str, contacts: Sequence[Contact]) -> str:
    """The one name of a person in documents: surname and short role; the label itself where no contact fits."""
    contact = contact_of(label, contacts)
    if contact is None:
        return label
    return surname(contact.name, contact.reading) + short_role(contact.role) if contact.role else label


def is_head(label: str) -> bool:
    """Whether a label names the head of the firm, where the master marks nobody: 社長 but not 副社長 or 前社長."""
    return (
        bool(re.search(r"(?<![副前元])(?:社長|会長|代表|代表取締役|理事長|院長|オーナー)$", label))
        and "名誉" not in label
    )


def surname(name: str, reading: str = "") -> str:
    """田辺 from 田辺 一郎 and from 田辺一郎, by the reading where the dictionary does not know it; else the whole name."""
    parts = name.replace("　", " ").split(" ")
    if len(parts) > 1:
        return parts[0]
    known = next((word.surface for word in words(name)[:1] if word.pos[-1] == "姓"), "")
    read = reading.replace("　", " ").split(" ")[0] if " " in reading.replace("　", " ") else ""
    starts = (name[:length] for length in range(1, len(name)))
    by_reading = (start for start in starts if read and "".join(word.reading for word in words(start)) == read)
    return known or next(by_reading, name)


def short_role(role: str) -> str:
    """The role as it is spoken: 代表取締役社長 → 社長, 取締役経理部長 → 経理部長, 代表取締役 → 代表, 取締役（製造担当） → 取締役,
    管理者（校長） → 校長."""
    role = _CHARGE.sub("", role)
    spoken = _SPOKEN.search(role)
    if spoken and is_role(spoken["post"]):
        return spoken["post"]
    for formal in ("代表取締役", "常務取締役", "専務取締役", "取締役", "執行役員", "代表社員"):
        if role.startswith(formal) and len(role) > len(formal):
            return role.removeprefix(formal).strip("（）()・兼　 ")
    return {"代表取締役": "代表", "専務取締役": "専務", "常務取締役": "常務"}.get(role, role)


def contact_of(label: str, contacts: Sequence[Contact]) -> Contact | None:
    """The contact whom a label as bankers write it means (田辺社長, 田辺様, 社長); None where none or several fit."""
    return _known(tuple(contacts)).get(label)


class _Known:
    """The contacts of one client by any way of naming them."""

    def __init__(self, contacts: Sequence[Contact]) -> None:
        self._contacts = {person_of(contact): contact for contact in contacts}
        self._book = NameBook(self._contacts)
        self._found: dict[str, Contact | None] = {}

    def get(self, label: str) -> Contact | None:
        if label not in self._found:
            person = self._book.resolve(label) if label else None
            self._found[label] = self._contacts[person] if person else None
        return self._found[label]


_known = lru_cache(maxsize=64)(_Known)


def person_of(contact: Contact) -> Person:
    """A contact as language knows people."""
    return Person(contact.name, contact.role, contact.reading, contact.aliases)


def display_name(contact: Contact) -> str:
    """A contact nobody labelled yet: surname where the name shows it, and role."""
    return surname(contact.name, contact.reading) + (short_role(contact.role) or "様")


def speaker_of(label: str, attendees: Sequence[str], contacts: Sequence[Contact] = ()) -> str:
    """The person whom a label means, among those met (社長, 田辺様 → 田辺社長), else among the contacts; the label where
    none or several fit."""
    known = canonical(label, contacts)
    if known in attendees:
        return known
    bare = known
    for honorific in () if is_role(known) else ("様", "さま", "さん", "氏"):
        bare = bare.removesuffix(honorific)
    for pool in (attendees, tuple(map(display_name, contacts))):
        found = {name for name in pool if bare and (name.endswith(bare) or name.startswith(bare))}
        if len(found) == 1:
            return found.pop()
    return known
