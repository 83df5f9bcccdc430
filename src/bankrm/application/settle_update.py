"""Take over an update (更新案) or let it be: what a person wrote, kept or struck stays so in either case."""

from __future__ import annotations

from bankrm.application.changes import Area, Changes
from bankrm.application.edit_draft import EditDraft, Edited
from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.drafts import Draft
from bankrm.domain.editing import Base, TakeOver, TakeStatement
from bankrm.domain.errors import NotFound
from bankrm.domain.ids import DraftId


class AcceptUpdate:
    """Put the update's sentences, or one of them, in place of the machine's former ones. It is an edit as any other, and can be
    undone; what is not taken stays offered."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, edit: EditDraft) -> None:
        self._open, self._edit = open_unit_of_work, edit

    def __call__(
        self, draft: DraftId, base: Base, update: DraftId, statement: str = "", instead_of: str = ""
    ) -> Edited:
        """With `statement` (an id of the update's) that one alone, instead of a statement of the draft where one is named. Raises NotFound where that update is not offered to the draft (any more), EditConflict."""
        with self._open() as uow:
            offered = _offered(uow, draft, update)
        edit = TakeStatement(offered, statement, instead_of) if statement else TakeOver(offered)
        return self._edit(draft, base, edit)


class DismissUpdate:
    """Leave the draft as it is; the same update is not offered again, another one of newer records is."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open = open_unit_of_work

    def __call__(self, draft: DraftId, update: DraftId) -> Changes:
        """Raises NotFound where that update is not offered to the draft (any more)."""
        with self._open() as uow:
            offered = _offered(uow, draft, update)
            uow.drafts.dismiss(update)
            uow.audit.record(AuditEvent(Act.UPDATE_DISMISSED, update, detail={"update_of": draft}))
            uow.commit()
        return Changes.of(Area.DRAFTS, clients=frozenset({offered.client}))


def _offered(uow: UnitOfWork, draft: DraftId, update: DraftId) -> Draft:
    found = uow.drafts.offered_to(draft)
    if found is None or found.id != update:
        raise NotFound(what="update", id=update)
    return found
