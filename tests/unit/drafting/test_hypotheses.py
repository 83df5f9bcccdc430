"""What speaks against a hypothesis: figures of the very time refute it, later words outweigh them."""

from __future__ import annotations

import pytest
from tests.builders import DAY, TODAY, accounts, dossier, gaps, talk, topics, visit

from bankrm.drafting.ports import VisitContext
from bankrm.drafting.select import select_evidence
from bankrm.drafting.template.brief import compose_hypotheses
from bankrm.drafting.template.desk import Desk
from bankrm.insights.observe import observe

SALES, PROFIT, HANDS, WORN = (
    "の落ち込みが、利益に響いている可能性", "利益が出にくく、", "人手の不足が、", "の古さや能力が、",
)  # fmt: skip


def hypotheses(on: str, words: str, *, sales: int, profit: int, closed: int = 2026) -> str:
    """The section where sales were 600 and the profit 30 the year before."""
    books = (
        accounts(f"{closed - 1}-03-31", sales=600, operating_profit=30),
        accounts(f"{closed}-03-31", sales=sales, operating_profit=profit),
    )
    file = dossier(talk(on, f"社長「{words}」"), statements=books)
    observations = observe(file, day=DAY, today=TODAY, topics=topics(), gaps=gaps(), visit=visit())
    desk = Desk(VisitContext(file, visit(), TODAY, DAY, observations, select_evidence(file, visit(), observations)))
    return "".join(statement.text for statement in compose_hypotheses(desk))


def test_falling_sales_are_refuted_by_the_years_growth() -> None:
    assert SALES not in hypotheses("2026-02-10", "蕎麦屋からの注文が減っている", sales=630, profit=33)
    assert SALES in hypotheses("2026-02-10", "蕎麦屋からの注文が減っている", sales=580, profit=33)


def test_thin_profits_are_refuted_by_a_better_margin() -> None:
    assert PROFIT not in hypotheses("2026-02-10", "小口の配達は採算が厳しい", sales=600, profit=40)
    assert PROFIT in hypotheses("2026-02-10", "小口の配達は採算が厳しい", sales=600, profit=20)


def test_what_was_said_long_after_the_closing_day_stands_with_the_figure_against_it() -> None:
    words = "蕎麦屋からの注文が減っている"
    assert SALES not in hypotheses("2026-05-12", words, sales=630, profit=33)  # still of the year that has just closed
    later = hypotheses("2026-05-12", words, sales=630, profit=33, closed=2025)
    assert SALES in later
    assert "反対の材料: 売上増加率は5.0%。" in later


@pytest.mark.parametrize(("sales", "against"), [(590, False), (540, True)])
def test_only_a_marked_fall_of_sales_speaks_against_a_lack_of_hands(sales: int, against: bool) -> None:
    text = hypotheses("2026-05-12", "夜の製造の人が足りない", sales=sales, profit=20)
    assert HANDS in text
    assert ("反対の材料: 売上増加率" in text) is against


def test_falling_sales_never_speak_against_worn_machines() -> None:
    text = hypotheses("2026-05-12", "茹で釜が古く、よく止まる。客からの注文は1割減った", sales=540, profit=20)
    assert WORN in text
    assert "反対の材料" not in text


def test_words_that_put_the_machine_itself_off_for_lack_of_work_do() -> None:
    words = "茹で釜が古く、よく止まる。注文が読めないので、茹で釜の入れ替えは決算を見てから考える"
    assert "反対の材料: 「注文が読めないので" in hypotheses("2026-05-12", words, sales=540, profit=20)
