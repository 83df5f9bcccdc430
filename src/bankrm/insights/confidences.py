"""What was told in confidence, and who of those we are about to meet must not hear of it from us.

Three ways: the record is marked (秘匿); somebody asks for it in words (社長には言わないで, 知っているのは父と私だけだ), or we promised it; or
somebody at the table has not been told yet (まだ話していません). A rival's approach to one person is kept from the one who decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bankrm.domain.citing import cite_closing, cite_meeting, cite_promise, is_confidential
from bankrm.domain.clients import Contact
from bankrm.domain.evidence import Evidence
from bankrm.domain.interactions import Interaction, Party
from bankrm.domain.observations import Code, Observation
from bankrm.domain.reading import canonical, contact_of, display_name, person_of
from bankrm.insights.banks import bank_in
from bankrm.insights.matters import same_matter
from bankrm.insights.remarks import Remark, View, met
from bankrm.language.certainty import Certainty
from bankrm.language.names import NameBook
from bankrm.language.patterns import pattern
from bankrm.language.phrases import noun_phrases
from bankrm.language.quantities import Kind
from bankrm.language.words import words

LOOK_BACK = timedelta(days=731)
ANYBODY = "ほかの方"  # before whom it is kept where no visit says who will sit there
_ASIDE = pattern(r"(?:ここ|この場|この席)だけの?(?:話|こと|に)|内緒|内密")
_ASKED = pattern(
    r"(?:伝え|言わ|話さ|知らせ|漏らさ|触れ|明かさ|見せ|口に(?:し|出さ))(?:ないで|ないよう|ないこと|ないと(?:お|ご)?(?:約束|申し)|んで(?:く|お|ほ)|んと(?:い|く)|ずに(?:い|お))|"
    r"耳に[^。]{0,12}入れ(?:ない|たくない|ん|ず)|他言|口外|伏せてお|(?:外|よそ|世間|話|噂)[がにへ]?漏れ(?:たら|ると|ては)|知っているのは[^。]{1,20}(?:だけ|のみ)|"
    + _ASIDE.pattern
    + r"|の前では?、?[^。、]{0,8}(?:触れ|言わ|話さ|出さ)ない"
)
_UNTOLD = pattern(
    r"(?P<to>(?:言|話|伝え|知らせ|相談し|打ち明け|話せ|言え|伝えられ|見せ|諮|上げ)(?:って|して|て)(?:は|も)?(?:い(?:ない|ません)|おらず|おりません|ない))|未相談|"
    r"(?P<by>聞いて(?:は)?(?:い(?:ない|ません)|おらず|おりません)|知ら(?:ない|ず|れていない)|耳に入って(?:い)?ない)"
)
_ALONE_KNOWS = pattern(r"(?:に|と)(?:しか|だけ)、?[^。、]{0,4}(?:話|言|伝え|相談|打ち明け)")
_ONLY_KNOW = pattern(r"知っているのは([^。]{1,20}?)(?:だけ|のみ)")
# how to reach somebody on such a matter: 連絡は社長の携帯電話に限り、宿の電話は使わない
_CHANNEL = pattern(r"(?:連絡|電話|郵便|郵送|メール|FAX)[^。]{0,24}(?:のみ|だけ|限(?:り|る|って)|使わない|しない)")
_KIN = {
    "弟": "弟", "兄": "兄", "姉": "姉", "妹": "妹", "妻": "妻|家内|女房|かみさん", "夫": "夫|主人|旦那", "長男": "長男|息子|せがれ|倅", "次男": "次男|息子",
    "長女": "長女|娘", "次女": "次女|娘", "父": "父|親父|おやじ", "母": "母|おふくろ",
}  # fmt: skip
_RELATED = pattern(rf"の({'|'.join(_KIN)})")
_WHOLE_TALK = pattern(r"(?:今日|本日|この席|この場|[一-龠ァ-ヶ]{1,6}から)の(?:こと|話|件)")
_APPROACHED = pattern(r"(?:さん)?(?:を訪ね|に会[いっ]|のところ[にへ]|に[^。、]{0,8}(?:提案|持ちかけ))")
_HEARER = {"to": ("に", "へ", "とは"), "by": ("は", "も", "が"), "": ("に", "へ", "とは", "は", "も")}
_SUBJECT = ("は", "が", "から", "より", "によ")  # not those who are not to hear, but whoever speaks or knows


@dataclass(frozen=True, slots=True)
class Confidence:
    """What one talk asks us to keep: the remarks it covers, and before whom of the visit. `whole`: the talk as such. `untold`: those who
    will not be there and have not been told, so that no paper may tell them."""

    record: Interaction
    covers: tuple[Remark, ...]
    before: tuple[str, ...]
    whole: bool
    untold: tuple[str, ...] = ()


def observe_confidences(view: View) -> Iterator[Observation]:
    """One for each talk and circle of people, latest last; also talks that hold something sensitive, for everybody's care."""
    for record in view.records:
        if view.day - record.on <= LOOK_BACK:
            found = list(_confidences(view, record))
            if not found and record.ref in view.sensitive_records:
                found = [Confidence(record, (), (), whole=True)]
            for circle in dict.fromkeys((c.before, c.untold) for c in found):
                yield _observation(view, record, [c for c in found if (c.before, c.untold) == circle])


