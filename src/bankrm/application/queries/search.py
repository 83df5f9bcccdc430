"""The search over everything: clients, people, records, documents and drafts, each hit with what opens it.

Names are found by any part of them; texts by their words, all of which must stand in them. A piece that names a client narrows the
texts to that client's: 「凪浜 補助金」. Drafts are found by their client and kind, not by their text: what a draft says stands in
the records that it cites, and these are found.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice

from bankrm.application.ports.records import FoundTexts
from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.application.queries.excerpts import Excerpt, excerpt
from bankrm.application.queries.names import ClientField, Names, ReadNames
from bankrm.application.queries.spelling import pieces_of, spelling_of
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.clients import ClientKey
from bankrm.domain.drafts import DraftState
from bankrm.domain.ids import DraftId
from bankrm.domain.interactions import Interaction
from bankrm.domain.recipes import DocumentKindName
from bankrm.language.words import words

TOP = 6  # of each kind: what a person looks through
DRAFTS_OF = 5
__all__ = [
    "ClientField",
    "ClientHit",
    "DocumentHit",
    "DraftHit",
    "Found",
    "Hit",
    "NoteSearch",
    "PersonHit",
    "RecordField",
    "RecordHit",
    "Search",
]


class RecordField(StrEnum):
    """In which field of a record words were found."""

    CLIENT_WORDS = "client_words"
    EXPLANATION = "explanation"
    PROMISES = "promises_text"
    NEXT_STEP = "next_step"
    PURPOSE = "purpose"
    HANDED_OVER = "handed_over"


@dataclass(frozen=True, slots=True)
class ClientHit:
    """取引先, and by what it was found."""

    key: ClientKey
    name: str
    reading: str
    industry: str
    field: ClientField


@dataclass(frozen=True, slots=True)
class PersonHit:
    """面談者; `person` is the name under which records have them."""

    client: ClientKey
    client_name: str
    person: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class RecordHit:
    """応接記録."""

    client: ClientKey
    client_name: str
    ref: str
    on: date
    method: str
    field: RecordField
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class DocumentHit:
    """資料, at a page (None where it has none); `client` is None for one of the bank's own."""

    client: ClientKey | None
    client_name: str
    ref: str
    title: str
    page: int | None
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class DraftHit:
    """下書き in place; `day` is that of its visit, or of the set without one."""

    id: DraftId
    client: ClientKey
    client_name: str
    kind: DocumentKindName
    title: str
    day: date
    state: DraftState


Hit = ClientHit | PersonHit | RecordHit | DocumentHit | DraftHit


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, by kind, the closest first."""

    clients: tuple[ClientHit, ...] = ()
    people: tuple[PersonHit, ...] = ()
    records: tuple[RecordHit, ...] = ()
    documents: tuple[DocumentHit, ...] = ()
    drafts: tuple[DraftHit, ...] = ()


class Search:
    """What fits the words typed so far."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open, self._read_names = open_unit_of_work, ReadNames()

    def __call__(self, typed: str) -> Found:
        """Nothing for white space alone."""
        pieces = pieces_of(typed)
        if not pieces:
            return Found()
        with self._open() as uow:
            names = self._read_names(uow)
            named = [names.named(piece) for piece in pieces]
            texts = _texts(uow, typed, pieces, named)
            return Found(
                _clients(pieces, names),
                tuple(_people(pieces, names)),
                tuple(_record(record, typed, names) for record in texts.records),
                tuple(_documents(texts, typed, names)),
                tuple(_drafts(uow, pieces, named)),
            )


