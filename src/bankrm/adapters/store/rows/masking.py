"""Masking keys: a row for each token; `place` is the order in which they were given out."""

from __future__ import annotations

from sqlmodel import Field

from bankrm.adapters.store.rows.base import StoreTable


class MaskingTokenRow(StoreTable, table=True):
    """One token and the words that it stands for."""

    __tablename__ = "masking_token"

    key: str = Field(primary_key=True)
    token: str = Field(primary_key=True)
    original: str
    place: int
