from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bankrm.language.formatting import format_yen
from bankrm.language.normalise import find_quantities
from bankrm.language.quantities import Kind

UNITS = ("円", "千円", "万円", "百万円", "億円", "兆円", "億万円", "億百万円", "兆億円")
FULL_WIDTH = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


def found(text: str) -> list[tuple[str, int | float | str, str]]:
    return [(text[q.start : q.end], q.value, q.unit) for q in find_quantities(text)]


def values(text: str, kind: Kind = Kind.AMOUNT) -> list[int | float | str]:
    return [q.value for q in find_quantities(text) if q.kind is kind]


@given(st.integers(-(10**14), 10**14), st.sampled_from(UNITS), st.booleans())
def test_an_amount_written_in_any_unit_reads_back_as_itself(yen: int, unit: str, wide: bool) -> None:
    notation = format_yen(yen, unit)
    text = f"残高は{notation.translate(FULL_WIDTH) if wide else notation}となった。"
    (quantity,) = find_quantities(text)
    assert (quantity.kind, quantity.value) == (Kind.AMOUNT, yen)
    assert text[quantity.start : quantity.end] == text[3:-5]


@given(st.integers(1, 9999))
def test_kanji_numerals_read_as_their_digits(number: int) -> None:
    digits = "〇一二三四五六七八九"
    units = ["千", "百", "十", ""]
    pairs = zip(f"{number:04}", units, strict=True)
    kanji = "".join(("" if d == "1" and u else digits[int(d)]) + u for d, u in pairs if d != "0")
    assert values(f"代金{kanji}万円也") == [number * 10_000]
    assert values("代金" + "".join(digits[int(d)] for d in str(number)) + "万円") == [number * 10_000]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("金五百萬円也", 5_000_000),
        ("壱百弐拾参万円", 1_230_000),
        ("53億2千4百万円", 5_324_000_000),
        ("63億３千７百万円", 6_337_000_000),
        ("316億89百万円", 31_689_000_000),
        ("1 234円のうち".replace(" ", ","), 1234),
        ("17,796 百万円", 17_796_000_000),
        ("△1,200万円", -12_000_000),
        ("▲ 8百万円", -8_000_000),
        ("マイナス300万円", -3_000_000),
        ("利益は−12百万円", -12_000_000),
        ("(1,200)千円", -1_200_000),
        ("（▲1,200千円）", -1_200_000),
        ("￥1,980,000-", 1_980_000),
        ("50万ほど", 500_000),
        ("3億借りる", 300_000_000),
        ("1億5千で", 150_000_000),
        ("会費は千円", 1000),
    ],
)
def test_notations_of_bank_papers_give_integer_yen(text: str, expected: int) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("1,236百万円", "百万円"),
        ("63億3千7百万円", "億百万円"),
        ("12億3,400万円", "億万円"),
        ("1億2千万円", "億万円"),
        ("2,100千円", "千円"),
        ("3千円", "千円"),
        ("300万円", "万円"),
        ("4,225億円", "億円"),
        ("1兆2,530億円", "兆億円"),
        ("1,980円", "円"),
    ],
)
def test_an_amount_keeps_the_unit_of_its_source(text: str, unit: str) -> None:
    assert found(text)[0][2] == unit


@pytest.mark.parametrize(
    "text",
    [
        "数千万円", "何百万円", "億単位", "百数十万円", "十数億円", "1億数千万円", "1,5百万円", "2,3百万円", "12,34円", "1,2345円", "3万2億円", "(百万円)",
        "単位：千円", "百万円未満切捨て", "千円単位", "185.6万回線", "10万都市", "3百万ドル", "US$3百万",
    ],
)  # fmt: skip
def test_what_is_vague_malformed_or_a_unit_alone_gives_no_amount(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize("suffix", ["強", "弱", "程度", "以上", "以下", "未満", "超", "余り", "前後", "ほど", "くらい"])
def test_words_of_estimate_behind_an_amount_set_approx(suffix: str) -> None:
    assert [q.approx for q in find_quantities(f"借入は3億円{suffix}を予定")] == [True]


def test_words_of_estimate_before_an_amount_set_approx() -> None:
    assert [q.approx for q in find_quantities("約3億円、およそ5千万円、3億円")] == [True, True, False]


def test_a_word_that_only_begins_like_an_estimate_does_not_set_approx() -> None:
    assert [q.approx for q in find_quantities("3億円強化費、5百万円余剰")] == [False, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5,000万〜6,000万円", [50_000_000, 60_000_000]),
        ("5,000～6,000万円", [50_000_000, 60_000_000]),
        ("2〜3億円", [200_000_000, 300_000_000]),
        ("2から3百万円", [2_000_000, 3_000_000]),
        ("3億円から3億5千万円", [300_000_000, 350_000_000]),
        ("五、六百万円", [5_000_000, 6_000_000]),
    ],
)
def test_a_range_gives_two_amounts(text: str, expected: list[int]) -> None:
    assert values(text) == expected


def test_bare_numbers_take_the_unit_of_their_columns_heading() -> None:
    assert values("営業利益(千円) (1,200)") == [-1_200_000]
    assert values("売上高（百万円） 1,236　▲31") == [1_236_000_000, -31_000_000]
    assert values("（単位：千円）\n売上高 1,236 1,318\n2026 2025") == [1_236_000, 1_318_000]


def test_a_unit_named_on_one_line_does_not_reach_the_next() -> None:
    assert values("売上高（百万円）\n従業員 64") == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("▲6.2％", -6.2, "%"), ("46パーセント", 46, "%"), ("6.1倍", 6.1, "倍"), ("3割5分", 3.5, "割"), ("二割五分", 2.5, "割"), ("0.3ポイント", 0.3, "ポイント"), ("20bp", 20, "bp"),
        ("3分の2", 0.666667, "分数"), ("補助率1/2", 0.5, "分数"), ("1ドル110円50銭".removeprefix("1ドル"), 110.5, "円"),
    ],
)  # fmt: skip
def test_ratios_keep_their_own_unit(text: str, value: float, unit: str) -> None:
    assert [(q.value, q.unit) for q in find_quantities(text) if q.kind is Kind.RATIO] == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("64名", 64, "名"), ("3万人", 30_000, "人"), ("507.8万台", 5_078_000, "台"), ("2ヶ所", 2, "か所"), ("三社", 3, "社"), ("0件", 0, "件"),
        ("12㌧", 12, "トン"), ("500㎡", 500, "m2"), ("3年目", 3, "年目"), ("7期連続", 7, "期連続"), ("＄3百万", 3_000_000, "ドル"),
    ],
)  # fmt: skip
def test_counts_keep_their_unit(text: str, value: int, unit: str) -> None:
    assert [(q.value, q.unit) for q in find_quantities(text) if q.kind is Kind.COUNT] == [(value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "三菱", "百五銀行", "千葉県", "六本木", "二本松市", "八百屋", "一部上場", "一方で", "一般に", "万一の場合", "十分に", "五月雨", "A4用紙", "NC-200", "ISO9001",
        "03-1234-5678", "〒540-0001", "2丁目3番5号", "192.168.0.1", "第1号議案", "第12期", "1社長".removeprefix("1"), "(1)社長", "3人材".removeprefix("3"),
    ],
)  # fmt: skip
def test_names_numbers_of_things_and_idioms_are_no_quantities(text: str) -> None:
    assert find_quantities(text) == ()


def test_the_same_amount_in_two_notations_is_the_same_value() -> None:
    (a,), (b,), (c,) = (find_quantities(text) for text in ("3億円", "300百万円", "三億円"))
    assert a.same_value(b)
    assert b.same_value(c)
