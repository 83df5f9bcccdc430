"""How fast a model is, told in seconds and tokens a second, with text that is nobody's."""

from __future__ import annotations

import pytest
from tests.fakes.language_model import ScriptedModel

from bankrm.application.measure_engine import measure_engine
from bankrm.domain.progress import Cancelled, CancelToken, Progress


def test_speeds_come_from_the_answers_usage() -> None:
    model = ScriptedModel(lambda _: "機械を入れ替えたい。")
    told: list[Progress] = []
    measured = measure_engine(model, CancelToken(), told.append)
    assert measured.first_token_s == measured.later_first_token_s == 0.1
    assert measured.write_per_s == pytest.approx(len("機械を入れ替えたい。") / 0.1)
    assert measured.read_per_s == pytest.approx(measured.prefix_tokens / 0.1)
    assert (told[-1].done, told[-1].total) == (5, 5)


def test_one_prefix_serves_all_questions_and_leaves_room_for_the_answer() -> None:
    model = ScriptedModel(lambda _: "はい。", context_tokens=600)
    measure_engine(model, CancelToken())
    assert len({prefix for prefix, _ in model.asked}) == 1
    assert len(model.asked[0][0].evidence) <= 300


def test_a_stop_passes_through() -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        measure_engine(ScriptedModel(lambda _: "はい。"), token)
