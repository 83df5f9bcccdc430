"""名寄せ: a person says whether two clients are one; asked once, kept and audited."""

from __future__ import annotations

from bankrm.application.changes import Area, Changes
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.same_client import PairDecision


class DecideDuplicate:
    """Keep a decision; it may be taken back by deciding otherwise. Nothing is merged (see the domain's word)."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open = open_unit_of_work

    def __call__(self, decision: PairDecision) -> Changes:
        """Both clients' pages are concerned."""
        pair = decision.pair
        with self._open() as uow:
            uow.duplicates.decide(decision)
            detail = {
                "clients": [str(pair.first), str(pair.second)],
                "sameness": str(decision.sameness),
                "shared": str(decision.shared),
            }
            uow.audit.record(AuditEvent(Act.DUPLICATE_DECIDED, "client", detail=detail))
            uow.commit()
        return Changes.of(Area.CLIENTS, clients=frozenset({pair.first, pair.second}))
