"""Two figures of one sentence that belong together: where something moved from and to (120日から90日に), and the ends of a range (2〜3億円)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from enum import StrEnum

from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.language.patterns import pattern


class Move(StrEnum):
    """Which of two figures it is."""

    FROM = "from"
    TO = "to"
    END = "end"  # of a range


_ASIDE = r"(?:[（(][^（）()]*[）)])?"
_LINK = pattern(
    rf"{_ASIDE}分?(?:から|より|だった(?:もの|の)?(?:が|を|けれど))、?(?:[0-9０-９]{{1,3}}[一-龥]の)?[^、。0-9０-９]{{0,8}}"
)
_RANGE = pattern(r"[~〜～\-－–]|ないし|乃至|から")
_REACHED = pattern(rf"{_ASIDE}分?(?:程度|ほど|前後|余り|弱|強)?(?:に|へ|と(?=な)|まで(?=[一-龥]*[増減伸下上落縮延短]))")


def moves_of(reading: Reading) -> dict[Token, Move]:
    """Every figure that is one of such a pair."""
    found: dict[Token, Move] = {}
    figures = [token for token in reading.tokens if token.role is Role.FIGURE]
    for first, second in _alike(figures):
        between = reading.text[first.end : second.start]
        if _LINK.fullmatch(between) and _REACHED.match(reading.text, second.end):
            found |= {first: Move.FROM, second: Move.TO}
        elif _RANGE.fullmatch(between.strip()) and _rises(first, second):
            found |= {first: Move.END, second: Move.END}
    return found


def _alike(figures: list[Token]) -> Iterator[tuple[Token, Token]]:
    """Each figure with the next one, or the one but next, that counts in its unit (1億1千万円(6室)から4室の9,800万円)."""
    for place, first in enumerate(figures):
        behind = (other for other in figures[place + 1 : place + 4] if _unit(other) == _unit(first))
        yield from ((first, second) for second in itertools.islice(behind, 1))


def _unit(token: Token) -> list[str]:
    return token.key.split(":")[::2]


def _rises(first: Token, second: Token) -> bool:
    low, high = (token.quantity.value if token.quantity else None for token in (first, second))
    return isinstance(low, (int, float)) and isinstance(high, (int, float)) and low < high
