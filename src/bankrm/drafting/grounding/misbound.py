"""Figures that stand in the evidence, but not of what the statement says them of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.binding import misfit, same_value
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.figures import Figure, figures_of
from bankrm.drafting.grounding.moves import Move
from bankrm.drafting.grounding.resting import Part, Resting
from bankrm.drafting.grounding.slots import kind_of
from bankrm.drafting.grounding.tokens import Role, Token


def misbound_figures(resting: Resting) -> Iterator[Reason]:
    """Each figure under another measure, period, rate or way than in the evidence, or of another matter than the rest of its clause."""
    for part in resting.parts():
        for figure in part.figures:
            reason = _binding(figure, part, resting)
            if reason:
                yield Reason(reason, resting.reading.surface(figure.token))


def _binding(figure: Figure, part: Part, resting: Resting) -> str | None:
    having = {piece: same_value(figure, piece) for piece in resting.pieces}
    bound, misfits = [], []
    for piece, others in having.items():
        found = [misfit(figure, other, piece) for other in others]
        if None in found:
            bound.append(piece)
        elif found:
            misfits.append(found[0])
    if not bound:
        return str(misfits[0]) if misfits else None
    there = _rests_there(figure, part, resting, bound) or _moved_since(figure, resting, bound)
    return None if there else "figure_of_another_matter"


def _rests_there(figure: Figure, part: Part, resting: Resting, bound: Sequence[Piece]) -> bool:
    """Whether a piece that holds the figure holds the rest of the clause as well as any other that has such a figure."""
    kind = kind_of(figure.token)
    others = [
        piece
        for piece in resting.pieces
        if piece not in bound and any(kind_of(other.token) == kind for other in piece.figures)
    ]
    if not others:
        return True
    tokens = resting.with_topic(part)
    said = [token for token in tokens if token is not figure.token and token.key != figure.measure]
    held = max(resting.weight(said, piece) for piece in bound)
    return held >= max(resting.weight(said, piece, _beside(kind, piece)) for piece in others) - 1e-6


def _moved_since(figure: Figure, resting: Resting, bound: Sequence[Piece]) -> bool:
    """Whether one end of a move (1億1千万円から9,800万円に) is told in a record, with what stands beside it, and the other end in another
    of a day that is not on the wrong side of it."""
    if figure.move not in (Move.FROM, Move.TO):
        return False
    every = figures_of(resting.reading)
    ends = [other for other in every if {other.move, figure.move} == {Move.FROM, Move.TO}]
    near = [other for other in every if other.move is None and _gap(figure.token, other.token) <= _BESIDE]
    mine = [piece.day for piece in bound if piece.day and all(same_value(other, piece) for other in near)]
    theirs = [piece.day for piece in resting.pieces if piece.day and any(same_value(other, piece) for other in ends)]
    return any((a < b) == (figure.move is Move.FROM) and a != b for a in mine for b in theirs)


_BESIDE = 1  # characters between a figure and the one that says of what it is (6室の1億円, 1億円(6室))


def _gap(one: Token, other: Token) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _beside(kind: str, piece: Piece) -> list[Token]:
    """The tokens of the piece's sentences that hold a figure of the kind."""
    told = piece.reading.sentences
    return [t for tokens in told if any(t.role is Role.FIGURE and kind_of(t) == kind for t in tokens) for t in tokens]
