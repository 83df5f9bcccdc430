"""Imported records in the store: amended ones become new versions, originals are kept byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, bindparam, func, insert, select, true, tuple_, update
from sqlmodel import col
from sqlmodel import select as select_rows

from bankrm.adapters.store.across import all_contacts, all_standings, find_texts, names_version
from bankrm.adapters.store.counts import count_held
from bankrm.adapters.store.dossiers import current_rows, read_dossier
from bankrm.adapters.store.evidence_index import (
    SearchedTexts,
    SqlCipherEvidenceIndex,
    document_ids,
    indexed_texts,
    text_ids,
)
from bankrm.adapters.store.hidden_texts import HiddenTexts
from bankrm.adapters.store.many import Many, columns_of, digest_of, grouped
from bankrm.adapters.store.rows import METADATA
from bankrm.adapters.store.rows.base import RecordRow
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
from bankrm.adapters.store.topics import TOPICS, VALUES
from bankrm.adapters.store.transaction import Transaction
from bankrm.application.ports.records import (
    LEFT_OUT_AT_MOST,
    Amendment,
    Change,
    ClientCounts,
    Compared,
    FoundTexts,
    Holdings,
    Source,
    Standing,
    TalkHead,
    batches_since,
)
from bankrm.application.ports.store import StoreBusy
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
        former = self._former(record)
        if former and former.digest == digest_of(record):
            return Change.UNCHANGED
        texts = self._texts_of(record, former)
        self._write(record, source, former)
        SearchedTexts(connection).put(record, texts)
        if isinstance(record, (Interaction, Contact)):
            connection.execute(READING_GONE, key_columns(record.client))
        return Change.CHANGED if former else Change.NEW

    def standing(self, record: Record) -> Record | None:
        """What stands under the record's natural key; None for a document, product or visit."""
        if type(record) not in VALUES:
            return None
        topic = TOPICS[type(record)]
        row = METADATA.tables[str(topic.row.__tablename__)].c
        same = [row[name] == value for name, value in topic.key(record).items()]
        found = self._transaction.rows(select_rows(topic.row).where(*same, row.current == true()))
        return VALUES[type(record)](found[0]) if found else None

    def compared(self, records: Sequence[Record]) -> Sequence[Compared]:
        """What `put` would do with each."""
        return [_compared(self._former(record), record) for record in records]

    def index_ahead(self, batch: str, records: Sequence[Record]) -> None:
        """Bring the records' texts into the index, where nothing finds them before `put_many`."""
        texts = [text for record in records for text in indexed_texts(record)]
        if texts:
            HiddenTexts(self._transaction.writing()).add(batch, texts)

    def put_many(
        self, amendments: Sequence[Amendment], batch: str, out: Callable[[], Collection[Amendment]] = tuple
    ) -> Sequence[Amendment]:
        """As `put`, of records that are new or changed, but of those that are given back.

        Raises RecordUnstorable, and StoreBusy where those are too many or the texts are gone.
        """
        connection = self._transaction.reading()
        laid_out = [
            Many(connection, *group) for group in grouped(a for a in amendments if not isinstance(a.record, Document))
        ]
        hidden = HiddenTexts(connection)
        hidden.claim()
        left = {one for many in laid_out for one in many.overtaken()} | set(out())
        if left:
            self._leave_out(left, laid_out, batch)
        amends = sum(many.move_in() for many in laid_out) > 0
        kept = [one for one in amendments if one not in left]
        gone = set().union(*(self._amended(a.record, a.source) for a in kept if isinstance(a.record, Document)))
        for client in {a.record.client for a in kept if isinstance(a.record, (Interaction, Contact))}:
            connection.execute(READING_GONE, key_columns(client))
        if not hidden.show(batch, sum(len(text_ids(one.record)) for one in kept), gone, amends=amends):
            raise StoreBusy(path="store.db")
        return [one for one in amendments if one in left]

    def _leave_out(self, left: Collection[Amendment], laid_out: Sequence[Many], batch: str) -> None:
        if len(left) > LEFT_OUT_AT_MOST:
            raise StoreBusy(path="store.db")
        for many in laid_out:
            many.leave_out(left)
        texts = set().union(*(text_ids(one.record) for one in left))
        HiddenTexts(self._transaction.writing()).leave_out(batch, texts)

    def give_up(self, batch: str) -> None:
        """Leave a batch that comes to nothing to the next sweep."""
        HiddenTexts(self._transaction.writing()).give_up(batch)

    def sweep_index(self, most: int, before: datetime) -> bool:
        """Let go of so many texts that nothing finds and nobody waits for; whether there are others."""
        return HiddenTexts(self._transaction.writing()).sweep(most, batches_since(before))

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
        return self._transaction.reading().execute(_lookup(row).where(*conditions), keys).first()

    def _former(self, record: Record) -> Row[Any] | None:
        """What the record stands in place of: the version before, or the bank's document of these bytes where it is a client's."""
        topic = TOPICS[type(record)]
        if found := self._current(topic.row, topic.key(record)):
            return found
        if not isinstance(record, Document) or record.client is None:
            return None
        of_the_bank = {**OF_THE_BANK, "ref": record.ref}
        return self._current(DocumentRow, of_the_bank, DocumentRow.sha256 == record.sha256)

    def _texts_of(self, record: Record, former: Row[Any] | None) -> set[str]:
        """The ids of what is searched of the version before; a client's document may have been the bank's."""
        if not former or not isinstance(record, Document):
            return text_ids(record) if former else set()
        count = select(func.count()).select_from(_PASSAGE).where(_PASSAGE.c.document_id == former.id)
        passages = int(self._transaction.reading().execute(count).scalar_one())
        return document_ids(record, passages) | document_ids(replace(record, client=None), passages)

    def _amended(self, document: Document, source: Source) -> set[str]:
        """The ids of the texts that it stands in place of."""
        former = self._former(document)
        texts = self._texts_of(document, former)
        self._write(document, source, former)
        return texts

    def _write(self, record: Record, source: Source, former: Row[Any] | None) -> None:
        """The record's row in place of the former one, a document's with its passages."""
        connection, topic = self._transaction.writing(), TOPICS[type(record)]
        if former:
            connection.execute(_retire(topic.row), {"former": former.id})
        version = former.version + 1 if former else 1
        row = insert(METADATA.tables[str(topic.row.__tablename__)])
        row_id = connection.execute(row, {**columns_of(record, source), "version": version}).lastrowid
        if isinstance(record, Document) and record.passages:
            rows = [passage_columns(row_id, place, passage) for place, passage in enumerate(record.passages)]
            connection.execute(insert(_PASSAGE), rows)


def _compared(former: Row[Any] | None, record: Record) -> Compared:
    if former is None:
        return Compared(Change.NEW, 0)
    same = former.digest == digest_of(record)
    return Compared(Change.UNCHANGED if same else Change.CHANGED, former.version)


@cache
def _lookup(row: type[RecordRow]) -> Select[Any]:
    """The current version under a natural key, given as key_<column>; the columns are those of the table's unique index."""
    table = METADATA.tables[str(row.__tablename__)]
    index = next(index for index in table.indexes if index.name == f"uq_{table.name}_current")
    key = [column == bindparam(f"key_{column.name}") for column in index.columns]
    return select(table.c.id, table.c.version, table.c.digest).where(*key, table.c.current == true())


@cache
def _retire(row: type[RecordRow]) -> Any:
    table = METADATA.tables[str(row.__tablename__)]
    return update(table).where(table.c.id == bindparam("former")).values(current=False)
