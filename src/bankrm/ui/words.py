"""Words, days and times on screen: the one place that decides how a value is written in the window's language."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from PySide6.QtCore import QCoreApplication

from bankrm.domain.drafts import DraftState, Verdict
from bankrm.domain.evidence import Strength
from bankrm.domain.recipes import DocumentKindName
from bankrm.language.certainty import Certainty

translate = QCoreApplication.translate
SECRET_ICON = "lock"
JAPAN = timezone(timedelta(hours=9))  # no summer time since 1951
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


def in_japanese() -> bool:
    """Whether the window speaks its source language: for words that come as data in both."""
    return translate("Words", "日本語") == "日本語"


def day_words(day: date) -> str:
    """11月24日(火), Tue 24 Nov."""
    names = (
        translate("Words", "月"), translate("Words", "火"), translate("Words", "水"), translate("Words", "木"),
        translate("Words", "金"), translate("Words", "土"), translate("Words", "日"),
    )  # fmt: skip
    pattern = translate("Words", "{month}月{day}日({weekday})")
    return pattern.format(month=day.month, day=day.day, weekday=names[day.weekday()], month_name=month_name(day))


def full_day_words(day: date) -> str:
    """2026年11月24日(火), Tue 24 Nov 2026."""
    return translate("Words", "{year}年{day}").format(year=day.year, day=day_words(day))


def short_day(day: date, today: date) -> str:
    """11/24 in the same year, 2025/11/24 in another."""
    return f"{day.month}/{day.day}" if day.year == today.year else f"{day.year}/{day.month}/{day.day}"


def time_words(moment: datetime) -> str:
    """14:00."""
    return f"{moment:%H:%M}"


def at_branch(moment: datetime) -> datetime:
    """The same moment by the branch's clock, whatever zone the machine is set to."""
    return moment.astimezone(JAPAN)


def moment_words(moment: datetime) -> str:
    """2026/11/24 14:00 by the branch's clock."""
    return f"{at_branch(moment):%Y/%m/%d %H:%M}"


def verdict_words(verdict: Verdict) -> str:
    """根拠あり …"""
    return {
        Verdict.SUPPORTED: translate("Words", "根拠あり"),
        Verdict.UNSUPPORTED: translate("Words", "根拠なし"),
        Verdict.CONTRADICTED: translate("Words", "根拠と不一致"),
        Verdict.NOT_CHECKABLE: translate("Words", "判定不可"),
    }[verdict]


def certainty_words(certainty: Certainty) -> str:
    """意向の段階; empty for none."""
    return {
        Certainty.DONE: translate("Words", "実施済"),
        Certainty.DECIDED: translate("Words", "決定"),
        Certainty.AGREED: translate("Words", "合意"),
        Certainty.PLANNED: translate("Words", "予定"),
        Certainty.CONSIDERING: translate("Words", "検討中"),
        Certainty.WISHED: translate("Words", "希望"),
        Certainty.ON_HOLD: translate("Words", "保留"),
        Certainty.DECLINED: translate("Words", "見送り"),
    }.get(certainty, "")


def strength_words(strength: Strength) -> str:
    """根拠の強さ."""
    return {
        Strength.CLIENT_DOCUMENT: translate("Words", "先方書面"),
        Strength.HOST_DATA: translate("Words", "基幹データ"),
        Strength.STANDARD_DOCUMENT: translate("Words", "標準資料"),
        Strength.OWN_RECORD: translate("Words", "担当者の記録"),
        Strength.COMPUTED: translate("Words", "計算"),
    }[strength]


def marked(text: str, *, secret: bool) -> str:
    """〔秘匿〕 before what was told in confidence, so that nobody reads it out with the client looking on."""
    return translate("Words", "〔秘匿〕{text}").format(text=text) if secret else text


def state_words(state: DraftState) -> str:
    """Where a revision stands."""
    return {
        DraftState.DRAFT: translate("Words", "下書き"),
        DraftState.CONFIRMED: translate("Words", "確認済み・未承認"),
        DraftState.SUBMITTED: translate("Words", "提出済み"),
        DraftState.APPROVED: translate("Words", "承認済み"),
        DraftState.RETURNED: translate("Words", "差戻し"),
        DraftState.WITHDRAWN: translate("Words", "取下げ"),
    }[state]


def kind_words(kind: DocumentKindName) -> str:
    """A document kind's name, short enough for a tab."""
    return {
        DocumentKindName.VISIT_BRIEF: translate("Words", "準備シート"),
        DocumentKindName.HISTORY_SUMMARY: translate("Words", "履歴要約"),
        DocumentKindName.SALES_SCENARIO: translate("Words", "シナリオ"),
        DocumentKindName.DISCUSSION_SHEET: translate("Words", "ディスカッション"),
        DocumentKindName.FOLLOW_UP_MAIL: translate("Words", "お礼メール"),
    }[kind]


def engine_words(engine: str) -> str:
    """Who wrote, in plain words."""
    return {
        "template": translate("Words", "定型の書き手"),
        "llama": translate("Words", "言語モデル(CPU)"),
        "transformers": translate("Words", "言語モデル(GPU)"),
    }.get(engine, engine)


def month_name(day: date) -> str:
    """Jan … Dec."""
    return ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")[day.month - 1]
