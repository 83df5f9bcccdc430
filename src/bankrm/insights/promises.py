"""What became of promises: kept, kept late, still open, overdue; fulfilment is told by object and party."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from bankrm.domain.citing import PARTY_NAMES, computed
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Interaction, Party, Promise
from bankrm.domain.observations import Code, Observation
from bankrm.insights.remarks import Remark, View
from bankrm.language.formatting import full_date
from bankrm.language.normalise import find_quantities
from bankrm.language.quantities import Kind
from bankrm.language.words import content_words

# What our side does to keep a promise, and what happens at our side when the client keeps one.
_BANK_KEEPS = re.compile(
    r"持参|手交|手渡|お?渡し|渡した|提示|提出|説明し|ご?説明済|送付|郵送|送信|メールで|お?届け|届けた|回答(?:し|済|した|を伝)|連絡(?:し|済)|伝え(?:た|済)|"
    r"紹介(?:し|した|済)|引き?合わせ|案内(?:し|した|済)|交付|実施|共有(?:し|した|済)|報告(?:し|した|済)|同行(?:し|した)|一緒に伺|訪問した|"
    r"(?:回答|説明|提出|送付|提示|報告|連絡|案内|紹介)(?=[：:。、（(]|$)"
)
_CLIENT_KEEPS = re.compile(
    r"受領|受け取|いただ(?:い|き)|頂(?:い|き)|頂戴|拝受|拝見|預か(?:っ|り)|届(?:い|き)|提出(?:が?あ|を?受|され|済|した|して)|送られ|送って(?:もら|くれ|いただ)|"
    r"もら(?:っ|い)|持参(?:され|いただ|して)|持って(?:こられ|きてくれ|みえ)|到着|着いた|入手|渡され|メールで(?:来|届|受)|送りました|出しました|お?渡しし|お?渡しでき"
)
_DENIED = re.compile(
    r"ていない|ていなかった|ておらず|ておりません|ていません|できていな|できず|なかった|間に合わ|遅れ(?:て(?:い|お)|そう|る|ます)|待って|待ち|準備中|作成中|手配中|"
    r"予定|する(?:こと|つもり|約束|旨|方針)|します|いたします|したい|させ|見通し|見込み|とお?約束|と(?:伝え|お伝え)|依頼|お願い|とのこと|旨"
)
_AHEAD = re.compile(r"まだ|未|これから|次回|後日|改めて|あらためて|までに|来週|来月|追って|近く")
_FROM_THEM = re.compile(
    r"(?:先方|お客(?:さま|様)|(?:社長|会長|専務|常務|部長|課長|主任|様|さん|代表))(?:から|より)[^。]*$"
)
_REFERRING = re.compile(
    r"お待たせ|お?約束(?:の|して|より|し|どおり|通り)|宿題|ご?依頼(?:の|を|いただ|されて)|頼まれ|求められて|お求めの|遅くなり|遅れ(?:たこと|ました|を詫び|をお詫び)|先日の|前回の"
)
_SAME_PAPER = (
    frozenset({"一覧", "表", "リスト", "一覧表", "候補"}),
    frozenset({"シミュレーション", "試算", "試算表", "返済表", "返済予定表", "予定表", "計算書"}),
    frozenset({"見積", "見積もり", "見積書", "見積もり書"}),
    frozenset({"写し", "コピー", "控え"}),
    frozenset({"資料", "書面", "書類", "案内", "パンフレット", "要領"}),
    frozenset({"提案", "提案書", "プラン"}),
)  # words for the same sort of paper
FORGOTTEN_DAYS = 365  # so long past its day, a missing record is likelier than an open promise
_WITHDRAWN = re.compile(r"取り下げ|取下げ|不要に|不要と|要らなくな|もう結構|なかったことに|白紙に")
_GENERIC = frozenset(
    [
        "資料",
        "書類",
        "件",
        "こと",
        "もの",
        "内容",
        "状況",
        "予定",
        "連絡",
        "確認",
        "回答",
        "返答",
        "説明",
        "持参",
        "送付",
        "提出",
        "一式",
        "写し",
        "コピー",
        "最新",
        "正式",
        "次回",
        "結果",
        "対応",
        "検討",
        "作成",
        "準備",
        "方",
        "為",
        "上",
        "返事",
    ]
)


@dataclass(frozen=True, slots=True)
class Fate:
    """One promise and what the later records say of it. `candidate` may have kept it; a person must say."""

    record: Interaction
    promise: Promise
    evidence: Evidence
    first_due: date | None
    kept_on: date | None = None
    kept_by: Remark | None = None
    candidate: Remark | None = None
    withdrawn: bool = False

    def late_days(self) -> int:
        """Days by which it was kept after its day; 0 where kept in time or without a day."""
        return max(0, (self.kept_on - self.first_due).days) if self.kept_on and self.first_due else 0


def fates(view: View) -> tuple[Fate, ...]:
    """Every promise in order; the same thing promised again by the same side continues the first promise."""
    result: list[Fate] = []
    for record, promise, evidence in view.promises:
        again = next(
            (
                f
                for f in result
                if not f.kept_on
                and not f.withdrawn
                and f.promise.owner == promise.owner
                and _same_thing(f.promise.thing, promise.thing)
            ),
            None,
        )
        first_due = promise.due.last_day() if promise.due else None
        if again:
            result.remove(again)
            first_due = min(filter(None, (again.first_due, first_due)), default=None)
        result.append(_fate(view, record, promise, evidence, first_due))
    return tuple(_by_reference(view, fate, result) if not (fate.kept_on or fate.withdrawn) else fate for fate in result)


def _by_reference(view: View, fate: Fate, everything: Sequence[Fate]) -> Fate:
    """Kept by a deed that only refers to the promise (お待たせしていた表をお渡し), where no other of that side was then open."""
    owner = fate.promise.owner
    for remark in view.remarks:
        if remark.on <= fate.record.on or not _REFERRING.search(remark.text) or not _done(owner, remark):
            continue
        rivals = [f for f in everything if f is not fate and f.promise.owner is owner and f.record.on < remark.on]
        if any(f.kept_on is None or f.kept_on >= remark.on for f in rivals):
            continue
        return replace(fate, kept_on=_told_day(remark, fate.record.on) or remark.on, kept_by=remark)
    return fate


def observe_promises(view: View, everything: Sequence[Fate]) -> Iterator[Observation]:
    """Late, open and overdue promises of both sides; and that ours are all kept, where they are."""
    for fate in everything:
        if fate.kept_on:
            yield _kept(fate)
        elif not fate.withdrawn:
            yield _open(view, fate)
    if view.records and not any(
        f.promise.owner is Party.BANK and not f.kept_on and not f.withdrawn for f in everything
    ):
        found = view.searched(view.records, "当行の未了の約束", "当行の未了の約束")
        yield Observation(
            Code.NOTHING_RECORDED,
            "当行の未了の約束",
            (),
            found,
            {"records": len(view.records), "about": "own_promises"},
        )


def _kept(fate: Fate) -> Observation:
    assert fate.kept_by
    assert fate.kept_on
    days = fate.late_days()
    values: dict[str, object] = {
        "owner": fate.promise.owner, "due": fate.first_due, "kept_on": fate.kept_on, "days": days, "promised_on": fate.record.on,
    }  # fmt: skip
    side, deed = PARTY_NAMES[fate.promise.owner], "果たした" if fate.promise.owner is Party.BANK else "受け取った"
    by = f"期限({full_date(fate.first_due)})" if fate.first_due else "期限の記載なし"
    when = f"{by}より{days}日遅れて({days}日遅れ)" if days else f"{by}、"
    text = f"{side}の{fate.promise.thing}の約束は、{when}{full_date(fate.kept_on)}に{deed}"
    formula = f"{fate.kept_on}−{fate.first_due}" if days else ""
    figure = computed(fate.promise.thing, text, formula, fate.kept_on)
    code = Code.PROMISE_LATE if days else Code.PROMISE_KEPT
    return Observation(code, fate.promise.thing, (fate.evidence, fate.kept_by.evidence), figure, values)


def _open(view: View, fate: Fate) -> Observation:
    due, owner = fate.first_due, fate.promise.owner
    overdue = (view.day - due).days if due else 0
    values: dict[str, object] = {
        "owner": owner, "due": due, "days": max(0, overdue), "promised_on": fate.record.on, "days_left": max(0, -overdue) if due else None,
    }  # fmt: skip
    later = view.after(fate.record.on)
    deed = "果たした" if owner is Party.BANK else "受け取った"
    if due and overdue > 0:
        state = f"期限({full_date(due)})を訪問日({full_date(view.day)})で{overdue}日過ぎ({overdue}日超過)"
    else:
        state = f"訪問日({full_date(view.day)})で期限({full_date(due)})はまだ過ぎず" if due else "期限の記載がなく"
    doubt = (
        f"{deed}かどうかが記録からは決められない" if fate.candidate or overdue > FORGOTTEN_DAYS else f"{deed}記録がない"
    )
    scope = f"{full_date(fate.record.on)}より後の記録{len(later)}件を{full_date(view.today)}に確認"
    figure = computed(
        fate.promise.thing,
        f"{PARTY_NAMES[owner]}の{fate.promise.thing}の約束は、{state}、{doubt}({scope})",
        f"{view.day}−{due}" if due and overdue > 0 else "",
        view.today,
    )
    evidence = (fate.evidence, *((fate.candidate.evidence,) if fate.candidate else ()))
    values["in_doubt"] = fate.candidate is not None or overdue > FORGOTTEN_DAYS
    if owner is Party.BANK:
        code = Code.PROMISE_OPEN
    else:
        code = Code.COUNTERPART_OVERDUE if overdue > 0 else Code.COUNTERPART_OPEN
    return Observation(code, fate.promise.thing, evidence, figure, values)


def _fate(view: View, record: Interaction, promise: Promise, evidence: Evidence, first_due: date | None) -> Fate:
    thing = Thing.of(promise.thing)
    candidate = None
    for remark in (r for r in view.remarks if r.on >= record.on and r.record.ref != record.ref):
        kept = _done(promise.owner, remark)
        withdrawn = _WITHDRAWN.search(remark.text)
        likeness = thing.likeness(remark) if kept or withdrawn else None
        if likeness and withdrawn:
            return Fate(record, promise, evidence, first_due, withdrawn=True)
        if likeness is Likeness.SAME:
            return Fate(record, promise, evidence, first_due, _told_day(remark, record.on) or remark.on, remark)
        candidate = candidate or (remark if likeness else None)
    return Fate(record, promise, evidence, first_due, candidate=candidate)


def _told_by(owner: Party, remark: Remark) -> bool:
    """Our deed is told by our own explanation; the client's is told by either side."""
    return owner is Party.CLIENT or remark.party is Party.BANK


