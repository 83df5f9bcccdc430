"""How much of a thing a figure is: one part alone, what is left of it, each of several, all together; with tax or without."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from bankrm.drafting.grounding.tokens import Role, Token
from bankrm.language.patterns import pattern


class Mark(StrEnum):
    """What the words around a figure make of it."""

    ONLY = "only"  # 空調のみ
    REST = "rest"  # 残りは
    EACH = "each"  # 1台980万円
    TOTAL = "total"  # 計1,960万円, 合わせて
    WITH_TAX = "with_tax"
    WITHOUT_TAX = "without_tax"


_APART = {
    Mark.ONLY: {Mark.TOTAL},
    Mark.EACH: {Mark.TOTAL},
    Mark.TOTAL: {Mark.ONLY, Mark.EACH},
    Mark.WITH_TAX: {Mark.WITHOUT_TAX},
    Mark.WITHOUT_TAX: {Mark.WITH_TAX},
}
_WORDS = {
    Mark.ONLY: pattern(r"のみ|だけ(?!で(?:な|は))"),
    Mark.REST: pattern(r"残(?:り(?!ませ)|額)"),
    Mark.EACH: pattern(r"当たり|あたり"),
    Mark.TOTAL: pattern(r"合計|総額|(?<![一-龥])計(?=[0-9０-９約、はで 　]|$)|(?:合わ|あわ|併)せ|トータル"),
    Mark.WITH_TAX: pattern(r"税込"),
    Mark.WITHOUT_TAX: pattern(r"税(?:抜|別)"),
}
_TAX_BEHIND = pattern(r"[（(]?(?:(?P<with_tax>税込)|(?P<without_tax>税(?:抜|別)))")
_WHOLE = pattern(r"(?:[（(][^（）()]*[）)])?(?:の(?:うち|内)|中(?=[、のは0-9０-９]))")
_PER = pattern(r"(?:当たり|あたり|につき|で[^、。0-9０-９]{0,8})?")


def are_apart(marks: frozenset[Mark], others: frozenset[Mark]) -> bool:
    """Whether what is told so cannot be what is told as the others."""
    return not marks & others and any(other in others for mark in marks for other in _APART.get(mark, ()))


def speaks_of(mark: Mark, text: str) -> bool:
    """Whether anything in the text is told so."""
    return bool(_WORDS[mark].search(text))


def is_whole(token: Token, text: str) -> bool:
    """Whether a figure is that of which a part is told next (6店のうち, 28社中6社)."""
    return token.role is Role.FIGURE and bool(_WHOLE.match(text, token.end))


def marks_of(tokens: Sequence[Token], start: int, place: int, text: str) -> frozenset[Mark]:
    """The marks of the figure at a place, whose own words begin at `start`."""
    token = tokens[place]
    if token.role is not Role.FIGURE:
        return frozenset()
    before = text[tokens[start].start : token.start]
    found = {mark for mark, words in _WORDS.items() if words.search(before)}
    if tax := _TAX_BEHIND.match(text, token.end):
        found.add(Mark(str(tax.lastgroup)))
    return frozenset(found | ({Mark.EACH} if per_of(tokens, place, text).startswith("number:1:") else set()))


OF_EACH = pattern(r"(?:当たり|あたり)|[0-9０-９]")
"""What stands behind a one that only says of how many a price is (1台当たり, 1台65万円)."""


def per_of(tokens: Sequence[Token], place: int, text: str) -> str:
    """Of how many a figure is the price (60kgで2,300円, 1台980万円): the key of that count, empty where none stands before it."""
    before, token = tokens[place - 1] if place else None, tokens[place]
    while before and before.role is not Role.FIGURE and place > 1:
        place -= 1
        before = tokens[place - 1]
    if before is None or not before.key.startswith("number:"):
        return ""
    return before.key if _PER.fullmatch(text, before.end, token.start) else ""
