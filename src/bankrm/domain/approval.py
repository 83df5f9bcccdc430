"""Who may take a revision from which state to which (承認の状態): one table, for the workstation and the head office.

A revision never changes once it has left DRAFT: any edit then makes the next revision, in DRAFT.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from bankrm.domain.drafts import DraftState
from bankrm.domain.errors import ExpectedError
from bankrm.domain.recipes import VISIT_SET, DocumentKindName

S = DraftState


class Role(StrEnum):
    """On whose behalf somebody acts."""

    RELATIONSHIP_MANAGER = "relationship_manager"
    APPROVER = "approver"


_ALLOWED: Mapping[tuple[DraftState, DraftState], Role] = {
    (S.DRAFT, S.CONFIRMED): Role.RELATIONSHIP_MANAGER,  # internal kinds alone
    (S.DRAFT, S.SUBMITTED): Role.RELATIONSHIP_MANAGER,
    (S.CONFIRMED, S.SUBMITTED): Role.RELATIONSHIP_MANAGER,
    (S.SUBMITTED, S.WITHDRAWN): Role.RELATIONSHIP_MANAGER,
    (S.WITHDRAWN, S.SUBMITTED): Role.RELATIONSHIP_MANAGER,  # taken back by mistake: the same content again
    (S.SUBMITTED, S.APPROVED): Role.APPROVER,  # at the last step
    (S.SUBMITTED, S.RETURNED): Role.APPROVER,
}

INTERNAL_KINDS = frozenset(VISIT_SET)
"""Kinds that stay within the bank: the RM confirms, prints and exports them; approval is for what goes to the head office."""


class NotPossibleInState(ExpectedError):
    """No way leads from the revision's state to the one asked for (details: draft, state, to)."""

    code = "not_possible_in_state"


class NotReleased(ExpectedError):
    """A client-facing document may not be printed, copied or exported before it is approved (details: draft, state)."""

    code = "not_released"


def may_reach(kind: DocumentKindName, state: DraftState, to: DraftState, role: Role) -> bool:
    """Whether that role takes a revision of that kind from one state to another."""
    return _ALLOWED.get((state, to)) is role and (to is not S.CONFIRMED or kind in INTERNAL_KINDS)


def ways_of(kind: DocumentKindName, state: DraftState, role: Role) -> frozenset[DraftState]:
    """Where that role may take it."""
    return frozenset(to for to in DraftState if may_reach(kind, state, to, role))


def may_leave_the_program(kind: DocumentKindName, state: DraftState) -> bool:
    """Whether it may be printed, copied and exported: internal kinds in any state, with the state in the header."""
    return kind in INTERNAL_KINDS or state is S.APPROVED
