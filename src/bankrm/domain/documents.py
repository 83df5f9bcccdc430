"""Imported documents, their quotable passages, and the products that the bank offers."""

from __future__ import annotations

from dataclasses import dataclass
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

    `ref` is the file's folder and name (hyojun/setsubi.pdf): a file there again is a new version of the same document.
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
