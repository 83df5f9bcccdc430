"""What a relative term means to those who read it in another year."""

from __future__ import annotations

from datetime import date

import pytest

from bankrm.language.meant import limits

FEBRUARY, JULY = date(2026, 2, 17), date(2026, 7, 8)


@pytest.mark.parametrize(
    ("text", "on", "closing", "meant"),
    [
        ("来年度のうちに全部でんさいにするつもり", FEBRUARY, 3, ("来年度は2027年3月まで",)),
        ("来年度のうちに全部でんさいにするつもり", FEBRUARY, None, ("来年度は2027年3月まで",)),
        ("今期中に1台は入れ替えたい", JULY, 3, ("今期は2027年3月まで",)),
        ("今期のうちに替える", JULY, 9, ("今期は2026年9月まで",)),
        ("機械の更新は来期以降にしたい", JULY, 3, ("来期は2027年4月から",)),
        ("来年度中に", JULY, 12, ("来年度は2027年12月まで",)),
        ("年度内には決めたい", JULY, 3, ("年度は2027年3月まで",)),
    ],
)
def test_a_limit_is_told_by_the_month(text: str, on: date, closing: int | None, meant: tuple[str, ...]) -> None:
    assert tuple(map(str, limits(text, on, closing))) == meant


def test_a_firms_own_year_is_not_guessed() -> None:
    assert limits("今期中に1台は入れ替えたい", JULY, None) == ()


@pytest.mark.parametrize(
    "text",
    [
        "今期は忙しい",
        "前期の売上",
        "来期の予算がついてから",
        "期待している",
        "2026年3月期まで",
        "初期のうちに",
        "12月中に",
    ],
)
def test_what_limits_nothing_or_needs_no_telling_is_left_alone(text: str) -> None:
    assert limits(text, JULY, 3) == ()
