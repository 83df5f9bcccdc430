"""What no record says although a matter has come up: each becomes a question, cited by the search that found nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bankrm.domain.days import A_YEAR
from bankrm.domain.interactions import Party
from bankrm.domain.observations import Code, Observation
from bankrm.insights.banks import bank_in
from bankrm.insights.issues import is_so
from bankrm.insights.matters import closed, of_another
from bankrm.insights.promises import Fate
from bankrm.insights.remarks import Remark, View, met
from bankrm.insights.things import key_words
from bankrm.language.certainty import Certainty
from bankrm.language.formatting import slash_date
from bankrm.language.patterns import pattern

_WORTH_AN_OPINION = ("シミュレーション", "試算", "提案", "比較", "案", "計画", "プラン", "見積", "目安", "診断", "分析")
ADDRESSEES = ("decider", "finance", "speaker")
_JUDGED = pattern(
    r"(?:これ|この(?:表|紙|資料|案|試算|数字|条件)|おたくの)[^。]*(?:助か|いい|よい|良い|高い|安い|わから|分から|分かりやす|見やす|怖い|厳し|使え|違う)|"
    r"助かり?ま|ありがたい|恐縮|見やすい|分かりやすい|丁寧です|思ったより"
)
_READ = pattern(r"読み込|ご覧いただ|目を通|評価|好評|感想|喜ば|気に入")
# How a relative is called before the one who decides. Whose children are meant goes without saying; whose brother does not.
_CHILDREN = {
    "長男": "ご長男", "次男": "ご次男", "二男": "ご次男", "三男": "ご三男", "長女": "ご長女", "次女": "ご次女", "息子": "ご子息", "せがれ": "ご子息",
    "婿": "お婿さん", "娘": "お嬢さま", "孫": "お孫さん",
}  # fmt: skip
_OTHERS = {"弟": "弟さん", "妹": "妹さん", "兄": "お兄さま", "姉": "お姉さま", "甥": "甥御さん", "姪": "姪御さん", "家内": "奥さま", "妻": "奥さま", "主人": "ご主人"}  # fmt: skip
LOOK_BACK = timedelta(days=A_YEAR)  # a matter not mentioned for a year is no longer open


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing to know; see resources/glossary/gaps.toml for the meaning of the fields."""

    key: str
    topic: str
    opens: tuple[str, ...]
    closed_by: tuple[str, ...]
    label: str
    question: str
    to: str
    reaction: str
    names_bank: bool = False
    orders: tuple[str, ...] = ()


def observe_gaps(view: View, gaps: Sequence[Gap], promised: Sequence[Fate]) -> Iterator[Observation]:
    """Open gaps, then things we delivered on which nobody has commented."""
    banks = view.other_banks
    for gap in gaps:
        opening = _opening(view, gap, banks)
        if opening and not _closed(view, gap, opening):
            yield _gap(view, gap, opening, bank_in(opening.text, banks) or "")
    yield from _uncommented(view, promised)


def _opening(view: View, gap: Gap, banks: tuple[str, ...]) -> Remark | None:
    """The latest remark that raises the matter; none that refuses or merely supposes it."""
    for remark in reversed(list(view.client_remarks())):
        if view.day - remark.on > LOOK_BACK:
            return None
        if (
            gap.topic in remark.topics
            and remark.speaker
            and any(_raises(remark.text, cue) for cue in gap.opens)
            and (not gap.names_bank or bank_in(remark.text, banks))
            and remark.certainty is not Certainty.DECLINED
        ):
            return remark
    return None


def _raises(text: str, cue: str) -> bool:
    place = text.find(cue)
    return place >= 0 and is_so(text, (place, place + len(cue)))


def _closed(view: View, gap: Gap, opening: Remark) -> bool:
    """Whether anything recorded speaks of what the gap asks for, or the matter itself was taken off the table."""
    texts = tuple(_recorded(view, opening.on - LOOK_BACK))
    return any(_holds(text, cue) for cue in gap.closed_by for text in texts) or closed(view, opening) is not None


def _holds(text: str, cue: str) -> bool:
    return all(part in text for part in cue.split("+"))


