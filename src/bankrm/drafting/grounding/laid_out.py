"""A statement's words beside those of its evidence, each with the word that bears it out there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from bankrm.drafting.grounding.alignment import Alignment, Gap, align, leaves
from bankrm.drafting.grounding.counterparts import heard_of, is_one, part_share, phrases_borne, says_something
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.resting import WEIGHTS, Resting
from bankrm.drafting.grounding.tokens import Role, Token


class LaidOut:
    """One statement; `known` are dates and lengths of it that follow from the evidence without standing there."""

    def __init__(self, resting: Resting, known: Collection[Token] = ()) -> None:
        self._resting, self._known = resting, known
        self._phrases: dict[int, tuple[tuple[int, int], ...]] = {}

    def share(self, tokens: Sequence[Token], piece: Piece) -> float:
        """The share, by weight, of what the tokens say that stands in the piece; names of people left out."""
        said = [token for token in tokens if token.role in WEIGHTS and self.counts(token)]
        total = sum(WEIGHTS[token.role] for token in said)
        return sum(WEIGHTS[token.role] * self.holds(token, piece) for token in said) / total if total else 1.0

    def counts(self, token: Token) -> bool:
        """Whether it has to stand in the evidence: neither a person's name nor a word that only points."""
        surface = self._resting.reading.surface(token)
        return says_something(token) and not is_one(token, surface) and not self._resting.is_name(token)

    def holds(self, token: Token, piece: Piece) -> float:
        """How far the piece bears the token out, from 0 to 1."""
        if token in self._known:
            return 1.0
        written = self._resting.holds(token, piece)
        if token.term is not None:
            return float(token.term in piece.terms)
        if written == 1.0 or token.role not in (Role.WORD, Role.MEASURE):
            return written
        surface = self._resting.reading.surface(token)
        if heard_of(token, surface, piece) or self._in_phrase(token, piece):
            return 1.0
        return part_share(surface, piece)

    def _in_phrase(self, token: Token, piece: Piece) -> bool:
        """Whether it belongs to a phrase that the piece bears out."""
        if id(piece) not in self._phrases:
            self._phrases[id(piece)] = tuple(phrases_borne(self._resting.reading.text, piece))
        return any(start <= token.start < end for start, end in self._phrases[id(piece)])

    @cached_property
    def replaced(self) -> tuple[tuple[Token, Token], ...]:
        """Words in the place of others: as many on both sides between words that both share. As the statement has them, and the evidence."""
        return tuple(_replaced(self.alignment))

    @cached_property
    def alignment(self) -> Alignment:
        """The whole statement laid beside its home, each word as the word that bears it out there."""
        reading, home = self._resting.reading, self._resting.home
        mine = [
            self._as_there(token, reading.surface(token), home) for token in reading.tokens if says_something(token)
        ]
        theirs = [token for token in home.reading.tokens if says_something(token)]
        return align(leaves(mine), leaves(theirs))

    def _as_there(self, token: Token, surface: str, home: Piece) -> Token:
        key = heard_of(token, surface, home) if token.role in (Role.WORD, Role.MEASURE) else None
        return token._replace(key=key) if key and key != token.key else token


_MOST_REPLACED = 2  # words between two shared ones that can be another in the same place; more are another sentence


def _replaced(alignment: Alignment) -> Iterator[tuple[Token, Token]]:
    for gap in alignment.gaps:
        mine, theirs = _content(gap)
        if len(mine) == len(theirs) <= _MOST_REPLACED:
            yield from zip(mine, theirs, strict=True)


def _content(gap: Gap) -> tuple[list[Token], list[Token]]:
    return [leaf.token for leaf in gap.mine if leaf.token.is_content], [
        leaf.token for leaf in gap.theirs if leaf.token.is_content
    ]
