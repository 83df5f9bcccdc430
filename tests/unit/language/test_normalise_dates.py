from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bankrm.language import formatting
from bankrm.language.eras import MODERN
from bankrm.language.fiscal import Interval, fiscal_year, fiscal_year_of
from bankrm.language.normalise import find_quantities
from bankrm.language.quantities import Kind, PartialDate

TODAY = date(2026, 11, 20)  # a Friday
DAYS = st.dates(date(1873, 1, 1), date(2099, 12, 31))


def read(text: str, year_end_month: int = 3) -> list[tuple[str, int | float | str]]:
    return [(q.kind.value, q.value) for q in find_quantities(text, TODAY, year_end_month)]


def era_date(day: date) -> str:
    era = next(era for era in MODERN if day >= era.first_day)
    year = day.year - era.first_day.year + 1
    return f"{era.name}{'元' if year == 1 else year}年{day.month}月{day.day}日"


def short_era_date(day: date) -> str:
    era = next(era for era in MODERN if day >= era.first_day)
    return f"{era.letter}{day.year - era.first_day.year + 1}.{day.month}.{day.day}"


@given(DAYS, st.sampled_from([formatting.full_date, era_date, short_era_date, date.isoformat, "{0:%Y/%m/%d}".format, "{0:%Y%m%d}".format]))  # fmt: skip
def test_a_full_date_in_any_notation_reads_back_as_itself(day: date, notation) -> None:  # type: ignore[no-untyped-def]
    written = notation(day)
    text = f"期日は{written}まで。"
    if written.isdigit() and day.year < 1900:
        return
    (quantity,) = find_quantities(text)
    assert (quantity.kind, quantity.value) == (Kind.DATE, day.isoformat())
    assert text[quantity.start : quantity.end] == written


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_a_day_without_a_year_lies_in_the_year_of_the_text(day: date) -> None:
    for text in (formatting.month_day(day), formatting.weekday_date(day), formatting.slash_date(day)):
        assert read(text) == [("date", day.isoformat())]
    assert find_quantities(formatting.month_day(day)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("令7.6.12", "2025-06-12"), ("㋿8年5月20日", "2026-05-20"), ("Ｒ８．５．２０", "2026-05-20"), ("R07/06/12", "2025-06-12"), ("昭63.12.1", "1988-12-01"),
        ("令和元年5月1日", "2019-05-01"), ("令和八年五月二十日", "2026-05-20"), ("二〇二六年五月二十日", "2026-05-20"), ("8年5月20日", "2026-05-20"), ("26年5月20日", "2026-05-20"),
        ("26/5/20", "2026-05-20"), ("2026・5・20", "2026-05-20"), ("令和 8年 5月 5日", "2026-05-05"), ("2026年11月24日（火・祝）", "2026-11-24"), ("20日", "2026-11-20"),
        ("2026年3月末", "2026-03-31"), ("2月末日", "2026-02-28"), ("26/3末", "2026-03-31"), ("R8.3末", "2026-03-31"), ("2025年末", "2025-12-31"), ("2026年3月期末", "2026-03-31"),
    ],
)  # fmt: skip
def test_dates_and_month_ends_are_dates(text: str, expected: str) -> None:
    assert read(text) == [("date", expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("令和8年5月", "2026-05"), ("R8.5", "2026-05"), ("2026/5", "2026-05"), ("2026-05", "2026-05"), ("25年3月", "2025-03"), ("昭和63年12月", "1988-12"), ("5月中", "2026-05"),
    ],
)  # fmt: skip
def test_months(text: str, expected: str) -> None:
    assert read(text) == [("month", expected)]


def test_a_third_of_a_month_is_the_month_roughly() -> None:
    quantities = find_quantities("6月下旬、7月上旬、8月頃", TODAY)
    assert [(q.value, q.approx) for q in quantities] == [("2026-06", True), ("2026-07", True), ("2026-08", True)]


@pytest.mark.parametrize(("text", "expected"), [("㋿7年", "2025"), ("西暦2021年", "2021"), ("平成元年", "1989"), ("文化2年創業", "1805"), ("2025年頃", "2025")])  # fmt: skip
def test_years(text: str, expected: str) -> None:
    assert read(text) == [("year", expected)]


