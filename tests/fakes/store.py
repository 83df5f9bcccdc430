"""An in-memory store that passes the same contract tests as the encrypted one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from types import TracebackType
from typing import Any, Self, TypeVar

from bankrm.adapters.store.audit_chain import GENESIS, chained
from bankrm.application.ports.drafts import DraftGist, DraftSummary, Kept
from bankrm.application.ports.records import (
    Change,
    ClientCounts,
    FoundPassage,
    FoundTexts,
    Holdings,
    Source,
    Standing,
    TalkHead,
)
from bankrm.domain.audit import Act, AuditEntry, AuditEvent
from bankrm.domain.business import Deal, FinancialStatement, HostFigures, HostItem, OtherBankLoan
from bankrm.domain.clients import Client, ClientKey, Contact
from bankrm.domain.closings import Closing, OpenPromise
from bankrm.domain.documents import Document, Product
from bankrm.domain.dossier import Dossier, Record
from bankrm.domain.drafts import Draft, DraftState, Statement
from bankrm.domain.ids import ClosingId, DraftId, JobId, MemoId
from bankrm.domain.interactions import Interaction, Party, is_talk
from bankrm.domain.memos import Memo, MemoConflict, MemoState
from bankrm.domain.practice import SetTime
from bankrm.domain.preparation import Job, JobState, Wanted
from bankrm.domain.reading import read_interaction
from bankrm.domain.recipes import DocumentKindName
from bankrm.domain.same_client import ClientPair, PairDecision
from bankrm.domain.visits import Visit
from bankrm.drafting.ports import Hit
from bankrm.language.words import content_words

R = TypeVar(
    "R", Client, Contact, Interaction, HostFigures, OtherBankLoan, Deal, FinancialStatement, Visit, Document, Product
)
C = TypeVar("C", Contact, Interaction, HostFigures, OtherBankLoan, Deal, FinancialStatement, Visit)


def _natural_key(record: Record) -> tuple[object, ...]:
    match record:
        case Client():
            return (record.key,)
        case Contact():
            return (record.client, record.name)
        case HostFigures():
            return (record.client, record.as_of)
        case OtherBankLoan():
            return (record.client, record.bank, record.as_of)
        case FinancialStatement():
            return (record.client, record.period_end)
        case Product():
            return (record.document,)
        case Deal() | Visit() | Interaction() | Document():
            return (record.client, record.ref)


_KINDS: dict[str, Any] = {
    "client": Client, "contact": Contact, "interaction": Interaction, "host": HostFigures, "other_bank": OtherBankLoan,
    "statement": FinancialStatement, "deal": Deal, "visit": Visit, "document": Document, "product": Product,
}  # fmt: skip


@dataclass
class MemoryData:
    """What is committed."""

    records: dict[tuple[type, tuple[object, ...]], Record] = field(default_factory=dict)
    names_version: int = 0
    originals: dict[str, bytes] = field(default_factory=dict)
    original_names: dict[str, str] = field(default_factory=dict)
    drafts: dict[str, Draft] = field(default_factory=dict)
    superseded_by: dict[str, str] = field(default_factory=dict)
    update_of: dict[str, str] = field(default_factory=dict)
    dismissed: set[str] = field(default_factory=set)
    steps: dict[str, tuple[int, tuple[Draft, ...]]] = field(default_factory=dict)
    jobs: dict[str, Job] = field(default_factory=dict)
    sections: dict[tuple[str, str], tuple[str, tuple[Statement, ...] | None]] = field(default_factory=dict)
    decisions: dict[ClientPair, PairDecision] = field(default_factory=dict)
    closings: dict[str, Closing] = field(default_factory=dict)
    taken_back: dict[str, datetime] = field(default_factory=dict)
    open_promises: dict[ClientKey, tuple[OpenPromise, ...]] = field(default_factory=dict)
    readings: dict[ClientKey, tuple[str, date, date | None]] = field(default_factory=dict)
    memos: dict[str, Memo] = field(default_factory=dict)
    times: dict[tuple[ClientKey, str], SetTime] = field(default_factory=dict)
    former_minutes: int | None = None
    audit: list[AuditEntry] = field(default_factory=list)

    def standing_closings(self, client: ClientKey) -> tuple[Closing, ...]:
        said = (one for one in self.closings.values() if one.client == client and one.id not in self.taken_back)
        return tuple(sorted(said, key=lambda closing: closing.id))


class MemoryRecords:
    def __init__(self, data: MemoryData) -> None:
        self._data = data

    def put(self, record: Record, source: Source) -> Change:  # noqa: ARG002
        if isinstance(record, Interaction):
            record = replace(record, utterances=(), promises=(), sha256="")
        key = (type(record), _natural_key(record))
        self._data.names_version += isinstance(record, (Client, Contact)) and self._data.records.get(key) != record
        former = self._data.records.pop(key, None) or self._taken_from_nobody(record)
        if isinstance(record, Document):
            former_version = former.version if isinstance(former, Document) else 0
            record = replace(record, version=former_version + (former != record))
        self._data.records[key] = record
        if isinstance(record, (Interaction, Contact)) and former != record:
            self._data.readings.pop(record.client, None)
        return Change.NEW if former is None else Change.UNCHANGED if former == record else Change.CHANGED

    def as_kept(self, document: Document) -> Document:
        if (Document, _natural_key(document)) in self._data.records:
            return document
        return document.known_as([one for one in self._all(Document) if one.sha256 == document.sha256])

    def _taken_from_nobody(self, record: Record) -> Record | None:
        if not isinstance(record, Document) or record.client is None:
            return None
        key = (Document, (None, record.ref))
        former = self._data.records.get(key)
        if not isinstance(former, Document) or former.sha256 != record.sha256:
            return None
        return self._data.records.pop(key)

    def keep_original(self, sha256: str, name: str, content: bytes) -> bool:
        known = sha256 in self._data.originals
        self._data.originals.setdefault(sha256, content)
        self._data.original_names.setdefault(sha256, name)
        return not known

    def original_names(self, sha256s: Collection[str]) -> Mapping[str, str]:
        return {digest: name for digest, name in self._data.original_names.items() if digest in sha256s}

    def holdings(self) -> Holdings:
        counts = {kind: len(self._all(record)) for kind, record in _KINDS.items()}
        return Holdings(counts, max((figures.as_of for figures in self._all(HostFigures)), default=None))

    def original(self, sha256: str) -> bytes | None:
        return self._data.originals.get(sha256)

    def interaction(self, client: ClientKey, ref: str) -> Interaction | None:
        return next((record for record in self._of(Interaction, client) if record.ref == ref), None)

    def document(self, client: ClientKey, ref: str) -> Document | None:
        found = {one.client: one for one in self._all(Document) if one.ref == ref and one.client in (client, None)}
        return found.get(client) or found.get(None)

    def clients(self) -> Sequence[Client]:
        return sorted(self._all(Client), key=lambda client: client.key)

    def clients_of(self, keys: Collection[ClientKey]) -> Mapping[ClientKey, Client]:
        return {client.key: client for client in self._all(Client) if client.key in keys}

    def names_version(self) -> int:
        return self._data.names_version

    def contacts(self) -> Sequence[Contact]:
        return sorted(self._all(Contact), key=lambda contact: contact.client)

    def standings(self) -> Mapping[ClientKey, Standing]:
        talks = (talk for talk in self._all(Interaction) if is_talk(talk.method))
        told = {t.client: (t.on, t.next_step) for t in sorted(talks, key=lambda talk: talk.on)}
        loans = {
            host.client: host.values_yen[HostItem.LOANS]
            for host in sorted(self._all(HostFigures), key=lambda host: host.as_of)
            if HostItem.LOANS in host.values_yen
        }
        keys = [client.key for client in self._all(Client)]
        return {key: Standing(on, loans.get(key), step) for key in keys for on, step in [told.get(key, (None, ""))]}

    def dossier(self, key: ClientKey, *, talks: bool = True) -> Dossier | None:
        client = next((client for client in self._all(Client) if client.key == key), None)
        if client is None:
            return None
        contacts = tuple(self._of(Contact, key))
        return Dossier(
            client=client,
            contacts=contacts,
            interactions=tuple(
                read_interaction(record, contacts)
                for record in sorted(self._of(Interaction, key) if talks else [], key=lambda r: (r.on, r.ref))
            ),
            host=tuple(sorted(self._of(HostFigures, key), key=lambda host: host.as_of)),
            other_banks=tuple(sorted(self._of(OtherBankLoan, key), key=lambda loan: (loan.as_of, loan.bank))),
            deals=tuple(sorted(self._of(Deal, key), key=lambda deal: (deal.opened or date.min, deal.ref))),
            statements=tuple(sorted(self._of(FinancialStatement, key), key=lambda statement: statement.period_end)),
            documents=tuple(
                sorted(
                    (document for document in self._all(Document) if document.client in (None, key)),
                    key=lambda document: (document.issued or date.min, document.ref),
                )
            ),
            products=tuple(sorted(self._all(Product), key=lambda product: product.document)),
            visits=tuple(sorted(self._of(Visit, key), key=_visit_order)),
            closings=self._data.standing_closings(key),
        )

    def visits(self, first: date, last: date) -> Sequence[Visit]:
        return sorted((visit for visit in self._all(Visit) if first <= visit.day <= last), key=_visit_order)

    def talks_of(self, clients: Collection[ClientKey], first: date, last: date) -> Sequence[TalkHead]:
        talks = (talk for talk in self._all(Interaction) if talk.client in clients and first <= talk.on <= last)
        heads = (TalkHead(talk.client, talk.ref, talk.on, talk.method) for talk in talks if is_talk(talk.method))
        return sorted(heads, key=lambda talk: talk.on)

    def confidentiality_of(self, records: Collection[tuple[ClientKey, str]]) -> Mapping[tuple[ClientKey, str], str]:
        talks = ((talk.client, talk.ref, talk.confidentiality) for talk in self._all(Interaction))
        return {(key, ref): marked for key, ref, marked in talks if (key, ref) in records}

    def counts(self, clients: Collection[ClientKey]) -> Mapping[ClientKey, ClientCounts]:
        known = [client.key for client in self._all(Client) if client.key in clients]
        return {
            key: ClientCounts(
                len(self._of(Interaction, key)), len(self._of(HostFigures, key)), len(self._of(FinancialStatement, key))
            )
            for key in known
        }

    def evidence_index(self, client: ClientKey) -> MemoryIndex:
        texts = {f"interaction:{record.ref}": _text(record) for record in self._of(Interaction, client)}
        for document in self._all(Document):
            if document.client in (None, client):
                for place, passage in enumerate(document.passages):
                    texts[f"passage:{place}:{document.ref}"] = passage.text
        return MemoryIndex(texts)

    def find_texts(self, query: str, top: int, clients: Collection[ClientKey] | None = None) -> FoundTexts:
        """No ranking and no unfinished words here: the newest first."""

        def fits(owner: ClientKey | None, text: str) -> bool:
            wanted = set(content_words(query))
            return bool(wanted) and wanted <= set(content_words(text)) and (clients is None or owner in clients)

        records = [r for r in self._all(Interaction) if fits(r.client, _text(r))]
        passages = [
            FoundPassage(replace(document, passages=()), passage)
            for document in self._all(Document)
            for passage in [p for p in document.passages if fits(document.client, p.text)][:1]
        ]
        return FoundTexts(tuple(records[::-1][:top]), tuple(passages[::-1][:top]))

    def _all(self, kind: type[R]) -> list[R]:
        return [record for record in self._data.records.values() if isinstance(record, kind)]

    def _of(self, kind: type[C], key: ClientKey) -> list[C]:
        return [record for record in self._all(kind) if record.client == key]


def _visit_order(visit: Visit) -> tuple[str, ClientKey, str]:
    return (visit.start.strftime("%Y-%m-%dT%H:%M:%S"), visit.client, visit.ref)


def _text(record: Interaction) -> str:
    parts = (record.purpose, record.explanation, record.client_words, record.promises_text, record.open_points)
    return "\n".join((*parts, record.handed_over, record.next_step))


class MemoryIndex:
    """Counts common words."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = texts

    def search(self, query: str, top: int) -> Sequence[Hit]:
        wanted = set(content_words(query))
        scores = {id: len(wanted & set(content_words(text))) for id, text in self._texts.items()}
        hits = [Hit(id, float(score)) for id, score in scores.items() if score]
        return sorted(hits, key=lambda hit: (-hit.score, hit.id))[:top]


