"""Prepare a visit's set (訪問準備一式): observe, select evidence once, draft each kind, keep the drafts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from bankrm.application.keep_draft import keep_draft
from bankrm.application.ports.store import OpenUnitOfWork
from bankrm.application.visit_context import VisitContexts, require_planned
from bankrm.application.write_draft import provenance_of, write_draft
from bankrm.domain.clients import ClientKey
from bankrm.domain.drafts import Draft
from bankrm.domain.recipes import DocumentKindName
from bankrm.domain.visits import Visit
from bankrm.drafting.ports import DraftWriter, VisitContext


class PrepareVisit:
    """Write the set of one client's visit in one go; without a visit, a set dated today."""

    def __init__(
        self,
        open_unit_of_work: OpenUnitOfWork,
        contexts: VisitContexts,
        writer: DraftWriter,
        now: Callable[[], datetime],
        *,
        over_models: bool = True,
    ) -> None:
        """Without `over_models`, a language model's draft of the same evidence stays where it is."""
        self._open = open_unit_of_work
        self._over_models = over_models
        self._contexts = contexts
        self._writer = writer
        self._now = now

    def __call__(
        self, client: ClientKey, visit: Visit | None, kinds: Sequence[DocumentKindName], today: date
    ) -> tuple[Draft, ...]:
        """The drafts of these kinds that are in place then: new ones, revision 1, or those that a person touched. The store is
        free while they are written.

        Raises NotFound for an unknown client or visit, and where one is gone by the time the drafts stand: nothing is kept.
        """
        context = self._contexts(client, visit.ref if visit else None, today)
        drafts = [self._draft(kind, context) for kind in kinds]
        with self._open() as uow:
            in_place = tuple(keep_draft(uow, draft, over_models=self._over_models) for draft in drafts)
            require_planned(uow, context)  # last, when this is the only writer: what it finds holds until the commit
            uow.commit()
        return in_place

    def _draft(self, kind: DocumentKindName, context: VisitContext) -> Draft:
        recipe = self._contexts.knowledge.recipes[kind]
        provenance = provenance_of(recipe, self._writer, context)
        return write_draft(recipe, self._writer, context, provenance, self._now)
