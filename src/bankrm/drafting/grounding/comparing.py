"""Each clause beside the piece it rests on: its figures, its turning words, its degree of certainty, its speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding import wording
from bankrm.drafting.grounding.alignment import Alignment, align, leaves
from bankrm.drafting.grounding.binding import misfit, same_value
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.figures import Figure
from bankrm.drafting.grounding.lexicon import BANK, CAUSE, CLIENT, UNIVERSAL
from bankrm.drafting.grounding.people import NamedPerson, may_be, people_in, people_spoken_for
from bankrm.drafting.grounding.resting import Part, Resting
from bankrm.drafting.grounding.tokens import Reading, Role
from bankrm.language.certainty import Certainty, certainty_of
from bankrm.language.names import NameBook


def misbound_figures(
    reading: Reading, resting: Resting, parts: Sequence[Part], pieces: Sequence[Piece]
) -> Iterator[Reason]:
    """Figures that stand in the evidence, but not of what the statement says them of."""
    for part in parts:
        for figure in part.figures:
            reason = _binding(figure, part, resting, pieces)
            if reason:
                yield Reason(reason, reading.surface(figure.token))


def _binding(figure: Figure, part: Part, resting: Resting, pieces: Sequence[Piece]) -> str | None:
    having = {piece: same_value(figure, piece) for piece in pieces}
    bound, misfits = [], []
    for piece, others in having.items():
        found = [misfit(figure, other, piece) for other in others]
        if None in found:
            bound.append(piece)
        elif found:
            misfits.append(found[0])
    if not bound:
        return str(misfits[0]) if misfits else None
    return None if _rests_there(figure, part, resting, bound, pieces) else "figure_of_another_matter"


def _rests_there(figure: Figure, part: Part, resting: Resting, bound: Sequence[Piece], pieces: Sequence[Piece]) -> bool:
    """Whether a piece that holds the figure holds the rest of the clause as well as any other piece does."""
    tokens = resting.with_topic(part)
    held = max(resting.weight(tokens, piece, figure.token) for piece in bound)
    best = max(resting.weight(tokens, piece, figure.token) for piece in pieces)
    return held >= best - 1e-6


def turned_words(reading: Reading, resting: Resting, parts: Sequence[Part]) -> Iterator[Reason]:
    """Negation, direction and softening that stand on one side only."""
    if resting.is_close:
        yield from wording.differences(resting.whole, reading.text)
        return
    for part in parts:
        yield from wording.differences(
            align(leaves(part.tokens), leaves(part.home.reading.tokens)), reading.text, _clauses(part.home.body)
        )


def turned_certainty(reading: Reading, parts: Sequence[Part]) -> Iterator[Reason]:
    """Clauses that commit the speaker otherwise than the words they rest on."""
    for part in parts:
        said = reading.text[part.start : part.end]
        alignment = align(leaves(part.tokens), leaves(part.home.reading.tokens))
        theirs = _words_behind(alignment, part.home)
        if len(alignment.pairs) >= _SHARED and wording.clash(_certainty(said), _certainty(theirs)):
            yield Reason(wording.CERTAINTY, said.strip())


_BRACKET = re.compile(r"[（(][^（）()]*[）)]")


def _certainty(text: str) -> Certainty:
    """The degree of the words outside brackets."""
    return certainty_of(_BRACKET.sub("", text))


_SHARED = 2  # tokens that a clause must share with the evidence before their degrees are compared
_CLAUSE = re.compile(r"[^、。]*[、。]?")


def _words_behind(alignment: Alignment, piece: Piece) -> str:
    """The clauses of the piece in which the matched words stand."""
    if not alignment.pairs:
        return ""
    first = min(theirs.token.start for _, theirs in alignment.pairs)
    last = max(theirs.token.end for _, theirs in alignment.pairs)
    return "".join(piece.body[a:b] for a, b in _clauses(piece.body) if a < last and b > first)


def _clauses(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _CLAUSE.finditer(text) if match.end() > match.start()]


def stretched(reading: Reading, parts: Sequence[Part]) -> Iterator[Reason]:
    """A part shown as the whole: すべて where the evidence does not say so."""
    for part in parts:
        for token in part.tokens:
            if token.role is Role.UNIVERSAL and not UNIVERSAL.search(part.home.body):
                yield Reason(wording.SCOPE, reading.surface(token))


def invented_cause(reading: Reading, parts: Sequence[Part]) -> Iterator[Reason]:
    """A cause that no piece names."""
    match = CAUSE.search(reading.text)
    if match and not any(CAUSE.search(part.home.body) for part in parts):
        yield Reason("cause_not_in_evidence", match.group())


def wrong_speaker(reading: Reading, parts: Sequence[Part], book: NameBook | None) -> Iterator[Reason]:
    """Words ascribed to somebody else than whose they are."""
    people = people_spoken_for(reading.text)
    for part in parts:
        person = _spoken_for(people, part)
        if person and not _may_have_said(person, part.home, book):
            yield Reason("speaker_differs", person.surface)


def _spoken_for(people: Sequence[NamedPerson], part: Part) -> NamedPerson | None:
    inside = [person for person in people if part.start <= person.start < part.end]
    before = [person for person in people if person.start < part.start]
    return inside[0] if inside else before[-1] if before else people[0] if people else None


def _may_have_said(person: NamedPerson, piece: Piece, book: NameBook | None) -> bool:
    heads = people_in(piece.speaker) or people_in(piece.head)
    if not heads:
        return True
    return any(may_be(person, other, book) for other in (*heads, *people_in(piece.body)))


def wrong_owner(reading: Reading, parts: Sequence[Part]) -> Iterator[Reason]:
    """A promise, a deed or a holding of one side given to the other (先方の約束 for 当行の約束)."""
    for part in parts:
        mine = _sides(reading.text[part.start : part.end])
        theirs = _sides(part.home.source.text)
        if len(theirs) > 1:
            alignment = align(leaves(part.tokens), leaves(part.home.reading.tokens))
            theirs = _sides(_words_behind(alignment, part.home)) or theirs
        if len(mine) == len(theirs) == 1 and mine != theirs:
            yield Reason("owner_differs", reading.text[part.start : part.end].strip())


def _sides(text: str) -> set[str]:
    """Which sides a text names: `bank`, `client`."""
    return {side for side, words in (("bank", BANK), ("client", CLIENT)) if words.search(text)}


def wrong_order(reading: Reading, parts: Sequence[Part]) -> Iterator[Reason]:
    """Events told in another order than that of their records' days."""
    for first, second in pairwise(parts):
        days = first.home.day, second.home.day
        if (
            days[0]
            and days[1]
            and days[0] > days[1]
            and re.search(r"(?:後|のち|あと)(?:に|で)?[、]?$", reading.text[first.start : first.end])
        ):
            yield Reason("order_differs", reading.text[first.start : first.end].strip())