def _observation(view: View, record: Interaction, found: Sequence[Confidence]) -> Observation:
    whole = any(c.whole for c in found)
    covered = list(dict.fromkeys(remark for c in found for remark in c.covers))
    promises = _promised(view, record) if whole and is_confidential(record) else ()
    matter = None if whole else _telling(covered)
    values = {
        "on": record.on, "mark": record.confidentiality, "people": present(record), "before": found[0].before, "whole": whole,
        "untold": found[0].untold,
        "covers": (*(remark.evidence for remark in covered), *promises),
        "channel": next((r.evidence for r in view.of_record(record.ref) if _CHANNEL.search(r.text)), None) if whole else None,
        "topics": tuple(dict.fromkeys(key for r in covered for key in r.own_topics if view.topic(key).private)),
        "name": _name(view, matter) if matter else "", "by": matter.speaker if matter else "",
    }  # fmt: skip
    return Observation(Code.CONFIDENTIAL, record.ref, (cite_meeting(record),), None, values)


def _promised(view: View, record: Interaction) -> Iterator[Evidence]:
    """What a talk promised, and what a person said became of it."""
    yield from (cite_promise(record, promise) for promise in record.promises)
    said = (closing for closing in view.dossier.closings if closing.promise.record == record.ref)
    yield from (cite_closing(closing, secret=True) for closing in said)


def _telling(covered: Iterable[Remark]) -> Remark | None:
    """The remark that says what it is about: one with a topic, an intent or a sum; never the request itself."""
    said = [r for r in covered if r.party is Party.CLIENT and not (_ASKED.search(r.text) or _UNTOLD.search(r.text))]
    return max(
        said,
        key=lambda r: (bool(r.own_topics), r.certainty is not Certainty.NONE, _has_sum(r), len(r.text)),
        default=None,
    )


def _has_sum(remark: Remark) -> bool:
    return any(q.kind is Kind.AMOUNT for q in remark.quantities)


def _name(view: View, remark: Remark) -> str:
    """How to name the matter in a word or two, without quoting: its thing, else its longest noun."""
    people = {person for person, _ in _mentions(view, remark.text)}
    topics = [key for key in remark.own_topics if view.topic(key).matter]
    phrases = [p for p in noun_phrases(remark.text) if canonical(p, view.dossier.contacts) not in people]
    return view.thing_of(topics[0], remark) if topics else max(phrases, key=len, default="")


def _confidences(view: View, record: Interaction) -> Iterator[Confidence]:
    remarks = view.of_record(record.ref)
    if is_confidential(record):
        yield Confidence(record, tuple(remarks), _strangers(view, record, remarks), whole=True)
    for place, remark in enumerate(remarks):
        yield from _asked(view, record, remarks, place)
        yield from _untold(view, record, remarks, place)
        yield from _approached(view, record, remark)


