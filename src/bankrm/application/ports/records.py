"""What use cases need of the store for everything imported."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Protocol
from uuid import uuid4

from bankrm.domain.clients import Client, ClientKey, Contact
from bankrm.domain.documents import Document, Passage
from bankrm.domain.dossier import Dossier, Record
from bankrm.domain.interactions import Interaction
from bankrm.domain.visits import Visit
from bankrm.drafting.ports import EvidenceIndex

LEFT_OUT_AT_MOST = 500  # each is put by itself, while nobody else can write
_BEGUN = "since "  # behind the digests that were names of batches once


def batches_since(moment: datetime) -> str:
    """What the name of a batch begun at this moment or later is not before."""
    return f"{_BEGUN}{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}"


def batch_begun(moment: datetime) -> str:
    """A name for a batch, no other's."""
    return f"{batches_since(moment)} {uuid4().hex}"


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
class Compared:
    """What `put` would do with a record, and the version that stands under its key now (0: none)."""

    change: Change
    version: int


@dataclass(frozen=True, slots=True, eq=False)
class Amendment:
    """A record on its way in, and the version that it was compared with (0: there was none); each is itself alone."""

    record: Record
    source: Source
    version: int


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
    the 時点 of host data: of the client whose newest is the oldest, and of the one whose newest is the newest."""

    counts: Mapping[str, int]
    host_days: tuple[date, date] | None = None


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

    def standing(self, record: Record) -> Record | None:
        """What the store has under the record's natural key, for fields that a table says nothing of; None for a document, product
        or visit, which arrive whole."""
        ...

    def compared(self, records: Sequence[Record]) -> Sequence[Compared]:
        """What `put` would do with each, as the store stands now."""
        ...

    def index_ahead(self, batch: str, records: Sequence[Record]) -> None:
        """Bring the texts of records into the search before the records themselves, so that `put_many` holds the writer's place for
        a moment only; nothing finds them until then. `batch` is a name of `batch_begun`."""
        ...

    def put_many(
        self, amendments: Sequence[Amendment], batch: str, out: Callable[[], Collection[Amendment]] = tuple
    ) -> Sequence[Amendment]:
        """As `put`, of records that are new or changed, whose texts were brought in as this batch; give back those that were left out.

        Left out is what somebody amended since it was compared (but documents, which arrive whole), and what `out` tells: it is asked
        once nobody else can write. Raises StoreBusy where they are more than `LEFT_OUT_AT_MOST`, as after another import of the same
        records, and where the batch's texts are gone: somebody else swept them.
        """
        ...

    def give_up(self, batch: str) -> None:
        """Leave a batch that comes to nothing to the next sweep."""
        ...

    def sweep_index(self, most: int, before: datetime) -> bool:
        """Let go of so many texts that nothing finds, of amended records, of batches given up, and of batches begun before a moment,
        whose process is gone; whether there are others."""
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

    def confidentiality_of(self, records: Collection[tuple[ClientKey, str]]) -> Mapping[tuple[ClientKey, str], str]:
        """The 機密区分 of these records (whose, and their refs) as it stands now; of one that is gone, none."""
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
