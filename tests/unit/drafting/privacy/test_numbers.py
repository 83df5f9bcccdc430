"""Numbers that stand for somebody are found by form, check digit and context; amounts and dates that look like them are left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bankrm.drafting.privacy.birth_dates import birth_dates
from bankrm.drafting.privacy.numbers import is_card_number, is_my_number, numbers
from bankrm.drafting.privacy.phones import phones
from bankrm.drafting.privacy.reading import ReadText
from bankrm.drafting.privacy.spans import PrivateSpan, without_overlap
from bankrm.drafting.privacy.vehicles import vehicles


def _found(text: str, find: Callable[[ReadText], Iterator[PrivateSpan]]) -> list[tuple[str, str]]:
    return [(text[s.start : s.end], s.kind.value) for s in without_overlap(text, find(ReadText(text)))]


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        ("普通 1234567 へ振込", "1234567", "account"),
        ("口座番号は１２３４５６７です", "１２３４５６７", "account"),
        ("当座預金 No.0123456", "0123456", "account"),
        ("口座番号1234567名", "1234567", "account"),
        ("普通7654321 名義", "7654321", "account"),
        ("当座 0123456 名義人は同社", "0123456", "account"),
        ("貯蓄預金7654321口", "7654321", "account"),
        ("融資番号 1234567 名義変更", "1234567", "account"),
        ("運転免許証番号 301234567890", "301234567890", "identity"),
        ("免許証の番号は3012-3456-7890", "3012-3456-7890", "identity"),
        ("旅券番号:TK1234567", "TK1234567", "identity"),
        ("記号11420のゆうちょ", "11420", "account"),
        ("CIF 0012345の先", "0012345", "client_number"),
        ("012-0012345(凪浜)", "012-0012345", "client_number"),
        ("顧客番号: 00123456", "00123456", "client_number"),
        ("法人番号 4000012090001", "4000012090001", "corporate_number"),
        ("登録番号T4000012090001の請求書", "T4000012090001", "corporate_number"),
        ("個人番号は1234 5678 9018", "1234 5678 9018", "my_number"),
        ("4111-1111-1111-1111で支払", "4111-1111-1111-1111", "card"),
        ("連絡は ito.k@example.co.jp へ", "ito.k@example.co.jp", "mail"),
    ],
)
def test_a_number_is_known_by_its_form_and_the_words_before_it(text: str, number: str, kind: str) -> None:
    assert _found(text, numbers) == [(number, kind)]


@pytest.mark.parametrize(
    ("holder", "kind"),
    [("ナギハマセイキ(カ", "firm"), ("カ)ナギハマ セイキ", "firm"), ("ナギハマ タロウ", "person")],
)
def test_an_account_is_told_with_its_holder(holder: str, kind: str) -> None:
    assert _found(f"口座番号1234567 名義 {holder}", numbers) == [("1234567", "account"), (holder, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "名義カードの発行",
        "定期 3000000円を解約",
        "普通預金1234567千円",
        "預金 1234567名分",
        "免許証の更新は2026年",
        "宅建業の免許 3件",
        "見積番号 1234567",
        "売上高 1,234,567,890,123円",
        "口座数は120件",
        "法人 12先、融資 3,456百万円",
        "部品番号4901234567894",
        "4111-1111-1111-1112",
        "2026-11-20と2026-11-24",
    ],
)
def test_amounts_dates_and_other_numbers_are_none(text: str) -> None:
    assert _found(text, numbers) == []


@pytest.mark.parametrize(
    "number",
    ["03-1234-5678", "(0263)12-3456", "0263(12)3456", "090 1234 5678", "０９０－１２３４－５６７８", "09012345678", "+81-90-1234-5678", "0120-123-456", "0800-123-4567", "050-1234-5678"],
)  # fmt: skip
def test_telephone_numbers_are_found_in_every_form(number: str) -> None:
    assert _found(f"連絡は{number}まで", phones) == [(number, "phone")]


@pytest.mark.parametrize(("text", "number"), [("TEL 33-1234", "33-1234"), ("電話:0312345678", "0312345678"), ("FAX0263-12-3456", "0263-12-3456")])  # fmt: skip
def test_a_short_or_bare_number_needs_a_word_before_it(text: str, number: str) -> None:
    assert _found(text, phones) == [(number, "phone")]


@pytest.mark.parametrize(
    "text", ["0312345678", "返済 2026-11-20", "0.5-1.25%", "01-02-2026", "00-1234-5678", "型番 03-12-34"]
)
def test_what_only_looks_like_a_telephone_number_is_none(text: str) -> None:
    assert _found(text, phones) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("生年月日 昭和33年4月5日", "昭和33年4月5日"),
        ("S33.4.5生まれの社長", "S33.4.5"),
        ("1958/4/5生。", "1958/4/5"),
        ("昭和三十三年四月五日に生まれ", "昭和三十三年四月五日"),
        ("誕生日は1958年4月5日", "1958年4月5日"),
        ("昭和33年生まれ", "昭和33年"),
    ],
)
def test_a_date_is_of_birth_by_the_words_beside_it(text: str, day: str) -> None:
    assert _found(text, birth_dates) == [(day, "birth_date")]


@pytest.mark.parametrize(
    "text", ["創業は昭和33年4月5日", "2026年4月5日に返済", "昭和33年4月5日生産開始", "令和8年5月20日の生命保険の提案"]
)
def test_other_days_are_no_birth_dates(text: str) -> None:
    assert _found(text, birth_dates) == []


@pytest.mark.parametrize("plate", ["松本300あ12-34", "松本 300 あ 12-34", "品川５００さ・・１２", "なにわ130わ1"])
def test_number_plates_are_found(plate: str) -> None:
    assert _found(f"社用車は{plate}です", vehicles) == [(plate, "vehicle")]


@pytest.mark.parametrize("text", ["松本300台", "松本で12と34", "品川3丁目12-34", "資料300の12-34"])
def test_other_figures_behind_a_place_are_no_plates(text: str) -> None:
    assert _found(text, vehicles) == []


@given(st.text("0123456789", min_size=11, max_size=11))
def test_exactly_one_check_digit_makes_a_my_number(digits: str) -> None:
    assert sum(is_my_number(digits + str(last)) for last in range(10)) == 1


@given(st.text("0123456789", min_size=14, max_size=14))
def test_exactly_one_check_digit_makes_a_card_number(digits: str) -> None:
    assert sum(is_card_number("4" + digits + str(last)) for last in range(10)) == 1
