"""What a person decided about proposals, put in place of what the rules or the model read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bankrm.domain.interactions import Party
from bankrm.domain.memos import Decision, RecordField
from bankrm.drafting.recording.proposals import Doubt, Piece, Reading


def key_of(piece: Piece, memo: str) -> str:
    """By what a decision about this piece is known: its field as the rules proposed it, and the memo's words."""
    return f"{piece.read_as or piece.field}:{memo[slice(*piece.span)]}"


def decided(reading: Reading, memo: str, decisions: Mapping[str, Decision]) -> Reading:
    """The reading as the person wants it; a piece that was decided about is in doubt no longer."""
    pieces = (
        _as_decided(piece, decision) if (decision := decisions.get(key_of(piece, memo))) else piece
        for piece in reading.pieces
    )
    return replace(reading, pieces=tuple(piece for piece in pieces if piece is not None))


def _as_decided(piece: Piece, decision: Decision) -> Piece | None:
    if decision.dropped:
        return None
    field = decision.field or piece.field
    owner = decision.owner or piece.owner
    if field is RecordField.PROMISES and owner is None:
        owner = Party.BANK
    speaker = piece.speaker if decision.speaker is None else decision.speaker
    read_as = piece.read_as or piece.field
    return replace(piece, field=field, owner=owner, speaker=speaker, moves=decision.moves, doubts=(), read_as=read_as)


def suggested(reading: Reading, memo: str, suggestions: Mapping[str, Decision]) -> Reading:
    """The reading with what a language model says of pieces that the rules only guessed at; a person may still look at them."""
    pieces = tuple(_as_suggested(piece, suggestions.get(key_of(piece, memo))) for piece in reading.pieces)
    return replace(reading, pieces=pieces)


def _as_suggested(piece: Piece, suggestion: Decision | None) -> Piece:
    if suggestion is None or Doubt.FIELD not in piece.doubts:
        return piece
    told = _as_decided(piece, suggestion)
    return replace(told, doubts=(Doubt.FIELD,), origin="model") if told else piece
