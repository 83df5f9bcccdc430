"""One client's current records as one value, in twelve queries however many records there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import true, tuple_
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from bankrm.adapters.store.rows.base import RecordRow
from bankrm.adapters.store.rows.business import (
    DealRow,
    HostRow,
    OtherBankRow,
    StatementRow,
    to_deal,
    to_host,
    to_other_bank,
    to_statement,
)
from bankrm.adapters.store.rows.clients import ClientRow, ContactRow, to_client, to_contact
from bankrm.adapters.store.rows.documents import (
    DocumentRow,
    PassageRow,
    ProductRow,
    to_document,
    to_passage,
    to_product,
)
from bankrm.adapters.store.rows.interactions import InteractionRow, to_interaction
from bankrm.adapters.store.rows.promises import standing_closings, to_closing
from bankrm.adapters.store.rows.visits import VisitRow, to_visit
from bankrm.adapters.store.transaction import Transaction
from bankrm.domain.clients import ClientKey
from bankrm.domain.documents import Document, Passage
from bankrm.domain.dossier import Dossier
from bankrm.domain.reading import read_interaction

R = TypeVar("R", bound=RecordRow)


def read_dossier(transaction: Transaction, key: ClientKey, *, talks: bool = True) -> Dossier | None:
    """Everything of one client in the dossier's orders; None for an unknown client.

    Interactions are read into utterances and promises here, with the client's contacts, where `talks` are wanted.
    """

    def current(row: type[R], *order: Any) -> Sequence[R]:
        return transaction.rows(current_rows(row, key).order_by(*order, col(row.id)))

    clients = current(ClientRow)
    if not clients:
        return None
    contacts = tuple(to_contact(row) for row in current(ContactRow))
    return Dossier(
        client=to_client(clients[0]),
        contacts=contacts,
        interactions=tuple(
            read_interaction(to_interaction(row), contacts)
            for row in (current(InteractionRow, InteractionRow.on, InteractionRow.ref) if talks else ())
        ),
        host=tuple(to_host(row) for row in current(HostRow, HostRow.as_of)),
        other_banks=tuple(to_other_bank(row) for row in current(OtherBankRow, OtherBankRow.as_of, OtherBankRow.bank)),
        deals=tuple(to_deal(row) for row in current(DealRow, DealRow.opened, DealRow.ref)),
        statements=tuple(to_statement(row) for row in current(StatementRow, StatementRow.period_end)),
        documents=_documents(transaction, key),
        products=tuple(to_product(row) for row in transaction.rows(_products())),
        visits=tuple(to_visit(row) for row in current(VisitRow, VisitRow.start, VisitRow.ref)),
        closings=tuple(to_closing(row) for row in transaction.rows(standing_closings(key))),
    )


def current_rows(row: type[R], key: ClientKey) -> SelectOfScalar[R]:
    """The current version of each of one client's records."""
    return select(row).where(col(row.branch) == key.branch, col(row.cif) == key.cif, col(row.current) == true())


def _products() -> SelectOfScalar[ProductRow]:
    return select(ProductRow).where(col(ProductRow.current) == true()).order_by(ProductRow.document)


def _documents(transaction: Transaction, key: ClientKey) -> tuple[Document, ...]:
    """The client's own and the bank's, by day of issue (unknown first), each with its passages."""
    owners = [(key.branch, key.cif), ("", "")]
    wanted = col(DocumentRow.current) == true(), tuple_(col(DocumentRow.branch), col(DocumentRow.cif)).in_(owners)
    documents = (
        select(DocumentRow).where(*wanted).order_by(col(DocumentRow.issued), DocumentRow.ref, DocumentRow.branch)
    )
    passages: dict[int | None, list[Passage]] = defaultdict(list)
    ids = select(col(DocumentRow.id)).where(*wanted)
    for row in transaction.rows(
        select(PassageRow)
        .where(col(PassageRow.document_id).in_(ids))
        .order_by(col(PassageRow.document_id), col(PassageRow.place))
    ):
        passages[row.document_id].append(to_passage(row))
    return tuple(to_document(row, tuple(passages[row.id])) for row in transaction.rows(documents))
