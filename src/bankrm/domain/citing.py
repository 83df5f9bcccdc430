"""Records cut into evidence: each piece with the head that says when, how and whose words it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bankrm.domain.business import Account, Deal, FinancialStatement, HostFigures, HostItem, OtherBankLoan
from bankrm.domain.clients import Client
from bankrm.domain.closings import Closing
from bankrm.domain.documents import Document, DocumentKind, Passage
from bankrm.domain.evidence import Evidence, Origin, OriginType, Strength
from bankrm.domain.interactions import Interaction, Party, Promise, Utterance
from bankrm.domain.open_points import OpenPoint
from bankrm.domain.visits import Visit
from bankrm.language.formatting import closing_period, full_date, millions
from bankrm.language.normalise import find_quantities
from bankrm.language.patterns import pattern
from bankrm.language.quantities import Kind
from bankrm.language.sensitive import is_sensitive
from bankrm.language.sentences import sentences

HOST_NAMES = {
    HostItem.LOANS: "当行融資残高",
    HostItem.GUARANTEED_LOANS: "うち保証協会付",
    HostItem.MONTHLY_REPAYMENT: "返済月額",
    HostItem.DEPOSITS: "預金",
}
ACCOUNT_NAMES = {
    Account.SALES: "売上高",
    Account.OPERATING_PROFIT: "営業利益",
    Account.ORDINARY_PROFIT: "経常利益",
    Account.NET_PROFIT: "当期純利益",
    Account.TAXES: "法人税等",
    Account.DEPRECIATION: "減価償却費",
    Account.BORROWINGS: "借入金",
    Account.CASH: "現預金",
    Account.RECEIVABLES: "売上債権",
    Account.INVENTORIES: "棚卸資産",
    Account.PAYABLES: "買入債務",
    Account.NET_ASSETS: "純資産",
    Account.TOTAL_ASSETS: "総資産",
    Account.EMPLOYEES: "従業員",
}
PARTY_NAMES = {Party.BANK: "当行", Party.CLIENT: "先方"}
BANK_SPEAKER = "当行"
CONFIDENTIAL_MARK = "〔秘匿〕"
LONGEST = 200  # code points of a piece's own words; its head is not counted
_SEAMS = (
    pattern("、"),
    pattern("[ぁ-ん](?=[^ぁ-ん])"),
)  # between clauses, else between words; never within a number
_DOCUMENT_STRENGTH = {
    DocumentKind.CLIENT: Strength.CLIENT_DOCUMENT,
    DocumentKind.STANDARD: Strength.STANDARD_DOCUMENT,
    DocumentKind.PUBLIC: Strength.OWN_RECORD,
}
_DOCUMENT_NAMES = {DocumentKind.CLIENT: "先方資料", DocumentKind.STANDARD: "標準資料", DocumentKind.PUBLIC: "公開情報"}


def is_confidential(record: Interaction) -> bool:
    """Whether the record is marked as told in confidence (秘匿), beyond what is internal anyway."""
    return says_confidential(record.confidentiality)


def says_confidential(marked: str) -> bool:
    """The same of a record's 機密区分 alone."""
    return any(word in marked for word in ("秘", "厳", "限定"))


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Spans of at most LONGEST code points that cover the text, without the 、 at which it was cut; the text itself where it fits."""
    start = 0
    while len(text) - start > LONGEST:
        cut = _seam(text, start)
        yield start, start + len(text[start:cut].rstrip("、"))
        start = cut
    if start < len(text):
        yield start, len(text)


def _sentence_pieces(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the sentences; a long one in pieces."""
    for start, end in sentences(text):
        for first, last in pieces(text[start:end]):
            yield start + first, start + last


