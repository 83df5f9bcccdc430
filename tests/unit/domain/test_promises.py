"""Promises are read from the words of a record: whose, what, by when."""

from __future__ import annotations

from datetime import date

import pytest

from bankrm.domain.interactions import Party
from bankrm.domain.promises import moved_to, read_promises

ON = date(2026, 7, 8)


@pytest.mark.parametrize(
    ("text", "owner", "thing", "due"),
    [
        ("当行 7月末までに借入の比較表を持参。", Party.BANK, "借入の比較表", date(2026, 7, 31)),
        ("【先方】見積書の控えを8月20日までに送付。", Party.CLIENT, "見積書の控え", date(2026, 8, 20)),
        ("当方：試算表の読み方を説明（次回）", Party.BANK, "試算表の読み方", None),
        ("先方: 在庫一覧の提出(1月末まで)", Party.CLIENT, "在庫一覧", date(2027, 1, 31)),
    ],
)
def test_a_promise_has_its_owner_its_thing_and_its_day(text: str, owner: Party, thing: str, due: date | None) -> None:
    (promise,) = read_promises(text, ON)
    assert (promise.owner, promise.thing) == (owner, thing)
    assert (promise.due.last_day() if promise.due else None) == due
    assert text[slice(*promise.span)] == promise.text


def test_both_sides_of_one_record_are_told_apart() -> None:
    promises = read_promises("【当行】費用の一覧を8月7日までに郵送。\n【先方】図面を8月末までに用意。", ON)
    assert [p.owner for p in promises] == [Party.BANK, Party.CLIENT]


@pytest.mark.parametrize("text", ["", "なし", "【当行】なし\n【先方】なし", "当行：特になし。"])
def test_none_is_no_promise(text: str) -> None:
    assert read_promises(text, ON) == ()


def test_a_question_promised_an_answer_is_the_answer() -> None:
    (promise,) = read_promises("当行：寮が融資の対象になるかを本部に照会し、9月末までに回答。", ON)
    assert promise.thing == "寮が融資の対象になるかの回答"


def test_the_day_of_a_thing_is_not_the_day_of_the_promise() -> None:
    (promise,) = read_promises("先方：4月までの試算表を8月3日に用意。", ON)
    assert promise.due is not None
    assert (promise.thing, promise.due.last_day()) == ("4月までの試算表", date(2026, 8, 3))


def test_a_promise_for_the_next_visit_is_due_on_its_day() -> None:
    (promise,) = read_promises("当行：枠が使えるかを本部に確かめ、7月24日の訪問時に回答。", ON)
    assert promise.due is not None
    assert promise.due.last_day() == date(2026, 7, 24)


@pytest.mark.parametrize(
    ("text", "day"),
    [("12月半ばに", date(2026, 12, 15)), ("12月中旬までに", date(2026, 12, 20)), ("12月中に", date(2026, 12, 31))],
)
def test_a_part_of_a_month_ends_before_the_month_does(text: str, day: date) -> None:
    (promise,) = read_promises(f"先方：見積書を{text}送付。", ON)
    assert promise.due is not None
    assert promise.due.last_day() == day


def test_the_new_day_of_a_promise_reads_back_as_that() -> None:
    (promise,) = read_promises(f"【先方】{moved_to('NC旋盤の見積書', date(2026, 12, 15))}。", ON)
    assert (promise.thing, promise.moved) == ("NC旋盤の見積書", True)
    assert promise.due is not None
    assert promise.due.last_day() == date(2026, 12, 15)
    (plain,) = read_promises("【先方】NC旋盤の見積書を12月15日までに送付。", ON)
    assert not plain.moved


@pytest.mark.parametrize("words", ["期限を12月15日に改める", "期限を12月15日に改めた。", "期限を、12月半ばに改める"])
def test_a_promise_is_moved_by_what_ends_in_that(words: str) -> None:
    (promise,) = read_promises(f"【先方】NC旋盤の見積書の{words}", ON)
    assert (promise.thing, promise.moved) == ("NC旋盤の見積書", True)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("当座貸越の期限を3月31日に延長する稟議を12月4日までに提出", date(2026, 12, 4)),
        ("既存借入の期限を2027年3月に延長する条件を11月30日までに連絡", date(2026, 11, 30)),
        ("手形の期限を1月末まで延ばす条件変更の可否を12月5日までに回答", date(2026, 12, 5)),
        ("返済の期限を10月まで延長する案を11月20日までに提示", date(2026, 11, 20)),
        ("融資の期限を12月10日に延長することを検討して回答", None),
        ("手形の期限を、1月末まで延ばす依頼", date(2027, 1, 31)),
        ("借入の期限を3月末に改める契約書を12月4日までに持参", date(2026, 12, 4)),
        ("借入の期限を3月末に変更する契約書の案を12月4日に持参", date(2026, 12, 4)),
    ],
)
def test_a_promise_about_the_term_of_a_loan_is_no_promise_that_was_moved(words: str, day: date | None) -> None:
    (promise,) = read_promises(f"当行：{words}。", ON)
    assert not promise.moved
    assert promise.thing not in ("当座貸越", "既存借入", "手形", "返済", "融資", "借入")
    assert (promise.due and promise.due.last_day()) == day


@pytest.mark.parametrize(
    "words", ["12月4日に改めて返済表を持参", "12月4日までに変更後の返済表を持参", "12月4日までに延長の可否を回答", "12月4日に延長保証の資料を持参"]
)  # fmt: skip
def test_a_day_before_words_of_putting_off_is_that_of_the_promise(words: str) -> None:
    (promise,) = read_promises(f"当行：{words}。", ON)
    assert promise.due is not None
    assert promise.due.last_day() == date(2026, 12, 4)
