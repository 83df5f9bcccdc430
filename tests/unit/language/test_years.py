"""A day told without its year is the next or the last such day, as the sentence looks; a spoken year is never moved."""

from __future__ import annotations

from datetime import date

import pytest

from bankrm.language.normalise import find_quantities
from bankrm.language.quantities import Kind
from bankrm.language.years import looking_ahead, looking_back

ON = date(2026, 11, 6)


def ahead(text: str, on: date = ON, grace_days: int = 0) -> str:
    (told,) = (q for q in find_quantities(text, today=on) if q.kind in (Kind.DATE, Kind.MONTH))
    return str(looking_ahead(told, text, on, grace_days=grace_days))


def back(text: str, on: date = ON) -> str:
    (told,) = (q for q in find_quantities(text, today=on) if q.kind in (Kind.DATE, Kind.MONTH))
    return str(looking_back(told, text, on))


@pytest.mark.parametrize(
    ("text", "day"),
    [("12月10日まで", "2026-12-10"), ("3月10日まで", "2027-03-10"), ("1月に入金", "2027-01"), ("4/20まで", "2027-04-20"), ("３月末まで", "2027-03-31")],
)  # fmt: skip
def test_what_is_to_come_is_the_next_such_day(text: str, day: str) -> None:
    assert ahead(text) == day


def test_a_day_without_month_is_the_next_of_that_number() -> None:
    assert ahead("5日まで") == "2026-12-05"


def test_a_day_just_past_stays_where_it_is_if_asked() -> None:
    assert ahead("8月10日が締切", grace_days=180) == "2026-08-10"


@pytest.mark.parametrize("text", ["2024年2月29日まで", "昨年7月に", "去年の12月10日に", "令和6年3月10日まで"])
def test_a_year_that_was_spoken_is_never_moved(text: str) -> None:
    assert ahead(text) == back(text)


def test_what_was_is_the_last_such_day() -> None:
    assert (back("12月17日に届いた"), back("10月3日に届いた"), back("20日に届いた")) == (
        "2025-12-17",
        "2026-10-03",
        "2026-10-20",
    )


def test_a_day_that_the_next_year_lacks_is_none() -> None:
    assert ahead("2月29日まで", date(2028, 3, 1)) == "None"
