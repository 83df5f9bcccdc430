from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bankrm.language.fiscal import Interval
from bankrm.language.folding import fold
from bankrm.language.normalise import find_quantities
from bankrm.language.quantities import Kind, Quantity

TODAY = date(2026, 11, 20)
PIECES = [
    *"0123456789０１２３〇一二三十百千万億兆年月日時分半期度末前来今本昨第上下中同翌毎数約.,/:-~〜・、()（）▲△¥円%％ 　\n㋿㍻㈱㎡①²RHSQFY元",
    "令和", "昭和", "か月", "ヶ月", "四半期", "週間", "営業利益", "(千円)", "単位:百万円", "から", "分の", "明日", "前年同月", "連結会計年度", "火曜日", "上旬", "締め", "後に", "名", "社",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=14).map("".join))


def check_value(quantity: Quantity) -> None:
    value = quantity.value
    match quantity.kind:
        case Kind.AMOUNT:
            assert isinstance(value, int)
        case Kind.RATIO | Kind.COUNT:
            assert isinstance(value, int | float)
            assert quantity.unit
        case Kind.DATE | Kind.MONTH | Kind.YEAR:
            assert str(quantity.partial_date()) == value
        case Kind.PERIOD:
            assert Interval.parse(str(value)).first_day() <= Interval.parse(str(value)).last_day()
        case Kind.DURATION:
            assert re.fullmatch(
                r"P(?=.)([0-9.]+Y)?([0-9.]+M)?([0-9.]+W)?([0-9.]+D)?(T(?=.)([0-9.]+H)?([0-9.]+M)?([0-9.]+S)?)?",
                str(value),
            )
        case Kind.TIME:
            assert re.fullmatch(r"[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?", str(value))


@given(TEXTS, st.sampled_from([None, TODAY]), st.integers(1, 12))
@example("1億2千〜3〜5年㋿8年5月20日", TODAY, 3)
def test_any_text_gives_ordered_separate_spans_and_well_formed_values(
    text: str, today: date | None, year_end: int
) -> None:
    end = 0
    for quantity in find_quantities(text, today, year_end):
        assert end <= quantity.start < quantity.end <= len(text)
        end = quantity.end
        check_value(quantity)


@given(st.text(max_size=30))
def test_folding_keeps_the_way_back_to_every_character(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.origins)
    assert list(folded.origins) == sorted(folded.origins)


def test_characters_that_fold_to_several_keep_the_spans_of_the_source() -> None:
    text = "㈱凪浜は㋿8年5月に㍻の設備を５％値引きの３百万円で購入、50㎡"
    assert [text[q.start : q.end] for q in find_quantities(text)] == ["㋿8年5月", "５％", "３百万円", "50㎡"]


def test_list_marks_and_superscripts_are_no_digits() -> None:
    assert [q.value for q in find_quantities("①3億円 ②5名")] == [300_000_000, 5]


def test_the_same_text_is_read_the_same_twice() -> None:
    assert find_quantities("来期は3億円", TODAY) == find_quantities("来期は3億円", TODAY)


def test_the_same_thing_in_another_unit_is_the_same_value() -> None:
    for one, other in (
        ("3割", "30%"),
        ("3割5分", "35％"),
        ("64名", "64人"),
        ("1年半", "18か月"),
        ("2週間", "14日間"),
        ("3億円", "三億円"),
    ):
        (a,), (b,) = find_quantities(one), find_quantities(other)
        assert a.same_value(b), (one, other)
    for one, other in (("3割", "3%"), ("64名", "64社"), ("5年", "5か月"), ("3億円", "3百万円"), ("5%", "5名")):
        (a,), (b,) = find_quantities(one), find_quantities(other)
        assert not a.same_value(b), (one, other)


@pytest.mark.timeout(5)
@pytest.mark.parametrize("run", ["0" * 28, "9" * 4_000, "1," * 400 + "1", "1.2" * 300, "9億" * 200, "一" * 400])
def test_a_long_run_of_digits_takes_no_longer_than_it_is(run: str) -> None:
    """An account or slip number in a record once took for ever."""
    find_quantities(f"伝票{run}の件")
