"""What an update (更新案) would change in a draft that a person touched."""

from __future__ import annotations

from dataclasses import dataclass

from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.domain.drafts import Draft, identified
from bankrm.domain.ids import DraftId
from bankrm.domain.merging import without_removed
from bankrm.drafting.differences import Differences, news


@dataclass(frozen=True, slots=True)
class UpdateRow:
    """One update, and what it brings to the draft in place: `differences.changed` holds pairs of the draft's statement and the update's.

    Taken over whole (AcceptUpdate), the sentences that a person wrote stay; one by one, they may be replaced too.
    """

    id: DraftId
    differences: Differences


class ShowUpdate:
    """The newest update that is offered to a draft."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open = open_unit_of_work

    def __call__(self, draft: Draft) -> UpdateRow | None:
        """None where nothing is offered."""
        with self._open() as uow:
            return update_row(uow, draft)


def update_row(uow: UnitOfWork, draft: Draft) -> UpdateRow | None:
    """The update that is offered to the draft: neither dismissed nor taken over, and with something in it that is new."""
    update = uow.drafts.offered_to(draft.id)
    if update is None or draft.first == update.id:
        return None
    first = uow.drafts.get(draft.first) if draft.first else draft
    kept = without_removed(identified(update), identified(draft))
    found = news(identified(first or draft), identified(draft), kept)
    return UpdateRow(update.id, found) if found != Differences() else None
