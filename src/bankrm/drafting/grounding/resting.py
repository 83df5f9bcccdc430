"""On which piece of evidence each part of a statement rests: the one that shares most of what the part says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bankrm.drafting.grounding.alignment import Alignment, Leaf, align, leaves, parts
from bankrm.drafting.grounding.binding import same_value
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.figures import Figure, figures_of
from bankrm.drafting.grounding.people import people_in
from bankrm.drafting.grounding.recount import COUNTING, is_worked_out
from bankrm.drafting.grounding.times import same_day_of_year, time_fits
from bankrm.drafting.grounding.tokens import Reading, Role, Token

WEIGHTS = {Role.FIGURE: 2.0, Role.MEASURE: 1.0, Role.WORD: 1.0, Role.TIME: 0.5, Role.PERIOD: 0.5, Role.DIRECTION: 0.5}

_AS_WELL = 0.65  # of the weight of the piece that holds most of a part
_CLOSE = 0.7  # share of the statement's words found in one piece in order


@dataclass(frozen=True)
class Part:
    """A clause of the statement with the figures in it, the piece it rests on, and the share of its weight found there.

    `end` is where the next clause begins: the verb's ending belongs to the clause.
    """

    tokens: tuple[Token, ...]
    figures: tuple[Figure, ...]
    home: Piece
    share: float
    end: int

    _aligned: dict[int, Alignment] = field(default_factory=dict, compare=False, repr=False)

    @property
    def alignment(self) -> Alignment:
        """The part laid beside its home."""
        return self.beside(self.home)

    def beside(self, piece: Piece) -> Alignment:
        """The part laid beside a piece."""
        if id(piece) not in self._aligned:
            self._aligned[id(piece)] = align(self._leaves, piece.leaves)
        return self._aligned[id(piece)]

    @cached_property
    def _leaves(self) -> list[Leaf]:
        return leaves(self.tokens)

    @property
    def start(self) -> int:
        """Where the part begins in the statement."""
        return self.tokens[0].start


class Resting:
    """A statement laid beside its evidence."""

    def __init__(self, reading: Reading, pieces: Sequence[Piece]) -> None:
        self.reading = reading
        self.pieces = pieces
        named = [(person.start, person.end) for person in people_in(reading.text)]
        self._names = {t.start for t in reading.tokens if any(a <= t.start and t.end <= b for a, b in named)}
        self.figures = figures_of(reading)
        self._worked_out = {figure.token for figure in self.figures if self._is_worked_out(figure)}
        self._weights = {token.start: WEIGHTS[token.role] for token in reading.tokens if self._weighs(token)}
        self._held: dict[int, dict[int, float]] = {}
        self.home, self.share = self.best(reading.tokens)

    def parts(self) -> tuple[Part, ...]:
        """The statement's clauses in order."""
        return self._parts

    def said(self, part: Part) -> str:
        """The part as written, its verb's ending with it."""
        return self.reading.text[part.start : part.end]

    def homes(self, part: Part) -> list[Piece]:
        """The pieces that hold as much of the part as any, or nearly as much: two people may speak of one thing in like words."""
        others = (piece for piece in self.pieces if piece is not part.home)
        enough = max(_AS_WELL * part.share, 1e-6)
        found = [part.home, *(piece for piece in others if self.weight(part.tokens, piece) >= enough)]
        of_day = [piece for piece in found if self._names_day(piece)]
        return of_day if len(of_day) == 1 else found

    def _names_day(self, piece: Piece) -> bool:
        """Whether the statement names the day of the record."""
        days = (token.key for token in self.reading.tokens if token.role is Role.TIME and token.key.startswith("date:"))
        own = f"date:{piece.day}"
        return piece.day is not None and any(time_fits(day, own) or same_day_of_year(day, own) for day in days)

    @cached_property
    def _parts(self) -> tuple[Part, ...]:
        cut = [tokens for tokens in parts(self.reading) if any(token.is_content for token in tokens)]
        ends = [*(tokens[0].start for tokens in cut[1:]), len(self.reading.text)]
        return tuple(self._part(tokens, end) for tokens, end in zip(cut, ends, strict=False))

    def _part(self, tokens: tuple[Token, ...], end: int) -> Part:
        home, share = self.best(tokens)
        inside = tuple(f for f in self.figures if tokens[0].start <= f.token.start < end)
        return Part(tokens, inside, home, share, end)

    @cached_property
    def whole(self) -> Alignment:
        """The whole statement laid beside its home."""
        return align(leaves(self.reading.tokens), self.home.leaves)

    @property
    def is_close(self) -> bool:
        """Whether the statement is told mostly in the words of one piece, in their order."""
        return self.whole.share >= _CLOSE

    def with_topic(self, part: Part) -> tuple[Token, ...]:
        """The part's tokens with what the whole sentence is about: its words before a は that comes before any measure or figure."""
        if any(token.role is Role.PARTICLE and token.key == "は" for token in part.tokens):
            return part.tokens  # it has its own
        topic = []
        for token in self.reading.tokens:
            if token.role in (Role.MEASURE, Role.FIGURE) or token.start >= part.start:
                break
            topic.append(token)
        while topic and topic[-1].key != "は":
            topic.pop()
        return (*topic, *part.tokens)

    def best(self, tokens: Sequence[Token]) -> tuple[Piece, float]:
        """The piece that holds most of what the tokens say, and how much."""
        favoured = getattr(self, "home", None)
        shares = [(round(share := self.weight(tokens, piece), 6), piece is favoured, share) for piece in self.pieces]
        place = max(range(len(shares)), key=lambda one: shares[one][:2])
        return self.pieces[place], shares[place][2]

    def weight(self, tokens: Sequence[Token], piece: Piece, among: Sequence[Token] | None = None) -> float:
        """The share, by weight, of what the tokens say that stands in the piece, or `among` its tokens; names of people left out."""
        near = None if among is None else " ".join([*(t.key for t in among), *map(piece.reading.surface, among)])
        total = held = 0.0
        for token in tokens:
            weight = self._weights.get(token.start)
            if weight is None:
                continue
            total += weight
            if near is None or token.key in near or self.reading.surface(token) in near:
                held += weight * self.holds(token, piece)
        return held / total if total else 0.0

    def _weighs(self, token: Token) -> bool:
        return token.role in WEIGHTS and not self.is_name(token) and not self._only_counts(token)

    def _is_worked_out(self, figure: Figure) -> bool:
        return not any(same_value(figure, piece) for piece in self.pieces) and is_worked_out(
            figure, self.reading, tuple(self.pieces)
        )

    def works_out(self, tokens: Sequence[Token]) -> bool:
        """Whether one of them is a figure that the statement has worked out."""
        return any(token in self._worked_out for token in tokens)

    def is_name(self, token: Token) -> bool:
        """Whether it belongs to a person's name."""
        return token.start in self._names

    def holds(self, token: Token, piece: Piece) -> float:
        """How far a token stands in a piece, from 0 to 1, as it is written or in another notation."""
        held = self._held.setdefault(id(piece), {})
        if token.start not in held:
            held[token.start] = self._holds(token, piece)
        return held[token.start]

    def _only_counts(self, token: Token) -> bool:
        """Whether the token tells that something was worked out, and what from is said by the others (合計, 3回の面談のうち)."""
        return bool(self._worked_out) and token.key in COUNTING

    def _holds(self, token: Token, piece: Piece) -> float:
        if token.key in piece.keys:
            return 1.0
        if token in self._worked_out:
            return 1.0
        if token.role is Role.FIGURE:
            return float(any(figure.token is token and same_value(figure, piece) for figure in self.figures))
        if token.role is Role.TIME:
            return float(any(time_fits(token.key, key) or same_day_of_year(token.key, key) for key in piece.times))
        if token.role is Role.WORD:
            return piece.word_share(token.key, self.reading.surface(token))
        return 0.0