def _done(owner: Party, remark: Remark) -> bool:
    """Whether the remark tells of a deed of this side that was really done."""
    deeds = (_BANK_KEEPS if owner is Party.BANK else _CLIENT_KEEPS).finditer(remark.text)
    return _told_by(owner, remark) and any(
        not _not_yet(remark.text, deed) and not (owner is Party.BANK and _FROM_THEM.search(remark.text[: deed.start()]))
        for deed in deeds
    )


def _not_yet(text: str, deed: re.Match[str]) -> bool:
    """Whether the deed is denied or still to come: told after its verb (届いていない, 持参する約束), or just before it (まだ, 次回)."""
    text = re.sub(r"[（(][^（）()]*[）)]", lambda bracket: "　" * len(bracket.group()), text)
    start = max(text.rfind(mark, 0, deed.start()) for mark in "。、") + 1
    stops = [stop for mark in "。、" if (stop := text.find(mark, deed.end())) >= 0]
    stop = min(stops, default=len(text))
    return bool(_DENIED.search(text, deed.start(), stop) or _AHEAD.search(text, start, deed.start()))


def _told_day(remark: Remark, after: date) -> date | None:
    """A day that the remark itself gives for the deed (「10月28日に受領済み」), when it lies between promise and talk."""
    for quantity in find_quantities(remark.text, today=remark.on):
        if quantity.kind is Kind.DATE and remark.text[quantity.end : quantity.end + 2].startswith(
            ("に", "付", "受", "、")
        ):
            day = date.fromisoformat(str(quantity.value))
            if after < day <= remark.on:
                return day
    return None


