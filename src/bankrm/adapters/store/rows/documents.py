"""資料 with their passages, 標準提案, and the originals of imported files.

A document of the bank itself has empty branch and cif.
"""

from __future__ import annotations

from datetime import date

from sqlmodel import Field

from bankrm.adapters.store.rows.base import RecordRow, StoreTable, TextTuple, Topic, record_indexes
from bankrm.adapters.store.rows.clients import client_key
from bankrm.domain.clients import ClientKey
from bankrm.domain.documents import DERIVED, Document, DocumentKind, Passage, Product


class DocumentRow(RecordRow, table=True):
    """資料 in one version."""

    __tablename__ = "document"
    __table_args__ = record_indexes("document", "branch", "cif", "ref")

    ref: str
    title: str
    kind: str
    sha256: str
    owner: str
    issued: date | None = None
    valid_until: date | None = None
    pages: int | None = None
    product: str


class PassageRow(StoreTable, table=True):
    """One quotable piece of one version of a document; `place` counts from 0."""

    __tablename__ = "passage"

    document_id: int = Field(primary_key=True, foreign_key="document.id")
    place: int = Field(primary_key=True)
    text: str
    page: int | None = None
    begins: int
    ends: int


class ProductRow(RecordRow, table=True):
    """標準提案, quoted from its document; branch and cif stay empty."""

    __tablename__ = "product"
    __table_args__ = record_indexes("product", "branch", "cif", "document")

    document: str
    name: str
    audience: tuple[str, ...] = Field(sa_type=TextTuple)
    conditions: tuple[str, ...] = Field(sa_type=TextTuple)
    fees: tuple[str, ...] = Field(sa_type=TextTuple)
    risks: tuple[str, ...] = Field(sa_type=TextTuple)
    owner: str
    valid_until: date | None = None


class OriginalRow(StoreTable, table=True):
    """An imported file, byte for byte."""

    __tablename__ = "original"

    sha256: str = Field(primary_key=True)
    name: str
    size: int
    content: bytes


OF_THE_BANK: dict[str, object] = {"branch": "", "cif": ""}
_DOCUMENT = ("title", "sha256", "owner", "issued", "valid_until", "pages", "product")
_PRODUCT = ("name", "audience", "conditions", "fees", "risks", "owner", "valid_until")


def owner_columns(client: ClientKey | None) -> dict[str, object]:
    """Whose document it is: the client's, or the bank's own."""
    return {"branch": client.branch, "cif": client.cif} if client else OF_THE_BANK


def to_document(row: DocumentRow, passages: tuple[Passage, ...]) -> Document:
    """The domain's value of a row and its passages."""
    return Document(
        row.ref,
        kind=DocumentKind(row.kind),
        passages=passages,
        client=client_key(row) if row.branch else None,
        version=row.version,
        **{name: getattr(row, name) for name in _DOCUMENT},
    )


def to_passage(row: PassageRow) -> Passage:
    """The domain's value of a row."""
    return Passage(row.text, row.page, (row.begins, row.ends))


def passage_columns(document_id: int, place: int, passage: Passage) -> dict[str, object]:
    """The columns of one passage."""
    begins, ends = passage.span
    return {
        "document_id": document_id,
        "place": place,
        "text": passage.text,
        "page": passage.page,
        "begins": begins,
        "ends": ends,
    }


def to_product(row: ProductRow) -> Product:
    """The domain's value of a row."""
    return Product(row.document, **{name: getattr(row, name) for name in _PRODUCT})


DOCUMENTS = Topic[Document](
    DocumentRow,
    key=lambda document: {**owner_columns(document.client), "ref": document.ref},
    columns=lambda document: {
        "kind": str(document.kind),
        **{name: getattr(document, name) for name in _DOCUMENT},
    },
    derived=DERIVED,
)

PRODUCTS = Topic[Product](
    ProductRow,
    key=lambda product: {**OF_THE_BANK, "document": product.document},
    columns=lambda product: {name: getattr(product, name) for name in _PRODUCT},
)
