"""What is told of all, flatly or in any case, where all that says so tells it of a part, supposes it, ties it to a condition, or asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.case import Case
from bankrm.drafting.grounding.guards import Guard, Guards, tells
from bankrm.drafting.grounding.predicate import Predicate
from bankrm.drafting.grounding.tokens import Role
from bankrm.drafting.grounding.worded_clause import LIGHT
from bankrm.drafting.grounding.wording import CERTAINTY, SCOPE
from bankrm.language.patterns import pattern

_AS_NEAR = 0.6  # of what the nearest shares that another predicate must share to bear the same out
_LAST = pattern(r"[ぁ-ん]{0,8}?(?:[。、(（」]|$|と[^の]|(?:考え|意向|方針|予定|つもり|気)(?:で|だ|。|を|と))")
_BY_WILL = ("や", "ら")  # 増やす, 増やせる; 増える only happens


def overstated(mine: Predicate, same: Sequence[tuple[float, Guards]], case: Case) -> Iterator[Reason]:
    """`same` are the guards of all that says the same in the evidence, each with how much of what both are said of is the same."""
    enough = _AS_NEAR * max((near for near, _ in same), default=0.0)
    nearest = [guards for near, guards in same if near >= enough]
    for guard in frozenset.intersection(*nearest) if nearest else ():
        start = mine.token.end if guard is Guard.SUPPOSED else 0
        if _may_be_meant(guard, mine, case) and not tells(guard, case.statement, start):
            yield Reason(SCOPE if guard is Guard.PARTLY else CERTAINTY, case.reading.surface(mine.token))


def _may_be_meant(guard: Guard, mine: Predicate, case: Case) -> bool:
    """Whether the guard is one of what is told: what is supposed of another than the speaker; a condition of a deed that ends a clause,
    for of what follows (浮く額, 6,700万円) it is told in many ways."""
    if guard is Guard.CONDITION:
        return _is_deed(mine, case.statement) and bool(_LAST.match(case.statement, mine.token.end))
    if guard is Guard.OPEN:
        return mine.deed
    speakers = " ".join(piece.speaker for piece in case.pieces)
    return guard is Guard.PARTLY or (bool(mine.who) and not any(who in speakers for who in mine.who))


def _is_deed(mine: Predicate, statement: str) -> bool:
    """Whether somebody does it, by a verb with a meaning of its own."""
    happens = mine.token.way is not None and not statement.startswith(_BY_WILL, mine.token.end)
    return mine.token.role in (Role.WORD, Role.DIRECTION) and mine.deed and mine.key not in LIGHT and not happens
