"""Drafts in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from tests.fakes.memory.data import MemoryData

from bankrm.application.ports.drafts import DraftGist, DraftSummary, Kept
from bankrm.domain.clients import ClientKey
from bankrm.domain.drafts import Draft, DraftState
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import VISIT_SET, DocumentKindName
from bankrm.domain.visits import Visit


class MemoryDrafts:
    def __init__(self, data: MemoryData) -> None:
        self._data = data

    def add(self, draft: Draft, *, update_of: DraftId | None = None) -> None:
        if self._data.drafts.setdefault(draft.id, draft) != draft:
            raise ValueError(draft.id)
        if update_of:
            self._data.update_of[draft.id] = update_of

    def supersede(self, draft: DraftId, by: DraftId) -> None:
        self._data.superseded_by[draft] = by

    def get(self, draft: DraftId) -> Draft | None:
        return self._data.drafts.get(draft)

    def gist(self, draft: DraftId, sections: Collection[str]) -> DraftGist | None:
        if (found := self.get(draft)) is None:
            return None
        return DraftGist(
            tuple(section for section in found.sections if section.key in sections),
            tuple(statement.verdict for statement in found.statements if statement.verdict),
        )

    def in_place(self, client: ClientKey, visit: str | None, kind: DocumentKindName) -> Draft | None:
        return self._newest(
            draft
            for draft in self._data.drafts.values()
            if (draft.client, draft.visit, draft.kind) == (client, visit, kind) and draft.id not in self._data.update_of
        )

    def update_of(self, draft: DraftId) -> Draft | None:
        return self._newest(one for one in self._data.drafts.values() if self._data.update_of.get(one.id) == draft)

    def _newest(self, drafts: Iterable[Draft]) -> Draft | None:
        return next(iter([one for one in drafts if one.id not in self._data.superseded_by][::-1]), None)

    def kept(self, draft: DraftId) -> Kept | None:
        found = self._data.drafts.get(draft)
        if found is None:
            return None
        newer = self._data.superseded_by.get(draft)
        at, steps = self._data.steps.get(draft, (0, ()))
        offered = self._data.update_of.get(draft)
        return Kept(
            found, _digest(found), DraftId(newer) if newer else None, at > 0, at < len(steps) - 1,
            DraftId(offered) if offered else None,
        )  # fmt: skip

    def claim(self, draft: DraftId) -> Kept | None:
        return self.kept(draft)

    def succeed(self, former: DraftId, revision: Draft) -> None:
        self.add(revision)
        self.supersede(former, by=revision.id)
        self._data.update_of = {key: revision.id if of == former else of for key, of in self._data.update_of.items()}

    def change(self, draft: Draft) -> Kept:
        before = self._working(draft.id)
        at, steps = self._data.steps.get(draft.id, (0, (before,)))
        self._data.steps[draft.id] = at + 1, (*steps[: at + 1], draft)
        return self._put(draft)

    def step(self, draft: DraftId, by: int) -> Kept:
        self._working(draft)
        at, steps = self._data.steps.get(draft, (0, ()))
        if not 0 <= at + by < len(steps):
            raise ValueError(draft)
        self._data.steps[draft] = at + by, steps
        return self._put(steps[at + by])

    def _working(self, draft: DraftId) -> Draft:
        found = self._data.drafts[draft]
        if found.state is not DraftState.DRAFT or found.revision == 1 or draft in self._data.superseded_by:
            raise ValueError(draft)
        return found

    def _put(self, draft: Draft) -> Kept:
        self._data.drafts[draft.id] = draft
        kept = self.kept(draft.id)
        assert kept
        return kept

    def reach(self, draft: DraftId, state: DraftState) -> None:
        self._data.drafts[draft] = replace(self._data.drafts[draft], state=state)
        self._data.steps.pop(draft, None)

    def dismiss(self, update: DraftId) -> None:
        self._data.dismissed.add(update)

    def offered_to(self, draft: DraftId) -> Draft | None:
        found = self.update_of(draft)
        return None if found is None or found.id in self._data.dismissed else found

    def summaries(
        self, client: ClientKey | None = None, visit: str | None = None, *, newest: int | None = None
    ) -> Sequence[DraftSummary]:
        found = [
            _summary(draft)
            for draft in self._data.drafts.values()
            if draft.id not in {*self._data.superseded_by, *self._data.update_of}
            and client in (None, draft.client)
            and visit in (None, draft.visit)
        ]
        return found[::-1][:newest]

    def of_visits(self, visits: Collection[str]) -> Sequence[DraftSummary]:
        newest = {
            (draft.client, draft.visit, draft.kind): _summary(draft)
            for draft in self._data.drafts.values()
            if draft.visit in visits and draft.id not in {*self._data.superseded_by, *self._data.update_of}
        }
        return list(newest.values())

    def last_before(self, client: ClientKey, day: date) -> Draft | None:
        visits = {
            record.ref
            for record in self._data.records.values()
            if isinstance(record, Visit) and record.client == client and record.day < day
        }
        drafts = (draft for draft in self._data.drafts.values() if draft.client == client and draft.visit in visits)
        in_time = [draft for draft in drafts if draft.in_time and draft.kind in VISIT_SET]
        return max(in_time, key=lambda draft: (draft.day, draft.created), default=None)


def _digest(draft: Draft) -> str:
    return hashlib.sha256(repr(replace(draft, state=DraftState.DRAFT)).encode()).hexdigest()


def _summary(draft: Draft) -> DraftSummary:
    return DraftSummary(
        draft.id, draft.client, draft.client_name, draft.kind, draft.title, draft.visit, draft.day, draft.state, draft.revision,
        len(draft.statements), draft.questioned, draft.provenance.engine, draft.created, _digest(draft),
    )  # fmt: skip
