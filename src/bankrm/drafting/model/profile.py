"""Prompt profiles: how a language model is asked. Data that IT may edit; these are the values they are read into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bankrm.domain.recipes import DocumentKindName, StatementKind
from bankrm.drafting.grounding.entailment import EntailmentQuestion


class Shape(StrEnum):
    """What a line looks like after its ids."""

    SAID = "said"  # who, when, and what was said, of one piece
    FREE = "free"  # one sentence


class Place(StrEnum):
    """Where a model's sentence stands among the statements that the template composed of the same pieces."""

    INSTEAD = "instead"  # of the first one
    LEAD = "lead"  # before the others, and in the place of the one that cites the same words
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Ask:
    """One narrow question about each group of statements of one section, or, with `last`, about the last words of a group of several.

    A sentence must end with one of `ends`, where there are some; `label` is put before it by the program.
    """

    document: DocumentKindName
    section: str
    kind: StatementKind
    shape: Shape
    place: Place
    text: str
    ends: tuple[str, ...] = ()
    label: str = ""
    last: bool = False


@dataclass(frozen=True, slots=True)
class PromptProfile:
    """All wording of a prompt. `reasons` says in words what the checker found, for the second attempt; `entailment` is asked where the
    checker is in doubt."""

    name: str
    version: int
    system: str
    client: str
    term: str
    again: str
    rewrite: str
    reasons: Mapping[str, str]
    asks: tuple[Ask, ...]
    entailment: EntailmentQuestion

    def asks_of(self, document: DocumentKindName, section: str) -> tuple[Ask, ...]:
        """What is asked for one section."""
        return tuple(ask for ask in self.asks if (ask.document, ask.section) == (document, section))
