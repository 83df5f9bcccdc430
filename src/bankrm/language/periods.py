"""Fiscal periods: 2025年3月期, 25/3期, 令和7年度上期, 第3四半期, 来期; value `2025-04/2026-03`.

上期, 下期 and quarters count from the firm's own year; 2025年上半期 is the calendar's half. A firm's term number (第12期) is no period.
"""

from __future__ import annotations

import re

from bankrm.language.fiscal import Interval, fiscal_year, fiscal_year_of
from bankrm.language.patterns import pattern
from bankrm.language.quantities import Kind, PartialDate
from bankrm.language.scene import Reading, Scene, about_after, one

_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
_QUARTER = pattern(
    r" ?の?(?:第(?P<q>[1-4一二三四])四半期(?:連結|会計)?(?P<cum>累計)?(?:会計)?(?:期間)?|(?P<short>[1-4])Q(?![A-Za-z])(?P<cumq>累計)?|Q(?P<rev>[1-4])(?![0-9])"
    r"|(?P<half>上半?期|下半?期|前半(?!戦)|後半(?!戦)|中間(?:連結)?(?:会計)?期(?:間)?))"
)
_EDGE = pattern(r" ?の?(?:(?P<end>末日?(?!っ))|(?P<begin>(?:期|年)?首|初日))")
_COMPARED = pattern(r"(?:同?[月期]|末)?(?:対比|比|並み|割れ|対|差)")


def read_part(scene: Scene, pos: int) -> Reading | None:
    """上期, 第3四半期, 3Q, Q3 with no year before them: of the year just named, else of the year that `today` lies in."""
    match = _QUARTER.match(scene.text, pos)
    if not match or match.start() != pos or match["half"] in ("前半", "後半"):
        return None
    if scene.text[match.end() : match.end() + 1] == "比":
        return Reading(match.end())
    year = _year_named_before(scene, pos) or this_year(scene)
    return _edge_or_whole(scene, pos, match.end(), _part(year, match)) if year else Reading(match.end())


def period_tail(scene: Scene, start: int, end: int, year: Interval, calendar: bool = False) -> Reading:
    """What follows a year: 上期 or a quarter of it, its last day (末), or nothing. `calendar`: 年, not 年度, came before."""
    part = _QUARTER.match(scene.text, end)
    if part:
        of_calendar = calendar and (part["half"] or "")[1:] in ("半期", "半")
        year = _part(Interval.of_months(PartialDate(year.first.year, 1), 12) if of_calendar else year, part)
        end = part.end()
    return _edge_or_whole(scene, start, end, year)


def _edge_or_whole(scene: Scene, start: int, end: int, year: Interval) -> Reading:
    edge = _EDGE.match(scene.text, end)
    if edge and not _COMPARED.match(scene.text, edge.end()):
        day = year.last_day() if edge["end"] else year.first_day()
        return one(start, edge.end(), Kind.DATE, day.isoformat())
    if _COMPARED.match(scene.text, end):
        return Reading(end)
    return _period(start, end, year, about_after(scene.text, end))


def has_part(text: str, pos: int) -> bool:
    """Whether 上期, a quarter or the like stands here."""
    return bool(_QUARTER.match(text, pos))


def this_year(scene: Scene) -> Interval | None:
    """The fiscal year that `today` lies in."""
    if scene.today is None:
        return None
    return fiscal_year(fiscal_year_of(scene.today, scene.year_end_month), scene.year_end_month)


def told_year(scene: Scene) -> Interval | None:
    """The business year last named in this text by its own date: what 前期 beside a closed year's figures counts from."""
    for quantity in reversed(scene.found):
        if quantity.kind is Kind.PERIOD and scene.text[quantity.start].isascii() | (quantity.end - quantity.start > 4):
            period = Interval.parse(str(quantity.value))
            if period.shifted(1).first == PartialDate(period.first.year + 1, period.first.month) and _is_year(period):
                return period
    return None


def _is_year(period: Interval) -> bool:
    return period == Interval.of_months(period.first, 12)


def _year_named_before(scene: Scene, pos: int) -> Interval | None:
    last = scene.linked(pos)
    if last is None or last.kind is not Kind.PERIOD:
        return None
    day = Interval.parse(str(last.value)).first_day()
    return fiscal_year(fiscal_year_of(day, scene.year_end_month), scene.year_end_month)


def _part(year: Interval, match: re.Match[str]) -> Interval:
    half = match["half"]
    if half:
        return year.part(6, 1 if half[0] in "上前中" else 2)
    said = match["q"] or match["short"] or match["rev"]
    quarter = _QUARTERS.get(said) or int(said)
    if match["cum"] or match["cumq"]:
        return Interval.of_months(year.first, 3 * quarter)
    return year.part(3, quarter)


def _period(start: int, end: int, period: Interval, approx: bool = False) -> Reading:
    return one(start, end, Kind.PERIOD, str(period), "", approx)
