"""What use cases need of the store for memos of talks, and for the time that preparation takes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol

from bankrm.domain.clients import ClientKey
from bankrm.domain.ids import MemoId
from bankrm.domain.memos import Memo, MemoState
from bankrm.domain.practice import SetTime


class Memos(Protocol):
    """Memos as they were typed last."""

    def put(self, memo: Memo) -> None:
        """Keep a new memo, or what a known one has become. Raises MemoConflict where its visit has another one."""
        ...

    def get(self, memo: MemoId) -> Memo | None:
        """One memo."""
        ...

    def claim(self, memo: MemoId) -> Memo | None:
        """The same to be changed: what is decided on it holds until the commit. Raises StoreBusy where somebody else goes on writing."""
        ...

    def claim_confirmed(self) -> Sequence[Memo]:
        """Confirmed memos that are not registered yet, in the order of their days and beginnings; as `claim`."""
        ...

    def of_visit(self, client: ClientKey, visit: str) -> Memo | None:
        """The memo of one visit."""
        ...

    def between(self, first: date, last: date) -> Sequence[Memo]:
        """Memos of talks in these days, both included, in the order of their days and beginnings."""
        ...

    def in_states(self, states: Collection[MemoState]) -> Sequence[Memo]:
        """Memos in any of these states, in the order of their days and beginnings."""
        ...

    def recorded_days(self) -> Collection[tuple[ClientKey, date]]:
        """Of whom and of which days a record was made of a memo."""
        ...

    def remove(self, memo: MemoId) -> None:
        """Let go of a memo of which no record was made."""
        ...


class Practice(Protocol):
    """How long preparation takes."""

    def put_time(self, time: SetTime) -> None:
        """Keep the times of one visit's set, in place of what was known."""
        ...

    def time_of(self, client: ClientKey, visit: str) -> SetTime:
        """The times of one visit's set, as far as known."""
        ...

    def times(self) -> Sequence[SetTime]:
        """All of them, in the order of the visits' refs."""
        ...

    def tell_former_minutes(self, minutes: int) -> None:
        """Keep what one visit's preparation took before, as the person says."""
        ...

    def former_minutes(self) -> int | None:
        """What was said; None where nobody was asked yet."""
        ...
