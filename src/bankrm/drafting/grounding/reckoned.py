"""Figures that follow from others by one step: the whole and what is left of it, the difference, so many times so much, the share.

「空きは3,600万円」 needs no record of that figure where the evidence holds 極度1億円 and 残高6,400万円. What was done must be said (合計, 差,
年間, 1台当たり, 前年の8割), unless both figures stand in the statement itself; and the figures that it was done with must belong together:
they stand in the statement or are told of what it names, are the only ones of their kind in one sentence, or one is the price of the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from bankrm.drafting.grounding.compared import base_before, overlap, topic_before
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.figures import Figure
from bankrm.drafting.grounding.lexicon import Term
from bankrm.drafting.grounding.operands import Beside, Operand, Words, known, operand_of, stated
from bankrm.drafting.grounding.tokens import Reading
from bankrm.drafting.grounding.values import is_negative_of
from bankrm.language.bounds import Bound
from bankrm.language.patterns import pattern
from bankrm.language.polarity import Way

_PERCENT = "ratio:%"
_ROUGHLY = Decimal("0.05")
_HALF_A_TENTH = 5  # 1割強 is less than one and a half tenths
_OVER = frozenset({Bound.LITTLE_OVER, Bound.AT_LEAST})
_UNDER = frozenset({Bound.LITTLE_UNDER, Bound.AT_MOST})
_MOST = 12  # figures among which sums are looked for
_MOST_TOLD = 60
_MOST_ADDED = 4


@dataclass(frozen=True, slots=True)
class _Sum:
    """What is to be found, and what with: the figure, the sentence that tells it and the way that it moved there, the figures and their
    pairs. `subject` are the words of what the sentence is about, `base` those of what it compares that with."""

    mine: Operand
    said: str
    way: Way | None
    subject: Words
    base: Words
    told: Sequence[Operand]
    pairs: Sequence[tuple[Operand, Operand]]
    beside: Beside
    evidence: str

    @property
    def kind(self) -> str:
        """The kind of what is to be found."""
        return self.mine.kind

    def both(self, *kinds: str) -> Iterator[tuple[Operand, Operand]]:
        """The pairs of two figures of one of these kinds."""
        return ((a, b) for a, b in self.pairs if a.kind == b.kind and a.kind in kinds)

    def with_amount(self, is_other: Callable[[Operand], bool]) -> Iterator[tuple[Operand, Operand]]:
        """The pairs of an amount and something else."""
        for a, b in (*self.pairs, *((b, a) for a, b in self.pairs)):
            if a.kind == "amount" and is_other(b):
                yield a, b

    def compared(self, one: Operand, other: Operand) -> tuple[Operand, Operand] | None:
        """The one of which the sentence tells, and the one with which it compares that; None where it does not say which is which."""
        mine, theirs = (overlap(self.subject, it.words) - overlap(self.base, it.words) for it in (one, other))
        return None if mine == theirs else (one, other) if mine > theirs else (other, one)

    def tells_of(self, one: Operand) -> bool:
        """Whether the sentence is about what the figure is told of, and about none of its kind more."""
        rivals = [other for other in self.told if other.kind == one.kind and not other.own]
        most = max((overlap(self.subject, other.words) for other in rivals), default=0)
        return overlap(self.subject, one.words) == most and (most > 0 or not self.subject)

    def is_of_itself(self, one: Operand) -> bool:
        """Whether the sentence is about just what a figure is told of, so that nothing can be left of it."""
        about = self.subject - _LEFT_WORDS
        return bool(about) and about <= one.words


def is_reckoned(figure: Figure, reading: Reading, pieces: Sequence[Piece], way: Way | None) -> bool:
    """Whether the value is what other figures of statement and evidence give when what the statement says of it is done.

    `way`: in which direction the statement says that something moved by it.
    """
    mine = operand_of(figure, frozenset(), own=True, named=True)
    if mine is None or any(is_negative_of(figure, other) for piece in pieces for other in piece.figures):
        return False  # △8百万円 is no 800万円, whatever gives it
    told = [*stated(figure, reading, pieces), *known(reading, pieces)][:_MOST_TOLD]
    beside = Counter((one.place, one.kind) for one in told)
    start = reading.text.rfind("。", 0, figure.token.start) + 1
    end = (reading.text.find("。", figure.token.end) + 1) or len(reading.text)
    subject, _ = topic_before(reading, start, figure.token.start)
    base = base_before(reading, start, figure.token.end + 1)
    pairs = [(one, other) for one, other in combinations(told, 2) if one.belongs_to(other, beside)]
    evidence = "\n".join(piece.body for piece in pieces)
    done = _Sum(mine, reading.text[start:end], way, subject, base, told, pairs, beside, evidence)
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


_REST = pattern(r"(?:残り|ほか|他)は、?(?P<owner>[^、。]{1,10})")
_LEFT = pattern(r"残[りるっ額]|ほか|他の|以外|空き|余[りっ力]|差(?!し引)|のみ|だけ|自己負担")
_LEFT_WORDS = frozenset({"残り", "残る", "他", "外"})
_APART = pattern(r"のみ|だけ|うち[1１一]")
_BETWEEN = pattern(
    r"下回|上回|下が|上が|[減増縮伸短延]|少な|多[いくかめ]|低[いくめ]|高[いくま]|安[いく]|長く|超え|足り|届か|付かない|圧縮"
)


def _between(done: _Sum) -> Iterator[Decimal]:
    """Differences, in the way that they moved or compare; what is left of all, and of so many when one is taken."""
    left = bool(_LEFT.search(done.said))
    kinds = (done.kind, _PERCENT) if done.kind == "ratio:ポイント" else (done.kind,) if done.kind != _PERCENT else ()
    for a, b in done.both(*kinds):
        apart = left and not done.is_of_itself(a) and not done.is_of_itself(b)
        if apart or _goes(done, a, b):
            yield abs(a.value - b.value)
    if done.kind == _PERCENT:
        yield from (
            100 - one.value for one in done.told if left and one.kind == _PERCENT and not done.is_of_itself(one)
        )
        yield from (100 - total for total in _told_of_all(done))
    if left and done.kind.startswith("number:") and _APART.search(done.evidence):
        alone = (one for one in done.told if one.kind == done.kind and done.beside[one.place, one.kind] == 1)
        yield from (one.value - 1 for one in alone if one.value > 1)


def _goes(done: _Sum, one: Operand, other: Operand) -> bool:
    """Whether two values differ in the way that the statement tells: the later from the earlier, what it is about from what it compares
    that with, what it names from what it does not; where it tells none, whether it says at all that they differ."""
    if _is_plain(done, one, other):
        return True
    if one.is_before(other) or other.is_before(one):
        now, then = (other, one) if one.is_before(other) else (one, other)
    elif pair := done.compared(one, other):
        now, then = pair
    elif one.own is not other.own:
        now, then = (one, other) if one.own else (other, one)
    else:
        return not done.way and bool(_BETWEEN.search(done.said))
    return (now.value > then.value) == (done.way is Way.UP) if done.way else bool(_BETWEEN.search(done.said))


def _told_of_all(done: _Sum) -> Iterator[Decimal]:
    """The sum of the shares in each sentence of the evidence, where the statement names whose the rest is: 残りは叔父."""
    if not any(word in match["owner"] for match in _REST.finditer(done.evidence) for word in done.subject):
        return
    shares = [one for one in done.told if one.kind == _PERCENT and not one.own and not one.way]
    for place in {one.place for one in shares}:
        yield sum((one.value for one in shares if one.place == place), Decimal())


_YEARLY = pattern(r"年(?:に|で|間|額|換算|当たり)|1年")
_MONTHLY = pattern(r"月(?:に|々|額|当たり|平均)|毎月|月(?=[0-9０-９約])")
_EACH = pattern(r"当たり|あたり|平均|ずつ|[1１一](?:台|人|名|件|社|本|棟|室|戸|枚|回|か月|年)")


def _times(done: _Sum) -> Iterator[Decimal]:
    """So much for each, for so long, or so large a part of it; and what of it is for each."""
    if done.kind != "amount":
        return
    for amount, count in done.with_amount(lambda one: one.kind.startswith("number:") or one.kind == "months"):
        yield amount.value * count.value
        if count.value and _EACH.search(done.said):
            yield amount.value / count.value
    for amount, share in done.with_amount(lambda one: one.kind == _PERCENT and not one.way):
        yield amount.value * share.value / 100
        if _LEFT.search(done.said) and not done.is_of_itself(share):
            yield amount.value * (100 - share.value) / 100
    for one in (one for one in done.told if one.kind == "amount" and done.tells_of(one)):
        if _YEARLY.search(done.said) and (one.figure.rate == "month" or one.words & _MONTH):
            yield one.value * 12
        if _MONTHLY.search(done.said) and one.figure.rate == "year":
            yield one.value / 12


_MONTH = frozenset({"月", "毎月", "月々"})
_SHARE = pattern(r"割合|占め|割|[比率]|相当|当たる|付")
_MONTHS_OF = pattern(r"か月(?:分|程度|強|弱|ほど)")


def _shares(done: _Sum) -> Iterator[Decimal]:
    """Of two figures of one kind the one as a share, a multiple or so many months of the other."""
    for one, other in done.both("amount", *_counts(done)):
        if not one.value or not other.value:
            continue
        small, large = sorted((one.value, other.value))
        is_multiple = done.kind in ("ratio:倍", "ratio:分数")
        default = (small, large) if done.kind != "ratio:倍" else (large, small)
        pair = done.compared(one, other)
        part, whole = (pair[0].value, pair[1].value) if pair else default
        if is_multiple or (done.kind == "months" and _MONTHS_OF.search(done.said)):
            yield part / whole
        elif done.kind == _PERCENT and _SHARE.search(done.said) and not _is_stated(done):
            yield (large - small) / large * 100 if _LEFT.search(done.said) else part / whole * 100
            yield from _growth(done, one, other)


def _growth(done: _Sum, one: Operand, other: Operand) -> Iterator[Decimal]:
    """By how many hundredths the later value differs from the earlier: 170万円, 260万円; 90万円増えて260万円."""
    if done.way and (one.is_before(other) or other.is_before(one)):
        then, now = (one.value, other.value) if one.is_before(other) else (other.value, one.value)
        if (now > then) == (done.way is Way.UP):
            yield abs(now - then) / then * 100
    small, large = sorted((one.value, other.value))
    if done.way is Way.UP and large > small and _is_plain(done, one, other):
        yield small / (large - small) * 100


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
        changes = (one for one in done.told if one.kind == _PERCENT and one.way and done.tells_of(one))
        yield from (1 + (one.value if one.way is Way.UP else -one.value) / 100 for one in changes)
    if done.kind == "amount" and done.mine.figure.term is Term.PRIOR:  # 310万円, 90万円増: 220万円の前年
        moved = ((a, b) for x, y in done.both("amount") for a, b in ((x, y), (y, x)) if b.way and not a.way)
        yield from (a.value - b.value if b.way is Way.UP else a.value + b.value for a, b in moved)
    for one in (o for o in done.told if done.kind == o.kind == _PERCENT and not o.own and done.tells_of(o)):
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
