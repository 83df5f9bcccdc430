"""The needs of money that are under discussion today: never one that was put off, refused or is a mere renewal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bankrm.domain.business import Deal
from bankrm.domain.citing import cite_deal
from bankrm.domain.days import A_YEAR
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Party
from bankrm.insights.matters import closed, of_another
from bankrm.insights.remarks import Remark, View
from bankrm.language.certainty import DOUBTS, WANTS, Certainty
from bankrm.language.patterns import pattern
from bankrm.language.quantities import Kind
from bankrm.language.words import content_words, words

_STOPPED = pattern(r"保留|中断|凍結|延期|ペンディング|棚上げ|休止|中止")
_RENEWAL = pattern(r"継続|書替|書換|切替|期日管理|期限延長|期日延長")  # debt that is there already
_BORROWING = ("見積", "借り", "借入", "融資", "投資", "シミュレーション", "設備資金")
_NO_NEED = ("残高", "売上", "利益", "賃料", "家賃", "月額", "年商", "他行", "返済額", "まで使")
_NOT_ALL = pattern(
    r"頭金|手付|内金|自己資金|補助|月々|毎月|手数料|電気代|燃料|値引|差額|あと|追加で|のうち|下がる|浮く"
)
_SMALLEST = 1_000_000
_REVISED = (0.5, 2.0)  # a sum outside is of a part, or of another thing
_MOST = 3


@dataclass(frozen=True, slots=True)
class Need:
    """An amount under discussion and where it stands; `deal` where it is registered. `said`: the client's words about it.
    `stopped`: deals left out since they rest."""

    yen: int
    source: Evidence
    deal: Deal | None = None
    said: tuple[Evidence, ...] = ()
    topic: str = ""
    about: frozenset[str] = frozenset()
    stopped: tuple[Evidence, ...] = ()


def needs_under_discussion(view: View) -> list[Need]:
    """The open deal that the visit, else the last talks, are about, else the one registered last, comes first; then the other open
    deals and sums that the client wants without any deal. Where nothing is registered, the sum last spoken of within a year."""
    deals = [d for d in view.dossier.deals if d.amount_yen and d.is_open and not _RENEWAL.search(d.title + d.stage)]
    talk = _talk_by_deal(view)
    stopped = [d for d in deals if _STOPPED.search(d.stage) or _is_refused(view, d)]
    going = sorted(
        (d for d in deals if d not in stopped),
        key=lambda d: (*_nearness(view, d), d.opened or date.min, d.ref),
        reverse=True,
    )
    resting = tuple(map(cite_deal, stopped))
    found = [_registered(view, deal, talk[deal.ref], resting) for deal in going]
    settled = {deal.amount_yen for deal in view.dossier.deals}
    known = {remark for remarks in talk.values() for remark in remarks}
    found += [n for n in _wanted(view, known) if n.yen not in settled]
    return (found or [need for need in _spoken(view) if need.yen not in settled][:1])[:_MOST]


def _registered(view: View, deal: Deal, talk: Sequence[Remark], stopped: tuple[Evidence, ...]) -> Need:
    """A deal at its newest sum: the one last told in a talk after it was registered, else the registered one."""
    yen, source = deal.amount_yen or 0, cite_deal(deal)
    for remark in talk:
        told = _sum_in(remark)
        low, high = (factor * (deal.amount_yen or 0) for factor in _REVISED)
        if (
            told
            and told != deal.amount_yen
            and remark.on > (deal.opened or date.min)
            and low <= told <= high
            and not _NOT_ALL.search(remark.text)
        ):
            yen, source = told, remark.evidence
    said = tuple(r.evidence for r in talk if r.party is Party.CLIENT and r.speaker)
    topic = next((t.key for t in view.topics if t.places(deal.title)), "")
    return Need(yen, source, deal, said, topic, frozenset(content_words(deal.title)), stopped)


def _talk_by_deal(view: View) -> dict[str, list[Remark]]:
    """What was said of each deal's matter, oldest first: remarks that name it, and what the same person goes on to say of it."""
    found: dict[str, list[Remark]] = {deal.ref: [] for deal in view.dossier.deals}
    for remark in view.remarks if found else ():
        named = _deal_of(view, remark)
        for ref, talk in found.items():
            if (named and named.ref == ref) or (talk and _goes_on(view, talk[-1], remark)):
                talk.append(remark)
    return found


