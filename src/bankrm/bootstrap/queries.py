"""What is read of an open store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bankrm.adapters.store.store import Store
    from bankrm.application.queries.clients import ListClients
    from bankrm.application.queries.day import ShowDay
    from bankrm.application.queries.drafts import ReadDraft
    from bankrm.application.queries.imports import TellDataState
    from bankrm.application.queries.promises import ListPromises
    from bankrm.application.queries.search import NoteSearch, Search
    from bankrm.application.queries.updates import ShowUpdate
    from bankrm.application.queries.visits import ListVisits
    from bankrm.bootstrap.program import Program


@dataclass(frozen=True)
class Queries:
    """Queries of a program, on one of its stores."""

    program: Program

    def clients(self, store: Store) -> ListClients:
        """Clients."""
        from bankrm.application.queries.clients import ListClients

        return ListClients(store.unit_of_work)

    def visits(self, store: Store) -> ListVisits:
        """Visits."""
        from bankrm.application.queries.visits import ListVisits

        return ListVisits(store.unit_of_work)

    def day(self, store: Store) -> ShowDay:
        """The page of a day. Keep it: it remembers the drafts that it has read."""
        from bankrm.application.queries.day import ShowDay

        return ShowDay(store.unit_of_work, self.program.calendar, self.program.clock)

    def promises(self, store: Store) -> ListPromises:
        """Open promises over all clients, as far as they were read."""
        from bankrm.application.queries.promises import ListPromises

        return ListPromises(store.unit_of_work, self.program.calendar, self.program.clock)

    def search(self, store: Store) -> Search:
        """Everything that fits what is typed."""
        from bankrm.application.queries.search import Search

        return Search(store.unit_of_work)

    def note_search(self, store: Store) -> NoteSearch:
        """Record that somebody searched, and where it led."""
        from bankrm.application.queries.search import NoteSearch

        return NoteSearch(store.unit_of_work)

    def data_state(self, store: Store) -> TellDataState:
        """What was imported so far."""
        from bankrm.application.queries.imports import TellDataState

        return TellDataState(store.unit_of_work)

    def draft(self, store: Store) -> ReadDraft:
        """One draft with everything that a person decides by."""
        from bankrm.application.queries.drafts import ReadDraft

        return ReadDraft(store.unit_of_work, self.program.clock, self.program.rules)

    def update(self, store: Store) -> ShowUpdate:
        """What an update offers to a draft that a person touched."""
        from bankrm.application.queries.updates import ShowUpdate

        return ShowUpdate(store.unit_of_work)
