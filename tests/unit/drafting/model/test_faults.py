"""A sentence tells what was said and little else, or goes beyond it and is still about it."""

from __future__ import annotations

from datetime import date

import pytest

from bankrm.domain.evidence import Evidence, Origin, OriginType, Strength
from bankrm.domain.recipes import DocumentKindName, StatementKind
from bankrm.drafting.model.faults import faults_of
from bankrm.drafting.model.grammar import Line
from bankrm.drafting.model.profile import Ask, Place, Shape


def _ask(shape: Shape, *ends: str) -> Ask:
    return Ask(DocumentKindName.VISIT_BRIEF, "hypotheses", StatementKind.INFERENCE, shape, Place.INSTEAD, "", ends)


def _said(words: str) -> Evidence:
    day = date(2026, 8, 21)
    origin = Origin(OriginType.INTERACTION, Strength.OWN_RECORD, "R-1", day)
    return Evidence(f"{day} 訪問 佐伯経理部長: 「{words}」", origin, "佐伯経理部長", f"「{words}」")


NIGHT = _said("人が足りない。夜勤を組めない日がある")


def _codes(ask: Ask, text: str, *cited: Evidence, cut: bool = False) -> list[str]:
    return [
        reason.code for reason in faults_of(ask, Line(("E1",), text, text.removesuffix("。"), cut), cited or (NIGHT,))
    ]


def test_what_was_said_in_its_own_words_is_told() -> None:
    assert _codes(_ask(Shape.SAID), "夜勤を組めない日があると話した。") == []


def test_what_another_piece_says_is_not_told_of_this_one() -> None:
    text = "人手不足を考慮し、設備の予算がついてから考えることになりそうと述べた。"
    assert _codes(_ask(Shape.SAID), text) == ["reworded"]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("仲居はあと三人欲しいですが、寮を見せると断られます。", "仲居を3人断られました。"),
        ("予約サイト経由は、2月までの累計で62％です。", "予約サイト経由で62％の累計手数料を支払いました。"),
        (
            "仲居はあと三人欲しいですが、寮を見せると断られます。",
            "仲居があと三人欲しいが、寮を見せると断られましたと話した。",
        ),
    ],
)
def test_a_sentence_of_the_record_s_words_that_says_something_else_is_not_used(words: str, text: str) -> None:
    assert _codes(_ask(Shape.SAID), text, _said(words)) == ["reworded"]


def test_a_sentence_that_was_cut_is_not_used() -> None:
    assert _codes(_ask(Shape.SAID), "夜勤を組めない日がある。", cut=True) == ["cut_off"]


@pytest.mark.parametrize(
    "text",
    ["夜勤を組めない日がある可能性可能性可能性。", "夜勤を組めない日があり、人も足りず、夜勤を組めない日がある。"],
)
def test_a_sentence_that_goes_round_in_circles_is_not_used(text: str) -> None:
    assert "repeats_itself" in _codes(_ask(Shape.SAID), text)


def test_a_supposition_says_that_it_is_one() -> None:
    ask = _ask(Shape.FREE, "可能性がある", "おそれがある")
    assert _codes(ask, "夜勤の担い手が減り、納期を守れなくなるおそれがある。") == []
    assert _codes(ask, "夜勤の担い手が減り、納期を守れなくなる。") == ["not_in_form"]


def test_a_supposition_that_only_repeats_the_record_is_none() -> None:
    ask = _ask(Shape.FREE, "可能性がある")
    assert _codes(ask, "夜勤を組めない日がある可能性がある。") == ["restates"]


def test_a_supposition_is_of_the_matter_and_not_of_who_spoke() -> None:
    ask = _ask(Shape.FREE, "可能性がある")
    assert _codes(ask, "佐伯経理部長の話では、夜勤の担い手が減り、納期を守れなくなる可能性がある。") == [
        "names_the_speaker"
    ]


def test_a_sentence_that_is_true_of_every_client_is_not_used() -> None:
    assert _codes(_ask(Shape.FREE), "関係強化に資する提案を図る。") == ["not_specific"]


HELD = _said("釜の入替えは、いったん保留にしている。電気代が重い。秋には工場の屋根を直す予定")


@pytest.mark.parametrize(
    "text",
    [
        "釜の入替えを前向きに検討している可能性がある。",
        "釜の入替えは保留だが、実は前向きである可能性がある。",
        "釜の入替えを決めたおそれがある。",
        "釜の入替えを進めるおそれがある。",
        "釜の入替えを終えたおそれがある。",
        "釜の入替えを希望している可能性がある。",
        "電気代が重く、必ず投資に踏み切る可能性がある。",
        "工場の屋根の修理に意欲がある可能性がある。",
    ],
)
def test_how_far_somebody_is_with_a_matter_is_never_supposed_to_be_further(text: str) -> None:
    assert "certainty_differs" in _codes(_ask(Shape.FREE), text, HELD)


@pytest.mark.parametrize(
    "text",
    [
        "釜の入替えが保留のままでは、故障のおそれがある。",
        "電気代が重く、利益が残らない可能性がある。",
        "秋の屋根の工事が予定より長引く可能性がある。",
    ],
)
def test_a_supposition_that_leaves_the_degree_alone_may_stand(text: str) -> None:
    assert _codes(_ask(Shape.FREE), text, HELD) == []


@pytest.mark.parametrize("end", ["前向きに検討している", "決めた", "進める"])
def test_what_was_put_off_is_told_in_no_other_degree(end: str) -> None:
    assert _codes(_ask(Shape.SAID), f"釜の入替えを{end}と話した。", HELD)
    assert _codes(_ask(Shape.SAID), "釜の入替えは、いったん保留にしていると話した。", HELD) == []
