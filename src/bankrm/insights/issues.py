"""What the client has at heart: difficulties in the client's words, what was said on each topic, what was agreed, complaints."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bankrm.domain.citing import computed
from bankrm.domain.interactions import Party
from bankrm.domain.observations import Code, Observation
from bankrm.insights.competition import bank_in, other_banks
from bankrm.insights.remarks import Remark, View
from bankrm.language.certainty import Certainty
from bankrm.language.formatting import full_date, spoken_date
from bankrm.language.normalise import find_quantities

# in the order in which a banker would raise them
MATTERS = (
    "equipment",
    "subsidy",
    "succession",
    "guarantee",
    "premises",
    "systems",
    "funding",
    "people",
    "cash",
    "sales",
    "costs",
)
ISSUE_TOPICS = (
    "people",
    "equipment",
    "sales",
    "costs",
    "cash",
    "succession",
    "funding",
    "systems",
    "premises",
    "guarantee",
)
_DIFFICULTY = re.compile(
    r"足り(?:ない|ず|ません)|困(?:っ|る)|痛い|重い|重く|きつ|不安|悩|減(?:っ|り|る|少)|落ち(?:て|た|込)|赤字|辞め|退職|老朽|古(?:い|く)|年を?(?:超|過ぎ)|壊れ|故障|止ま(?:っ|る)|"
    r"高騰|読めない|読みにく|難し|厳し|遅れ|追いつか|手が回ら|でき(?:ない|ず|ません)|組めない|限界|断(?:っ|ら)|埋まら|来ない|集まらない|心配|負担|圧迫|先に立|取られ|弱い|空い(?:て|た)|"
    r"苦し|しんど|頭が痛|見つから|続かない|上がる一方|跳ね上が|目減り|取られ|迷(?:う|い|って)|頼り|依存|休みな|休めない|休まらな|下がらない|届かない|縮(?:め|んで|小)|畳(?:む|んで)|足が出|火の車|綱渡り|やりくり|追われ|ぎりぎり|手いっぱい|逃げ(?:た|て)"
)
_COMPLAINT = re.compile(
    r"苦情|クレーム|お叱り|叱責|不満|怒(?:っ|ら)|納得(?:いか|でき)|失礼|話が違|気にして|がっかり|待たされ|たらい回し|担当(?:者)?が(?:変わ|代わ)る(?:たび|度)|返事(?:は|も)?(?:まだ|ない)|返答がない|書くのは早い|催促"
)
_CALM = re.compile(r"(?:て|って)?(?:い|お)?(?:る様子)?(?:は|が|も|では|じゃ)?(?:あり)?(?:ない|ません|なく|なかった)")
_SUPPOSED = re.compile(r"(?:たら|れば|なら|ても)[^。]*$")
_AGREED = frozenset({Certainty.AGREED, Certainty.DECIDED})


def observe_issues(view: View) -> Iterator[Observation]:
    """Issues by weight, matters in the order a banker would raise them, agreements, other banks, complaints."""
    yield from sorted(_issues(view), key=lambda o: -float(str(o.values["weight"])))
    yield from _matters(view)
    yield from _agreements(view)
    yield from _other_banks(view)
    yield from _complaints(view)


def _issues(view: View) -> Iterator[Observation]:
    for topic in ISSUE_TOPICS:
        voiced = [r for r in view.client_remarks() if r.speaker and topic == _troubled_topic(view, r)]
        recent = [r for r in voiced if (view.day - r.on).days <= 550]
        if not recent:
            continue
        first, last = voiced[0], recent[-1]
        days = sorted({r.on for r in voiced})
        speakers = tuple(dict.fromkeys(r.speaker for r in voiced if r.speaker))
        name = view.topic_name(topic)
        text = f"{name}のことは{full_date(days[0])}から{full_date(days[-1])}まで{len(days)}回の面談に出ている"
        figure = computed(f"{name}・発言の回数", text, "", view.today)
        weight = len(days) * max(0.2, 1 - (view.day - last.on).days / 550)
        values = {
            "topic": topic, "weight": weight, "first_on": first.on, "last_on": last.on, "times": len(days), "speakers": speakers,
            "hypothesis": view.topic(topic).hypothesis.format(thing=view.thing_of(topic, last)),
            "against": (counter.evidence if (counter := _counter(view, topic, last)) else None),
        }  # fmt: skip
        evidence = tuple(r.evidence for r in _strongest(recent))
        yield Observation(Code.ISSUE, name, evidence, figure, values)


def _troubled_topic(view: View, remark: Remark) -> str | None:
    """The topic that the difficulty is about: the one whose cue stands nearest before it (「受注が読めないので設備は…」: 受注)."""
    trouble = _DIFFICULTY.search(remark.text)
    if not trouble or _SUPPOSED.search(remark.text, 0, trouble.start()):
        return None
    places = [
        (abs(trouble.start() - place), place > trouble.start(), topic)
        for topic in remark.own_topics
        for cue in view.topic(topic).cues
        if (place := remark.text.find(cue)) >= 0
    ]
    return min(places, key=lambda p: (p[1], p[0]))[2] if places else None


def _strongest(remarks: list[Remark]) -> list[Remark]:
    """Up to two, of two talks: the latest (quoted rather than summed up), and the most telling one before."""
    newest = [r for r in remarks if (remarks[-1].on - r.on).days <= 100]
    last = max(newest, key=lambda r: (r.evidence.body.startswith("「"), r.on))
    earlier = [r for r in remarks if r.record.ref != last.record.ref]
    telling = max(
        earlier, key=lambda r: (r.evidence.body.startswith("「"), bool(find_quantities(r.text)), r.on), default=None
    )
    return [last, *([telling] if telling else [])]


def _counter(view: View, topic: str, last: Remark) -> Remark | None:
    """A later or same-day remark that speaks against the issue: less work for lacking hands, relief on the same topic."""
    ease = re.compile(
        r"落ち着|解消|間に合|足りて|戻っ|改善|増え|伸び|問題(?:は)?な|心配(?:は)?な|採用でき|入って(?:くれ|き)|余裕"
    )
    slack = re.compile(r"(?:受注|仕事|売上|注文|予約|客)[^。]*(?:読めない|減|落ち|薄|戻らない)")
    for remark in reversed(list(view.client_remarks())):
        if remark.on < last.on:
            return None
        if remark.text == last.text:
            continue
        if topic in remark.own_topics and ease.search(remark.text) and not _DIFFICULTY.search(remark.text):
            return remark
        if topic in ("people", "equipment") and slack.search(remark.text):
            return remark
    return None


def _matters(view: View) -> Iterator[Observation]:
    for topic in MATTERS:
        said = [
            r
            for r in view.client_remarks()
            if r.speaker and topic in r.own_topics and _telling(r) and (view.day - r.on).days <= 731
        ]
        if not said:
            continue
        values = {"topic": topic, "certainties": tuple(r.certainty for r in said), "days": tuple(r.on for r in said), "last_on": said[-1].on,
                  "thing": view.thing_of(topic, said[-1]), "things": tuple(view.thing_of(topic, r) for r in said)}  # fmt: skip
        yield Observation(Code.MATTER, view.topic_name(topic), tuple(r.evidence for r in said), None, values)


def _telling(remark: Remark) -> bool:
    """Worth retelling: an intent, a difficulty or a figure, in more than a few words."""
    return len(remark.text) >= 10 and (
        remark.certainty not in (Certainty.NONE, Certainty.DONE)
        or bool(_DIFFICULTY.search(remark.text))
        or bool(find_quantities(remark.text))
    )


def _agreements(view: View) -> Iterator[Observation]:
    for remark in view.remarks:
        if (
            remark.certainty in _AGREED
            and remark.party is Party.CLIENT
            and remark.own_topics
            and (view.day - remark.on).days <= 731
        ):
            values = {"on": remark.on, "certainty": remark.certainty, "topic": remark.own_topics[0]}
            yield Observation(Code.AGREEMENT, view.topic_name(remark.own_topics[0]), (remark.evidence,), None, values)


def _other_banks(view: View) -> Iterator[Observation]:
    banks = other_banks(view)
    for remark in view.client_remarks():
        bank = bank_in(remark.text, banks)
        if bank and (view.day - remark.on).days <= 731:
            terms = any(
                q.kind.value in ("ratio", "amount", "duration") for q in find_quantities(remark.text, today=remark.on)
            )
            yield Observation(
                Code.OTHER_BANK_TOLD,
                bank,
                (remark.evidence,),
                None,
                {"on": remark.on, "told_by": remark.speaker, "terms": terms},
            )


def _complaints(view: View) -> Iterator[Observation]:
    for remark in view.remarks:
        if (
            remark.speaker
            and _complains(remark.text)
            and (view.day - remark.on).days <= 366
            and remark.party is Party.CLIENT
        ):
            when = spoken_date(remark.on, view.today)
            yield Observation(
                Code.COMPLAINT, when, (remark.evidence,), None, {"on": remark.on, "speaker": remark.speaker}
            )


def _complains(text: str) -> bool:
    """A complaint that is not denied in the same breath (催促ではない, 怒っている様子はない)."""
    return any(not _CALM.match(text, cue.end()) for cue in _COMPLAINT.finditer(text))
