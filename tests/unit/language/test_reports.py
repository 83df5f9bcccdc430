"""What only reports is told from what was said."""

from __future__ import annotations

import pytest

from bankrm.language.reports import as_reported, without_report


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("夜勤を組めない日があると話した", "夜勤を組めない日がある"),
        ("設備は来期に考えることになりそうと述べた", "設備は来期に考えることになりそう"),
        ("NC旋盤が2台とも15年を超えたことを報告しました", "NC旋盤が2台とも15年を超えた"),
        ("利益はほとんど残っていないとのこと", "利益はほとんど残っていない"),
        ("利益はほとんど残っていないとのことだった", "利益はほとんど残っていない"),
        ("埋めるのが年々難しいとの話があった", "埋めるのが年々難しい"),
        ("番頭がこの3月で辞めました", "番頭がこの3月で辞めました"),
        ("夜勤を組めない日がある", "夜勤を組めない日がある"),
    ],
)
def test_the_end_that_reports_is_cut(sentence: str, said: str) -> None:
    assert without_report(sentence) == said


def test_a_sentence_is_made_to_report_once() -> None:
    assert as_reported("番頭がこの3月で辞めました") == "番頭がこの3月で辞めましたと話した"
    assert as_reported(as_reported("夜勤を組めない日がある")) == "夜勤を組めない日があると話した"
    assert as_reported("埋めるのが年々難しいとの話があった") == "埋めるのが年々難しいと話した"
