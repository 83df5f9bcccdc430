"""Whether two figures state one value: in any notation, rounded only where the statement says so (約, 弱, 以上), the sign kept."""

from __future__ import annotations

from decimal import Decimal

from bankrm.drafting.grounding.figures import Figure
from bankrm.language.bounds import Bound
from bankrm.language.folding import fold
from bankrm.language.patterns import pattern
from bankrm.language.polarity import Way
from bankrm.language.quantities import Quantity

_DIGITS = pattern(r"[0-9][0-9,]*(?:\.[0-9]+)?")


def value_fits(figure: Figure, other: Figure) -> bool:
    """Whether the evidence's `other`, of the same kind and unit, bears out the statement's `figure`."""
    if figure.key == other.key:
        return True
    mine, theirs = figure.token.quantity, other.token.quantity
    if mine is None or theirs is None or figure.key.split(":")[0] != other.key.split(":")[0]:
        return False
    if not isinstance(mine.value, (int, float)) or not isinstance(theirs.value, (int, float)):
        return False
    if mine.value == theirs.value:
        return True  # 2つ of 2か所
    if mine.value == -theirs.value:
        return _sign_in_words(figure) or _sign_in_words(other)
    if figure.bound is Bound.BAND or _is_tenths(mine):
        return other.bound in _WITHIN_BAND and _is_in_band(theirs, mine, figure.bound)
    return figure.bound is not Bound.EXACT and other.bound is Bound.EXACT and _is_near(theirs, mine, figure.bound)


def is_negative_of(figure: Figure, other: Figure) -> bool:
    """Whether the values differ in their sign alone, in whatever notation (8百万円, △800万円)."""
    (kind, mine, *unit), (its_kind, theirs, *its_unit) = figure.key.split(":"), other.key.split(":")
    same = (kind, unit) == (its_kind, its_unit) and kind in ("amount", "ratio", "number")
    return same and float(mine) == -float(theirs) != 0


def _sign_in_words(figure: Figure) -> bool:
    """A loss or a decrease said in words: 31百万円の赤字 for ▲31百万円."""
    quantity = figure.token.quantity
    positive = quantity is not None and isinstance(quantity.value, (int, float)) and quantity.value > 0
    return positive and (
        figure.trend is Way.DOWN
        or "損失" in figure.measure
        or "赤字" in figure.measure
        or "減" in "".join(figure.nouns)
    )


_NEAR, _WITHIN = Decimal("0.01"), Decimal("0.05")
"""How far the exact value may lie from the one told: 約 rounds by no more than one part in a hundred, since a banker's figure shows
three digits (1,236百万円 is 約12.4億円, not 約12億円); 超, 以上, 弱 and the like hold where they are true and no farther off than five."""


def _is_near(exact: Quantity, told: Quantity, bound: Bound) -> bool:
    """Whether the exact value is what a value told roughly, or as a bound, means."""
    value, target = Decimal(str(exact.value)), Decimal(str(told.value))
    if target <= 0 or value <= 0:
        return False
    off = (value - target) / target
    if bound is Bound.ABOUT:
        return abs(off) <= _NEAR
    if bound in (Bound.AT_LEAST, Bound.LITTLE_OVER):
        return 0 < off <= _WITHIN
    return bound in (Bound.AT_MOST, Bound.LITTLE_UNDER) and -_WITHIN <= off < 0


_WITHIN_BAND = frozenset({Bound.EXACT, Bound.ABOUT, Bound.LITTLE_OVER, Bound.AT_LEAST})
_HALF = Decimal("0.5")


def _is_tenths(told: Quantity) -> bool:
    return told.unit == "割" and float(told.value) % 1 == 0


def _is_in_band(exact: Quantity, told: Quantity, bound: Bound) -> bool:
    """Whether the value has the leading digits of a band (12億円台, 4割台), or lies within half a tenth on the side told (6割強)."""
    value, target = in_one_unit(exact), in_one_unit(told)
    exponent = target.normalize().as_tuple().exponent  # of the last digit that is not nought: 8 of 12億
    off = (value - target) / Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    if bound is Bound.BAND:
        return 0 <= off < 1
    if bound is Bound.ABOUT:
        return abs(off) < _HALF
    over = bound in (Bound.LITTLE_OVER, Bound.AT_LEAST)
    return bound is not Bound.EXACT and 0 < (off if over else -off) < _HALF


def in_one_unit(quantity: Quantity) -> Decimal:
    """The number of a quantity that has one, tenths as hundredths."""
    return Decimal(str(quantity.value)) * (10 if quantity.unit == "割" else 1)


def digit_runs(text: str) -> list[str]:
    """Numbers as written, width folded and commas dropped: what is compared where nothing could be measured."""
    return [run.replace(",", "") for run in _DIGITS.findall(fold(text).text)]
