"""A real model answers about a memo within the grammar: one of the names of the meeting, or one of four texts."""

from __future__ import annotations

from datetime import date

import pytest

from bankrm.adapters.engines.worker_model import WorkerModel
from bankrm.adapters.system.prompts import load_memo_questions
from bankrm.adapters.system.resources import Resources
from bankrm.domain.progress import Cancelled, CancelToken
from bankrm.drafting.recording.ask_model import MemoModel
from bankrm.drafting.recording.proposals import Meeting
from bankrm.drafting.recording.read_memo import read_memo

MEETING = Meeting(date(2026, 11, 24), people=("篠崎社長", "赤座経理部長"))
MEMO = "売上は前年を少し上回っている。"


def test_the_answer_is_one_of_the_choices(model: WorkerModel) -> None:
    asked = MemoModel(model, load_memo_questions(Resources.locate(), "standard"))
    found = asked.suggestions(MEMO, read_memo(MEMO, MEETING), MEETING, {}, CancelToken())
    assert list(found) == [f"client_words:{MEMO}"]


def test_a_model_at_work_stops_when_it_is_told_to(model: WorkerModel) -> None:
    token = CancelToken()
    token.cancel()
    asked = MemoModel(model, load_memo_questions(Resources.locate(), "standard"))
    with pytest.raises(Cancelled):
        asked.suggestions(MEMO, read_memo(MEMO, MEETING), MEETING, {}, token)
