"""A client's talks as they are read through: the client's words and ours apart, by person, topic and side; and the people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from bankrm.application.ports.clock import Clock
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.citing import is_confidential
from bankrm.domain.clients import ClientKey, Contact
from bankrm.domain.errors import NotFound
from bankrm.domain.interactions import Interaction, Party
from bankrm.domain.reading import contact_of, display_name
from bankrm.insights.remarks import Remark, View, met
from bankrm.insights.topics import Topic
from bankrm.language.certainty import WANTS, Certainty
from bankrm.language.meant import Limit, limits


@dataclass(frozen=True, slots=True)
class SaidRow:
    """One sentence: whose, as it stands in the record (「」 where quoted), keys of its topics, how firm it is; `meant` tells what a
    年度 or 期 in it means (今期は2027年3月まで)."""

    party: Party
    speaker: str
    text: str
    topics: tuple[str, ...] = ()
    certainty: Certainty = Certainty.NONE
    meant: tuple[Limit, ...] = ()


@dataclass(frozen=True, slots=True)
class TalkRow:
    """応接記録: the raw fields of the form beside its sentences in order, ours first. `people` are those met or quoted."""

    ref: str
    on: date
    method: str
    place: str
    people: tuple[str, ...]
    bank_people: tuple[str, ...]
    purpose: str
    said: tuple[SaidRow, ...]
    promises: str
    handed_over: str
    next_step: str
    confidentiality: str
    confidential: bool
    open_points: str = ""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """面談者: the name under which records have them, when and how often they were met, and what the master knows of them."""

    person: str
    contact: Contact | None
    last_talk: date | None
    talks: int


@dataclass(frozen=True, slots=True)
class WordsRow:
    """One sentence of one person, with the talk that holds it."""

    on: date
    method: str
    ref: str
    said: SaidRow


@dataclass(frozen=True, slots=True)
class TalkFilter:
    """What is to be seen of the talks: those with a person, and of them the sentences on a topic or of a side."""

    person: str | None = None
    topic: str | None = None
    party: Party | None = None


@dataclass(frozen=True, slots=True)
class Talks:
    """The talks, the newest first, the people, and the topics that are spoken of (key and name, the most frequent first)."""

    talks: tuple[TalkRow, ...]
    people: tuple[PersonRow, ...]
    topics: tuple[tuple[str, str], ...]

    def filtered(self, chosen: TalkFilter) -> tuple[TalkRow, ...]:
        """Talks that hold something of what is chosen, with that alone; where a topic or a side is, the rest of the form is left out."""
        return tuple(_filtered(self.talks, chosen))

    def words_of(self, person: str) -> tuple[WordsRow, ...]:
        """Everything that one person said, the newest first."""
        return tuple(
            WordsRow(talk.on, talk.method, talk.ref, said)
            for talk in self.talks
            for said in talk.said
            if said.party is Party.CLIENT and said.speaker == person
        )

    def person(self, name: str) -> PersonRow | None:
        """Who is meant by a name, as records or the master have it."""
        exact = (row for row in self.people if name in (row.person, row.contact and row.contact.name))
        by_master = (row for row in self.people if row.contact and display_name(row.contact) == name)
        return next(chain(exact, by_master), None)


class ReadTalks:
    """Reads all talks: some tenths of a second for a hundred."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, topics: Sequence[Topic], clock: Clock) -> None:
        self._open, self._topics, self._clock = open_unit_of_work, topics, clock

    def __call__(self, key: ClientKey) -> Talks:
        """As the records stand now. Raises NotFound."""
        today = self._clock.today()
        with self._open() as uow:
            dossier = uow.records.dossier(key)
        if dossier is None:
            raise NotFound(what="client", id=str(key))
        view = View(dossier, today, today, self._topics)
        by_talk: dict[str, list[Remark]] = defaultdict(list)
        for remark in view.everything:
            by_talk[remark.record.ref].append(remark)
        matters = {topic.key: topic for topic in self._topics if topic.matter}
        reader = _Reader(matters, _first_wanted(view.everything), dossier.closing_month)
        talks = tuple(reader.talk(record, by_talk[record.ref]) for record in reversed(view.records))
        return Talks(talks, _people(view.records, dossier.contacts), _topics(talks, self._topics))


