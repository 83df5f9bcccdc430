from __future__ import annotations

import pytest

from bankrm.drafting.grounding.filter import check_row

EVIDENCE = {"id": "E1", "text": "車両の更新は来年度に4台の予定。", "speaker": "野口部長", "date": "2026-04-21"}


def test_a_row_comes_back_with_verdict_score_reasons_and_evidence() -> None:
    answer = check_row({"id": "7", "statement": "車両の更新は来年度に5台の予定。", "evidence": [EVIDENCE]})
    assert answer["id"] == "7"
    assert answer["verdict"] == "unsupported"
    assert answer["reasons"] == [{"code": "figure_not_in_evidence", "detail": "5台"}]
    assert answer["evidence"] == ["E1"]


def test_the_day_and_the_speaker_of_evidence_may_stand_beside_its_text() -> None:
    row = {"id": "1", "statement": "4/21に野口部長が車両の更新は来年度に4台の予定と話した。", "evidence": [EVIDENCE]}
    assert check_row(row)["verdict"] == "supported"


@pytest.mark.parametrize(
    "row", [{"id": "1", "statement": 3, "evidence": []}, {"id": "1", "statement": "a", "evidence": "b"}]
)
def test_a_row_of_another_shape_is_refused(row: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        check_row(row)
