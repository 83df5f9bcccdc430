"""Who matters for a visit: those we meet, who decides, who else spoke of late; each with the newest word that shows where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bankrm.domain.citing import cite_meeting
from bankrm.domain.days import A_YEAR
from bankrm.domain.interactions import Interaction
from bankrm.domain.observations import Code, Observation
from bankrm.insights.matters import of_another, same_matter
from bankrm.insights.remarks import Remark, View, met
from bankrm.language.certainty import Certainty
from bankrm.language.phrases import noun_phrases

_SHORTEST = 6  # a shorter sentence (そうだな) shows nothing
_ANY_PURPOSE = frozenset(
    [
        "件",
        "考え",
        "報告",
        "近況",
        "確認",
        "状況",
        "現状",
        "相談",
        "訪問",
        "挨拶",
        "面談",
        "説明",
        "進み具合",
        "進捗",
        "今後",
        "見通し",
        "話",
        "続き",
        "資料",
        "対応",
        "意向",
        "検討",
        "商売",
        "会社",
    ]
)


def observe_people(view: View) -> Iterator[Observation]:
    """Those we meet, the one who decides first; then deciders who stay away; then who else spoke of a matter in the last year."""
    attending = sorted(view.people, key=lambda person: person not in view.deciders)
    away = [person for person in sorted(view.deciders) if person not in attending]
    spoke = dict.fromkeys(r.speaker for r in reversed([*view.client_remarks()]) if r.speaker and _recent(view, r))
    for person in (*attending, *away):
        yield _person(view, person, attends=person in attending)
    for person in (p for p in spoke if p not in (*attending, *away)):
        if _word(view, person):
            yield _person(view, person, attends=False)


def _person(view: View, person: str, *, attends: bool) -> Observation:
    word, last = _word(view, person), _last_talk(view, person)
    words, talk = word.evidence if word else None, cite_meeting(last) if last else None
    values = {
        "decides": person in view.deciders, "attends": attends, "words": words, "last": talk,
        "last_on": last.on if last else None, "method": last.method if last else "",
    }  # fmt: skip
    figure = None if last else view.searched(view.records, f"{person}との面談", f"{person}との面談")
    return Observation(Code.PERSON, person, tuple(e for e in (words, talk) if e), figure, values)


def _last_talk(view: View, person: str) -> Interaction | None:
    return next((record for record in reversed(view.records) if person in met(record)), None)


def _said(view: View, person: str) -> Sequence[Remark]:
    return [r for r in view.client_remarks() if person and r.speaker == person and _recent(view, r)]


def _recent(view: View, remark: Remark) -> bool:
    return (view.day - remark.on).days <= A_YEAR


def _word(view: View, person: str) -> Remark | None:
    """Of the last talk that tells: what was said of the visit's purpose before any other stance; what the same person said later
    of that matter takes its place."""
    said = [r for r in _said(view, person) if len(r.text) >= _SHORTEST]
    telling = [r for r in said if _stands(r) or _on_purpose(view, r)]
    if not telling:
        return None
    of_last = [r for r in telling if r.record.ref == telling[-1].record.ref]
    best = max(reversed(of_last), key=lambda r: (_on_purpose(view, r), _stands(r), r.evidence.body.startswith("「")))
    later = [r for r in said if r.on > best.on and same_matter(view, best, r)]
    return later[-1] if later else best


def _stands(remark: Remark) -> bool:
    return remark.certainty not in (Certainty.NONE, Certainty.DONE) and not of_another(remark)


def _on_purpose(view: View, remark: Remark) -> bool:
    """Whether it speaks of what the visit is made for: its words, or a topic of it."""
    purpose = view.visit.purpose if view.visit else ""
    phrases = [p for p in noun_phrases(purpose) if p not in _ANY_PURPOSE]
    named = any(phrase in remark.text for phrase in phrases)
    return named or any(topic.key in remark.own_topics for topic in view.topics if topic.places(purpose))
