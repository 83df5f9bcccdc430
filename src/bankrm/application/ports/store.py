"""What use cases need of the encrypted store: one unit of work, committed whole or not at all."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from bankrm.application.ports.memos import Memos, Practice
from bankrm.domain.audit import Act, AuditEntry, AuditEvent
from bankrm.domain.clients import Client, ClientKey, Contact
from bankrm.domain.closings import Closing, OpenPromise
from bankrm.domain.documents import Document, Passage
from bankrm.domain.dossier import Dossier, Record
from bankrm.domain.drafts import Draft, DraftState, Section, Statement, Verdict
from bankrm.domain.errors import ExpectedError
from bankrm.domain.ids import ClosingId, DraftId, JobId
from bankrm.domain.interactions import Interaction, Party
from bankrm.domain.preparation import Job, JobState, Wanted
from bankrm.domain.recipes import DocumentKindName
from bankrm.domain.same_client import PairDecision
from bankrm.domain.visits import Visit
from bankrm.drafting.ports import EvidenceIndex


class Change(StrEnum):
    """What `put` did: an amended record becomes a new version, the old one is kept."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record came from: digest of the imported file, and the line or page in it."""

    sha256: str
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where we stand with a client, for a list of all: the last talk with its 次回予定, and our loans (yen) as the host last told them."""

    last_talk: date | None = None
    loans_yen: int | None = None
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class TalkHead:
    """Which record tells of a talk: whose, of which day, and how it was held."""

    client: ClientKey
    ref: str
    on: date
    method: str


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage that a search found; `document` comes without its passages."""

    document: Document
    passage: Passage


@dataclass(frozen=True, slots=True)
class FoundTexts:
    """What a search over all texts found, the closest first and the newest of them; `records` as they arrived."""

    records: tuple[Interaction, ...] = ()
    passages: tuple[FoundPassage, ...] = ()


@dataclass(frozen=True, slots=True)
class Holdings:
    """Current records by kind (client, contact, interaction, host, other_bank, statement, deal, visit, document, product), and
    the newest 時点 of host data."""

    counts: Mapping[str, int]
    host_as_of: date | None = None


@dataclass(frozen=True, slots=True)
class ClientCounts:
    """How many current records of each kind there are of one client."""

    interactions: int = 0
    host: int = 0
    statements: int = 0


class Records(Protocol):
    """Everything imported; reads see the current version of each record."""

    def put(self, record: Record, source: Source) -> Change:
        """Add or amend by the record's natural key (client key, record number, statement period …)."""
        ...

    def as_kept(self, document: Document) -> Document:
        """The document under the ref and owner by which its bytes are known; as it is where they are not, or its own ref is.

        What nobody owns, and what a client owns, is one document where the bytes are; two clients' are two. `put` of a client's
        document takes it over from nobody.
        """
        ...

    def keep_original(self, sha256: str, name: str, content: bytes) -> bool:
        """Keep a file's bytes; False where they are kept already."""
        ...

    def original_names(self, sha256s: Collection[str]) -> Mapping[str, str]:
        """The names under which originals were imported first, by digest; unknown ones are left out."""
        ...

    def holdings(self) -> Holdings:
        """How much there is of each kind, without reading it."""
        ...

    def original(self, sha256: str) -> bytes | None:
        """A kept file's bytes."""
        ...

    def interaction(self, client: ClientKey, ref: str) -> Interaction | None:
        """One record as it stands now, unread: without utterances and promises."""
        ...

    def document(self, client: ClientKey, ref: str) -> Document | None:
        """One document of the client, else of the bank, with its passages."""
        ...

    def clients(self) -> Sequence[Client]:
        """All clients in the order of their keys."""
        ...

    def clients_of(self, keys: Collection[ClientKey]) -> Mapping[ClientKey, Client]:
        """These clients, as far as they are known."""
        ...

    def names_version(self) -> int:
        """Another number whenever a client or a contact was added or amended."""
        ...

    def contacts(self) -> Sequence[Contact]:
        """The people at all clients, in the order of the clients' keys."""
        ...

    def standings(self) -> Mapping[ClientKey, Standing]:
        """Where we stand with each client."""
        ...

    def dossier(self, key: ClientKey, *, talks: bool = True) -> Dossier | None:
        """Everything of one client, with the bank's own documents and products; None for an unknown client.

        Reading the talks takes nearly all of the time: without them it is there at once.
        """
        ...

    def visits(self, first: date, last: date) -> Sequence[Visit]:
        """Visits that start in these days, in time order."""
        ...

    def talks_of(self, clients: Collection[ClientKey], first: date, last: date) -> Sequence[TalkHead]:
        """Talks with these clients in these days, as far as they are recorded."""
        ...

    def counts(self, clients: Collection[ClientKey]) -> Mapping[ClientKey, ClientCounts]:
        """How much is recorded of these clients, as far as they are known."""
        ...

    def evidence_index(self, client: ClientKey) -> EvidenceIndex:
        """Search over this client's interactions and documents and the bank's own documents; nobody else's.

        Ids of its hits: `interaction:<ref>`, and `passage:<n>:<document ref>` where n counts a document's passages from 0.
        """
        ...

    def find_texts(self, query: str, top: int, clients: Collection[ClientKey] | None = None) -> FoundTexts:
        """The records and passages that hold every word of the query, of each kind so many, of these clients where some are named.

        Those that hold the query to the letter come first, then the newest. A last word may still be incomplete.
        """
        ...


