"""The need under discussion: what the visit is about, and nothing that rests."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import DAY, TODAY, deal, dossier, talk, topics, visit

from bankrm.domain.dossier import Dossier
from bankrm.insights.needs import Need, need_under_discussion
from bankrm.insights.remarks import View

OVEN, LORRY = deal("茹で釜の入替え", 40), deal("配送車の購入", 12, opened="2026-05-01")


def need(file: Dossier) -> Need | None:
    return need_under_discussion(View(file, DAY, TODAY, topics()))


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