class MemoryDrafts:
    def __init__(self, data: MemoryData) -> None:
        self._data = data

    def add(self, draft: Draft, *, update_of: DraftId | None = None) -> None:
        if self._data.drafts.setdefault(draft.id, draft) != draft:
            raise ValueError(draft.id)
        if update_of:
            self._data.update_of[draft.id] = update_of

    def supersede(self, draft: DraftId, by: DraftId) -> None:
        self._data.superseded_by[draft] = by

    def get(self, draft: DraftId) -> Draft | None:
        return self._data.drafts.get(draft)

    def gist(self, draft: DraftId, sections: Collection[str]) -> DraftGist | None:
        if (found := self.get(draft)) is None:
            return None
        return DraftGist(
            tuple(section for section in found.sections if section.key in sections),
            tuple(statement.verdict for statement in found.statements if statement.verdict),
        )

    def in_place(self, client: ClientKey, visit: str | None, kind: DocumentKindName) -> Draft | None:
        return self._newest(
            draft
            for draft in self._data.drafts.values()
            if (draft.client, draft.visit, draft.kind) == (client, visit, kind) and draft.id not in self._data.update_of
        )

    def update_of(self, draft: DraftId) -> Draft | None:
        return self._newest(one for one in self._data.drafts.values() if self._data.update_of.get(one.id) == draft)

    def _newest(self, drafts: Iterable[Draft]) -> Draft | None:
        return next(iter([one for one in drafts if one.id not in self._data.superseded_by][::-1]), None)

    def kept(self, draft: DraftId) -> Kept | None:
        found = self._data.drafts.get(draft)
        if found is None:
            return None
        newer = self._data.superseded_by.get(draft)
        at, steps = self._data.steps.get(draft, (0, ()))
        offered = self._data.update_of.get(draft)
        return Kept(
            found, _digest(found), DraftId(newer) if newer else None, at > 0, at < len(steps) - 1,
            DraftId(offered) if offered else None,
        )  # fmt: skip

    def claim(self, draft: DraftId) -> Kept | None:
        return self.kept(draft)

    def succeed(self, former: DraftId, revision: Draft) -> None:
        self.add(revision)
        self.supersede(former, by=revision.id)
        self._data.update_of = {key: revision.id if of == former else of for key, of in self._data.update_of.items()}

    def change(self, draft: Draft) -> Kept:
        before = self._working(draft.id)
        at, steps = self._data.steps.get(draft.id, (0, (before,)))
        self._data.steps[draft.id] = at + 1, (*steps[: at + 1], draft)
        return self._put(draft)

    def step(self, draft: DraftId, by: int) -> Kept:
        self._working(draft)
        at, steps = self._data.steps.get(draft, (0, ()))
        if not 0 <= at + by < len(steps):
            raise ValueError(draft)
        self._data.steps[draft] = at + by, steps
        return self._put(steps[at + by])

    def _working(self, draft: DraftId) -> Draft:
        found = self._data.drafts[draft]
        if found.state is not DraftState.DRAFT or found.revision == 1 or draft in self._data.superseded_by:
            raise ValueError(draft)
        return found

    def _put(self, draft: Draft) -> Kept:
        self._data.drafts[draft.id] = draft
        kept = self.kept(draft.id)
        assert kept
        return kept

    def reach(self, draft: DraftId, state: DraftState) -> None:
        self._data.drafts[draft] = replace(self._data.drafts[draft], state=state)
        self._data.steps.pop(draft, None)

    def dismiss(self, update: DraftId) -> None:
        self._data.dismissed.add(update)

    def offered_to(self, draft: DraftId) -> Draft | None:
        found = self.update_of(draft)
        return None if found is None or found.id in self._data.dismissed else found

    def summaries(
        self, client: ClientKey | None = None, visit: str | None = None, *, newest: int | None = None
    ) -> Sequence[DraftSummary]:
        found = [
            _summary(draft)
            for draft in self._data.drafts.values()
            if draft.id not in {*self._data.superseded_by, *self._data.update_of}
            and client in (None, draft.client)
            and visit in (None, draft.visit)
        ]
        return found[::-1][:newest]

    def of_visit(self, visit: str) -> Sequence[Draft]:
        return [
            draft
            for draft in self._data.drafts.values()
            if draft.visit == visit and draft.id not in self._data.superseded_by
        ]

    def of_visits(self, visits: Collection[str]) -> Sequence[DraftSummary]:
        newest = {
            (draft.client, draft.visit, draft.kind): _summary(draft)
            for draft in self._data.drafts.values()
            if draft.visit in visits and draft.id not in {*self._data.superseded_by, *self._data.update_of}
        }
        return list(newest.values())

    def last_before(self, client: ClientKey, day: date) -> Draft | None:
        visits = {
            record.ref
            for record in self._data.records.values()
            if isinstance(record, Visit) and record.client == client and record.day < day
        }
        drafts = (draft for draft in self._data.drafts.values() if draft.client == client and draft.visit in visits)
        in_time = [draft for draft in drafts if draft.in_time]
        return max(in_time, key=lambda draft: (draft.day, draft.created), default=None)


