"""The need under discussion: what the visit is about, and nothing that rests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders import DAY, TODAY, deal, dossier, talk, topics, visit

from bankrm.domain.dossier import Dossier
from bankrm.insights.needs import Need, needs_under_discussion
from bankrm.insights.remarks import View

OVEN, LORRY = deal("茹で釜の入替え", 40), deal("配送車の購入", 12, opened="2026-05-01")


def need(file: Dossier) -> Need | None:
    return next(iter(needs_under_discussion(View(file, DAY, TODAY, topics()))), None)


def test_of_two_deals_the_one_that_the_visit_is_about_counts() -> None:
    file = replace(dossier(deals=(OVEN, LORRY)), visits=(replace(visit(), purpose="茹で釜の件"),))
    found = need(file)
    assert found
    assert found.deal == OVEN


def test_else_the_one_registered_last() -> None:
    found = need(dossier(deals=(OVEN, LORRY)))
    assert found
    assert found.deal == LORRY


def test_a_deal_on_hold_is_left_out_and_named_as_such() -> None:
    file = replace(
        dossier(deals=(replace(OVEN, stage="保留"), LORRY)), visits=(replace(visit(), purpose="茹で釜の件"),)
    )
    found = need(file)
    assert found
    assert (found.deal, len(found.stopped)) == (LORRY, 1)
    assert need(dossier(deals=(replace(OVEN, stage="保留"),))) is None


def test_a_deal_that_the_decider_has_refused_since_is_no_need() -> None:
    refused = talk("2026-05-12", "社長「茹で釜は今年は見送る」")
    assert need(dossier(refused, deals=(OVEN,))) is None
    other = talk("2026-05-12", "工場長「茹で釜は今年は見送りでしょう」", people="小暮工場長")
    assert need(dossier(other, deals=(OVEN,)))


def test_a_renewal_adds_no_debt() -> None:
    assert need(dossier(deals=(deal("短期継続", 30, stage="継続手続中"),))) is None


def test_an_amount_spoken_of_is_none_once_its_matter_was_refused() -> None:
    spoken = talk("2026-02-03", "工場長「茹で釜の見積は4,000万円です」", people="小暮工場長")
    assert need(dossier(spoken))
    assert need(dossier(spoken, talk("2026-05-12", "社長「茹で釜は見送る」"))) is None


def needs(file: Dossier) -> list[Need]:
    return needs_under_discussion(View(file, DAY, TODAY, topics()))


def test_each_matter_under_discussion_has_its_own_sum_and_the_words_said_of_it() -> None:
    said = talk("2026-06-02", "工場長「選果機と貯蔵庫で4,100万円、来春までに入れたい」", people="小暮工場長")
    file = dossier(said, deals=(deal("配送車3台の入替え", 12), deal("選果機・貯蔵庫", 41)))
    found = {need.deal.title: [e.body for e in need.said] for need in needs(file) if need.deal}
    assert found == {
        "配送車3台の入替え": [],
        "選果機・貯蔵庫": ["「選果機と貯蔵庫で4,100万円、来春までに入れたい」"],
    }


def test_a_wish_with_a_sum_that_nobody_registered_is_a_need_beside_the_deals() -> None:
    said = talk("2026-06-02", "工場長「検査室を建てたい。検査室は900万円で建てたい」", people="小暮工場長")
    found = needs(dossier(said, deals=(OVEN,)))
    assert [(need.yen, need.deal) for need in found] == [(40_000_000, OVEN), (9_000_000, None)]


def test_the_newest_sum_that_anybody_told_of_the_matter_wins() -> None:
    dearer = talk("2026-05-12", "経理課長「茹で釜は基礎工事込みで5,200万円です」", people="赤座経理課長")
    (found,) = needs(dossier(dearer, deals=(OVEN,)))
    assert (found.yen, found.source.speaker) == (52_000_000, "赤座経理課長")


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("2026-02-02", "茹で釜は5,200万円です"),  # told before the deal was registered
        ("2026-05-12", "茹で釜の頭金は2,500万円です"),
        ("2026-05-12", "茹で釜のバーナーだけなら300万円です"),
        ("2026-05-12", "配送車は5,200万円です"),
        ("2026-05-12", "茹で釜で作る分の売上は5,200万円です"),
    ],
)
def test_an_older_sum_a_part_and_another_thing_leave_the_registered_one(on: str, words: str) -> None:
    (found,) = needs(dossier(talk(on, f"社長「{words}」"), deals=(OVEN,)))
    assert found.yen == 40_000_000


def test_what_the_same_person_goes_on_to_want_is_said_of_the_matter() -> None:
    said = talk(
        "2026-05-12",
        "工場長「茹で釜は4,000万円だそうです。盆の前に入れたいんです。孫が生まれました」",
        people="小暮工場長",
    )
    (found,) = needs(dossier(said, deals=(OVEN,)))
    assert [e.body for e in found.said] == ["「茹で釜は4,000万円だそうです。」", "「盆の前に入れたいんです。」"]
