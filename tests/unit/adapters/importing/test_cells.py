from __future__ import annotations

import math
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bankrm.adapters.importing.cells import (
    CellError,
    Column,
    Converter,
    Noted,
    read_amount,
    read_as_of,
    read_branch,
    read_cif,
    read_corporate_number,
    read_count,
    read_date,
    read_due,
    read_flag,
    read_names,
    read_percent,
    read_period_end,
    readable,
)
from bankrm.adapters.importing.table import Cell
from bankrm.domain.clients import is_corporate_number

MILLIONS = Column(unit="百万円")
ERA = Column(short_dates="令和")
WESTERN = Column(short_dates="western")


@pytest.mark.parametrize(
    ("cell", "yen"),
    [
        ("1,318", 1_318_000_000), ("△31", -31_000_000), ("▲ 31", -31_000_000), ("(1,200)", -1_200_000_000), ("（12）", -12_000_000),
        ("−5", -5_000_000), ("-5", -5_000_000), ("2.25", 2_250_000), ("１，２３６", 1_236_000_000), ("0", 0), (261, 261_000_000),
        (110.5, 110_500_000), ("3億円", 300_000_000), ("300百万円", 300_000_000), ("12億3,400万円", 1_234_000_000),
        ("213,000千円", 213_000_000), ("¥1,980,000", 1_980_000),
    ],
)  # fmt: skip
def test_an_amount_in_any_notation_becomes_whole_yen(cell: Cell, yen: int) -> None:
    assert read_amount(cell, MILLIONS) == yen


@pytest.mark.parametrize("cell", ["", "-", "－", "―", "不明", "***"])
def test_nothing_written_is_an_unknown_amount_and_no_zero(cell: str) -> None:
    assert read_amount(cell, MILLIONS) is None


@pytest.mark.parametrize("cell", ["1,5", "12,34", "数千万円", "1〜2億円", "要確認", "3億円くらいか4億円", "1.2.3"])
def test_what_is_no_single_amount_is_an_error(cell: str) -> None:
    with pytest.raises(CellError) as error:
        read_amount(cell, MILLIONS)
    assert error.value.reason == "not_an_amount"


def test_a_bare_number_without_a_unit_anywhere_is_never_guessed() -> None:
    with pytest.raises(CellError) as error:
        read_amount("213,000", Column())
    assert error.value.reason == "unit_unknown"
    assert read_amount("213,000千円", Column()) == 213_000_000


def test_an_amount_beyond_any_bank_is_an_error() -> None:
    with pytest.raises(CellError) as error:
        read_amount("9" * 20, MILLIONS)
    assert error.value.reason == "amount_out_of_range"


def test_an_approximate_amount_is_taken_and_noted() -> None:
    assert read_amount("約3億円", MILLIONS) == Noted(300_000_000, "approximate_amount")


@given(st.integers(-(10**9), 10**9), st.sampled_from(["{:,}", "{}", "△{:,}", "({:,})", "▲{:,}"]))
def test_every_notation_of_a_number_means_the_same_yen(number: int, notation: str) -> None:
    negative = notation[0] in "△▲("
    text = notation.format(abs(number) if negative else number)
    assert read_amount(text, Column(unit="千円")) == (-abs(number) if negative else number) * 1000


@given(st.text(max_size=12))
def test_no_text_breaks_a_converter(text: str) -> None:
    converters = (
        read_amount, read_date, read_period_end, read_count, read_percent, read_flag, read_corporate_number, read_as_of, read_cif,
        read_branch,
    )  # fmt: skip
    for convert in converters:
        with suppress(CellError):
            convert(text, ERA)


@pytest.mark.parametrize(
    "cell",
    ["令和8年7月8日", "R8.7.8", "Ｒ８．７．８", "2026/7/8", "2026-07-08", "20260708", "2026年7月8日(水)", "2026/07/08 10:30", "令和８年７月８日（水曜日）", date(2026, 7, 8)],
)  # fmt: skip
def test_a_day_in_any_notation(cell: Cell) -> None:
    assert read_date(cell, Column()) == date(2026, 7, 8)


def test_what_a_short_date_means_is_said_by_the_profile_and_never_guessed() -> None:
    assert read_date("8/5/20", ERA) == date(2026, 5, 20)
    assert read_date("8.5.20", ERA) == date(2026, 5, 20)
    assert read_date("26/5/20", WESTERN) == date(2026, 5, 20)
    with pytest.raises(CellError) as error:
        read_date("8/5/20", Column())
    assert error.value.reason == "short_date_undecided"


@pytest.mark.parametrize(
    ("cell", "reason"),
    [("2026/2/30", "impossible_date"), ("令和8年7月", "date_incomplete"), ("来週", "not_a_date"), (46211.5, "not_a_date"), ("7/8", "short_date_undecided"), ("46211", "not_a_date")],
)  # fmt: skip
def test_what_is_no_day_is_an_error(cell: Cell, reason: str) -> None:
    with pytest.raises(CellError) as error:
        read_date(cell, Column())
    assert error.value.reason == reason


@pytest.mark.parametrize(
    "cell",
    [
        "2026年3月期",
        "令和8年3月期",
        "2026/3",
        "2026年3月31日",
        "26/3期",
        "R8.3期",
        date(2026, 3, 31),
        date(2026, 3, 1),
        "2025年度",
    ],
)
def test_the_end_of_a_business_year_is_the_last_day_of_its_month(cell: Cell) -> None:
    assert read_period_end(cell, Column(short_dates="western")) == date(2026, 3, 31)


