"""How firmly people stand on a matter: what the same person moved on, and wishes that the one who decides has not confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from bankrm.domain.observations import Code, Observation
from bankrm.insights.remarks import Remark, View
from bankrm.language.certainty import Certainty
from bankrm.language.formatting import slash_date

LOOK_BACK = timedelta(days=550)
_WISHES = frozenset({Certainty.WISHED, Certainty.PLANNED, Certainty.CONSIDERING})
_WANTS = _WISHES | {Certainty.DECIDED, Certainty.AGREED}
_DOUBTS = frozenset({Certainty.ON_HOLD, Certainty.DECLINED})
# topics that only the one who decides can settle
_TO_DECIDE = ("equipment", "subsidy", "succession", "guarantee", "premises", "systems", "funding")
_OF_ANOTHER = re.compile(
    r"たが(?:って|る|り)|(?:社長|会長|女将|専務|妻|夫|主人|親|兄|弟|息子|娘|部長)(?:が|は)[^。]*(?:言って(?:い|お)|話して(?:い|お)|申して)"
)
_SETTLED = re.compile(r"(?:社長|会長|代表|院長|理事長)(?:の|も|が|は)[^。、]{0,6}(?:了解|了承|承知|承諾|賛成|決め)")


def observe_stances(view: View) -> Iterator[Observation]:
    """Moves of one and the same person; wishes not confirmed by the one who decides. One of each for a matter."""
    said = [r for r in view.client_remarks() if r.speaker and r.certainty is not Certainty.NONE]
    own = [r for r in said if not _OF_ANOTHER.search(r.text)]
    yield from _moves(view, own)
    yield from _unconfirmed(view, own)


def _moves(view: View, said: Sequence[Remark]) -> Iterator[Observation]:
    """A change is called a change only when the same person spoke, on another day, of the same matter."""
    for speaker in dict.fromkeys(r.speaker for r in said):
        of_speaker = [r for r in said if r.speaker == speaker and r.certainty is not Certainty.DONE]
        latest: dict[str, Observation] = {}
        for before, after in ((a, b) for i, b in enumerate(of_speaker) for a in of_speaker[:i]):
            if _moved(view, before, after):
                topic = next((t for t in after.topics if t in before.topics), view.shared(before, after)[0])
                latest[topic] = _move(view, topic, before, after)
        yield from latest.values()


def _moved(view: View, before: Remark, after: Remark) -> bool:
    turned = (before.certainty in _WANTS and after.certainty in _DOUBTS) or (
        before.certainty in _DOUBTS and after.certainty in _WANTS
    )
    return (
        turned and before.on < after.on and after.on - before.on <= 2 * LOOK_BACK and bool(view.shared(before, after))
    )


def _move(view: View, topic: str, before: Remark, after: Remark) -> Observation:
    values = {
        "topic": topic, "speaker": after.speaker, "from": before.certainty, "to": after.certainty, "on": after.on, "before_on": before.on,
    }  # fmt: skip
    return Observation(Code.CERTAINTY_MOVED, view.topic_name(topic), (before.evidence, after.evidence), None, values)


def _unconfirmed(view: View, said: Sequence[Remark]) -> Iterator[Observation]:
    """A wish, then another person's doubt; or a firm wish of one who does not decide. None once the decider spoke of it after."""
    found: dict[str, Observation] = {}
    for wish in reversed([r for r in said if r.certainty in _WISHES and view.day - r.on <= LOOK_BACK]):
        later = [r for r in said if r.on > wish.on and r is not wish and _same_matter(view, wish, r)]
        doubts = [r for r in later if r.speaker != wish.speaker and r.certainty in _DOUBTS]
        doubt = doubts[-1] if doubts else None
        since = doubt.on if doubt else wish.on
        settled = any(r.speaker in view.deciders and r.on >= since for r in later) or _SETTLED.search(wish.text)
        firm = (
            wish.speaker not in view.deciders
            and wish.certainty is not Certainty.CONSIDERING
            and _to_decide(wish.own_topics)
        )
        if view.deciders and not settled and (doubt or firm):
            topic = _to_decide(wish.topics) or (
                view.shared(wish, doubt)[0] if doubt and view.shared(wish, doubt) else ""
            )
            if topic and topic not in found:
                found[topic] = _wish(view, topic, wish, doubt)
    yield from found.values()


def _to_decide(topics: Sequence[str]) -> str:
    return next((topic for topic in topics if topic in _TO_DECIDE), "")


def _same_matter(view: View, one: Remark, other: Remark) -> bool:
    """An own topic in common that only a decider settles, or a telling word in common."""
    return bool(set(one.topics) & set(other.own_topics) & set(_TO_DECIDE)) or bool(view.shared(one, other))


def _wish(view: View, topic: str, wish: Remark, doubt: Remark | None) -> Observation:
    deciders = "・".join(sorted(view.deciders))
    since = doubt.on if doubt else wish.on
    talks = view.after(since, view.deciders)
    name = view.topic_name(topic)
    what = f"{since.year}年{slash_date(since)}より後に{deciders}が{name}の意向を述べた記録"
    figure = view.searched(talks, what, f"{name}・決裁者の意向")
    values = {
        "topic": topic, "thing": view.thing_of(topic, wish) if topic in {t.key for t in view.topics} else name, "wisher": wish.speaker, "wished_on": wish.on, "decider": deciders, "talks_since": len(talks),
        "doubter": doubt.speaker if doubt else None, "doubted_on": doubt.on if doubt else None,
    }  # fmt: skip
    evidence = (wish.evidence, *((doubt.evidence,) if doubt else ()))
    return Observation(Code.WISH_UNCONFIRMED, name, evidence, figure, values)
