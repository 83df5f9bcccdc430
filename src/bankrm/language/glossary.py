"""The bank's own words: what a term means, and in which other words the same thing is written."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bankrm.language.words import content_words


@dataclass(frozen=True, slots=True)
class Term:
    """One term, the other ways to say it, and what it means in one sentence."""

    name: str
    synonyms: tuple[str, ...]
    explanation: str

    @property
    def names(self) -> tuple[str, ...]:
        """All ways to say it, the usual one first."""
        return (self.name, *self.synonyms)


@dataclass(frozen=True)
class Glossary:
    """The terms of one bank."""

    terms: tuple[Term, ...] = ()

    @classmethod
    def parse(cls, toml: str) -> Glossary:
        """Read `[[term]]` tables with `name`, `synonyms` and `explanation`.

        Raises tomllib.TOMLDecodeError for what is no TOML, and KeyError for a term without a name or an explanation.
        """
        tables = tomllib.loads(toml).get("term", [])
        return cls(tuple(Term(t["name"], tuple(t.get("synonyms", ())), t["explanation"]) for t in tables))

    def other_words(self, text: str) -> tuple[tuple[str, str], ...]:
        """For each term that stands in the text: how it is said there, and each other way to say it."""
        found = ((said, other) for said, term in self._said(text) for other in term.names if other != said)
        return tuple(dict.fromkeys(found))

    def _said(self, text: str) -> Iterator[tuple[str, Term]]:
        spoken = content_words(text)
        for start, word in enumerate(spoken):
            for name, name_words, term in self._by_first_word.get(word, ()):
                if spoken[start : start + len(name_words)] == name_words:
                    yield name, term

    @cached_property
    def _by_first_word(self) -> dict[str, list[tuple[str, tuple[str, ...], Term]]]:
        by_first: dict[str, list[tuple[str, tuple[str, ...], Term]]] = {}
        for term in self.terms:
            for name in term.names:
                if name_words := content_words(name):
                    by_first.setdefault(name_words[0], []).append((name, name_words, term))
        return by_first


NO_GLOSSARY = Glossary()
