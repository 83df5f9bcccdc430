"""The day of a thing is neither that of the record that tells of it nor that by which it was due: records of invented firms."""

from __future__ import annotations

import pytest
from tests.pairs import found

_PRICES = ("2026-06-12 訪問 社長: 値上げは4月に行った。客は減っていない。",)
_PROMISED = ("2026-06-12 約束 部長が工事の見積書を6/20までに出す。", "2026-06-24 メール 部長より工事の見積書を受領。")
_PUT_OFF = (
    "2026-06-12 電話 夫人: 申告書は税理士が忙しく6/25になるとのこと。",
    "2026-07-02 訪問 申告書は6/26に夫人から受領済み。",
)
_LOAN = (
    "2026-06-12 電話 社長へ、借換の承認を連絡。",
    "2026-07-01 実行 証書貸付 20百万円(借換)。同日、旧債務を完済。",
)
_NEXT_YEAR = ("2026-06-12 訪問 社長: 機械の更新は来年度の予算で考えている。",)


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        (_PRICES, "値上げは6月に行った(社長、6/12)。"),
        (("2026-06-12 訪問 社長: 社員は5月に2名増えて20名。",), "社員は6月に2名増えて20名。"),
        (("2026-06-12 訪問 当方の説明: 補助金の申請の締切は7月20日。",), "申請の締切は6月12日である。"),
        (_PROMISED, "工事の見積書は6月20日に受領した。"),
        (_PROMISED, "工事の見積書は、部長の約束どおり6月20日に受領した。"),
        (_PUT_OFF, "申告書は6月25日に受領した。"),
        (_LOAN, "6月12日に借換を実行した。"),
    ],
)
def test_another_day_of_the_evidence_is_not_that_of_the_thing(evidence: tuple[str, ...], statement: str) -> None:
    assert "date_of_another_matter" in found(statement, *evidence)


@pytest.mark.parametrize(
    ("evidence", "statement"),
    [
        (_PRICES, "値上げは4月に行った(社長、6/12)。"),
        (_PRICES, "6月12日、社長は値上げを4月に行ったと話した。"),
        (_PROMISED, "工事の見積書は6月24日に受領した。"),
        (_PROMISED, "6月20日までに出すはずの工事の見積書は、6月24日に受領した。"),
        (_PUT_OFF, "申告書は6月26日に受領した。"),
        (_LOAN, "7月1日に借換を実行した。"),
        (_LOAN, "6月12日に借換の承認を連絡し、7月1日に実行した。"),
        (_NEXT_YEAR, "機械の更新は来年度の予算で考えている(社長、6/12)。"),
    ],
)
def test_the_day_of_the_thing_may_be_told(evidence: tuple[str, ...], statement: str) -> None:
    assert not found(statement, *evidence) & {"date_of_another_matter", "period_differs"}


def test_a_term_seen_from_a_dated_record_is_that_of_the_record() -> None:
    assert "period_differs" in found("機械の更新は今年度の予算で考えている(社長、6/12)。", *_NEXT_YEAR)
