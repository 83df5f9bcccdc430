"""What a client's paper says of a loan of ours that falls due: its day, what it takes, and no promise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.builders import KETTLE, KEY, dossier, talk
from tests.builders import visit as planned
from tests.writing import texts

from bankrm.domain.business import Deal
from bankrm.domain.recipes import DocumentKindName
from bankrm.drafting.template.pledges import loan_words

SHEET, MAIL = DocumentKindName.DISCUSSION_SHEET, DocumentKindName.FOLLOW_UP_MAIL


def test_the_day_of_a_loan_stands_in_a_mail_beside_what_an_extension_takes() -> None:
    loan = Deal(
        "D1", KEY, "小麦仕入の手形貸付", "運転資金", 15_000_000, "期日管理", date(2026, 6, 26), date(2026, 1, 5)
    )
    told = talk("2026-06-11", "社長「茹で釜を入れ替えたい」", ours="小麦仕入の手形貸付の期日は6月26日と案内。")
    shown = texts(MAIL, dossier(told, deals=(loan,)), section="talked")
    assert "更新には6月26日までのお申込みと所定の審査が必要で、結果はお約束できません。" in shown


def test_what_an_extension_takes_stands_in_the_mail_however_much_was_said_and_names_the_papers_that_we_named() -> None:
    loan = Deal(
        "D1", KEY, "小麦仕入の手形貸付", "運転資金", 15_000_000, "期日管理", date(2026, 6, 26), date(2026, 1, 5)
    )
    told = talk(
        "2026-06-11", "社長「茹で釜を入れ替えたい」「配送の車を買いたい」「期日は延ばしてもらえるんだろう」",
        ours="小麦仕入の手形貸付の期日は6月26日と案内。判断に要るもの：試算表、入金予定の一覧。",
    )  # fmt: skip
    shown = texts(MAIL, dossier(told, deals=(loan,)), section="talked")
    assert "更新には6月26日までのお申込みと所定の審査が必要で、結果はお約束できません。" in shown
    assert "ご判断のため、試算表、入金予定の一覧をお願いしております。" in shown


def test_no_way_promises_a_loan_and_none_that_an_application_is_granted() -> None:
    loan = Deal(
        "D1", KEY, "小麦仕入の手形貸付", "運転資金", 15_000_000, "期日管理", date(2026, 6, 26), date(2026, 1, 5)
    )
    told = texts(SHEET, dossier(talk("2026-05-12"), deals=(loan,)), planned(("篠崎社長",)), "next_steps")
    assert told[:2] == [
        "小麦仕入の手形貸付1,500万円の期日は6月26日です。",
        "更新には6月26日までのお申込みと所定の審査が必要で、結果はお約束できません。",
    ]


def test_nobody_is_asked_to_apply_for_a_loan_that_is_being_dealt_with_already() -> None:
    loan = Deal(
        "D1", KEY, "小麦仕入の手形貸付", "運転資金", 15_000_000, "継続手続中", date(2026, 6, 26), date(2026, 1, 5)
    )
    told = texts(SHEET, dossier(talk("2026-05-12"), deals=(loan,)), planned(("篠崎社長",)), "next_steps")
    assert told[1] == "更新のお手続きを進めております。所定の審査があり、結果はお約束できません。"


def test_what_we_need_for_a_loan_is_told_to_those_too_to_whom_we_have_not_said_it_yet() -> None:
    loan = Deal(
        "D1", KEY, "小麦仕入の手形貸付", "運転資金", 15_000_000, "期日管理", date(2026, 6, 26), date(2026, 1, 5)
    )
    to_staff = talk(
        "2026-06-09", people="赤座経理課長", ours="手形貸付の更新の手続きに5月までの試算表が要ることを申し上げた。"
    )
    told = texts(SHEET, dossier(to_staff, deals=(loan,)), planned(("篠崎社長",)), "next_steps")
    assert "ご用意いただくもの: 5月までの試算表。" in told
    in_confidence = replace(to_staff, confidentiality="秘匿")
    told = texts(SHEET, dossier(in_confidence, deals=(loan,)), planned(("篠崎社長",)), "next_steps")
    assert not [text for text in told if "試算表" in text]


@pytest.mark.parametrize(
    ("registered", "shown"),
    [
        ("短期継続（極度3,000万円）の期日", "短期のお借入枠(3,000万円)"),
        ("当貸極度の継続の期日", "短期のお借入枠"),
        ("手貸折返し500万円の期日", "お借入(500万円)"),
        ("護岸工事のつなぎ資金6,000万円の期日", "護岸工事のつなぎ資金6,000万円"),
    ],
)
def test_a_loan_is_not_called_before_the_client_what_the_bank_calls_the_deal(registered: str, shown: str) -> None:
    assert loan_words(registered) == shown


def test_beside_a_loan_that_falls_due_nobody_is_offered_to_wait() -> None:
    loan = Deal(
        "D1", KEY, "小麦仕入の手形貸付", "運転資金", 15_000_000, "期日管理", date(2026, 6, 26), date(2026, 1, 5)
    )
    told = texts(SHEET, dossier(KETTLE, deals=(loan,)), planned(("篠崎社長",)), "options")
    assert told[-1].startswith("「茹で釜を来年のうちに入れ替えたい」とのお考え")  # the only way, so without a letter
    assert not [text for text in told if "様子を見る" in text or "ご返済" in text]
