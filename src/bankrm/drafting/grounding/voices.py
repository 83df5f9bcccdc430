"""Whose words, whose promise: a statement gives them to nobody but those to whom the evidence does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.case import Case
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.parties import Party, Side, parties_in
from bankrm.drafting.grounding.people import NamedPerson, may_be, people_in, people_spoken_for
from bankrm.drafting.grounding.resting import Part, Resting
from bankrm.drafting.grounding.tokens import Role, Token
from bankrm.drafting.grounding.turns import Turn, turns_of
from bankrm.language.names import NameBook

_CLEAR = 0.3  # by how much another's turn must bear a clause out better than the named person's own
_BORROWED, _BORROWED_SHARE = 3, 0.25  # words, and their share, that only others said
_OWED = re.compile(r"約束|宿題|期限")
_JOINED = re.compile(
    r"一致し|同じ(?:考え|意見|意向|思い)|同意見|そろって|揃って|両者とも|二人とも|ともに(?:希望|考え|望)"
)
_TOGETHER = re.compile(r"一致|同じ|同意|賛成|異論|了承|合意|そろって|揃って|とも(?:に|、)")


def wrong_speaker(case: Case) -> Iterator[Reason]:
    """Words ascribed to somebody else than whose they are."""
    resting, book = case.whole, case.book
    people = people_spoken_for(resting.reading.text)
    for part in resting.parts():
        person = _spoken_for(people, part)
        if person and not (_may_have_said(person, part.home, book) and _in_own_turn(person, part, resting, book)):
            yield Reason("speaker_differs", person.surface)


def borrowed_words(case: Case) -> Iterator[Reason]:
    """Words of one person put among those of the only one who is said to have spoken."""
    resting, book = case.whole, case.book
    people = people_spoken_for(resting.reading.text)
    if len({(person.name, person.role) for person in people}) != 1:
        return
    wanted = _told(resting.reading.tokens, resting.reading.text)
    own, others = set[str](), set[str]()
    for piece in {id(part.home): part.home for part in resting.parts()}.values():
        for turn in turns_of(piece):
            (own if _may_hold(turn, people[0], book) else others).update(_keys(piece, turn))
    borrowed = [key for key in wanted if key in others and key not in own]
    if len(borrowed) >= _BORROWED and len(borrowed) >= _BORROWED_SHARE * len(wanted):
        yield Reason("speaker_differs", people[0].surface)


def joined_voices(case: Case) -> Iterator[Reason]:
    """Two people said to be of one mind where no record says so."""
    found = _JOINED.search(case.statement)
    if found and not any(_TOGETHER.search(piece.source.text) for piece in case.pieces):
        yield Reason("voices_joined", found.group())


def _spoken_for(people: Sequence[NamedPerson], part: Part) -> NamedPerson | None:
    inside = [person for person in people if part.start <= person.start < part.end]
    before = [person for person in people if person.start < part.start]
    return inside[0] if inside else before[-1] if before else people[0] if people else None


def _may_have_said(person: NamedPerson, piece: Piece, book: NameBook | None) -> bool:
    heads = people_in(piece.speaker) or people_in(piece.head)
    if not heads:
        return True
    return any(may_be(person, other, book) for other in (*heads, *people_in(piece.body)))


def _in_own_turn(person: NamedPerson, part: Part, resting: Resting, book: NameBook | None) -> bool:
    """Whether no other person's turn bears the clause out clearly better than what may be this person's."""
    wanted = _told(part.tokens, resting.reading.text)
    own, others = [0.0], [0.0]
    for piece in resting.pieces:
        for turn in turns_of(piece):
            mine = _may_hold(turn, person, book) or _tells_of(piece, turn, person, book)
            (own if mine else others).append(_share(wanted, piece, turn))
    return max(others) - max(own) < _CLEAR


def _tells_of(piece: Piece, turn: Turn, person: NamedPerson, book: NameBook | None) -> bool:
    """Whether the turn names the person: then the statement may only tell of them (長男が入社する)."""
    return any(may_be(person, other, book) for other in people_in(piece.body[turn.start : turn.end]))


def _may_hold(turn: Turn, person: NamedPerson, book: NameBook | None) -> bool:
    me = Party(Side.CLIENT, 0, 0, person)
    return not turn.holders or turn.opened or any(holder.may_be(me, book) for holder in turn.holders)


def _share(wanted: Sequence[str], piece: Piece, turn: Turn) -> float:
    """How many of the words stand in that turn."""
    said = _keys(piece, turn)
    return sum(key in said for key in wanted) / len(wanted) if wanted else 0.0


def _told(tokens: Sequence[Token], text: str) -> list[str]:
    """The keys of what is told, without those who tell it."""
    people = people_in(text)
    return [
        token.key
        for token in tokens
        if token.role in (Role.WORD, Role.MEASURE, Role.FIGURE)
        and not any(person.start <= token.start < person.end for person in people)
    ]


def _keys(piece: Piece, turn: Turn) -> set[str]:
    return {token.key for token in piece.reading.tokens if turn.start <= token.start < turn.end}


def wrong_owner(case: Case) -> Iterator[Reason]:
    """A promise of one side given to the other (先方の約束 for 当行の約束), where no verb of handing over tells it."""
    resting = case.whole
    for part in case.parts:
        mine, theirs = _sides(resting.said(part)), _sides(part.home.source.text)
        owed = _OWED.search(resting.said(part)) and _OWED.search(part.home.source.text)
        if owed and len(mine) == len(theirs) == 1 and mine != theirs:
            yield Reason("owner_differs", resting.said(part).strip())


def _sides(text: str) -> set[Side]:
    """Which of the two sides of a promise a text names."""
    return {party.side for party in parties_in(text)} & {Side.BANK, Side.CLIENT}
