"""What every engine promises, in a worker process with a real small model."""

from __future__ import annotations

import os
import re
import signal
import threading

import pytest
from tests.asking import LINE, LONG, OTHER, PREFIX, QUESTIONS, Stop, ask, texts

from bankrm.adapters.engines.messages import LoadPlan
from bankrm.adapters.engines.worker_model import WorkerModel
from bankrm.domain.progress import Cancelled, CancelToken
from bankrm.drafting.model.grammar import NONE, Piece, lines_grammar, read_line
from bankrm.drafting.model.profile import Shape
from bankrm.drafting.ports import Answer, ContextOverflow, Finish, ModelFailed, Prefix, Question

pytestmark = pytest.mark.timeout(300)  # real models start, on machines that others use too
_WRITTEN = re.compile("\\[E[12]\\] 社長は(増収|減収)と話した。")


ANSWERS = ("1", "2", "3")


def weigh(model: WorkerModel, text: str) -> tuple[float, ...]:
    return model.weigh(PREFIX, text, ANSWERS, token=CancelToken())


@pytest.fixture(scope="session")
def expected(model: WorkerModel) -> tuple[str, ...]:
    return texts(model)


def test_an_answer_obeys_its_grammar(model: WorkerModel) -> None:
    answer = ask(model, Question("Write one line.", LINE, 60))
    assert _WRITTEN.fullmatch(answer.text)
    assert answer.finish is Finish.STOP


def test_an_answer_is_cut_at_its_limit(model: WorkerModel) -> None:
    answer = ask(model, Question("Tell a long story.", "", 5))
    assert answer.finish is Finish.LENGTH
    assert answer.usage.answer_tokens == 5


def test_pieces_are_whole_characters_and_join_to_the_text(model: WorkerModel) -> None:
    pieces: list[str] = []
    answer = model.ask(PREFIX, Question("Write one line.", LINE, 60), token=CancelToken(), on_text=pieces.append)
    assert "".join(pieces) == answer.text
    assert len(list(filter(None, pieces))) > 5
    assert "\ufffd" not in answer.text


def test_an_answer_cut_within_a_character_ends_before_it(model: WorkerModel) -> None:
    whole, *cut = (ask(model, Question("Write one line.", LINE, limit)).text for limit in (60, 7, 8, 9))
    assert all(whole.startswith(text) for text in cut)


def test_usage_tells_what_was_read_again(model: WorkerModel) -> None:
    first, second = ask(model, QUESTIONS[0], OTHER).usage, ask(model, QUESTIONS[1], OTHER).usage
    assert first.reused_tokens == 0
    assert 0 < second.reused_tokens < second.prompt_tokens
    assert 0 < second.first_token_s <= second.seconds


def test_texts_do_not_depend_on_the_order_of_questions(model: WorkerModel, expected: tuple[str, ...]) -> None:
    for order in ((2, 0, 1), (1, 2, 0)):
        assert [ask(model, QUESTIONS[place]).text for place in order] == [expected[place] for place in order]


def test_a_question_asked_alone_has_the_same_answer(model: WorkerModel, expected: tuple[str, ...]) -> None:
    for place in (2, 1):
        ask(model, QUESTIONS[0], OTHER)
        assert ask(model, QUESTIONS[place]).text == expected[place]


def test_a_cancel_while_the_prompt_is_read_leaves_no_trace(model: WorkerModel, expected: tuple[str, ...]) -> None:
    stop = Stop(when=lambda piece: not piece)
    with pytest.raises(Cancelled):
        model.ask(LONG, QUESTIONS[0], token=stop.token, on_text=stop)
    assert not stop.heard
    assert texts(model) == expected


def test_a_cancel_during_the_answer_leaves_no_trace(model: WorkerModel, expected: tuple[str, ...]) -> None:
    stop = Stop(when=bool)
    with pytest.raises(Cancelled):
        model.ask(PREFIX, Question("Tell a long story.", "", 500), token=stop.token, on_text=stop)
    assert stop.heard
    assert texts(model) == expected


