"""What the memo tells of the morning's questions is offered, and no more than offered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.drafting.recording.meetings import a_memo

from bankrm.domain.memos import Answer, AnswerState
from bankrm.drafting.recording.answers import found_answers

PUBLIC = Answer("今回の公募に間に合わせるか、次を待つか、どちらでお考えですか", "社長", AnswerState.OPEN)
PLAN = Answer("職員の採用計画は、いつごろいただけそうでしょうか", "代表", AnswerState.OPEN)
FREEZER = Answer("急速冷凍機のことは、いつごろ、何をご覧になってお決めになりますか", "社長", AnswerState.OPEN)


@pytest.mark.parametrize(
    ("question", "memo", "words"),
    [
        (PUBLIC, "社長「急がない」\n補助金は今回は見送り、次の公募待ち", "補助金は今回は見送り、次の公募待ち"),
        (PLAN, "採用計画もらった。試算表も受領。", "採用計画もらった。"),
        (FREEZER, "冷凍機は専務は来期、社長は保留", "冷凍機は専務は来期、社長は保留"),
    ],
)
def test_the_memo_s_words_on_the_topic_are_offered_as_the_answer(question: Answer, memo: str, words: str) -> None:
    assert found_answers(a_memo(memo, answers=(question,))) == {0: words}


def test_nothing_is_offered_where_the_memo_tells_nothing_of_it_or_somebody_said_already() -> None:
    assert found_answers(a_memo("今回は挨拶のみ。社長は上機嫌。", answers=(PUBLIC, PLAN))) == {}
    said = replace(PLAN, state=AnswerState.NO_ANSWER)
    assert found_answers(a_memo("採用計画もらった", answers=(said,))) == {}
