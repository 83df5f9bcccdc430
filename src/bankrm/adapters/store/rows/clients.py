"""取引先 and 面談者."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Row
from sqlmodel import Field

from bankrm.adapters.store.rows.base import RecordRow, TextTuple, Topic, record_indexes
from bankrm.domain.clients import Client, ClientForm, ClientKey, Contact


class ClientRow(RecordRow, table=True):
    """取引先."""

    __tablename__ = "client"
    __table_args__ = record_indexes("client", "branch", "cif")

    name: str
    reading: str
    form: str
    aliases: tuple[str, ...] = Field(sa_type=TextTuple)
    corporate_number: str
    industry: str
    address: str
    representative: str
    founded: str
    business: str
    suppliers: str
    customers: str
    in_charge: str
    as_of: date | None = None


class ContactRow(RecordRow, table=True):
    """面談者."""

    __tablename__ = "contact"
    __table_args__ = record_indexes("contact", "branch", "cif", "name")

    name: str
    role: str
    reading: str
    aliases: tuple[str, ...] = Field(sa_type=TextTuple)
    decides: bool
    note: str


def key_columns(key: ClientKey) -> dict[str, object]:
    """The two columns of a client key."""
    return {"branch": key.branch, "cif": key.cif}


def client_key(row: RecordRow | Row[Any]) -> ClientKey:
    """The client that a row belongs to."""
    return ClientKey(row.branch, row.cif)


def to_client(row: ClientRow) -> Client:
    """The domain's value of a row."""
    return Client(
        client_key(row),
        row.name,
        row.reading,
        ClientForm(row.form),
        row.aliases,
        row.corporate_number,
        row.industry,
        row.address,
        row.representative,
        row.founded,
        row.business,
        row.suppliers,
        row.customers,
        row.in_charge,
        row.as_of,
    )


def to_contact(row: ContactRow | Row[Any]) -> Contact:
    """The domain's value of a row."""
    return Contact(client_key(row), row.name, row.role, row.reading, row.aliases, row.decides, row.note)


CLIENTS = Topic[Client](
    ClientRow,
    key=lambda client: key_columns(client.key),
    columns=lambda client: {
        "name": client.name,
        "reading": client.reading,
        "form": str(client.form),
        "aliases": client.aliases,
        "corporate_number": client.corporate_number,
        "industry": client.industry,
        "address": client.address,
        "representative": client.representative,
        "founded": client.founded,
        "business": client.business,
        "suppliers": client.suppliers,
        "customers": client.customers,
        "in_charge": client.in_charge,
        "as_of": client.as_of,
    },
)

CONTACTS = Topic[Contact](
    ContactRow,
    key=lambda contact: {**key_columns(contact.client), "name": contact.name},
    columns=lambda contact: {
        "role": contact.role,
        "reading": contact.reading,
        "aliases": contact.aliases,
        "decides": contact.decides,
        "note": contact.note,
    },
)