def _seam(text: str, start: int) -> int:
    """The last place to cut in the second half of what may stand in one piece; its end where there is no seam."""
    end = start + LONGEST
    for seam in _SEAMS:
        found = [match.end() for match in seam.finditer(text, start + LONGEST // 2, end)]
        if found:
            return found[-1]
    return end


def _first_piece(text: str) -> str:
    return next((text[start:end] for start, end in pieces(text)), "")


def _of_interaction(record: Interaction, head: str, body: str, span: tuple[int, int] | None, speaker: str) -> Evidence:
    origin = Origin(OriginType.INTERACTION, Strength.OWN_RECORD, record.ref, record.on, span=span)
    mark = CONFIDENTIAL_MARK if is_confidential(record) else ""
    return Evidence(f"{full_date(record.on)} {record.method}{mark} {head}: {body}", origin, speaker, body)


def cite_utterance(record: Interaction, utterance: Utterance) -> Evidence:
    """What one person said; 「」 only around words that stand so in the record. Span counts in 顧客の発言.

    Long sentences are cut into several utterances when the record is read.
    """
    words = f"「{utterance.text}」" if utterance.quoted else utterance.text
    return _of_interaction(record, utterance.speaker or "記録", words, utterance.span, utterance.speaker)


def cite_explanation(record: Interaction) -> Iterator[Evidence]:
    """Each sentence of 当方の説明, with its span there; a long one in pieces."""
    for span in _sentence_pieces(record.explanation):
        yield _of_interaction(record, "当方の説明", record.explanation[slice(*span)], span, BANK_SPEAKER)


def cite_promise(record: Interaction, promise: Promise) -> Evidence:
    """One promise, with its due day spelt out where one is recorded; of a long one the piece that names the thing. Span counts
    in 約束・宿題."""
    due = f"(期限 {full_date(promise.due.last_day())})" if promise.due else ""
    spans = list(pieces(promise.text))
    start, end = next((span for span in spans if promise.thing in promise.text[slice(*span)]), spans[0])
    span = promise.span[0] + start, promise.span[0] + end
    return _of_interaction(record, f"{PARTY_NAMES[promise.owner]}の約束", promise.text[start:end] + due, span, "")


def cite_handed_over(record: Interaction) -> Iterator[Evidence]:
    """交付資料 of one record; a long list in pieces. Span counts there."""
    for span in pieces(record.handed_over):
        yield _of_interaction(record, "交付資料", record.handed_over[slice(*span)], span, BANK_SPEAKER)


def cite_closing(closing: Closing, *, secret: bool) -> Evidence:
    """That a person said a promise is kept: the day, whose it was, what was handed over; the thing where the words may not be
    repeated. `secret` where the promise was told in confidence."""
    origin = Origin(OriginType.CLOSING, Strength.OWN_RECORD, closing.id, closing.on)
    told = closing.promise.thing if is_sensitive(closing.words) else _first_piece(closing.words)
    mark = CONFIDENTIAL_MARK if secret else ""
    head = f"{full_date(closing.on)} 済の記録{mark} {PARTY_NAMES[closing.promise.owner]}の約束"
    return Evidence(f"{head}: {told}", origin, body=told)


def cite_open_point(record: Interaction, point: OpenPoint) -> Evidence:
    """One open point as recorded; of a long one the first piece. Span counts in 未確認事項."""
    start, end = next(pieces(record.open_points[slice(*point.span)]))
    span = point.span[0] + start, point.span[0] + end
    return _of_interaction(record, "未確認事項", record.open_points[slice(*span)], span, "")


def cite_next_step(record: Interaction) -> Evidence | None:
    """次回予定 of a record, where it may be repeated; of a long one the first piece. Span counts there."""
    if not record.next_step or is_sensitive(record.next_step):
        return None
    start, end = next(pieces(record.next_step))
    return _of_interaction(record, "次回予定", record.next_step[start:end], (start, end), "")


def cite_meeting(record: Interaction) -> Evidence:
    """That the meeting took place: when, how, with whom, what for."""
    people = "、".join(record.attendees) or "面談者の記載なし"
    return _of_interaction(record, "面談", people + _purpose(record.purpose), None, "")


def _purpose(purpose: str) -> str:
    """The purpose of a talk, where it may be repeated."""
    return f" 目的 {_first_piece(purpose)}" if purpose and not is_sensitive(purpose) else ""


def cite_host(figures: HostFigures) -> Iterator[Evidence]:
    """Each value of the host, with its day (時点)."""
    origin = Origin(OriginType.HOST, Strength.HOST_DATA, f"host:{figures.as_of}", figures.as_of)
    head = f"基幹データ {full_date(figures.as_of)}時点"
    yen = figures.values_yen
    values = [
        f"{HOST_NAMES[item]} {millions(amount)}"
        for item, amount in yen.items()
        if item is not HostItem.GUARANTEED_LOANS
    ]
    guaranteed = yen.get(HostItem.GUARANTEED_LOANS)
    if guaranteed is not None:  # a part is never cited without its whole
        whole = f"{HOST_NAMES[HostItem.LOANS]} "
        part = f"{HOST_NAMES[HostItem.GUARANTEED_LOANS]} {millions(guaranteed)}"
        values = (
            [f"{value}({part})" if value.startswith(whole) else value for value in values]
            if HostItem.LOANS in yen
            else [*values, part]
        )
    values += [f"代表者保証 {figures.personal_guarantee}"] if figures.personal_guarantee else []
    values += [f"担保 {figures.collateral[start:end]}" for start, end in pieces(figures.collateral)]
    return (Evidence(f"{head}: {value}", origin, body=value) for value in values)


def cite_other_bank(loan: OtherBankLoan) -> Evidence:
    """Another bank's loan as far as known."""
    parts = [loan.bank]
    parts += [f"残高 {millions(loan.balance_yen)}"] if loan.balance_yen is not None else []
    parts += [f"金利 {loan.rate_percent:g}%"] if loan.rate_percent is not None else []
    parts += [f"保証協会付 {loan.guaranteed}"] if loan.guaranteed else []
    body = " ".join(parts)
    origin = Origin(OriginType.HOST, Strength.OWN_RECORD, f"other-bank:{loan.bank}", loan.as_of)
    return Evidence(f"他行借入 {full_date(loan.as_of)}時点: {body}", origin, body=body)


def cite_account(statement: FinancialStatement, account: Account) -> Evidence:
    """One line of a statement of account."""
    value = statement.accounts[account]
    body = f"{ACCOUNT_NAMES[account]} " + (f"{value}名" if account is Account.EMPLOYEES else millions(value))
    origin = Origin(
        OriginType.ACCOUNTS, Strength.CLIENT_DOCUMENT, f"accounts:{statement.period_end}", statement.period_end
    )
    return Evidence(f"決算 {closing_period(statement.period_end)}: {body}", origin, body=body)


def cite_deal(deal: Deal) -> Evidence:
    """One deal as registered."""
    parts = [_first_piece(deal.title), *([f"資金使途 {_first_piece(deal.purpose)}"] if deal.purpose else [])]
    parts += [f"金額 {millions(deal.amount_yen)}"] if deal.amount_yen is not None else []
    parts += [f"段階 {deal.stage}"] if deal.stage else []
    parts += [f"期限 {full_date(deal.deadline)}"] if deal.deadline else []
    body = " ".join(parts)
    return Evidence(
        f"案件 {deal.ref}: {body}", Origin(OriginType.HOST, Strength.OWN_RECORD, deal.ref, deal.opened), body=body
    )


def cite_deal_note(deal: Deal) -> Evidence:
    """What is noted with a deal; of a long note the piece that names the deal's deadline, else the first."""
    spans = [(0, len(deal.note))] if len(deal.note) <= LONGEST else list(_sentence_pieces(deal.note))
    told = [deal.note[start:end] for start, end in spans]
    note = next((piece for piece in told if deal.deadline and _names(piece, deal.deadline)), _first_piece(deal.note))
    origin = Origin(OriginType.HOST, Strength.OWN_RECORD, deal.ref, deal.opened)
    return Evidence(f"案件 {deal.ref} 備考: {note}", origin, body=note)


def _names(text: str, day: date) -> bool:
    """Whether that day stands in the text; one without a year lies in the day's own."""
    return any(q.kind is Kind.DATE and q.value == day.isoformat() for q in find_quantities(text, today=day))


def cite_client(client: Client) -> Iterator[Evidence]:
    """What the customer master says of the firm, one field each; a long one in pieces."""
    origin = Origin(OriginType.HOST, Strength.HOST_DATA, f"client:{client.key}", client.as_of)
    fields = (
        ("業種", client.industry), ("代表者", client.representative), ("設立", client.founded), ("事業内容", client.business),
        ("主要仕入先", client.suppliers), ("主要販売先", client.customers), ("所在地", client.address),
        ("担当者", client.in_charge),
    )  # fmt: skip
    return (
        Evidence(f"取引先情報 {client.name}: {name} {text[start:end]}", origin, body=f"{name} {text[start:end]}")
        for name, text in fields
        for start, end in pieces(text)
    )


def cite_visit(visit: Visit) -> Evidence:
    """The planned visit itself."""
    body = f"{full_date(visit.start.date())} {visit.start:%H:%M} {'、'.join(visit.people)}{_purpose(visit.purpose)}"
    return Evidence(f"訪問予定: {body}", Origin(OriginType.VISIT, Strength.OWN_RECORD, visit.ref, visit.day), body=body)


def cite_passage(document: Document, passage: Passage) -> Evidence:
    """One passage of a document, its owner and validity in the head."""
    marks = [f"所管 {document.owner}"] if document.owner else []
    marks += [f"有効期限 {full_date(document.valid_until)}"] if document.valid_until else []
    head = f"{_DOCUMENT_NAMES[document.kind]}「{document.title}」" + (f"({'、'.join(marks)})" if marks else "")
    origin = Origin(
        OriginType.PASSAGE, _DOCUMENT_STRENGTH[document.kind], document.ref, document.issued, passage.page, passage.span
    )
    return Evidence(f"{head}: {passage.text}", origin, body=passage.text)


def cite_form(name: str, title: str, words: str) -> Evidence:
    """What a form itself says, by the recipe of that name."""
    origin = Origin(OriginType.RULE, Strength.STANDARD_DOCUMENT, f"recipe:{name}")
    return Evidence(f"書式「{title}」: {words}", origin, body=words)


def computed(subject: str, text: str, formula: str, day: date | None, *, of: str = "") -> Evidence:
    """A figure that code computed, with its formula: what a fact cites for what nobody wrote. `of` names its period; without a `day` it
    is of none."""
    origin = Origin(OriginType.FIGURE, Strength.COMPUTED, f"figure:{subject}", day, formula=formula)
    head = f"計算({of})" if of else "計算"
    return Evidence(f"{head}: {text}。式: {formula}" if formula else f"{head}: {text}", origin, body=text)