def _asked(view: View, record: Interaction, remarks: Sequence[Remark], place: int) -> Iterator[Confidence]:
    """Silence asked for by the client, or promised by us."""
    request = remarks[place]
    cue = _ASKED.search(request.text)
    before = (_named(view, record, request.text, cue) or _strangers(view, record, remarks)) if cue else ()
    if before:
        told_by_us = request.party is Party.BANK or not request.speaker
        whole = told_by_us or bool(_WHOLE_TALK.search(request.text))
        yield Confidence(record, _words(remarks if whole else _meant(remarks, place)), before, whole)


def _untold(view: View, record: Interaction, remarks: Sequence[Remark], place: int) -> Iterator[Confidence]:
    """A matter of which somebody has not been told, at the table or not, as far as later talks show."""
    cue = _UNTOLD.search(remarks[place].text)
    hearers = _hearers(view, record, remarks[place].text, cue) if cue else ()
    if hearers and not _told_since(view, covers := _words(_unheard(remarks, place)), hearers):
        before = _of_visit(view, record, hearers)
        yield Confidence(record, covers, before, whole=False, untold=() if before else hearers)


def _approached(view: View, record: Interaction, remark: Remark) -> Iterator[Confidence]:
    """Another bank went to one person: not for us to tell the one who decides."""
    if remark.party is not Party.CLIENT or not bank_in(remark.text, view.other_banks):
        return
    to = {p for p, end in _mentions(view, remark.text) if _APPROACHED.match(remark.text, end)} - view.deciders
    before = tuple(p for p in view.people or view.deciders if p in view.deciders and p not in (*present(record), *to))
    if to and before and view.day - remark.on <= timedelta(days=183):
        yield Confidence(record, (remark,), before, whole=False)


def _words(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """The client's words: what we explained ourselves is no secret of theirs."""
    return tuple(remark for remark in remarks if remark.party is Party.CLIENT)


def _strangers(view: View, record: Interaction, remarks: Sequence[Remark]) -> tuple[str, ...]:
    """Those of the visit who were not at that talk, but for whoever is said to know of it."""
    people = view.people or (ANYBODY,)
    return tuple(p for p in people if p not in present(record) and p not in _knowing(view, remarks))


def _knowing(view: View, remarks: Sequence[Remark]) -> set[str]:
    """Whom the talk itself names as knowing (真壁にしか話していません, 知っているのは専務と私だけだ)."""
    told = {
        p
        for r in remarks
        for c in _ALONE_KNOWS.finditer(r.text)
        for p, end in _mentions(view, r.text)
        if end == c.start()
    }
    circles = (circle.group(1) for r in remarks for circle in _ONLY_KNOW.finditer(r.text))
    return told | {person for circle in circles for person, _ in _mentions(view, circle)}


def present(record: Interaction) -> tuple[str, ...]:
    """Who heard it: those named as met, else those whose words are recorded."""
    return record.attendees or met(record)


def _named(view: View, record: Interaction, text: str, cue: re.Match[str]) -> tuple[str, ...]:
    """Those of the visit whom a request names as not to hear (社長には…, 校長の耳には…, 校長が同席する場では…)."""
    known = {person for circle in _ONLY_KNOW.finditer(text) for person, _ in _mentions(view, circle.group(1))}
    found = ((p, text[end:]) for p, end in _mentions(view, text) if end <= cue.start() and p not in known)
    named = (p for p, rest in found if rest.startswith("が同席") or not rest.startswith(_SUBJECT))
    return _of_visit(view, record, named)


def _hearers(view: View, record: Interaction, text: str, cue: re.Match[str]) -> tuple[str, ...]:
    """Those who have not been told, or have not heard."""
    particles = _HEARER[cue.lastgroup or ""]
    found = ((p, text[end:]) for p, end in _mentions(view, text) if end <= cue.start())
    unheard = (p for p, rest in found if rest.startswith(particles) and not _ALONE_KNOWS.match(rest))
    return tuple(dict.fromkeys(p for p in unheard if p not in present(record)))


def _of_visit(view: View, record: Interaction, people: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p for p in people if p not in present(record) and (p in view.people or not view.people)))


