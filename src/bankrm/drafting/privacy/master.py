"""The customer master as a dictionary: names, readings, aliases, numbers and addresses of clients and of their people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from bankrm.domain.clients import Client, Contact
from bankrm.drafting.privacy.gazetteer import same_spelling
from bankrm.drafting.privacy.reading import ReadText
from bankrm.drafting.privacy.spans import PrivateKind, PrivateSpan
from bankrm.language.firm_names import reading_without_form, short_name, to_hiragana
from bankrm.language.patterns import pattern
from bankrm.language.titles import TITLE, is_department, is_role
from bankrm.language.words import words

_PARTICLE = pattern(r"(?:に|が|は|も|を|と|へ|から|より|なら)")
_COMMON = frozenset(
    "光実心学力薫緑泉海空望愛夢春夏秋冬静道桜幸誉要旬新鉄剣忍和月星風"
)  # given names that are words as often
_SHORT = 4  # from this many letters on a name is one also where the dictionary cuts the words otherwise


@dataclass(frozen=True, slots=True)
class _Known:
    """What a spelling stands for, and of whom it is; `client`: whose it is, or who it is. A given name may stand `alone`."""

    kind: PrivateKind
    entity: str
    client: str
    alone: bool = False


@dataclass(frozen=True)
class CustomerMaster:
    """Spellings of clients and contacts, each with all that it may be. Names of two letters on; single letters before a title, given
    names also before a particle. Posts (社長) are no names, whoever is called by them."""

    _spellings: dict[str, tuple[_Known, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, clients: Iterable[Client], contacts: Iterable[Contact]) -> CustomerMaster:
        """From the records of a store."""
        spellings: dict[str, dict[_Known, None]] = {}
        for spelling, known in (*_of_clients(clients), *_of_contacts(contacts)):
            spellings.setdefault(same_spelling("".join(spelling.split())), {})[known] = None
        spellings.pop("", None)
        return cls({spelling: tuple(known) for spelling, known in spellings.items()})

    def __call__(self, text: ReadText) -> Iterator[PrivateSpan]:
        """Each place where one of them stands, the longest first where several begin. Of those who share a spelling it is the one
        whose client the text tells of; where it tells of none or of both, nobody knows who."""
        found = [(span, known) for span, known in self._found(text)]
        told = {known[0].client for _, known in found if len({one.client for one in known}) == 1}
        for span, known in found:
            entities = {one.entity for one in known}
            if len(entities) > 1:
                entities = {one.entity for one in known if one.client in told}
            yield replace(span, entity=entities.pop() if len(entities) == 1 else "")

    def _found(self, text: ReadText) -> Iterator[tuple[PrivateSpan, tuple[_Known, ...]]]:
        if not self._spellings:
            return
        plain = same_spelling(text.folded.text)
        gaps = [place for place, char in enumerate(plain) if not char.isspace()]
        joined = "".join(plain[place] for place in gaps)
        place = 0
        while place < len(joined):
            end, known = self._longest(joined, place)
            if known and self._stands(text, gaps[place], gaps[end - 1] + 1, known[0]):
                start, stop = text.folded.span(gaps[place], gaps[end - 1] + 1)
                yield PrivateSpan(start, stop, known[0].kind), known
                place = end
            else:
                place += 1

    def _longest(self, text: str, start: int) -> tuple[int, tuple[_Known, ...]]:
        for length in self._lengths.get(text[start], ()):
            if start + length <= len(text) and (known := self._spellings.get(text[start : start + length])):
                return start + length, known
        return start, ()

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
        if last - first < 2:
            return titled or (known.alone and _is_word(text, first, last) and text.text[first] not in _COMMON)
        if len(within) == 1 and within[0].pos[2] == "地名":
            return titled
        cut = any(word.start < first < word.end or word.start < last < word.end for word in within)
        return titled or not cut or last - first >= _SHORT

    _by_first: dict[str, tuple[int, ...]] = field(default_factory=dict, compare=False, repr=False)


def _runs_on(text: str, start: int, end: int) -> bool:
    """Whether digits, Latin letters or katakana go on beyond the edges, so that this is but a part (CIF in a longer number)."""
    return _same_run(text[start - 1 : start], text[start]) or _same_run(text[end - 1], text[end : end + 1])


def _is_word(text: ReadText, start: int, end: int) -> bool:
    """Whether the letters are a word by themselves, with a particle behind them and no noun before."""
    before = any(word.end == start and word.pos[0] in ("名詞", "接頭辞") for word in text.words)
    alone = any((word.start, word.end) == (start, end) for word in text.words)
    return alone and not before and _PARTICLE.match(text.text, end) is not None


def _same_run(one: str, other: str) -> bool:
    if not one or not other:
        return False
    katakana = all("ァ" <= c <= "ヺ" or c == "ー" for c in (one, other))
    return katakana or (one.isdigit() and other.isdigit()) or ((one + other).isascii() and (one + other).isalpha())


def _of_clients(clients: Iterable[Client]) -> Iterator[tuple[str, _Known]]:
    for client in clients:
        firm = _Known(PrivateKind.FIRM, str(client.key), str(client.key))
        for name in (client.name, *client.aliases):
            yield from ((spelling, firm) for spelling in (name, short_name(name)) if len(spelling) > 1)
        reading = reading_without_form(client.reading)
        if len(reading) >= _SHORT:
            yield from ((reading, firm), (to_hiragana(reading), firm))
        number = _Known(PrivateKind.CLIENT_NUMBER, str(client.key), str(client.key))
        yield from ((str(client.key), number), (client.key.cif, number))
        yield client.corporate_number, _Known(PrivateKind.CORPORATE_NUMBER, client.corporate_number, str(client.key))
        yield client.address, _Known(PrivateKind.ADDRESS, f"{client.key} address", str(client.key))
        yield from _of_person(client.representative, "", (), str(client.key))


def _of_contacts(contacts: Iterable[Contact]) -> Iterator[tuple[str, _Known]]:
    for contact in contacts:
        yield from _of_person(contact.name, contact.reading, contact.aliases, str(contact.client))


def _of_person(name: str, reading: str, aliases: Iterable[str], client: str) -> Iterator[tuple[str, _Known]]:
    """Full name, surname and given name, in kanji and in kana, and aliases; a name in any spelling is one entity of the client's."""
    known = _Known(PrivateKind.PERSON, f"{client} {''.join(name.split())}", client)
    parts = name.split() if len(name.split()) > 1 else _surname_and_given(name)
    kana = reading.split()
    spellings = [reading, *kana, *(to_hiragana(spelling) for spelling in (reading, *kana))]
    spellings += [name, *parts[:1], *(called for alias in aliases if not _is_post(called := _untitled(alias)))]
    yield from ((spelling, known) for spelling in spellings if spelling and not is_role(spelling))
    yield from ((given, replace(known, alone=True)) for given in parts[1:] if given)


def _untitled(alias: str) -> str:
    """佐伯 of 佐伯部長; a post by itself stays."""
    for place in range(1, len(alias)):
        if (title := TITLE.match(alias, place)) and title.end() == len(alias):
            return alias[:place]
    return alias


def _is_post(called: str) -> bool:
    """Whether somebody is called so by a post (社長, 館主, 経理部): words that name no one."""
    return is_department(called) or all(word.pos[1] == "普通名詞" for word in words(called))


def _surname_and_given(name: str) -> list[str]:
    found = words(name)
    given = next((word.start for word in found if word.pos[3] == "名" and word.start), 0)
    return [name[:given], name[given:]] if given else []
