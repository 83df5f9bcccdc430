"""The search over everything: clients, people, records, documents and drafts, each hit with what opens it.

Names are found by any part of them; texts by their words, all of which must stand in them. A piece that names a client narrows the
texts to that client's: 「凪浜 補助金」. Drafts are found by their client and kind, not by their text: what a draft says stands in
the records that it cites, and these are found.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bankrm.application.ports.store import FoundTexts, OpenUnitOfWork, UnitOfWork
from bankrm.application.queries.excerpts import Excerpt, excerpt
from bankrm.application.queries.spelling import firm_spelling, first_fitting, pieces_of, spelling_of, without_form
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.clients import Client, ClientKey, Contact
from bankrm.domain.drafts import DraftState
from bankrm.domain.ids import DraftId
from bankrm.domain.interactions import Interaction
from bankrm.domain.reading import display_name
from bankrm.domain.recipes import DocumentKindName
from bankrm.language.words import words

TOP = 6  # of each kind: what a person looks through
NAMED = 50  # a piece that names more clients than this names none of them
DRAFTS_OF = 5


class ClientField(StrEnum):
    """By what a client was found."""

    NAME = "name"
    READING = "reading"
    ALIAS = "alias"
    KEY = "key"
    CORPORATE_NUMBER = "corporate_number"


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
    """取引先, found by `field`, which holds `matched`."""

    key: ClientKey
    name: str
    reading: str
    industry: str
    field: ClientField
    matched: str


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

    @property
    def hits(self) -> tuple[Hit, ...]:
        """All of them, kind by kind."""
        return (*self.clients, *self.people, *self.records, *self.documents, *self.drafts)


class Search:
    """What fits the words typed so far."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open = open_unit_of_work

    def __call__(self, typed: str) -> Found:
        """Nothing for white space alone."""
        pieces = pieces_of(typed)
        if not pieces:
            return Found()
        with self._open() as uow:
            clients = {client.key: client for client in uow.records.clients()}
            named = [_named(piece, clients.values()) for piece in pieces]
            texts = _texts(uow, typed, pieces, named)
            return Found(
                _clients(pieces, clients.values()),
                tuple(_people(pieces, uow.records.contacts(), clients)),
                tuple(_record(record, typed, clients) for record in texts.records),
                tuple(_documents(texts, typed, clients)),
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


def spellings(client: Client) -> tuple[tuple[ClientField, str], ...]:
    """Everything by which a client may be found, each beside what it is."""
    return (
        (ClientField.NAME, client.name),
        (ClientField.READING, client.reading),
        (ClientField.READING, without_form(client.reading)),
        *((ClientField.ALIAS, alias) for alias in client.aliases),
        (ClientField.KEY, str(client.key)),
        (ClientField.KEY, client.key.cif),
        (ClientField.CORPORATE_NUMBER, client.corporate_number),
    )


def fit_of(pieces: Sequence[str], client: Client) -> tuple[int, ClientField, str] | None:
    """How well a client fits what was typed (0 is best), and by which field with which content; None where it does not."""
    told = spellings(client)
    compared = [spelling_of(text) for _, text in told]
    bare = firm_spelling(client.name)
    fit = first_fitting(pieces, [bare, *compared])
    if fit is None:
        return None
    field, text = told[max(0, fit[1] - 1)]
    return fit[0], field, text


def _clients(pieces: Sequence[str], clients: Iterable[Client]) -> tuple[ClientHit, ...]:
    fitting = [(fit, client) for client in clients if (fit := fit_of(pieces, client))]
    fitting.sort(
        key=lambda found: (found[0][0], spelling_of(without_form(found[1].reading) or found[1].name), found[1].key)
    )
    return tuple(
        ClientHit(client.key, client.name, client.reading, client.industry, field, matched)
        for (_, field, matched), client in fitting[:TOP]
    )


def _named(piece: str, clients: Iterable[Client]) -> frozenset[ClientKey]:
    """The clients that one piece names; nobody where it is a word of many names (株式会社, 建設)."""
    found = frozenset(client.key for client in clients if fit_of((piece,), client))
    return found if len(found) <= NAMED else frozenset()


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


def _people(
    pieces: Sequence[str], contacts: Iterable[Contact], clients: Mapping[ClientKey, Client]
) -> Iterator[PersonHit]:
    """People one of whose names fits a piece, while all the others fit them or their firm."""
    found = 0
    for contact in contacts:
        client = clients.get(contact.client)
        own = [spelling_of(text) for text in (contact.name, contact.reading, *contact.aliases)]
        if client is None or not any(piece in text for piece in pieces for text in own):
            continue
        every = [*own, spelling_of(contact.role), *(spelling_of(text) for _, text in spellings(client))]
        label = spelling_of(display_name(contact))
        if first_fitting(pieces, [*every, label]) and found < TOP:
            found += 1
            yield PersonHit(client.key, client.name, display_name(contact), contact.name, contact.role)


def _wanted(typed: str) -> list[str]:
    return [
        *typed.split(),
        *(word.surface for word in words(typed) if word.pos[0] not in ("助詞", "助動詞", "補助記号")),
    ]


def _record(record: Interaction, typed: str, clients: Mapping[ClientKey, Client]) -> RecordHit:
    wanted = _wanted(typed)
    told = [(field, getattr(record, field.value)) for field in RecordField]
    cut = [(field, excerpt(text, wanted)) for field, text in told if text]
    field, best = max(cut, key=lambda found: len({found[1].text[slice(*mark)] for mark in found[1].marks}))
    client = clients.get(record.client)
    return RecordHit(record.client, client.name if client else "", record.ref, record.on, record.method, field, best)


def _documents(texts: FoundTexts, typed: str, clients: Mapping[ClientKey, Client]) -> Iterator[DocumentHit]:
    for one in texts.passages:
        document, passage = one.document, one.passage
        client = clients.get(document.client) if document.client else None
        cut = excerpt(passage.text, _wanted(typed))
        yield DocumentHit(
            document.client, client.name if client else "", document.ref, document.title, passage.page, cut
        )