def test_a_month_as_due_date_lasts_to_its_end_and_as_time_of_data_is_noted() -> None:
    assert read_due("2026年12月", Column()) == date(2026, 12, 31)
    assert read_as_of("2026年9月", Column()) == Noted(date(2026, 9, 30), "month_as_its_last_day")
    assert read_as_of("2026年3月末", Column()) == date(2026, 3, 31)


def test_codes_keep_leading_zeros_and_get_them_back_where_excel_stored_a_number() -> None:
    assert read_cif("0012345", Column(width=7)) == "0012345"
    assert read_cif(12345, Column(width=7)) == "0012345"
    assert read_cif(12345.0, Column(width=7)) == "0012345"
    assert read_cif("１２３４５６", Column(width=7)) == "123456"
    assert read_cif("E00004", Column()) == "E00004"
    assert read_branch(12, Column()) == "012"
    assert read_branch("012 凪浜支店", Column()) == "012"


@pytest.mark.parametrize("cell", ["1.23E+06", "12-34-5x!", "123", "0012345.5"])
def test_a_mangled_code_is_an_error(cell: str) -> None:
    with pytest.raises(CellError):
        read_cif(cell, Column(width=7))


def test_a_wrong_check_digit_is_noted_and_the_number_kept() -> None:
    assert read_corporate_number("5070001000715", Column()) == "5070001000715"
    assert read_corporate_number("5070001000716", Column()) == Noted("5070001000716", "corporate_number_check_digit")


@given(st.integers(0, 10**12 - 1))
def test_exactly_one_first_digit_makes_a_corporate_number(rest: int) -> None:
    assert sum(is_corporate_number(f"{first}{rest:012}") for first in range(1, 10)) == 1


def test_people_are_parted_but_a_katakana_name_is_not() -> None:
    assert read_names("田辺社長、佐伯経理部長・小暮主任\nジョン・スミス氏", Column()) == (
        "田辺社長",
        "佐伯経理部長",
        "小暮主任",
        "ジョン・スミス氏",
    )


def test_marks() -> None:
    assert read_flag("○", Column()) is True
    assert read_flag("〇（実質）", Column()) is True
    assert read_flag("", Column()) is False
    assert read_flag("×", Column()) is False
    with pytest.raises(CellError):
        read_flag("たぶん", Column())


def test_rates_and_counts() -> None:
    assert read_percent("2.4%", Column()) == 2.4
    assert read_percent("年１．９％", Column()) == 1.9
    assert read_count("64名", Column()) == 64
    with pytest.raises(CellError):
        read_count("64.5", Column())


def test_unreadable_characters_are_an_error_and_gaiji_are_noted() -> None:
    with pytest.raises(CellError) as error:
        readable("凪浜\ufffd機")
    assert error.value.reason == "unreadable_text"
    assert readable("\ue000浜精機") == Noted("\ue000浜精機", "gaiji")
    assert readable('="0012345"') == "0012345"
    with pytest.raises(CellError):
        readable("#REF!")


@pytest.mark.parametrize("cell", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_an_error_in_any_column(cell: float) -> None:
    with pytest.raises(CellError) as error:
        readable(cell)
    assert error.value.reason == "cell_error"


@pytest.mark.parametrize(
    ("convert", "reason"),
    [(read_amount, "amount_out_of_range"), (read_count, "not_a_count"), (read_percent, "not_a_rate")],
)
@pytest.mark.parametrize("cell", ["9" * 400, "▲" + "9" * 40, 1e300, 10**30])
def test_a_number_beyond_all_measure_is_an_error(convert: Converter, reason: str, cell: str | float) -> None:
    with pytest.raises(CellError) as error:
        convert(cell, Column("円"))
    assert error.value.reason == reason


@pytest.mark.parametrize("convert", [read_amount, read_count, read_percent])
@pytest.mark.parametrize("cell", ["nan", "NaN", "inf", "-Infinity", "1e400"])
def test_words_for_no_number_are_no_number(convert: Converter, cell: str) -> None:
    with pytest.raises(CellError):
        convert(cell, Column("円"))


def test_digits_without_end_are_no_date() -> None:
    with pytest.raises(CellError) as error:
        read_date("9" * 400, Column())
    assert error.value.reason == "not_a_date"


@pytest.mark.parametrize("cell", ["田辺\ud83d社長", "\udc4d", "\udfff見積り"])
def test_half_a_character_is_unreadable_and_a_whole_one_beyond_the_first_plane_is_not(cell: str) -> None:
    with pytest.raises(CellError) as error:
        readable(cell)
    assert error.value.reason == "unreadable_text"
    assert readable("𠮷田社長") == "𠮷田社長"


@pytest.mark.parametrize(
    ("read", "cell"),
    [
        (read_date, "9999/12/31"),
        (read_date, "1899年12月31日"),
        (read_date, date(1856, 4, 1)),
        (read_as_of, "2101年1月1日"),
        (read_as_of, "2101年1月"),
        (read_due, "9999-12-31"),
        (read_due, "2101年"),
        (read_period_end, "2101年3月期"),
        (read_period_end, date(9999, 3, 31)),
    ],
)
def test_a_day_that_no_record_can_bear_is_an_error(read: Converter, cell: Cell) -> None:
    with pytest.raises(CellError) as error:
        read(cell, Column())
    assert error.value.reason == "date_out_of_range"


def test_the_first_and_the_last_day_of_the_records_are_read() -> None:
    assert [read_date(day, Column()) for day in ("明治33年1月1日", "2100/12/31")] == [
        date(1900, 1, 1),
        date(2100, 12, 31),
    ]
