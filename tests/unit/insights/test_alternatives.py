"""A day with others: the ways it may be answered, and what must come first."""

from __future__ import annotations

import pytest
from tests.builders import dossier, paper, seen, talk

from bankrm.domain.evidence import Evidence
from bankrm.domain.observations import Code
from bankrm.insights.alternatives import ways_in


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("契約を続けるか解約か、決めてほしいと大家に言われた", ("続ける", "解約")),
        ("買取りか再レンタルか返却か、6月19日までに返事をくれと言われている", ("買取り", "再レンタル", "返却")),
        ("買い取るか、それとももう2年借りるか、決めてほしいそうです", ("買い取る", "もう2年借りる")),
        ("更新または解約の申出は6月19日まで", ("更新", "解約")),
        ("再レンタルと買取りで負担が違うため、表を作る", ("再レンタル", "買取り")),
    ],
)
def test_ways_set_side_by_side_are_the_choice(text: str, ways: tuple[str, ...]) -> None:
    assert ways_in(text) == ways


@pytest.mark.parametrize(
    "text",
    [
        "間に合うかどうか、まだ分からない",
        "社長と専務で考えが違う",
        "いつか返事をするか",
        "いくらか安くなるか",
        "当行と信金の条件を比べておられた",
        "6月と7月で違う",
        "倉庫のことは誰かに聞くか",
        "補助金があるかないか",
    ],
)
def test_doubts_people_and_months_are_no_choice(text: str) -> None:
    assert ways_in(text) == ()


def test_an_answer_that_a_third_party_wants_is_a_deadline_with_its_ways() -> None:
    words = "工場長「レンタル会社からは、買取りか返却か、6月19日までに返事をくれと言われています」"
    (found,) = seen(dossier(talk("2026-05-12", words, people="小暮工場長")), Code.DEADLINE_NEAR)
    assert (found.subject, found.values["choice"]) == ("レンタル会社への返事の期限", "買取りか返却か")


@pytest.mark.parametrize(
    "words",
    [
        "社長「こちらからは、6月19日までに返事をいただきたいと思っている」",
        "工場長「社長からは、6月19日までに返事をくれと言われています」",
        "社長「県からは、6月19日までに返事をすると言ってきた」",
    ],
)
def test_an_answer_that_is_not_the_clients_to_a_third_party_is_none(words: str) -> None:
    assert not seen(dossier(talk("2026-05-12", words, people="篠崎社長、小暮工場長")), Code.DEADLINE_NEAR)


@pytest.mark.parametrize(
    ("ours", "told"),
    [
        ("店舗改修の助成は6月19日が締切で、工事の契約をする前の申請が条件と案内。", True),
        ("店舗改修の助成は6月19日が締切。発注した設備は対象にならない。", True),
        ("店舗改修の助成は6月19日が締切。事前着工は認められない。", True),
        ("店舗改修の助成は6月19日が締切と案内。", False),
        ("店舗改修の助成は6月19日が締切。契約後30日以内に報告が要る。", False),
    ],
)
def test_what_must_come_before_an_application_is_its_condition(ours: str, told: bool) -> None:
    (found,) = seen(dossier(talk("2026-05-12", ours=ours)), Code.DEADLINE_NEAR)
    assert isinstance(found.values["condition"], Evidence) is told


def test_a_condition_may_be_printed_in_the_paper_that_names_the_day() -> None:
    printed = paper(
        "店舗改修の助成のご案内", "申請の締切は2026年6月19日。", "発注した後では対象にならず、発注前の申請が要る。"
    )
    told = talk("2026-05-12", "社長「店舗改修の助成を使いたい」")
    (found,) = seen(dossier(told, documents=(printed,)), Code.DEADLINE_NEAR)
    assert isinstance(found.values["condition"], Evidence)
