"""Figures to reckon with: those of the evidence, and those of the statement that the evidence holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bankrm.drafting.grounding.binding import same_value
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.figures import Figure, figures_of
from bankrm.drafting.grounding.lexicon import Term
from bankrm.drafting.grounding.moves import Move
from bankrm.drafting.grounding.slots import kind_of, slots_of
from bankrm.drafting.grounding.temporal.lengths import length_of
from bankrm.drafting.grounding.tokens import Reading, Role
from bankrm.drafting.grounding.unitless import stands_without_unit
from bankrm.language.lexicon import lexicon
from bankrm.language.polarity import Way

Words = frozenset[str]
Beside = Counter[tuple[tuple[int, int], str]]

_MOST = 12  # figures of a piece that are tried


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure to reckon with. `own`: it stands in the statement, `named`: it is told of what the statement names; `place` is its
    sentence, `words` what it is told of, `per` the number of things of which it is the price, `figure` what else is said of it."""

    kind: str
    value: Decimal
    figure: Figure
    own: bool
    named: bool
    words: Words
    place: tuple[int, int] = (-1, 0)
    per: str = ""

    def belongs_to(self, other: Operand, beside: Beside) -> bool:
        """Whether both can be reckoned with together; `beside`: how many of a kind stand in a sentence."""
        if (
            all(one.own or one.named for one in (self, other))
            or self.of_each == other.kind
            or other.of_each == self.kind
        ):
            return True
        if self.place != other.place or self.figure.move or other.figure.move:
            return self.place == other.place and {self.figure.move, other.figure.move} == {Move.FROM, Move.TO}
        both = (self.kind, other.kind)
        return all(beside[self.place, kind] == both.count(kind) for kind in both)

    def is_before(self, other: Operand) -> bool:
        """Whether it is told of an earlier time than the other: 60日から45日, 前期, the earlier of two days."""
        if (self.figure.move, other.figure.move) == (Move.FROM, Move.TO):
            return True
        if self.figure.measure != other.figure.measure:
            return False
        if self.figure.term is Term.PRIOR is not other.figure.term:
            return True
        mine, theirs = self.figure.times, other.figure.times
        return bool(mine and theirs) and max(mine) < min(theirs)

    @property
    def way(self) -> Way | None:
        """In which direction it moved, or is itself a move."""
        return self.figure.change or self.figure.trend

    @property
    def of_each(self) -> str:
        """The kind of what it is the price of: number:台 of 1台65万円."""
        return ":".join(self.per.split(":")[::2])


def stated(figure: Figure, reading: Reading, pieces: Sequence[Piece]) -> Iterator[Operand]:
    """The statement's other figures that the evidence holds."""
    for one in figures_of(reading):
        stands = any(same_value(one, piece) or stands_without_unit(one, reading, piece) for piece in pieces)
        words = one.nouns | one.topic | {one.measure}
        if one != figure and stands and (found := operand_of(one, words, own=True, named=True)):
            yield found


def known(reading: Reading, pieces: Sequence[Piece]) -> Iterator[Operand]:
    """The figures of the evidence."""
    words = (token.key for token in reading.tokens if token.role in (Role.WORD, Role.MEASURE))
    named = frozenset().union(*map(lexicon().bearing_out, words))
    for number, piece in enumerate(pieces):
        slots = {slot.token: slot for slot in slots_of(piece.reading)}
        for figure in [one for one in piece.figures if one.token in slots][:_MOST]:
            slot, place = slots[figure.token], (number, piece.sentence_at(figure.token.start))
            told_of = slot.words | slot.topic | {figure.measure}
            found = operand_of(figure, told_of, own=False, named=bool(told_of & named), place=place, per=slot.per)
            if found:
                yield found


def operand_of(
    figure: Figure, words: Words, *, own: bool, named: bool, place: tuple[int, int] = (-1, 0), per: str = ""
) -> Operand | None:
    """The figure as an operand; None where it has no number, as a date has none."""
    if length := length_of(figure.token):
        kind, value = ("months", length.months) if length.months else ("hours", length.hours)
        return Operand(kind, Decimal(str(value)), figure, own, named, words, place, per)
    if figure.token.quantity is None or isinstance(figure.token.quantity.value, str):
        return None
    return Operand(kind_of(figure.token), Decimal(figure.key.split(":")[1]), figure, own, named, words, place, per)
