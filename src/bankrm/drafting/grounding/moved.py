"""Which way a measure went, where the figures tell it and no word does: 外注費の増加率 33.3%, 営業利益 13百万円(前期 12百万円)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product

from bankrm.drafting.grounding.figures import figures_of
from bankrm.drafting.grounding.lexicon import Term, measure_key
from bankrm.drafting.grounding.predicate import Aspect, Predicate
from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.language.patterns import pattern
from bankrm.language.polarity import Way

_RATE = pattern(r"([^ 　、。::]{2,12}?)の?(?:増加|増減|成長|伸び)率[はがで]?\s*$")


def moved_measures(reading: Reading) -> Iterator[Predicate]:
    """A predicate for each measure of which the figures tell the way."""
    figures = [token for token in reading.tokens if token.role is Role.FIGURE]
    for before, token in pairwise([None, *figures]):
        start = before.end if before else 0
        if token and (rate := _RATE.search(reading.text, start, token.start)) and (way := _way(_value(token), 0)):
            yield _went(token, way, measure_key(rate.group(1)))
    for now, then in product(figures_of(reading), repeat=2):
        alike = now.measure and now.measure == then.measure and now.key.split(":")[::2] == then.key.split(":")[::2]
        if alike and then.term is Term.PRIOR is not now.term and (way := _way(_value(now.token), _value(then.token))):
            yield _went(now.token, way, now.measure)


def _value(token: Token) -> float | None:
    """The number of an amount, a ratio or a count; None of a length of time."""
    kind, value = token.key.split(":")[:2]
    return float(value) if kind in ("amount", "ratio", "number") else None


def _way(now: float | None, then: float | None) -> Way | None:
    if now is None or then is None or now == then:
        return None
    return Way.UP if now > then else Way.DOWN


def _went(token: Token, way: Way, measure: str) -> Predicate:
    of = frozenset({measure})
    return Predicate(token, f"amount:{way}", False, True, True, True, Aspect.DONE, of, frozenset(), frozenset())
