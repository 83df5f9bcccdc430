"""The customer master as a dictionary: names, readings, aliases, numbers and addresses of clients and of their people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bankrm.domain.clients import Client, Contact
from bankrm.drafting.privacy.gazetteer import same_spelling
from bankrm.drafting.privacy.reading import ReadText
from bankrm.drafting.privacy.spans import PrivateKind, PrivateSpan
from bankrm.language.firm_names import reading_without_form, short_name, to_hiragana
from bankrm.language.titles import TITLE
from bankrm.language.words import words

_SHORT = 4  # from this many letters on a name is one also where the dictionary cuts the words otherwise


@dataclass(frozen=True, slots=True)
class _Known:
    """What a spelling stands for, and of whom it is."""

    kind: PrivateKind
    entity: str


@dataclass(frozen=True)
class CustomerMaster:
    """Spellings of clients and contacts, each with what it is. Names of two letters on; single letters before a title only."""

    _spellings: dict[str, _Known] = field(default_factory=dict)

    @classmethod
    def of(cls, clients: Iterable[Client], contacts: Iterable[Contact]) -> CustomerMaster:
        """From the records of a store. Where two share a spelling, it is masked all the same, as the first one's."""
        spellings: dict[str, _Known] = {}
        for spelling, known in (*_of_clients(clients), *_of_contacts(contacts)):
            spellings.setdefault(same_spelling("".join(spelling.split())), known)
        spellings.pop("", None)
        return cls(spellings)

    def __call__(self, text: ReadText) -> Iterator[PrivateSpan]:
        """Each place where one of them stands, the longest first where several begin."""
        if not self._spellings:
            return
        plain = same_spelling(text.folded.text)
        gaps = [place for place, char in enumerate(plain) if not char.isspace()]
        joined = "".join(plain[place] for place in gaps)
        place = 0
        while place < len(joined):
            end, known = self._longest(joined, place)
            if known and self._stands(text, gaps[place], gaps[end - 1] + 1, known):
                start, stop = text.folded.span(gaps[place], gaps[end - 1] + 1)
                yield PrivateSpan(start, stop, known.kind, known.entity)
                place = end
            else:
                place += 1

    def _longest(self, text: str, start: int) -> tuple[int, _Known | None]:
        for length in self._lengths.get(text[start], ()):
            if known := self._spellings.get(text[start : start + length]):
                return start + length, known
        return start, None

    @property
    def _lengths(self) -> dict[str, tuple[int, ...]]:
        """How long the spellings are that begin with a letter, the longest first."""
        if not self._by_first and self._spellings:
            lengths: defaultdict[str, set[int]] = defaultdict(set)
            for spelling in self._spellings:
                lengths[spelling[0]].add(len(spelling))
            self._by_first.update({first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()})
        return self._by_first

    def _stands(self, text: ReadText, start: int, end: int, known: _Known) -> bool:
        """Whether the letters are a word of their own and, where they may be a place or are one letter, a title follows."""
        first, last = text.folded.span(start, end)
        if _runs_on(text.text, first, last):
            return False
        if known.kind not in (PrivateKind.PERSON, PrivateKind.FIRM):
            return True
        titled = TITLE.match(text.text, last) is not None
        within = [word for word in text.words if word.start < last and first < word.end]
        if last - first < 2 or (len(within) == 1 and within[0].pos[2] == "地名"):
            return titled
        cut = any(word.start < first < word.end or word.start < last < word.end for word in within)
        return titled or not cut or last - first >= _SHORT

    _by_first: dict[str, tuple[int, ...]] = field(default_factory=dict, compare=False, repr=False)


def _runs_on(text: str, start: int, end: int) -> bool:
    """Whether digits, Latin letters or katakana go on beyond the edges, so that this is but a part (CIF in a longer number)."""
    return _same_run(text[start - 1 : start], text[start]) or _same_run(text[end - 1], text[end : end + 1])


def _same_run(one: str, other: str) -> bool:
    if not one or not other:
        return False
    katakana = all("ァ" <= c <= "ヺ" or c == "ー" for c in (one, other))
    return katakana or (one.isdigit() and other.isdigit()) or ((one + other).isascii() and (one + other).isalpha())


def _of_clients(clients: Iterable[Client]) -> Iterator[tuple[str, _Known]]:
    for client in clients:
        firm = _Known(PrivateKind.FIRM, str(client.key))
        for name in (client.name, *client.aliases):
            yield from ((spelling, firm) for spelling in (name, short_name(name)) if len(spelling) > 1)
        reading = reading_without_form(client.reading)
        if len(reading) >= _SHORT:
            yield from ((reading, firm), (to_hiragana(reading), firm))
        number = _Known(PrivateKind.CLIENT_NUMBER, str(client.key))
        yield from ((str(client.key), number), (client.key.cif, number))
        yield client.corporate_number, _Known(PrivateKind.CORPORATE_NUMBER, client.corporate_number)
        yield client.address, _Known(PrivateKind.ADDRESS, f"{client.key} address")
        yield from _of_person(client.representative, "", (), f"{client.key} {client.representative}")


def _of_contacts(contacts: Iterable[Contact]) -> Iterator[tuple[str, _Known]]:
    for contact in contacts:
        yield from _of_person(contact.name, contact.reading, contact.aliases, f"{contact.client} {contact.name}")


def _of_person(name: str, reading: str, aliases: Iterable[str], entity: str) -> Iterator[tuple[str, _Known]]:
    """Full name, surname and given name, in kanji and in kana, and aliases."""
    known = _Known(PrivateKind.PERSON, entity)
    parts = name.split() if len(name.split()) > 1 else _surname_and_given(name)
    kana = reading.split()
    spellings = [name, *parts, reading, *kana, *aliases]
    spellings += [to_hiragana(spelling) for spelling in (reading, *kana)]
    yield from ((spelling, known) for spelling in spellings if spelling)


def _surname_and_given(name: str) -> list[str]:
    found = words(name)
    given = next((word.start for word in found if word.pos[3] == "名" and word.start), 0)
    return [name[:given], name[given:]] if given else []
