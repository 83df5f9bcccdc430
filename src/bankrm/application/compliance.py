"""The compliance rules with what the store knows of a client: its own names, all others', its loans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bankrm.application.ports.unit_of_work import UnitOfWork
from bankrm.domain.approval import INTERNAL_KINDS
from bankrm.domain.business import HostItem
from bankrm.domain.clients import Client
from bankrm.domain.dossier import Dossier
from bankrm.domain.drafts import Draft
from bankrm.domain.errors import NotFound
from bankrm.drafting.compliance.context import LOAN, NO_LOAN, Context
from bankrm.drafting.compliance.examination import Examination
from bankrm.drafting.compliance.rulebook import RuleBook
from bankrm.language.firm_names import reading_without_form


class Compliance:
    """Examinations by the rules of this installation."""

    def __init__(self, rules: RuleBook | None = None) -> None:
        self.rules = rules or RuleBook(())

    def of_client(self, uow: UnitOfWork, dossier: Dossier, *, for_client: bool = True) -> Examination:
        """For documents about this client; the other clients are read where one of them may be `for_client` to see."""
        others = uow.records.clients() if for_client and self.rules.needs_others else ()
        return Examination(self.rules, context_of(dossier, others))

    def of_draft(self, uow: UnitOfWork, draft: Draft) -> Examination:
        """For what becomes of this draft. Raises NotFound."""
        if not len(self.rules):
            return Examination()
        dossier = uow.records.dossier(draft.client, talks=False)
        if dossier is None:
            raise NotFound(what="client", id=str(draft.client))
        return self.of_client(uow, dossier, for_client=draft.kind not in INTERNAL_KINDS)

    def examined(self, uow: UnitOfWork, draft: Draft) -> Draft:
        """The draft with what these rules find in it now, whatever was found when it was written. Raises NotFound."""
        return self.of_draft(uow, draft)(draft)


def context_of(dossier: Dossier, others: Iterable[Client]) -> Context:
    """What the rules may know of the client."""
    own = dossier.client
    names = (name for client in others if client.key != own.key for name in names_of(client))
    return Context(tuple(names_of(own)), tuple(names), frozenset(_facts(dossier)))


def names_of(client: Client) -> Iterator[str]:
    """Everything the client is called by."""
    yield client.name
    yield from client.aliases
    if client.reading:
        yield reading_without_form(client.reading)


def _facts(dossier: Dossier) -> Iterator[str]:
    """融資先: with a balance as the host last told it, or an application under discussion."""
    loans = [f.values_yen[HostItem.LOANS] for f in dossier.standing_host if HostItem.LOANS in f.values_yen]
    if any(loans) or any(deal.is_open for deal in dossier.deals):
        yield LOAN
    elif loans:
        yield NO_LOAN
