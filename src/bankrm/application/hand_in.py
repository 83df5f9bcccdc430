"""Confirm, submit and withdraw drafts (確認・提出・取下げ), by the table of domain/approval.py.

ExpectedError
 └─ SubmitBlocked        something keeps a draft from being confirmed or submitted
"""

from __future__ import annotations

from collections.abc import Sequence

from bankrm.application.changes import Area, Changes
from bankrm.application.compliance import Compliance
from bankrm.application.edit_draft import current
from bankrm.application.ports.clock import Clock
from bankrm.application.ports.drafts import Kept
from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.application.practice_time import note_confirmed
from bankrm.domain.approval import NotPossibleInState, Role, may_reach
from bankrm.domain.audit import Act, AuditEvent
from bankrm.domain.blocking import Blocker, cited_documents, what_blocks_confirm, what_blocks_submit
from bankrm.domain.documents import Document
from bankrm.domain.drafts import Draft, DraftState, identified
from bankrm.domain.editing import Base
from bankrm.domain.errors import ExpectedError
from bankrm.domain.ids import DraftId
from bankrm.drafting.compliance.rulebook import RuleBook

Read = tuple[DraftId, Base]
"""A draft, and what the person has read of it."""


class SubmitBlocked(ExpectedError):
    """Something in a draft must be settled first; nothing was changed (details: draft, count, codes)."""

    code = "submit_blocked"


class ConfirmDraft:
    """The RM stands by an internal draft (確認済み・未承認)."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, clock: Clock, rules: RuleBook | None = None) -> None:
        self._open, self._clock, self._compliance = open_unit_of_work, clock, Compliance(rules)

    def __call__(self, draft: DraftId, base: Base) -> Changes:
        """Raises NotFound, EditConflict, NotPossibleInState, SubmitBlocked."""
        with self._open() as uow:
            kept = current(uow, draft, base)
            _require_way(kept.draft, DraftState.CONFIRMED)
            examined = self._compliance.examined(uow, identified(kept.draft))
            _require_none(kept.draft, what_blocks_confirm(examined))
            _reach(uow, kept, DraftState.CONFIRMED, Act.CONFIRMED, {})
            note_confirmed(uow, kept.draft, self._clock.now())
            uow.commit()
        return _changes([kept])


class SubmitDrafts:
    """Hand in a visit's set, or a part of it, for approval: all of them or none."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, clock: Clock, rules: RuleBook | None = None) -> None:
        self._open, self._clock, self._compliance = open_unit_of_work, clock, Compliance(rules)

    def __call__(self, drafts: Sequence[Read]) -> Changes:
        """Raises NotFound, EditConflict, NotPossibleInState, SubmitBlocked."""
        with self._open() as uow:
            handed_in = [current(uow, draft, base) for draft, base in drafts]
            for kept in handed_in:
                _require_way(kept.draft, DraftState.SUBMITTED)
                examined = self._compliance.examined(uow, kept.draft)
                _require_none(kept.draft, blockers(uow, examined, self._clock))
            together = [kept.draft.id for kept in handed_in]
            for kept in handed_in:
                _reach(uow, kept, DraftState.SUBMITTED, Act.SUBMITTED, {"together": together})
                note_confirmed(uow, kept.draft, self._clock.now())
            uow.commit()
        return _changes(handed_in)


class WithdrawDraft:
    """Take back what was submitted and nobody has decided on."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open = open_unit_of_work

    def __call__(self, draft: DraftId, base: Base) -> Changes:
        """Raises NotFound, EditConflict, NotPossibleInState."""
        with self._open() as uow:
            kept = current(uow, draft, base)
            _require_way(kept.draft, DraftState.WITHDRAWN)
            _reach(uow, kept, DraftState.WITHDRAWN, Act.WITHDRAWN, {})
            uow.commit()
        return _changes([kept])


def blockers(uow: UnitOfWork, draft: Draft, clock: Clock) -> tuple[Blocker, ...]:
    """What keeps the draft, examined by today's rules, from being submitted today, by the documents as they stand now."""
    draft = identified(draft)
    found = {ref: uow.records.document(draft.client, ref) for ref in cited_documents(draft)}
    documents: dict[str, Document] = {ref: document for ref, document in found.items() if document}
    return what_blocks_submit(draft, documents, clock.today())


def _require_way(draft: Draft, to: DraftState) -> None:
    if not may_reach(draft.kind, draft.state, to, Role.RELATIONSHIP_MANAGER):
        raise NotPossibleInState(draft=draft.id, state=draft.state.value, to=to.value)


def _require_none(draft: Draft, found: Sequence[Blocker]) -> None:
    if found:
        codes = tuple(dict.fromkeys(blocker.code.value for blocker in found))
        raise SubmitBlocked(draft=draft.id, count=len(found), codes=codes)


def _reach(uow: UnitOfWork, kept: Kept, state: DraftState, act: Act, detail: dict[str, object]) -> None:
    draft = kept.draft
    uow.drafts.reach(draft.id, state)
    told = {"kind": draft.kind.value, "revision": draft.revision, "from": draft.state.value, **detail}
    uow.audit.record(AuditEvent(act, draft.id, kept.sha256, told))


def _changes(kept: Sequence[Kept]) -> Changes:
    return Changes.of(Area.DRAFTS, clients=frozenset(one.draft.client for one in kept))
