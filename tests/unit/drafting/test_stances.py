"""What the evidence says of how far a matter is, beside what a draft made of it."""

from __future__ import annotations

from bankrm.drafting.stances import Stance, stance_told
from bankrm.language.certainty import Certainty

SAID = ("補助金は前向きに考えたい。長男が来年4月に入社する。",)


def test_the_sentence_of_that_matter_is_told_with_its_stage() -> None:
    assert stance_told("補助金の申請を前向きに決めた", SAID) == Stance(
        "補助金は前向きに考えたい", Certainty.CONSIDERING
    )


def test_of_another_matter_nothing_is_told() -> None:
    assert stance_told("工場の移転を決めた", SAID) is None


def test_where_both_are_as_far_nothing_is_told() -> None:
    assert stance_told("補助金は前向きに考えたいとのこと", SAID) is None
