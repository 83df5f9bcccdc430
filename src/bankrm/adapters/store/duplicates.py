"""Decisions on clients that may be one, in the store."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import and_, or_
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import col
from sqlmodel import select as select_rows

from bankrm.adapters.store.rows import METADATA
from bankrm.adapters.store.rows.duplicates import PairDecisionRow, decision_columns, to_decision
from bankrm.adapters.store.transaction import Transaction
from bankrm.domain.clients import ClientKey
from bankrm.domain.same_client import PairDecision

_DECISION = METADATA.tables["pair_decision"]
_KEY = ("branch", "cif", "other_branch", "other_cif")


class SqlCipherDuplicates:
    """What was decided of clients that may be one."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def decide(self, decision: PairDecision) -> None:
        """Keep a decision in place of an earlier one on the same pair."""
        columns = decision_columns(decision)
        new = insert(_DECISION).values(**columns)
        self._transaction.writing().execute(new.on_conflict_do_update(index_elements=_KEY, set_=columns))

    def decisions(self, client: ClientKey | None = None) -> Sequence[PairDecision]:
        """All of them, or one client's, in the order of the pairs."""
        row = PairDecisionRow
        found = select_rows(row).order_by(row.branch, row.cif, row.other_branch, row.other_cif)
        if client:
            first = and_(col(row.branch) == client.branch, col(row.cif) == client.cif)
            second = and_(col(row.other_branch) == client.branch, col(row.other_cif) == client.cif)
            found = found.where(or_(first, second))
        return [to_decision(one) for one in self._transaction.rows(found)]
