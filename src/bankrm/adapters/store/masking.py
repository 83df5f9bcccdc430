"""Masking keys in the store."""

from __future__ import annotations

from sqlalchemy import delete, insert
from sqlmodel import col
from sqlmodel import select as select_rows

from bankrm.adapters.store.rows import METADATA
from bankrm.adapters.store.rows.masking import MaskingTokenRow
from bankrm.adapters.store.transaction import Transaction
from bankrm.drafting.privacy.masking import MaskingKey

_TOKEN = METADATA.tables["masking_token"]


class SqlCipherMaskingKeys:
    """Keys by their names."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def claim(self, name: str) -> MaskingKey | None:
        """A key, read as the only writer."""
        self._transaction.writing()
        return self.get(name)

    def get(self, name: str) -> MaskingKey | None:
        """A key, its tokens in the order in which they were given out."""
        row = MaskingTokenRow
        found = self._transaction.rows(select_rows(row).where(col(row.key) == name).order_by(col(row.place)))
        originals = {one.token: one.original for one in found}
        return MaskingKey(originals) if originals else None

    def put(self, name: str, key: MaskingKey) -> None:
        """Keep a key in place of the one of this name."""
        connection = self._transaction.writing()
        connection.execute(delete(_TOKEN).where(_TOKEN.c.key == name))
        rows = [
            {"key": name, "token": token, "original": original, "place": place}
            for place, (token, original) in enumerate(key.originals.items())
        ]
        if rows:
            connection.execute(insert(_TOKEN), rows)
