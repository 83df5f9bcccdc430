"""What the client has at heart: difficulties in the client's words, what was said on each topic, complaints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bankrm.domain.citing import computed
from bankrm.domain.evidence import Evidence
from bankrm.domain.observations import Code, Observation
from bankrm.insights.complaints import observe_complaints
from bankrm.insights.matters import closed, naming, of_another
from bankrm.insights.remarks import Remark, View
from bankrm.insights.told_of_banks import observe_told_of_banks
from bankrm.insights.topics import Hypothesis, Topic
from bankrm.language.certainty import WANTS, Certainty
from bankrm.language.formatting import full_date
from bankrm.language.patterns import pattern
from bankrm.language.quantities import Kind

_DIFFICULTY = pattern(
    r"足り(?:ない|ず|ません)|困(?:っ|る)|痛い|重い|重く|きつ|不安|悩|減(?:っ|り|る|少)|落ち(?:て|た|込)|赤字|辞め|退職|老朽|古(?:い|く)|年を?(?:超|過ぎ)|壊れ(?:た|て|や)|故障|止ま(?:っ|る)|"
    r"高騰|読めない|読みにく|難し|厳し|遅れ|追いつか|手が回ら|でき(?:ない|ず|ません)|組めない|限界|断(?:っ|ら)|埋まら|埋まって(?:い|お)?(?:ない|ません|りません)|足を引っ張|開けられ(?:ない|ず|ません)|定員割れ|来ない|集まらない|心配|負担|圧迫|先に立|取られ|弱い|空い(?:て|た)|"
    r"怖い|入りきら|手狭|眠れ(?:ない|ず|ません)|残ら(?:ない|ず|ん)|回り?ません|回ら(?:ない|ず|ん)|引き抜か|応募なし|消える|苦し|しんど|頭が痛|見つから|続かない|上がる一方|跳ね上が|目減り|取られ|迷(?:う|い|って)|頼り|依存|休みな|休めない|休まらな|下がらない|届かない|縮(?:め|んで|小)|畳(?:む|んで)|足が出|火の車|綱渡り|やりくり|追われ|ぎりぎり|手いっぱい|逃げ(?:た|て)"
)
_SUPPOSED = pattern(r"(?:たら|(?<!よ)れば|なら|[るだ]と、)[^。]*$")
_IF_SO = pattern(r"[^、。]{0,3}?(?:たら|れば|なら|[るい]と(?![見言思聞いの]))")
_NOT_SO = pattern(r"[^、。]{0,8}?は(?:い?ない|ありません|なかった|いません|おりません)")
_WHEN = pattern(r"[^、。]{0,10}?(?:[たるの]|な)(?:年|月|週|日|時|時期|頃|ころ|とき|折)(?:に|の|から|まで)")
_EASED = r"埋め(?:て|た|られ|合わせ)|補(?:って|え)|吸収(?:でき|し)|取り戻|持ち直|黒字|利益は(?:出|残っ[たてま])|間に合(?:って|い|う)|足りて|何とかなって"
_MADE_UP = pattern(rf"[^。]*?(?:が|けれども?|けど|ものの|ても|でも)、?[^。]*(?:{_EASED})")
_OFFERED = pattern(r"話が(?:来|き)て|(?:誘|頼)われて|打診(?:され|が)|声(?:が|を)か(?:か|け)|持ちかけられ")
_SUBJECT = pattern(r"(?P<thing>[^、。はがも]{1,14})(?:が|は|も)[^、。はがも]{0,20}$")
FORGOTTEN_DAYS = 550  # a difficulty not voiced for a year and a half is no longer one
STALE_DAYS = 183
MUCH_PERCENT = 5  # a fall of sales from which on hands are freed


def observe_issues(view: View) -> Iterator[Observation]:
    """Issues by weight, matters in the order of the topics, other banks, complaints."""
    yield from sorted(_issues(view), key=lambda o: -float(str(o.values["weight"])))
    yield from _matters(view)
    yield from observe_told_of_banks(view)
    yield from observe_complaints(view)


def _issues(view: View) -> Iterator[Observation]:
    """Of each topic what the latest difficulty that states it may mean; a difficulty that states nothing of the kind is no issue."""
    for topic in (t for t in view.topics if t.issue):
        voiced = [r for r in view.client_remarks() if r.speaker and topic.key == troubled_topic(view, r)]
        recent = [r for r in voiced if (view.day - r.on).days <= FORGOTTEN_DAYS]
        stated = [(r, h) for r in recent if (h := _stated(topic, r)) and not _is_made_up_for(view, r)]
        if stated:
            hypothesis = stated[-1][1]
            weight = _weight(view, recent)
            yield _issue(view, topic, voiced, [r for r, h in stated if h == hypothesis], hypothesis, weight)


def _issue(
    view: View, topic: Topic, voiced: Sequence[Remark], stated: list[Remark], hypothesis: Hypothesis, weight: float
) -> Observation:
    last, days = stated[-1], sorted({r.on for r in voiced})
    thing = view.thing_of(topic.key, last)
    text = f"{topic.name}のことは{full_date(days[0])}から{full_date(days[-1])}まで{len(days)}回の面談に出ている"
    values = {
        "topic": topic.key, "weight": weight, "first_on": days[0], "last_on": last.on, "times": len(days),
        "speakers": tuple(dict.fromkeys(r.speaker for r in voiced)), "hypothesis": hypothesis.text.format(thing=thing), "private": topic.private,
        "to_client": hypothesis.to_client.format(thing=thing), "way": hypothesis.way.format(thing=thing), "vague": "{thing}" in hypothesis.to_client and topic.may_be_any(thing), "refuted_by": hypothesis.refuted_by, "against": (counter.evidence if (counter := _counter(view, topic.key, last)) else None),
    }  # fmt: skip
    figure = computed(f"{topic.name}・発言の回数", text, "", view.today)
    return Observation(Code.ISSUE, topic.name, tuple(r.evidence for r in _strongest(stated)), figure, values)


def _stated(topic: Topic, remark: Remark) -> Hypothesis | None:
    """The first hypothesis of the topic that the words themselves state."""
    text = remark.text
    said = ((h, [m.span() for word in h.said_by for m in re.finditer(re.escape(word), text)]) for h in topic.supposed())
    return next((h for h, places in said if not h.said_by or any(is_so(text, place) for place in places)), None)


def _is_made_up_for(view: View, remark: Remark) -> bool:
    """Whether the same person's next sentence says what makes up for it (客数は減りました。単価で埋めています)."""
    turn = [r for r in view.of_record(remark.record.ref) if r.speaker == remark.speaker]
    return any(re.search(_EASED, r.text) for r in turn[turn.index(remark) + 1 :][:1])


