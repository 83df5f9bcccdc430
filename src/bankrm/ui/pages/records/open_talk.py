"""The talk that is open: its memo as it stands now, what is proposed of it, and the decisions that can be taken back; without Qt."""

from __future__ import annotations

from dataclasses import replace
from threading import Lock

from bankrm.application.changes import Changes
from bankrm.application.confirm_record import Confirmed, ConfirmRecord
from bankrm.application.keep_memo import KeepMemo
from bankrm.application.open_memo import MemoDesk
from bankrm.application.propose_record import Proposal
from bankrm.domain.memos import Memo, MemoConflict, MemoState


class Held:
    """The memo as this window knows that the store has it, whatever is typed by now. One of its steps at a time, on any thread."""

    def __init__(self, kept: Memo | None) -> None:
        self._kept, self._beside, self._lock = kept, kept, Lock()

    def keep(self, keep: KeepMemo, memo: Memo) -> Changes:
        """Keep it. Raises MemoConflict where somebody else wrote meanwhile."""
        with self._lock:
            changes = keep(memo, self._kept)
            self._kept = memo
        return changes

    def keep_leaving(self, keep: KeepMemo, memo: Memo) -> Changes:
        """Keep it, as a talk of its own where somebody else wrote meanwhile: the person goes elsewhere."""
        try:
            return self.keep(keep, memo)
        except MemoConflict:
            if memo == self._beside:
                return Changes()
            self._beside = memo
            return keep.beside(memo)

    def confirm(self, confirm: ConfirmRecord, desk: MemoDesk) -> Confirmed:
        """Make it a record. Raises what `ConfirmRecord` does."""
        with self._lock:
            done = confirm(replace(desk, kept=self._kept))
            self._kept = done.memo
        return done

    def discard(self, keep: KeepMemo, memo: Memo) -> Changes:
        """Let go of it. Raises MemoConflict where somebody else wrote meanwhile."""
        with self._lock:
            return keep.discard(memo.id, self._kept)


class OpenTalk:
    """One talk at a time, or none; `held` is what the store has of its memo."""

    def __init__(self) -> None:
        self.desk: MemoDesk | None = None
        self.held = Held(None)
        self.proposal: Proposal | None = None
        self._before: list[Memo] = []
        self._last = ""

    @property
    def memo(self) -> Memo | None:
        """The memo of the open talk."""
        return self.desk.memo if self.desk else None

    @property
    def writable(self) -> bool:
        """Whether its memo may be written into."""
        return self.desk is not None and self.desk.memo.state is MemoState.OPEN

    @property
    def can_undo(self) -> bool:
        """Whether a decision can be taken back."""
        return bool(self._before)

    def open(self, desk: MemoDesk | None) -> None:
        """Another talk, or none."""
        self.desk, self.proposal, self._last = desk, None, ""
        self.held = Held(desk.kept if desk else None)
        self._before.clear()

    def put(self, memo: Memo) -> None:
        """The memo is another by now; that is not taken back here."""
        if self.desk:
            self.desk, self._last = replace(self.desk, memo=memo), ""

    def settle(self, memo: Memo) -> None:
        """As the store has it by now: nothing that came before is taken back."""
        self.put(memo)
        self.held = Held(memo)
        self._before.clear()

    def step(self, memo: Memo, *, again: str = "") -> None:
        """A decision; strokes of one name (`again`) one after the other are one."""
        if self.desk and (not again or again != self._last):
            self._before.append(self.desk.memo)
        self.put(memo)
        self._last = again

    def back(self) -> Memo | None:
        """The memo before the last decision, which it is again; None where there was none."""
        if not self._before:
            return None
        former = self._before.pop()
        self.put(former)
        return former
