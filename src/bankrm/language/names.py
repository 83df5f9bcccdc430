"""Who is meant: the people and firms of one client's records, however they are written.

田辺社長 = 田辺様 = 田辺 = たなべ社長, a role alone where one person holds it (社長), 潮見銀行 = 潮見さん, 株式会社 = （株） = ㈱.
Where two could be meant, nobody is: better a name that is not resolved than the wrong person.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bankrm.language.firm_names import Firm, firm_key, firm_stem, fold_name, same_firm, to_hiragana
from bankrm.language.folding import fold
from bankrm.language.mentions import NameKind, NameMention, names_in, same_name, titles_alone
from bankrm.language.titles import TITLE, bare_mention, is_role, role_fit
from bankrm.language.words import words

__all__ = [
    "Firm",
    "Mention",
    "NameBook",
    "NameKind",
    "NameMention",
    "Person",
    "firm_key",
    "names_in",
    "same_firm",
    "same_name",
]


UNMISTAKABLE = 4  # letters of a known name that are its name even where the dictionary cuts the words otherwise


@dataclass(frozen=True, slots=True)
class Person:
    """A person who is known. `name` is a full name (with or without space) or a surname; `reading` is kana."""

    name: str
    role: str = ""
    reading: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text, resolved as far as the book goes: `person` and `firm` are None where the name stands in no book.

    `start` and `end` count code points; `key` is the name in one spelling, empty for a role alone.
    """

    start: int
    end: int
    surface: str
    kind: NameKind
    key: str
    person: Person | None = None
    firm: Firm | None = None

    @property
    def known(self) -> bool:
        """Whether the book holds who is meant."""
        return self.person is not None or self.firm is not None


class NameBook:
    """The people and firms that may be meant, usually those of one client and the banks it deals with."""

    def __init__(self, people: Iterable[Person], firms: Iterable[Firm] = ()) -> None:
        self._people = tuple(dict.fromkeys(people))
        self._firms = tuple(dict.fromkeys(firms))
        self._names = {person: _names_of(person) for person in self._people}
        self._literals = _literals(self._names.values(), self._firms)

    def resolve(self, mention: str) -> Person | None:
        """The person whom a mention means (田辺社長, 田辺様, たなべ社長, 社長); None where nobody or several fit."""
        bare = bare_mention(mention)
        named = {person: name_fit for person in self._people if (name_fit := self._name_fit(bare, person))}
        if named or not is_role(bare):
            return _best(named)
        return _best({person: (0, fit) for person in self._people if (fit := role_fit(bare, person.role))})

    def resolve_firm(self, mention: str) -> Firm | None:
        """The firm that a mention means (潮見銀行, 潮見さん, ㈱凪浜精機); None where none or several fit."""
        found = [firm for firm in self._firms if _means(mention, firm)]
        return found[0] if len(found) == 1 else None

    def find(self, text: str) -> tuple[Mention, ...]:
        """The names in a text in order: those of the book, roles alone that mean one person, and names nobody knows."""
        seen = names_in(text)
        letters = (
            mention for mention in self._by_the_letter(text) if not any(_is_tail(mention, other) for other in seen)
        )
        found = [self._resolved(mention) for mention in (*seen, *letters)]
        found += [
            Mention(start, end, text[start:end], NameKind.PERSON, "", person)
            for start, end, role in titles_alone(text)
            if (person := self.resolve(role))
        ]
        chosen: list[Mention] = []
        for mention in sorted(found, key=lambda m: (not m.known, m.start - m.end, m.start)):
            if all(mention.end <= other.start or other.end <= mention.start for other in chosen):
                chosen.append(mention)
        return tuple(sorted(chosen, key=lambda mention: mention.start))

    def _resolved(self, name: NameMention) -> Mention:
        person = self.resolve(name.surface) if name.kind is NameKind.PERSON else None
        may_be_firm = person is None and (name.kind is NameKind.FIRM or name.polite)
        firm = self.resolve_firm(name.surface) if may_be_firm else None
        kind = NameKind.FIRM if firm else name.kind
        return Mention(
            name.start, name.end, name.surface, kind, firm_key(firm.name) if firm else name.key, person, firm
        )

    def _by_the_letter(self, text: str) -> Iterator[NameMention]:
        """Names of the book that no rule sees as names (ひまわり, 凪), where they stand as words of their own."""
        if not self._literals:
            return
        folded = fold(text)
        starts, ends = {w.start for w in words(text)}, {w.end for w in words(text)}
        for match in self._literals.finditer(_same_length(folded.text, fold_name)):
            start, end = folded.span(*match.span())
            if (start in starts and end in ends) or end - start >= UNMISTAKABLE:
                kind = NameKind.FIRM if match["firm"] else NameKind.PERSON
                yield NameMention(start, end, text[start:end], kind, match["firm"] or match["person"])

    def _name_fit(self, bare: str, person: Person) -> tuple[int, int] | None:
        """How well a mention that holds a name means this person: letters of the name, then the role's fit."""
        fits = (
            _fit(spelling, name, person.role) for spelling in {bare, to_hiragana(bare)} for name in self._names[person]
        )
        return max(filter(None, fits), default=None)


