"""A visit's set as a writer might leave it: every kind of statement, group and origin that Word and JSON have to show."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bankrm.application.ports.exporting import Paper
from bankrm.domain.clients import ClientKey
from bankrm.domain.drafts import Confidence, Draft, Provenance, Reason, Section, Statement, Verdict
from bankrm.domain.evidence import Evidence, EvidencePack, Origin, OriginType, Strength
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import DocumentKindName, StatementKind
from bankrm.domain.visits import Visit

K = StatementKind
CLIENT = ClientKey("025", "0031007")
DAY = date(2026, 12, 2)
_OWN, _HOST = Strength.OWN_RECORD, Strength.HOST_DATA


def _said(day: date, ref: str, who: str, words: str, at: int = 0) -> Evidence:
    origin = Origin(OriginType.INTERACTION, _OWN, ref, day, span=(at, at + len(words)))
    return Evidence(f"{day} 訪問 {who}: 「{words}」", origin, who, f"「{words}」")


def _figure(text: str, formula: str = "") -> Evidence:
    origin = Origin(OriginType.FIGURE, Strength.COMPUTED, "figure:x", DAY, formula=formula)
    return Evidence(f"計算: {text}" + (f" = {formula}" if formula else ""), origin, body=text)


BOILER = _said(date(2026, 6, 3), "R-101", "里見社長", "ボイラーは来年の春までに替えたい")
WAIT = _said(date(2026, 9, 17), "R-118", "根津専務", "入札の結果を見てから決めることになります")
NIGHT = _said(date(2026, 9, 17), "R-118", "根津専務", "夜の釜番が二人しかいない", 40)
LOANS = Evidence(
    "基幹データ 2026-11-30時点: 当行融資残高 88百万円",
    Origin(OriginType.HOST, _HOST, "host:2026-11-30", date(2026, 11, 30)),
)
OTHER = Evidence(
    "他行借入 2026-08-31時点: 灯台信用組合 残高 30百万円",
    Origin(OriginType.HOST, _OWN, "other-bank:灯台信用組合", date(2026, 8, 31)),
)
GUIDE = Evidence(
    "標準資料「熱源更新のご案内」(所管 法人部、有効期限 2027年3月31日): 着工より前のお申し込みが条件です。",
    Origin(OriginType.PASSAGE, Strength.STANDARD_DOCUMENT, "doc:heat", date(2026, 4, 1), page=2, span=(10, 34)),
)
MARGIN = _figure("営業利益率 3.1%(前期 4.0%) 2026年6月期", "22÷710、前期 28÷700")
SEARCHED = _figure("全記録 6件(2025-12-01〜2026-09-17)に、里見社長が時期を述べた記録は6月3日の後にない")
PIECES = (BOILER, WAIT, NIGHT, LOANS, OTHER, GUIDE, MARGIN, SEARCHED)
PACK = EvidencePack.of(PIECES)


def _say(
    kind: K, text: str, *cited: Evidence, group: str | None = None, confidence: Confidence = Confidence.NONE
) -> Statement:
    verdict = Verdict.SUPPORTED if kind is K.FACT else None
    return Statement(text, kind, tuple(PACK.id_of(e) for e in cited), group, confidence=confidence, verdict=verdict)


DOUBTED = Statement(
    "灯台信用組合の残高は35百万円。", K.FACT, (PACK.id_of(OTHER),),
    verdict=Verdict.CONTRADICTED, reasons=(Reason("figure_not_in_evidence", "35百万円"),),
)  # fmt: skip
BRIEF = (
    Section(
        "headlines",
        "今日の要点",
        (
            _say(K.FACT, "ボイラー更新の時期について二人の言うことが違う: 里見社長「来年の春までに替えたい」(6/3)、根津専務「入札の結果を見てから決めることになります」(9/17)。", BOILER, WAIT, group="G1"),
            _say(K.FACT, "里見社長の今の考えは記録にない。", SEARCHED, group="G1"),
            _say(K.ACTION, "時期ではなく、入札の何が分かれば動けるかを伺う。", BOILER, WAIT, group="G1"),
            _say(K.FACT, "営業利益率は3.1%(前期4.0%)。", MARGIN, group="G2"),
            _say(K.ACTION, "燃料費の影響を、数字を出さずに伺う。", MARGIN, group="G2"),
        ),
    ),
    Section("previous", "前回まで", (_say(K.FACT, "直近の面談は9/17の訪問、相手は根津専務。", WAIT), _say(K.CAUTION, "入札の話は秘匿: 同席者の前で触れない。", WAIT))),
    Section("promises", "約束・宿題", (_say(K.FACT, "先方: 入札の日程表の約束は、期限の記載がなく、まだ受け取った記録がない。", WAIT), _say(K.FACT, "当行: 未了の約束は記録にない。", SEARCHED))),
    Section("business", "取引状況", (_say(K.FACT, "当行融資残高88百万円(11/30時点)。", LOANS), DOUBTED)),
    Section(
        "finance",
        "財務",
        tuple(_say(K.FACT, f"{name}。", MARGIN) for name in ("売上増加率 1.4%(前期▲0.6%)", "営業利益率 3.1%(前期4.0%)", "労働生産性 611千円/人", "EBITDA有利子負債倍率 4.4倍", "自己資本比率 41.0%")),
    ),
    Section(
        "hypotheses",
        "課題仮説",
        (
            _say(K.INFERENCE, "夜間の人手が足りず、受けられる量が頭打ちになっている可能性。", NIGHT, group="G3", confidence=Confidence.LOW),
            _say(K.FACT, "根拠となる発言: 「夜の釜番が二人しかいない」(根津専務、9/17)。", NIGHT, group="G3"),
            _say(K.FACT, "反対の材料: 営業利益率は3.1%。", MARGIN, group="G3"),
            _say(K.QUESTION, "確かめる質問: 夜に受けられず断った仕事はありましたか。", NIGHT, group="G3"),
        ),
    ),
    Section(
        "questions",
        "聞くこと",
        (
            _say(K.QUESTION, "(里見社長へ) ボイラーの更新は、何が決まれば動けますか。", BOILER, group="G4"),
            _say(K.ACTION, "入札しだいなら、結果が出る日を聞いて再訪の日を決める。", WAIT, group="G4"),
            _say(K.QUESTION, "(根津専務へ) 夜の釜番は、あと何人いれば足りますか。", NIGHT),
        ),
    ),
    Section("cautions", "注意", (_say(K.CAUTION, "「熱源更新のご案内」: 着工より前のお申し込みが条件です。", GUIDE), Statement("社長は数字の話を先にされるのを好まない。", K.OWN_VIEW, ()))),
)  # fmt: skip
SCENARIO = (
    Section(
        "options",
        "選択肢",
        (
            _say(K.PROPOSAL, "A 来年の春までに更新する。", BOILER, group="G1"),
            _say(K.FACT, "合う理由: 「ボイラーは来年の春までに替えたい」(里見社長、6/3)。", BOILER, group="G1"),
            _say(K.CAUTION, "合わない理由: 入札の結果が出ていない。", WAIT, group="G1"),
            _say(K.PROPOSAL, "B 何も提案せず、夜の人手の話を伺う。", NIGHT, group="G2"),
            _say(K.FACT, "合う理由: 「夜の釜番が二人しかいない」(根津専務、9/17)。", NIGHT, group="G2"),
        ),
    ),
)


def a_draft(
    kind: DocumentKindName = DocumentKindName.VISIT_BRIEF,
    sections: tuple[Section, ...] = BRIEF,
    *,
    number: int = 1,
    created: datetime = datetime(2026, 12, 1, 8, 30, 15, 123, tzinfo=UTC),
    seconds: float = 0.25,
) -> Draft:
    """One draft of the set; its pack holds what it cites, under the set's ids."""
    titles = {
        DocumentKindName.VISIT_BRIEF: "訪問前準備シート",
        DocumentKindName.HISTORY_SUMMARY: "交渉履歴要約",
        DocumentKindName.SALES_SCENARIO: "セールスシナリオ",
    }
    cited = {key for section in sections for statement in section.statements for key in statement.citations}
    provenance = Provenance(
        "0.1.0", "template", f"{kind}/1", {"visit_day": str(DAY), "today": "2026-12-01"}, seconds=seconds
    )
    return Draft(
        DraftId(f"0190-{number}"), CLIENT, "里見窯業株式会社", kind, titles[kind], sections, PACK.only(cited), provenance,
        created, "visit-9",
    )  # fmt: skip


def a_paper(*drafts: Draft, visit: bool = True) -> Paper:
    """The paper of a brief and a scenario, or of the given drafts."""
    drafts = drafts or (a_draft(), a_draft(DocumentKindName.SALES_SCENARIO, SCENARIO, number=2))
    start = datetime(2026, 12, 2, 10, 30)
    planned = Visit("visit-9", CLIENT, start, ("里見社長", "根津専務"), "設備更新の伺い", "本社")
    return Paper(drafts, planned if visit else None, DAY, date(2026, 11, 30), "窯業")
