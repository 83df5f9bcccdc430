"""One more document of a visit's set, written because a person asks for it: what the client sees."""

from __future__ import annotations

from dataclasses import dataclass

from bankrm.application.changes import Area, Changes
from bankrm.application.ports.clock import Clock
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.application.prepare_visit import PrepareVisit
from bankrm.domain.errors import NotFound
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import DocumentKindName


@dataclass(frozen=True, slots=True)
class Added:
    """The document that is in place by now, and what changed."""

    draft: DraftId
    changes: Changes


class AddDocument:
    """Beside a draft that is open; a document that is there already and made of the same stays as it is."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, prepare: PrepareVisit, clock: Clock) -> None:
        self._open, self._prepare, self._clock = open_unit_of_work, prepare, clock

    def __call__(self, beside: DraftId, kind: DocumentKindName) -> Added:
        """Raises NotFound (also where the visit is no longer planned), and what a kind refuses to be written for
        (NothingToFollow, NothingToShow)."""
        with self._open() as uow:
            draft = uow.drafts.get(beside)
            if draft is None:
                raise NotFound(what="draft", id=beside)
            planned = uow.records.visits(draft.day, draft.day)
        visit = next((one for one in planned if one.ref == draft.visit), None)
        if draft.visit and visit is None:
            raise NotFound(what="visit", id=draft.visit)
        (added,) = self._prepare(draft.client, visit, [kind], self._clock.today())
        return Added(added.id, Changes.of(Area.DRAFTS, clients=frozenset({draft.client})))