@pytest.mark.parametrize(
    "text",
    [
        "2月30日", "2025年2月29日", "13月1日", "13月", "4月31日", "令和7年13月1日", "令和0年5月1日", "令和元年4月1日", "2026/13/1", "20261340", "13/45", "0月5日", "5月0日", "25時",
        "14時70分", "26.5.20", "令和の時代", "2025", "R8", "毎月20日", "毎年12月", "月末締め翌月末払い", "20日締め", "前年比", "前年同期比", "第12期", "CIF:20250612", "90年代", "数日", "十数年",
    ],
)  # fmt: skip
def test_impossible_and_indefinite_dates_give_nothing_and_no_part_of_them(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("25/3期", "2024-04/2025-03"), ("2025年3月期", "2024-04/2025-03"), ("R8.4期", "2025-05/2026-04"), ("令和8年3月期", "2025-04/2026-03"), ("26年3月期", "2025-04/2026-03"),
        ("2025年12月期", "2025-01/2025-12"), ("平成33年3月期", "2020-04/2021-03"), ("令和7年度", "2025-04/2026-03"), ("25年度", "2025-04/2026-03"), ("FY2025", "2025-04/2026-03"),
        ("2025年度上期", "2025-04/2025-09"), ("令和7年度下期", "2025-10/2026-03"), ("2025年度第3四半期", "2025-10/2025-12"), ("2025年3月期第2四半期", "2024-07/2024-09"),
        ("2025年9月中間期", "2025-04/2025-09"), ("2025年4〜6月期", "2025-04/2025-06"), ("2025年上半期", "2025-01/2025-06"), ("第3四半期", "2026-10/2026-12"), ("3Q", "2026-10/2026-12"),
        ("第3四半期累計期間", "2026-04/2026-12"), ("上期", "2026-04/2026-09"), ("来期", "2027-04/2028-03"), ("今期", "2026-04/2027-03"), ("前期", "2025-04/2026-03"),
        ("昨年度", "2025-04/2026-03"), ("前連結会計年度", "2025-04/2026-03"), ("来上期", "2027-04/2027-09"), ("前第3四半期", "2025-10/2025-12"), ("今3月期", "2026-04/2027-03"),
        ("来週", "2026-11-23/2026-11-29"), ("先週", "2026-11-09/2026-11-15"),
    ],
)  # fmt: skip
def test_fiscal_periods_and_weeks(text: str, expected: str) -> None:
    assert read(text) == [("period", expected)]


def test_periods_follow_the_firms_own_year_end() -> None:
    assert read("来期", year_end_month=12) == [("period", "2027-01/2027-12")]
    assert read("上期", year_end_month=8) == [("period", "2026-09/2027-02")]
    assert read("2025年度", year_end_month=12) == [("period", "2025-01/2025-12")]


def test_the_previous_period_beside_a_closed_years_figures_is_the_year_before_it() -> None:
    assert read("2025年12月期: 売上高 274百万円(前期 258百万円)")[2] == ("period", "2024-01/2024-12")


def test_the_same_month_a_year_before_counts_from_the_date_just_named() -> None:
    assert read("前年同月") == [("month", "2025-11")]
    assert read("2026-03-31時点(前年同月 168百万円)")[1] == ("month", "2025-03")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("明日", "2026-11-21"), ("昨日", "2026-11-19"), ("一昨日", "2026-11-18"), ("明後日", "2026-11-22"), ("本日", "2026-11-20"), ("来月末", "2026-12-31"), ("今月末", "2026-11-30"),
        ("来月10日", "2026-12-10"), ("先月の末", "2026-10-31"), ("来年4月1日", "2027-04-01"), ("来週火曜", "2026-11-24"), ("先週の水曜日", "2026-11-11"), ("年末", "2026-12-31"), ("期末", "2027-03-31"),
        ("今期末", "2027-03-31"), ("3日後に連絡", "2026-11-23"),
    ],
)  # fmt: skip
def test_days_that_count_from_today(text: str, expected: str) -> None:
    assert read(text) == [("date", expected)]
    assert find_quantities(text) == () or text.startswith("3日後")


def test_the_last_day_of_a_half_or_a_quarter_is_a_date() -> None:
    assert read("下期末") == [("date", "2027-03-31")]
    assert read("第1四半期末") == [("date", "2026-06-30")]
    assert read("2026年度上期末") == [("date", "2026-09-30")]


def test_an_afternoon_goes_on_in_the_second_time() -> None:
    assert read("午後1時から3時") == [("time", "13:00"), ("time", "15:00")]
    assert read("9時から11時") == [("time", "09:00"), ("time", "11:00")]


def test_months_and_years_that_count_from_today() -> None:
    assert read("来年3月") == [("month", "2027-03")]
    assert read("先月、来月") == [("month", "2026-10"), ("month", "2026-12")]
    assert read("昨年") == [("year", "2025")]
    assert read("前の年の8月") == [("month", "2025-08")]
    assert read("年内") == [("year", "2026")]


def test_days_after_another_event_are_a_length_of_time() -> None:
    assert read("締切は訪問日の3日後") == [("duration", "P3D")]
    assert read("検収から14日後") == [("duration", "P14D")]


