"""What a language model is asked about a memo: of one sentence that the rules only guessed at, whose it is.

The grammar lets it answer with one of the names of the meeting and nothing else; so whatever it answers is about a span of the memo,
and no word of it reaches a record. Sensitive sentences, and those told in confidence, are asked of no model.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bankrm.domain.memos import Decision, RecordField
from bankrm.domain.progress import CancelToken
from bankrm.drafting.ports import LanguageModel, Prefix, Question
from bankrm.drafting.recording.cues import CONFIDENTIAL
from bankrm.drafting.recording.decide import key_of
from bankrm.drafting.recording.proposals import Doubt, Meeting, Piece, Reading
from bankrm.language.sensitive import is_sensitive

_ANSWER_TOKENS = 16
_MOST_ASKED = 12


@dataclass(frozen=True, slots=True)
class MemoQuestions:
    """How a model is asked (`resources/prompts/memo.toml`): {people}, {before} and {sentence} are filled in; the choices are
    what it may answer besides a name."""

    system: str
    meeting: str
    question: str
    explained: str
    seen: str
    open: str
    nobody: str


class MemoModel:
    """One language model, and how it is asked."""

    def __init__(self, model: LanguageModel, questions: MemoQuestions) -> None:
        self._model, self._questions = model, questions

    def suggestions(
        self, memo: str, reading: Reading, meeting: Meeting, known: Mapping[str, Decision], token: CancelToken
    ) -> Mapping[str, Decision]:
        """What it says of pieces that it was not asked about yet, by their keys. Raises ModelError and Cancelled."""
        wanted = [p for p in reading.pieces if Doubt.FIELD in p.doubts and key_of(p, memo) not in known]
        asked = [piece for piece in wanted if not _private(memo, piece)][:_MOST_ASKED]
        found: dict[str, Decision] = {}
        choices = self._choices(meeting)
        prefix = Prefix(self._questions.system, self._questions.meeting.format(people="、".join(meeting.people)))
        for piece in asked:
            token.check()
            answer = self._model.ask(prefix, self._question(memo, piece, tuple(choices)), token=token)
            if chosen := choices.get(answer.text.strip()):
                found[key_of(piece, memo)] = chosen
        return found

    def _choices(self, meeting: Meeting) -> dict[str, Decision]:
        """Everything that may be answered, and what it means."""
        words = self._questions
        names = {person: Decision(RecordField.CLIENT_WORDS, speaker=person) for person in meeting.people}
        return {
            **names,
            words.explained: Decision(RecordField.EXPLANATION),
            words.seen: Decision(RecordField.CLIENT_WORDS, speaker=""),
            words.open: Decision(RecordField.OPEN_POINTS),
            words.nobody: Decision(),
        }

    def _question(self, memo: str, piece: Piece, choices: tuple[str, ...]) -> Question:
        before = memo[max(0, piece.span[0] - 80) : piece.span[0]].strip()
        before = "" if is_sensitive(before) or CONFIDENTIAL.search(before) else before
        text = self._questions.question.format(
            before=before or "(なし)", sentence=memo[slice(*piece.span)], choices="・".join(choices)
        )
        return Question(text, f"start: {' | '.join(map(_quoted, choices))}\n", _ANSWER_TOKENS)


def _private(memo: str, piece: Piece) -> bool:
    words = memo[slice(*piece.span)]
    return is_sensitive(words) or bool(CONFIDENTIAL.search(words))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