@dataclass(frozen=True, slots=True)
class DraftSummary:
    """What is told of a draft without reading it; `questioned` counts 要確認, `sha256` is of its content as it is now."""

    id: DraftId
    client: ClientKey
    client_name: str
    kind: DocumentKindName
    title: str
    visit: str | None
    day: date
    state: DraftState
    revision: int
    statements: int
    questioned: int
    engine: str
    created: datetime
    sha256: str


@dataclass(frozen=True, slots=True)
class DraftGist:
    """Some sections of a draft, and the verdicts on all its statements that were judged."""

    sections: tuple[Section, ...]
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A revision as the store keeps it: the digest of its content, which every edit names, the revision that stands in its place,
    whether an edit of it can be undone or done again, and the draft to which it is only offered (更新案)."""

    draft: Draft
    sha256: str
    newer: DraftId | None = None
    can_undo: bool = False
    can_redo: bool = False
    update_of: DraftId | None = None


class Drafts(Protocol):
    """Drafts as written; a revision is changed by `change` and `step` alone, which let nothing but the working revision be
    changed: one after the first, in state DRAFT."""

    def add(self, draft: Draft, *, update_of: DraftId | None = None) -> None:
        """Keep a new draft, as an update offered to another where one is named (更新案)."""
        ...

    def supersede(self, draft: DraftId, by: DraftId) -> None:
        """From now on another draft stands in place of this one, which stays to be read."""
        ...

    def get(self, draft: DraftId) -> Draft | None:
        """One draft with its evidence."""
        ...

    def gist(self, draft: DraftId, sections: Collection[str]) -> DraftGist | None:
        """Those sections of a draft, by their keys; a tenth of the time that reading all of it takes."""
        ...

    def in_place(self, client: ClientKey, visit: str | None, kind: DocumentKindName) -> Draft | None:
        """The newest draft of that document that is neither superseded nor an update; what is decided on it holds until the
        commit. Raises StoreBusy where somebody else goes on writing."""
        ...

    def update_of(self, draft: DraftId) -> Draft | None:
        """The newest update that is offered to this draft and not superseded."""
        ...

    def kept(self, draft: DraftId) -> Kept | None:
        """One draft with what the store knows of it."""
        ...

    def claim(self, draft: DraftId) -> Kept | None:
        """The same to be changed: what is decided on it holds until the commit. Raises StoreBusy where somebody else goes on writing."""
        ...

    def succeed(self, former: DraftId, revision: Draft) -> None:
        """Keep the next revision, in place of the former; the updates that were offered to that one are offered to it."""
        ...

    def change(self, draft: Draft) -> Kept:
        """Give the working revision other content; what was undone before cannot be done again. Raises ValueError for any other
        revision than a working one."""
        ...

    def step(self, draft: DraftId, by: int) -> Kept:
        """The working revision as it was one change before (-1), or after (1) where that was undone. Raises ValueError where there
        is no such step."""
        ...

    def reach(self, draft: DraftId, state: DraftState) -> None:
        """The revision is in that state from now on; where it leaves DRAFT its steps are forgotten."""
        ...

    def dismiss(self, update: DraftId) -> None:
        """The update is not offered any more, and still told by `update_of`."""
        ...

    def offered_to(self, draft: DraftId) -> Draft | None:
        """As `update_of`; None where that one was dismissed."""
        ...

    def summaries(
        self, client: ClientKey | None = None, visit: str | None = None, *, newest: int | None = None
    ) -> Sequence[DraftSummary]:
        """Drafts in place (neither superseded nor updates), the latest first: of a client, of a visit, or all."""
        ...

    def of_visit(self, visit: str) -> Sequence[Draft]:
        """Drafts of one visit that are not superseded, oldest first."""
        ...

    def of_visits(self, visits: Collection[str]) -> Sequence[DraftSummary]:
        """The newest draft in place of each of these visits' documents."""
        ...

    def last_before(self, client: ClientKey, day: date) -> Draft | None:
        """Of the drafts made in time for visits to this client on days before `day`, the last one of the latest visit."""
        ...