def _recorded(view: View, since: date) -> Iterator[str]:
    """Every piece of text that a careful banker would look through before saying that nothing is recorded."""
    yield from (remark.text for remark in view.remarks if remark.on >= since)
    for record in view.records:
        if record.on >= since:
            yield from (record.purpose, record.promises_text, record.next_step)
    for contact in view.dossier.contacts:
        yield f"{contact.role} {contact.note}"
    for deal in view.dossier.deals:
        yield f"{deal.title} {deal.purpose} {deal.stage} {deal.note}"
    client = view.dossier.client
    yield from (client.business, client.suppliers, client.customers)


def _gap(view: View, gap: Gap, opening: Remark, bank: str) -> Observation:
    thing = view.thing_of(gap.topic, opening)
    spoken = {"bank": bank, "thing": thing, "kin": _kin(view, opening), "orders": _orders(view, gap)}
    label = gap.label.format(**spoken)
    figure = view.searched(view.records, label, label)
    values = {
        "key": gap.key, "topic": gap.topic, "about": "gap", "question": gap.question.format(**spoken), "to": gap.to,
        "reaction": gap.reaction, "speaker": opening.speaker, "on": opening.on, "records": len(view.records),
        "thing": spoken["thing"], "private": view.topic(gap.topic).private, "certainty": opening.certainty,
    }  # fmt: skip
    return Observation(Code.NOTHING_RECORDED, label, (opening.evidence,), figure, values)


def _orders(view: View, gap: Gap) -> str:
    """What a client of this trade is asked for: ご予約 of an inn."""
    industry = view.dossier.client.industry
    named = (entry.split(": ") for entry in gap.orders)
    return next((word for word, trades in named if any(trade in industry for trade in trades.split())), "お仕事")


def _kin(view: View, opening: Remark) -> str:
    """How to call the relative of whom the remark, or the same person's last sentence before that names one, tells."""
    known = _CHILDREN | (_OTHERS if opening.speaker in view.deciders else {})
    turn = [r for r in view.of_record(opening.record.ref) if r.speaker == opening.speaker]
    for said in reversed(turn[: turn.index(opening) + 1]):
        for word, called in known.items():
            if word in said.text:
                return called
    return "ご家族"


def _uncommented(view: View, promised: Sequence[Fate]) -> Iterator[Observation]:
    """Things we delivered last year of which no later or same-day remark of the client speaks."""
    for fate in promised:
        if fate.promise.owner is not Party.BANK or not fate.kept_on or view.day - fate.kept_on > LOOK_BACK:
            continue
        thing = fate.promise.thing
        if not any(word in thing for word in _WORTH_AN_OPINION):
            continue
        since = [r for r in view.remarks if r.on >= fate.kept_on]
        if any(_comments(fate, r) or _refuses(view, fate, r) for r in since):
            continue
        talks = [r for r in view.records if r.on >= fate.kept_on]
        deciders = [r for r in talks if view.deciders & set(met(r))]
        figure = view.searched(talks, f"{thing}への先方の評価", f"{thing}・評価")
        values = {
            "about": "delivered", "thing": thing, "on": fate.kept_on, "records": len(talks), "late_days": fate.late_days(),
            "talks_with_decider": len(deciders), "decider": "・".join(sorted(view.deciders)), "to": "decider",
            "question": f"{slash_date(fate.kept_on)}にお渡しした{thing}は、ご覧になっていかがでしたか", "reaction": "まだなら、要点だけその場で説明する",
        }  # fmt: skip
        assert fate.kept_by
        yield Observation(Code.NOTHING_RECORDED, f"{thing}への先方の評価", (fate.kept_by.evidence,), figure, values)


def _comments(fate: Fate, remark: Remark) -> bool:
    """Whether a remark tells what they think of the thing: it names it, or judges what lies on the table in the talk in which we
    brought it; or we noted that it was read.
    """
    wanted = key_words(fate.promise.thing)
    if remark.party is Party.BANK:
        return bool(wanted & remark.words) and bool(_READ.search(remark.text))
    assert fate.kept_by
    brought = remark.record.ref == fate.kept_by.record.ref or remark.on == fate.kept_on
    return bool(wanted and wanted <= remark.words) or (brought and bool(_JUDGED.search(remark.text)))


def _refuses(view: View, fate: Fate, remark: Remark) -> bool:
    """Whether the one who decides has refused since what the thing was for."""
    topics = {topic.key for topic in view.topics if topic.places(fate.promise.thing)}
    entitled = remark.speaker in view.deciders and not of_another(remark)
    return entitled and remark.certainty is Certainty.DECLINED and bool(topics & set(remark.own_topics))