def test_the_second_of_two_joined_dates_takes_the_year_and_month_of_the_first() -> None:
    assert read("2025年10月〜3月") == [("month", "2025-10"), ("month", "2026-03")]
    assert read("8月21日から23日") == [("date", "2026-08-21"), ("date", "2026-08-23")]
    assert read("12月30日から3日まで") == [("date", "2026-12-30"), ("date", "2027-01-03")]
    assert read("11月20・21日") == [("date", "2026-11-20"), ("date", "2026-11-21")]
    assert read("21–23日は三連休") == [("date", "2026-11-21"), ("date", "2026-11-23")]
    assert read("11/20〜22") == [("date", "2026-11-20"), ("date", "2026-11-22")]
    assert read("2024年5月、6月") == [("month", "2024-05"), ("month", "2024-06")]
    assert read("2024〜2026年") == [("year", "2024"), ("year", "2026")]
    assert read("2025年11月30日の翌日") == [("date", "2025-11-30"), ("date", "2025-12-01")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7年6か月", "P7Y6M"), ("7年6ヵ月", "P7Y6M"), ("据置6か月", "P6M"), ("3箇月", "P3M"), ("3ｹ月", "P3M"), ("6月間", "P6M"), ("3週間", "P3W"), ("90日間", "P90D"), ("90日", "P90D"),
        ("60日サイト", "P60D"), ("10日以内", "P10D"), ("21日遅れ", "P21D"), ("残り3日", "P3D"), ("1年半", "P1Y6M"), ("半年", "P6M"), ("半日", "P0.5D"), ("5カ年計画", "P5Y"),
        ("三か月", "P3M"), ("2時間30分", "PT2H30M"), ("1万時間", "PT10000H"), ("15年超", "P15Y"),
    ],
)  # fmt: skip
def test_durations(text: str, expected: str) -> None:
    assert read(text) == [("duration", expected)]


def test_a_range_of_durations_gives_two() -> None:
    assert read("3〜5年") == [("duration", "P3Y"), ("duration", "P5Y")]
    assert read("2、3日中に") == [("duration", "P2D"), ("duration", "P3D")]
    assert read("2、3か月") == [("duration", "P2M"), ("duration", "P3M")]


def test_a_term_and_a_rate_side_by_side_are_two_things() -> None:
    assert read("7年2.4%") == [("duration", "P7Y"), ("ratio", 2.4)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14時", "14:00"), ("午後2時", "14:00"), ("14:00", "14:00"), ("１４：００", "14:00"), ("14時半", "14:30"), ("午後2時15分", "14:15"), ("2:30PM", "14:30"), ("正午", "12:00"),
        ("午前0時", "00:00"), ("夕方5時", "17:00"),
    ],
)  # fmt: skip
def test_times_of_day(text: str, expected: str) -> None:
    assert read(text) == [("time", expected)]


@pytest.mark.parametrize(
    "text", ["一時金", "一時的", "3:1", "説明日", "該当月", "当期純利益", "次期社長", "年末調整", "前期比"]
)
def test_words_that_only_contain_a_date_word_are_none(text: str) -> None:
    assert read(text) == []


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 12))
def test_every_day_lies_in_its_own_fiscal_year(day: date, year_end_month: int) -> None:
    year = fiscal_year(fiscal_year_of(day, year_end_month), year_end_month)
    assert year.first_day() <= day <= year.last_day()
    assert year.last_day().month == year_end_month
    assert (year.last_day() + timedelta(days=1)) == year.shifted(1).first_day()
    assert [str(year.part(3, n).first) for n in (1, 3)] == [str(year.part(6, n).first) for n in (1, 2)]
    assert Interval.parse(str(year)) == year


def test_only_dates_months_and_years_have_a_partial_date() -> None:
    date_, month, year, term = find_quantities("2026年5月20日、2026年6月と2027年に5年", TODAY)
    assert [q.partial_date() for q in (date_, month, year)] == [
        PartialDate(2026, 5, 20),
        PartialDate(2026, 6),
        PartialDate(2027),
    ]
    with pytest.raises(ValueError, match="duration"):
        term.partial_date()


@pytest.mark.parametrize(
    "text",
    [
        "回収が15日短くなる",
        "着工を15日延ばす",
        "納期が15日縮まる",
        "15日の猶予",
        "15日に短縮",
        "支払を15日遅らせる",
        "受け取ってから15日後",
    ],
)
def test_days_that_are_counted_are_no_day_of_the_month(text: str) -> None:
    assert read(text) == [("duration", "P15D")]


def test_a_day_and_the_days_counted_from_it_are_no_stretch_of_days() -> None:
    assert read("7日から13日後") == [("date", "2026-11-07"), ("duration", "P13D")]
    assert read("7日から13日まで") == [("date", "2026-11-07"), ("date", "2026-11-13")]
