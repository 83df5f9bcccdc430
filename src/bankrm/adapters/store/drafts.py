"""Drafts in the store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import insert, select, true
from sqlmodel import col
from sqlmodel import select as select_rows

from bankrm.adapters.store.rows import METADATA
from bankrm.adapters.store.rows.drafts import DraftRow, draft_columns, to_draft
from bankrm.adapters.store.rows.visits import VisitRow
from bankrm.adapters.store.transaction import Transaction
from bankrm.domain.clients import ClientKey
from bankrm.domain.drafts import Draft
from bankrm.domain.ids import DraftId

_DRAFT = METADATA.tables["draft"]


class SqlCipherDrafts:
    """Drafts as written; a revision is never changed."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def add(self, draft: Draft) -> None:
        """Keep a new draft; the same one again changes nothing. Raises ValueError for other content under a known id."""
        connection = self._transaction.writing()
        columns = draft_columns(draft)
        known = connection.execute(select(_DRAFT.c.sha256).where(_DRAFT.c.id == draft.id)).scalar()
        if known is None:
            connection.execute(insert(_DRAFT).values(**columns))
        elif known != columns["sha256"]:
            raise ValueError(f"draft {draft.id} is kept with other content")

    def get(self, draft: DraftId) -> Draft | None:
        """One draft with its evidence."""
        found = self._transaction.rows(select_rows(DraftRow).where(DraftRow.id == draft))
        return to_draft(found[0]) if found else None

    def of_visit(self, visit: str) -> Sequence[Draft]:
        """Drafts of one visit, oldest first."""
        found = select_rows(DraftRow).where(DraftRow.visit == visit).order_by(col(DraftRow.seq))
        return [to_draft(row) for row in self._transaction.rows(found)]

    def before(self, client: ClientKey, day: date) -> Sequence[Draft]:
        """Drafts for visits to this client on days before `day`, oldest first; a postponed visit counts by its new day."""
        visits = select(col(VisitRow.ref)).where(
            col(VisitRow.branch) == client.branch,
            col(VisitRow.cif) == client.cif,
            col(VisitRow.current) == true(),
            col(VisitRow.day) < day,
        )
        found = select_rows(DraftRow).where(
            DraftRow.branch == client.branch, DraftRow.cif == client.cif, col(DraftRow.visit).in_(visits)
        )
        return [to_draft(row) for row in self._transaction.rows(found.order_by(col(DraftRow.seq)))]