def _mentions(view: View, text: str) -> Iterator[tuple[str, int]]:
    """The contacts whom a text names, by title or by surname alone, each with where the name ends."""
    contacts = view.dossier.contacts
    yield from _kin(contacts, text)
    found = {(mention.end, mention.surface) for mention in NameBook(map(person_of, contacts)).find(text)}
    found |= {(word.end, word.surface) for word in words(text) if word.pos[0] == "名詞" and len(word.surface) > 1}
    yield from ((canonical(name, contacts), end) for end, name in sorted(found) if contact_of(name, contacts))


def _kin(contacts: Sequence[Contact], text: str) -> Iterator[tuple[str, int]]:
    """Relatives by the words of kinship (弟には…), as the master notes them (社長の弟)."""
    for contact in contacts:
        related = _RELATED.search(contact.note)
        if related and not contact.note.startswith(f"の{related[1]}の", related.start()):  # not 社長の娘の夫
            yield from ((display_name(contact), m.end()) for m in re.finditer(_KIN[related[1]], text))


def _meant(remarks: Sequence[Remark], place: int) -> Sequence[Remark]:
    """What a request is about: of an aside what follows in that breath; else what was said before it in that breath, or in the
    one before where the request opens it."""
    breath = _breath(remarks, place)
    if _ASIDE.search(remarks[place].text):
        return breath[breath.index(remarks[place]) :]
    if breath[0] is not remarks[place]:
        return breath
    return (*_breath_before(remarks, place), *breath)


def _unheard(remarks: Sequence[Remark], place: int) -> Sequence[Remark]:
    """What somebody has not been told: what was said before in that breath, else by whoever spoke before; what else was said on
    that topic; and what follows in that breath."""
    breath, request = _breath(remarks, place), remarks[place]
    before = () if breath[0] is not request else _turn_before(remarks, place)
    topics = {topic for r in (*before, *breath) for topic in r.own_topics}
    related = (r for r in remarks[:place] if r.party is Party.CLIENT and topics & set(r.own_topics))
    return tuple(dict.fromkeys((*related, *before, *breath)))


def _breath(remarks: Sequence[Remark], place: int) -> list[Remark]:
    """The sentences that one person says in one line of the record."""
    return [r for r in remarks if r.party is Party.CLIENT and _one_line(r, remarks[place])] or [remarks[place]]


def _one_line(one: Remark, other: Remark) -> bool:
    a, b = sorted((one.evidence.origin.span or (0, 0), other.evidence.origin.span or (0, 0)))
    return one.speaker == other.speaker and "\n" not in one.record.client_words[a[0] : b[0]]


def _breath_before(remarks: Sequence[Remark], place: int) -> Sequence[Remark]:
    """The same person's line before."""
    start = next(i for i, r in enumerate(remarks) if r is _breath(remarks, place)[0])
    earlier = [
        i for i, r in enumerate(remarks[:start]) if r.speaker == remarks[place].speaker and r.party is Party.CLIENT
    ]
    return _breath(remarks, earlier[-1]) if earlier else ()


def _turn_before(remarks: Sequence[Remark], place: int) -> Sequence[Remark]:
    """All lines in a row of whoever spoke before."""
    start = next(i for i, r in enumerate(remarks) if r is _breath(remarks, place)[0])
    turn: list[Remark] = []
    for remark in reversed(remarks[:start]):
        if remark.party is not Party.CLIENT or (turn and remark.speaker != turn[0].speaker):
            break
        turn.insert(0, remark)
    return turn


def _told_since(view: View, covers: Sequence[Remark], before: Sequence[str]) -> bool:
    """Whether a later remark on the same matter is by, or tells of, whoever had not been told."""
    later = (r for r in view.client_remarks() if r.on > covers[-1].on and any(same_matter(view, c, r) for c in covers))
    return any(r.speaker in before or any(p in before for p, _ in _mentions(view, r.text)) for r in later)
