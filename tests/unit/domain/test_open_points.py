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


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("急速冷凍機のことは、いつごろ、何をご覧になってお決めになりますか", "急速冷凍機について伺った"),
        ("今回の公募に間に合わせるか、次を待つか、どちらでお考えですか", "今回の公募について伺った"),
        ("手元のお金がいちばん少なくなるのは、何月ごろになりそうですか。", "手元のお金について伺った"),
        ("経営者保証のことで、いちばん気にかけておられるのはどの点ですか", "経営者保証について伺った"),
        ("ご長男には、この先どのような仕事を任せていかれるお考えですか", "ご長男について伺った"),
        ("差し支えなければ、潮見銀行のご提示が固定か変動か、教えていただけますか", "潮見銀行のご提示について伺った"),
        ("費用が上がった分は、どのくらい値段に乗せられていますか", "費用が上がった分について伺った"),
        ("どなたとご相談になりますか", ""),
    ],
)
def test_that_it_was_asked_is_told_by_its_topic_and_not_in_words_that_nobody_spoke(question: str, told: str) -> None:
    assert as_asked(question) == told


def test_a_question_without_a_topic_stays_open_whatever_else_is_told() -> None:
    question = replace(TIME, question="どなたとご相談になりますか")
    assert [r.ref for r, _ in still_open([talk(4, open_line(question)), talk(9, "", "お礼。")])] == ["R4"]


def test_a_question_asked_in_vain_stays_open_as_last_told() -> None:
    vain = replace(TIME, state=AnswerState.NO_ANSWER)
    again = talk(9, open_line(vain), f"{as_asked(TIME.question)}。")
    ((record, point),) = still_open([talk(4, open_line(TIME)), again])
    assert (record.ref, point.why) == ("R9", AnswerState.NO_ANSWER)
