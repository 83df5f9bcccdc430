"""Memos of talks in the store, and the time that preparation takes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import col
from sqlmodel import select as select_rows
from sqlmodel.sql.expression import SelectOfScalar

from bankrm.adapters.store.rows import METADATA
from bankrm.adapters.store.rows.memos import (
    MemoRow,
    SetTimeRow,
    ToldOnceRow,
    memo_columns,
    time_columns,
    to_memo,
    to_time,
)
from bankrm.adapters.store.transaction import Transaction
from bankrm.domain.clients import ClientKey
from bankrm.domain.ids import MemoId
from bankrm.domain.memos import Memo, MemoConflict, MemoState
from bankrm.domain.practice import SetTime

_MEMO, _TIME, _TOLD = (METADATA.tables[name] for name in ("memo", "set_time", "told_once"))
_FORMER_MINUTES = "former_minutes"


class SqlCipherMemos:
    """Memos as they were typed last."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def put(self, memo: Memo) -> None:
        """Keep a new memo, or what a known one has become. Raises MemoConflict where its visit has another one."""
        columns = memo_columns(memo)
        new = insert(_MEMO).values(**columns)
        connection = self._transaction.writing()
        if memo.visit and (other := self.of_visit(memo.client, memo.visit)) and other.id != memo.id:
            raise MemoConflict(memo=memo.id)
        connection.execute(new.on_conflict_do_update(index_elements=["id"], set_=columns))

    def get(self, memo: MemoId) -> Memo | None:
        """One memo."""
        return next(iter(self._found(select_rows(MemoRow).where(MemoRow.id == memo))), None)

    def claim(self, memo: MemoId) -> Memo | None:
        """The same, read as the only writer."""
        self._transaction.writing()
        return self.get(memo)

    def claim_confirmed(self) -> Sequence[Memo]:
        """Confirmed memos that are not registered yet, in their order; read as the only writer."""
        self._transaction.writing()
        return self.in_states({MemoState.CONFIRMED})

    def of_visit(self, client: ClientKey, visit: str) -> Memo | None:
        """The memo of one visit."""
        return next(iter(self._found(_of(client).where(MemoRow.visit == visit))), None)

    def between(self, first: date, last: date) -> Sequence[Memo]:
        """Memos of talks in these days, both included, in the order of their days and beginnings."""
        return self._found(select_rows(MemoRow).where(MemoRow.on >= first, MemoRow.on <= last))

    def in_states(self, states: Collection[MemoState]) -> Sequence[Memo]:
        """Memos in any of these states, in their order."""
        return self._found(select_rows(MemoRow).where(col(MemoRow.state).in_(map(str, states))))

    def recorded_days(self) -> Collection[tuple[ClientKey, date]]:
        """Of whom and of which days a record was made of a memo."""
        query = select(_MEMO.c.branch, _MEMO.c.cif, _MEMO.c.on).where(_MEMO.c.ref != "").distinct()
        return {(ClientKey(branch, cif), on) for branch, cif, on in self._transaction.reading().execute(query)}

    def remove(self, memo: MemoId) -> None:
        """Let go of a memo of which no record was made."""
        self._transaction.writing().execute(delete(_MEMO).where(_MEMO.c.id == memo, _MEMO.c.ref == ""))

    def _found(self, rows: SelectOfScalar[MemoRow]) -> list[Memo]:
        return [to_memo(row) for row in self._transaction.rows(rows.order_by(col(MemoRow.on), col(MemoRow.id)))]


def _of(client: ClientKey) -> SelectOfScalar[MemoRow]:
    return select_rows(MemoRow).where(MemoRow.branch == client.branch, MemoRow.cif == client.cif)


class SqlCipherPractice:
    """How long preparation takes."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def put_time(self, time: SetTime) -> None:
        """Keep the times of one visit's set, in place of what was known."""
        columns = time_columns(time)
        new = insert(_TIME).values(**columns)
        upsert = new.on_conflict_do_update(index_elements=["branch", "cif", "visit"], set_=columns)
        self._transaction.writing().execute(upsert)

    def time_of(self, client: ClientKey, visit: str) -> SetTime:
        """The times of one visit's set, as far as known."""
        found = self._transaction.rows(
            select_rows(SetTimeRow).where(
                SetTimeRow.branch == client.branch, SetTimeRow.cif == client.cif, SetTimeRow.visit == visit
            )
        )
        return to_time(found[0]) if found else SetTime(client, visit)

    def times(self) -> Sequence[SetTime]:
        """All of them, in the order of the visits' refs."""
        rows = select_rows(SetTimeRow).order_by(col(SetTimeRow.visit), col(SetTimeRow.branch), col(SetTimeRow.cif))
        return [to_time(row) for row in self._transaction.rows(rows)]

    def tell_former_minutes(self, minutes: int) -> None:
        """Keep what one visit's preparation took before, as the person says."""
        columns = {"name": _FORMER_MINUTES, "value": str(minutes)}
        new = insert(_TOLD).values(**columns)
        self._transaction.writing().execute(new.on_conflict_do_update(index_elements=["name"], set_=columns))

    def former_minutes(self) -> int | None:
        """What was said; None where nobody was asked yet."""
        found = self._transaction.rows(select_rows(ToldOnceRow).where(ToldOnceRow.name == _FORMER_MINUTES))
        return int(found[0].value) if found else None
