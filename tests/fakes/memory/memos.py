"""Memos and times of preparation in memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date

from tests.fakes.memory.data import MemoryData

from bankrm.domain.clients import ClientKey
from bankrm.domain.ids import MemoId
from bankrm.domain.memos import Memo, MemoConflict, MemoState
from bankrm.domain.practice import SetTime


class MemoryMemos:
    def __init__(self, data: MemoryData) -> None:
        self._data = data

    def put(self, memo: Memo) -> None:
        if memo.visit and (other := self.of_visit(memo.client, memo.visit)) and other.id != memo.id:
            raise MemoConflict(memo=memo.id)
        self._data.memos[memo.id] = memo

    def get(self, memo: MemoId) -> Memo | None:
        return self._data.memos.get(memo)

    def claim(self, memo: MemoId) -> Memo | None:
        return self.get(memo)

    def claim_confirmed(self) -> Sequence[Memo]:
        return self.in_states({MemoState.CONFIRMED})

    def of_visit(self, client: ClientKey, visit: str) -> Memo | None:
        return next(iter(self._found(lambda memo: (memo.client, memo.visit) == (client, visit))), None)

    def between(self, first: date, last: date) -> Sequence[Memo]:
        return self._found(lambda memo: first <= memo.on <= last)

    def in_states(self, states: Collection[MemoState]) -> Sequence[Memo]:
        return self._found(lambda memo: memo.state in states)

    def recorded_days(self) -> Collection[tuple[ClientKey, date]]:
        return {(memo.client, memo.on) for memo in self._data.memos.values() if memo.ref}

    def remove(self, memo: MemoId) -> None:
        if memo in self._data.memos and not self._data.memos[memo].ref:
            del self._data.memos[memo]

    def _found(self, wanted: Callable[[Memo], bool]) -> list[Memo]:
        return sorted(filter(wanted, self._data.memos.values()), key=lambda memo: (memo.on, memo.id))


class MemoryPractice:
    def __init__(self, data: MemoryData) -> None:
        self._data = data

    def put_time(self, time: SetTime) -> None:
        self._data.times[time.client, time.visit] = time

    def time_of(self, client: ClientKey, visit: str) -> SetTime:
        return self._data.times.get((client, visit), SetTime(client, visit))

    def times(self) -> Sequence[SetTime]:
        return sorted(self._data.times.values(), key=lambda time: (time.visit, time.client))

    def tell_former_minutes(self, minutes: int) -> None:
        self._data.former_minutes = minutes

    def former_minutes(self) -> int | None:
        return self._data.former_minutes
