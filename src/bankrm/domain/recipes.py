"""Recipes: what a document kind consists of. Data that IT edits; this is the value they are read into."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DocumentKindName(StrEnum):
    """Kinds of documents that are drafted (KIND on the command line)."""

    VISIT_BRIEF = "visit-brief"
    HISTORY_SUMMARY = "history-summary"
    SALES_SCENARIO = "sales-scenario"
    DISCUSSION_SHEET = "discussion-sheet"
    FOLLOW_UP_MAIL = "follow-up-mail"


VISIT_SET = (DocumentKindName.VISIT_BRIEF, DocumentKindName.HISTORY_SUMMARY, DocumentKindName.SALES_SCENARIO)
"""What is prepared for every visit, in reading order: for the bank's own eyes. What the client sees is written when a person asks."""


OWN_WORD_SECTION = "own_word"
"""担当者から一言: the section of what the client sees that only a person fills."""


class StatementKind(StrEnum):
    """記述の種類."""

    FACT = "fact"
    INFERENCE = "inference"
    QUESTION = "question"
    PROPOSAL = "proposal"
    ACTION = "action"
    CAUTION = "caution"
    OWN_VIEW = "own_view"
    OWN_WORD = "own_word"  # 担当者から一言: a person's own words to the client


@dataclass(frozen=True, slots=True)
class RecipeSection:
    """One section: the question it answers, how much it may hold, and what is named as missing where it comes out empty.

    `classified`: the section rests on how the program sorted the words, so that only what it picked up may be denied, never what
    the records hold. `wording`: what the form itself says there, always and to the letter.
    """

    key: str
    heading: str
    question: str
    limit: int
    when_empty: str = ""
    classified: bool = False
    wording: str = ""

    @property
    def by_person(self) -> bool:
        """Whether no writer is asked for a word of it: what stands there, a person wrote."""
        return self.key == OWN_WORD_SECTION


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
