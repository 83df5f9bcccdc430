"""What the search over records looks through: interactions and passages in the word index, each in its owner's scope.

Scopes of a text are its owner, a client's key or the bank, and its kind. Ids that the search answers with: `interaction:<ref>`, `passage:<n>:<document ref>`
(n counts the document's passages from 0); in the index they stand behind their scope, because a ref is unique in it alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from bankrm.adapters.store.rows.interactions import searched_text
from bankrm.adapters.store.transaction import Transaction
from bankrm.adapters.store.word_index import RERANKED, IndexedText, WordIndex
from bankrm.domain.clients import ClientKey
from bankrm.domain.documents import Document
from bankrm.domain.dossier import Record
from bankrm.domain.interactions import Interaction
from bankrm.drafting.ports import Hit
from bankrm.language.glossary import Glossary

BANK = "bank"
RECORDS, DOCUMENTS = "records", "documents"
_SEPARATOR = "|"


class SearchedTexts:
    """Keeps the index in step with the records, in their transaction."""

    def __init__(self, connection: Connection) -> None:
        self._index = WordIndex(connection)

    def put(self, record: Record, former: Collection[str] = ()) -> None:
        """The record's texts, instead of the former ones, which had these ids."""
        new = list(_texts(record))
        for id in set(former) - {id for id, *_ in new}:
            self._index.remove(id)
        for text in new:
            self._index.add(*text)


def indexed_texts(record: Record) -> list[IndexedText]:
    """What the search over records keeps of one record; taking its words takes nearly all of an import's time."""
    return [IndexedText.of(*text) for text in _texts(record)]


def text_ids(record: Record) -> set[str]:
    """The ids of a record's texts."""
    return {id for id, *_ in _texts(record)}


def document_ids(document: Document, passages: int) -> set[str]:
    """The ids of the texts of a document's version that had so many passages."""
    return {_id(_scope(document), _passage_id(place, document)) for place in range(passages)}


def _texts(record: Record) -> Iterator[tuple[str, ...]]:
    """Id, text and scopes of what is searched of a record."""
    if isinstance(record, Interaction):
        owner = str(record.client)
        yield _id(owner, f"interaction:{record.ref}"), searched_text(record), owner, RECORDS
    elif isinstance(record, Document):
        owner = _scope(record)
        for place, passage in enumerate(record.passages):
            yield _id(owner, _passage_id(place, record)), passage.text, owner, DOCUMENTS


def _scope(document: Document) -> str:
    return str(document.client) if document.client else BANK


class SqlCipherEvidenceIndex:
    """Search over one client's own texts and the bank's."""

    def __init__(self, transaction: Transaction, client: ClientKey, glossary: Glossary) -> None:
        self._transaction, self._client, self._glossary = transaction, client, glossary

    def search(self, query: str, top: int) -> Sequence[Hit]:
        """The best texts, best first; nothing where no word of the query stands in any."""
        index = WordIndex(self._transaction.reading(), self._glossary)
        hits = index.search(query, top, scopes=(str(self._client), BANK))
        return [Hit(hit.id.partition(_SEPARATOR)[2], hit.score) for hit in hits]


@dataclass(frozen=True, slots=True)
class FoundId:
    """One text that was found: its owner, its id, and 1 where it holds the query to the letter."""

    owner: str
    id: str
    score: float


def find_ids(
    transaction: Transaction, glossary: Glossary, query: str, kind: str, clients: Collection[ClientKey] | None
) -> Iterator[FoundId]:
    """The texts of one kind (RECORDS, DOCUMENTS) that hold every word of the query, in the order of the index."""
    within: list[Collection[str]] = [(kind,)]
    if clients is not None:
        within.append([str(client) for client in clients])
    for hit in WordIndex(transaction.reading(), glossary).find(query, RERANKED, *within):
        owner, _, text_id = hit.id.partition(_SEPARATOR)
        yield FoundId(owner, text_id, hit.score)


def _id(scope: str, text_id: str) -> str:
    return f"{scope}{_SEPARATOR}{text_id}"


def _passage_id(place: int, document: Document) -> str:
    return f"passage:{place}:{document.ref}"
