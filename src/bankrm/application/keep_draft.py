"""Where a new draft goes: in place of one that nobody touched, or beside a person's work as an update (更新案)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.clients import ClientKey
from bankrm.domain.drafts import Draft, Provenance
from bankrm.domain.recipes import DocumentKindName
from bankrm.domain.visits import Visit
from bankrm.drafting.ports import TEMPLATE


@dataclass(frozen=True, slots=True)
class Standing:
    """The draft in place of one document, and the update that is offered to it."""

    draft: Draft | None = None
    update: Draft | None = None

    @classmethod
    def of(
        cls, uow: UnitOfWork, client: ClientKey, visit_ref: str | None, day: date, kind: DocumentKindName
    ) -> Standing:
        """As it is now; a set without a visit is of its day alone. What is decided on it holds until the commit."""
        draft = uow.drafts.in_place(client, visit_ref, kind)
        if draft is None or (visit_ref is None and draft.day != day):
            return cls()
        return cls(draft, uow.drafts.update_of(draft.id))

    @property
    def touched(self) -> Draft | None:
        """The draft in place where a person had a hand in it: it is never written over."""
        return self.draft if self.draft and self.draft.touched else None

    def suffices(self, provenance: Provenance, *, over_models: bool) -> Draft | None:
        """The draft in place where one of this provenance would tell nothing new, or only say a language model's again."""
        models = not over_models and self.draft and _is_models_of_the_same(self.draft.provenance, provenance)
        return self.draft if models or self.knows(provenance) else None

    def knows(self, provenance: Provenance) -> bool:
        """Whether the newest of them was made of the same."""
        newest = self.update or self.draft
        return newest is not None and newest.provenance.rests_on_the_same(provenance)


def keep_draft(uow: UnitOfWork, draft: Draft, *, over_models: bool = True) -> Draft:
    """Keep a new draft with its audit entry, but where it offers a person nothing new; the draft that is in place then.

    Without `over_models`, the template writer's leaves a language model's of the same evidence where it is.
    """
    standing = Standing.of(uow, draft.client, draft.visit, draft.day, draft.kind)
    touched = standing.touched
    if standing.draft and not over_models and _is_models_of_the_same(standing.draft.provenance, draft.provenance):
        return standing.draft
    if touched and standing.knows(draft.provenance):
        return touched
    uow.drafts.add(draft, update_of=touched.id if touched else None)
    former = standing.update if touched else standing.draft
    superseded = former if former and not former.touched else None
    if superseded:
        uow.drafts.supersede(superseded.id, by=draft.id)
    uow.audit.record(_prepared(draft, superseded, touched))
    return touched or draft


def _is_models_of_the_same(there: Provenance, here: Provenance) -> bool:
    """Whether what stands there is a language model's, made of the evidence that the template writer has now."""
    same = all(there.parameters.get(key) == here.parameters.get(key) for key in ("today", "visit_day", "pack_sha256"))
    return there.engine != TEMPLATE and here.engine == TEMPLATE and same


class DraftsInPlace:
    """The drafts of one visit that a person would read now."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open = open_unit_of_work

    def __call__(
        self, client: ClientKey, visit: Visit | None, kinds: Sequence[DocumentKindName], today: date
    ) -> tuple[Draft, ...]:
        """In the order of the kinds; a kind without a draft is left out."""
        day, ref = (visit.day, visit.ref) if visit else (today, None)
        with self._open() as uow:
            standing = (Standing.of(uow, client, ref, day, kind).draft for kind in kinds)
            return tuple(draft for draft in standing if draft)


def _prepared(draft: Draft, superseded: Draft | None, updated: Draft | None) -> AuditEvent:
    detail: dict[str, object] = {
        "kind": draft.kind.value, "revision": draft.revision, "engine": draft.provenance.engine, "recipe": draft.provenance.recipe,
        "pack_sha256": draft.provenance.parameters["pack_sha256"],
    }  # fmt: skip
    if superseded:
        detail["supersedes"] = superseded.id
    if updated:
        detail["update_of"] = updated.id
    return AuditEvent(Act.PREPARED, draft.id, detail=detail)
