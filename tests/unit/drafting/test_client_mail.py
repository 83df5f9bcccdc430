"""The follow-up mail: thanks for the last talk, what was agreed, and when we come next."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from tests.builders import KETTLE, KEY, dossier, talk
from tests.builders import visit as planned
from tests.writing import document, texts

from bankrm.domain.clients import Contact
from bankrm.domain.dossier import Dossier
from bankrm.domain.recipes import DocumentKindName
from bankrm.domain.visits import Visit
from bankrm.drafting.client_facing import NothingToFollow
from bankrm.drafting.client_words import to_firm
from bankrm.drafting.template.client_desk import spoken_sums

MAIL = DocumentKindName.FOLLOW_UP_MAIL


def test_a_mail_thanks_for_the_last_talk_and_tells_what_was_agreed() -> None:
    told = talk(
        "2026-06-11", "社長「茹で釜を入れ替えたい」", ours="省エネ設備の補助金は6月26日が締切と案内。",
        promises="当行：返済額の試算を6月19日までに持参。\n先方：釜の見積書を6月24日までに送付。",
    )  # fmt: skip
    assert texts(MAIL, dossier(told)) == [
        "6月11日のご面談のお礼",
        "社長 篠崎様",
        "いつも大変お世話になっております。",
        "6月11日は、お忙しいなかお時間をいただき、誠にありがとうございました。",
        "「茹で釜を入れ替えたい」とのお話を伺いました。",
        "その際にご案内した省エネ設備の補助金の締切は、6月26日です。",
        "返済額の試算を、6月19日までにお渡しします。",
        "釜の見積書を、6月24日までにお願いいたします。",
        "次回は、6月15日(月)10時にお伺いします。",
        "今後ともどうぞよろしくお願いいたします。",
    ]


def test_who_writes_is_the_one_in_charge_by_the_master() -> None:
    file = dossier(talk("2026-06-11", "社長「茹で釜を入れ替えたい」"))
    named = replace(file, client=replace(file.client, in_charge="汐見"))
    assert texts(MAIL, named, section="thanks")[0] == "いつも大変お世話になっております。担当の汐見でございます。"
    assert texts(MAIL, file, section="thanks")[0] == "いつも大変お世話になっております。"


@pytest.mark.parametrize(
    ("ours", "thanks"),
    [
        (
            "先方から、試算表を郵送したとの連絡をいただいた電話。",
            "また、試算表をお送りいただき、ありがとうございました。",
        ),
        (
            "釜の見積書の写しを受け取り、条件を伺った。",
            "また、釜の見積書の写しをご用意いただき、ありがとうございました。",
        ),
        ("決算書をいただきました。", "また、決算書をご用意いただき、ありがとうございました。"),
        ("決算書をいただきたいとお願いした。", ""),
        ("提案書を送付した。", ""),
        ("見積書を受け取っていない旨を話した。", ""),
    ],
)
def test_a_paper_that_they_gave_us_is_thanked_for_and_none_that_we_asked_for(ours: str, thanks: str) -> None:
    told = texts(MAIL, dossier(talk("2026-06-11", "社長「茹で釜を入れ替えたい」", ours=ours)), section="thanks")
    assert told[2:] == ([thanks] if thanks else [])


def test_a_day_told_as_the_end_of_a_month_stays_so() -> None:
    told = talk(
        "2026-06-02",
        "社長「釜を考える」",
        promises="先方：釜の見積書を6月末までに送付。\n先方：図面を6月30日までに送付。\n先方：名簿を6月中に送付。",
    )
    assert texts(MAIL, dossier(told), section="theirs") == [
        "釜の見積書を、6月末までにお願いいたします。",
        "図面を、6月30日までにお願いいたします。",
        "名簿を、6月中にお願いいたします。",
    ]


def test_what_is_late_is_told_of_on_the_day_that_was_agreed_with_whom_the_mail_goes_to() -> None:
    given = talk("2026-05-12", people="赤座経理課長", promises="当行：返済額の試算を5月29日までに持参。")
    last = replace(talk("2026-06-09", people="赤座経理課長", ours="遅れをおわびした。"), next_step="6月15日10時 訪問")
    (late,) = texts(MAIL, dossier(given, last), planned(("篠崎社長",)), "ours")
    assert "6月15日に進み具合とお渡しの時期をご報告します。" in late


def test_whom_the_master_does_not_know_is_written_to_by_the_post_that_the_record_gives() -> None:
    met = talk("2026-06-11", "社長「茹で釜を入れ替えたい」", people="篠崎社長、真野専務")
    file = replace(dossier(met), contacts=(Contact(KEY, "篠崎 修", "代表取締役社長", decides=True),))
    assert texts(MAIL, file, section="to") == ["代表取締役社長 篠崎様、真野専務"]


@pytest.mark.parametrize(
    ("name", "addressed"),
    [
        ("とびうお製麺株式会社", "とびうお製麺株式会社　御中"),
        ("大谷 ひろみ", "大谷 ひろみ　様"),
        ("食堂 まんぷく亭", "食堂 まんぷく亭　御中"),
    ],
)
def test_a_firm_is_no_person(name: str, addressed: str) -> None:
    assert to_firm(name) == addressed


def test_what_we_promised_them_in_that_talk_stands_in_the_mail_though_another_at_the_visit_must_not_hear_of_it() -> (
    None
):
    told = talk(
        "2026-06-11", "工場長「新しい冷凍庫のことは、社長には言わないでほしい」", people="小暮工場長",
        promises="当行：冷凍庫の補助の対象になるかを6月19日までに回答。",
    )  # fmt: skip
    assert texts(MAIL, dossier(told), planned(("篠崎社長",)), "ours") == [
        "冷凍庫の補助の対象になるかを、6月19日までにご回答します。"
    ]
    secret = replace(told, confidentiality="秘匿")
    with pytest.raises(NothingToFollow):
        document(MAIL, dossier(secret), planned(("篠崎社長",)))


def test_weeks_after_the_talk_the_mail_announces_the_visit_and_thanks_in_few_words() -> None:
    told = texts(MAIL, dossier(KETTLE))
    assert told[0] == "6月15日ご訪問のご連絡"
    assert told[3] == "先日(5月12日)はお時間をいただき、ありがとうございました。"


def test_weeks_after_the_talk_and_with_no_visit_to_come_the_mail_is_about_that_talk() -> None:
    past = Visit("visit-1", KEY, datetime(2026, 5, 12, 10), ("篠崎社長",), "近況")
    assert texts(MAIL, dossier(KETTLE), past, "subject") == ["先日のご面談について"]


@pytest.mark.parametrize(
    ("method", "subject", "favour"),
    [
        ("電話", "6月11日のお電話のお礼", "お電話でお時間をいただき"),
        ("来店", "6月11日のご来店のお礼", "ご来店いただき"),
    ],
)
def test_a_mail_calls_the_talk_what_it_was(method: str, subject: str, favour: str) -> None:
    told = texts(MAIL, dossier(talk("2026-06-11", "社長「茹で釜を入れ替えたい」", method=method)))
    assert told[0] == subject
    assert favour in told[3]


def test_a_mail_names_the_next_visit_to_them_though_it_was_written_for_a_visit_to_another() -> None:
    met = talk("2026-06-11", "社長「茹で釜を入れ替えたい」")
    next_to_him = Visit("visit-2", KEY, datetime(2026, 6, 22, 13, 30), ("篠崎社長",), "期日の件")
    file = replace(dossier(met), visits=(planned(("小暮工場長",)), next_to_him))
    assert texts(MAIL, file, planned(("小暮工場長",)), "next") == ["次回は、6月22日(月)13時30分にお伺いします。"]


def test_the_next_day_is_the_one_agreed_in_the_talk_where_no_visit_to_them_is_planned() -> None:
    told = replace(talk("2026-06-11", "社長「茹で釜を入れ替えたい」"), next_step="7月2日 9時30分 訪問")
    after = Visit("visit-1", KEY, datetime(2026, 6, 11, 10), ("篠崎社長",), "近況")
    assert texts(MAIL, dossier(told), after, "next") == ["次回は、7月2日(木)9時30分にお時間をいただく予定です。"]


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (dossier(), "no_talk"),
        (dossier(talk("2026-02-03", "社長「茹で釜を入れ替えたい」")), "long_ago"),
        (dossier(talk("2026-06-11", "社長「会社を畳みたい」", mark="秘匿")), "in_confidence"),
    ],
)
def test_without_a_talk_that_it_may_follow_there_is_no_mail(file: Dossier, reason: str) -> None:
    with pytest.raises(NothingToFollow) as refused:
        document(MAIL, file)
    assert refused.value.details["reason"] == reason


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("60百万円", "6,000万円"),
        ("1,236百万円", "12億3,600万円"),
        ("「売上は600百万円」", "「売上は600百万円」"),
        ("3,200万円", "3,200万円"),
    ],
)
def test_sums_are_told_as_one_says_them_and_quoted_words_stay(written: str, spoken: str) -> None:
    assert spoken_sums(written) == spoken
