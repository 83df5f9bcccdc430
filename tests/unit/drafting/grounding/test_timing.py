"""What follows from the times of the evidence, what cannot be, and what stays open."""

from __future__ import annotations

from datetime import date

import pytest

from bankrm.domain.drafts import Verdict
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.grounding.evidence import CheckedEvidence
from bankrm.drafting.grounding.judgement import Judgement

TODAY = date(2026, 11, 20)


def check(statement: str, *texts: str) -> Judgement:
    return Checker(today=TODAY).check(statement, [CheckedEvidence(f"E{n}", text) for n, text in enumerate(texts)])


def codes(judgement: Judgement) -> set[str]:
    return {reason.code for reason in judgement.reasons}


DEALING = "同社は2004年以来、当行と取引している。現在、2026年である。"
WORK = "同社は2026年4月6日に新工場の改修を始めた。新工場の改修は6か月以内に終わった。"


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("同社は2015年に当行と取引していた。", DEALING),
        (
            "システムのことは8月6日から10月29日まで面談に出ている。",
            "システムのことは8月6日から10月29日まで面談に出ている。",
        ),
        ("同社は10月末までに見積書を提出した。", "同社は10月20日に見積書を提出した。"),
        ("同社は年末までに見積書を提出する。", "同社は11月末までに見積書を提出する。"),
        ("当行は8月21日より後に試算を送付した。", "当行は9月3日に試算を送付した。"),
        ("同社は8か月以内に工場を改修した。", "同社は6か月で工場を改修した。"),
        ("同社は半年以上かけて工場を改修した。", "同社は8か月で工場を改修した。"),
        ("二年間で機械を更新した。", "24か月間で機械を更新した。"),
        ("同社は2年で機械を更新した。", "同社は2年間機械を更新した。"),
        ("昨日、社長が来店した。今日は11月20日だ。", "社長は11月19日に来店した。今日は11月20日だ。"),
        ("稟議は見積書が届いた後に上げた。", "見積書が届いた後に稟議を上げた。"),
        ("見積書が届く前に契約書を送った。", "契約書を送った後に見積書が届いた。"),
    ],
)
def test_what_follows_from_times_that_stand_there_is_borne_out(statement: str, evidence: str) -> None:
    judgement = check(statement, evidence)
    assert judgement.verdict is Verdict.SUPPORTED, judgement


@pytest.mark.parametrize(
    ("statement", "evidence", "code"),
    [
        ("同社は2001年に当行と取引していた。", DEALING, "time_differs"),
        ("同社は10月15日までに見積書を提出した。", "同社は10月20日に見積書を提出した。", "time_differs"),
        ("当行は9月5日より後に試算を送付した。", "当行は9月3日に試算を送付した。", "time_differs"),
        ("同社は6か月以内に工場を改修した。", "同社は8か月で工場を改修した。", "time_differs"),
        ("同社は1年以上かけて工場を改修した。", "同社は8か月で工場を改修した。", "time_differs"),
        ("契約書を送る前に見積書が届いた。", "契約書を送った後に見積書が届いた。", "order_differs"),
    ],
)
def test_what_cannot_be_beside_the_evidence_is_told(statement: str, evidence: str, code: str) -> None:
    judgement = check(statement, evidence)
    assert judgement.verdict is not Verdict.SUPPORTED
    assert code in codes(judgement), judgement


@pytest.mark.parametrize(
    ("statement", "evidence", "code"),
    [
        ("同社は2030年に当行と取引していた。", DEALING, "date_not_in_evidence"),
        ("同社は6か月で工場を改修した。", "同社は6か月以内に工場を改修した。", "time_not_in_evidence"),
        ("同社は10月末までに見積書を提出する。", "同社は12月末までに見積書を提出する。", "date_not_in_evidence"),
        (
            "試算が届く前に見積書が届いた。",
            "契約書を送った後に見積書が届いた。契約書を送った後に試算が届いた。",
            "order_not_in_evidence",
        ),
    ],
)
def test_what_the_evidence_leaves_open_is_not_borne_out(statement: str, evidence: str, code: str) -> None:
    judgement = check(statement, evidence)
    assert judgement.verdict is Verdict.UNSUPPORTED
    assert code in codes(judgement), judgement


def test_an_end_follows_from_the_beginning_and_the_length() -> None:
    begun = "同社は4月6日に工場を改修し始めた。同社は6か月以内に工場を改修した。"
    assert check("同社は10月末までに工場を改修し終えた。", begun).verdict is Verdict.SUPPORTED
    assert "time_differs" in codes(check("同社は3月末までに工場を改修し終えた。", begun))
    assert check("同社は8月末までに工場を改修し終えた。", begun).verdict is Verdict.UNSUPPORTED


def test_order_goes_on_over_several_sentences() -> None:
    chain = "見積書が届いた後に稟議を上げた。稟議を上げた後に契約書を送った。"
    assert check("見積書が届いた後に契約書を送った。", chain).verdict is Verdict.SUPPORTED
    assert "order_differs" in codes(check("契約書を送った後に見積書が届いた。", chain))


def test_what_is_said_of_many_says_no_more_of_one_than_its_upper_bound() -> None:
    many = "同社は9か月で多くの店舗を改装した。"
    assert check("同社は店舗を改装するのに12か月を費やした。", many).verdict is not Verdict.SUPPORTED
    assert "time_not_in_evidence" in codes(check("同社は店舗を改装するのに9か月を費やした。", many))


@pytest.mark.parametrize(
    ("statement", "evidence"),
    [
        ("試算は9,000万円・10年・据置6か月で説明した。", "試算は9,000万円・10年で説明した。"),
        ("借入期間は5年で説明した。", "借入期間は10年で説明した。"),
        ("借入期間は5年と説明した。", "借入期間は10年と説明した。"),
    ],
)
def test_a_term_of_a_loan_is_that_and_no_shorter_one(statement: str, evidence: str) -> None:
    assert "figure_not_in_evidence" in codes(check(statement, evidence))
