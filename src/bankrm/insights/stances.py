"""How firmly people stand on a matter: what the same person moved on, and wishes that the one who decides has not confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bankrm.domain.observations import Code, Observation
from bankrm.insights.matters import (
    closed,
    names_one_of,
    naming,
    of_another,
    reason_of,
    same_matter,
    same_thing,
    shared_topics,
    shared_words,
)
from bankrm.insights.remarks import Remark, View
from bankrm.language.certainty import DOUBTS, WANTS, WISHES, Certainty
from bankrm.language.formatting import full_date
from bankrm.language.patterns import pattern
from bankrm.language.quantities import Kind, days_of

LOOK_BACK = timedelta(days=550)
_WHEN = pattern(r"(?:中|内|以降|より後|の?うち|いっぱい|末|あたり|ごろ|頃|まで|の[春夏秋冬])*(?:に|で|は|から|、)")
_SETTLED = pattern(r"(?:社長|会長|代表|院長|理事長)(?:の|も|が|は)[^。、]{0,6}(?:了解|了承|承知|承諾|賛成|決め)")


def observe_stances(view: View) -> Iterator[Observation]:
    """Moves of one and the same person; wishes not confirmed by the one who decides. One of each for a matter."""
    said = [r for r in view.client_remarks() if r.speaker and r.certainty is not Certainty.NONE]
    own = [r for r in said if not of_another(r)]
    yield from _moves(view, own)
    yield from _unconfirmed(view, own)


def _moves(view: View, said: Sequence[Remark]) -> Iterator[Observation]:
    """A change is called a change only when the same person spoke, on another day, of the same matter."""
    for speaker in dict.fromkeys(r.speaker for r in said):
        of_speaker = [r for r in said if r.speaker == speaker and r.certainty is not Certainty.DONE]
        latest: dict[str, Observation] = {}
        for before, after in ((a, b) for i, b in enumerate(of_speaker) for a in of_speaker[:i]):
            if _moved(view, before, after):
                topic, subject = _matter(view, before, after)
                latest[subject] = _move(view, topic, subject, before, after)
        yield from latest.values()


def _moved(view: View, before: Remark, after: Remark) -> bool:
    turned = (before.certainty in WANTS and after.certainty in DOUBTS) or (
        before.certainty in DOUBTS and after.certainty in WANTS
    )
    within = before.on < after.on <= before.on + 2 * LOOK_BACK
    shifted = bool(_shift(before, after)) and bool(shared_topics(view, before, after))
    return within and (turned or shifted) and same_matter(view, before, after)


def _shift(before: Remark, after: Remark) -> str:
    """Whether what is wanted both times is wanted `later` or `earlier` now, as far as the times told do not meet; else nothing."""
    old, new = _time_wanted(before), _time_wanted(after)
    if not (old and new):
        return ""
    return "later" if new[0] > old[1] else "earlier" if new[1] < old[0] else ""


def _time_wanted(wish: Remark) -> tuple[date, date] | None:
    """First and last day of the time for which something is wanted (今期中に, 来期以降にしたい); None where none is told."""
    told = (
        (q for q in wish.quantities if q.kind in (Kind.MONTH, Kind.YEAR, Kind.PERIOD))
        if wish.certainty in WANTS
        else ()
    )
    times = (q for q in told if _WHEN.match(wish.text, q.end))
    return next((span for q in times if (span := days_of(q))), None)


def _matter(view: View, before: Remark, after: Remark) -> tuple[str, str]:
    """Topic and name of what both speak of: the shared word that names a thing of the topic (2棟目), else as the later one calls it."""
    words = shared_words(view, before, after)
    common = [view.topic(key) for key in after.topics if key in before.topics]
    for topic in [*shared_topics(view, after, before), *common]:
        thing = next((word for word in words if topic.names(word)), view.thing_of(topic.key, after))
        return topic.key, topic.name if topic.may_be_any(thing) else thing
    return words[0], words[0]


def _move(view: View, topic: str, subject: str, before: Remark, after: Remark) -> Observation:
    values = {
        "topic": topic, "speaker": after.speaker, "from": before.certainty, "to": after.certainty, "on": after.on, "before_on": before.on,
        "reason": reason_of(view, after), "shift": _shift(before, after),
    }  # fmt: skip
    return Observation(
        Code.CERTAINTY_MOVED, subject, tuple(naming(view, r).evidence for r in (before, after)), None, values
    )


def _unconfirmed(view: View, said: Sequence[Remark]) -> Iterator[Observation]:
    """A wish, then another person's doubt; or a firm wish of one who does not decide. None once the decider spoke of it after."""
    found: dict[str, Observation] = {}
    recent = (r for r in reversed(said) if r.certainty in WISHES and view.day - r.on <= LOOK_BACK)
    for wish in (r for r in recent if view.deciders and not closed(view, r)):
        doubt = _doubt(view, wish, said)
        topic = _to_decide(view, wish.topics) or next(iter(shared_words(view, wish, doubt)), "") if doubt else ""
        topic = topic or (_to_decide(view, wish.own_topics) if _is_firm(view, wish) else "")
        if topic and topic not in found and not (_is_settled(view, wish) or _is_hearsay(view, wish)):
            found[topic] = _wish(view, topic, wish, doubt)
    yield from found.values()


