"""What drafting needs from outside: a writer of sections and a way to find passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bankrm.domain.dossier import Dossier
from bankrm.domain.drafts import Statement
from bankrm.domain.evidence import EvidencePack
from bankrm.domain.observations import Observation
from bankrm.domain.recipes import Recipe, RecipeSection
from bankrm.domain.visits import Visit


@dataclass(frozen=True, slots=True)
class VisitContext:
    """What all sections of a visit's set share. `day` is the visit's, or today where there is no visit."""

    dossier: Dossier
    visit: Visit | None
    today: date
    day: date
    observations: tuple[Observation, ...]
    pack: EvidencePack


class SectionWriter(Protocol):
    """Writes one section from the pack: the template writer, or a language model."""

    engine: str

    def write(self, recipe: Recipe, section: RecipeSection, context: VisitContext) -> Sequence[Statement] | None:
        """Statements in reading order, citing ids of the pack only; empty where nothing is recorded. None for a section
        that this writer does not know, or whose words it keeps back: then nothing may be said to be absent."""
        ...


@dataclass(frozen=True, slots=True)
class Hit:
    """One found text and how well it fits (higher is better, never 0)."""

    id: str
    score: float


class EvidenceIndex(Protocol):
    """Full-text search over what one client's sets may cite."""

    def search(self, query: str, top: int) -> Sequence[Hit]:
        """The best texts, best first; nothing where no word of the query stands in any."""
        ...
