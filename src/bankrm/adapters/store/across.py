"""Reads across all clients: the lists and the search that a person looks for something with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import func, select, true, tuple_
from sqlmodel import col
from sqlmodel import select as select_rows

from bankrm.adapters.store.evidence_index import BANK, DOCUMENTS, RECORDS, FoundId, find_ids
from bankrm.adapters.store.rows import METADATA
from bankrm.adapters.store.rows.clients import to_contact
from bankrm.adapters.store.rows.documents import DocumentRow, PassageRow, to_document, to_passage
from bankrm.adapters.store.rows.interactions import InteractionRow, to_interaction
from bankrm.adapters.store.transaction import Transaction
from bankrm.application.ports.records import FoundPassage, FoundTexts, Standing
from bankrm.domain.clients import ClientKey, Contact
from bankrm.domain.interactions import OWN_VIEW, Interaction
from bankrm.language.glossary import Glossary

_CLIENT, _CONTACT = METADATA.tables["client"], METADATA.tables["contact"]
_INTERACTION, _HOST = METADATA.tables["interaction"], METADATA.tables["host_figures"]

LOOKED_AT = 40  # records that are read to put them in the order of their days


def names_version(transaction: Transaction) -> int:
    """The sum of the newest rows' numbers: every change of a record is a new row."""
    newest = (select(func.max(table.c.id)).scalar_subquery() for table in (_CLIENT, _CONTACT))
    return sum(number or 0 for number in transaction.reading().execute(select(*newest)).one())


def all_contacts(transaction: Transaction) -> list[Contact]:
    """The people at all clients, in the order of the clients' keys; a branch has thousands, so not by way of row objects."""
    people = select(_CONTACT).where(_CONTACT.c.current == true())
    in_order = people.order_by(_CONTACT.c.branch, _CONTACT.c.cif, _CONTACT.c.id)
    return [to_contact(row) for row in transaction.reading().execute(in_order)]


def all_standings(transaction: Transaction) -> Mapping[ClientKey, Standing]:
    """The last talk, by the index of their days, client by client, and what it says of the next; the loans of the latest host values."""
    connection, client, talk, host = transaction.reading(), _CLIENT.c, _INTERACTION.c, _HOST.c
    of_client = talk.current == true(), talk.branch == client.branch, talk.cif == client.cif
    talked = select(talk.on).where(*of_client, talk.method != OWN_VIEW).order_by(talk.on.desc()).limit(1)
    last = talked.correlate(_CLIENT).scalar_subquery()
    newest = select(talk.next_step).where(*of_client, talk.method != OWN_VIEW).order_by(talk.on.desc(), talk.id.desc())
    step = newest.limit(1).correlate(_CLIENT).scalar_subquery()
    talks = connection.execute(select(client.branch, client.cif, last, step).where(client.current == true()))
    values = select(host.branch, host.cif, host.loans).where(host.current == true(), host.loans.is_not(None))
    loans = {ClientKey(branch, cif): yen for branch, cif, yen in connection.execute(values.order_by(host.as_of))}
    told = {ClientKey(branch, cif): (on, step or "") for branch, cif, on, step in talks}
    return {key: Standing(on, loans.get(key), step) for key, (on, step) in told.items()}


def find_texts(
    transaction: Transaction, glossary: Glossary, query: str, top: int, clients: Collection[ClientKey] | None
) -> FoundTexts:
    """The records and passages that hold every word of the query, of each kind so many."""
    passages = find_ids(transaction, glossary, query, DOCUMENTS, clients)
    return FoundTexts(
        tuple(_records(transaction, list(find_ids(transaction, glossary, query, RECORDS, clients)), top)),
        tuple(_passages(transaction, passages, top)),
    )


def _records(transaction: Transaction, found: Sequence[FoundId], top: int) -> list[Interaction]:
    """Those that hold the query to the letter first, in each group by their day."""
    to_the_letter = {(one.owner, one.id): one.score for one in found[:LOOKED_AT]}
    keys = [(*_columns(owner), text_id.partition(":")[2]) for owner, text_id in to_the_letter]
    key = tuple_(col(InteractionRow.branch), col(InteractionRow.cif), col(InteractionRow.ref))
    rows = transaction.rows(select_rows(InteractionRow).where(key.in_(keys), col(InteractionRow.current) == true()))
    records = sorted(map(to_interaction, rows), key=lambda record: record.on, reverse=True)
    return sorted(records, key=lambda r: -to_the_letter[str(r.client), f"interaction:{r.ref}"])[:top]


def _passages(transaction: Transaction, found: Iterable[FoundId], top: int) -> Iterable[FoundPassage]:
    """The closest passage of each document."""
    seen = set[tuple[str, str]]()
    for one in found:
        _, place, ref = one.id.split(":", 2)
        if len(seen) < top and (one.owner, ref) not in seen:
            seen.add((one.owner, ref))
            yield _passage(transaction, one.owner, ref, int(place))


def _passage(transaction: Transaction, owner: str, ref: str, place: int) -> FoundPassage:
    branch, cif = _columns(owner)
    current = col(DocumentRow.branch) == branch, col(DocumentRow.cif) == cif, col(DocumentRow.current) == true()
    (row,) = transaction.rows(select_rows(DocumentRow).where(DocumentRow.ref == ref, *current))
    (passage,) = transaction.rows(
        select_rows(PassageRow).where(PassageRow.document_id == row.id, PassageRow.place == place)
    )
    return FoundPassage(to_document(row, ()), to_passage(passage))


def _columns(owner: str) -> tuple[str, str]:
    branch, _, cif = owner.partition("-")
    return ("", "") if owner == BANK else (branch, cif)
