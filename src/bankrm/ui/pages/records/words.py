"""The window's words for records: fields, states, what is asked and what may be answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from bankrm.application.queries.recording import RecordingRow
from bankrm.domain.closings import OpenPromise
from bankrm.domain.interactions import Party
from bankrm.domain.memos import AnswerState, MemoState, RecordField
from bankrm.drafting.recording.proposals import Caution, Doubt, Warned
from bankrm.drafting.recording.warnings import REASON, REMEDY
from bankrm.ui.marking import QT_TRANSLATE_NOOP
from bankrm.ui.pages.records.asking import Asked, Choice, Say
from bankrm.ui.words import day_words, in_japanese, time_words

translate = QCoreApplication.translate
_FIELDS: Mapping[RecordField, str] = {
    RecordField.METHOD: QT_TRANSLATE_NOOP("Records", "面談方法"),
    RecordField.PLACE: QT_TRANSLATE_NOOP("Records", "場所"),
    RecordField.ATTENDEES: QT_TRANSLATE_NOOP("Records", "面談者"),
    RecordField.BANK_PEOPLE: QT_TRANSLATE_NOOP("Records", "当方"),
    RecordField.PURPOSE: QT_TRANSLATE_NOOP("Records", "目的"),
    RecordField.EXPLANATION: QT_TRANSLATE_NOOP("Records", "当方の説明"),
    RecordField.CLIENT_WORDS: QT_TRANSLATE_NOOP("Records", "顧客の発言"),
    RecordField.PROMISES: QT_TRANSLATE_NOOP("Records", "約束・宿題"),
    RecordField.OPEN_POINTS: QT_TRANSLATE_NOOP("Records", "未確認事項"),
    RecordField.HANDED_OVER: QT_TRANSLATE_NOOP("Records", "交付資料"),
    RecordField.NEXT_STEP: QT_TRANSLATE_NOOP("Records", "次回予定"),
    RecordField.CONFIDENTIALITY: QT_TRANSLATE_NOOP("Records", "機密区分"),
}
_STATES: Mapping[MemoState, str] = {
    MemoState.OPEN: QT_TRANSLATE_NOOP("Records", "未確定"),
    MemoState.CONFIRMED: QT_TRANSLATE_NOOP("Records", "確定"),
    MemoState.REGISTERED: QT_TRANSLATE_NOOP("Records", "SFA登録済み"),
}
STATE_CHIPS = {MemoState.OPEN: "warn", MemoState.CONFIRMED: "ok", MemoState.REGISTERED: "plain"}
_MARKS = {None: "○", MemoState.OPEN: "…", MemoState.CONFIRMED: "✓", MemoState.REGISTERED: "✓"}
_ANSWERS: Mapping[AnswerState, str] = {
    AnswerState.ANSWERED: QT_TRANSLATE_NOOP("Records", "聞けた"),
    AnswerState.NOT_ASKED: QT_TRANSLATE_NOOP("Records", "聞いていない"),
    AnswerState.NO_ANSWER: QT_TRANSLATE_NOOP("Records", "答えなし"),
}
ANSWERS = tuple(_ANSWERS)
"""The states that a person may choose, in their order."""

_DOUBTS: Mapping[Doubt, str] = {
    Doubt.CONFIDENTIAL: QT_TRANSLATE_NOOP(
        "Records", "口外できない話のようです。この一文のため、記録全体を秘匿にしています。機密区分は"
    ),
    Doubt.SILENCE: QT_TRANSLATE_NOOP(
        "Records", "この一文は口外しないよう求めています。いまは行内限りです。記録全体の機密区分は"
    ),
    Doubt.OWNER: QT_TRANSLATE_NOOP("Records", "どちらの約束ですか"),
    Doubt.MOVED: QT_TRANSLATE_NOOP("Records", "前からの約束「{thing}」の新しい期限ですか"),
    Doubt.PROMISED_IN_WORDS: QT_TRANSLATE_NOOP("Records", "約束としても残しますか"),
    Doubt.OBJECT: QT_TRANSLATE_NOOP("Records", "何の約束かが読めません。メモに書き足してください。どちらの約束ですか"),
    Doubt.DUE: QT_TRANSLATE_NOOP("Records", "期限が読めません。どちらの約束ですか"),
    Doubt.SPEAKER: QT_TRANSLATE_NOOP("Records", "どなたの話ですか"),
    Doubt.FIELD: QT_TRANSLATE_NOOP("Records", "どなたの話ですか"),
}
_SAYS: Mapping[Say, str] = {
    Say.AS_READ: QT_TRANSLATE_NOOP("Records", "約束に残す"),
    Say.APART: QT_TRANSLATE_NOOP("Records", "別の約束"),
    Say.NOBODY: QT_TRANSLATE_NOOP("Records", "見たこと・不明"),
    Say.BANK: QT_TRANSLATE_NOOP("Records", "当行"),
    Say.CLIENT: QT_TRANSLATE_NOOP("Records", "先方"),
    Say.NO_PROMISE: QT_TRANSLATE_NOOP("Records", "約束ではない"),
    Say.EXPLAINED: QT_TRANSLATE_NOOP("Records", "当方の説明"),
    Say.OPEN: QT_TRANSLATE_NOOP("Records", "未確認事項"),
    Say.LEAVE_OUT: QT_TRANSLATE_NOOP("Records", "記録しない"),
    Say.SECRET: QT_TRANSLATE_NOOP("Records", "秘匿"),
    Say.INTERNAL: QT_TRANSLATE_NOOP("Records", "行内限り"),
}
_MISSING: Mapping[str, str] = {
    REASON: QT_TRANSLATE_NOOP("Records", "どの部分が足りないので保証が必要か"),
    REMEDY: QT_TRANSLATE_NOOP("Records", "何を改善すれば変更・解除の可能性が高まるか"),
}


def field_words(field: RecordField) -> str:
    """A field's name on the form."""
    return translate("Records", _FIELDS[field])


