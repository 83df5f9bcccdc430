"""Whether two figures state one value: in any notation, rounded only where the statement says 約, the sign kept."""

from __future__ import annotations

import re
from decimal import Decimal

from bankrm.drafting.grounding.figures import Figure
from bankrm.language.folding import fold
from bankrm.language.polarity import Way
from bankrm.language.quantities import Quantity

_DIGITS = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")


def value_fits(figure: Figure, other: Figure) -> bool:
    """Whether the evidence's `other` bears out the statement's `figure`."""
    if figure.key == other.key:
        return True
    mine, theirs = figure.token.quantity, other.token.quantity
    if mine is None or theirs is None or figure.key.split(":")[::2] != other.key.split(":")[::2]:
        return False
    if not isinstance(mine.value, (int, float)) or not isinstance(theirs.value, (int, float)):
        return False
    if mine.value == -theirs.value:
        return _sign_in_words(figure) or _sign_in_words(other)
    return mine.approx and _rounds_to(theirs, mine)


def is_negative_of(figure: Figure, other: Figure) -> bool:
    """Whether the values differ in their sign alone."""
    mine, theirs = figure.token.quantity, other.token.quantity
    if mine is None or theirs is None or mine.kind is not theirs.kind or mine.unit != theirs.unit:
        return False
    return (
        isinstance(mine.value, (int, float)) and isinstance(theirs.value, (int, float)) and mine.value == -theirs.value
    )


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


def _rounds_to(exact: Quantity, rounded: Quantity) -> bool:
    """Whether the exact value, at the precision that the rounded one shows, is the rounded one (1,236百万円 → 約12億円)."""
    value, target = Decimal(str(exact.value)), Decimal(str(rounded.value))
    if not target:
        return False
    step = Decimal(1).scaleb(_last_place(target))
    return abs(value - target) <= step / 2


def _last_place(value: Decimal) -> int:
    """The power of ten of the last digit that is not zero."""
    return int(value.normalize().as_tuple().exponent)


def digit_runs(text: str) -> list[str]:
    """Numbers as written, width folded and commas dropped: what is compared where nothing could be measured."""
    return [run.replace(",", "") for run in _DIGITS.findall(fold(text).text)]
