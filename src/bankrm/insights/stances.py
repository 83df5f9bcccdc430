"""How firmly people stand on a matter: what the same person moved on, and wishes that the one who decides has not confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from bankrm.domain.observations import Code, Observation
from bankrm.insights.remarks import Remark, View
from bankrm.language.certainty import Certainty
from bankrm.language.formatting import slash_date

_WANTS = frozenset({Certainty.WISHED, Certainty.PLANNED, Certainty.DECIDED, Certainty.AGREED, Certainty.CONSIDERING})
_WISHES = frozenset({Certainty.WISHED, Certainty.PLANNED, Certainty.CONSIDERING})
_DOUBTS = frozenset({Certainty.ON_HOLD, Certainty.DECLINED})
_OF_ANOTHER = re.compile(
    r"たが(?:って|る|り)|(?:社長|会長|女将|専務|妻|夫|主人|親|兄|弟|息子|娘|部長)(?:が|は)[^。]*(?:言って(?:い|お)|話して(?:い|お)|申して)"
)
LOOK_BACK = timedelta(days=550)
_TO_DECIDE = ("equipment", "subsidy", "succession", "guarantee", "premises", "systems")
# what a client has at heart, in the order in which a banker would raise it
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
)


def on_matter(view: View, topic: str) -> list[Remark]:
    """What the client's people said on a topic with any degree of intent, oldest first."""
    said = (r for r in view.client_remarks() if r.speaker and topic in r.topics and r.certainty is not Certainty.NONE)
    return [r for r in said if not _OF_ANOTHER.search(r.text)]


def observe_stances(view: View) -> Iterator[Observation]:
    """Moves of one and the same person; wishes not confirmed by the one who decides."""
    for topic in MATTERS:
        remarks = on_matter(view, topic)
        yield from _moves(view, topic, remarks)
        unconfirmed = _unconfirmed(view, topic, remarks)
        if unconfirmed:
            yield unconfirmed


def _moves(view: View, topic: str, remarks: Sequence[Remark]) -> Iterator[Observation]:
    """A change is called a change only when the same person spoke, on another day, of the same matter."""
    for speaker in dict.fromkeys(r.speaker for r in remarks if r.speaker):
        own = [r for r in remarks if r.speaker == speaker and r.certainty is not Certainty.DONE]
        moves = [(a, b) for a, b in pairwise(_one_a_day(own)) if _moved(a, b)]
        if moves:
            before, after = moves[-1]
            values = {
                "topic": topic,
                "speaker": speaker,
                "from": before.certainty,
                "to": after.certainty,
                "on": after.on,
                "before_on": before.on,
            }
            yield Observation(
                Code.CERTAINTY_MOVED, view.topic_name(topic), (before.evidence, after.evidence), None, values
            )


def _one_a_day(remarks: Sequence[Remark]) -> list[Remark]:
    """The last word of each talk."""
    return list({remark.record.ref: remark for remark in remarks}.values())


def _moved(before: Remark, after: Remark) -> bool:
    return (
        before.on < after.on
        and before.certainty is not after.certainty
        and (before.certainty in _WANTS or before.certainty in _DOUBTS)
        and (after.certainty in _DOUBTS) != (before.certainty in _DOUBTS)
        and _same_matter(before, after)
    )


def _same_matter(one: Remark, other: Remark) -> bool:
    """The same topic is not enough for one person's change of mind: a word of the matter must return."""
    return bool(_subject_words(one) & _subject_words(other))


def _subject_words(remark: Remark) -> set[str]:
    common = {
        "為る",
        "する",
        "有る",
        "成る",
        "言う",
        "思う",
        "考える",
        "今年",
        "来年",
        "今期",
        "来期",
        "社長",
        "話",
        "年",
        "月",
    }
    said = {u.text for u in remark.record.utterances if u.speaker == remark.speaker}
    near = [r for r in said if remark.text in r]
    return set(remark.words) - common if near else set()


def _unconfirmed(view: View, topic: str, remarks: Sequence[Remark]) -> Observation | None:
    """A wish, then another person's doubt; or a wish of one who does not decide. None once the decider spoke after it."""
    for wish in reversed([r for r in remarks if r.certainty in _WISHES and view.day - r.on <= LOOK_BACK]):
        doubt = next(
            (r for r in reversed(remarks) if r.on > wish.on and r.speaker != wish.speaker and r.certainty in _DOUBTS),
            None,
        )
        if (wish.speaker in view.deciders and doubt is None) or (doubt and doubt.speaker in view.deciders):
            return None
        if wish.speaker not in view.deciders and not (doubt or _firm(view, topic, wish)):
            continue
        since = doubt.on if doubt else wish.on
        deciding = [r for r in remarks if r.speaker in view.deciders and r.on > since]
        if deciding:
            return None
        if doubt or wish.speaker not in view.deciders:
            return _wish(view, topic, wish, doubt)
    return None


def _firm(view: View, topic: str, wish: Remark) -> bool:
    """Worth the decider's word: an intent, not a musing, about something only the one who decides can settle."""
    return (
        bool(view.deciders)
        and topic in _TO_DECIDE
        and wish.certainty in (Certainty.WISHED, Certainty.PLANNED)
        and topic in wish.own_topics
    )


def _wish(view: View, topic: str, wish: Remark, doubt: Remark | None) -> Observation:
    deciders = "・".join(sorted(view.deciders))
    since = doubt.on if doubt else wish.on
    talks = view.after(since, view.deciders)
    name = view.topic_name(topic)
    what = f"{since.year}年{slash_date(since)}より後に{deciders}が{name}の意向を述べた記録"
    figure = view.searched(talks, what, f"{name}・決裁者の意向")
    values = {
        "topic": topic, "wisher": wish.speaker, "wished_on": wish.on, "decider": deciders, "talks_since": len(talks),
        "doubter": doubt.speaker if doubt else None, "doubted_on": doubt.on if doubt else None,
    }  # fmt: skip
    evidence = (wish.evidence, *((doubt.evidence,) if doubt else ()))
    return Observation(Code.WISH_UNCONFIRMED, name, evidence, figure, values)
