"""Imported documents, their quotable passages, and the products that the bank offers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from bankrm.domain.clients import ClientKey


class DocumentKind(StrEnum):
    """How far a document may be relied on (根拠の強さ)."""

    CLIENT = "client"  # 先方書面
    STANDARD = "standard"  # 標準資料, 標準提案
    PUBLIC = "public"  # 公開情報


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotable piece of a document: `page` counts from 1 (None where the format has none), `span` in the page's text."""

    text: str
    page: int | None
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Document:
    """資料: one imported file in one version. `client` is None for a document of the bank itself.

    `ref` is the file's path from the folder that the user named, at least its two nearest folders and its name
    (bank/hyojun/setsubi.pdf): a file there again is a new version of the same document. The same bytes (`sha256`) of the same
    owner are the same document wherever they lie, under the ref by which they were first kept.
    """

    ref: str
    title: str
    kind: DocumentKind
    sha256: str
    passages: tuple[Passage, ...]
    client: ClientKey | None = None
    owner: str = ""
    issued: date | None = None
    valid_until: date | None = None
    pages: int | None = None
    product: str = ""  # 商品名, where the document describes a product
    version: int = field(default=1, compare=False)  # which one of this ref it is, counted by the store

    def known_as(self, same: Sequence[Document]) -> Document:
        """Under ref and owner of one of these documents of the same bytes: its owner's, else where one of the two has none."""
        for kept in (*(one for one in same if one.client == self.client), *same):
            if kept.client == self.client or None in (kept.client, self.client):
                kind = self.kind if self.client else kept.kind
                return replace(self, ref=kept.ref, client=self.client or kept.client, kind=kind)
        return self


DERIVED = frozenset({"version"})
"""Fields of a document that the store knows and the file does not tell."""


@dataclass(frozen=True, slots=True)
class Product:
    """標準提案: what the bank offers, read from its own document; every field is a quotation of `document`."""

    document: str
    name: str
    audience: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    fees: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()
    owner: str = ""
    valid_until: date | None = None