def test_two_requests_at_once_are_both_answered(model: WorkerModel, expected: tuple[str, ...]) -> None:
    answers: dict[int, Answer] = {}
    threads = [
        threading.Thread(target=lambda place=place: answers.update({place: ask(model, QUESTIONS[place])}))
        for place in (0, 1)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {place: answer.text for place, answer in answers.items()} == {0: expected[0], 1: expected[1]}


def test_what_does_not_fit_the_context_is_refused(model: WorkerModel, expected: tuple[str, ...]) -> None:
    with pytest.raises(ContextOverflow) as refused:
        ask(model, QUESTIONS[0], Prefix("Be brief.", "word " * 3000))
    tokens, limit = refused.value.details["tokens"], refused.value.details["limit"]
    assert isinstance(tokens, int)
    assert tokens > 3000
    assert limit == model.identity.context_tokens
    with pytest.raises(ContextOverflow):
        ask(model, Question("Tell a long story.", "", 4000))
    assert ask(model, QUESTIONS[0]).text == expected[0]


def test_answers_weighed_are_shares_of_one(model: WorkerModel) -> None:
    shares = weigh(model, "Is a new press coming? 1: yes 2: no 3: unknown")
    assert len(shares) == 3
    assert all(0 < share < 1 for share in shares)
    assert sum(shares) == pytest.approx(1, abs=1e-3)


def test_the_answer_that_weighs_most_is_the_one_that_is_given(model: WorkerModel) -> None:
    for text in ("Say 1, 2 or 3.", "1: yes 2: no 3: unknown. Is the press old?", "Count down from three to"):
        shares = weigh(model, text)
        given = ask(model, Question(text, 'start: "1" | "2" | "3"\n', 4)).text
        assert ANSWERS[shares.index(max(shares))] == given


def test_weights_depend_neither_on_order_nor_on_the_answers_named_first(model: WorkerModel) -> None:
    first = weigh(model, "Say 1, 2 or 3.")
    ask(model, QUESTIONS[0], OTHER)
    weigh(model, "Count down from three to")
    assert weigh(model, "Say 1, 2 or 3.") == first
    turned = model.weigh(PREFIX, "Say 1, 2 or 3.", ANSWERS[::-1], token=CancelToken())
    assert turned[::-1] == pytest.approx(first, abs=1e-6)


def test_weighing_leaves_no_trace_in_later_answers(model: WorkerModel, expected: tuple[str, ...]) -> None:
    weigh(model, "Say 1, 2 or 3.")
    assert texts(model) == expected


def test_weighing_can_be_cancelled(model: WorkerModel) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        model.weigh(LONG, "Say 1, 2 or 3.", ANSWERS, token=token)


def test_what_cannot_be_told_apart_is_not_weighed(model: WorkerModel) -> None:
    assert model.weigh(PREFIX, "Say 1 or 1.", ("1", "1"), token=CancelToken()) == ()


def test_answers_are_weighed_by_a_part_of_a_character_where_that_tells_them_apart(model: WorkerModel) -> None:
    shares = model.weigh(PREFIX, "Say yes.", ("はい", "不明", "矛盾"), token=CancelToken())
    assert sum(shares) == pytest.approx(1, abs=1e-3)
    assert len(set(shares)) == 3


def test_a_question_too_long_is_not_weighed(model: WorkerModel) -> None:
    with pytest.raises(ContextOverflow):
        model.weigh(PREFIX, "word " * 3000, ANSWERS, token=CancelToken())


def test_a_mark_of_the_template_in_a_text_is_text(model: WorkerModel) -> None:
    marks = ("<|im_end|>", "<|im_start|>", "<|endoftext|>")
    assert all(tokens > 1 for tokens in model.count_tokens(marks))
    question, system, evidence = marks
    asked = ask(model, Question(question, "", 1), Prefix(system, evidence))
    plain = ask(model, Question("", "", 1), Prefix("", ""))
    assert asked.usage.prompt_tokens - plain.usage.prompt_tokens == sum(model.count_tokens(marks))


def test_tokens_are_counted_text_by_text(model: WorkerModel) -> None:
    one, none, more = model.count_tokens(["hello", "", "hello hello 社長"])
    assert (one, none) == (1, 0)
    assert more > 4


def test_identity_tells_on_what_the_bytes_depend(model: WorkerModel, plan: LoadPlan) -> None:
    identity = model.identity
    assert (identity.engine, identity.name, identity.sha256) == (plan.engine, plan.name, plan.sha256)
    assert {"threads": "2", "n_ctx": "2048", "n_batch": "256"}.items() <= identity.parameters.items()


def test_a_killed_worker_costs_one_answer(own_model: WorkerModel, expected: tuple[str, ...]) -> None:
    def kill(piece: str) -> None:
        if piece and own_model.pid:
            os.kill(own_model.pid, signal.SIGKILL)

    with pytest.raises(ModelFailed) as failed:
        own_model.ask(PREFIX, Question("Tell a long story.", "", 500), token=CancelToken(), on_text=kill)
    assert failed.value.details["reason"] == "crashed"
    assert texts(own_model) == expected


def test_several_lines_obey_the_grammar_of_lines(model: WorkerModel) -> None:
    pieces = [Piece("E1", "社長", "7月8日", "「増収」"), Piece("E2", "部長", "8月1日", "「減収」")]
    answer = ask(model, Question("Write two lines.", lines_grammar(Shape.SAID, pieces, 2), 900))
    lines = answer.text.split("\n")
    assert answer.finish is Finish.STOP
    assert answer.text == NONE or all(read_line(line, Shape.SAID, pieces) for line in lines)
    assert len(lines) <= 2
