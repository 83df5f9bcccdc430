"""Whether a date or period of a statement stands in the evidence, in whatever notation and precision."""

from __future__ import annotations

from bankrm.language.patterns import pattern
from bankrm.language.quantities import PartialDate

_DAY = pattern(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


def time_fits(mine: str, theirs: str) -> bool:
    """Whether `theirs` of the evidence bears out `mine` of the statement: the same, or more precise (2026-05-20 bears out 2026年5月).

    Keys as the tokens give them: `date:2026-05-20`, `month:2026-05`, `year:2026`, `period:2025-04/2026-03`, `time:14:00`.
    """
    if mine == theirs:
        return True
    kind, _, value = mine.partition(":")
    other_kind, _, other_value = theirs.partition(":")
    if kind in ("month", "year") and _DAY.match(other_value):
        return other_value.startswith(value)
    if kind == "month" and other_kind == "period":  # 2026年3月期 closes in 2026年3月
        return other_value.endswith(f"/{value}")
    if kind == "date" and other_kind == "period":  # its last day
        return value == str(PartialDate.parse(other_value.partition("/")[2] or other_value).last_day())
    if kind == "period" and other_kind in ("month", "date"):
        return other_value.startswith(value.partition("/")[2])
    return False


def same_day_of_year(mine: str, theirs: str) -> bool:
    """Whether two dates agree in month and day, the year set aside: for a statement that names no year."""
    value = mine.partition(":")[2]
    other = _DAY.match(theirs.partition(":")[2])
    own = _DAY.match(value)
    if not own or not other or not own[2] or not other[2]:
        return False
    return own[2] == other[2] and (own[3] is None or own[3] == other[3])
