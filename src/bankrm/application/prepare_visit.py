"""Prepare a visit's set (訪問準備一式): observe, select evidence once, draft each kind, keep the drafts."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bankrm import __version__
from bankrm.application.ports.store import OpenUnitOfWork, UnitOfWork
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.clients import ClientKey
from bankrm.domain.dossier import Dossier
from bankrm.domain.drafts import Draft, Provenance
from bankrm.domain.errors import NotFound
from bankrm.domain.ids import DraftId, new_uuid7
from bankrm.domain.recipes import DocumentKindName, Recipe
from bankrm.domain.visits import Visit
from bankrm.drafting.draft_document import draft_document
from bankrm.drafting.grounding.checker import Checker
from bankrm.drafting.names import name_book
from bankrm.drafting.ports import SectionWriter, VisitContext
from bankrm.drafting.select import select_evidence
from bankrm.insights.freshness import EarlierPack
from bankrm.insights.gaps import Gap
from bankrm.insights.observe import observe
from bankrm.insights.topics import Topic


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What IT may edit and every set is made with: recipes, topics, things to ask."""

    recipes: Mapping[DocumentKindName, Recipe]
    topics: Sequence[Topic]
    gaps: Sequence[Gap]


class PrepareVisit:
    """Write the set of one client's visit; without a visit, a set dated today."""

    def __init__(
        self,
        open_unit_of_work: OpenUnitOfWork,
        writer: SectionWriter,
        knowledge: Knowledge,
        now: Callable[[], datetime],
    ) -> None:
        self._open = open_unit_of_work
        self._writer = writer
        self._knowledge = knowledge
        self._now = now

    def __call__(
        self, client: ClientKey, visit: Visit | None, kinds: Sequence[DocumentKindName], today: date
    ) -> tuple[Draft, ...]:
        """New drafts of these kinds, revision 1, kept with their audit entries. The store is free while they are written.

        Raises NotFound for an unknown client, and where client or visit are gone by the time the drafts stand: nothing is kept.
        """
        day = visit.day if visit else today
        with self._open() as uow:
            dossier = uow.records.dossier(client)
            if dossier is None:
                raise NotFound(what="client", id=str(client))
            earlier = _earlier_pack(uow.drafts.before(client, day))
        context = self._context(dossier.until(today), visit, today, earlier)
        drafts = tuple(self._draft(self._knowledge.recipes[kind], context) for kind in kinds)
        with self._open() as uow:
            for draft in drafts:
                uow.drafts.add(draft)
                uow.audit.record(_prepared(draft))
            _require(uow, client, visit)  # last, when this is the only writer: what it finds holds until the commit
            uow.commit()
        return drafts

    def _context(self, dossier: Dossier, visit: Visit | None, today: date, earlier: EarlierPack | None) -> VisitContext:
        day = visit.day if visit else today
        observations = observe(
            dossier,
            day=day,
            today=today,
            topics=self._knowledge.topics,
            gaps=self._knowledge.gaps,
            earlier=earlier,
            visit=visit,
        )
        pack = select_evidence(dossier, visit, observations, self._knowledge.recipes.values())
        return VisitContext(dossier, visit, today, day, observations, pack)

    def _draft(self, recipe: Recipe, context: VisitContext) -> Draft:
        start = time.monotonic()
        checker = Checker(name_book(context.dossier), context.today)
        document = draft_document(recipe, self._writer, checker, context)
        client = context.dossier.client
        parameters = {
            "today": context.today.isoformat(),
            "visit_day": context.day.isoformat(),
            "pack_sha256": _digest(context),
            "records": "\n".join(r.ref for r in context.dossier.interactions),
            "records_sha256": "\n".join(r.sha256 for r in context.dossier.interactions),
        }
        provenance = Provenance(
            __version__, self._writer.engine, recipe.name, parameters, context.pack.left_out,
            seconds=round(time.monotonic() - start, 3),
        )  # fmt: skip
        return Draft(
            DraftId(new_uuid7()), client.key, client.name, recipe.kind, recipe.title, document.sections, document.pack,
            provenance, self._now(), context.visit.ref if context.visit else None,
        )  # fmt: skip


def _require(uow: UnitOfWork, client: ClientKey, visit: Visit | None) -> None:
    """Raise NotFound where the client is unknown, or the visit is no longer planned for its day."""
    if client not in {known.key for known in uow.records.clients()}:
        raise NotFound(what="client", id=str(client))
    if visit and visit.ref not in {planned.ref for planned in uow.records.visits(visit.day, visit.day)}:
        raise NotFound(what="visit", id=visit.ref)


def _earlier_pack(drafts: Sequence[Draft]) -> EarlierPack | None:
    """The latest set of an earlier visit that was made before it; one made again later knows too much."""
    in_time = [d for d in drafts if d.provenance.parameters["today"] <= d.provenance.parameters["visit_day"]]
    if not in_time:
        return None
    parameters = max(in_time, key=lambda d: (d.provenance.parameters["visit_day"], d.created)).provenance.parameters
    refs = parameters["records"].splitlines()
    digests = parameters.get("records_sha256", "").splitlines()  # drafts of the first version kept none
    return EarlierPack(
        date.fromisoformat(parameters["visit_day"]), frozenset(refs), dict(zip(refs, digests, strict=False))
    )


def _digest(context: VisitContext) -> str:
    return hashlib.sha256("\n".join(evidence.sha256 for _, evidence in context.pack).encode()).hexdigest()


def _prepared(draft: Draft) -> AuditEvent:
    detail = {
        "kind": draft.kind.value, "revision": draft.revision, "engine": draft.provenance.engine, "recipe": draft.provenance.recipe,
        "pack_sha256": draft.provenance.parameters["pack_sha256"],
    }  # fmt: skip
    return AuditEvent(Act.PREPARED, draft.id, detail=detail)