def _weight(view: View, voiced: Sequence[Remark]) -> float:
    """What was said lately before what was said often; a dated need of money before both; what was said once, long ago, last."""
    age, times = (view.day - voiced[-1].on).days, len({r.on for r in voiced})
    weight = (1 - age / FORGOTTEN_DAYS) * (1 + 0.1 * min(times, 4))
    if any(_dated_need(view, remark) for remark in voiced):
        weight += 1
    return weight if age <= STALE_DAYS else weight * (0.4 if times > 1 else 0.1)


def _dated_need(view: View, remark: Remark) -> bool:
    """An amount with a day that is still to come (12月10日の支払380万円)."""
    found = remark.quantities
    days = (q.partial_date().last_day() for q in found if q.kind in (Kind.DATE, Kind.MONTH))
    return any(q.kind is Kind.AMOUNT for q in found) and any(0 <= (day - view.day).days <= STALE_DAYS for day in days)


def troubled_topic(view: View, remark: Remark) -> str | None:
    """The topic that a difficulty is about: the one whose word stands nearest before it (「受注が読めないので設備は…」: 受注)."""
    for trouble in _DIFFICULTY.finditer(remark.text):
        nearest = min(_distances(view, remark, trouble.start()), default=None)
        topic = view.topic(nearest[2]) if nearest else None
        if topic and is_so(remark.text, trouble.span()) and not any(w in trouble.group() for w in topic.eased_by):
            return topic.key
    own = (view.topic(key) for key in remark.own_topics)
    return next((topic.key for topic in own if _is_strained(view, topic, remark.text)), None)


def _is_strained(view: View, topic: Topic, text: str) -> bool:
    """Whether a word that is a difficulty only here is said of the topic's own thing (not 車両価格が上がる of costs)."""
    places = (m.span() for word in topic.strained_by for m in re.finditer(re.escape(word), text))
    return any(is_so(text, place) and not _is_of_another(view, topic, text, place[0]) for place in places)


def _is_of_another(view: View, topic: Topic, text: str, trouble: int) -> bool:
    """Whether the subject of a difficulty, told just before it, is a thing of another topic."""
    subject = _SUBJECT.search(text, 0, trouble)
    return subject is not None and not topic.names(subject[0]) and any(t.names(subject["thing"]) for t in view.topics)


def is_so(text: str, trouble: tuple[int, int]) -> bool:
    """Neither supposed (辞めたら困る) nor denied (遅れそうな先はない), nor a mere day of something else (赤字の決算が出た月に), nor made
    up for in the same breath (減ったが、単価で埋めている)."""
    start, end = trouble
    after = (cue.match(text, end) for cue in (_NOT_SO, _IF_SO, _WHEN, _MADE_UP))
    return not _SUPPOSED.search(text, 0, start) and not any(after)


