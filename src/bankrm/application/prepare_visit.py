"""Prepare a visit's set (訪問準備一式): observe, select evidence once, draft each kind, keep the drafts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from bankrm.application.keep_draft import Standing, keep_draft
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.application.visit_context import VisitContexts, require_planned
from bankrm.application.write_draft import provenance_of, write_draft
from bankrm.domain.clients import ClientKey
from bankrm.domain.drafts import Draft, Provenance
from bankrm.domain.recipes import DocumentKindName, Recipe
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
        afresh: bool = True,
    ) -> None:
        """Without `over_models`, a language model's draft of the same evidence stays where it is; without `afresh`, any draft
        that was made of the same."""
        self._open = open_unit_of_work
        self._over_models, self._afresh = over_models, afresh
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
        provenances = {kind: provenance_of(self._recipe(kind), self._writer, context) for kind in kinds}
        standing = {} if self._afresh else self._standing(context, provenances)
        missing = {kind: told for kind, told in provenances.items() if kind not in standing}
        new = {
            kind: write_draft(self._recipe(kind), self._writer, context, missing[kind], self._now) for kind in missing
        }
        with self._open() as uow:
            kept = {kind: keep_draft(uow, draft, over_models=self._over_models) for kind, draft in new.items()}
            require_planned(uow, context)  # last, when this is the only writer: what it finds holds until the commit
            uow.commit()
        return tuple({**standing, **kept}[kind] for kind in kinds)

    def _recipe(self, kind: DocumentKindName) -> Recipe:
        return self._contexts.knowledge.recipes[kind]

    def _standing(
        self, context: VisitContext, provenances: Mapping[DocumentKindName, Provenance]
    ) -> dict[DocumentKindName, Draft]:
        """The drafts in place that need no new one."""
        client, visit = context.dossier.client.key, context.visit.ref if context.visit else None
        with self._open() as uow:
            found = {
                kind: Standing.of(uow, client, visit, context.day, kind).suffices(told, over_models=self._over_models)
                for kind, told in provenances.items()
            }
        return {kind: draft for kind, draft in found.items() if draft}