class Likeness(Enum):
    """Whether a remark speaks of a thing: surely, perhaps."""

    SAME = "same"
    PERHAPS = "perhaps"


@dataclass(frozen=True, slots=True)
class Thing:
    """What was promised, as words: its head (Japanese puts it last: 比較表) and what tells it from others of that name."""

    head: frozenset[str]
    rest: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Thing:
        """Head and rest of a noun phrase; general words (資料, 回答) tell nothing apart."""
        words = content_words(text)
        head = frozenset([word for word in words if len(word) > 1][-1:] or words[-1:])
        return cls(head, frozenset(words) - head - _GENERIC)

    def likeness(self, remark: Remark) -> Likeness | None:
        """The head must stand in the remark; what tells it apart there, or at least somewhere in that talk."""
        rest, head = len(_standing(self.rest, remark)), _standing(self.head, remark) == self.head
        if head and (rest or not self.rest):
            return Likeness.SAME
        if head:
            talk = frozenset(
                content_words("\n".join((remark.record.explanation, remark.record.client_words, remark.record.purpose)))
            )
            distinct = self.head - _GENERIC
            return Likeness.SAME if distinct and 2 * len(self.rest & talk) >= len(self.rest) else Likeness.PERHAPS
        if self.head <= _GENERIC and rest and 2 * rest >= len(self.rest):
            return Likeness.SAME
        return Likeness.PERHAPS if len(self.rest) > 1 and rest == len(self.rest) else None


def _standing(words: frozenset[str], remark: Remark) -> frozenset[str]:
    """Those of the words that stand in the remark, however the tokenizer cut it, or another word for the same sort of paper."""
    return frozenset(
        word for word in words if any(w in remark.words or (len(w) > 1 and w in remark.text) for w in _likes(word))
    )


def _likes(word: str) -> frozenset[str]:
    return next((paper for paper in _SAME_PAPER if word in paper), frozenset({word}))


def key_words(thing: str) -> frozenset[str]:
    """The words by which a thing is known again; general ones (資料, 回答) only where there is no other."""
    words = frozenset(content_words(thing))
    return words - _GENERIC or words


def _same_thing(one: str, other: str) -> bool:
    a, b = Thing.of(one), Thing.of(other)
    if not a.head & b.head:
        return False
    return a.rest == b.rest or 2 * len(a.rest & b.rest) >= len(a.rest | b.rest)
