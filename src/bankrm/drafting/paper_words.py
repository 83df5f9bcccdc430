"""Codes of a draft in the words that stand on paper, in Word and in print alike: these are in Japanese whatever the window speaks."""

from __future__ import annotations

from bankrm.domain.drafts import Confidence, DraftState, Reason, Statement, Verdict
from bankrm.domain.evidence import Strength
from bankrm.domain.recipes import StatementKind

STATES = {
    DraftState.DRAFT: "下書き",
    DraftState.CONFIRMED: "確認済み・未承認",
    DraftState.SUBMITTED: "提出済み・未承認",
    DraftState.APPROVED: "承認済み",
    DraftState.RETURNED: "差戻し",
    DraftState.WITHDRAWN: "取下げ",
}
STRENGTHS = {
    Strength.CLIENT_DOCUMENT: "先方書面",
    Strength.HOST_DATA: "基幹データ",
    Strength.STANDARD_DOCUMENT: "標準資料",
    Strength.OWN_RECORD: "担当者の記録",
    Strength.COMPUTED: "計算",
}
VERDICTS = {
    Verdict.UNSUPPORTED: "根拠なし",
    Verdict.CONTRADICTED: "根拠と不一致",
    Verdict.NOT_CHECKABLE: "判定不可",
}
CONFIDENCES = {Confidence.HIGH: "高", Confidence.MEDIUM: "中", Confidence.LOW: "低"}


def doubt(statement: Statement) -> str:
    """【要確認: 根拠なし「3億円」】 where the checker doubts; who answers for it where a person kept it; else nothing."""
    if statement.confirmed_by:
        return f"(担当者が根拠を確認: {statement.confirmed_by.person})"
    if not statement.questioned or statement.verdict is None:
        return ""
    details = "".join(f"「{reason.detail}」" for reason in _telling(statement.reasons))
    return f"【要確認: {VERDICTS[statement.verdict]}{details}】"


def _telling(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    seen = {reason.detail: reason for reason in reasons if reason.detail}
    return tuple(seen.values())[:3]


BY_MODEL = "◇"


def by_model(statement: Statement) -> str:
    """◇ behind what a language model wrote."""
    return BY_MODEL if statement.origin == "model" else ""


def confidence(statement: Statement) -> str:
    """(見立ての確かさ 低) where there is one."""
    shown = CONFIDENCES.get(statement.confidence)
    return f"(見立ての確かさ {shown})" if shown else ""


def own_view(statement: Statement) -> str:
    """What the RM knows without a record is called so."""
    if statement.kind is not StatementKind.OWN_VIEW:
        return ""
    kept = "".join(f"、残す理由: {reason.detail}" for reason in statement.reasons)
    return f"(担当者の認識・記録なし{kept})"
