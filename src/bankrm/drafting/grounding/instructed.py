"""Instructions planted in the evidence: no statement rests on them, and none repeats them.

The checker reads every piece without such sentences. What is said of them alone is told as such, so that a person sees why it cannot stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.evidence import CheckedEvidence
from bankrm.drafting.grounding.lexicon import QUOTE
from bankrm.language.instructions import instructions, without_instructions
from bankrm.language.words import content_words

CODE = "instruction_in_evidence"
_SHOWN = 30  # characters of an instruction that a reason shows
_FROM = 0.5  # share of a statement's words from which it may rest on the instruction, where the rest of the evidence holds fewer


@dataclass(frozen=True, slots=True)
class Withheld:
    """One such sentence, with the id of its piece."""

    id: str
    text: str


def withheld(evidence: Sequence[CheckedEvidence]) -> tuple[Withheld, ...]:
    """The instructions that stand in the evidence, in order."""
    return tuple(
        Withheld(piece.id, piece.text[start:end]) for piece in evidence for start, end in instructions(piece.text)
    )


def readable(evidence: Sequence[CheckedEvidence]) -> list[CheckedEvidence]:
    """The evidence without them; a piece that is nothing else is left out."""
    cleaned = (replace(piece, text=without_instructions(piece.text)) for piece in evidence)
    return [piece for piece in cleaned if piece.text.strip()]


def resting_on_instructions(statement: str, found: Sequence[Withheld], rest: Sequence[str]) -> Iterator[Reason]:
    """Statements that instruct a program themselves, that quote such a sentence, or that say what only such a sentence says.

    `rest` are the texts of the evidence without them.
    """
    for start, end in instructions(statement):
        yield Reason(CODE, statement[start:end][:_SHOWN])
    said = set(content_words(statement)) if found else set[str]()
    held = max((len(said & set(content_words(text))) for text in rest), default=0) if found else 0
    for one in found:
        quoted = any((match.group(1) or match.group(2)) in one.text for match in QUOTE.finditer(statement))
        own = len(said & set(content_words(one.text)))
        if quoted or (said and own > held and own / len(said) >= _FROM):
            yield Reason(CODE, one.text[:_SHOWN])
