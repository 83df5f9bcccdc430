"""The page 記録 as its presenter sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bankrm.application.open_memo import MemoDesk
from bankrm.application.practice_time import PreparationTime
from bankrm.application.queries.recording import RecordingRow
from bankrm.domain.clients import Client
from bankrm.domain.closings import OpenPromise
from bankrm.domain.memos import Answer, Memo, RecordField
from bankrm.drafting.recording.proposals import Caution
from bankrm.ui.pages.records.asking import Asked


class RecordsView(Protocol):
    """What is shown; it decides nothing."""

    def show_talks(self, rows: Sequence[RecordingRow], chosen: int | None) -> None:
        """Talks to record and recorded, and which of them is open."""
        ...

    def show_clients(self, clients: Sequence[Client]) -> None:
        """Of whom a talk without a visit may be recorded."""
        ...

    def show_nothing(self) -> None:
        """No talk is open."""
        ...

    def show_desk(self, desk: MemoDesk) -> None:
        """Another talk: its head, its memo as typed."""
        ...

    def show_state(self, memo: Memo, *, can_undo: bool) -> None:
        """How far the memo has come, and what may be done with it."""
        ...

    def show_text(self, text: str) -> None:
        """The memo's text was changed by something else than typing."""
        ...

    def show_questions(self, answers: Sequence[Answer]) -> None:
        """This morning's questions, and what came of them."""
        ...

    def show_found(self, answers: Mapping[int, str]) -> None:
        """Words of the memo that may answer a question of which nothing was said yet, by the question's place."""
        ...

    def show_settled(self, promises: Sequence[OpenPromise]) -> None:
        """Promises that confirming the record would settle."""
        ...

    def show_fields(self, fields: Mapping[RecordField, str], edited: frozenset[RecordField]) -> None:
        """The record as it would stand; which fields a person wrote."""
        ...

    def show_asked(self, asked: Sequence[Asked]) -> None:
        """What to confirm, at most seven."""
        ...

    def show_warnings(self, warnings: Sequence[Caution]) -> None:
        """What nobody answered for yet."""
        ...

    def show_saved(self, at: datetime | None) -> None:
        """When the memo was kept last; None while it is not."""
        ...

    def mark(self, spans: Sequence[tuple[int, int]]) -> None:
        """Mark these words of the memo."""
        ...

    def put_on_clipboard(self, text: str) -> None:
        """The record's text leaves for the bank's system."""
        ...

    def tell_confirmed(self) -> None:
        """It is a record now; that can be taken back."""
        ...

    def tell_copied(self) -> None:
        """It lies on the clipboard; entering it in the bank's system is still to be done."""
        ...

    def tell_registered(self) -> None:
        """The person entered it in the bank's system; that can be taken back."""
        ...

    def tell_discarded(self) -> None:
        """The memo is gone; that can be taken back."""
        ...

    def show_preparation(self, times: PreparationTime) -> None:
        """What one preparation takes now, beside what it took before; where nobody was asked yet, the question."""
        ...
