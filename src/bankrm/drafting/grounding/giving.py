"""Who did it to whom: giver and taker of a clause, and whether statement and evidence have them the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.people import NamedPerson, may_be, people_in
from bankrm.drafting.grounding.resting import Resting
from bankrm.language.names import NameBook, NameKind, names_in
from bankrm.language.patterns import pattern


class _Role(StrEnum):
    GIVER = "giver"
    TAKER = "taker"


_CLAUSE = pattern(r"[^、。「」]+")
_PARTICLE = pattern(
    r"(?:側|の方|さん|様)?(?:(?P<taker>に(?!よる|よれ|つい|関|おい|お[いけ])は?|へ|宛|あて|を)|(?P<giver>から|より|が|は|も))"
)
_RECEIVING = pattern(
    r"(?:受け(?:た|て|る|取)|もら[いっえう]|いただ|頂|聞[いか]|伺[いっ]|(?:[一-龥][わらかさたばまがな]|さ|ら)れ(?:た|て|る)|預か)"
)
_SIDES = (
    ("bank", re.compile(r"当行|弊行|当方|御行|貴行|銀行さん")),
    ("client", re.compile(r"先方|同社|当社|弊社|お客(?:さ)?ま|(?<![一-龥])うち(?=が|は|から|に|へ)")),
)


def swapped_roles(resting: Resting, book: NameBook | None) -> Iterator[Reason]:
    """Clauses whose giver and taker stand the other way round in the evidence."""
    told = [frame for piece in resting.pieces for frame in _frames(piece.body)]
    for clause, mine in _clauses(resting.reading.text):
        for pair in _pairs(mine):
            same = [
                roles
                for theirs in told
                for roles in [tuple(_role_of(one, theirs, book) for one in pair)]
                if all(roles) and roles[0] != roles[1]
            ]
            if same and all(roles != (_Role.GIVER, _Role.TAKER) for roles in same):
                yield Reason("roles_swapped", clause.strip())
                return
        if _done_by_other_side(clause, mine, resting):
            yield Reason("roles_swapped", clause.strip())


_VERB = pattern(r"([一-龥]+)[ぁ-ん]*(?:[（(][^（）()]*[）)])?$")


def _done_by_other_side(clause: str, frame: _Frame, resting: Resting) -> bool:
    """Whether the same verb has the other side of the table as its giver in the evidence."""
    verb, side = _VERB.search(clause), _giving_side(frame)
    if not verb or not side:
        return False
    sides = {
        _giving_side(theirs)
        for piece in resting.pieces
        for other, theirs in _clauses(piece.body)
        if (found := _VERB.search(other)) and found.group(1) == verb.group(1)
    }
    return bool(sides - {None}) and side not in sides and None not in sides


def _giving_side(frame: _Frame) -> str | None:
    return next((who for who, role in frame if role is _Role.GIVER and who in ("bank", "client")), None)


_Who = NamedPerson | str
_Frame = tuple[tuple[_Who, _Role], ...]


@lru_cache(maxsize=4096)
def _clauses(text: str) -> tuple[tuple[str, _Frame], ...]:
    """Each clause with the people, firms and sides that give or take in it."""
    named = list(_named(text))
    return tuple((m.group(), frame) for m in _CLAUSE.finditer(text) if (frame := tuple(_frame(m, named))))


def _frames(text: str) -> Iterator[_Frame]:
    yield from (frame for _, frame in _clauses(text))


def _frame(clause: re.Match[str], named: Sequence[tuple[_Who, int]]) -> Iterator[tuple[_Who, _Role]]:
    inside = [(who, end) for who, end in named if clause.start() < end <= clause.end()]
    turned = bool(inside) and bool(_RECEIVING.search(clause.group()))
    for who, end in inside:
        match = _PARTICLE.match(clause.string, end, clause.end())
        if match:
            gives = (match.lastgroup == "giver") != (turned and match.group() not in ("から", "より", "を"))
            yield who, _Role.GIVER if gives else _Role.TAKER


def _named(text: str) -> Iterator[tuple[_Who, int]]:
    """Who is named in a text, with where the name ends: people, firms, sides."""
    for person in people_in(text):
        yield person, person.end
    for mention in names_in(text):
        if mention.kind is NameKind.FIRM:
            yield mention.key, mention.end
    for match in re.finditer(r"[A-ZＡ-Ｚ]社", text):
        yield match.group(), match.end()
    for side, words in _SIDES:
        for match in words.finditer(text):
            yield side, match.end()


def _pairs(frame: _Frame) -> Iterator[tuple[_Who, _Who]]:
    """Every giver with every taker of one clause."""
    for giver, role in frame:
        if role is _Role.GIVER:
            yield from ((giver, taker) for taker, other in frame if other is _Role.TAKER and taker != giver)


def _role_of(who: _Who, frame: _Frame, book: NameBook | None) -> _Role | None:
    return next((role for other, role in frame if _is_one(who, other, book)), None)


def _is_one(one: _Who, other: _Who, book: NameBook | None) -> bool:
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    return may_be(one, other, book)
