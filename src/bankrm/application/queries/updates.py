"""What an update (更新案) would change in a draft that a person touched."""

from __future__ import annotations

from dataclasses import dataclass

from bankrm.application.ports.store import OpenUnitOfWork
from bankrm.domain.drafts import Draft
from bankrm.domain.ids import DraftId
from bankrm.drafting.differences import Differences, differences


@dataclass(frozen=True, slots=True)
class UpdateRow:
    """One update, and how it differs from the draft in place."""

    id: DraftId
    differences: Differences


class ShowUpdate:
    """The newest update that is offered to a draft."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open = open_unit_of_work

    def __call__(self, draft: Draft) -> UpdateRow | None:
        """None where nothing is offered."""
        with self._open() as uow:
            update = uow.drafts.update_of(draft.id)
        return UpdateRow(update.id, differences(draft, update)) if update else None
