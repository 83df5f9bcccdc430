"""Which words say the same, which name a kind of what, and which exclude each other.

Data, not rules: `data/synonyms.tsv` is cut from the Sudachi synonym dictionary (see `tools/synonyms.py`), the other files were written
for this project. All words are compared in Sudachi's normalised form (打合せ → 打ち合わせる), as `words` gives it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from bankrm.language.words import words

Words = frozenset[str]
_NONE: Words = frozenset()


@dataclass(frozen=True)
class Lexicon:
    """Relations between words in normalised form. `alike` and `kinds` hold for each word its synonyms and the words for kinds of it.

    `near` are the words that may be written for it without saying quite the same. `phrases` are what the dictionary takes for several words (保証協会), each as it is written, with the words that bear it out; `written`
    holds for each word or phrase the phrases that do.
    """

    alike: dict[str, Words] = field(default_factory=dict)
    kinds: dict[str, Words] = field(default_factory=dict)
    opposites: dict[str, Words] = field(default_factory=dict)
    near: dict[str, Words] = field(default_factory=dict)
    phrases: dict[str, Words] = field(default_factory=dict)
    written: dict[str, Words] = field(default_factory=dict)

    def same(self, word: str, other: str) -> bool:
        """Whether both say the same."""
        return word == other or other in self.alike.get(word, _NONE)

    def excludes(self, word: str, other: str) -> bool:
        """Whether only one of both can be true of one thing."""
        return other in self.opposites.get(word, _NONE)

    def bearing_out(self, word: str) -> Words:
        """The words any of which bears this one out: itself, its synonyms, and whatever is a kind of it."""
        return _bearing_out(self, word)

    def heard_as(self, word: str) -> Words:
        """The words by any of which this one is heard of: what bears it out, and what is near it and does not exclude it."""
        return _heard_as(self, word)

    def phrases_bearing_out(self, word: str) -> Words:
        """The phrases any of which bears a word or phrase out where it stands in a text."""
        return self.written.get(word, _NONE)

    def __hash__(self) -> int:
        return id(self)


_DEEPEST = 3  # kinds of kinds of kinds: beyond that a chain of common words ends anywhere


@lru_cache(maxsize=16384)
def _bearing_out(lexicon: Lexicon, word: str) -> Words:
    found = {word} | lexicon.alike.get(word, _NONE)
    level = set(found)
    for _ in range(_DEEPEST):
        level = {kind for one in level for kind in lexicon.kinds.get(one, _NONE)} - found
        found |= level
    return frozenset(found - lexicon.opposites.get(word, _NONE))


@lru_cache(maxsize=16384)
def _heard_as(lexicon: Lexicon, word: str) -> Words:
    """What is near a word is near its synonyms, and so are the synonyms of what is near."""
    near = {one for same in (word, *lexicon.alike.get(word, _NONE)) for one in lexicon.near.get(same, _NONE)}
    alike = {other for one in near for other in lexicon.alike.get(one, _NONE)}
    return lexicon.bearing_out(word) | ((near | alike) - lexicon.opposites.get(word, _NONE))


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The program's lexicon, read with the first text that is compared (some 0.1 s)."""
    alike = [line.split() for line in _lines("alike.txt")]
    near = [line.split() for line in _lines("near.txt")]
    wider = [(one.strip(), kinds.split()) for one, _, kinds in (line.partition(":") for line in _lines("kinds.txt"))]
    bearing = [*((one, group) for group in (*alike, *near) for one in group), *wider]
    return Lexicon(
        alike=_groups([*(line.split("\t") for line in _lines("synonyms.tsv")), *map(_bases, alike)]),
        kinds=_related((_base(one), _bases(kinds)) for one, kinds in wider),
        opposites=_groups(_bases(line.split()) for line in _lines("opposites.txt")),
        near=_groups(map(_bases, near)),
        phrases=_related((one, _bases(group)) for one, group in bearing if not _base(one)),
        written=_related((_base(one) or one, [w for w in group if not _base(w)]) for one, group in bearing),
    )


@lru_cache(maxsize=1)
def idioms() -> tuple[re.Pattern[str], dict[str, str]]:
    """What several words say together, as they begin, and for each the one word that says the same (声をかけ: 持ち掛ける)."""
    rows = (line.partition(":") for line in _lines("idioms.txt"))
    meant = {phrase: word.strip() for word, _, phrases in rows for phrase in phrases.split()}
    return re.compile("|".join(sorted(meant, key=len, reverse=True))), meant


def _lines(name: str) -> Iterator[str]:
    text = (files("bankrm.language") / "data" / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def _bases(group: Iterable[str]) -> list[str]:
    return list(filter(None, map(_base, group)))


@lru_cache(maxsize=4096)
def _base(word: str) -> str:
    """The normalised form of what the dictionary knows as one word; nothing where it takes several."""
    found = words(word)
    return found[0].base if len(found) == 1 else ""


def _groups(groups: Iterable[Sequence[str]]) -> dict[str, Words]:
    """For each word the others of all its groups."""
    return _related((word, group) for group in groups for word in group)


def _related(pairs: Iterable[tuple[str, Iterable[str]]]) -> dict[str, Words]:
    """For each word all that it is paired with, itself left out."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word, others in pairs:
        if word:
            found[word].update(others)
    return {word: frozenset(others - {word}) for word, others in found.items()}
