"""Keep a memo as it is typed, so that closing the window or a kill loses nothing; let go of one, and take that back."""

from __future__ import annotations

from bankrm.application.changes import Area, Changes
from bankrm.application.ports.store import OpenUnitOfWork
from bankrm.domain.ids import MemoId
from bankrm.domain.memos import Memo, MemoState

NOTHING = Changes()


class KeepMemo:
    """What was typed last stands. A confirmed memo is changed by nobody's late keystroke."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open = open_unit_of_work

    def __call__(self, memo: Memo) -> Changes:
        """Keeps an open memo; a blank one that is not kept yet stays so. What changed concerns the list of visits to record only where
        the memo is new."""
        with self._open() as uow:
            kept = uow.memos.get(memo.id)
            if (kept is None and memo.is_blank) or (kept and kept.state is not MemoState.OPEN) or kept == memo:
                return NOTHING
            uow.memos.put(memo)
            uow.commit()
        return NOTHING if kept else Changes.of(Area.VISITS, clients=frozenset({memo.client}))

    def discard(self, memo: MemoId) -> Changes:
        """Let go of a memo of which no record was made; `__call__` with it takes that back."""
        with self._open() as uow:
            kept = uow.memos.get(memo)
            if kept is None or kept.ref:
                return NOTHING
            uow.memos.remove(memo)
            uow.commit()
        return Changes.of(Area.VISITS, clients=frozenset({kept.client}))
