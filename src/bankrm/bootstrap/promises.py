"""Reading, closing and handing on open promises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bankrm.adapters.store.store import Store
    from bankrm.application.close_promise import ClosePromise
    from bankrm.application.export_promises import ExportPromises
    from bankrm.application.refresh_promises import RefreshPromises
    from bankrm.bootstrap.program import Program


@dataclass(frozen=True)
class PromiseCases:
    """Use cases of promises."""

    program: Program

    def refresh(self, store: Store) -> RefreshPromises:
        """Read open promises again where records changed."""
        from bankrm.application.refresh_promises import RefreshPromises

        return RefreshPromises(store.unit_of_work, self.program.clock)

    def close(self, store: Store) -> ClosePromise:
        """Close a promise, dismiss it, take either back."""
        from bankrm.application.close_promise import ClosePromise

        return ClosePromise(store.unit_of_work, self.refresh(store), self.program.clock, store.actor)

    def export(self, store: Store) -> ExportPromises:
        """Our open promises as a calendar file."""
        from bankrm.adapters.exporting.files import FileDelivery
        from bankrm.adapters.exporting.promise_calendar import PromiseCalendar
        from bankrm.application.export_promises import ExportPromises

        return ExportPromises(
            store.unit_of_work,
            self.program.queries.promises(store),
            PromiseCalendar(),
            FileDelivery(),
            self.program.clock,
            allowed=self.program.policy.policy.allow_export,
        )
