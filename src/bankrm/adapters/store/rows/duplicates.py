"""名寄せ: what was decided of two clients that may be one; who decided it, and when, stands in the audit chain."""

from __future__ import annotations

from sqlmodel import Field

from bankrm.adapters.store.rows.base import StoreTable
from bankrm.domain.clients import ClientKey
from bankrm.domain.same_client import ClientPair, Likeness, PairDecision, Sameness


class PairDecisionRow(StoreTable, table=True):
    """The last decision on one pair, the lesser key first."""

    __tablename__ = "pair_decision"

    branch: str = Field(primary_key=True)
    cif: str = Field(primary_key=True)
    other_branch: str = Field(primary_key=True)
    other_cif: str = Field(primary_key=True)
    sameness: str
    shared: str


def decision_columns(decision: PairDecision) -> dict[str, object]:
    """The columns of one decision."""
    first, second = decision.pair.first, decision.pair.second
    return {
        "branch": first.branch,
        "cif": first.cif,
        "other_branch": second.branch,
        "other_cif": second.cif,
        "sameness": str(decision.sameness),
        "shared": str(decision.shared),
    }


def to_decision(row: PairDecisionRow) -> PairDecision:
    """The domain's value of a row."""
    pair = ClientPair(ClientKey(row.branch, row.cif), ClientKey(row.other_branch, row.other_cif))
    return PairDecision(pair, Sameness(row.sameness), Likeness(row.shared))
