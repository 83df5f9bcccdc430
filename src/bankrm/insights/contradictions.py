"""Two records that contradict each other, set side by side with the newest word on it; never a silent choice between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, combinations
from typing import Any, Protocol

from bankrm.domain.citing import computed
from bankrm.domain.evidence import Evidence
from bankrm.domain.observations import Code, Observation
from bankrm.insights.claims import claims, oppose
from bankrm.insights.figures import differ, figures
from bankrm.insights.remarks import View
from bankrm.insights.sources import sources
from bankrm.insights.trends import trends
from bankrm.language.formatting import spoken_date


class _Told(Protocol):
    """What somebody told of a thing: a figure or a claim."""

    @property
    def shown(self) -> str: ...
    @property
    def told_on(self) -> date: ...
    @property
    def holds_on(self) -> date: ...
    @property
    def by(self) -> str: ...
    @property
    def owner(self) -> str: ...
    @property
    def evidence(self) -> Evidence: ...
    def alike(self, other: object) -> bool: ...
    def agrees(self, other: object) -> bool: ...
    def named_with(self, other: Any) -> str: ...


def observe_contradictions(view: View) -> Iterator[Observation]:
    """One of each thing: the pair that a registered value takes part in, else the two latest that cannot both be so."""
    told = sorted(figures(view), key=lambda f: f.told_on)
    yield from _of(view, "figure", told, [(a, b) for a, b in combinations(told, 2) if differ(a, b)])
    said = sorted(chain(claims(view), trends(view), sources(view)), key=lambda c: c.told_on)
    yield from _of(view, "claim", said, [(a, b) for a, b in combinations(said, 2) if oppose(a, b)])


def _of(view: View, kind: str, told: Sequence[_Told], pairs: Sequence[tuple[_Told, _Told]]) -> Iterator[Observation]:
    shown: list[_Told] = []
    for a, b in sorted(pairs, key=lambda pair: (not pair[0].evidence.speaker, pair[1].told_on), reverse=True):
        if not any(a.alike(other) for other in shown):
            shown.append(a)
            yield _contradiction(view, kind, a, b, told)


def _newest(told: Sequence[_Told], a: _Told, b: _Told) -> Evidence | None:
    """What was said of it last, where that holds of a later day than both."""
    later = [t for t in told if t.alike(a) and t.holds_on > max(a.holds_on, b.holds_on)]
    return max(later, key=lambda t: t.holds_on).evidence if later else None


def _confirmed(told: Sequence[_Told], a: _Told, b: _Told) -> Evidence | None:
    """What a third person or paper told that agrees with one of the two and not with the other."""
    third = (t for t in told if t.by not in (a.by, b.by) and t.agrees(a) is not t.agrees(b))
    return next((t.evidence for t in third), None)


def _contradiction(view: View, kind: str, a: _Told, b: _Told, told: Sequence[_Told]) -> Observation:
    def by(t: _Told) -> str:
        return f"{t.shown}({spoken_date(t.told_on, view.today)} {t.by})"

    name = a.named_with(b)
    whole = f"{a.owner}の{name}" if a.owner else name
    what = f"{whole}の記録が食い違う" if kind == "figure" else f"{whole}について、話が食い違う"
    figure = computed(f"{whole}の食い違い", f"{what}: {by(a)}と{by(b)}", "", view.today)
    values = {"kind": kind, "measure": name, "first_on": a.told_on, "first_by": a.by, "second_on": b.told_on, "second_by": b.by,
              "first": a.shown, "second": b.shown, "newest": _newest(told, a, b), "confirmed": _confirmed(told, a, b), "owner": a.owner}  # fmt: skip
    return Observation(Code.RECORDS_CONTRADICT, name, (a.evidence, b.evidence), figure, values)
