"""Whether a figure of a statement and one of the evidence are said of the same thing."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from bankrm.drafting.grounding.bases import bases_differ
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.figures import Figure
from bankrm.drafting.grounding.lexicon import LOSS_OF, Term
from bankrm.drafting.grounding.moves import Move
from bankrm.drafting.grounding.times import time_fits
from bankrm.drafting.grounding.values import value_fits
from bankrm.language.bounds import Bound, bears_out
from bankrm.language.patterns import pattern


class Misfit(StrEnum):
    """How a figure of the same value differs; values are reason codes."""

    MEASURE = "measure_differs"
    PERIOD = "period_differs"
    UNIT = "unit_differs"
    DIRECTION = "direction_differs"
    BASE = "base_differs"
    BOUND = "bound_differs"


def same_value(figure: Figure, piece: Piece) -> tuple[Figure, ...]:
    """Figures of the piece with the value, in whatever notation."""
    return tuple(other for other in piece.figures_like(figure) if value_fits(figure, other))


def misfit(figure: Figure, other: Figure, piece: Piece) -> Misfit | None:
    """What speaks against reading `other` of the evidence as the statement's `figure`; None where nothing does."""
    if _measure_differs(figure, other, piece):
        return Misfit.MEASURE
    if _period_differs(figure, other, piece):
        return Misfit.PERIOD
    if figure.rate and other.rate and figure.rate != other.rate:
        return Misfit.UNIT
    if bases_differ(figure.base, other.base, piece.source.text):
        return Misfit.BASE
    if figure.key == other.key and not _as_exact(figure, other):
        return Misfit.BOUND
    if figure.trend and other.trend and figure.trend is not other.trend:
        return Misfit.DIRECTION
    return Misfit.MEASURE if _change_as_level(figure, other, piece) else None


def _measure_differs(figure: Figure, other: Figure, piece: Piece) -> bool:
    """Whether the evidence says the figure of another measure in so many words; one that it leaves out may be named."""
    if other.is_operand and not figure.is_operand and figure.measure == other.measure:
        return True  # 労働生産性 929千円/人 = 13百万円÷14名
    if figure.measure and other.measure:
        return not _same_measure(figure, other)
    named = figure.measure in piece.keys or figure.measure in piece.source.text
    return bool(figure.measure and other.subject) and not named


_RATE_OF_CHANGE = pattern(r"(?P<of>.+?)高?(?:増加|伸び|増減|成長)率$")


_IS_RATE = pattern(r"(?:率|性|年数|シェア|金利)$")


def is_change_of(measure: str, rate: str) -> bool:
    """Whether a rate is that by which the measure changed: 売上増加率 6.1% is 売上が6.1%伸びた."""
    match = _RATE_OF_CHANGE.match(rate)
    return match is not None and measure.startswith(match["of"])


def _same_measure(figure: Figure, other: Figure) -> bool:
    mine, theirs = figure.measure, other.measure
    if figure.key.startswith("ratio:") and not (figure.change or figure.trend or _IS_RATE.search(mine)):
        return True  # 借入金の66%, 有利子負債はEBITDAの4倍: no name of the rate
    if (figure.change or figure.trend) and is_change_of(mine, theirs):
        return True
    if (mine, theirs) == ("営業利益", "労働生産性") and {"当たり", "当たる"} & figure.nouns:
        return True  # 1人当たりの営業利益
    return mine == theirs or mine.endswith(theirs) or theirs.endswith(mine) or (
        LOSS_OF.get(mine) == theirs and _negative(figure) != _negative(other)
    )  # fmt: skip


def _as_exact(figure: Figure, other: Figure) -> bool:
    """Whether the figure is told no more exactly than the other; what is to take a week (1週間で) is to take no longer."""
    lasts = figure.key.startswith("duration:") and figure.bound is Bound.AT_MOST
    return bears_out(figure.bound, other.bound) or (lasts and other.bound is Bound.EXACT)