@dataclass(frozen=True, slots=True)
class _Reader:
    """`matters` are the topics that are of the business, by their keys, `wanted` the days on which something of each was wanted
    first; `closing_month` as of the dossier."""

    matters: Mapping[str, Topic]
    wanted: Mapping[str, date]
    closing_month: int | None

    def talk(self, record: Interaction, remarks: Iterable[Remark]) -> TalkRow:
        said = tuple(self._said(remark) for remark in remarks if not remark.is_handed_over)
        return TalkRow(
            record.ref, record.on, record.method, record.place, met(record), record.bank_people, record.purpose, said,
            record.promises_text, record.handed_over, record.next_step, record.confidentiality, is_confidential(record),
            record.open_points,
        )  # fmt: skip

    def _said(self, remark: Remark) -> SaidRow:
        """Of the topics of its own words, with its 意向の段階 where it has one."""
        certainty = remark.certainty if self._is_intended(remark) else Certainty.NONE
        meant = limits(remark.text, remark.on, self.closing_month) if remark.party is Party.CLIENT else ()
        return SaidRow(remark.party, remark.speaker, remark.evidence.body, remark.own_topics, certainty, meant)

    def _is_intended(self, remark: Remark) -> bool:
        """Whether it says how firmly something of the business is meant: of a matter in its own words, or in answer to what was just
        spoken of, with no other thing named (今期は見送る; not 時計は先月直した). What was done counts only of what was wanted before."""
        about = [key for key in remark.topics if key in self.matters]
        if remark.party is Party.BANK:
            return True
        if remark.certainty is Certainty.DONE:
            own = (key for key in about if key in remark.own_topics and self.matters[key].continued(remark.text))
            return any(self.wanted.get(key, date.max) < remark.on for key in own)
        small_talk = bool(remark.topics) and not about
        return not small_talk and bool(remark.own_topics or not remark.nouns)


def _first_wanted(remarks: Iterable[Remark]) -> Mapping[str, date]:
    """The day on which the client first wanted something of each topic."""
    said = sorted(
        (r for r in remarks if r.party is Party.CLIENT and r.certainty in WANTS), key=lambda r: r.on, reverse=True
    )
    return {key: remark.on for remark in said for key in remark.own_topics}


def _people(records: Sequence[Interaction], contacts: Sequence[Contact]) -> tuple[PersonRow, ...]:
    """Those of the master first, who decides before the others; then whoever else was met, the last met first."""
    days: dict[str, list[date]] = defaultdict(list)
    for record in records:
        for person in met(record):
            days[person].append(record.on)
    known: dict[Contact, str] = {}
    for person in days:
        contact = contact_of(person, contacts)
        if contact:
            known[contact] = person
    named = [(known.get(contact, display_name(contact)), contact) for contact in contacts]
    others = [person for person in days if person not in known.values()]
    others.sort(key=lambda person: days[person][-1], reverse=True)
    rows = [(person, contact) for person, contact in sorted(named, key=lambda row: not row[1].decides)]
    return tuple(
        PersonRow(
            person, contact, max(days[person], default=None) if person in days else None, len(days.get(person, ()))
        )
        for person, contact in (*rows, *((person, None) for person in others))
    )


def _topics(talks: Iterable[TalkRow], topics: Iterable[Topic]) -> tuple[tuple[str, str], ...]:
    names = {topic.key: topic.name for topic in topics}
    counts: dict[str, int] = defaultdict(int)
    for talk in talks:
        for key in {key for said in talk.said for key in said.topics}:
            counts[key] += 1
    return tuple((key, names[key]) for key in sorted(counts, key=lambda key: (-counts[key], key)))


def _filtered(talks: Iterable[TalkRow], chosen: TalkFilter) -> Iterator[TalkRow]:
    for talk in talks:
        if chosen.person is not None and chosen.person not in talk.people:
            continue
        if chosen.topic is None and chosen.party is None:
            yield talk
            continue
        said = tuple(one for one in talk.said if _wanted(one, chosen))
        if said:
            yield replace(talk, said=said, promises="", handed_over="", next_step="", open_points="")


def _wanted(said: SaidRow, chosen: TalkFilter) -> bool:
    """With a person chosen, of the client's words that person's alone."""
    of_another = chosen.person is not None and said.party is Party.CLIENT and said.speaker not in (chosen.person, "")
    on_topic = chosen.topic is None or chosen.topic in said.topics
    return on_topic and not of_another and chosen.party in (None, said.party)
