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


FEATURES = ("constant", "borne", "worst", "complete", "replaced", "verbatim")
_ALL = 0.999
_OF_A_SENTENCE = (-2.8, 0.5, 1.0, 2.5, -0.3, 1.5)
_OF_A_RECORD = (-0.5, 1.7, 0.0, 0.0, 0.0, 1.4)
"""The weights of FEATURES, from `tools/fit_likelihood.py`, rounded: no sentence of `shared/data` was fitted on.

Of a bare sentence: true and false statements made by rule from the sample bank's records. One that leaves no word over is true in three of
four, to the letter in nine of ten; with a word left over it is rather not, the less so the more is left. Of a record: the seen half of
the corpus of corrupted drafts, where half of what no other layer faults is corrupted. Of drafts about seven in ten are sound, which
adds 0.9 to the constant. There coverage says little, for a record is told in other words: below a third of them it is doubted.
"""


def features(found: Coverage) -> tuple[float, ...]:
    """The values of FEATURES; complete is what leaves no word over."""
    return 1.0, found.borne, found.worst, float(found.worst > _ALL), found.replaced, float(found.verbatim)


def probability(values: Sequence[float], weights: Sequence[float]) -> float:
    """The logistic function of their weighted sum."""
    total = sum(value * weight for value, weight in zip(values, weights, strict=True))
    return 1 / (1 + exp(-total))


def likely(case: Case) -> float:
    """How likely a statement without a fault is borne out."""
    found = coverage_of(case)
    return probability(features(found), _OF_A_RECORD if found.of_record else _OF_A_SENTENCE)