def _deal_of(view: View, remark: Remark) -> Deal | None:
    """The deal a remark is about: the only one of its sum, else the one whose title shares most with its words."""
    told = _sum_in(remark)
    of_sum = [deal for deal in view.dossier.deals if told and deal.amount_yen == told]
    if len(of_sum) == 1:
        return of_sum[0]
    named = sorted(((_named(view, deal, remark), deal.ref, deal) for deal in view.dossier.deals), reverse=True)
    if not named or not named[0][0] or (len(named) > 1 and named[1][0] == named[0][0]):
        return None
    return named[0][2]


def _goes_on(view: View, before: Remark, remark: Remark) -> bool:
    """Whether the same person's next sentence tells an intent or a sum of the matter, and names no other thing of its topic."""
    talk = view.of_record(remark.record.ref)
    next_to = remark in talk[1:] and talk[talk.index(remark) - 1] is before and remark.speaker == before.speaker
    telling = remark.certainty is not Certainty.NONE or _sum_in(remark) is not None
    other = any(view.topic(key).names(noun) for key in remark.own_topics for noun in remark.nouns)
    return next_to and telling and bool(set(remark.topics) & set(before.topics)) and not other


def _nearness(view: View, deal: Deal) -> tuple[int, int]:
    """How many words of the deal's title stand in the purpose of the visit, and in the last two talks."""
    title = set(content_words(deal.title))
    purposes = [visit.purpose for visit in view.dossier.visits if visit.day == view.day]
    talks = [f"{r.purpose} {r.explanation} {r.client_words}" for r in view.records[-2:]]
    return len(title & set(content_words(" ".join(purposes)))), len(title & set(content_words(" ".join(talks))))


def _is_refused(view: View, deal: Deal) -> bool:
    """Whether the one who decides last spoke of the deal's matter as put off or refused, after it was registered."""
    said = [r for r in view.client_remarks() if r.speaker in view.deciders and _named(view, deal, r)]
    stands = [r for r in said if r.certainty in DOUBTS | WANTS and not of_another(r)]
    return bool(stands) and stands[-1].certainty in DOUBTS and stands[-1].on >= (deal.opened or date.min)


def _named(view: View, deal: Deal, remark: Remark) -> int:
    """How much of the deal's title stands in the remark (ヒートポンプ); 設備 and the like name nothing."""
    generic = {topic.name for topic in view.topics} | {"資金", "導入", "更新", "購入", "本館"}
    short = {w.surface for w in words(remark.text) if len(w.surface) == 1 and w.pos[:3] == ("名詞", "普通名詞", "一般")}
    return sum(len(noun) for noun in (remark.nouns | short) - generic if noun in deal.title)


def _sum_in(remark: Remark) -> int | None:
    """The one sum of a remark that is large enough to be borrowed."""
    amounts = [q for q in remark.quantities if q.kind is Kind.AMOUNT]
    sizes = [int(q.value) for q in amounts if int(q.value) >= _SMALLEST]
    return sizes[0] if len(sizes) == 1 and not any(word in remark.text for word in _NO_NEED) else None


def _wanted(view: View, known: set[Remark]) -> Iterator[Need]:
    """Sums within a wish of the last year whose matter nobody has registered, latest first."""
    for remark in reversed(list(view.client_remarks())):
        recent = (view.day - remark.on).days <= A_YEAR and remark.certainty in WANTS
        if recent and remark not in known and (yen := _sum_in(remark)) and not closed(view, remark):
            yield _of_words(remark, yen)


def _spoken(view: View) -> Iterator[Need]:
    """Amounts spoken of as a loan or an estimate within a year, latest first; none whose matter was taken off the table."""
    for remark in reversed(view.remarks):
        if (view.day - remark.on).days > A_YEAR or not any(cue in remark.text for cue in _BORROWING):
            continue
        if (yen := _sum_in(remark)) and not closed(view, remark):
            yield _of_words(remark, yen)


def _of_words(remark: Remark, yen: int) -> Need:
    return Need(
        yen,
        remark.evidence,
        said=(remark.evidence,),
        topic=next(iter(remark.topics), ""),
        about=frozenset(remark.words),
    )
