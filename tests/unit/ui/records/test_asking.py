"""What is asked about a memo, and what is proposed."""

from __future__ import annotations

from tests.unit.drafting.recording.meetings import MEETING, read

from bankrm.ui.pages.records.asking import Say, asked_of


def test_whether_one_sentence_makes_a_record_secret_is_asked_and_not_proposed() -> None:
    memo = "社長「専務の退職金で揉めている」。口外無用とのこと"
    (asked,) = (one for one in asked_of(read(memo).to_confirm, memo, MEETING) if one.choices[0].say is Say.SECRET)
    assert not asked.proposes
    assert "口外無用" in asked.words


def test_that_a_talk_as_such_was_in_confidence_is_proposed() -> None:
    memo = "製麺機は来期。秘匿でお願いしたい。"
    (asked,) = (one for one in asked_of(read(memo).to_confirm, memo, MEETING) if one.choices[0].say is Say.SECRET)
    assert asked.proposes