def _digest(draft: Draft) -> str:
    return hashlib.sha256(repr(replace(draft, state=DraftState.DRAFT)).encode()).hexdigest()


def _summary(draft: Draft) -> DraftSummary:
    return DraftSummary(
        draft.id, draft.client, draft.client_name, draft.kind, draft.title, draft.visit, draft.day, draft.state, draft.revision,
        len(draft.statements), draft.questioned, draft.provenance.engine, draft.created, _digest(draft),
    )  # fmt: skip


class MemoryJobs:
    def __init__(self, data: MemoryData) -> None:
        self._data = data

    def put(self, job: Job) -> None:
        self._data.jobs[job.id] = job

    def get(self, job: JobId) -> Job | None:
        return self._data.jobs.get(job)

    def in_states(self, states: Collection[JobState]) -> Sequence[Job]:
        return sorted((job for job in self._data.jobs.values() if job.state in states), key=lambda job: job.place)

    def done(self, by: Wanted, newest: int) -> Sequence[Job]:
        found = [job for job in self._data.jobs.values() if job.state is JobState.DONE and job.wanted == by]
        return sorted(found, key=lambda job: job.id, reverse=True)[:newest]

    def keep(self, job: JobId, section: str, inputs: str, statements: tuple[Statement, ...] | None) -> None:
        self._data.sections[job, section] = inputs, statements

    def kept(self, job: JobId, inputs: str) -> Mapping[str, tuple[Statement, ...] | None]:
        return {
            section: statements
            for (of, section), (made_of, statements) in self._data.sections.items()
            if (of, made_of) == (job, inputs)
        }

    def forget_sections(self, job: JobId) -> None:
        self._data.sections = {key: kept for key, kept in self._data.sections.items() if key[0] != job}


