"""How much of what a statement says stands in its evidence, and how likely it is borne out for that.

Coverage has a direction: what the statement says beyond the evidence counts against it, what it leaves out does not. A word is found as
itself, as a synonym, as a kind of it, in another script, or in its parts (`counterparts`). Beside the share that is found stands a sign
that the rest was not left to chance: another word in the same place of an otherwise equal sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from bankrm.drafting.grounding.case import Case
from bankrm.drafting.grounding.matters import unborne


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the probability is computed from.

    `borne`: the share of what is said that stands, from 0 to 1, mean of the clauses. `worst`: that of the clause with the least.
    `replaced`: how much of the sentence is told in the same words and order, where one word stands in the place of another. `verbatim`: a
    quote or a whole sentence stands in it. `of_record`: the evidence is a record of the bank, from which statements are written in
    other words; there `things` counts those of a clause that nothing bears out.
    """

    borne: float
    worst: float
    replaced: float
    verbatim: bool
    of_record: bool
    things: float


def coverage_of(case: Case) -> Coverage:
    """Measure one statement."""
    laid, of_record = case.laid_out, any(piece.is_record for piece in case.pieces)
    shares = [max(laid.share(part.tokens, piece) for piece in case.pieces) for part in case.own_words.parts()]
    return Coverage(
        borne=sum(shares) / len(shares) if shares else 1.0,
        worst=min(shares, default=1.0),
        replaced=laid.alignment.share if laid.replaced else 0.0,
        verbatim=case.verbatim,
        of_record=of_record,
        things=unborne(case) if of_record else 0.0,
    )


FEATURES = ("constant", "borne", "worst", "complete", "replaced", "verbatim", "things")
_ALL = 0.999
_OF_A_SENTENCE = (-2.8, 0.5, 1.0, 2.5, -0.3, 1.5, 0.0)
_OF_A_RECORD = (-0.25, 2.0, 0.0, 0.0, 0.0, 2.0, -0.5)
"""The weights of FEATURES, from `tools/fit_likelihood.py`, rounded: no sentence of `shared/data` was fitted on.

Of a bare sentence: true and false statements made by rule from the sample bank's records. One that leaves no word over is true in three of
four, to the letter in nine of ten; with a word left over it is rather not, the less so the more is left. Of a record, which is told in
other words: sound statements of the corpus of corrupted drafts, and false ones made of them, one in four; constant and coverage are drawn
apart by hand, so that what lies beside the record falls below a half, and a quote that stands is weighed by hand. A thing that nothing bears out
leaves a doubt, with which a model is asked; two of them, or one where hardly anything else stands, are too many.
"""


def features(found: Coverage) -> tuple[float, ...]:
    """The values of FEATURES; complete is what leaves no word over."""
    complete = float(found.worst > _ALL)
    return 1.0, found.borne, found.worst, complete, found.replaced, float(found.verbatim), found.things


def probability(values: Sequence[float], weights: Sequence[float]) -> float:
    """The logistic function of their weighted sum."""
    total = sum(value * weight for value, weight in zip(values, weights, strict=True))
    return 1 / (1 + exp(-total))


def likely(case: Case) -> float:
    """How likely a statement without a fault is borne out."""
    found = coverage_of(case)
    return probability(features(found), _OF_A_RECORD if found.of_record else _OF_A_SENTENCE)