class Jobs(Protocol):
    """The preparation queue: jobs in the state that they have reached, and the sections that stand of those under way."""

    def put(self, job: Job) -> None:
        """Keep a new job, or what a known one has come to."""
        ...

    def get(self, job: JobId) -> Job | None:
        """One job; what is decided on it holds until the commit. Raises StoreBusy where somebody else goes on writing."""
        ...

    def in_states(self, states: Collection[JobState]) -> Sequence[Job]:
        """Jobs in any of these states, in the queue's order; as `get`."""
        ...

    def done(self, by: Wanted, newest: int) -> Sequence[Job]:
        """So many jobs that this writer did, the newest first."""
        ...

    def keep(self, job: JobId, section: str, inputs: str, statements: tuple[Statement, ...] | None) -> None:
        """Keep one section as its writer gave it of these inputs (a digest), in place of an earlier writing of it."""
        ...

    def kept(self, job: JobId, inputs: str) -> Mapping[str, tuple[Statement, ...] | None]:
        """The sections that stand of these inputs, by their keys."""
        ...

    def forget_sections(self, job: JobId) -> None:
        """Let go of what was kept of a job."""
        ...


class Duplicates(Protocol):
    """What was decided of clients that may be one (名寄せ)."""

    def decide(self, decision: PairDecision) -> None:
        """Keep what was decided of a pair, in place of an earlier decision."""
        ...

    def decisions(self, client: ClientKey | None = None) -> Sequence[PairDecision]:
        """All of them, or those of one client, in the order of the pairs."""
        ...


class Promises(Protocol):
    """What persons said became of promises (済), and each client's open promises by the last reading of its records.

    A reading is of one day and one reader (a version of the rules); a changed record, contact or closing makes it out of date,
    in the same transaction. What it found stays to be seen until the next one.
    """

    def close(self, closing: Closing) -> None:
        """Keep what was said; its promise is open no more, as far as was read."""
        ...

    def get(self, closing: ClosingId) -> Closing | None:
        """One closing, also where it was taken back; what is decided on it holds until the commit."""
        ...

    def closings(self, client: ClientKey) -> Sequence[Closing]:
        """Those that count, in the order in which they were said; what is decided on them holds until the commit."""
        ...

    def take_back(self, closing: ClosingId, at: datetime) -> None:
        """From now on it counts no more; it stays to be read."""
        ...

    def keep_reading(
        self, client: ClientKey, reader: str, day: date, until: date | None, promises: Sequence[OpenPromise]
    ) -> None:
        """In place of the client's last reading; it holds on days before `until`."""
        ...

    def unread(self, reader: str, day: date) -> Sequence[ClientKey]:
        """Clients whose open promises are not read as they stand on that day, in the order of their keys."""
        ...

    def open(
        self,
        owner: Party,
        *,
        first: date | None = None,
        last: date | None = None,
        clients: Collection[ClientKey] | None = None,
        limit: int | None = None,
    ) -> Sequence[OpenPromise]:
        """Promises of that side by due day (those without one last); where given, due on these days, of these clients, so many."""
        ...

    def count_open(self, owner: Party, *, first: date | None = None, last: date | None = None) -> int:
        """How many there are of that side; where given, due on these days."""
        ...


