"""What all drafts of a visit are made of: the client's file as it is now, what is seen in it, and the evidence selected once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bankrm.application.compliance import Compliance
from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.domain.clients import ClientKey
from bankrm.domain.dossier import Dossier
from bankrm.domain.drafts import Draft
from bankrm.domain.errors import NotFound
from bankrm.domain.recipes import DocumentKindName, Recipe
from bankrm.domain.visits import Visit
from bankrm.drafting.compliance.rulebook import RuleBook
from bankrm.drafting.ports import VisitContext
from bankrm.drafting.select import select_evidence
from bankrm.drafting.withheld import withhold_instructions
from bankrm.insights.freshness import EarlierPack
from bankrm.insights.gaps import Gap
from bankrm.insights.observe import observe
from bankrm.insights.topics import Topic


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What IT may edit and every set is made with: recipes, topics, things to ask, compliance rules."""

    recipes: Mapping[DocumentKindName, Recipe]
    topics: Sequence[Topic]
    gaps: Sequence[Gap]
    rules: RuleBook = field(default_factory=lambda: RuleBook(()))


class VisitContexts:
    """Reads what a visit's drafts are made of; the store is free again before anything is thought about."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, knowledge: Knowledge) -> None:
        self._open = open_unit_of_work
        self.knowledge = knowledge
        self._compliance = Compliance(knowledge.rules)

    def __call__(self, client: ClientKey, visit_ref: str | None, today: date) -> VisitContext:
        """As the records stand now. Raises NotFound for a client or a visit that they do not hold."""
        with self._open() as uow:
            dossier = uow.records.dossier(client)
            if dossier is None:
                raise NotFound(what="client", id=str(client))
            visit = _planned(dossier, visit_ref) if visit_ref else None
            day = visit.day if visit else today
            earlier = _earlier_pack(uow.drafts.last_before(client, day))
            examination = self._compliance.of_client(uow, dossier)
        dossier, withheld = withhold_instructions(dossier.until(today))
        observations = observe(
            dossier,
            day=day,
            today=today,
            topics=self.knowledge.topics,
            gaps=self.knowledge.gaps,
            earlier=earlier,
            visit=visit,
        )
        observations = (*observations, *withheld)
        pack = select_evidence(dossier, visit, observations, self.knowledge.recipes.values())
        return VisitContext(dossier, visit, today, day, observations, pack, examination)


def require_planned(uow: UnitOfWork, context: VisitContext) -> None:
    """Raise NotFound where the client is unknown by now, or the visit no longer planned for its day."""
    client, visit = context.dossier.client.key, context.visit
    if client not in uow.records.clients_of({client}):
        raise NotFound(what="client", id=str(client))
    if visit and visit.ref not in {planned.ref for planned in uow.records.visits(visit.day, visit.day)}:
        raise NotFound(what="visit", id=visit.ref)


def _planned(dossier: Dossier, ref: str) -> Visit:
    for visit in dossier.visits:
        if visit.ref == ref:
            return visit
    raise NotFound(what="visit", id=ref)


def _earlier_pack(draft: Draft | None) -> EarlierPack | None:
    """What a set of an earlier visit rested on."""
    if draft is None:
        return None
    parameters = draft.provenance.parameters
    refs = parameters["records"].splitlines()
    digests = parameters.get("records_sha256", "").splitlines()  # drafts of the first version kept none
    return EarlierPack(draft.day, frozenset(refs), dict(zip(refs, digests, strict=False)))
