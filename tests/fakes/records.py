"""Records and drafts with valid values: one full dossier, and builders for what a test is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bankrm.application.ports.records import Change, Source
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.business import Account, Deal, FinancialStatement, HostFigures, HostItem, OtherBankLoan
from bankrm.domain.clients import Client, ClientForm, ClientKey, Contact
from bankrm.domain.documents import Document, DocumentKind, Passage, Product
from bankrm.domain.dossier import Dossier, Record
from bankrm.domain.drafts import Confidence, Draft, Provenance, Reason, Section, Statement, Verdict
from bankrm.domain.evidence import Evidence, EvidencePack, Origin, OriginType, Strength
from bankrm.domain.ids import DraftId, new_uuid7
from bankrm.domain.interactions import Interaction
from bankrm.domain.recipes import DocumentKindName, StatementKind
from bankrm.domain.visits import Visit
from bankrm.language.certainty import Certainty

KEY = ClientKey("031", "0004711")
OTHER = ClientKey("032", "0004711")
SOURCE = Source("a" * 64, 7)
TOKYO = ZoneInfo("Asia/Tokyo")


def a_client(key: ClientKey = KEY, name: str = "藤波醸造株式会社") -> Client:
    return Client(
        key,
        name,
        reading="フジナミジョウゾウ",
        form=ClientForm.CORPORATION,
        aliases=("藤波", "ふじなみ"),
        corporate_number="1234567890123",
        industry="清酒製造業",
        address="某県某市本町一丁目",
        representative="藤波 薫",
        founded="明治32年",
        business="清酒の醸造",
        suppliers="某農協",
        customers="酒販店",
        in_charge="渉外一課",
        as_of=date(2026, 11, 20),
    )


def an_interaction(
    ref: str = "R-1", on: date = date(2026, 9, 4), words: str = "蔵の冷却設備が古い", key: ClientKey = KEY
) -> Interaction:
    return Interaction(
        ref,
        key,
        on,
        "訪問",
        place="本社",
        attendees=("藤波社長",),
        bank_people=("大野",),
        purpose="夏場の状況",
        explanation="設備資金の説明をした。",
        client_words=words,
        promises_text="【当行】9月末までに返済計画を持参。",
        handed_over="資料一式",
        next_step="10月に再訪",
        confidentiality="行内限り",
    )


def a_visit(
    ref: str = "V-1", start: datetime = datetime(2026, 11, 24, 14, 0, tzinfo=TOKYO), key: ClientKey = KEY
) -> Visit:
    return Visit(ref, key, start, ("藤波社長",), "設備更新", "本社")


def a_document(
    ref: str = "D-1", *texts: str, client: ClientKey | None = KEY, kind: DocumentKind = DocumentKind.CLIENT
) -> Document:
    passages = tuple(
        Passage(text, place + 1, (0, len(text))) for place, text in enumerate(texts or ("冷却塔の見積り",))
    )
    return Document(
        ref, "見積書", kind, "b" * 64, passages, client, "設備部", date(2026, 8, 1), date(2027, 3, 31), 2, ""
    )


def all_records() -> tuple[Record, ...]:
    """One client's records of every kind, with every field set, in the orders of a dossier."""
    return (
        a_client(),
        Contact(KEY, "藤波 薫", "社長", "フジナミ カオル", ("大将",), decides=True, note="早朝が良い"),
        Contact(KEY, "三宅 透", "杜氏"),
        an_interaction(),
        an_interaction("R-2", date(2026, 10, 2), "（社長）「来春までに入れ替えたい」"),
        HostFigures(KEY, date(2026, 3, 31), {HostItem.LOANS: 80_000_000}, "あり", "工場"),
        HostFigures(KEY, date(2026, 11, 20), {item: n for n, item in enumerate(HostItem)}),
        OtherBankLoan(KEY, "瀬名信用金庫", date(2026, 11, 20), 30_000_000, 1.475, "一部"),
        Deal("A-1", KEY, "冷却設備", "設備", 45_000_000, "打診", date(2026, 12, 25), date(2026, 9, 4), "急ぎ"),
        FinancialStatement(KEY, date(2026, 6, 30), {account: -n for n, account in enumerate(Account)}, "決算書"),
        a_document(),
        a_document("S-1", "設備資金の条件", "留意点", client=None, kind=DocumentKind.STANDARD),
        Product("S-1", "設備資金", ("法人",), ("十年以内",), ("手数料",), ("金利変動",), "融資部", date(2027, 3, 31)),
        a_visit(),
    )


def as_recorded(dossier: Dossier) -> tuple[Record, ...]:
    """The dossier's records in the order of `all_records`, interactions as they arrived."""
    interactions = (replace(record, utterances=(), promises=(), sha256="") for record in dossier.interactions)
    return (
        dossier.client,
        *dossier.contacts,
        *interactions,
        *dossier.host,
        *dossier.other_banks,
        *dossier.deals,
        *dossier.statements,
        *dossier.documents,
        *dossier.products,
        *dossier.visits,
    )


def a_draft(visit: str | None = "V-1", key: ClientKey = KEY, text: str = "社長は来春までの入れ替えを希望") -> Draft:
    evidence = Evidence(
        "2026-10-02 訪問 藤波社長: 来春までに入れ替えたい",
        Origin(OriginType.INTERACTION, Strength.OWN_RECORD, "R-2", date(2026, 10, 2), None, (5, 15), None),
        "藤波社長",
        "来春までに入れ替えたい",
    )
    figure = Evidence(
        "債務償還年数 7.5年", Origin(OriginType.FIGURE, Strength.COMPUTED, "debt", formula="80÷10.7", page=1)
    )
    statement = Statement(
        text,
        StatementKind.FACT,
        ("E1", "E2"),
        "G1",
        Certainty.WISHED,
        Confidence.HIGH,
        "client",
        "藤波社長",
        "template",
        Verdict.UNSUPPORTED,
        (Reason("name_not_in_evidence", "来春"),),
    )
    return Draft(
        DraftId(new_uuid7()),
        key,
        "藤波醸造株式会社",
        DocumentKindName.VISIT_BRIEF,
        "訪問先事前調査",
        (
            Section("headlines", "要点", (statement, replace(statement, group=None, verdict=None, reasons=()))),
            Section("x", "空", ()),
        ),
        EvidencePack.of((figure, evidence), ("R-9",)),
        Provenance(
            "bankrm 0.1",
            "template",
            "visit-brief/1",
            {"today": "2026-11-20", "visit_day": "2026-11-24"},
            ("R-9",),
            seconds=0.25,
        ),
        datetime(2026, 11, 20, 6, 0, 0, 123, tzinfo=UTC),
        visit,
    )


def put(begin: OpenUnitOfWork, *records: Record) -> list[Change]:
    with begin() as work:
        changes = [work.records.put(record, SOURCE) for record in records]
        work.commit()
    return changes


def dossier_of(begin: OpenUnitOfWork, key: ClientKey = KEY) -> Dossier:
    with begin() as work:
        found = work.records.dossier(key)
    assert found is not None
    return found
