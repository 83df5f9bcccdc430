"""Drafts in the store."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, delete, func, insert, select, true, update
from sqlmodel import col
from sqlmodel import select as select_rows

from bankrm.adapters.store.rows import METADATA
from bankrm.adapters.store.rows.drafts import (
    CHANGING,
    SUMMARY,
    DraftRow,
    draft_columns,
    read_content,
    read_gist,
    to_draft,
    to_summary,
)
from bankrm.adapters.store.rows.visits import VisitRow
from bankrm.adapters.store.transaction import Transaction
from bankrm.application.ports.drafts import DraftGist, DraftSummary, Kept
from bankrm.domain.clients import ClientKey
from bankrm.domain.drafts import Draft, DraftState
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import VISIT_SET, DocumentKindName

_DRAFT, _STEP = METADATA.tables["draft"], METADATA.tables["draft_step"]
_LISTED = select(*(_DRAFT.c[name] for name in SUMMARY)).where(
    _DRAFT.c.superseded_by.is_(None), _DRAFT.c.update_of.is_(None)
)


class SqlCipherDrafts:
    """Drafts as written; none but the working revision is changed."""

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

    def gist(self, draft: DraftId, sections: Collection[str]) -> DraftGist | None:
        """Those sections, and how all statements were judged."""
        content = self._transaction.reading().execute(select(_DRAFT.c.content).where(_DRAFT.c.id == draft)).scalar()
        return read_gist(content, sections) if content else None

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

    def kept(self, draft: DraftId) -> Kept | None:
        """One draft with what the store knows of it."""
        found = self._transaction.rows(select_rows(DraftRow).where(DraftRow.id == draft))
        return self._kept(found[0]) if found else None

    def claim(self, draft: DraftId) -> Kept | None:
        """The same, read as the only writer."""
        self._transaction.writing()
        return self.kept(draft)

    def _kept(self, row: DraftRow) -> Kept:
        newer = DraftId(row.superseded_by) if row.superseded_by else None
        last = (
            self._transaction.reading().execute(select(func.max(_STEP.c.place)).where(_STEP.c.draft == row.id)).scalar()
        )
        offered = DraftId(row.update_of) if row.update_of else None
        return Kept(to_draft(row), row.sha256, newer, row.step > 0, row.step < (last or 0), offered)

    def succeed(self, former: DraftId, revision: Draft) -> None:
        """Keep the next revision, in place of the former; the updates that were offered to that one are offered to it."""
        self.add(revision)
        self.supersede(former, by=revision.id)
        offered = update(_DRAFT).where(_DRAFT.c.update_of == former)
        self._transaction.writing().execute(offered.values(update_of=revision.id))

    def change(self, draft: Draft) -> Kept:
        """Give the working revision other content. Raises ValueError for any other revision."""
        row = self._working(draft.id)
        connection = self._transaction.writing()
        connection.execute(delete(_STEP).where(_STEP.c.draft == draft.id, _STEP.c.place > row.step))
        if row.step == 0:
            connection.execute(insert(_STEP).prefix_with("OR IGNORE"), _step(draft.id, 0, row.content))
        columns = draft_columns(draft)
        connection.execute(insert(_STEP), _step(draft.id, row.step + 1, str(columns["content"])))
        return self._put(draft.id, row.step + 1, columns)

    def step(self, draft: DraftId, by: int) -> Kept:
        """The working revision as it was one change before or after. Raises ValueError where there is no such step."""
        row = self._working(draft)
        wanted = select(_STEP.c.content).where(_STEP.c.draft == draft, _STEP.c.place == row.step + by)
        content = self._transaction.writing().execute(wanted).scalar()
        if content is None:
            raise ValueError(f"draft {draft} has no step {row.step + by}")
        return self._put(draft, row.step + by, draft_columns(read_content(zlib.decompress(content), row.state)))

    def _working(self, draft: DraftId) -> DraftRow:
        self._transaction.writing()
        found = self._transaction.rows(
            select_rows(DraftRow).where(
                DraftRow.id == draft, DraftRow.state == DraftState.DRAFT, DraftRow.revision > 1, col(DraftRow.superseded_by).is_(None)
            )
        )  # fmt: skip
        if not found:
            raise ValueError(f"draft {draft} is not the working revision")
        return found[0]

    def _put(self, draft: DraftId, step: int, columns: Mapping[str, object]) -> Kept:
        changed = {name: columns[name] for name in CHANGING}
        self._transaction.writing().execute(update(_DRAFT).where(_DRAFT.c.id == draft).values(**changed, step=step))
        kept = self.kept(draft)
        assert kept
        return kept

    def reach(self, draft: DraftId, state: DraftState) -> None:
        """The revision is in that state from now on; its steps are forgotten."""
        connection = self._transaction.writing()
        connection.execute(update(_DRAFT).where(_DRAFT.c.id == draft).values(state=state.value, step=0))
        connection.execute(delete(_STEP).where(_STEP.c.draft == draft))

    def dismiss(self, update_: DraftId) -> None:
        """The update is not offered any more, and still told by `update_of`."""
        self._transaction.writing().execute(update(_DRAFT).where(_DRAFT.c.id == update_).values(dismissed=True))

    def offered_to(self, draft: DraftId) -> Draft | None:
        """The newest update; None where that one was dismissed."""
        found = self.update_of(draft)
        if found is None:
            return None
        dismissed = select(_DRAFT.c.dismissed).where(_DRAFT.c.id == found.id)
        return None if self._transaction.reading().execute(dismissed).scalar() else found

    def summaries(
        self, client: ClientKey | None = None, visit: str | None = None, *, newest: int | None = None
    ) -> Sequence[DraftSummary]:
        """Drafts in place, the latest first: of a client, of a visit, or all."""
        found = _LISTED
        if client:
            found = found.where(_DRAFT.c.branch == client.branch, _DRAFT.c.cif == client.cif)
        if visit:
            found = found.where(_DRAFT.c.visit == visit)
        rows = self._transaction.reading().execute(found.order_by(_DRAFT.c.seq.desc()).limit(newest))
        return [to_summary(row) for row in rows]

    def _newest(self, *conditions: ColumnElement[bool] | bool) -> Draft | None:
        found = select_rows(DraftRow).where(col(DraftRow.superseded_by).is_(None), *conditions)
        rows = self._transaction.rows(found.order_by(col(DraftRow.seq).desc()).limit(1))
        return to_draft(rows[0]) if rows else None

    def of_visits(self, visits: Collection[str]) -> Sequence[DraftSummary]:
        """The newest draft in place of each of these visits' documents."""
        found = self._transaction.reading().execute(_LISTED.where(_DRAFT.c.visit.in_(visits)).order_by(_DRAFT.c.seq))
        return list({(row.branch, row.cif, row.visit, row.kind): to_summary(row) for row in found}.values())

    def last_before(self, client: ClientKey, day: date) -> Draft | None:
        """Of the drafts prepared in time for visits to this client on days before `day`, the last one of the latest visit; a postponed
        visit counts by its new day. A mail that follows a visit knows of it already. Read one by one: most often the first is in time."""
        visits = select(col(VisitRow.ref)).where(
            col(VisitRow.branch) == client.branch,
            col(VisitRow.cif) == client.cif,
            col(VisitRow.current) == true(),
            col(VisitRow.day) < day,
        )
        prepared = _DRAFT.c.visit.in_(visits), _DRAFT.c.kind.in_([kind.value for kind in VISIT_SET])
        of_these = _DRAFT.c.branch == client.branch, _DRAFT.c.cif == client.cif, *prepared
        latest = _DRAFT.c.day.desc(), _DRAFT.c.created.desc(), _DRAFT.c.seq.desc()
        ids = (
            self._transaction.reading().execute(select(_DRAFT.c.id).where(*of_these).order_by(*latest)).scalars().all()
        )
        drafts = (self.get(DraftId(one)) for one in ids)
        return next((draft for draft in drafts if draft and draft.in_time), None)


def _step(draft: DraftId, place: int, content: str) -> dict[str, object]:
    return {"draft": draft, "place": place, "content": zlib.compress(content.encode())}
