"""How much of what a statement says stands in its evidence, and how likely it is borne out for that.

Coverage has a direction: what the statement says beyond the evidence counts against it, what it leaves out does not. A word is found as
itself, as a synonym, as a kind of it, in another script, or in its parts (`counterparts`). Beside the share that is found stands a sign
that the rest was not left to chance: another word in the same place of an otherwise equal sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from bankrm.drafting.grounding.case import Case


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the probability is computed from, each from 0 to 1.

    `borne`: the share of what is said that stands, mean of the clauses. `worst`: that of the clause with the least. `replaced`: how much
    of the sentence is told in the same words and order, where one word stands in the place of another. `verbatim`: a quote or a whole
    sentence stands in it. `of_record`: the evidence is a record of the bank, from which statements are written in other words.
    """

    borne: float
    worst: float
    replaced: float
    verbatim: bool
    of_record: bool


def coverage_of(case: Case) -> Coverage:
    """Measure one statement."""
    laid = case.laid_out
    shares = [max(laid.share(part.tokens, piece) for piece in case.pieces) for part in case.own_words.parts()]
    return Coverage(
        borne=sum(shares) / len(shares) if shares else 1.0,
        worst=min(shares, default=1.0),
        replaced=laid.alignment.share if laid.replaced else 0.0,
        verbatim=case.verbatim,
        of_record=any(piece.is_record for piece in case.pieces),
    )


_SLOPE = 8.0
_OF_A_RECORD, _OF_A_SENTENCE = 0.3, 0.75


def likely(case: Case) -> float:
    """How likely a statement without a fault is borne out."""
    found = coverage_of(case)
    share = (found.borne + 1) / 2 if found.verbatim else found.borne
    middle = _OF_A_RECORD if found.of_record else _OF_A_SENTENCE
    return 1 / (1 + exp(-_SLOPE * (share - middle)))
