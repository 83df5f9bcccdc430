"""Figures that the evidence writes without their unit: a table in thousands, an age behind a name."""

from __future__ import annotations

from decimal import Decimal

from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.figures import Figure
from bankrm.drafting.grounding.tokens import Reading, Role
from bankrm.drafting.grounding.values import digit_runs
from bankrm.language.folding import fold
from bankrm.language.patterns import pattern


def stands_without_unit(figure: Figure, reading: Reading, piece: Piece) -> bool:
    """Whether the piece holds the statement's figure, its unit said elsewhere or understood."""
    if figure.key.startswith("amount:"):
        return _in_stated_unit(figure, piece)
    if figure.key.endswith(":代"):
        return any(_is_of_age(figure, other) for other in piece.figures)
    return figure.key.endswith(":歳") and _tells_age(figure, reading, piece)


def _is_of_age(decade: Figure, other: Figure) -> bool:
    """70代 of 74歳."""
    number, _, unit = other.key.removeprefix("number:").partition(":")
    return unit == "歳" and float(number) // 10 * 10 == float(decade.key.split(":")[1])


_STATED_UNIT = pattern(r"[（(](?:単位[:： 　]?)?(?:(?P<thousand>千円)|(?P<million>百万円))[）)]")
_UNITS = {"thousand": 1_000, "million": 1_000_000}


def _in_stated_unit(figure: Figure, piece: Piece) -> bool:
    """An amount of which the evidence says once for all in what unit it is: (千円): 証書貸付 148,600."""
    unit = _STATED_UNIT.search(piece.source.text)
    if unit is None:
        return False
    value = Decimal(figure.key.split(":")[1]) / _UNITS[str(unit.lastgroup)]
    return any(Decimal(run) == value for run in digit_runs(piece.source.text))


_BARE_AGE = pattern(r"(?:まだ|もう|今年で?|来年で?|満|当時)(?P<age>[0-9]{2})(?=な|で|だ|に|、|。|」|の若)")


_AGE_BEHIND = pattern(r"(?P<who>[一-龥ァ-ヴー々]{1,8})[（(](?P<age>[0-9]{2})[）)]")


def _tells_age(figure: Figure, reading: Reading, piece: Piece) -> bool:
    """An age told without 歳: まだ28なので, or behind the one whose it is: 長女(36)."""
    text = fold(piece.source.text).text
    said = {reading.surface(token) for token in reading.tokens if token.role is Role.WORD}
    behind = (m for m in _AGE_BEHIND.finditer(text) if any(word in m["who"] for word in said))
    return any(figure.key == f"number:{match['age']}:歳" for match in (*_BARE_AGE.finditer(text), *behind))
