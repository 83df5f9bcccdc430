"""What a language model is asked about a memo, and how far its answer goes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.fakes.language_model import ScriptedModel
from tests.unit.drafting.recording.meetings import MEETING, a_memo, read

from bankrm.adapters.system.prompts import load_memo_questions
from bankrm.adapters.system.resources import Resources
from bankrm.application.propose_record import AskModel, propose
from bankrm.domain.memos import Decision, RecordField
from bankrm.domain.progress import Cancelled, CancelToken
from bankrm.drafting.ports import ModelFailed
from bankrm.drafting.recording.ask_model import MemoModel
from bankrm.drafting.recording.decide import key_of
from bankrm.drafting.recording.proposals import Doubt

QUESTIONS = load_memo_questions(Resources.locate(), "standard")
LOOSE = "売上は前年を少し上回っている。"


def asked_of(model: ScriptedModel) -> AskModel:
    return AskModel(MemoModel(model, QUESTIONS))


def test_a_model_says_whose_a_loose_sentence_is_and_a_person_still_looks_at_it() -> None:
    model = ScriptedModel(["赤座経理部長"])
    memo = asked_of(model)(a_memo(LOOSE), MEETING, CancelToken())
    (piece,) = propose(memo, MEETING).reading.pieces
    assert (piece.speaker, piece.origin, piece.doubts) == ("赤座経理部長", "model", (Doubt.FIELD,))
    assert LOOSE[slice(*piece.span)] == LOOSE


@pytest.mark.parametrize(
    ("answer", "field"),
    [("当方の説明", RecordField.EXPLANATION), ("確認できなかったこと", RecordField.OPEN_POINTS)],
)
def test_a_model_may_put_a_sentence_into_another_field(answer: str, field: RecordField) -> None:
    memo = asked_of(ScriptedModel([answer]))(a_memo(LOOSE), MEETING, CancelToken())
    assert propose(memo, MEETING).fields[field].rstrip("。") == LOOSE.rstrip("。")


def test_an_answer_that_is_none_of_the_choices_counts_for_nothing() -> None:
    memo = a_memo(LOOSE)
    assert asked_of(ScriptedModel(["社長は増収と言った"]))(memo, MEETING, CancelToken()) == memo


def test_nothing_is_asked_twice_nor_of_what_the_rules_know() -> None:
    model = ScriptedModel(["篠崎社長"])
    ask = asked_of(model)
    memo = ask(a_memo(f"社長「急がない」\n{LOOSE}"), MEETING, CancelToken())
    assert ask(memo, MEETING, CancelToken()) == memo
    assert len(model.asked) == 1


@pytest.mark.parametrize("memo", ["先月から通院している。", "この話は内密に。息子に譲る。"])
def test_no_model_reads_what_is_sensitive_or_told_in_confidence(memo: str) -> None:
    model = ScriptedModel(lambda _: "分からない")
    asked_of(model)(a_memo(memo), MEETING, CancelToken())
    assert not any("通院" in q.text or "内密" in q.text for _, q in model.asked)


def test_a_model_that_fails_leaves_the_memo_to_the_rules() -> None:
    memo = a_memo(LOOSE)
    failing = ScriptedModel([ModelFailed(engine="llama", reason="crashed")])
    assert asked_of(failing)(memo, MEETING, CancelToken()) == memo


def test_asking_stops_when_it_is_told_to() -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        asked_of(ScriptedModel(["篠崎社長"]))(a_memo(LOOSE), MEETING, token)


def test_what_a_person_decided_stands_over_a_suggestion() -> None:
    suggested = asked_of(ScriptedModel(["当方の説明"]))(a_memo(LOOSE), MEETING, CancelToken())
    (raw,) = read(LOOSE).pieces
    decided = replace(
        suggested, decisions={key_of(raw, LOOSE): Decision(speaker="篠崎社長", field=RecordField.CLIENT_WORDS)}
    )
    assert propose(suggested, MEETING).fields[RecordField.CLIENT_WORDS] == ""
    assert propose(decided, MEETING).fields[RecordField.CLIENT_WORDS] == f"篠崎社長：{LOOSE}"
