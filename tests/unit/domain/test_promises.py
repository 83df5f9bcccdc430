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