class Audit(Protocol):
    """The hash-chained record of every act."""

    def record(self, event: AuditEvent) -> None:
        """Append; committed with the act it records."""
        ...

    def entries(self) -> Sequence[AuditEntry]:
        """The whole chain."""
        ...

    def newest(self, act: Act, count: int, before: int | None = None) -> Sequence[AuditEntry]:
        """So many entries of one act, the newest first; only those whose `seq` is less than `before` where it is given."""
        ...


class UnitOfWork(Protocol):
    """One transaction. Leaving without `commit` rolls back."""

    @property
    def records(self) -> Records: ...  # noqa: D102
    @property
    def drafts(self) -> Drafts: ...  # noqa: D102
    @property
    def jobs(self) -> Jobs: ...  # noqa: D102
    @property
    def duplicates(self) -> Duplicates: ...  # noqa: D102
    @property
    def promises(self) -> Promises: ...  # noqa: D102
    @property
    def memos(self) -> Memos: ...  # noqa: D102
    @property
    def practice(self) -> Practice: ...  # noqa: D102
    @property
    def audit(self) -> Audit: ...  # noqa: D102

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def commit(self) -> None:
        """Make everything since entering durable."""
        ...


class OpenUnitOfWork(Protocol):
    """Opens units of work on one store."""

    def __call__(self) -> UnitOfWork:
        """A unit of work that has not begun."""
        ...


@dataclass(frozen=True, slots=True)
class StoreInfo:
    """What may be told of a store without opening a record: no customer text."""

    path: Path
    bytes: int
    schema: str
    wraps: tuple[str, ...]
    counts: Mapping[str, int]  # current records by kind, originals, drafts, audit entries


class StoreError(ExpectedError):
    """The encrypted store or its key says no."""

    code = "store_error"


class StoreMissing(StoreError):
    """There is no store in this home (details: path)."""

    code = "store_missing"


class StoreExists(StoreError):
    """A store, or a part of one, is here already and is never written over (details: path)."""

    code = "store_exists"


class StoreUnreadable(StoreError):
    """The key does not fit or the file is damaged: which of the two cannot be told (details: path)."""

    code = "store_unreadable"


class StoreBusy(StoreError):
    """Another BankRM is writing, upgrading or restoring this store, or holds it open (details: path)."""

    code = "store_busy"


class StoreTooNew(StoreError):
    """A newer program made this store (details: path, found, known: schema versions)."""

    code = "store_too_new"


class StoreDiskFull(StoreError):
    """No room: nothing was changed (details: path)."""

    code = "store_disk_full"


class StoreUnwritable(StoreError):
    """The file system refused to read or write (details: path)."""

    code = "store_unwritable"


class StoreUpgradeFailed(StoreError):
    """The upgrade failed and the store is as it was before (details: path, found, known)."""

    code = "store_upgrade_failed"


class BackupRefused(StoreError):
    """Not a backup of BankRM, incomplete or damaged (details: path, reason).

    `reason` is one of `missing`, `not_a_backup`, `damaged`.
    """

    code = "backup_refused"


class BackupExists(StoreError):
    """A file of that name is there already and is never written over (details: path)."""

    code = "backup_exists"


class RecordUnstorable(StoreError):
    """A value that the store cannot hold: a number beyond 64 bits, or broken text (details: kind)."""

    code = "record_unstorable"