class MemoryDuplicates:
    def __init__(self, data: MemoryData) -> None:
        self._data = data

    def decide(self, decision: PairDecision) -> None:
        self._data.decisions[decision.pair] = decision

    def decisions(self, client: ClientKey | None = None) -> Sequence[PairDecision]:
        kept = sorted(self._data.decisions.values(), key=lambda one: one.pair)
        return [one for one in kept if client is None or client in (one.pair.first, one.pair.second)]


class MemoryPromises:
    def __init__(self, data: MemoryData) -> None:
        self._data = data

    def close(self, closing: Closing) -> None:
        self._data.closings[closing.id] = closing
        said = closing.promise
        left = self._data.open_promises.get(said.client, ())
        self._data.open_promises[said.client] = tuple(promise for promise in left if promise.identity != said.identity)
        self._data.readings.pop(said.client, None)

    def get(self, closing: ClosingId) -> Closing | None:
        return self._data.closings.get(closing)

    def closings(self, client: ClientKey) -> Sequence[Closing]:
        return self._data.standing_closings(client)

    def take_back(self, closing: ClosingId, at: datetime) -> None:
        if closing in self._data.closings:
            self._data.taken_back[closing] = at
            self._data.readings.pop(self._data.closings[closing].client, None)

    def keep_reading(
        self, client: ClientKey, reader: str, day: date, until: date | None, promises: Sequence[OpenPromise]
    ) -> None:
        self._data.open_promises[client] = tuple(promises)
        self._data.readings[client] = (reader, day, until)

    def unread(self, reader: str, day: date) -> Sequence[ClientKey]:
        clients = sorted(record.key for record in self._data.records.values() if isinstance(record, Client))
        return [key for key in clients if not self._is_read(key, reader, day)]

    def _is_read(self, client: ClientKey, reader: str, day: date) -> bool:
        read = self._data.readings.get(client)
        return read is not None and read[0] == reader and read[1] <= day and (read[2] is None or read[2] > day)

    def open(
        self,
        owner: Party,
        *,
        first: date | None = None,
        last: date | None = None,
        clients: Collection[ClientKey] | None = None,
        limit: int | None = None,
    ) -> Sequence[OpenPromise]:
        found = [
            promise
            for promises in self._data.open_promises.values()
            for promise in promises
            if promise.owner is owner
            and (first is None or (promise.due is not None and promise.due >= first))
            and (last is None or (promise.due is not None and promise.due <= last))
            and (clients is None or promise.client in clients)
        ]
        return sorted(found, key=lambda promise: (promise.due or date.max, promise.client))[:limit]

    def count_open(self, owner: Party, *, first: date | None = None, last: date | None = None) -> int:
        return len(self.open(owner, first=first, last=last))