def state_words(state: MemoState | None, *, copied: bool = False) -> str:
    """How far a talk has come; none typed yet is 未記録. `copied`: for the bank's system, where nobody entered it yet."""
    if copied and state is MemoState.CONFIRMED:
        return translate("Records", "SFA用にコピー済み")
    return translate("Records", _STATES[state]) if state else translate("Records", "未記録")


def state_mark(state: MemoState | None) -> str:
    """The same as a shape."""
    return _MARKS[state]


def answer_words(state: AnswerState) -> str:
    """What came of a question."""
    return translate("Records", _ANSWERS[state])


def doubt_words(asked: Asked) -> str:
    """What is asked about a piece."""
    return translate("Records", _DOUBTS[asked.doubt]).format(thing=asked.choices[0].name)


def choice_words(choice: Choice) -> str:
    """One answer."""
    if choice.say is Say.MOVE and choice.due:
        return translate("Records", "期限を{day}に改める").format(day=day_words(choice.due))
    return choice.name if choice.say is Say.PERSON else translate("Records", _SAYS[choice.say])


def warning_words(warning: Caution) -> str:
    """Why the words must not simply be recorded."""
    if warning.kind is Warned.SENSITIVE:
        return translate("Records", "機微情報です。必要のないかぎり、記録に残せません。")
    if warning.kind is Warned.COMPLIANCE and warning.told and warning.english:
        japanese = in_japanese()
        told, reason = (warning.told, warning.reason) if japanese else (warning.english, warning.english.reason)
        pattern = translate("Records", "{title}: {reason}{instead}【{law}】")
        return pattern.format(title=told.title, reason=reason, instead=told.instead, law=told.law)
    missing = "、".join(translate("Records", _MISSING[code]) for code in warning.missing)
    return translate("Records", "経営者保証の説明が足りません: {missing}").format(missing=missing)


def settled_words(promises: Sequence[OpenPromise]) -> str:
    """確定すると、この宿題を済にします: 当行の「見積」(期限12月4日(金))."""
    told = "、".join(_owed_words(promise) for promise in promises)
    return translate("Records", "確定すると、この宿題を済にします: {promises}").format(promises=told)


def _owed_words(promise: OpenPromise) -> str:
    ours = promise.owner is Party.BANK
    words = translate("Records", "当行の「{thing}」") if ours else translate("Records", "先方の「{thing}」")
    due = translate("Records", "(期限{day})").format(day=day_words(promise.due)) if promise.due else ""
    return words.format(thing=promise.thing) + due


def talk_words(row: RecordingRow) -> str:
    """When a talk was, on its day's line: 14:00, or 予定外."""
    return time_words(row.start) if row.start else translate("Records", "予定外")


def day_heading(day: date, today: date) -> str:
    """本日, or the day."""
    return translate("Records", "本日 {day}").format(day=day_words(day)) if day == today else day_words(day)
