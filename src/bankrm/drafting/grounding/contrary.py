"""Records that contradict what a statement rests on: both are named, never one chosen in silence (記録の食い違い)."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.drafting.grounding import wording
from bankrm.drafting.grounding.denied import speaks_against
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.figures import Figure
from bankrm.drafting.grounding.lexicon import Term
from bankrm.drafting.grounding.predicates import predicates
from bankrm.drafting.grounding.resting import Part, Resting
from bankrm.drafting.grounding.slots import kind_of
from bankrm.language.certainty import certainty_of

_OF_THE_SAME = 0.65  # of the weight that stands where a clause rests, from which another piece speaks of the same


def contradicting(resting: Resting) -> Iterator[str]:
    """Ids of the pieces that speak of what a clause says, and say otherwise."""
    for part in resting.parts():
        for piece in resting.pieces:
            if piece is not part.home and (_turns(resting, part, piece) or _counts_otherwise(part, piece)):
                yield piece.source.id


def _turns(resting: Resting, part: Part, piece: Piece) -> bool:
    words = [token for token in part.tokens if token not in {figure.token for figure in part.figures}]
    if resting.weight(words, piece) < max(_OF_THE_SAME * part.share, 1e-6):
        return False
    alignment = part.beside(piece)
    if len(alignment.pairs) < 2:  # of one word alone much can be said
        return False
    said = (one for one in predicates(resting.reading) if part.start <= one.token.start < part.end)
    if speaks_against(said, piece):
        return True
    return wording.clash(certainty_of(resting.said(part)), certainty_of(piece.clauses_behind(alignment)))


def _counts_otherwise(part: Part, piece: Piece) -> bool:
    """Whether the piece gives another value for a measure of the clause, and none that is the same."""
    for figure in part.figures:
        same = [other for other in piece.figures if _is_of(figure, other)]
        if same and all(other.key != figure.key for other in same):
            return True
    return False


def _is_of(figure: Figure, other: Figure) -> bool:
    return (
        bool(figure.measure)
        and figure.measure == other.measure
        and kind_of(figure.token) == kind_of(other.token)
        and Term.PRIOR not in (figure.term, other.term)
    )
