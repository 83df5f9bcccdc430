"""Deadlines that fall in the days after the visit, as told in a talk, printed in a document, or registered with a deal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bankrm.domain.citing import cite_deal, cite_passage, computed
from bankrm.domain.evidence import Evidence
from bankrm.domain.observations import Code, Observation
from bankrm.insights.relevance import relevant_passages
from bankrm.insights.remarks import View
from bankrm.language.formatting import month_day
from bankrm.language.normalise import find_quantities
from bankrm.language.phrases import noun_phrases
from bankrm.language.quantities import Kind

HORIZON_DAYS = 14
_CUE = re.compile(
    r"締め?切り?|〆切|期限|期日|満期|最終日|受付終了|募集終了|更新日|契約満了|返済日|決済日|"
    r"(?:申し?込み?|受け?付け?|応募|申請|届出|提出|手続き?)[^。]*?まで|まで[^。]{0,12}(?:申し?込み?|受け?付け?|応募|申請|届出|必着|受理)"
)
_OF_OTHERS = re.compile(r"(?:お?隣|よそ|他社|同業|[一-龠ァ-ヶー]{2,}さん)[^。、]{0,8}(?:は|が|も)、")
_GENERIC = re.compile(
    r"(?:次|今回|次回|公募|申請|申込み?|受付|締め?切り?|期限|期日|最終|着工|条件|審査|必着|書類|窓口)(?:の|は)?"
)
_NUMBERED = "①②③④⑤⑥⑦⑧⑨・-ー"
_SUBJECT = re.compile(r"([^、。「」『』（）()\s　:：]{2,24}?)(?:の|は|が|、)?(?:(?:次|今回|公募|申請|申込|受付)の?)*$")


@dataclass(frozen=True, slots=True)
class _Deadline:
    day: date
    subject: str
    evidence: Evidence


def observe_deadlines(view: View) -> Iterator[Observation]:
    """One observation a deadline, with every record that names the day; days are counted to the day of the visit."""
    found = sorted(_deadlines(view), key=lambda d: d.day)
    for day in sorted({d.day for d in found}):
        same = [d for d in found if d.day == day]
        subject = max((d.subject for d in same), key=lambda name: ("の" in name, not name[0].isdigit(), -len(name)))
        days = (day - view.day).days
        when = f"訪問日の{days}日後" if days else "訪問日の当日"
        figure = computed(subject, f"{subject} {month_day(day)}は{when}", f"{day}−{view.day}", view.today)
        evidence = tuple(dict.fromkeys(d.evidence for d in same))
        yield Observation(Code.DEADLINE_NEAR, subject, evidence, figure, {"due": day, "days": days})


def _deadlines(view: View) -> Iterator[_Deadline]:
    for remark in view.remarks:
        yield from _in_text(view, remark.text, remark.evidence, remark.on)
    for document, passage in relevant_passages(view):
        yield from _in_text(view, passage.text, cite_passage(document, passage), document.issued or view.today)
    for deal in view.dossier.deals:
        if deal.deadline and deal.is_open and _near(view, deal.deadline):
            yield _Deadline(deal.deadline, f"{deal.title}の期限", cite_deal(deal))


def _near(view: View, day: date) -> bool:
    return 0 <= (day - view.day).days <= HORIZON_DAYS


def _in_text(view: View, text: str, evidence: Evidence, on: date) -> Iterator[_Deadline]:
    cue = _CUE.search(text)
    if not cue or _OF_OTHERS.search(text):
        return
    for quantity in find_quantities(text, today=on):
        if quantity.kind is not Kind.DATE:
            continue
        day = date.fromisoformat(str(quantity.value))
        written_year = re.search(r"年|\d{4}|[RHS令平昭]\d", text[quantity.start : quantity.end])
        if (on - day).days > 180 and not written_year:  # a day without a year, told in autumn for spring
            day = _next_year(day)
        if _near(view, day):
            yield _Deadline(day, _subject(text, cue, quantity.start), evidence)


def _next_year(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _subject(text: str, cue: re.Match[str], figure_start: int) -> str:
    """The thing whose deadline it is, in the record's words: the phrase before (省力化の補助金は…が締切), after (26日締切の利子補給),
    or the most telling one of the sentence."""
    name = "締切" if "切" in cue.group() else cue.group() if cue.group() in ("期限", "期日", "満期") else "期限"
    after = re.match(r"の([^、。「」はがをにでと]{2,16})", text[cue.end() :])
    if after and cue.start() - figure_start in range(1, 8):
        return f"{after[1]}の{name}"
    match = _SUBJECT.search(text[: min(cue.start(), figure_start)].rstrip("はがの、 　:："))
    if match and not _GENERIC.fullmatch(match[1]):
        return f"{match[1].lstrip(_NUMBERED)}の{name}"
    phrases = [phrase for phrase in noun_phrases(text) if len(phrase) > 2 and not _GENERIC.search(phrase)]
    return f"{max(phrases, key=len)}の{name}" if phrases else name
