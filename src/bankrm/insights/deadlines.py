"""Days that press soon after the visit: told in a talk, printed in a document, or registered with a deal; each of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bankrm.domain.business import Deal
from bankrm.domain.citing import cite_deal, cite_deal_note, cite_passage, computed
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Party
from bankrm.domain.observations import Code, DeadlineKind, Observation
from bankrm.insights import alternatives, maturities
from bankrm.insights.banks import bank_in
from bankrm.insights.matters import of_another
from bankrm.insights.relevance import relevant_passages
from bankrm.insights.remarks import Remark, View
from bankrm.language.certainty import WANTS, Certainty
from bankrm.language.formatting import days_between, millions, month_day
from bankrm.language.normalise import find_quantities
from bankrm.language.patterns import pattern
from bankrm.language.phrases import noun_phrases
from bankrm.language.quantities import Kind, Quantity
from bankrm.language.titles import is_role
from bankrm.language.years import looking_ahead

HORIZON_DAYS = {
    DeadlineKind.MATURITY: 14,
    DeadlineKind.CHOICE: 14,
    DeadlineKind.OTHERS: 14,
    DeadlineKind.PAYMENT: 31,  # money takes longer to find than a paper
}
OVERDUE_DAYS = 92  # a loan still out so long after its day stays before our eyes
_CUE = pattern(
    r"締め?切り?|〆切|期限|期日|満期|最終日|受付終了|募集終了|更新日|契約満了|返済日|決済日|"
    r"(?:申し?込み?|受け?付け?|応募|申請|届出|申し?出|提出|手続き?)[^。]*?まで|まで[^。]{0,12}(?:申し?込み?|受け?付け?|応募|申請|届出|申し?出|必着|受理)"
)
# a price, a contract or a service that somebody else changes or ends
_TURN = pattern(
    r"値上げ|値上がり|(?:価格|料金|運賃|単価|賃料)の?改定|(?:生産|販売|受注|供給|保守|サポート)の?(?:終了|停止|打ち?切り|切れ)|満了|契約の?更新|解約"
)
_PAYMENT = pattern(r"支払い?|払い込み|納税|納付|返済|決済|賞与")
_OWN_LOAN = pattern(r"資金|極度|借入|借り入れ|貸付|貸越|手形|当貸|手貸|短期継続|融資")
_MATURITY = pattern(r"期日|満期|返済日|決済日|更新日|継続")
# an answer that a third party wants: リース会社からは、11月30日までに返事をくれと
_ANSWER = pattern(
    r"(?P<whom>[一-龠ァ-ヶー]{2,12})から(?:は|も)?、?[^。]*?まで[^。、]{0,8}?(?:返事|回答|返答)を(?:くれ|ほし|欲し|求め|迫|催促|出せ|よこせ|しろ|せよ|するよう|お願いし)"
)
_OF_OTHERS = pattern(r"(?:お?隣|よそ|他社|同業|[一-龠ァ-ヶー]{2,}さん)[^。、]{0,8}(?:は|が|も)、")
_GENERIC = pattern(
    r"(?:次|今回|次回|公募|申請|申込み?|受付|締め?切り?|期限|期日|最終|着工|条件|審査|必着|書類|窓口)(?:の|は)?"
)
_NUMBERED = "①②③④⑤⑥⑦⑧⑨・-ー"
_SUBJECT = pattern(r"([^、。「」『』（）()\s　:：]{2,24}?)(?:の|は|が|、)?(?:(?:次|今回|公募|申請|申込|受付)の?)*$")


@dataclass(frozen=True, slots=True)
class _Deadline:
    day: date
    kind: DeadlineKind
    subject: str
    evidence: Evidence


def observe_deadlines(view: View) -> Iterator[Observation]:
    """One observation a day and kind, with every record that names it; days are counted to the day of the visit."""
    found = sorted(_deadlines(view), key=lambda d: (d.day, d.kind))
    for day, kind in dict.fromkeys((d.day, d.kind) for d in found):
        same = [d for d in found if (d.day, d.kind) == (day, kind)]
        deals = [deal for deal in view.dossier.deals if deal.ref in {d.evidence.origin.ref for d in same}]
        subject = _with_sum(_best(same, deals), kind, deals)
        days = (day - view.day).days
        when = _when(days)
        counted = days_between("訪問日", view.day, "", day) if days >= 0 else days_between("", day, "訪問日", view.day)
        figure = computed(subject, f"{subject} {month_day(day)}は{when}", counted, view.today)
        evidence = tuple(dict.fromkeys(d.evidence for d in same))
        values = {"due": day, "days": days, "kind": kind}
        if kind is DeadlineKind.MATURITY:
            values |= maturities.told_of(view, day, evidence, deals)
        elif kind is DeadlineKind.CHOICE:
            values |= alternatives.told_of(view, day, subject, evidence)
            values["let_go"] = _let_go(view, subject, evidence)
        yield Observation(Code.DEADLINE_NEAR, subject, evidence, figure, values)


def _let_go(view: View, subject: str, evidence: Sequence[Evidence]) -> Evidence | None:
    """Where the one who decides has declined the matter since it was last told of: those words, unless they want it again."""
    told = max((e.origin.date for e in evidence if e.speaker and e.origin.date), default=None)
    later = [r for r in view.client_remarks() if told and r.on >= told and r.speaker in view.deciders]
    topics, words = view.topics_in(subject), frozenset(noun_phrases(subject))
    of_it = [r for r in later if set(topics) & set(r.own_topics) or any(word in r.text for word in words)]
    stands = [r for r in of_it if r.certainty in WANTS | {Certainty.DECLINED} and not of_another(r)]
    return stands[-1].evidence if stands and stands[-1].certainty is Certainty.DECLINED else None


def _when(days: int) -> str:
    if days < 0:
        return f"訪問日で{-days}日超過"
    return f"訪問の{days}日後" if days else "訪問日の当日"


def _best(same: Sequence[_Deadline], deals: Sequence[Deal]) -> str:
    """The name of the thing: as the deal is registered, else the most telling that the records have."""
    registered = [d.subject for d in same if any(d.subject.startswith(deal.title) for deal in deals)]
    return max(registered or [d.subject for d in same], key=_telling)


def _with_sum(subject: str, kind: DeadlineKind, deals: Sequence[Deal]) -> str:
    """A loan is named with its sum, as far as its name has none."""
    sums = [deal.amount_yen for deal in deals if deal.matures and deal.amount_yen]
    if kind is not DeadlineKind.MATURITY or len(sums) != 1 or "円" in subject:
        return subject
    return re.sub(r"(?=の[^の]*$)", millions(sums[0]), subject, count=1)


def _telling(subject: str) -> tuple[bool, bool, int]:
    return "の" in subject, not subject[0].isdigit(), -len(subject)


def _deadlines(view: View) -> Iterator[_Deadline]:
    banks = view.other_banks
    for remark in view.remarks:
        yield from _in_text(view, remark.text, remark.evidence, remark.on, banks)
        if remark.party is Party.CLIENT:
            yield from _payments(view, remark)
            yield from _answers(view, remark, banks)
    for document, passage in relevant_passages(view):
        yield from _in_text(view, passage.text, cite_passage(document, passage), document.issued or view.today, banks)
    for deal in view.dossier.deals:
        if deal.deadline and (deal.is_open or deal.matures):
            yield from _of_deal(view, deal, deal.deadline, banks)


def _of_deal(view: View, deal: Deal, day: date, banks: Sequence[str]) -> Iterator[_Deadline]:
    """A maturity by the deal's own name; another day by what the note says of it, else by the deal's name."""
    if deal.matures:
        near = -OVERDUE_DAYS <= (day - view.day).days <= HORIZON_DAYS[DeadlineKind.PAYMENT]
        return iter([_Deadline(day, DeadlineKind.MATURITY, f"{deal.title}の期日", cite_deal(deal))] if near else [])
    noted = _in_text(view, deal.note, cite_deal_note(deal), deal.opened or view.today, banks) if deal.note else ()
    found = [d for d in noted if d.day == day]
    found = found or [_Deadline(day, DeadlineKind.CHOICE, f"{deal.title}の期限", cite_deal(deal))]
    return (d for d in found if _near(view, d.day, d.kind))


def _near(view: View, day: date, kind: DeadlineKind) -> bool:
    return 0 <= (day - view.day).days <= HORIZON_DAYS[kind]


def _in_text(view: View, text: str, evidence: Evidence, on: date, banks: Sequence[str]) -> Iterator[_Deadline]:
    turn = _TURN.search(text)
    cue = turn or _CUE.search(text)
    if not cue or _OF_OTHERS.search(text):
        return
    kind = DeadlineKind.OTHERS if turn else _kind(text, cue, tuple(banks))
    for quantity in _dates(text, on):
        day = _day(text, quantity, on)
        if day and _near(view, day, kind):
            subject = _turning(text, cue) if turn else _subject(text, cue, quantity.start)
            yield _Deadline(day, kind, subject, evidence)


def _kind(text: str, cue: re.Match[str], banks: tuple[str, ...]) -> DeadlineKind:
    own = _OWN_LOAN.search(text) and _MATURITY.search(cue.group()) and not bank_in(text, banks)
    return DeadlineKind.MATURITY if own else DeadlineKind.CHOICE


def _dates(text: str, on: date) -> Iterator[Quantity]:
    return (quantity for quantity in find_quantities(text, today=on) if quantity.kind is Kind.DATE)


def _day(text: str, quantity: Quantity, on: date) -> date | None:
    """The day meant: one without a year, told in autumn for spring, lies in the next year; None where that has no such day."""
    told = looking_ahead(quantity, text, on, grace_days=180)
    return told.last_day() if told else None


def _payments(view: View, remark: Remark) -> Iterator[_Deadline]:
    """A sum that the client says must be paid on a day."""
    cue = _PAYMENT.search(remark.text)
    sums = [q for q in remark.quantities if q.kind is Kind.AMOUNT]
    if cue is None or not sums:
        return
    for quantity in _dates(remark.text, remark.on):
        day = _day(remark.text, quantity, remark.on)
        if day and _near(view, day, DeadlineKind.PAYMENT):
            yield _Deadline(day, DeadlineKind.PAYMENT, _payee(remark.text, cue, quantity), remark.evidence)


def _answers(view: View, remark: Remark, banks: Sequence[str]) -> Iterator[_Deadline]:
    """A day by which somebody else wants the client's answer."""
    asked = _ANSWER.search(remark.text)
    if asked is None or is_role(asked["whom"]) or bank_in(asked["whom"], tuple(banks)):
        return
    for quantity in _dates(remark.text, remark.on):
        day = _day(remark.text, quantity, remark.on)
        if day and _near(view, day, DeadlineKind.CHOICE):
            yield _Deadline(day, DeadlineKind.CHOICE, f"{asked['whom']}への返事の期限", remark.evidence)


