"""What either side owes next on a client's paper, and what is late."""

from __future__ import annotations

from datetime import datetime

import pytest
from tests.builders import KETTLE, KEY, dossier, talk
from tests.builders import visit as planned
from tests.writing import texts

from bankrm.domain.recipes import DocumentKindName
from bankrm.domain.visits import Visit

SHEET, MAIL = DocumentKindName.DISCUSSION_SHEET, DocumentKindName.FOLLOW_UP_MAIL


def test_the_next_day_is_left_to_be_filled_in_at_the_table() -> None:
    steps = texts(SHEET, dossier(KETTLE), planned(("篠崎社長",)), "next_steps")
    assert steps[-1] == "次回: ＿＿月＿＿日(＿)＿＿時ごろ(本日ご相談のうえ決めさせてください)"


@pytest.mark.parametrize(("people", "asked"), [("篠崎社長、小暮工場長", True), ("小暮工場長", False)])
def test_nobody_is_asked_for_what_others_promised(people: str, asked: bool) -> None:
    promised = talk("2026-06-04", promises="先方：釜の見積書を6月24日までに送付。")
    later = talk("2026-06-11", "工場長「茹で釜を入れ替えたい」", people=people)
    owed = texts(MAIL, dossier(promised, later), section="theirs")
    assert bool(owed) is asked


def test_both_sides_owe_with_their_days_and_what_is_late_is_no_reproach() -> None:
    told = talk("2026-05-12", promises="当行：返済額の試算を6月19日までに持参。\n先方：釜の見積書を5月末までに送付。")
    steps = texts(SHEET, dossier(told), planned(("篠崎社長",)), "next_steps")
    assert "私ども: 返済額の試算を、6月19日までにお渡しします。" in steps
    assert "お客さま: 釜の見積書は、5月末ごろと伺っておりました。ご用意ができましたらお送りください。" in steps


def test_a_day_before_the_visit_is_no_longer_asked_for_at_the_table() -> None:
    told = talk("2026-06-10", promises="当行：返済額の試算を6月13日までに持参。\n先方：釜の見積書を6月14日までに送付。")
    steps = texts(SHEET, dossier(told), planned(("篠崎社長",)), "next_steps")
    assert steps[:2] == [
        "私ども: 返済額の試算(お約束の期限: 6月13日)をお渡しします。",
        "お客さま: 釜の見積書は、6月14日までと伺っておりました。ご用意ができましたらお送りください。",
    ]
    assert "釜の見積書を、6月14日までにお願いいたします。" in texts(MAIL, dossier(told))


def test_a_deadline_keeps_its_hour() -> None:
    told = talk("2026-06-10", ours="省エネ設備の補助金は6月26日（金）17時が締切と案内。")
    ways = texts(SHEET, dossier(KETTLE, told), planned(("篠崎社長",)), "options")
    assert ways[0] == "A 省エネ設備の補助金の締切(6月26日17時)に合わせて進める。"


def test_our_own_delay_is_told_with_an_apology() -> None:
    told = talk("2026-04-14", promises="当行：返済額の試算を5月15日までに持参。")
    steps = texts(SHEET, dossier(told), planned(("篠崎社長",)), "next_steps")
    assert steps[0] == (
        "私ども: 返済額の試算のお渡しが遅れており、誠に申し訳ございません。6月15日に進み具合とお渡しの時期をご報告します。"
    )


def test_a_mail_to_whom_no_visit_is_planned_names_no_day_for_what_is_late() -> None:
    told = talk("2026-04-14", promises="当行：返済額の試算を5月15日までに持参。")
    past = Visit("visit-1", KEY, datetime(2026, 5, 12, 10), ("篠崎社長",), "近況")
    (owed,) = texts(MAIL, dossier(told), past, "ours")
    assert owed.endswith("誠に申し訳ございません。改めて、進み具合とお渡しの時期をご報告します。")
