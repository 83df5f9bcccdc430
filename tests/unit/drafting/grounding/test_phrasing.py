"""The words that a reason points at stand as a phrase."""

from __future__ import annotations

import pytest

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.phrasing import told


@pytest.mark.parametrize(
    ("code", "detail", "statement", "phrase"),
    [
        ("cause_not_in_evidence", "ため", "当行より条件が良かったため、リースにした。", "条件が良かったため"),
        ("direction_differs", "増", "客数は昨年より増えた。", "増えた"),
        (
            "passing_differs",
            "要領は社長から当方が受け取っ",
            "要領は社長から当方が受け取った。",
            "要領は社長から当方が受け取った",
        ),
        ("scope_differs", "とも", "値上げは両社とも了承済み。", "両社とも"),
        ("negation_differs", "リース", "冷凍機はリースで入れることになった。", "リースで入れることになった"),
        ("figure_not_in_evidence", "3台", "5台のうち3台が不調。", "3台"),
        ("speaker_differs", "専務", "専務がそう話した。", "専務"),
        ("unrelated", "", "専務がそう話した。", ""),
    ],
)
def test_a_doubt_is_told_in_a_phrase(code: str, detail: str, statement: str, phrase: str) -> None:
    assert told(Reason(code, detail), statement).detail == phrase