class MemoryMemos:
    def __init__(self, data: MemoryData) -> None:
        self._data = data

    def put(self, memo: Memo) -> None:
        if memo.visit and (other := self.of_visit(memo.client, memo.visit)) and other.id != memo.id:
            raise MemoConflict(memo=memo.id)
        self._data.memos[memo.id] = memo

    def get(self, memo: MemoId) -> Memo | None:
        return self._data.memos.get(memo)

    def claim(self, memo: MemoId) -> Memo | None:
        return self.get(memo)

    def claim_confirmed(self) -> Sequence[Memo]:
        return self.in_states({MemoState.CONFIRMED})

    def of_visit(self, client: ClientKey, visit: str) -> Memo | None:
        return next(iter(self._found(lambda memo: (memo.client, memo.visit) == (client, visit))), None)

    def of_record(self, client: ClientKey, ref: str) -> Memo | None:
        return next(iter(self._found(lambda memo: (memo.client, memo.ref) == (client, ref))), None)

    def between(self, first: date, last: date) -> Sequence[Memo]:
        return self._found(lambda memo: first <= memo.on <= last)

    def in_states(self, states: Collection[MemoState]) -> Sequence[Memo]:
        return self._found(lambda memo: memo.state in states)

    def recorded_days(self) -> Collection[tuple[ClientKey, date]]:
        return {(memo.client, memo.on) for memo in self._data.memos.values() if memo.ref}

    def remove(self, memo: MemoId) -> None:
        if memo in self._data.memos and not self._data.memos[memo].ref:
            del self._data.memos[memo]

    def _found(self, wanted: Callable[[Memo], bool]) -> list[Memo]:
        return sorted(filter(wanted, self._data.memos.values()), key=lambda memo: (memo.on, memo.id))


