"""The memo of a talk on its way to a record (応接記録): what was typed, what was decided about it, and how far it has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from bankrm.domain.clients import ClientKey
from bankrm.domain.errors import ExpectedError
from bankrm.domain.ids import MemoId
from bankrm.domain.interactions import Party


class MemoConflict(ExpectedError):
    """The memo in the store is another than the one that somebody read, or the visit has one already; nothing was changed
    (details: memo)."""

    code = "memo_conflict"


class RecordField(StrEnum):
    """The fields that a person may fill, by their names in `Interaction`, in the order of the form."""

    METHOD = "method"
    PLACE = "place"
    ATTENDEES = "attendees"
    BANK_PEOPLE = "bank_people"
    PURPOSE = "purpose"
    EXPLANATION = "explanation"
    CLIENT_WORDS = "client_words"
    PROMISES = "promises_text"
    OPEN_POINTS = "open_points"
    HANDED_OVER = "handed_over"
    NEXT_STEP = "next_step"
    CONFIDENTIALITY = "confidentiality"


LISTS = frozenset({RecordField.ATTENDEES, RecordField.BANK_PEOPLE})
"""Fields that list people, written with 、 between them."""


class MemoState(StrEnum):
    """How far a memo has come: 未確定, 確定, SFA登録済み."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    REGISTERED = "registered"


_ALLOWED: Mapping[MemoState, frozenset[MemoState]] = {
    MemoState.OPEN: frozenset({MemoState.CONFIRMED}),
    MemoState.CONFIRMED: frozenset({MemoState.REGISTERED, MemoState.OPEN}),
    MemoState.REGISTERED: frozenset({MemoState.CONFIRMED, MemoState.OPEN}),  # registered by mistake; to be amended
}


class AnswerState(StrEnum):
    """What became of a question of the morning; open until a person says."""

    OPEN = "open"
    ANSWERED = "answered"
    NOT_ASKED = "not_asked"
    NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True)
class Answer:
    """One question of the visit's brief, and what came of it. `to` is whom it went to (田辺社長); `apart`: away from the others."""

    question: str
    to: str
    state: AnswerState
    words: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about one stretch of the memo, instead of what was proposed. None leaves the proposal as it is.
    `moves`: the thing of an earlier promise whose new day this is."""

    field: RecordField | None = None
    speaker: str | None = None
    owner: Party | None = None
    dropped: bool = False
    moves: str = ""


@dataclass(frozen=True, slots=True)
class Memo:
    """One memo. `text` is as it was typed. `edits` are fields that a person wrote; `decisions` go by the memo's own words, so that
    they hold wherever these move; `suggestions` are a language model's, and go by the same; `accepted` are warnings that a person answered, by their words, each with the reason.

    `ref` is the number of the record that was made of it, empty before; `confirmed`, `copied` (for the bank's system) and
    `registered` say when that was last.
    """

    id: MemoId
    client: ClientKey
    on: date
    started: datetime
    visit: str | None = None
    text: str = ""
    edits: Mapping[RecordField, str] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    answers: tuple[Answer, ...] = ()
    suggestions: Mapping[str, Decision] = field(default_factory=dict)
    accepted: Mapping[str, str] = field(default_factory=dict)
    state: MemoState = MemoState.OPEN
    ref: str = ""
    confirmed: datetime | None = None
    copied: datetime | None = None
    registered: datetime | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nobody has entered anything yet."""
        return not (
            self.text.strip() or self.edits or any(answer.state is not AnswerState.OPEN for answer in self.answers)
        )

    def says_the_same(self, other: Memo) -> bool:
        """Whether a person wrote and decided the same, however far each has come."""
        return _as_written(self) == _as_written(other)

    def to(self, state: MemoState, at: datetime | None = None) -> Memo:
        """The memo in another state; `at` is when it was confirmed or registered. Raises ValueError for a way that is not allowed."""
        if state not in _ALLOWED[self.state]:
            raise ValueError(f"{self.state} → {state}")
        if state is MemoState.REGISTERED:
            return replace(self, state=state, registered=at)
        if state is MemoState.CONFIRMED and self.state is MemoState.OPEN:
            return replace(self, state=state, confirmed=at, copied=None, registered=None)
        return replace(self, state=state, registered=None if state is MemoState.CONFIRMED else self.registered)


def _as_written(memo: Memo) -> Memo:
    return replace(memo, state=MemoState.OPEN, ref="", confirmed=None, copied=None, registered=None)


def new_ref(memo: MemoId, on: date) -> str:
    """The number of the record that this memo becomes: its day and the last digits of the memo's id (BR-20261124-7f3a9c12)."""
    return f"BR-{on:%Y%m%d}-{memo[-8:]}"