def _doubt(view: View, wish: Remark, said: Sequence[Remark]) -> Remark | None:
    """The last doubt of another person about the same matter, on a later day."""
    doubts = (r for r in said if r.on > wish.on and r.speaker != wish.speaker and r.certainty in DOUBTS)
    return next((r for r in reversed(list(doubts)) if same_matter(view, wish, r)), None)


def _is_firm(view: View, wish: Remark) -> bool:
    """A wish beyond mere consideration, of one who does not decide."""
    return wish.speaker not in view.deciders and wish.certainty is not Certainty.CONSIDERING


def _is_settled(view: View, wish: Remark) -> bool:
    """The decider has agreed, or has named the matter since, however firmly: the records are then not silent on it."""
    later = (r for r in view.client_remarks() if r.on > wish.on and r.speaker in view.deciders)
    return bool(_SETTLED.search(wish.text)) or any(_names(view, wish, r) for r in later)


def _names(view: View, wish: Remark, later: Remark) -> bool:
    topics = (t for t in shared_topics(view, wish, later) if t.key in later.own_topics)
    return bool(shared_words(view, wish, later)) or any(same_thing(view, t, wish, later) for t in topics)


def _is_hearsay(view: View, wish: Remark) -> bool:
    """Somebody has told since how the decider stands (社長も決めかねています): the records are then not silent on it."""
    later = (
        r for r in view.client_remarks() if r.on >= wish.on and r.certainty is not Certainty.NONE and of_another(r)
    )
    return any(names_one_of(r.text, view.deciders) and shared_topics(view, wish, r) for r in later)


def _to_decide(view: View, topics: Sequence[str]) -> str:
    return next((topic for topic in topics if view.topic(topic).decided_by_head), "")


def _name(view: View, topic: str, wish: Remark, since: date) -> str:
    """The topic's name; the thing itself (寮) where the decider has spoken since of another thing of the topic (改装)."""
    spoken = (r for r in view.client_remarks() if r.on >= since and r.speaker in view.deciders)
    other = any(topic in r.own_topics for r in spoken)
    return view.thing_of(topic, wish) if other and topic in wish.topics else view.topic_name(topic)


def _wish(view: View, topic: str, wish: Remark, doubt: Remark | None) -> Observation:
    deciders = "・".join(sorted(view.deciders))
    since = doubt.on if doubt else wish.on
    talks = view.after(since, view.deciders)
    name = _name(view, topic, wish, since)
    what = f"{full_date(since)}より後に{deciders}が{name}の意向を述べた記録"
    figure = view.searched(talks, what, f"{name}・決裁者の意向")
    values = {
        "topic": topic, "wisher": wish.speaker, "wished_on": wish.on, "decider": deciders, "talks_since": len(talks),
        "doubter": doubt.speaker if doubt else None, "doubted_on": doubt.on if doubt else None,
        "reason": reason_of(view, doubt) if doubt else None,
        "thing": view.thing_of(topic, wish) if topic in wish.topics else name,
    }  # fmt: skip
    evidence = (wish.evidence, *((doubt.evidence,) if doubt else ()))
    return Observation(Code.WISH_UNCONFIRMED, name, evidence, figure, values)
