"""Reads across all clients: the lists and the search that a person looks for something with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import islice

from sqlalchemy import func, select, true
from sqlmodel import col
from sqlmodel import select as select_rows

from bankrm.adapters.store.evidence_index import BANK, DOCUMENTS, RECORDS, find_ids
from bankrm.adapters.store.rows import METADATA
from bankrm.adapters.store.rows.clients import to_contact
from bankrm.adapters.store.rows.documents import OF_THE_BANK, DocumentRow, PassageRow, to_document, to_passage
from bankrm.adapters.store.rows.interactions import InteractionRow, to_interaction
from bankrm.adapters.store.transaction import Transaction
from bankrm.application.ports.store import FoundPassage, FoundTexts, Standing
from bankrm.domain.clients import ClientKey, Contact
from bankrm.domain.interactions import Interaction
from bankrm.language.glossary import Glossary

_CLIENT, _CONTACT = METADATA.tables["client"], METADATA.tables["contact"]
_INTERACTION, _HOST = METADATA.tables["interaction"], METADATA.tables["host_figures"]


def all_contacts(transaction: Transaction) -> list[Contact]:
    """The people at all clients, in the order of the clients' keys; a branch has thousands, so not by way of row objects."""
    people = select(_CONTACT).where(_CONTACT.c.current == true())
    in_order = people.order_by(_CONTACT.c.branch, _CONTACT.c.cif, _CONTACT.c.id)
    return [to_contact(row) for row in transaction.reading().execute(in_order)]


def all_standings(transaction: Transaction) -> Mapping[ClientKey, Standing]:
    """The last talk, by an index that holds nothing else, client by client; the loans of the latest host values."""
    connection, client, talk, host = transaction.reading(), _CLIENT.c, _INTERACTION.c, _HOST.c
    of_client = talk.current == true(), talk.branch == client.branch, talk.cif == client.cif
    last = select(func.max(talk.on)).where(*of_client).correlate(_CLIENT).scalar_subquery()
    talks = connection.execute(select(client.branch, client.cif, last).where(client.current == true()))
    values = select(host.branch, host.cif, host.loans).where(host.current == true(), host.loans.is_not(None))
    loans = {ClientKey(branch, cif): yen for branch, cif, yen in connection.execute(values.order_by(host.as_of))}
    told = {ClientKey(branch, cif): on for branch, cif, on in talks}
    return {key: Standing(on, loans.get(key)) for key, on in told.items()}


def find_texts(
    transaction: Transaction, glossary: Glossary, query: str, top: int, clients: Collection[ClientKey] | None
) -> FoundTexts:
    """The records and passages that hold every word of the query, of each kind so many."""
    records = find_ids(transaction, glossary, query, RECORDS, clients)
    passages = find_ids(transaction, glossary, query, DOCUMENTS, clients)
    return FoundTexts(
        tuple(_record(transaction, *found) for found in islice(records, top)),
        tuple(_passages(transaction, passages, top)),
    )


def _record(transaction: Transaction, owner: str, text_id: str) -> Interaction:
    key = _key(owner)
    found = select_rows(InteractionRow).where(
        InteractionRow.branch == key.branch,
        InteractionRow.cif == key.cif,
        InteractionRow.ref == text_id.partition(":")[2],
        col(InteractionRow.current) == true(),
    )
    return to_interaction(transaction.rows(found)[0])


def _passages(transaction: Transaction, found: Iterable[tuple[str, str]], top: int) -> Iterable[FoundPassage]:
    """The closest passage of each document."""
    seen = set[tuple[str, str]]()
    for owner, text_id in found:
        _, place, ref = text_id.split(":", 2)
        if len(seen) < top and (owner, ref) not in seen:
            seen.add((owner, ref))
            yield _passage(transaction, owner, ref, int(place))


def _passage(transaction: Transaction, owner: str, ref: str, place: int) -> FoundPassage:
    key = None if owner == BANK else _key(owner)
    branch, cif = (key.branch, key.cif) if key else OF_THE_BANK.values()
    current = col(DocumentRow.branch) == branch, col(DocumentRow.cif) == cif, col(DocumentRow.current) == true()
    (row,) = transaction.rows(select_rows(DocumentRow).where(DocumentRow.ref == ref, *current))
    (passage,) = transaction.rows(
        select_rows(PassageRow).where(PassageRow.document_id == row.id, PassageRow.place == place)
    )
    return FoundPassage(to_document(row, ()), to_passage(passage))


def _key(owner: str) -> ClientKey:
    branch, _, cif = owner.partition("-")
    return ClientKey(branch, cif)
