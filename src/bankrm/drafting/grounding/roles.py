"""Who does what to whom: the particles of a clause, the passive turned round, so that swapped parts can be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.resting import Resting
from bankrm.drafting.grounding.sides import PASSIVE
from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.language.lexicon import lexicon
from bankrm.language.patterns import pattern


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb with the words for who does it (`doer`) and whom or what it reaches (`reached`, by を or に); normalised, "" where unsaid."""

    verb: str
    doer: str
    reached: str


_BY = pattern(r"に(?:よって|より)|から")


def deeds(reading: Reading) -> Iterator[Deed]:
    """The deeds that a text tells with both sides of them, one a verb."""
    for tokens in reading.sentences:
        sides: dict[str, str] = {}
        for place, token in enumerate(tokens):
            if token.role is not Role.WORD:
                continue
            particle = _particle(reading, tokens, place)
            if particle:
                sides[particle] = token.key
            elif len(sides) > 1 and _is_verb(tokens, place):
                yield from _deed(reading, token, sides)
                sides = {"が": sides["が"]} if "が" in sides else {}


def _particle(reading: Reading, tokens: Sequence[Token], place: int) -> str:
    """が, を or に behind a noun, は as が; others and none are nothing."""
    end = tokens[place].end
    if _BY.match(reading.text, end):
        return "に"
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is None or following.role is not Role.PARTICLE or following.start != end:
        return ""
    return {"は": "が", "が": "が", "を": "を", "に": "に"}.get(following.key, "")


def _is_verb(tokens: Sequence[Token], place: int) -> bool:
    """Whether no particle and no further noun follows at once: a verb, or a noun made one by する."""
    token = tokens[place]
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is not None and following.start == token.end and following.role is Role.WORD:
        return False
    return following is None or following.key not in ("の", "と", "や", "も", "で", "から", "まで", "より", "へ")


def _deed(reading: Reading, verb: Token, sides: dict[str, str]) -> Iterator[Deed]:
    ending = reading.text[max(verb.start, verb.end - 1) : verb.end + 4]
    first, second = sides.get("が", ""), sides.get("を") or sides.get("に", "")
    if PASSIVE.search(ending) and "を" not in sides:
        first, second = second, first
    if first and second:
        yield Deed(verb.key, first, second)


def exchanged(resting: Resting) -> Iterator[Reason]:
    """The two sides of a deed exchanged: 当行が先方に for 先方が当行に."""
    if deed := swapped(resting.reading, resting.home.reading):
        yield Reason("roles_swapped", f"{deed.doer}・{deed.reached}")


def swapped(statement: Reading, evidence: Reading) -> Deed | None:
    """A deed of the statement whose two sides stand the other way round in the evidence, and nowhere as it says."""
    theirs = list(deeds(evidence))
    for mine in deeds(statement):
        alike = [deed for deed in theirs if _same(mine.verb, deed.verb)]
        turned = any(_same(mine.doer, d.reached) and _same(mine.reached, d.doer) for d in alike)
        if turned and not any(_same(mine.doer, d.doer) and _same(mine.reached, d.reached) for d in alike):
            return mine
    return None


def _same(word: str, other: str) -> bool:
    return other in lexicon().bearing_out(word)