def _fit(bare: str, name: str, role: str) -> tuple[int, int] | None:
    if bare == name:
        return len(name), 3
    if bare.startswith(name):
        rest = bare.removeprefix(name)
    elif bare.endswith(name):
        rest = bare.removesuffix(name).removesuffix("の")
    else:
        return None
    if not is_role(rest):
        return None
    fit = role_fit(rest, role) if role else 1
    return (len(name), fit) if fit else None


def _is_tail(one: NameMention, other: NameMention) -> bool:
    """Whether a name is but the end of a longer one (潮見銀行 in 東潮見銀行)."""
    return one.kind is other.kind and other.start < one.start < other.end


def _best(fits: dict[Person, tuple[int, int]]) -> Person | None:
    best = [person for person, fit in fits.items() if fit == max(fits.values())]  # of nobody: nobody
    return best[0] if len(best) == 1 else None


def _names_of(person: Person) -> tuple[str, ...]:
    """All spellings without spaces: full name, surname, given name, the readings of both in hiragana, aliases."""
    full, reading = fold_name(person.name).split(), to_hiragana(fold_name(person.reading)).split()
    if len(full) == 1:
        full = _split_name(_without_role(full[0]))
    spellings = ["".join(full), *full, "".join(reading), *reading, *(bare_mention(alias) for alias in person.aliases)]
    if not reading:
        spellings.append(to_hiragana("".join(w.reading for w in words(full[0]))) if full else "")
    return tuple(dict.fromkeys(filter(None, spellings)))


def _split_name(name: str) -> list[str]:
    """Surname and given name where the dictionary tells them apart (田辺一郎), else the name as it is."""
    parts = words(name)
    given = next((w.start for w in parts if w.pos[3] == "名" and w.start), len(name))
    return [name[:given], *([name[given:]] if given < len(name) else [])]


def _without_role(name: str) -> str:
    bare = bare_mention(name)
    return next((bare[:cut] for cut in range(1, len(bare)) if is_role(bare[cut:])), bare)


def _means(mention: str, firm: Firm) -> bool:
    if any(same_firm(mention, name) for name in (firm.name, *firm.aliases)):
        return True
    reading = to_hiragana(firm_key(firm.reading))
    return bool(reading) and to_hiragana(firm_key(mention)) == reading


def _literals(people: Iterable[tuple[str, ...]], firms: Iterable[Firm]) -> re.Pattern[str] | None:
    """What finds the book's own names by the letter: names of people with a title, names and polite short forms of firms."""
    firm_names = {
        name for firm in firms for spelling in (firm.name, *firm.aliases) for name in _firm_spellings(spelling)
    }
    polite = {re.escape(stem) + "(?:さん|様|さま)" for firm in firms if len(stem := firm_stem(firm.name)) > 1}
    person_names = {name for names in people for name in names}
    firm_part = "|".join([*map(re.escape, _longest_first(firm_names)), *_longest_first(polite)])
    person_part = "|".join(map(re.escape, _longest_first(person_names)))
    parts = [rf"(?P<person>{person_part or '(?!)'})\s?(?:{TITLE.pattern})", rf"(?P<firm>{firm_part or '(?!)'})"]
    return re.compile("|".join(parts)) if firm_part or person_part else None


def _firm_spellings(name: str) -> set[str]:
    key = firm_key(name)
    return {spelling for spelling in (key, fold_name(name).strip()) if len(spelling) > 1}


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (-len(name), name))


def _same_length(text: str, change: Callable[[str], str]) -> str:
    """`change` on each character where it keeps the length: spans must hold."""
    return "".join(changed if len(changed := change(c)) == 1 else c for c in text)