class MemoryPractice:
    def __init__(self, data: MemoryData) -> None:
        self._data = data

    def put_time(self, time: SetTime) -> None:
        self._data.times[time.client, time.visit] = time

    def time_of(self, client: ClientKey, visit: str) -> SetTime:
        return self._data.times.get((client, visit), SetTime(client, visit))

    def times(self) -> Sequence[SetTime]:
        return sorted(self._data.times.values(), key=lambda time: (time.visit, time.client))

    def tell_former_minutes(self, minutes: int) -> None:
        self._data.former_minutes = minutes

    def former_minutes(self) -> int | None:
        return self._data.former_minutes


class MemoryAudit:
    def __init__(self, data: MemoryData, clock: Callable[[], datetime]) -> None:
        self._data, self._clock = data, clock

    def record(self, event: AuditEvent) -> None:
        entries = self._data.audit
        previous = entries[-1].hash if entries else GENESIS
        entries.append(chained(event, seq=len(entries) + 1, time=self._clock(), actor="test", previous=previous))

    def entries(self) -> Sequence[AuditEntry]:
        return list(self._data.audit)

    def newest(self, act: Act, count: int, before: int | None = None) -> Sequence[AuditEntry]:
        found = [entry for entry in self._data.audit if entry.act is act and (before is None or entry.seq < before)]
        return found[::-1][:count]


class MemoryUnitOfWork:
    """Works on a copy; `commit` puts it in place of the store's data."""

    records: MemoryRecords
    drafts: MemoryDrafts
    jobs: MemoryJobs
    duplicates: MemoryDuplicates
    promises: MemoryPromises
    memos: MemoryMemos
    practice: MemoryPractice
    audit: MemoryAudit

    def __init__(self, store: MemoryStore) -> None:
        self._store = store

    def __enter__(self) -> Self:
        self._data = deepcopy(self._store.data)
        self.records, self.drafts = MemoryRecords(self._data), MemoryDrafts(self._data)
        self.jobs = MemoryJobs(self._data)
        self.duplicates = MemoryDuplicates(self._data)
        self.promises = MemoryPromises(self._data)
        self.memos, self.practice = MemoryMemos(self._data), MemoryPractice(self._data)
        self.audit = MemoryAudit(self._data, self._store.clock)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def commit(self) -> None:
        self._store.data = deepcopy(self._data)


class MemoryStore:
    """Stands in for the encrypted store where a test is about something else."""

    def __init__(self, clock: Callable[[], datetime] = lambda: datetime(2026, 11, 20, tzinfo=UTC)) -> None:
        self.data, self.clock = MemoryData(), clock

    def unit_of_work(self) -> MemoryUnitOfWork:
        return MemoryUnitOfWork(self)
