"""How much of what a statement says stands in its evidence, and how likely it is borne out for that."""

from __future__ import annotations

from math import exp

from bankrm.drafting.grounding.case import Case

_SLOPE = 8.0
_OF_A_RECORD, _OF_A_SENTENCE = 0.3, 0.75
"""The share of its words at which a statement without a fault is as likely true as false.

What cites a record (a piece with a head) was written from it, mostly in other words. Of two bare sentences nothing is known beforehand.
"""


def likely(case: Case) -> float:
    """How likely a statement without a fault is borne out, by the share of its words that stand; what is verbatim weighs as much as all the rest."""
    parts = case.own_words.parts()
    borne = sum(part.share for part in parts) / len(parts) if parts else 1.0
    share = (borne + 1) / 2 if case.verbatim else borne
    middle = _OF_A_RECORD if any(piece.is_record for piece in case.pieces) else _OF_A_SENTENCE
    return 1 / (1 + exp(-_SLOPE * (share - middle)))
