"""What a use case changed: broadcast after its commit, so that whoever shows it reads again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bankrm.domain.clients import ClientKey


class Area(StrEnum):
    """What may have changed."""

    RECORDS = "records"  # anything imported or recorded
    CLIENTS = "clients"  # what a person decided of clients themselves: nothing that was recorded is another
    MEMOS = "memos"  # how far the record of a talk has come: nothing to prepare anew
    VISITS = "visits"
    PROMISES = "promises"
    DRAFTS = "drafts"
    QUEUE = "queue"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Changes:
    """The areas that changed, and of which clients; no clients named means that all may be concerned."""

    areas: frozenset[Area] = frozenset()
    clients: frozenset[ClientKey] = frozenset()

    @classmethod
    def of(cls, *areas: Area, clients: frozenset[ClientKey] | None = None) -> Changes:
        """These areas, of these clients."""
        return cls(frozenset(areas), clients or frozenset())

    def concern(self, *areas: Area, client: ClientKey | None = None) -> bool:
        """Whether one of these areas changed, for this client where one is given."""
        return not self.areas.isdisjoint(areas) and (client is None or not self.clients or client in self.clients)
