"""Which way a measure went, where the figures tell it and no word does: 外注費の増加率 33.3%, 営業利益 13百万円(前期 12百万円)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product

from bankrm.drafting.grounding.figures import Figure, figures_of
from bankrm.drafting.grounding.lexicon import Term, measure_key
from bankrm.drafting.grounding.predicate import Aspect, Predicate, Words
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
        alike = _of(now) and _of(now) == _of(then) and now.key.split(":")[::2] == then.key.split(":")[::2]
        if alike and _is_before(then, now) and (way := _way(_value(now.token), _value(then.token))):
            yield _went(now.token, way, *_of(now))


def _of(figure: Figure) -> Words:
    """What a value is told of: its measure, else what its sentence is about."""
    return frozenset({figure.measure}) if figure.measure else figure.topic


def _is_before(then: Figure, now: Figure) -> bool:
    """Whether a value is that of an earlier time than the other: 前期, or the earlier of two days."""
    if then.term is Term.PRIOR is not now.term:
        return True
    return bool(then.times and now.times) and max(then.times) < min(now.times)


def _value(token: Token) -> float | None:
    """The number of an amount, a ratio or a count; None of a length of time."""
    kind, value = token.key.split(":")[:2]
    return float(value) if kind in ("amount", "ratio", "number") else None


def _way(now: float | None, then: float | None) -> Way | None:
    if now is None or then is None or now == then:
        return None
    return Way.UP if now > then else Way.DOWN


def _went(token: Token, way: Way, *of: str) -> Predicate:
    return Predicate(
        token, f"amount:{way}", False, True, True, True, Aspect.DONE, frozenset(of), frozenset(), frozenset()
    )
