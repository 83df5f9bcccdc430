"""Codes of a draft in the words of the screen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from bankrm.domain.blocking import Block
from bankrm.domain.drafts import Confidence, Reason, RemovalReason
from bankrm.domain.editing import KEPT_FOR
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.stances import Stance
from bankrm.ui.marking import QT_TRANSLATE_NOOP
from bankrm.ui.pages.drafts.rows import LINE, FindingRow, StatementRow, Way
from bankrm.ui.words import VERDICT_MARKS, VERDICT_TONES, certainty_words, in_japanese, verdict_words

_KINDS = {
    StatementKind.INFERENCE: QT_TRANSLATE_NOOP("DraftWords", "推測"),
    StatementKind.QUESTION: QT_TRANSLATE_NOOP("DraftWords", "質問"),
    StatementKind.PROPOSAL: QT_TRANSLATE_NOOP("DraftWords", "提案"),
    StatementKind.ACTION: QT_TRANSLATE_NOOP("DraftWords", "行動"),
    StatementKind.CAUTION: QT_TRANSLATE_NOOP("DraftWords", "注意"),
    StatementKind.OWN_VIEW: QT_TRANSLATE_NOOP("DraftWords", "担当者の認識(記録なし)"),
    StatementKind.OWN_WORD: QT_TRANSLATE_NOOP("DraftWords", "担当者の言葉"),
}
_CONFIDENCES = {
    Confidence.HIGH: QT_TRANSLATE_NOOP("DraftWords", "見立ての確かさ 高"),
    Confidence.MEDIUM: QT_TRANSLATE_NOOP("DraftWords", "見立ての確かさ 中"),
    Confidence.LOW: QT_TRANSLATE_NOOP("DraftWords", "見立ての確かさ 低"),
}
_ORIGINS = {
    "person": QT_TRANSLATE_NOOP("DraftWords", "担当者が記入"),
    "model": QT_TRANSLATE_NOOP("DraftWords", "言語モデルが記入"),
}
CERTAINTY = "certainty_differs"  # the reason that a matter is not as far as told
_REASONS = {
    "base_differs": QT_TRANSLATE_NOOP(
        "DraftWords", "「{detail}」は、何と比べた数字か(前期比・計画比など)が根拠と違います"
    ),
    "bound_differs": QT_TRANSLATE_NOOP(
        "DraftWords", "「{detail}」は、根拠では「以上・以下・弱・強」や幅のある数字です"
    ),
    KEPT_FOR: QT_TRANSLATE_NOOP("DraftWords", "残す理由: {detail}"),
    "bank_differs": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」のこととありますが、根拠では別の銀行のことです"),
    "cause_not_in_evidence": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」が理由だとは、根拠に書かれていません"),
    "change_not_in_evidence": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」という変化は、根拠に書かれていません"),
    CERTAINTY: QT_TRANSLATE_NOOP(
        "DraftWords", "「{detail}」とありますが、どこまで進んだ話か(希望・検討中・決定・実施済など)が根拠と違います"
    ),
    "client_differs": QT_TRANSLATE_NOOP("DraftWords", "根拠は「{detail}」ではなく、別の取引先の記録です"),
    "date_not_in_evidence": QT_TRANSLATE_NOOP("DraftWords", "日付「{detail}」が根拠にありません"),
    "date_of_another_matter": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」は、根拠では別の事柄の日付です"),
    "deed_not_in_evidence": QT_TRANSLATE_NOOP(
        "DraftWords", "「{detail}」は済んだこととして書かれていますが、根拠では済んだことになっていません"
    ),
    "direction_differs": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」は、根拠とは増減や上下の向きが逆です"),
    "figure_not_in_evidence": QT_TRANSLATE_NOOP("DraftWords", "数字「{detail}」が根拠にありません"),
    "figure_of_another_matter": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」は、根拠では別の事柄の数字です"),
    "instruction_in_evidence": QT_TRANSLATE_NOOP(
        "DraftWords", "根拠の「{detail}」は、人ではなく機械に宛てた指示とみられるため、根拠に使えません"
    ),
    "measure_differs": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」は、根拠では別の項目の数字です"),
    "model_contradicts": QT_TRANSLATE_NOOP("DraftWords", "言語モデルの読みでは、根拠と食い違います"),
    "model_doubts": QT_TRANSLATE_NOOP("DraftWords", "言語モデルの読みでは、根拠からここまでは言えません"),
    "name_not_in_evidence": QT_TRANSLATE_NOOP("DraftWords", "名前「{detail}」が根拠にありません"),
    "negation_differs": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」は、根拠とは逆です(する・しない、ある・ない)"),
    "opposite_word": QT_TRANSLATE_NOOP(
        "DraftWords", "根拠では、「{detail}」とは反対の意味の言葉(増と減、強みと弱みなど)です"
    ),
    "order_differs": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」は、どちらが先かが根拠と逆です"),
    "order_not_in_evidence": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」は、どちらが先かが根拠からは分かりません"),
    "owner_differs": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」は、当行と先方が根拠と入れ替わっています"),
    "period_differs": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」は、根拠では別の時期の数字です"),
    "quote_not_verbatim": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」は、記録にある言葉のとおりではありません"),
    "roles_swapped": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」は、誰が誰にしたかが根拠と逆です"),
    "rounded_too_far": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」は、根拠の数字を丸めすぎています"),
    "said_of_another": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」は、根拠では並べて書かれた別のもののことです"),
    "scope_differs": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」とまでは、根拠に書かれていません(全部か一部か)"),
    "sign_differs": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」は、プラスとマイナスが根拠と逆です"),
    "passing_differs": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」は、誰から誰へ渡した・伝えたかが根拠と違います"),
    "speaker_differs": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」の話とありますが、根拠では別の人の話です"),
    "term_differs": QT_TRANSLATE_NOOP(
        "DraftWords", "根拠では、「{detail}」ではなく同じ種類の別のもの(固定と変動、購入とリースなど)です"
    ),
    "time_differs": QT_TRANSLATE_NOOP("DraftWords", "時期・期間「{detail}」が根拠と合いません"),
    "time_not_in_evidence": QT_TRANSLATE_NOOP("DraftWords", "時期・期間「{detail}」は、根拠からは言い切れません"),
    "unit_differs": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」の単位が根拠と違います"),
    "voices_joined": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」とありますが、根拠では一人ひとり別の話です"),
    "unrelated": QT_TRANSLATE_NOOP("DraftWords", "根拠の言葉からは、この内容を確かめられませんでした"),
}
_FIGURES = QT_TRANSLATE_NOOP("DraftWords", "根拠のとおりに直すか、出ている根拠を選び直してください")
_DEGREES = QT_TRANSLATE_NOOP("DraftWords", "根拠の言い方(希望・検討中など)に合わせてください")
_SPEAKERS = QT_TRANSLATE_NOOP("DraftWords", "誰の話か、誰から誰へかを根拠に合わせてください")
_DOUBTS = QT_TRANSLATE_NOOP("DraftWords", "根拠を読み、合っていれば残し、違えば直すか消してください")
_ABSENT = ("figure_not_in_evidence", "date_not_in_evidence", "name_not_in_evidence", "time_not_in_evidence")
_OFF = (
    "figure_of_another_matter",
    "date_of_another_matter",
    "measure_differs",
    "rounded_too_far",
    "said_of_another",
    "time_differs",
)
_WHO = ("speaker_differs", "owner_differs", "passing_differs", "roles_swapped", "bank_differs", "voices_joined")
_TO_DO = {
    **dict.fromkeys((*_ABSENT, *_OFF, "base_differs", "bound_differs", "period_differs", "unit_differs"), _FIGURES),
    **dict.fromkeys((CERTAINTY, "deed_not_in_evidence"), _DEGREES),
    **dict.fromkeys(_WHO, _SPEAKERS),
    **dict.fromkeys(("unrelated", "model_contradicts", "model_doubts"), _DOUBTS),
}
_STANDS = QT_TRANSLATE_NOOP("DraftWords", "「{detail}」とありますが、根拠は「{words}」({stage})です")
_BLOCKS = {
    Block.UNSUPPORTED: QT_TRANSLATE_NOOP("DraftWords", "根拠のない記述があります"),
    Block.CONTRADICTED: QT_TRANSLATE_NOOP("DraftWords", "根拠と一致しない記述があります"),
    Block.NOT_CHECKABLE: QT_TRANSLATE_NOOP("DraftWords", "判定できない記述があります"),
    Block.CITATION_MISSING: QT_TRANSLATE_NOOP("DraftWords", "根拠の示されていない記述があります"),
    Block.SOURCE_EXPIRED: QT_TRANSLATE_NOOP("DraftWords", "有効期限の切れた資料が根拠になっています"),
    Block.SOURCE_UNOWNED: QT_TRANSLATE_NOOP("DraftWords", "所管の分からない資料が根拠になっています"),
    Block.IN_CONFIDENCE_TO_CLIENT: QT_TRANSLATE_NOOP("DraftWords", "お客さまに見せられない根拠(秘匿・他行)があります"),
    Block.OWN_VIEW_TO_CLIENT: QT_TRANSLATE_NOOP("DraftWords", "お客さま向けの文書に担当者の認識があります"),
    Block.COMPLIANCE: QT_TRANSLATE_NOOP("DraftWords", "法令等の指摘を直す必要のある記述があります"),
}
_WAYS = {
    Way.CONFIRM: QT_TRANSLATE_NOOP("DraftWords", "確認"),
    Way.SUBMIT: QT_TRANSLATE_NOOP("DraftWords", "提出"),
    Way.WITHDRAW: QT_TRANSLATE_NOOP("DraftWords", "取下げ"),
}
_PARTS = {
    "told": QT_TRANSLATE_NOOP("DraftWords", "引用した言葉"),
    "result": QT_TRANSLATE_NOOP("DraftWords", "計算の結果"),
    "formula": QT_TRANSLATE_NOOP("DraftWords", "計算のしかた"),
    "attendees": QT_TRANSLATE_NOOP("DraftWords", "面談者"),
    "purpose": QT_TRANSLATE_NOOP("DraftWords", "目的"),
    "explanation": QT_TRANSLATE_NOOP("DraftWords", "当方の説明"),
    "client_words": QT_TRANSLATE_NOOP("DraftWords", "顧客の発言"),
    "promises_text": QT_TRANSLATE_NOOP("DraftWords", "約束・宿題"),
    "open_points": QT_TRANSLATE_NOOP("DraftWords", "未確認事項"),
    "handed_over": QT_TRANSLATE_NOOP("DraftWords", "交付資料"),
    "next_step": QT_TRANSLATE_NOOP("DraftWords", "次回予定"),
    "confidentiality": QT_TRANSLATE_NOOP("DraftWords", "機密区分"),
}
_REMOVALS = {
    RemovalReason.NOT_TRUE: QT_TRANSLATE_NOOP("DraftWords", "事実と違う"),
    RemovalReason.OUTDATED: QT_TRANSLATE_NOOP("DraftWords", "古くなった"),
    RemovalReason.NOT_NEEDED: QT_TRANSLATE_NOOP("DraftWords", "この訪問に要らない"),
    RemovalReason.NOT_FITTING: QT_TRANSLATE_NOOP("DraftWords", "この場にふさわしくない"),
    RemovalReason.REPEATED: QT_TRANSLATE_NOOP("DraftWords", "ほかと重なる"),
    RemovalReason.OTHER: QT_TRANSLATE_NOOP("DraftWords", "その他"),
}
KEPT = QT_TRANSLATE_NOOP("DraftWords", "担当者が根拠を確認")


def kind_of_statement(kind: StatementKind) -> str:
    """推測, 質問 …; empty for a fact, which needs no label."""
    return _translated(_KINDS.get(kind, ""))


def confidence_words(confidence: Confidence) -> str:
    """見立ての確かさ 低; empty where there is none."""
    return _translated(_CONFIDENCES.get(confidence, ""))


def origin_words(origin: str) -> str:
    """Who wrote the words, where it was not the template."""
    return _translated(_ORIGINS.get(origin, ""))


def reason_words(reason: Reason, stance: Stance | None = None) -> str:
    """Why the checker doubts: 数字「3億円」が根拠にありません; of how far a matter is, with what the evidence says, where one knows."""
    if reason.code == CERTAINTY and stance:
        stage = certainty_words(stance.certainty)
        return _translated(_STANDS).format(detail=reason.detail, words=stance.words, stage=stage)
    return _translated(_REASONS.get(reason.code, reason.code)).format(detail=reason.detail)


def findings_words(row: StatementRow) -> str:
    """All doubts of a statement that is 要確認, in one line, and what to do about each kind of them; empty for any other."""
    if not row.questioned:
        return ""
    told = (reason_words(reason, row.stance) for reason in row.reasons)
    to_do = (_translated(_TO_DO[reason.code]) for reason in row.reasons if reason.code in _TO_DO)
    return " → ".join((" ／ ".join(dict.fromkeys(told)), *dict.fromkeys(to_do)))


def compliance_words(row: StatementRow) -> str:
    """What the compliance rules say of it, a line each: the words, what is wrong, what to do, and by which law."""
    return LINE.join(map(_finding_words, row.findings)) if not row.removed else ""


def _finding_words(finding: FindingRow) -> str:
    japanese = in_japanese()
    told = finding.told if japanese else finding.english
    pattern = (
        QCoreApplication.translate("DraftWords", "✕ {title}「{words}」 {reason}{instead}【{law}】")
        if finding.blocks
        else QCoreApplication.translate("DraftWords", "▲ {title}「{words}」 {reason}{instead}【{law}】")
    )
    reason = (finding.reason if japanese else "") or told.reason
    return pattern.format(title=told.title, words=finding.words, reason=reason, instead=told.instead, law=told.law)


def judgement_words(row: StatementRow) -> tuple[str, str]:
    """Mark and words of the verdict with their tone: (✓ 根拠あり, ok); empty where nothing is to be judged."""
    if row.kept:
        return f"✓ {_translated(KEPT)}", "ok"
    if row.verdict is None:
        return "", "dim"
    return f"{VERDICT_MARKS[row.verdict]} {verdict_words(row.verdict)}", VERDICT_TONES[row.verdict]


def details(row: StatementRow) -> Iterator[str]:
    """What else stands under a statement: who and when, how far, how sure, of what kind, written by whom."""
    certainty, confidence = certainty_words(row.certainty), confidence_words(row.confidence)
    by_kind = row.kind in (StatementKind.OWN_VIEW, StatementKind.OWN_WORD)
    origin = "" if by_kind else origin_words(row.origin)  # its kind says whose it is
    kept = reason_words(row.reasons[0]) if row.kind is StatementKind.OWN_VIEW and row.reasons else ""
    yield from filter(None, (row.said, certainty, confidence, kind_of_statement(row.kind), origin, kept))


def spoken_row(row: StatementRow) -> str:
    """A statement as a screen reader says it."""
    numbers = " ".join(f"[{citation.number}]" for citation in row.citations)
    told = (judgement_words(row)[0], numbers, *details(row), findings_words(row), compliance_words(row))
    return "。".join(filter(None, (row.text, *told)))


def block_words(block: Block, count: int) -> str:
    """What is in the way, and how often: 根拠のない記述があります(3件)."""
    pattern = QCoreApplication.translate("DraftWords", "{reason}({count}件)")
    return pattern.format(reason=_translated(_BLOCKS[block]), count=count)


def way_words(way: Way) -> str:
    """確認, 提出, 取下げ."""
    return _translated(_WAYS[way])


def part_words(part: str) -> str:
    """The name of a record's field."""
    return _translated(_PARTS.get(part, ""))


def removal_words(reason: RemovalReason) -> str:
    """Why a statement was struck."""
    return _translated(_REMOVALS[reason])


def _translated(source: str) -> str:
    return QCoreApplication.translate("DraftWords", source) if source else ""