def _distances(view: View, remark: Remark, start: int) -> Iterator[tuple[bool, int, str]]:
    """How far each topic's words stand from the difficulty; words before it are nearer than those after."""
    for key in remark.own_topics:
        topic = view.topic(key)
        for place in topic.places(remark.text) or topic.continued(remark.text):
            yield place > start, abs(start - place), key


def _strongest(remarks: list[Remark]) -> list[Remark]:
    """Up to two, of two talks: the latest (quoted rather than summed up), and the most telling one before."""
    newest = [r for r in remarks if (remarks[-1].on - r.on).days <= 100]
    last = max(newest, key=lambda r: (r.evidence.body.startswith("「"), r.on))
    earlier = [r for r in remarks if r.record.ref != last.record.ref]
    telling = max(
        earlier,
        key=lambda r: (r.evidence.body.startswith("「"), bool(r.quantities), r.on),
        default=None,
    )
    return [last, *([telling] if telling else [])]


def _counter(view: View, topic: str, last: Remark) -> Remark | None:
    """A later or same-day remark that speaks against the issue: much less work for lacking hands (of a machine only
    where the words name it: 受注が読めないので設備は待つ), relief on the same topic."""
    ease = re.compile(
        rf"{_EASED}|落ち着|解消|間に合|戻っ|改善|増え|伸び|問題(?:は)?な|心配(?:は)?な|採用でき|入って(?:くれ|き)|余裕"
    )
    slack = re.compile(r"(?:受注|仕事|売上|注文|予約|客)[^。]*(?:読めない|減|落ち|薄|戻らない)")
    for remark in reversed(list(view.client_remarks())):
        if remark.on < last.on:
            return None
        if remark.text == last.text:
            continue
        if topic in remark.own_topics and ease.search(remark.text) and not _DIFFICULTY.search(remark.text):
            return remark
        of_hands = topic == "people" and not _is_slight(remark)
        if slack.search(remark.text) and (of_hands or "equipment" == topic in remark.own_topics):
            return remark
    return None


def _is_slight(remark: Remark) -> bool:
    """Whether it tells of a change too small to free anybody (客数は2％減った)."""
    ratios = [q for q in remark.quantities if q.kind is Kind.RATIO]
    return bool(ratios) and all(q.unit == "%" and abs(float(q.value)) < MUCH_PERCENT for q in ratios)


def _matters(view: View) -> Iterator[Observation]:
    for topic, private in ((t.key, t.private) for t in view.topics if t.matter):
        said = [
            r
            for r in view.client_remarks()
            if r.speaker and topic in r.own_topics and _telling(r) and (view.day - r.on).days <= 731
        ]
        if not said:
            continue
        stands = tuple(_standing(view, r) for r in said)
        wishes = [r.evidence for r, certainty in zip(said, stands, strict=True) if certainty in WANTS]
        values = {"topic": topic, "private": private, "certainties": stands, "as_said": tuple(r.certainty for r in said), "days": tuple(r.on for r in said),
                  "last_on": said[-1].on, "thing": view.thing_of(topic, said[-1]), "wish": wishes[-1] if wishes else None,
                  "things": tuple(view.thing_of(topic, r) for r in said), "named": tuple(_named(view, r) for r in said),
                  "thing_told": tuple(view.thing_told(topic, r) for r in said)}  # fmt: skip
        yield Observation(Code.MATTER, view.topic_name(topic), tuple(r.evidence for r in said), None, values)


def _named(view: View, remark: Remark) -> Evidence | None:
    """The sentence before that names what a remark only points to."""
    named = naming(view, remark)
    return None if named is remark else named.evidence


def _telling(remark: Remark) -> bool:
    """Worth retelling: an intent in a few words, also another's; a difficulty, a figure or an offer in more than a few."""
    intent = remark.certainty not in (Certainty.NONE, Certainty.DONE) or of_another(remark)
    trouble = any(is_so(remark.text, found.span()) for found in _DIFFICULTY.finditer(remark.text))
    return (intent and len(remark.text) >= 6) or (
        len(remark.text) >= 10 and (trouble or bool(remark.quantities) or bool(_OFFERED.search(remark.text)))
    )


def _standing(view: View, remark: Remark) -> Certainty:
    """How firmly the speaker still stands: not at all on another's intent, nor on a wish that was taken off the table since."""
    gone = of_another(remark) or (remark.certainty in WANTS and closed(view, remark))
    return Certainty.NONE if gone else remark.certainty
