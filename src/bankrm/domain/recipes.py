"""Recipes: what a document kind consists of. Data that IT edits; this is the value they are read into."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DocumentKindName(StrEnum):
    """Kinds of documents that are drafted (KIND on the command line)."""

    VISIT_BRIEF = "visit-brief"
    HISTORY_SUMMARY = "history-summary"
    SALES_SCENARIO = "sales-scenario"


class StatementKind(StrEnum):
    """記述の種類."""

    FACT = "fact"
    INFERENCE = "inference"
    QUESTION = "question"
    PROPOSAL = "proposal"
    ACTION = "action"
    CAUTION = "caution"
    OWN_VIEW = "own_view"


@dataclass(frozen=True, slots=True)
class RecipeSection:
    """One section: the question it answers, how much it may hold, and what is named as missing where it comes out empty.

    `classified`: the section rests on how the program sorted the words, so that only what it picked up may be denied, never what
    the records hold.
    """

    key: str
    heading: str
    question: str
    limit: int
    when_empty: str = ""
    classified: bool = False


@dataclass(frozen=True, slots=True)
class Recipe:
    """One document kind in one version."""

    kind: DocumentKindName
    version: int
    title: str
    sections: tuple[RecipeSection, ...]

    @property
    def name(self) -> str:
        """Name and version as provenance holds them: `visit-brief/1`."""
        return f"{self.kind}/{self.version}"