def _payee(text: str, cue: re.Match[str], day: Quantity) -> str:
    """What is to be paid (肥料代380万円の支払): the words between the day and the cue, or before the cue."""
    between = text[day.end : cue.end()] if day.end <= cue.start() else text[: cue.end()]
    return re.split(r"[、。「」（）()\s　]|までに?", between)[-1].lstrip("のにはが") or cue.group()


def _turning(text: str, cue: re.Match[str]) -> str:
    """What changes or ends, with whose it is: メーカーの値上げ."""
    return re.split(r"[、。「」（）()\s　はがも]", text[: cue.end()])[-1].lstrip(_NUMBERED)


def _name(cue: str) -> str:
    """What such a day is called: 締切, 期日, 申出の期限."""
    if "切" in cue:
        return "締切"
    deed = re.match(r"申し?込み?|申し?出|応募|届出", cue)
    return cue if cue in ("期限", "期日", "満期") else f"{deed.group()}の期限" if deed else "期限"


def _subject(text: str, cue: re.Match[str], figure_start: int) -> str:
    """The thing whose deadline it is, in the record's words: the phrase before (省力化の補助金は…が締切), after (26日締切の利子補給),
    or the most telling one of the sentence."""
    name = _name(cue.group())
    after = re.match(r"の([^、。「」はがをにでと]{2,16})", text[cue.end() :])
    if after and cue.start() - figure_start in range(1, 8):
        return f"{after[1]}の{name}"
    match = _SUBJECT.search(text[: min(cue.start(), figure_start)].rstrip("はがの、 　:："))
    if match and not _GENERIC.fullmatch(match[1]):
        return f"{match[1].lstrip(_NUMBERED)}の{name}"
    phrases = [phrase for phrase in noun_phrases(text) if len(phrase) > 2 and not _GENERIC.search(phrase)]
    return f"{max(phrases, key=len)}の{name}" if phrases else name
