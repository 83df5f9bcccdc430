"""Figures that a statement has worked out for itself: sums, differences, rates, days between, things counted. They are worked out again.

Only where the statement says that it counts (合計, 前期より…減, …の3日後, 3回のうち2回) and what it counts is named in it, so that a wrong
figure is not borne out by whatever two figures happen to give it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.figures import Figure, figures_of
from bankrm.drafting.grounding.lexicon import Term
from bankrm.drafting.grounding.moves import Move
from bankrm.drafting.grounding.reckoned import is_reckoned
from bankrm.drafting.grounding.slots import kind_of
from bankrm.drafting.grounding.temporal.elapsed import is_elapsed
from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.drafting.grounding.unitless import stands_without_unit
from bankrm.language.patterns import pattern
from bankrm.language.polarity import Way
from bankrm.language.quantities import Kind

_OF = pattern(r"(?:の(?:面談|訪問|記録|応接|電話|やり取り))?(?:の?(?:うち|中)|中)、?$")
_TIMES = pattern(r"(?:回|件|度)(?:の)?(?:面談|訪問|記録|応接|やり取り)?")
_LISTED = pattern(r"(?P<items>[^。、は：:]+(?:[、と・][^。、は：:]+)+?)のお?[0-9０-９一二三四五六七八九十]*$")
_ENOUGH = 0.5  # of what is counted that a record must hold to be one of the counted
_RATES = {
    "営業利益率": ("営業利益", "売上高"),
    "売上高営業利益率": ("営業利益", "売上高"),
    "経常利益率": ("経常利益", "売上高"),
    "純利益率": ("純利益", "売上高"),
    "自己資本比率": ("純資産", "総資産"),
}
_COUNTING_WORDS = "合計 総額 計 合わせる 併せる トータル 足す 面談 訪問 記録 うち 内 partial 減益 増益 減収 増収 後 前 振り 差 営業利益率 売上高営業利益率 経常利益率 純利益率 自己資本比率"
COUNTING = frozenset(_COUNTING_WORDS.split())
"""Words of a statement that counts for itself, which the evidence need not have."""


@lru_cache(maxsize=1024)
def is_worked_out(figure: Figure, reading: Reading, pieces: tuple[Piece, ...]) -> bool:
    """Whether the evidence gives the figure when what the statement did is done again; two layers ask it of each figure."""
    quantity = figure.token.quantity
    if quantity is None:
        return False
    if any(stands_without_unit(figure, reading, piece) for piece in pieces):
        return True
    if is_reckoned(figure, reading, pieces, _way(figure, reading)) or is_elapsed(figure, reading, pieces):
        return True
    if not isinstance(quantity.value, (int, float)):
        return False
    value = Decimal(str(quantity.value))
    others = [other for piece in pieces for other in piece.figures]
    if quantity.kind is Kind.RATIO:
        return quantity.unit == "%" and _is_rate(figure, value, _decimals(reading.surface(figure.token)), others)
    return quantity.kind is Kind.COUNT and _is_count(figure, int(value), reading, pieces)


_MORE = pattern(r"(?:ほど|だけ)?(?:高[いく]|多[いく]|大き|長[いく]|延び)")
_LESS = pattern(r"(?:ほど|だけ)?(?:低[いく]|安[いく]|少な|小さ|短[いくか]|縮)")


def _way(figure: Figure, reading: Reading) -> Way | None:
    if _MORE.match(reading.text, figure.token.end):
        return Way.UP
    return Way.DOWN if _LESS.match(reading.text, figure.token.end) else figure.change or figure.trend


def _is_rate(figure: Figure, value: Decimal, decimals: int, others: Sequence[Figure]) -> bool:
    """前期比4.5%減 of two values of one measure, or a ratio whose formula is known; nothing where the evidence states one itself."""
    if any(
        other.key.startswith("ratio:")
        and other.measure == figure.measure
        and (other.change or other.trend or other.measure in _RATES)
        for other in others
    ):
        return False  # fmt: skip
    way = figure.change or figure.trend
    if figure.measure in _RATES:
        above, below = (_current(measure, others) for measure in _RATES[figure.measure])
        return any(b and round(a / b * 100, decimals) == value for a in above for b in below)
    if way is None:
        return False
    return any(
        before > 0 and round(abs(after - before) / before * 100, decimals) == abs(value) and (after > before) == (way is Way.UP)
        for before, after in _moved(figure, others)
    )  # fmt: skip


def _moved(figure: Figure, others: Sequence[Figure]) -> Iterator[tuple[Decimal, Decimal]]:
    """Earlier and later values of the figure's measure."""
    same = [
        other
        for other in others
        if other.measure and other.measure == figure.measure and other.key.startswith("amount:")
    ]
    for before in same:
        if before.term is Term.PRIOR:
            yield from ((_value(before), _value(after)) for after in same if after.term is not Term.PRIOR)
    for before, after in pairwise(others):
        if (before.move, after.move) == (Move.FROM, Move.TO) and kind_of(before.token) == kind_of(
            figure.token
        ) != "ratio:%":
            yield _value(before), _value(after)


def _current(measure: str, others: Sequence[Figure]) -> list[Decimal]:
    return [
        _value(other) for other in others
        if other.measure == measure and other.term is not Term.PRIOR and other.key.startswith("amount:")
    ]  # fmt: skip


def _value(figure: Figure) -> Decimal:
    return Decimal(figure.key.split(":")[1])


def _decimals(surface: str) -> int:
    match = re.search(r"[.．]([0-9０-９]+)", surface)
    return len(match.group(1)) if match else 0


# ---- things and meetings ----


def _is_count(figure: Figure, value: int, reading: Reading, pieces: Sequence[Piece]) -> bool:
    before, token = reading.text[: figure.token.start], figure.token
    listed = _LISTED.search(before)
    if listed:
        items = [item for item in re.split("[、と・]|および|及び", listed["items"]) if item]
        return len(items) == value and all(any(_names(item, piece) for piece in pieces) for item in items)
    if not _TIMES.search(reading.surface(token)):
        return False
    meetings = {piece.day for piece in pieces if piece.day and piece.head}
    earlier = [
        other
        for other in figures_of(reading)
        if other.token.end <= token.start and _TIMES.search(reading.surface(other.token))
    ]
    if earlier and _OF.search(reading.text[earlier[-1].token.end : token.start]):
        return value == len({piece.day for piece in pieces if piece.day and _is_one_of(piece, token, reading)})
    return value == len(meetings)


def _names(item: str, piece: Piece) -> bool:
    return item.strip("「」 ") in piece.source.text


def _is_one_of(piece: Piece, token: Token, reading: Reading) -> bool:
    """Whether the record holds what is counted: the words behind the count."""
    said = [other for other in reading.tokens if other.start >= token.end and other.role in (Role.WORD, Role.MEASURE)]
    said = [
        other
        for other in said
        if other.key not in ("話す", "述べる", "社長", "部長") and reading.surface(other) not in piece.speaker
    ]
    held = sum(piece.word_share(other.key, reading.surface(other)) for other in said)
    return bool(said) and held / len(said) >= _ENOUGH
