"""A person at one draft, on a store in memory."""

from __future__ import annotations

from collections.abc import Callable

from tests.builders import KEY, TODAY, paper, talk, visit
from tests.fakes.editing import a_writing
from tests.fakes.queue import KNOWLEDGE
from tests.fakes.store import MemoryStore

from bankrm.adapters.system.clock import FixedDay
from bankrm.application.edit_draft import EditDraft, Edited, RedoEdit, UndoEdit
from bankrm.application.hand_in import SubmitDrafts
from bankrm.application.ports.records import Source
from bankrm.application.queries.drafts import DraftView, ReadDraft
from bankrm.domain.audit import Act
from bankrm.domain.clients import Client
from bankrm.domain.editing import Base
from bankrm.domain.ids import DraftId

PERSON = "渉外 太郎"


def a_store() -> MemoryStore:
    store = MemoryStore()
    with store.unit_of_work() as uow:
        for record in (Client(KEY, "とびうお製麺"), visit(), talk("2026-05-12"), paper("設備", "十年以内")):
            uow.records.put(record, Source("0" * 64))
        uow.drafts.add(a_writing())
        uow.commit()
    return store


class Page:
    """What a person sees and does, on one store."""

    def __init__(self, store: MemoryStore, draft: DraftId) -> None:
        self.begin, self.clock, self.draft = store.unit_of_work, FixedDay(TODAY), draft
        self.edit = EditDraft(self.begin, KNOWLEDGE.recipes, self.clock, PERSON)

    @property
    def view(self) -> DraftView:
        return ReadDraft(self.begin, self.clock)(self.draft, opened=False)

    def do(self, act: Callable[[DraftId, Base], Edited]) -> DraftView:
        self.draft = act(self.draft, self.view.base).draft
        return self.view

    def apply(self, *edits: object) -> DraftView:
        for edit in edits:
            self.do(lambda draft, base, edit=edit: self.edit(draft, base, edit))  # type: ignore[misc]
        return self.view

    def undo(self) -> DraftView:
        return self.do(UndoEdit(self.begin))

    def redo(self) -> DraftView:
        return self.do(RedoEdit(self.begin))

    def submit(self) -> None:
        SubmitDrafts(self.begin, self.clock)([(self.draft, self.view.base)])


def acts(store: MemoryStore) -> list[Act]:
    return [entry.act for entry in store.data.audit]
