"""Citations: numbers through the file, and the list of sources that they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, takewhile

from bankrm.domain.drafts import Draft, Statement
from bankrm.domain.evidence import Evidence, Origin, OriginType
from bankrm.drafting.paper_words import STRENGTHS

_ORDER = (
    OriginType.INTERACTION, OriginType.CLOSING, OriginType.PASSAGE, OriginType.PRODUCT, OriginType.RULE, OriginType.HOST, OriginType.ACCOUNTS,
    OriginType.VISIT, OriginType.FIGURE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """Pieces of one record, or of one kind of figures: `head`, with which all their texts begin, and the rest of each.

    `about` is the record's number or who vouches for it.
    """

    head: str
    about: str
    pieces: tuple[tuple[int, str], ...]


class Sources:
    """The pieces cited in one file, numbered as they are listed: records in time order, then documents, host values, figures.

    So a number is found at its place, and the same piece has one number in all parts.
    """

    def __init__(self, drafts: Iterable[Draft]) -> None:
        cited = dict.fromkeys(
            piece
            for draft in drafts
            for statement in draft.statements
            for piece in map(dict(draft.pack).__getitem__, statement.citations)
        )
        ordered = sorted(cited, key=_place)
        self._numbers = {piece: number for number, piece in enumerate(ordered, 1)}

    def numbers(self, draft: Draft, statement: Statement) -> tuple[int, ...]:
        """The numbers of a statement's citations, in order."""
        pack = dict(draft.pack)
        return tuple(sorted({self._numbers[pack[key]] for key in statement.citations}))

    def listed(self) -> Iterator[Source]:
        """All pieces with their numbers, those of one record together."""
        for _, found in groupby(self._numbers, key=_record):
            pieces = tuple(found)
            head = _shared_head(pieces)
            rests = tuple((self._numbers[piece], piece.text.removeprefix(head) + _page(piece)) for piece in pieces)
            yield Source(head, _about(pieces[0].origin, head), rests)


def _record(piece: Evidence) -> tuple[int, date, str]:
    """What stands together: an interaction or document by its number, anything else by what its text begins with."""
    origin = piece.origin
    kind = _ORDER.index(origin.type)
    if origin.type in (OriginType.INTERACTION, OriginType.PASSAGE):
        return kind, origin.date or date.min, origin.ref
    return kind, date.min, _head(piece)


def _place(piece: Evidence) -> tuple[tuple[int, date, str], int, tuple[int, int], str]:
    return _record(piece), piece.origin.page or 0, piece.origin.span or (0, 0), piece.text


def _head(piece: Evidence) -> str:
    """The text up to its first colon: when, how, whose words."""
    return piece.text[: piece.text.find(": ") + 2] if ": " in piece.text else ""


def _shared_head(pieces: Sequence[Evidence]) -> str:
    """What the heads of all these pieces begin with, up to a space."""
    heads = [_head(piece) for piece in pieces]
    alike = sum(1 for _ in takewhile(lambda letters: len(set(letters)) == 1, zip(*heads, strict=False)))
    return heads[0][: heads[0].rfind(" ", 0, alike) + 1]


def _page(piece: Evidence) -> str:
    return f"({piece.origin.page}ページ)" if piece.origin.page else ""


def _about(origin: Origin, head: str) -> str:
    """The number of a 応接記録 (the note above the list says who vouches for these), else who vouches unless the head says so."""
    if origin.type is OriginType.INTERACTION:
        return origin.ref
    strength = STRENGTHS[origin.strength]
    return "" if strength in head else f"({strength})"
