"""Which words say the same, which name a kind of what, and which exclude each other.

Data, not rules: `data/synonyms.tsv` is cut from the Sudachi synonym dictionary (see `tools/synonyms.py`), the other files were written
for this project. All words are compared in Sudachi's normalised form (打合せ → 打ち合わせる), as `words` gives it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from bankrm.language.words import words

Words = frozenset[str]
_NONE: Words = frozenset()


@dataclass(frozen=True)
class Lexicon:
    """Relations between words in normalised form. `alike` and `kinds` hold for each word its synonyms and the words for kinds of it."""

    alike: dict[str, Words] = field(default_factory=dict)
    kinds: dict[str, Words] = field(default_factory=dict)
    opposites: dict[str, Words] = field(default_factory=dict)

    def same(self, word: str, other: str) -> bool:
        """Whether both say the same."""
        return word == other or other in self.alike.get(word, _NONE)

    def excludes(self, word: str, other: str) -> bool:
        """Whether only one of both can be true of one thing."""
        return other in self.opposites.get(word, _NONE)

    def bearing_out(self, word: str) -> Words:
        """The words any of which bears this one out: itself, its synonyms, and whatever is a kind of it."""
        return _bearing_out(self, word)

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


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The program's lexicon, read with the first text that is compared (some 0.1 s)."""
    return Lexicon(
        alike=_groups([*_lines("synonyms.tsv"), *_normalised(_lines("alike.txt"))]),
        kinds=_kinds(_lines("kinds.txt")),
        opposites=_groups(_normalised(_lines("opposites.txt"))),
    )


def _lines(name: str) -> Iterator[str]:
    text = (files("bankrm.language") / "data" / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def _normalised(lines: Iterable[str]) -> Iterator[str]:
    return ("\t".join(filter(None, map(_base, line.split()))) for line in lines)


@lru_cache(maxsize=4096)
def _base(word: str) -> str:
    """The normalised form of what the dictionary knows as one word; nothing where it takes several."""
    found = words(word)
    return found[0].base if len(found) == 1 else ""


def _groups(lines: Iterable[str]) -> dict[str, Words]:
    """For each word of tab-separated groups the others of all its groups."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines:
        group = line.split("\t")
        for word in group:
            found[word].update(group)
    return {word: frozenset(others - {word}) for word, others in found.items()}


def _kinds(lines: Iterable[str]) -> dict[str, Words]:
    """For each word before a colon the words behind it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines:
        wider, _, narrower = line.partition(":")
        if word := _base(wider.strip()):
            found[word].update(filter(None, map(_base, narrower.split())))
    return {word: frozenset(kinds - {word}) for word, kinds in found.items()}
