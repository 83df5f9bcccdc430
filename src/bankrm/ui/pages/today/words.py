"""Sentences of 今日: where a promise stands, how far a set is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from bankrm.application.queries.day import DayCount, Missing, PackState, VisitCard
from bankrm.application.queries.set_glance import SetGlance
from bankrm.domain.due import Due, DueState
from bankrm.ui.words import at_branch, day_words, engine_words, short_day, time_words

translate = QCoreApplication.translate
DUE_TONES = {DueState.OVERDUE: "bad", DueState.TODAY: "warn", DueState.SOON: "warn"}
STATE_CHIPS = {PackState.READY: "ok", PackState.WRITING: "plain", PackState.NEEDS_DATA: "warn", PackState.NONE: "plain"}


def due_day(due: date | None) -> str:
    """11月13日(金)."""
    return day_words(due) if due else translate("Today", "記載なし")


def due_words(due: Due, *, in_doubt: bool) -> str:
    """▲ 7日超過, ● 本日, ○ あと2営業日; the shape tells the same as the colour."""
    words = {
        DueState.OVERDUE: translate("Today", "▲ {days}日超過"),
        DueState.TODAY: translate("Today", "● 本日"),
        DueState.SOON: translate("Today", "○ あと{days}営業日"),
        DueState.LATER: translate("Today", "○ あと{days}営業日"),
        DueState.UNDATED: translate("Today", "期限の記載なし"),
    }[due.state].format(days=due.days)
    return translate("Today", "{state}・要確認").format(state=words) if in_doubt else words


def state_words(card: VisitCard) -> str:
    """準備完了 ✓ …; what is missing where something is."""
    return {
        PackState.READY: translate("Today", "準備完了 ✓"),
        PackState.WRITING: translate("Today", "作成中 …"),
        PackState.NEEDS_DATA: translate("Today", "情報不足 !"),
        PackState.NONE: translate("Today", "未準備 –"),
    }[card.state]


def missing_words(card: VisitCard) -> str:
    """What is missing, so that little can stand in the set."""
    names = {
        Missing.CLIENT: translate("Today", "取引先の登録"),
        Missing.INTERACTIONS: translate("Today", "応接記録"),
        Missing.FIGURES: translate("Today", "残高と決算"),
    }
    wanting = translate("Today", "、").join(names[what] for what in card.missing)
    return translate("Today", "足りないもの: {what}。書けることがほとんどありません。").format(what=wanting)


def facts_words(card: VisitCard) -> str:
    """宿題: 先方 1・当行 1　根拠 21件中 要確認 0　前回から 2件."""
    facts = [translate("Today", "宿題: 先方 {theirs}・当行 {ours}").format(theirs=card.theirs, ours=card.ours)]
    pack = card.pack
    if pack and not pack.questioned:
        facts.append(translate("Today", "根拠 {checked}件中 要確認 0").format(checked=pack.checked))
    if pack and pack.changes:
        facts.append(translate("Today", "前回から {count}件").format(count=len(pack.changes)))
    return "\u3000".join(facts)


def questioned_words(pack: SetGlance) -> str:
    """根拠 21件中 要確認 3."""
    told = translate("Today", "根拠 {checked}件中 要確認 {questioned}")
    return told.format(checked=pack.checked, questioned=pack.questioned)


def updated_words(pack: SetGlance, today: date) -> str:
    """更新 9:12 · 定型の書き手; with the day where it is another."""
    moment = at_branch(pack.updated)
    when = time_words(moment) if moment.date() == today else f"{short_day(moment.date(), today)} {time_words(moment)}"
    return translate("Today", "更新 {when} · {engine}").format(when=when, engine=engine_words(pack.engine))


def day_button_words(count: DayCount, today: date) -> str:
    """本日 3件, 11/24(火) 5件."""
    name = translate("Today", "本日") if count.day == today else day_words(count.day)
    return translate("Today", "{day}  {visits}件").format(day=name, visits=count.visits)
