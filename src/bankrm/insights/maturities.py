"""A loan of ours that falls due: the talks on it, what we said it needs, and the money it is to be repaid from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from bankrm.domain.business import Deal
from bankrm.domain.citing import cite_deal_note, computed
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Party
from bankrm.insights.remarks import Remark, View
from bankrm.language.formatting import full_date
from bankrm.language.patterns import pattern
from bankrm.language.quantities import Kind, PartialDate
from bankrm.language.years import looking_ahead

TOLD_WITHIN = timedelta(183)
_LOAN = pattern(r"(?:つなぎ|[一-龠ァ-ヶー]{1,6})(?:資金|貸付|貸越)|手貸|当貸|極度|短期継続")
_ANY_MONEY = pattern(r"(?:運転|設備|必要|自己|余裕|手元|返済|支払|借入)資金")
_RENEWS = pattern(r"期日|継続|更新|延長|延ば|続け|書き?[換替]え|借り?換え|ロールオーバー")
_ASKS = pattern(
    r"(?:延ば|延長|待っ|継続|更新|書き?[換替]え)[^。、]{0,8}?(?:もら(?:え|い)|いただ(?:け|き)|くれ|ください|お願い|ほしい|したい)"
)
# money that comes in and may repay a loan; and money of which another says that it is gone
_SOURCE = pattern(
    r"返済原資|(?:金|代|料|売上|報酬|売掛)が(?:入|はい|下り|おり)|入金(?!口座|先|伝票)|回収(?!業者|車|率)|振り込まれ|支払われ|(?<!繰り)返せ(?!な)|(?<!電話)(?<!メール)で、?返(?:す|します|済)|賄[えう]|返済(?:でき(?!な)|にあて|に充て|に回)"
)
_CAME_IN = pattern(r"(?:入金|回収|支払)(?:が|も)?(?:あっ|され|でき)(?:た|て)|入りました|入った")
_SPENT = pattern(
    r"(?:充て|あて|当て|回し)(?:て|た|る|ます)|使っ[てた]|使い(?:切|ました)|つぎ込|残って(?:い)?(?:ない|ません)|残らな|(?:入ら|入って(?:は)?こ)な|当てにな"
)
_PAPER = pattern(r"書|表|写し|資料|明細|計画|予定|一覧|図面|見積|証明|謄本|控え|通帳")
_LISTED = pattern(
    r"(?:要る|必要な|ご?用意いただく|お?出しいただく|そろえる)(?:もの|書類|資料|書面)(?:は|として)?[：:、]?|(?:必要|提出|添付)書類(?:は|[：:])"
)
_ITEM = r"[^、。：:「」（）はがをも]"
_REQUIRED = pattern(
    rf"(?P<list>(?:{_ITEM}*(?:書|表|写し|資料|明細|証明|控え)、)*{_ITEM}+)"
    r"(?:[がも](?:要(?:る(?!か)|り|ります)|必要(?!な?い|[はが]な|で[はも]な|なく|か(?:どうか|否か)))|を[^。、]{0,6}?(?:いただく|提出する|用意する|そろえる)(?:必要|ようお?願)"
    r"|を(?:見|拝見し|確認し|いただい|頂い)た?(?:うえ|上|て)?[での、から]{0,4}[^。、]{0,6}(?:審査|判断|検討))"
)
_FOR_IT = pattern(r"^.*(?:手続き?|継続|更新|延長|審査|判断|書き?[換替]え|借り?換え|申し?込み?)に(?!関|つい|当た)、?")
_LATER = pattern(r"後日|追って|別途|改めて")


def told_of(view: View, due: date, evidence: Sequence[Evidence], deals: Sequence[Deal]) -> Mapping[str, object]:
    """Values of a maturity: `needs` (the words) and `needed` (the list in them); `source` and `second`, what each person said last
    of the money; `receipt` and `receipt_late`, where its day was told; `asked`, where more time was; `talks`, their numbers."""
    names = _names(evidence)
    talks = _talks(view, names, evidence)
    needs, needed = next(_needs(view, talks, names, deals), (None, ""))
    said = [r for r in view.client_remarks() if r.record.ref in talks and view.day - r.on <= TOLD_WITHIN]
    sources = [remark.evidence for remark in _sources(said)]
    receipt, late = _receipt(view, said, due)
    asked = next((r.evidence for r in reversed(said) if _ASKS.search(r.text)), None)
    return {
        "talks": tuple(sorted(talks)), "needs": needs, "needed": needed, "receipt": receipt, "receipt_late": late, "asked": asked,
        "source": sources[0] if sources else None, "second": sources[1] if len(sources) > 1 else None,
    }  # fmt: skip


def _names(evidence: Sequence[Evidence]) -> frozenset[str]:
    """What the loan is called in the records that name its day (つなぎ資金, 極度)."""
    found = (match.group() for e in evidence for match in _LOAN.finditer(e.body))
    return frozenset(name for name in found if not _ANY_MONEY.search(name))


def _talks(view: View, names: frozenset[str], evidence: Sequence[Evidence]) -> frozenset[str]:
    """Numbers of the records that name its day, or that name the loan in their purpose or in our explanation."""
    told = {e.origin.ref for e in evidence}
    return frozenset(
        r.ref for r in view.records if r.ref in told or any(name in f"{r.purpose}\n{r.explanation}" for name in names)
    )


def _needs(
    view: View, talks: frozenset[str], names: frozenset[str], deals: Sequence[Deal]
) -> Iterator[tuple[Evidence, str]]:
    """What we said the loan needs, newest first, a list before a mention; last what is noted with the deal."""
    ours = [r for r in view.remarks if r.party is Party.BANK and r.record.ref in talks]
    recent = [(r, _before(ours, r)) for r in reversed(ours) if view.day - r.on <= TOLD_WITHIN]
    for remark, before in recent:
        if (items := _list_in(remark.text)) and _is_of(names, before + remark.text):
            yield remark.evidence, items
    for remark, _ in recent:
        if (items := _required_in(remark.text)) and _is_of(names, remark.text):
            yield remark.evidence, items
    for deal in deals:
        if items := _list_in(deal.note) or _required_in(deal.note):
            yield cite_deal_note(deal), items


def _before(ours: Sequence[Remark], remark: Remark) -> str:
    """What a bare list may belong to: the purpose of the talk, and our sentence before."""
    place = ours.index(remark)
    before = ours[place - 1].text if place and ours[place - 1].record is remark.record else ""
    return remark.record.purpose + before


def _is_of(names: frozenset[str], text: str) -> bool:
    return bool(_RENEWS.search(text)) or any(name in text for name in names)


def _list_in(text: str) -> str:
    """The things of a list (判断に要るもの：契約書の写し、入金予定), empty where the sentence holds none."""
    cue = _LISTED.search(text)
    items = text[cue.end() :].strip(" 　、。") if cue else ""
    return items if _PAPER.search(items) and not _LATER.search(items) else ""


def _required_in(text: str) -> str:
    """The papers of which a sentence says that they are needed (継続の手続きに試算表が要る: 試算表)."""
    for match in _REQUIRED.finditer(text):
        items = _FOR_IT.sub("", match["list"]).strip("・ 　")
        if _PAPER.search(items):
            return items
    return ""


def _sources(said: Sequence[Remark]) -> Sequence[Remark]:
    """The last word of each person on the money that repays it, two at most, in order; who speaks of the same money as spent counts."""
    last: dict[str, Remark] = {}
    for remark in (r for r in said if r.speaker):
        gone = _SPENT.search(remark.text) and any(r.nouns & remark.nouns for r in last.values())
        if gone or _SOURCE.search(remark.text):
            last.pop(remark.speaker, None)
            last[remark.speaker] = remark
    return list(last.values())[-2:]


def _receipt(view: View, said: Sequence[Remark], due: date) -> tuple[Evidence | None, Evidence | None]:
    """The last words that tell when money comes in, and whether that is after the day."""
    for remark in (r for r in reversed(said) if _SOURCE.search(r.text) and not _CAME_IN.search(r.text)):
        for quantity in remark.quantities:
            told = looking_ahead(quantity, remark.text, remark.on) if quantity.kind in (Kind.DATE, Kind.MONTH) else None
            if told and told.last_day() >= remark.on:
                return remark.evidence, _after(view, told, due)
    return None, None


def _after(view: View, told: PartialDate, due: date) -> Evidence | None:
    if told.first_day() <= due:
        return None
    when = full_date(told.first_day()) if told.day else f"{told.year}年{told.month}月"
    text = f"入金の見込み({when})は期日({full_date(due)})より後"
    return computed("入金の見込みと期日", text, "", view.today)
