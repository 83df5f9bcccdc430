"""Who may take a revision where: every triple of state, state and role."""

from __future__ import annotations

from itertools import product

import pytest

from bankrm.domain import approval
from bankrm.domain.approval import Role, may_leave_the_program, may_reach, ways_of
from bankrm.domain.drafts import DraftState
from bankrm.domain.recipes import DocumentKindName

S, BRIEF = DraftState, DocumentKindName.VISIT_BRIEF
RM, APPROVER = Role.RELATIONSHIP_MANAGER, Role.APPROVER
OPEN = {
    (S.DRAFT, S.CONFIRMED, RM),
    (S.DRAFT, S.SUBMITTED, RM),
    (S.CONFIRMED, S.SUBMITTED, RM),
    (S.SUBMITTED, S.WITHDRAWN, RM),
    (S.WITHDRAWN, S.SUBMITTED, RM),
    (S.SUBMITTED, S.APPROVED, APPROVER),
    (S.SUBMITTED, S.RETURNED, APPROVER),
}


@pytest.mark.parametrize(("state", "to", "role"), list(product(S, S, Role)))
def test_no_way_is_open_but_those_of_the_table(state: DraftState, to: DraftState, role: Role) -> None:
    assert may_reach(BRIEF, state, to, role) is ((state, to, role) in OPEN)


@pytest.mark.parametrize("state", S)
def test_no_way_leads_back_to_draft(state: DraftState) -> None:
    assert not any(S.DRAFT in ways_of(BRIEF, state, role) for role in Role)


def test_a_client_facing_kind_is_submitted_but_never_confirmed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(approval, "INTERNAL_KINDS", frozenset())
    assert ways_of(BRIEF, S.DRAFT, RM) == {S.SUBMITTED}


@pytest.mark.parametrize("state", S)
def test_an_internal_kind_may_be_printed_in_any_state(state: DraftState) -> None:
    assert may_leave_the_program(BRIEF, state)


@pytest.mark.parametrize("state", S)
def test_a_client_facing_kind_leaves_the_program_once_it_is_approved(
    state: DraftState, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(approval, "INTERNAL_KINDS", frozenset())
    assert may_leave_the_program(BRIEF, state) is (state is S.APPROVED)
