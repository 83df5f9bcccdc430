"""Codes of a draft in the words of the screen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from bankrm.domain.blocking import Block
from bankrm.domain.drafts import Confidence, Reason, RemovalReason
from bankrm.domain.editing import KEPT_FOR
from bankrm.domain.recipes import StatementKind
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
_REASONS = {
    "base_differs": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」は、根拠では別のものとの比較(前期比・計画比など)です"),
    "bound_differs": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」は、根拠では以上・以下・弱・強や幅のある値です"),
    KEPT_FOR: QT_TRANSLATE_NOOP("DraftWords", "残す理由: {detail}"),
    "bank_differs": QT_TRANSLATE_NOOP("DraftWords", "根拠では「{detail}」ではなく、別の銀行の話です"),
    "cause_not_in_evidence": QT_TRANSLATE_NOOP("DraftWords", "原因「{detail}」が根拠にありません"),
    "change_not_in_evidence": QT_TRANSLATE_NOOP("DraftWords", "変化「{detail}」が根拠にありません"),
    "certainty_differs": QT_TRANSLATE_NOOP("DraftWords", "意向の段階「{detail}」が根拠と違います"),
    "client_differs": QT_TRANSLATE_NOOP("DraftWords", "根拠は「{detail}」ではなく、別の取引先の記録です"),
    "date_not_in_evidence": QT_TRANSLATE_NOOP("DraftWords", "日付「{detail}」が根拠にありません"),
    "date_of_another_matter": QT_TRANSLATE_NOOP("DraftWords", "日付「{detail}」は、根拠では別の事柄の日です"),
    "deed_not_in_evidence": QT_TRANSLATE_NOOP(
        "DraftWords", "済んだこととして書かれていますが、根拠にありません「{detail}」"
    ),
    "direction_differs": QT_TRANSLATE_NOOP("DraftWords", "増減の向き「{detail}」が根拠と違います"),
    "figure_not_in_evidence": QT_TRANSLATE_NOOP("DraftWords", "数値「{detail}」が根拠にありません"),
    "figure_of_another_matter": QT_TRANSLATE_NOOP("DraftWords", "数値「{detail}」は、根拠では別の事柄の値です"),
    "instruction_in_evidence": QT_TRANSLATE_NOOP(
        "DraftWords", "根拠の「{detail}」は、プログラムへの指示とみられるため使えません"
    ),
    "measure_differs": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」は、根拠では別の項目の値です"),
    "model_contradicts": QT_TRANSLATE_NOOP("DraftWords", "言語モデルの読みでは、根拠と食い違います"),
    "model_doubts": QT_TRANSLATE_NOOP("DraftWords", "言語モデルの読みでは、根拠からここまでは言えません"),
    "name_not_in_evidence": QT_TRANSLATE_NOOP("DraftWords", "名前「{detail}」が根拠にありません"),
    "negation_differs": QT_TRANSLATE_NOOP("DraftWords", "肯定と否定が根拠と逆です「{detail}」"),
    "opposite_word": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」は、根拠では反対の語です"),
    "order_differs": QT_TRANSLATE_NOOP("DraftWords", "順序が根拠と違います「{detail}」"),
    "order_not_in_evidence": QT_TRANSLATE_NOOP("DraftWords", "この順序は根拠から分かりません「{detail}」"),
    "owner_differs": QT_TRANSLATE_NOOP("DraftWords", "当行と先方が入れ替わっています「{detail}」"),
    "period_differs": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」は、根拠では別の時期の値です"),
    "quote_not_verbatim": QT_TRANSLATE_NOOP("DraftWords", "引用「{detail}」が記録のとおりではありません"),
    "roles_swapped": QT_TRANSLATE_NOOP("DraftWords", "誰が誰に、の向きが根拠と逆です「{detail}」"),
    "rounded_too_far": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」は、根拠の値を丸めすぎています"),
    "scope_differs": QT_TRANSLATE_NOOP("DraftWords", "範囲「{detail}」が根拠と違います"),
    "sign_differs": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」の正負が根拠と逆です"),
    "passing_differs": QT_TRANSLATE_NOOP("DraftWords", "誰から誰へ渡した・伝えたかが根拠と違います「{detail}」"),
    "speaker_differs": QT_TRANSLATE_NOOP("DraftWords", "話した人「{detail}」が根拠と違います"),
    "term_differs": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」は、根拠では別のものです"),
    "time_differs": QT_TRANSLATE_NOOP("DraftWords", "時期・期間「{detail}」が根拠と合いません"),
    "time_not_in_evidence": QT_TRANSLATE_NOOP("DraftWords", "時期・期間「{detail}」は根拠からは言い切れません"),
    "unit_differs": QT_TRANSLATE_NOOP("DraftWords", "「{detail}」の単位が根拠と違います"),
    "voices_joined": QT_TRANSLATE_NOOP("DraftWords", "別々の人の発言を、一つにまとめています「{detail}」"),
    "unrelated": QT_TRANSLATE_NOOP("DraftWords", "示された根拠に、この内容は書かれていません"),
}
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


def reason_words(reason: Reason) -> str:
    """Why the checker doubts: 数値「3億円」が根拠にありません."""
    return _translated(_REASONS.get(reason.code, reason.code)).format(detail=reason.detail)


def findings_words(row: StatementRow) -> str:
    """All doubts of a statement that is 要確認, in one line; empty for any other."""
    return " ／ ".join(dict.fromkeys(map(reason_words, row.reasons))) if row.questioned else ""


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
