"""Words, days, times and amounts on screen: the one place that decides how a value is written in the window's language."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from bankrm.domain.drafts import DraftState, Verdict
from bankrm.domain.evidence import Strength
from bankrm.domain.recipes import DocumentKindName
from bankrm.language.certainty import Certainty
from bankrm.language.formatting import millions

_translate = QCoreApplication.translate
VERDICT_MARKS = {
    Verdict.SUPPORTED: "✓",
    Verdict.UNSUPPORTED: "?",
    Verdict.CONTRADICTED: "✕",
    Verdict.NOT_CHECKABLE: "–",
}
VERDICT_TONES = {
    Verdict.SUPPORTED: "ok",
    Verdict.UNSUPPORTED: "warn",
    Verdict.CONTRADICTED: "bad",
    Verdict.NOT_CHECKABLE: "warn",
}


def day_words(day: date) -> str:
    """11月24日(火), Tue 24 Nov."""
    names = (
        _translate("Words", "月"), _translate("Words", "火"), _translate("Words", "水"), _translate("Words", "木"),
        _translate("Words", "金"), _translate("Words", "土"), _translate("Words", "日"),
    )  # fmt: skip
    pattern = _translate("Words", "{month}月{day}日({weekday})")
    return pattern.format(month=day.month, day=day.day, weekday=names[day.weekday()], month_name=_month_name(day))


def full_day_words(day: date) -> str:
    """2026年11月24日(火), Tue 24 Nov 2026."""
    return _translate("Words", "{year}年{day}").format(year=day.year, day=day_words(day))


def short_day(day: date, today: date) -> str:
    """11/24 in the same year, 2025/11/24 in another."""
    return f"{day.month}/{day.day}" if day.year == today.year else f"{day.year}/{day.month}/{day.day}"


def time_words(moment: datetime) -> str:
    """14:00."""
    return f"{moment:%H:%M}"


def days_until(day: date, today: date) -> str:
    """本日, 3日後, 21日超過."""
    left = (day - today).days
    if left == 0:
        return _translate("Words", "本日")
    if left > 0:
        return _translate("Words", "{count}日後").format(count=left)
    return _translate("Words", "{count}日超過").format(count=-left)


def yen_words(yen: int) -> str:
    """1,236百万円, ¥1,236 million."""
    figure = millions(yen).removesuffix("百万円")
    return _translate("Words", "{figure}百万円").format(figure=figure)


def verdict_words(verdict: Verdict) -> str:
    """根拠あり …"""
    return {
        Verdict.SUPPORTED: _translate("Words", "根拠あり"),
        Verdict.UNSUPPORTED: _translate("Words", "根拠なし"),
        Verdict.CONTRADICTED: _translate("Words", "根拠と不一致"),
        Verdict.NOT_CHECKABLE: _translate("Words", "判定不可"),
    }[verdict]


def certainty_words(certainty: Certainty) -> str:
    """意向の段階; empty for none."""
    return {
        Certainty.DONE: _translate("Words", "実施済"),
        Certainty.DECIDED: _translate("Words", "決定"),
        Certainty.AGREED: _translate("Words", "合意"),
        Certainty.PLANNED: _translate("Words", "予定"),
        Certainty.CONSIDERING: _translate("Words", "検討中"),
        Certainty.WISHED: _translate("Words", "希望"),
        Certainty.ON_HOLD: _translate("Words", "保留"),
        Certainty.DECLINED: _translate("Words", "見送り"),
    }.get(certainty, "")


def strength_words(strength: Strength) -> str:
    """根拠の強さ."""
    return {
        Strength.CLIENT_DOCUMENT: _translate("Words", "先方書面"),
        Strength.HOST_DATA: _translate("Words", "基幹データ"),
        Strength.STANDARD_DOCUMENT: _translate("Words", "標準資料"),
        Strength.OWN_RECORD: _translate("Words", "担当者の記録"),
        Strength.COMPUTED: _translate("Words", "計算"),
    }[strength]


def state_words(state: DraftState) -> str:
    """Where a revision stands."""
    return {
        DraftState.DRAFT: _translate("Words", "下書き"),
        DraftState.CONFIRMED: _translate("Words", "確認済み・未承認"),
        DraftState.SUBMITTED: _translate("Words", "提出済み"),
        DraftState.APPROVED: _translate("Words", "承認済み"),
        DraftState.RETURNED: _translate("Words", "差戻し"),
        DraftState.WITHDRAWN: _translate("Words", "取下げ"),
    }[state]


def kind_words(kind: DocumentKindName) -> str:
    """A document kind's name, short enough for a tab."""
    return {
        DocumentKindName.VISIT_BRIEF: _translate("Words", "準備シート"),
        DocumentKindName.HISTORY_SUMMARY: _translate("Words", "履歴要約"),
        DocumentKindName.SALES_SCENARIO: _translate("Words", "シナリオ"),
    }[kind]


def engine_words(engine: str) -> str:
    """Who wrote, in plain words."""
    return {
        "template": _translate("Words", "定型の書き手"),
        "llama": _translate("Words", "言語モデル(CPU)"),
        "transformers": _translate("Words", "言語モデル(GPU)"),
    }.get(engine, engine)


def _month_name(day: date) -> str:
    return ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")[day.month - 1]
