"""The need of money that is under discussion today: never one that was put off, refused or is a mere renewal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bankrm.domain.business import Deal
from bankrm.domain.citing import cite_deal
from bankrm.domain.evidence import Evidence
from bankrm.insights.matters import DOUBTS, WANTS, closed, of_another
from bankrm.insights.remarks import Remark, View
from bankrm.language.normalise import find_quantities
from bankrm.language.quantities import Kind
from bankrm.language.words import content_words

_STOPPED = re.compile(r"保留|中断|凍結|延期|ペンディング|棚上げ|休止|中止")
_RENEWAL = re.compile(r"継続|書替|書換|切替|期日管理|期限延長|期日延長")  # debt that is there already
_BORROWING = ("見積", "借り", "借入", "融資", "投資", "シミュレーション", "設備資金")
_NO_NEED = ("残高", "売上", "利益", "賃料", "家賃", "月額", "年商", "他行", "返済額", "まで使")
_SMALLEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Need:
    """An amount under discussion and where it stands; `deal` where it is registered. `stopped`: deals left out since they rest."""

    yen: int
    source: Evidence
    deal: Deal | None = None
    stopped: tuple[Evidence, ...] = ()


def need_under_discussion(view: View) -> Need | None:
    """The open deal that the visit, else the last talks, are about, else the one registered last; without deals the amount
    last spoken of as a loan or an estimate within a year."""
    deals = [d for d in view.dossier.deals if d.amount_yen and d.is_open and not _RENEWAL.search(d.title + d.stage)]
    stopped = [d for d in deals if _STOPPED.search(d.stage) or _is_refused(view, d)]
    going = [d for d in deals if d not in stopped]
    if going:
        deal = max(going, key=lambda d: (*_nearness(view, d), d.opened or date.min, d.ref))
        return Need(deal.amount_yen or 0, cite_deal(deal), deal, tuple(map(cite_deal, stopped)))
    resting = {deal.amount_yen for deal in stopped}
    return next((need for need in _spoken(view) if need.yen not in resting), None)


def _nearness(view: View, deal: Deal) -> tuple[int, int]:
    """How many words of the deal's title stand in the purpose of the visit, and in the last two talks."""
    title = set(content_words(deal.title))
    purposes = [visit.purpose for visit in view.dossier.visits if visit.day == view.day]
    talks = [f"{r.purpose} {r.explanation} {r.client_words}" for r in view.records[-2:]]
    return len(title & set(content_words(" ".join(purposes)))), len(title & set(content_words(" ".join(talks))))


def _is_refused(view: View, deal: Deal) -> bool:
    """Whether the one who decides last spoke of the deal's matter as put off or refused, after it was registered."""
    said = [r for r in view.client_remarks() if r.speaker in view.deciders and _is_about(view, deal, r)]
    stands = [r for r in said if r.certainty in DOUBTS | WANTS and not of_another(r)]
    return bool(stands) and stands[-1].certainty in DOUBTS and stands[-1].on >= (deal.opened or date.min)


def _is_about(view: View, deal: Deal, remark: Remark) -> bool:
    """A word that names the deal stands in the remark (ヒートポンプ); 設備 and the like name none."""
    generic = {topic.name for topic in view.topics} | {"資金", "導入", "更新", "購入", "本館"}
    return any(noun in deal.title for noun in remark.nouns - generic)


def _spoken(view: View) -> Iterator[Need]:
    """Amounts spoken of as a loan or an estimate within a year, latest first; none whose matter was taken off the table."""
    for remark in reversed(view.remarks):
        if (view.day - remark.on).days > 366 or not any(cue in remark.text for cue in _BORROWING):
            continue
        amounts = [q for q in find_quantities(remark.text, today=remark.on) if q.kind is Kind.AMOUNT]
        sizes = [int(q.value) for q in amounts if int(q.value) >= _SMALLEST]
        if len(sizes) == 1 and not any(word in remark.text for word in _NO_NEED) and not closed(view, remark):
            yield Need(sizes[0], remark.evidence)
