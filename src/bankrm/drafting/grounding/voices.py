"""Whose words, whose promise: a statement gives them to nobody but those to whom the evidence does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.alignment import align, leaves
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.lexicon import BANK, CLIENT
from bankrm.drafting.grounding.people import NamedPerson, may_be, people_in, people_spoken_for
from bankrm.drafting.grounding.resting import Part, Resting
from bankrm.language.names import NameBook


def wrong_speaker(resting: Resting, book: NameBook | None) -> Iterator[Reason]:
    """Words ascribed to somebody else than whose they are."""
    people = people_spoken_for(resting.reading.text)
    for part in resting.parts():
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


def wrong_owner(resting: Resting) -> Iterator[Reason]:
    """A promise, a deed or a holding of one side given to the other (先方の約束 for 当行の約束)."""
    for part in resting.parts():
        mine = _sides(resting.said(part))
        theirs = _sides(part.home.source.text)
        if len(theirs) > 1:
            alignment = align(leaves(part.tokens), leaves(part.home.reading.tokens))
            theirs = _sides(part.home.clauses_behind(alignment)) or theirs
        if len(mine) == len(theirs) == 1 and mine != theirs:
            yield Reason("owner_differs", resting.said(part).strip())


def _sides(text: str) -> set[str]:
    """Which sides a text names: `bank`, `client`."""
    return {side for side, words in (("bank", BANK), ("client", CLIENT)) if words.search(text)}
