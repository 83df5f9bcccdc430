"""Keep a memo as it is typed, so that closing the window or a kill loses nothing; let go of one, and take that back."""

from __future__ import annotations

from dataclasses import replace

from bankrm.application.changes import Area, Changes
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.ids import MemoId, new_uuid7
from bankrm.domain.memos import Memo, MemoConflict, MemoState

NOTHING = Changes()


class KeepMemo:
    """What was typed last stands, where nobody else wrote meanwhile. `base` is the memo as the store had it when it was read."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork) -> None:
        self._open = open_unit_of_work

    def __call__(self, memo: Memo, base: Memo | None) -> Changes:
        """Keeps an open memo; one in which nothing was ever typed stays unkept. What changed concerns the list of talks only where the
        memo is new. Raises MemoConflict where the store holds something else by now."""
        with self._open() as uow:
            kept = uow.memos.claim(memo.id)
            nothing_typed = memo.is_blank and (kept is None or base is None or base.is_blank)
            if nothing_typed or (kept and kept.says_the_same(memo)):
                return NOTHING
            if kept and (kept != base or kept.state is not MemoState.OPEN):
                raise MemoConflict(memo=memo.id)
            uow.memos.put(memo)
            uow.commit()
        return NOTHING if kept else _of(memo)

    def beside(self, memo: Memo) -> Changes:
        """What somebody typed while the memo became another: a talk of its own, so that it is not lost."""
        if memo.is_blank:
            return NOTHING
        with self._open() as uow:
            uow.memos.put(replace(memo, id=MemoId(new_uuid7()), visit=None, ref="", state=MemoState.OPEN))
            uow.commit()
        return _of(memo)

    def discard(self, memo: MemoId, base: Memo | None) -> Changes:
        """Let go of a memo of which no record was made; `__call__` with it takes that back. Raises MemoConflict as that does."""
        with self._open() as uow:
            kept = uow.memos.claim(memo)
            if kept is None:
                return NOTHING
            if kept.ref or kept != base:
                raise MemoConflict(memo=memo)
            uow.memos.remove(memo)
            uow.commit()
        return _of(kept)


def _of(memo: Memo) -> Changes:
    return Changes.of(Area.MEMOS, clients=frozenset({memo.client}))