def _negative(figure: Figure) -> bool:
    quantity = figure.token.quantity
    return quantity is not None and isinstance(quantity.value, (int, float)) and quantity.value < 0


def _period_differs(figure: Figure, other: Figure, piece: Piece) -> bool:
    if {figure.move, other.move} == {Move.FROM, Move.TO} or (figure.move is Move.TO and other.term is Term.PRIOR):
        return True
    if other.move is Move.FROM and figure.move is None and not figure.times:
        return figure.term is not Term.PRIOR
    if _of_the_other_term(figure, other, piece):
        return True
    if figure.key.startswith("duration:"):
        return False
    if figure.term is not Term.PRIOR and figure.times and figure.times == other.times and _is_a_year_off(other, piece):
        return True
    own = {*piece.head_times, f"date:{piece.day}"}
    named = {t for t in figure.times if not any(time_fits(t, day) for day in own)}
    if other.term is Term.PRIOR and any(piece.is_year_before(time) for time in named):
        return False
    if named and (theirs := other.times or _own_day(piece)):
        return not any(time_fits(mine, time) for mine in named for time in theirs)
    if named and other.measure and _is_day_of_another(named, other, piece):
        return True
    if other.term is Term.PRIOR and figure.term is not Term.PRIOR and figure.move is not Move.FROM:
        return not any(piece.is_year_before(time) for time in named) if _years(named) else not named
    if figure.term in (Term.PRIOR, Term.NEXT) and not other.times and not _told_of(figure.term, other, piece):
        return figure.term not in (other.term, None if other.term or other.trend else other.carried)
    return other.term is Term.NEXT and figure.term in (Term.CURRENT, Term.PRIOR) and not named


def _is_a_year_off(other: Figure, piece: Piece) -> bool:
    """Whether it is told of the year before the time that stands in its sentence (1〜5月で1,130万円、去年の同じ時期は860万円)."""
    terms = {figure.term for figure in piece.figures if figure.times == other.times}
    return other.term is Term.PRIOR and terms > {Term.PRIOR}


def _is_day_of_another(named: Collection[str], other: Figure, piece: Piece) -> bool:
    """Whether the day is that of another figure of the same measure (在庫 127百万円(3月末 94百万円))."""
    rivals = (
        f for f in piece.figures if f.measure == other.measure and f.key != other.key and f.detail and not other.detail
    )
    return any(time_fits(mine, time) for rival in rivals for time in rival.times for mine in named)


def _told_of(term: Term, other: Figure, piece: Piece) -> bool:
    """Whether the figure's sentence names that period and no other (職員が二人、来月から育休に入る)."""
    sentence = next((tokens for tokens in piece.reading.sentences if other.token in tokens), ())
    return {token.term for token in sentence if token.term} == {term} and not other.trend


def _years(times: Collection[str]) -> bool:
    return any(time.startswith("period:") for time in times)


def _of_the_other_term(figure: Figure, other: Figure, piece: Piece) -> bool:
    """Whether the figure is told as the earlier of two of a measure, or as what it moved to, and is the other one."""
    if figure.move is Move.TO and other.term is Term.PRIOR:
        return True
    earlier = other.measure and any(one.term is Term.PRIOR and one.measure == other.measure for one in piece.figures)
    return figure.term is Term.PRIOR and other.term is not Term.PRIOR and bool(earlier)


def _own_day(piece: Piece) -> frozenset[str]:
    """The day of which all figures of a statement of account, of host data or of a calculation are."""
    return piece.head_times if piece.is_data else frozenset()


_SIGN = pattern(r"の?(?:マイナス|プラス)")


def _change_as_level(figure: Figure, other: Figure, piece: Piece) -> bool:
    """18億69百万円増 is no level of 18億69百万円."""
    level = figure.key.split(":")[0] in ("amount", "number")
    return (
        level
        and other.change is not None
        and not _SIGN.match(piece.body, other.token.end)
        and figure.change is None
        and not other.detail
        and figure.measure == other.measure
    )
