"""Figures that follow from others by one step: the whole and what is left of it, the difference, so many times so much, the share.

「空きは3,600万円」 needs no record of that figure where the evidence holds 極度1億円 and 残高6,400万円. What was done must be said (合計, 差,
年間, 1台当たり, 前年の8割), unless both figures stand in the statement itself; and the figures that it was done with must belong together:
they stand in the statement or are told of what it names, are the only ones of their kind in one sentence, or one is the price of the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.figures import Figure
from bankrm.drafting.grounding.lexicon import Term
from bankrm.drafting.grounding.moves import Move
from bankrm.drafting.grounding.operands import Operand, known, operand_of, stated
from bankrm.drafting.grounding.tokens import Reading, Role
from bankrm.drafting.grounding.values import is_negative_of
from bankrm.language.bounds import Bound
from bankrm.language.patterns import pattern
from bankrm.language.polarity import Way

_PERCENT = "ratio:%"
_ROUGHLY = Decimal("0.05")
_HALF_A_TENTH = 5  # 1割強 is less than one and a half tenths
_OVER = frozenset({Bound.LITTLE_OVER, Bound.AT_LEAST})
_UNDER = frozenset({Bound.LITTLE_UNDER, Bound.AT_MOST})
_MOST = 12  # figures of a piece that are tried
_MOST_ADDED = 4


@dataclass(frozen=True, slots=True)
class _Sum:
    """What is to be found, and what with: the figure, the sentence that tells it, the way that it moved, the figures and their pairs."""

    mine: Operand
    said: str
    way: Way | None
    told: Sequence[Operand]
    pairs: Sequence[tuple[Operand, Operand]]
    has_rest: bool  # the statement names whose the rest is in the evidence (残りは叔父)

    @property
    def kind(self) -> str:
        """The kind of what is to be found."""
        return self.mine.kind

    def both(self, *kinds: str) -> Iterator[tuple[Operand, Operand]]:
        """The pairs of two figures of one of these kinds."""
        return ((a, b) for a, b in self.pairs if a.kind == b.kind and a.kind in kinds)

    def with_amount(self, is_other: Callable[[Operand], bool]) -> Iterator[tuple[Decimal, Decimal]]:
        """The values of the pairs of an amount and something else."""
        for a, b in (*self.pairs, *((b, a) for a, b in self.pairs)):
            if a.kind == "amount" and is_other(b):
                yield a.value, b.value


def is_reckoned(figure: Figure, reading: Reading, pieces: Sequence[Piece], way: Way | None) -> bool:
    """Whether the value is what other figures of statement and evidence give when what the statement says of it is done.

    `way`: in which direction the statement says that something moved by it.
    """
    mine = operand_of(figure, own=True, named=True)
    if mine is None or any(is_negative_of(figure, other) for piece in pieces for other in piece.figures):
        return False  # △8百万円 is no 800万円, whatever gives it
    told = [*stated(figure, reading, pieces), *known(reading, pieces)]
    start = reading.text.rfind("。", 0, figure.token.start) + 1
    said = reading.text[start : (reading.text.find("。", figure.token.end) + 1) or None]
    pairs = [(one, other) for one, other in combinations(told, 2) if one.belongs_to(other, told)]
    done = _Sum(mine, said, way, told, pairs, any(_names_rest(reading, piece) for piece in pieces))
    return any(_meets(figure, mine.value, result) for step in _STEPS for result in step(done))


_ADDED = pattern(
    r"合計|総額|(?<![一-龥])計(?=[0-9０-９約、はで])|(?:合わ|あわ|併)せ|トータル|足す|都合|全部で|[0-9０-９]年で"
)


def _added(done: _Sum) -> Iterator[Decimal]:
    """Sums: of two figures, of all that one sentence holds, or of a few that are told of what is named."""
    if done.kind == _PERCENT and done.way:
        return  # rates of growth do not add up
    says_so = bool(_ADDED.search(done.said))
    yield from (a.value + b.value for a, b in done.both(done.kind) if says_so or _is_plain(done, a, b))
    if says_so:
        same = [one for one in done.told if one.kind == done.kind and not one.own]
        for place in {one.place for one in same}:
            yield sum((one.value for one in same if one.place == place), Decimal())
        named = [one.value for one in same if one.named][:_MOST]
        for size in range(3, _MOST_ADDED + 1):
            yield from map(sum, combinations(named, size))


def _is_plain(done: _Sum, one: Operand, other: Operand) -> bool:
    """Whether both figures stand in the statement, which then need not say what it does; small counts come out right by chance."""
    return one.own and other.own and not done.kind.startswith("number:")


_REST = pattern(r"残り(?!ませ)|ほかは|他は")
_OWNER = 8  # characters behind it that tell whose it is
_LEFT = pattern(r"残[りるっ額]|ほか|他の|以外|空き|余[りっ力]|差|のみ|だけ|自己|負担")
_BETWEEN = pattern(
    r"差|下回|上回|下が|上が|[減増縮伸短延]|少な|多[いくかめ]|低[いくめ]|高[いくま]|安[いく]|長く|超え|足り|届か|付かない|以外|圧縮|余裕"
)


def _between(done: _Sum) -> Iterator[Decimal]:
    """Differences, in the way that they moved; what is left of all, and of so many when one is taken."""
    left = bool(_LEFT.search(done.said))
    kinds = (done.kind, _PERCENT) if done.kind == "ratio:ポイント" else (done.kind,) if done.kind != _PERCENT else ()
    for a, b in done.both(*kinds):
        if (left or done.way or _BETWEEN.search(done.said) or _is_plain(done, a, b)) and _goes(done.way, a, b):
            yield abs(a.value - b.value)
    if left and done.kind == _PERCENT:
        yield from (100 - one.value for one in done.told if one.kind == _PERCENT)
    if done.kind == _PERCENT and done.has_rest:
        yield from (100 - total for total in _told_of_all(done))
    if left and done.kind.startswith("number:"):
        alone = (one for one in done.told if one.kind == done.kind and one.is_alone(done.told))
        yield from (one.value - 1 for one in alone if one.value > 1)


def _names_rest(reading: Reading, piece: Piece) -> bool:
    said = {token.key for token in reading.tokens}
    ends = (match.end() for match in _REST.finditer(piece.body))
    return any(
        token.role is Role.WORD and token.key in said
        for end in ends
        for token in piece.reading.between(end, end + _OWNER)
    )


def _told_of_all(done: _Sum) -> Iterator[Decimal]:
    """The sum of the shares in each sentence of the evidence: 残りは叔父 has what is left of all."""
    shares = [one for one in done.told if one.kind == _PERCENT and not one.own and not one.way]
    yield from (
        sum((one.value for one in shares if one.place == place), Decimal()) for place in {s.place for s in shares}
    )


def _goes(way: Way | None, one: Operand, other: Operand) -> bool:
    """Whether the later of two values lies in the way told, as far as it is told which of them that is."""
    if _is_before(other, one):
        one, other = other, one
    return not way or not _is_before(one, other) or (other.value > one.value) == (way is Way.UP)


def _is_before(one: Operand, other: Operand) -> bool:
    if (one.figure.move, other.figure.move) == (Move.FROM, Move.TO):
        return True
    same = bool(one.figure.measure) and one.figure.measure == other.figure.measure
    return same and one.figure.term is Term.PRIOR is not other.figure.term


_YEARLY = pattern(r"年(?:に|で|間|額|換算|当たり)|1年")
_MONTHLY = pattern(r"月(?:に|々|額|当たり|平均)|毎月|月(?=[0-9０-９約])")
_EACH = pattern(r"当たり|あたり|平均|ずつ|[1１一](?:台|人|名|件|社|本|棟|室|戸|枚|回|か月|年)")


def _times(done: _Sum) -> Iterator[Decimal]:
    """So much for each, for so long, or so large a part of it; and what of it is for each."""
    if done.kind != "amount":
        return
    for amount, count in done.with_amount(lambda one: one.kind.startswith("number:") or one.kind == "months"):
        yield amount * count
        if count and _EACH.search(done.said):
            yield amount / count
    for amount, share in done.with_amount(lambda one: one.kind == _PERCENT and not one.way):
        yield amount * share / 100
        if _LEFT.search(done.said):
            yield amount * (100 - share) / 100
    for one in (one for one in done.told if one.kind == "amount" and one.stands_out(done.told)):
        if _YEARLY.search(done.said) and one.figure.rate != "year":
            yield one.value * 12
        if _MONTHLY.search(done.said) and one.figure.rate == "year":
            yield one.value / 12


_SHARE = pattern(r"割合|占め|割|[比率]|相当|当たる|付")
_MONTHS_OF = pattern(r"か月(?:分|程度|強|弱|ほど)")


def _shares(done: _Sum) -> Iterator[Decimal]:
    """Of two figures of one kind the one as a share, a multiple or so many months of the other."""
    values = [(a.value, b.value) for a, b in done.both("amount", *_counts(done)) if a.value and b.value]
    for a, b in (*values, *((b, a) for a, b in values)):
        if done.kind in ("ratio:倍", "ratio:分数") or (done.kind == "months" and _MONTHS_OF.search(done.said)):
            yield a / b
        elif done.kind == _PERCENT and _SHARE.search(done.said) and not _is_stated(done):
            yield a / b * 100
            if done.way and b > a:
                yield (b - a) / (a if done.way is Way.UP else b) * 100  # 170万円, 260万円: 5割あまりの増
                yield a / (b - a) * 100  # 90万円増えて260万円


def _is_stated(done: _Sum) -> bool:
    """Whether the evidence gives a share of the same measure itself."""
    measure, way = done.mine.figure.measure, done.mine.way
    return any(one.kind == _PERCENT and (one.figure.measure, one.way) == (measure, way) for one in done.told)


def _counts(done: _Sum) -> set[str]:
    return {one.kind for one in done.told if one.kind.startswith("number:")}


_BASE = pattern(r"(?:前年|前期|去年|昨年|前月|従来|以前|当初|計画|定価)(?:同[期月]|度|比)?(?:の|で|に対)?")


def _changed(done: _Sum) -> Iterator[Decimal]:
    """前年の8割 of 前年の2割減, and the other way round; 去年の1.3倍 of 3割増."""
    if done.kind == "ratio:倍" and _BASE.search(done.said):
        changes = (one for one in done.told if one.kind == _PERCENT and one.way)
        yield from (1 + (one.value if one.way is Way.UP else -one.value) / 100 for one in changes)
    if done.kind == "amount" and done.mine.figure.term is Term.PRIOR:  # 310万円, 90万円増: 220万円の前年
        moved = ((a, b) for x, y in done.both("amount") for a, b in ((x, y), (y, x)) if b.way and not a.way)
        yield from (a.value - b.value if b.way is Way.UP else a.value + b.value for a, b in moved)
    for one in (one for one in done.told if done.kind == one.kind == _PERCENT and not one.own):
        if one.way and not done.way and _BASE.search(done.said):
            yield 100 - one.value if one.way is Way.DOWN else 100 + one.value
        elif done.way and not one.way and one.value != 100:
            yield 100 - one.value if done.way is Way.DOWN else one.value - 100


_STEPS: tuple[Callable[[_Sum], Iterator[Decimal]], ...] = (_added, _between, _times, _shares, _changed)


def _meets(figure: Figure, value: Decimal, result: Decimal) -> bool:
    if figure.bound is Bound.EXACT:
        return round(result, max(0, -int(value.as_tuple().exponent))) == value
    off = result - value
    if (figure.bound in _OVER and off < 0) or (figure.bound in _UNDER and off > 0):
        return False
    in_tenths = figure.key.endswith(":%") and value % 10 == 0
    return abs(off) <= abs(value) * _ROUGHLY or (in_tenths and abs(off) < _HALF_A_TENTH)
