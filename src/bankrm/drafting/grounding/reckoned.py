"""Figures that follow from others of the same statement by one step: what is left, what is between, so many times so much, which share.

極度1億円のうち6,400万円を使い、空きは3,600万円 needs no record of the last figure. At least one figure that is reckoned with must stand in the
statement and in the evidence; small counts come out right by chance, so that they need a word that says how they were found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, permutations

from bankrm.drafting.grounding.binding import same_value
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.figures import Figure, figures_of
from bankrm.drafting.grounding.slots import kind_of, slots_of
from bankrm.drafting.grounding.temporal.lengths import length_of
from bankrm.drafting.grounding.tokens import Reading, Role
from bankrm.drafting.grounding.unitless import stands_without_unit
from bankrm.language.bounds import Bound
from bankrm.language.patterns import pattern
from bankrm.language.polarity import Way

_LEFT = pattern(r"残[りるっ額]|ほか|他の|以外|空き|余[りっ力]|差|のみ|だけ")
_BETWEEN = pattern(
    r"差|下回|上回|下が|上が|[減増縮伸]|少な|多[いくかめ]|低[いくめ]|高[いくま]|安[いく]|超え|足り|付かない|以外"
)
_YEARLY = pattern(r"年(?:に|で|間|額|換算|当たり)|1年")
_SHARE = pattern(r"割合|占め|割|比率|相当|当たる|付")
_OF_BASE = pattern(r"(?:前年|前期|昨年|去年)(?:度|同[期月])?の$")
_BASE = {"ratio:%": Decimal(100), "ratio:倍": Decimal(1)}
_MONTHS_A_YEAR = 12
_WHOLE = {"ratio:%": Decimal(100)}
_ROUGHLY = Decimal("0.05")
_HALF_A_TENTH = 5  # 1割強 is less than one and a half tenths
_MOST = 12  # figures of the evidence that are tried


@dataclass(frozen=True, slots=True)
class _Operand:
    kind: str
    value: Decimal


def is_reckoned(figure: Figure, reading: Reading, pieces: Sequence[Piece]) -> bool:
    """Whether the value is what other figures of the statement give, with one of the evidence where the statement says what it did."""
    kind, others = kind_of(figure.token), [one for one in figures_of(reading) if one is not figure]
    stated = [_operand(one) for one in others if any(_stands(one, reading, piece) for piece in pieces)]
    told = [one for one in stated if one]
    small = kind.startswith("number:")
    if small and not _LEFT.search(reading.text):
        return False
    results = [*_left(kind, told, reading.text), *(() if small else _of_two(kind, told, reading.text))]
    known = list(_known(reading, pieces))
    if not small and _BETWEEN.search(reading.text):
        results += [abs(a.value - b.value) for a in told for b in known if _comparable(a, b, kind)]
    if kind in _BASE and _OF_BASE.search(reading.text, 0, figure.token.start):
        results += [share * _BASE[kind] for share in _of_base(pieces)]
    if kind == "ratio:倍":
        results += [b.value / a.value for a in told for b in known if a.kind == b.kind == "amount" and a.value]
    value = _operand(figure)
    return value is not None and any(_meets(figure, value.value, result) for result in results)


def _of_base(pieces: Sequence[Piece]) -> Iterator[Decimal]:
    """Which part of the year before there is now, 1 for as much (前年の2割減: 0.8)."""
    for figure in (figure for piece in pieces for figure in piece.figures if kind_of(figure.token) == "ratio:%"):
        share = _operand(figure)
        if share and figure.change in (Way.UP, Way.DOWN):
            yield 1 + (share.value if figure.change is Way.UP else -share.value) / 100


def _stands(figure: Figure, reading: Reading, piece: Piece) -> bool:
    return bool(same_value(figure, piece)) or stands_without_unit(figure, reading, piece)


def _known(reading: Reading, pieces: Sequence[Piece]) -> Iterator[_Operand]:
    """Figures of the evidence that are told of something the statement names."""
    named = {token.key for token in reading.tokens if token.role in (Role.WORD, Role.MEASURE)}
    for piece in pieces:
        told = {slot.token for slot in slots_of(piece.reading) if slot.words & named}
        yield from (one for f in piece.figures[:_MOST] if f.token in told and (one := _operand(f)))


def _operand(figure: Figure) -> _Operand | None:
    quantity = figure.token.quantity
    if quantity is None:
        return None
    if length := length_of(figure.token):
        return _Operand("months", Decimal(str(length.months))) if length.months else None
    if not isinstance(quantity.value, (int, float)):
        return None
    return _Operand(kind_of(figure.token), Decimal(figure.key.split(":")[1]))


def _comparable(one: _Operand, other: _Operand, kind: str) -> bool:
    return one.kind == other.kind and kind == (one.kind if one.kind != "ratio:%" else "ratio:ポイント")


def _left(kind: str, told: Sequence[_Operand], text: str) -> Iterator[Decimal]:
    """What is left of a whole, or of all, or of so many when one is taken."""
    if not _LEFT.search(text):
        return
    same = [one.value for one in told if one.kind == kind]
    yield from (abs(a - b) for a, b in combinations(same, 2))
    if kind in _WHOLE:
        yield from (_WHOLE[kind] - a for a in same)
    if kind.startswith("number:"):
        yield from (a - 1 for a in same if a > 1)


def _of_two(kind: str, told: Sequence[_Operand], text: str) -> Iterator[Decimal]:
    """Sums, differences, products and shares of two (or three) figures of the statement."""
    for one, other in combinations(told, 2):
        if _comparable(one, other, kind):
            yield abs(one.value - other.value)
            yield one.value + other.value
    if kind == "amount":
        yield from _times([one.value for one in told if one.kind == "amount"], told, text)
    amounts = permutations([one.value for one in told if one.kind == "amount" and one.value], 2)
    if kind == "ratio:倍":
        yield from (a / b for a, b in amounts)
    elif kind == "ratio:分数":
        yield from (a.value / b.value for a, b in permutations(told, 2) if a.kind == b.kind and b.value)
    elif kind == "ratio:%" and _SHARE.search(text):
        for a, b in amounts:
            yield a / b * 100
            if b > a:
                yield a / (b - a) * 100  # 90万円増えて260万円: 5割あまり


def _times(amounts: Sequence[Decimal], told: Sequence[_Operand], text: str) -> Iterator[Decimal]:
    """So much for each, or for so long."""
    counts = [one.value for one in told if one.kind.startswith("number:") or one.kind == "months"]
    for amount in amounts:
        yield from (amount * count for count in counts)
        if _YEARLY.search(text):
            yield amount * _MONTHS_A_YEAR


def _meets(figure: Figure, value: Decimal, result: Decimal) -> bool:
    if figure.bound is Bound.EXACT:
        return round(result, max(0, -int(value.as_tuple().exponent))) == value
    off = abs(result - value)
    return off <= abs(value) * _ROUGHLY or (figure.key.endswith(":%") and value % 10 == 0 and off < _HALF_A_TENTH)
