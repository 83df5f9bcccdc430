"""What a matter hangs on: asked of us, or set by the client or by others; not what is merely hard or already settled."""

from __future__ import annotations

import pytest
from tests.builders import dossier, seen, talk

from bankrm.domain.interactions import Interaction
from bankrm.domain.observations import Code, Observation


def conditions(*talks: Interaction, meeting: tuple[str, ...] = ()) -> list[Observation]:
    return seen(dossier(*talks), Code.CONDITION, meeting=meeting)


def kinds(words: str) -> list[object]:
    return [o.values["kind"] for o in conditions(talk("2026-05-12", f"社長「{words}」"))]


@pytest.mark.parametrize(
    "words",
    [
        "担保を外せるのかどうか、書面で答えてほしい",
        "利息がいくらになるのか、それだけ先に知りたいです",
        "この前の資料には、返す額が一つも書いてありませんでした",
        "据置が要るのかどうか、本部に確かめていただけませんか",
    ],
)
def test_what_is_asked_of_us_is_a_demand(words: str) -> None:
    assert kinds(words) == ["demand"]


@pytest.mark.parametrize(
    "words",
    [
        "土間を直さないと釜の入れ替えは進められない",
        "求人は、寮の話がまとまってからだ",
        "生協さんは個包装が条件になりそうで、そこで話が止まっている",
        "店を出すのは、家主の印鑑待ちだ",
        "新しい釜は、弟が納得しないまま決められない",
        "求人は採用の枠が固まるまでは",
    ],
)
def test_what_must_come_first_is_a_condition(words: str) -> None:
    assert kinds(words) == ["condition"]


@pytest.mark.parametrize(
    "words",
    [
        "釜は朝のうちに温めないと味が安定しない",  # how a thing works
        "求人は出さなければいけない",  # a duty
        "工場長には言わないでください",  # a secret
        "得意先からは、早く答えてほしいと言われています",  # asked of them
        "孫が帰るまで待っていた",
        "秋から求人を出す",
    ],
)
def test_duties_secrets_and_what_others_ask_are_none(words: str) -> None:
    assert kinds(words) == []


def test_a_sentence_that_only_points_is_shown_with_what_it_points_to() -> None:
    (found,) = conditions(
        talk("2026-05-12", "工場長「夜勤の三人の配置を決めていただきたい。釜の話はそのあとです」", people="小暮工場長")
    )
    assert [e.body for e in found.evidence] == [
        "「夜勤の三人の配置を決めていただきたい。」",
        "「釜の話はそのあとです」",
    ]


def test_a_demand_that_we_have_answered_since_no_longer_stands() -> None:
    asked = talk("2026-04-14", "社長「連帯保証をどうすれば外せるのか、紙で答えてほしい」")
    (found,) = conditions(asked)
    assert (found.values["speaker"], found.values["topic"]) == ("篠崎社長", "guarantee")
    assert not conditions(asked, talk("2026-05-12", ours="連帯保証の三つの要件を書面で回答した。"))


def test_a_condition_that_was_met_no_longer_stands() -> None:
    hangs = talk("2026-04-14", "社長「夜勤の求人は、社宅の話がまとまってからだ」")
    assert conditions(hangs)
    assert not conditions(hangs, talk("2026-05-12", "社長「社宅の話は決まりました。求人を出します」"))


def test_what_is_older_than_a_year_is_left_out() -> None:
    assert not conditions(talk("2025-04-14", "社長「夜勤の求人は、寮の話がまとまってからだ」"))


def test_at_most_three_those_of_the_decider_first_and_the_newest_on_top() -> None:
    others = [
        talk(f"2026-0{month}-14", f"工場長「{thing}は、見積が出てからだ」", people="小暮工場長")
        for month, thing in ((2, "釜"), (3, "屋根"), (4, "倉庫"))
    ]
    head = talk("2026-01-14", "社長「求人は、寮の話がまとまってからだ」")
    found = conditions(head, *others)
    assert [o.values["speaker"] for o in found] == ["小暮工場長", "小暮工場長", "篠崎社長"]