class NoteSearch:
    """Record that somebody searched: when a hit is opened, not at every key. The words themselves are not kept."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open = open_unit_of_work

    def __call__(self, typed: str, opened: Hit) -> None:
        """`opened` is the hit that was chosen."""
        digest = hashlib.sha256(unicodedata.normalize("NFKC", typed).strip().encode()).hexdigest()
        with self._open() as uow:
            uow.audit.record(AuditEvent(Act.SEARCHED, _object(opened), detail={"words_sha256": digest}))
            uow.commit()


def _object(hit: Hit) -> str:
    """Ids only: a document's ref holds words of its file's name."""
    match hit:
        case ClientHit():
            return f"client:{hit.key}"
        case PersonHit():
            return f"client:{hit.client}"
        case RecordHit():
            return f"interaction:{hit.client}:{hit.ref}"
        case DocumentHit():
            return f"document:{hit.client or 'bank'}:{hashlib.sha256(hit.ref.encode()).hexdigest()[:16]}"
        case DraftHit():
            return f"draft:{hit.id}"


def _clients(pieces: Sequence[str], names: Names) -> tuple[ClientHit, ...]:
    fitting = [(fit, known) for known in names.clients.values() if (fit := known.fit(pieces))]
    fitting.sort(key=lambda found: (found[0][0], found[1].order))
    return tuple(
        ClientHit(known.client.key, known.client.name, known.client.reading, known.client.industry, field)
        for (_, field), known in fitting[:TOP]
    )


def _meant(named: Sequence[frozenset[ClientKey]]) -> frozenset[ClientKey]:
    """The clients that all naming pieces name."""
    naming = [keys for keys in named if keys]
    return frozenset.intersection(*naming) if naming else frozenset()


def _texts(uow: UnitOfWork, typed: str, pieces: Sequence[str], named: Sequence[frozenset[ClientKey]]) -> FoundTexts:
    """Texts of the client that some pieces name with the words of the others, before texts that hold all the words."""
    plain = typed.split()
    others = [word for word in plain if not _named_piece(word, pieces, named)]
    keys = _meant(named)
    ours = uow.records.find_texts(" ".join(others), TOP, keys) if keys and others else FoundTexts()
    all_ = uow.records.find_texts(typed, TOP)
    return FoundTexts(
        tuple(dict.fromkeys((*ours.records, *all_.records)))[:TOP],
        tuple({(one.document.client, one.document.ref): one for one in (*all_.passages[::-1], *ours.passages[::-1])}.values())[::-1][:TOP],
    )  # fmt: skip


def _drafts(uow: UnitOfWork, pieces: Sequence[str], named: Sequence[frozenset[ClientKey]]) -> Iterator[DraftHit]:
    """Drafts of the clients that the pieces name, of the kind that the others name; the latest first."""
    of_kind = [piece for piece, found in zip(pieces, named, strict=True) if not found]
    drafts = [draft for key in sorted(_meant(named))[:DRAFTS_OF] for draft in uow.drafts.summaries(key)]
    fitting = [draft for draft in drafts if all(piece in spelling_of(draft.title) for piece in of_kind)]
    for draft in sorted(fitting, key=lambda draft: draft.created, reverse=True)[:TOP]:
        yield DraftHit(draft.id, draft.client, draft.client_name, draft.kind, draft.title, draft.day, draft.state)


def _named_piece(word: str, pieces: Sequence[str], named: Sequence[frozenset[ClientKey]]) -> bool:
    return any(piece == spelling_of(word) and bool(keys) for piece, keys in zip(pieces, named, strict=True))


def _people(pieces: Sequence[str], names: Names) -> Iterator[PersonHit]:
    for one in islice((one for one in names.people if one.fits(pieces)), TOP):
        yield PersonHit(one.client.key, one.client.name, one.person, one.contact.name, one.contact.role)


def _wanted(typed: str) -> list[str]:
    return [
        *typed.split(),
        *(word.surface for word in words(typed) if word.pos[0] not in ("助詞", "助動詞", "補助記号")),
    ]


def _record(record: Interaction, typed: str, names: Names) -> RecordHit:
    wanted = _wanted(typed)
    told = [(field, getattr(record, field.value)) for field in RecordField]
    cut = [(field, excerpt(text, wanted)) for field, text in told if text]
    field, best = max(cut, key=lambda found: len({found[1].text[slice(*mark)] for mark in found[1].marks}))
    return RecordHit(record.client, _name(names, record.client), record.ref, record.on, record.method, field, best)


def _documents(texts: FoundTexts, typed: str, names: Names) -> Iterator[DocumentHit]:
    for one in texts.passages:
        document, passage = one.document, one.passage
        name = _name(names, document.client) if document.client else ""
        cut = excerpt(passage.text, _wanted(typed))
        yield DocumentHit(document.client, name, document.ref, document.title, passage.page, cut)


def _name(names: Names, key: ClientKey) -> str:
    known = names.clients.get(key)
    return known.client.name if known else ""
