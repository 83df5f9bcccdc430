"""Questions that stay open, told in a record's own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bankrm.domain.clients import ClientKey
from bankrm.domain.interactions import Interaction
from bankrm.domain.memos import Answer, AnswerState
from bankrm.domain.open_points import as_asked, open_line, open_points, question_of, still_open

TIME = Answer("更新の時期はいつごろでしょうか", "篠崎社長", AnswerState.NOT_ASKED)
HEIR = Answer("後継の方はお決まりでしょうか。", "篠崎社長", AnswerState.NO_ANSWER, apart=True)


def talk(day: int, points: str = "", explained: str = "") -> Interaction:
    on = date(2026, 11, day)
    return Interaction(f"R{day}", ClientKey("031", "0004711"), on, "訪問", explanation=explained, open_points=points)


@pytest.mark.parametrize("answer", [TIME, HEIR, replace(TIME, to="")])
def test_an_open_question_reads_back_with_its_addressee_and_why(answer: Answer) -> None:
    (point,) = open_points(open_line(answer))
    assert (point.what, point.to, point.apart, point.why) == (
        answer.question.rstrip("。"),
        answer.to,
        answer.apart and bool(answer.to),
        answer.state,
    )
    assert point.is_question


def test_spans_count_in_the_field() -> None:
    text = "・金利の希望は聞けず\n" + open_line(TIME)
    first, second = open_points(text)
    assert text[slice(*first.span)] == "金利の希望は聞けず"
    assert not first.is_question
    assert text[slice(*second.span)] == open_line(TIME)


@pytest.mark.parametrize("nothing", ["", "なし", "特になし", "\n \n"])
def test_nothing_is_no_open_point(nothing: str) -> None:
    assert not list(open_points(nothing))


def test_a_question_of_a_brief_gives_its_words_and_its_addressee() -> None:
    assert question_of("(篠崎社長へ、別席で) 後継の方はお決まりでしょうか。") == (
        "後継の方はお決まりでしょうか",
        "篠崎社長",
        True,
    )
    assert question_of("更新はいつでしょうか。") == ("更新はいつでしょうか", "", False)


def test_a_question_is_open_until_a_later_record_tells_that_it_was_asked() -> None:
    first = talk(4, open_line(TIME))
    call = talk(6, "", "振込の件で電話。")
    assert [record.ref for record, _ in still_open([first, call])] == ["R4"]
    asked = talk(9, "", f"お礼。{as_asked(TIME.question)}。")
    assert not list(still_open([first, call, asked]))


def test_a_question_asked_in_vain_stays_open_as_last_told() -> None:
    vain = replace(TIME, state=AnswerState.NO_ANSWER)
    again = talk(9, open_line(vain), f"{as_asked(TIME.question)}。")
    ((record, point),) = still_open([talk(4, open_line(TIME)), again])
    assert (record.ref, point.why) == ("R9", AnswerState.NO_ANSWER)
