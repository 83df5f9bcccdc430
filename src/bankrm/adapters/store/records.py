"""Imported records in the store: amended ones become new versions, originals are kept byte for byte."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, bindparam, func, insert, select, true, tuple_, update
from sqlmodel import col
from sqlmodel import select as select_rows

from bankrm.adapters.store.across import all_contacts, all_standings, find_texts, names_version
from bankrm.adapters.store.counts import count_held
from bankrm.adapters.store.dossiers import current_rows, read_dossier
from bankrm.adapters.store.evidence_index import SearchedTexts, SqlCipherEvidenceIndex
from bankrm.adapters.store.plain import content_of
from bankrm.adapters.store.rows import METADATA
from bankrm.adapters.store.rows.base import RecordRow, Topic
from bankrm.adapters.store.rows.clients import ClientRow, key_columns, to_client
from bankrm.adapters.store.rows.documents import (
    DOCUMENTS,
    OF_THE_BANK,
    DocumentRow,
    PassageRow,
    passage_columns,
    to_document,
    to_passage,
)
from bankrm.adapters.store.rows.interactions import InteractionRow, to_interaction
from bankrm.adapters.store.rows.promises import READING_GONE
from bankrm.adapters.store.rows.visits import VisitRow, to_visit
from bankrm.adapters.store.topics import TOPICS
from bankrm.adapters.store.transaction import Transaction
from bankrm.application.ports.records import Change, ClientCounts, FoundTexts, Holdings, Source, Standing, TalkHead
from bankrm.domain.clients import Client, ClientKey, Contact
from bankrm.domain.documents import Document
from bankrm.domain.dossier import Dossier, Record
from bankrm.domain.interactions import Interaction, is_talk
from bankrm.domain.visits import Visit
from bankrm.language.glossary import Glossary

_ORIGINAL, _PASSAGE = METADATA.tables["original"], METADATA.tables["passage"]


class SqlCipherRecords:
    """Everything imported; reads see the current version of each record."""

    def __init__(self, transaction: Transaction, glossary: Glossary) -> None:
        self._transaction, self._glossary = transaction, glossary

    def put(self, record: Record, source: Source) -> Change:
        """Add or amend by the record's natural key. Raises RecordUnstorable."""
        connection = self._transaction.writing()
        topic = TOPICS[type(record)]
        key, digest = topic.key(record), hashlib.sha256(content_of(record, topic.derived)).hexdigest()
        former = self._current(topic.row, key) or self._taken_from_nobody(record)
        if former and former.digest == digest:
            return Change.UNCHANGED
        if former:
            connection.execute(_retire(topic.row), {"former": former.id})
        self._write(topic, record, {**key, **_provenance(source, digest, former)}, former.id if former else None)
        if isinstance(record, (Interaction, Contact)):
            connection.execute(READING_GONE, key_columns(record.client))
        return Change.CHANGED if former else Change.NEW

    def as_kept(self, document: Document) -> Document:
        """The document under the ref and owner by which its bytes are known; as it is where they are not, or its own ref is."""
        if self._current(DocumentRow, DOCUMENTS.key(document)):
            return document
        same = select_rows(DocumentRow).where(col(DocumentRow.current) == true(), DocumentRow.sha256 == document.sha256)
        rows = self._transaction.rows(same.order_by(col(DocumentRow.id)))
        return document.known_as([to_document(row, ()) for row in rows])

    def keep_original(self, sha256: str, name: str, content: bytes) -> bool:
        """Keep a file's bytes; False where they are kept already."""
        connection = self._transaction.writing()
        if connection.execute(select(_ORIGINAL.c.sha256).where(_ORIGINAL.c.sha256 == sha256)).first():
            return False
        connection.execute(
            insert(_ORIGINAL), {"sha256": sha256, "name": name, "size": len(content), "content": content}
        )
        return True

    def original_names(self, sha256s: Collection[str]) -> Mapping[str, str]:
        """The names of originals by digest."""
        found = select(_ORIGINAL.c.sha256, _ORIGINAL.c.name).where(_ORIGINAL.c.sha256.in_(sha256s))
        return {row.sha256: row.name for row in self._transaction.reading().execute(found)}

    def holdings(self) -> Holdings:
        """Counts of the current records by kind, and the newest day of host data."""
        return count_held(self._transaction.reading())

    def original(self, sha256: str) -> bytes | None:
        """A kept file's bytes."""
        found = self._transaction.reading().execute(select(_ORIGINAL.c.content).where(_ORIGINAL.c.sha256 == sha256))
        return found.scalar()

    def interaction(self, client: ClientKey, ref: str) -> Interaction | None:
        """One record as it stands now, unread."""
        found = self._transaction.rows(current_rows(InteractionRow, client).where(InteractionRow.ref == ref))
        return to_interaction(found[0]) if found else None

    def document(self, client: ClientKey, ref: str) -> Document | None:
        """One document of the client, else of the bank, with its passages."""
        for owner in (client, ClientKey("", "")):
            found = self._transaction.rows(current_rows(DocumentRow, owner).where(DocumentRow.ref == ref))
            if found:
                wanted = select_rows(PassageRow).where(PassageRow.document_id == found[0].id)
                passages = self._transaction.rows(wanted.order_by(col(PassageRow.place)))
                return to_document(found[0], tuple(map(to_passage, passages)))
        return None

    def clients(self) -> Sequence[Client]:
        """All clients in the order of their keys."""
        current = select_rows(ClientRow).where(col(ClientRow.current) == true())
        return [to_client(row) for row in self._transaction.rows(current.order_by(ClientRow.branch, ClientRow.cif))]

    def clients_of(self, keys: Collection[ClientKey]) -> Mapping[ClientKey, Client]:
        """These clients, as far as they are known."""
        of_these = tuple_(col(ClientRow.branch), col(ClientRow.cif)).in_([(key.branch, key.cif) for key in keys])
        rows = self._transaction.rows(select_rows(ClientRow).where(of_these, col(ClientRow.current) == true()))
        return {client.key: client for client in map(to_client, rows)}

    def names_version(self) -> int:
        """Another number whenever a client or a contact was added or amended."""
        return names_version(self._transaction)

    def contacts(self) -> Sequence[Contact]:
        """The people at all clients, in the order of the clients' keys."""
        return all_contacts(self._transaction)

    def standings(self) -> Mapping[ClientKey, Standing]:
        """Where we stand with each client."""
        return all_standings(self._transaction)

    def dossier(self, key: ClientKey, *, talks: bool = True) -> Dossier | None:
        """Everything of one client, with the bank's own documents and products; None for an unknown client."""
        return read_dossier(self._transaction, key, talks=talks)

    def visits(self, first: date, last: date) -> Sequence[Visit]:
        """Visits that start in these days, in time order."""
        found = select_rows(VisitRow).where(
            col(VisitRow.current) == true(), VisitRow.day >= first, VisitRow.day <= last
        )
        in_time = found.order_by(col(VisitRow.start), VisitRow.branch, VisitRow.cif, VisitRow.ref)
        return [to_visit(row) for row in self._transaction.rows(in_time)]

    def talks_of(self, clients: Collection[ClientKey], first: date, last: date) -> Sequence[TalkHead]:
        """Talks with these clients in these days, as far as they are recorded."""
        talk = METADATA.tables["interaction"].c
        of_these = tuple_(talk.branch, talk.cif).in_([(key.branch, key.cif) for key in clients])
        heads = select(talk.branch, talk.cif, talk.ref, talk.on, talk.method).where(of_these, talk.current == true())
        found = self._transaction.reading().execute(
            heads.where(talk.on.between(first, last)).order_by(talk.on, talk.id)
        )
        return [TalkHead(ClientKey(r.branch, r.cif), r.ref, r.on, r.method) for r in found if is_talk(r.method)]

    def confidentiality_of(self, records: Collection[tuple[ClientKey, str]]) -> Mapping[tuple[ClientKey, str], str]:
        """The 機密区分 of these records (whose, and their refs) as it stands now; of one that is gone, none."""
        talk = METADATA.tables["interaction"].c
        of_these = tuple_(talk.branch, talk.cif, talk.ref).in_([(key.branch, key.cif, ref) for key, ref in records])
        told = select(talk.branch, talk.cif, talk.ref, talk.confidentiality).where(of_these, talk.current == true())
        found = self._transaction.reading().execute(told)
        return {(ClientKey(branch, cif), ref): marked for branch, cif, ref, marked in found}

    def counts(self, clients: Collection[ClientKey]) -> Mapping[ClientKey, ClientCounts]:
        """How much is recorded of these clients, as far as they are known."""
        counts = [
            self._counts(table, clients) for table in ("client", "interaction", "host_figures", "financial_statement")
        ]
        known, talks, host, statements = counts
        return {key: ClientCounts(talks.get(key, 0), host.get(key, 0), statements.get(key, 0)) for key in known}

    def _counts(self, table: str, clients: Collection[ClientKey]) -> dict[ClientKey, int]:
        """Current records of one kind, by client."""
        row = METADATA.tables[table].c
        of_these = tuple_(row.branch, row.cif).in_([(key.branch, key.cif) for key in clients])
        count = select(row.branch, row.cif, func.count()).where(of_these, row.current == true())
        found = self._transaction.reading().execute(count.group_by(row.branch, row.cif))
        return {ClientKey(branch, cif): number for branch, cif, number in found}

    def evidence_index(self, client: ClientKey) -> SqlCipherEvidenceIndex:
        """Search over this client's interactions and documents and the bank's own documents; nobody else's."""
        return SqlCipherEvidenceIndex(self._transaction, client, self._glossary)

    def find_texts(self, query: str, top: int, clients: Collection[ClientKey] | None = None) -> FoundTexts:
        """The records and passages that hold every word of the query; see `found.py`."""
        return find_texts(self._transaction, self._glossary, query, top, clients)

    def _current(self, row: type[RecordRow], key: dict[str, object], *conditions: Any) -> Row[Any] | None:
        keys = {f"key_{name}": value for name, value in key.items()}
        return self._transaction.writing().execute(_lookup(row).where(*conditions), keys).first()

    def _taken_from_nobody(self, record: Record) -> Row[Any] | None:
        """The bank's document of this ref and these bytes, where the record says that it is a client's; searches lose it."""
        if not isinstance(record, Document) or record.client is None:
            return None
        former = self._current(DocumentRow, {**OF_THE_BANK, "ref": record.ref}, DocumentRow.sha256 == record.sha256)
        if former:
            nothing = replace(record, client=None, passages=())
            SearchedTexts(self._transaction.writing()).put_document(nothing, self._passages(former.id))
        return former

    def _passages(self, document: int | None) -> int:
        count = select(func.count()).select_from(_PASSAGE).where(_PASSAGE.c.document_id == document)
        return int(self._transaction.writing().execute(count).scalar_one())

    def _write(self, topic: Topic[Any], record: Record, columns: dict[str, object], former: int | None) -> None:
        connection = self._transaction.writing()
        row_id = connection.execute(_insert(topic.row), {**columns, **topic.columns(record)}).lastrowid
        if isinstance(record, Interaction):
            SearchedTexts(connection).put_interaction(record)
        if isinstance(record, Document):
            if record.passages:
                rows = [passage_columns(row_id, place, passage) for place, passage in enumerate(record.passages)]
                connection.execute(insert(_PASSAGE), rows)
            SearchedTexts(connection).put_document(record, self._passages(former))


def _provenance(source: Source, digest: str, former: Row[Any] | None) -> dict[str, object]:
    return {
        "version": former.version + 1 if former else 1,
        "current": True,
        "source_sha256": source.sha256,
        "source_place": source.place,
        "digest": digest,
    }


@cache
def _lookup(row: type[RecordRow]) -> Select[Any]:
    """The current version under a natural key, given as key_<column>; the columns are those of the table's unique index."""
    table = METADATA.tables[str(row.__tablename__)]
    index = next(index for index in table.indexes if index.name == f"uq_{table.name}_current")
    key = [column == bindparam(f"key_{column.name}") for column in index.columns]
    return select(table.c.id, table.c.version, table.c.digest).where(*key, table.c.current == true())


@cache
def _insert(row: type[RecordRow]) -> Any:
    return insert(METADATA.tables[str(row.__tablename__)])


@cache
def _retire(row: type[RecordRow]) -> Any:
    table = METADATA.tables[str(row.__tablename__)]
    return update(table).where(table.c.id == bindparam("former")).values(current=False)
