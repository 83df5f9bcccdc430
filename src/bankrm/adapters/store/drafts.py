"""Drafts in the store."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, insert, select, true, update
from sqlmodel import col
from sqlmodel import select as select_rows

from bankrm.adapters.store.rows import METADATA
from bankrm.adapters.store.rows.drafts import DraftRow, draft_columns, to_draft, to_head
from bankrm.adapters.store.rows.visits import VisitRow
from bankrm.adapters.store.transaction import Transaction
from bankrm.application.ports.store import DraftHead
from bankrm.domain.clients import ClientKey
from bankrm.domain.drafts import Draft
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import DocumentKindName

_DRAFT = METADATA.tables["draft"]
_HEAD = [column for column in _DRAFT.c if column.name != "content"]


class SqlCipherDrafts:
    """Drafts as written; a revision is never changed."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def add(self, draft: Draft, *, update_of: DraftId | None = None) -> None:
        """Keep a new draft, as an update offered to another where one is named (更新案); the same one again changes nothing.

        Raises ValueError for other content under a known id.
        """
        connection = self._transaction.writing()
        columns = draft_columns(draft)
        known = connection.execute(select(_DRAFT.c.sha256).where(_DRAFT.c.id == draft.id)).scalar()
        if known is None:
            connection.execute(insert(_DRAFT).values(**columns, update_of=update_of))
        elif known != columns["sha256"]:
            raise ValueError(f"draft {draft.id} is kept with other content")

    def get(self, draft: DraftId) -> Draft | None:
        """One draft with its evidence."""
        found = self._transaction.rows(select_rows(DraftRow).where(DraftRow.id == draft))
        return to_draft(found[0]) if found else None

    def supersede(self, draft: DraftId, by: DraftId) -> None:
        """From now on another draft stands in place of this one, which stays to be read."""
        self._transaction.writing().execute(update(_DRAFT).where(_DRAFT.c.id == draft).values(superseded_by=by))

    def in_place(self, client: ClientKey, visit: str | None, kind: DocumentKindName) -> Draft | None:
        """The newest draft of that document that is neither superseded nor an update; read as the only writer."""
        self._transaction.writing()
        return self._newest(
            DraftRow.branch == client.branch,
            DraftRow.cif == client.cif,
            DraftRow.visit == visit,
            DraftRow.kind == kind,
            col(DraftRow.update_of).is_(None),
        )

    def update_of(self, draft: DraftId) -> Draft | None:
        """The newest update that is offered to this draft and not superseded."""
        return self._newest(DraftRow.update_of == draft)

    def _newest(self, *conditions: ColumnElement[bool] | bool) -> Draft | None:
        found = select_rows(DraftRow).where(col(DraftRow.superseded_by).is_(None), *conditions)
        rows = self._transaction.rows(found.order_by(col(DraftRow.seq).desc()).limit(1))
        return to_draft(rows[0]) if rows else None

    def of_visit(self, visit: str) -> Sequence[Draft]:
        """Drafts of one visit that are not superseded, oldest first."""
        found = select_rows(DraftRow).where(DraftRow.visit == visit, col(DraftRow.superseded_by).is_(None))
        return [to_draft(row) for row in self._transaction.rows(found.order_by(col(DraftRow.seq)))]

    def heads(self, client: ClientKey) -> Sequence[DraftHead]:
        """A client's drafts that are not superseded, the newest first; their content is not read."""
        found = select(*_HEAD).where(
            _DRAFT.c.branch == client.branch, _DRAFT.c.cif == client.cif, _DRAFT.c.superseded_by.is_(None)
        )
        return [to_head(row) for row in self._transaction.reading().execute(found.order_by(_DRAFT.c.seq.desc()))]

    def heads_of(self, visits: Collection[str]) -> Sequence[DraftHead]:
        """The drafts in place of these visits by their documents, without their content."""
        in_place = _DRAFT.c.visit.in_(visits), _DRAFT.c.superseded_by.is_(None), _DRAFT.c.update_of.is_(None)
        found = self._transaction.reading().execute(select(*_HEAD).where(*in_place).order_by(_DRAFT.c.seq))
        return list({(row.branch, row.cif, row.visit, row.kind): to_head(row) for row in found}.values())

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
