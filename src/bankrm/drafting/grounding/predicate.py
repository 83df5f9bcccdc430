"""A predicate as a value: what is said of what, whether it is denied, and how far the deed is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bankrm.drafting.grounding.guards import Guards
from bankrm.drafting.grounding.tokens import Token
from bankrm.language.patterns import pattern
from bankrm.language.polarity import Way

Words = frozenset[str]

_WAYS = frozenset(Way)
_VERBAL = pattern(r".*[うくぐすつぬぶむるい]$")
_TO_COME = pattern(
    r"[ぁ-ん]{0,6}?(?:たい|(?<!の)よう[とに]|う?と(?:する|して)|予定|方針|計画|見込|見通し|つもり|こと[にと])"
)
_PAST = pattern(r"[ぁ-ん]{0,10}?(?:た(?![いくらり])|だ(?=[。、」]|$)|済|てい[るま]|ており|てある|であり)")
_FINITE = pattern(
    r".*[うくぐすつぬぶむる](?:とのこと|との|と|という|旨|ので|が|から|けれど|(?:の|こと)(?:は|を|に|が|で)?)?"
)
_STILL = pattern(r"[ぁ-ん]{0,6}?て(?:は|も)?い?(?:ない|ません|な[くかけ]|ず)|[ぁ-ん]{0,6}?ておら")


class Aspect(StrEnum):
    """How far the deed is."""

    DONE = "done"  # 出した, 出してある, 出済
    TO_COME = "to come"  # 出す, 出す予定
    PLAIN = "plain"  # 出さない, 賛成だ
    NOT_YET = "not yet"  # 出していない: it may still come


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word and what is said with it. `of` are the words that it is said of (…は, …が, …を), `beside` all others of its clause, `who` the
    people named there. `told` is false where it is merely named (検討の結果), `real` where it is a condition or a question."""

    token: Token = field(compare=False)
    key: str
    denied: bool
    told: bool
    deed: bool
    real: bool
    aspect: Aspect
    of: Words
    beside: Words
    who: frozenset[str]
    guards: Guards = frozenset()

    @property
    def is_thing(self) -> bool:
        """Whether it is a noun, of which it is said that there is any."""
        return not _VERBAL.match(self.key)

    @property
    def is_direction(self) -> bool:
        """Whether it has a place on an axis (増, 減, 横ばい)."""
        return is_way(self.key)


def is_way(key: str) -> bool:
    """Whether a token's key has a place on an axis."""
    return key.rpartition(":")[2] in _WAYS


def aspect_of(surface: str, tail: str, *, denied: bool) -> Aspect:
    """How far the deed is that a word tells, by what is written behind it."""
    if denied:
        return Aspect.NOT_YET if _STILL.match(tail) else Aspect.PLAIN
    if _TO_COME.match(tail):
        return Aspect.TO_COME
    if _PAST.match(tail):
        return Aspect.DONE
    return Aspect.TO_COME if _FINITE.fullmatch(surface + tail) or tail.startswith("する") else Aspect.PLAIN
