"""What was told in confidence, and who of those we are about to meet must not hear of it from us."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import takewhile

from bankrm.domain.citing import cite_meeting, cite_promise, is_confidential
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Interaction, Party
from bankrm.domain.observations import Code, Observation
from bankrm.domain.reading import canonical, contact_of, person_of
from bankrm.insights.remarks import Remark, View, met
from bankrm.language.certainty import Certainty
from bankrm.language.names import NameBook
from bankrm.language.words import words

LOOK_BACK = timedelta(days=731)
_ASKED = re.compile(
    r"(?:伝え|言わ|話さ|知らせ|漏らさ|触れ)(?:ないで|ないよう|んで|ずに(?:いて|おいて))|内緒|内密|ここだけの話|他言|口外|伏せてお|耳に入れ(?:ない|たくない)"
)
_UNTOLD = re.compile(
    r"(?P<to>(?:言|話|伝え|知らせ|相談し|打ち明け|話せ|言え|伝えられ)(?:って|して|て)(?:は|も)?(?:い(?:ない|ません)|おらず|おりません|ない))|未相談|"
    r"(?P<by>聞いて(?:は)?(?:い(?:ない|ません)|おらず|おりません)|知ら(?:ない|ず|れていない)|耳に入って(?:い)?ない)"
)
_ALONE_KNOWS = re.compile(r"(?:に|と)(?:しか|だけ)、?[^。、]{0,4}(?:話|言|伝え|相談|打ち明け)")
_WHOLE_TALK = re.compile(r"(?:今日|本日|この席|この場|[一-龠ァ-ヶ]{1,6}から)の(?:こと|話|件)")
_HEARER = {"to": ("に", "へ", "とは"), "by": ("は", "も", "が"), "": ("に", "へ", "とは", "は", "も")}


@dataclass(frozen=True, slots=True)
class Confidence:
    """What one talk asks us to keep: the words that ask it, the remarks it covers, and before whom of the visit."""

    record: Interaction
    request: Remark | None
    covers: tuple[Remark, ...]
    before: tuple[str, ...]


def observe_confidences(view: View) -> Iterator[Observation]:
    """Each record that holds something told in confidence or sensitive, latest last."""
    for record in view.records:
        if view.day - record.on > LOOK_BACK:
            continue
        found = list(_confidences(view, record))
        if found or record.ref in view.sensitive_records:
            yield _observation(view, record, found)


def _observation(view: View, record: Interaction, found: Sequence[Confidence]) -> Observation:
    requests = [c.request.evidence for c in found if c.request and c.request.party is Party.CLIENT]
    covered = dict.fromkeys(remark for c in found for remark in c.covers)
    promises = [cite_promise(record, promise) for promise in record.promises] if is_confidential(record) else []
    values = {
        "on": record.on, "mark": record.confidentiality, "people": present(record),
        "before": tuple(dict.fromkeys(person for c in found for person in c.before)),
        "request": requests[0] if requests else None, "matter": _matter(found),
        "covers": (*(remark.evidence for remark in covered), *promises),
        "topics": tuple(dict.fromkeys(key for r in covered for key in r.own_topics if view.topic(key).private)),
    }  # fmt: skip
    evidence: tuple[Evidence, ...] = (cite_meeting(record),)
    return Observation(Code.CONFIDENTIAL, record.ref, evidence, None, values)


def _matter(found: Sequence[Confidence]) -> Evidence | None:
    """Where only part of a talk is to be kept: the words that say most of it."""
    if any(c.request is None or _WHOLE_TALK.search(c.request.text) for c in found):
        return None
    said = [r for c in found if c.before for r in c.covers if r is not c.request and r.party is Party.CLIENT]
    return max(said, key=lambda r: (r.certainty is not Certainty.NONE, len(r.text))).evidence if said else None


def _confidences(view: View, record: Interaction) -> Iterator[Confidence]:
    remarks = view.of_record(record.ref)
    if is_confidential(record):
        yield Confidence(record, None, tuple(remarks), _strangers(view, record, remarks))
    for place, remark in enumerate(remarks):
        cue = _ASKED.search(remark.text) or _UNTOLD.search(remark.text)
        if cue is None:
            continue
        asked = cue.re is _ASKED
        before = _named(view, record, remark.text, cue) or (_strangers(view, record, remarks) if asked else ())
        covers = _covered(remarks, place, asked=asked)
        if before and (asked or not _told_since(view, covers, before)):
            yield Confidence(record, remark, tuple(r for r in covers if r.party is Party.CLIENT), before)


def _strangers(view: View, record: Interaction, remarks: Sequence[Remark]) -> tuple[str, ...]:
    """Those of the visit who were not at that talk, but for whoever is said to know of it."""
    knowing = {
        person
        for remark in remarks
        for cue in _ALONE_KNOWS.finditer(remark.text)
        for person, end in _mentions(view, remark.text)
        if end == cue.start()
    }
    return tuple(person for person in view.people if person not in present(record) and person not in knowing)


def present(record: Interaction) -> tuple[str, ...]:
    """Who heard it: those named as met, else those whose words are recorded."""
    return record.attendees or met(record)


def _named(view: View, record: Interaction, text: str, cue: re.Match[str]) -> tuple[str, ...]:
    """Those of the visit whom the sentence itself names as the ones not to hear."""
    particles = _HEARER[cue.lastgroup or ""]
    found = ((person, text[end:]) for person, end in _mentions(view, text))
    named = (person for person, rest in found if rest.startswith(particles) and not _ALONE_KNOWS.match(rest))
    return tuple(dict.fromkeys(p for p in named if p in view.people and p not in present(record)))


def _mentions(view: View, text: str) -> Iterator[tuple[str, int]]:
    """The contacts whom a text names, by title or by surname alone, each with where the name ends."""
    contacts = view.dossier.contacts
    found = {(mention.end, mention.surface) for mention in NameBook(map(person_of, contacts)).find(text)}
    found |= {(word.end, word.surface) for word in words(text) if word.pos[0] == "名詞" and len(word.surface) > 1}
    return ((canonical(name, contacts), end) for end, name in sorted(found) if contact_of(name, contacts))


def _covered(remarks: Sequence[Remark], place: int, *, asked: bool) -> tuple[Remark, ...]:
    """The whole talk where it is named or the recorder tells of it; of an aside what the same person says from there on; of what
    somebody has not been told, what was said of that matter."""
    request = remarks[place]
    if asked and (_WHOLE_TALK.search(request.text) or request.party is Party.BANK or not request.speaker):
        return tuple(remarks)
    if asked:
        return tuple(r for r in remarks[place:] if r.speaker == request.speaker)
    before = [r for r in remarks[:place] if r.party is Party.CLIENT]
    topics = {topic for r in (request, *before[-1:]) for topic in r.own_topics}
    turn = list(takewhile(lambda r: r.speaker == before[-1].speaker, reversed(before)))
    return (*(r for r in before if r in turn or topics & set(r.own_topics)), request)


def _told_since(view: View, covers: Sequence[Remark], before: Sequence[str]) -> bool:
    """Whether a later remark on the same topic is by, or tells of, whoever had not been told."""
    topics = {topic for remark in covers for topic in remark.topics}
    later = [r for r in view.client_remarks() if r.on > covers[-1].on and topics & set(r.topics)]
    return any(r.speaker in before or any(p in before for p, _ in _mentions(view, r.text)) for r in later)
