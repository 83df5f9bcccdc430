"""Propose the fields of a record as one types; with a language model, for the sentences that the rules only guessed at, too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bankrm.application.moved_promises import with_moves
from bankrm.domain.memos import Memo, RecordField
from bankrm.domain.progress import CancelToken
from bankrm.drafting.ports import ModelError
from bankrm.drafting.recording.answers import found_answers
from bankrm.drafting.recording.ask_model import MemoModel
from bankrm.drafting.recording.compose import compose
from bankrm.drafting.recording.decide import decided, suggested
from bankrm.drafting.recording.proposals import Caution, Meeting, Piece, Reading
from bankrm.drafting.recording.read_memo import read_memo
from bankrm.drafting.recording.warnings import warnings_in


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a memo says so far: its pieces with what was decided about them, the fields as they would be recorded, and the
    warnings that nobody answered for; `answers` are words of the memo that may answer a question, by its place."""

    reading: Reading
    fields: Mapping[RecordField, str]
    open_warnings: tuple[Caution, ...]
    undecided: tuple[Piece, ...]
    answers: Mapping[int, str]


def propose(memo: Memo, meeting: Meeting) -> Proposal:
    """The same memo, the same proposal; it takes milliseconds and needs no store."""
    raw = suggested(with_moves(read_memo(memo.text, meeting), meeting), memo.text, memo.suggestions)
    reading = decided(raw, memo.text, memo.decisions)
    written = (*memo.edits.values(), *(answer.words for answer in memo.answers))
    found = warnings_in(memo.text, written, meeting.examination)
    warnings = tuple(one for one in found if one.words not in memo.accepted)
    return Proposal(reading, compose(memo, raw, meeting), warnings, reading.to_confirm, found_answers(memo))


class AskModel:
    """Let a language model say what the rules only guessed at; what it says is a suggestion about words of the memo."""

    def __init__(self, model: MemoModel) -> None:
        self._model = model

    def __call__(self, memo: Memo, meeting: Meeting, token: CancelToken) -> Memo:
        """The memo with the suggestions. A model that fails leaves it to the rules. Raises Cancelled."""
        reading = read_memo(memo.text, meeting)
        try:
            found = self._model.suggestions(memo.text, reading, meeting, memo.suggestions, token)
        except ModelError:
            return memo
        return replace(memo, suggestions={**memo.suggestions, **found}) if found else memo
