"""Clients that may be one, side by side; and who is the same as whom."""

from __future__ import annotations

from dataclasses import dataclass

from bankrm.application.duplicates import possible_duplicates
from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.domain.clients import Client, ClientKey
from bankrm.domain.same_client import ClientPair, Likeness, PairDecision, Sameness

_ORDER = (None, Sameness.LATER, Sameness.SAME, Sameness.DIFFERENT)


@dataclass(frozen=True, slots=True)
class DuplicateRow:
    """Two clients, what they share by now, and what was decided of them, None where nobody was asked."""

    pair: ClientPair
    first: Client
    second: Client
    shared: Likeness
    decision: PairDecision | None

    @property
    def settled(self) -> bool:
        """Whether nobody needs to look at it."""
        return self.decision is not None and self.decision.answers(self.shared)


class ListDuplicates:
    """All pairs that may be one: those nobody has looked at first, then those left for later, then the settled ones."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open = open_unit_of_work

    def __call__(self) -> tuple[DuplicateRow, ...]:
        """Each pair once, under the strongest thing that the two share."""
        with self._open() as uow:
            clients = {client.key: client for client in uow.records.clients()}
            decisions = {decision.pair: decision for decision in uow.duplicates.decisions()}
        shared: dict[ClientPair, Likeness] = {}
        for group in possible_duplicates(clients, clients.values()):
            for pair in group.pairs:
                shared.setdefault(pair, group.shared)
        rows = [
            DuplicateRow(pair, clients[pair.first], clients[pair.second], likeness, decisions.get(pair))
            for pair, likeness in shared.items()
        ]
        return tuple(sorted(rows, key=_place))


def same_clients(uow: UnitOfWork, key: ClientKey) -> tuple[Client, ...]:
    """Those that a person decided to be the same as this one (同じ先), in the order of their keys."""
    same = {one.pair.other(key) for one in uow.duplicates.decisions(key) if one.sameness is Sameness.SAME}
    return tuple(client for client in uow.records.clients() if client.key in same) if same else ()


def _place(row: DuplicateRow) -> tuple[int, int, ClientPair]:
    decided = (
        row.decision.sameness if row.decision and (row.settled or row.decision.sameness is Sameness.LATER) else None
    )
    return _ORDER.index(decided), -row.shared.strength, row.pair
