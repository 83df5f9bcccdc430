"""Who did it to whom, whatever the verb: who does and whom it reaches, and whether the evidence has somebody else or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.parties import Party, Side, words_besides
from bankrm.drafting.grounding.resting import Resting
from bankrm.drafting.grounding.sides import Mark, is_turned, marked, sides
from bankrm.drafting.grounding.tokens import Reading
from bankrm.language.names import NameBook
from bankrm.language.patterns import pattern

_CLAUSE = pattern(r"(?:[^、。「」\n]|(?<=は)、)+")
_VERB = pattern(r"([一-龥]+)[ぁ-ん]*(?:[（(][^（）()]*[）)])?$")
_SOMEBODY = pattern(r"([0-9０-９一-十]+[人名])(?:が|、)|([一-龥ァ-ヶー]*[人者員客主先師])(?:たち|さん|方)?が")
_MYSELF = pattern(r"(?:私|わたし|自分|僕|俺)(?:は|が|も)")
_BEFORE = 8  # characters before a clause in which it may stand who does it (三人、新しい施設に移った)
_ALIKE = 0.6  # of a clause's words that another tells of the same deed holds at least


@dataclass(frozen=True, slots=True)
class _Deed:
    """A clause with those who give or do in it, those whom it reaches, its last verb ("" where none is written in characters) and its
    other words. `doer` is who does it and is no party by name or post (地主が, 職員が), "" where nobody is."""

    clause: str
    givers: tuple[Party, ...]
    takers: tuple[Party, ...]
    verb: str
    words: frozenset[str]
    doer: str

    def is_like(self, other: _Deed) -> bool:
        """Whether the other tells of the same deed, as far as this one's words tell it."""
        shared = self.words & other.words
        of_one_verb = self.verb and self.verb == other.verb and (len(shared) > 1 or len(self.words) == 1)
        return bool(shared) and (len(shared) >= _ALIKE * len(self.words) or bool(of_one_verb))


def swapped_roles(resting: Resting, book: NameBook | None) -> Iterator[Reason]:
    """Clauses whose giver and taker stand the other way round in the evidence, or whose deed somebody else does there."""
    told = [_by_speaker(deed, piece) for piece in resting.pieces for deed in _deeds(piece.reading)]
    for mine in _deeds(resting.reading):
        if _is_turned_round(mine, told, book) or _done_by_other_side(mine, told) or _done_by_another(mine, told, book):
            yield Reason("roles_swapped", mine.clause.strip())
            return


@lru_cache(maxsize=2048)
def _deeds(reading: Reading) -> tuple[_Deed, ...]:
    """Each clause of a text as a deed."""
    return tuple(_deed(reading, *match.span()) for match in _CLAUSE.finditer(reading.text))


def _deed(reading: Reading, start: int, end: int) -> _Deed:
    clause = reading.text[start:end]
    givers, takers = sides(reading.text, start, end, turned=is_turned(clause))
    givers = tuple(one for one in givers if clause[one.start - 1 : one.start] != "と" or one.firm)  # …と社長が言う
    objects = tuple(party for party, mark in marked(reading.text, start, end) if mark is Mark.OBJECT)
    verb = _VERB.search(clause)
    doer = _SOMEBODY.search(reading.text, max(0, start - _BEFORE), end)
    words, who = words_besides(reading, start, end), (doer[1] or doer[2]) if doer else ""
    return _Deed(clause, givers, (*takers, *objects), verb[1] if verb else "", words, who)


def _by_speaker(deed: _Deed, piece: Piece) -> _Deed:
    """The deed, done by who speaks where that says so (私は乗り気だ)."""
    if deed.givers or not _MYSELF.search(deed.clause):
        return deed
    return replace(deed, givers=tuple(Party(Side.CLIENT, one.start, one.end, one) for one in piece.people))


def _is_turned_round(mine: _Deed, told: Sequence[_Deed], book: NameBook | None) -> bool:
    """Whether every clause with both a giver and a taker of this one has them the other way round."""
    for giver, taker in ((giver, taker) for giver in mine.givers for taker in mine.takers if giver != taker):
        as_told = [
            _has(giver, other.givers, book) and _has(taker, other.takers, book)
            for other in told
            if (_has(giver, other.givers, book) and _has(taker, other.takers, book))
            or (_has(giver, other.takers, book) and _has(taker, other.givers, book))
        ]
        if as_told and not any(as_told):
            return True
    return False


def _done_by_other_side(mine: _Deed, told: Sequence[_Deed]) -> bool:
    """Whether the same verb has the other side of the table as its giver in the evidence."""
    side = _side(mine)
    same = {_side(other) for other in told if mine.verb and other.verb == mine.verb and (other.givers or other.takers)}
    return side is not None and bool(same - {None}) and side not in same and None not in same


def _side(deed: _Deed) -> str | None:
    return next((one.side.value for one in deed.givers if not one.firm), None)


def _done_by_another(mine: _Deed, told: Sequence[_Deed], book: NameBook | None) -> bool:
    """Whether everybody who does the same in the evidence is somebody else than whom the statement names (社長は増産 for 工場長は増産)."""
    people = [one for one in mine.givers if one.person]
    same = [other for other in told if mine.is_like(other)]
    return bool(people and same) and all(
        not any(giver.may_be(one, book) for giver in other.givers for one in people)
        if other.givers
        else other.doer and other.doer not in mine.clause
        for other in same
    )


def _has(who: Party, parties: Sequence[Party], book: NameBook | None) -> bool:
    return any(bool(one.person) == bool(who.person) and one.may_be(who, book) for one in parties)
