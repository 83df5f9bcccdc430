"""Writing and deciding, decided without Qt: everything typed is kept, and what is proposed follows it on the store's lane."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bankrm.application.open_memo import MemoDesk
from bankrm.application.propose_record import Proposal, propose
from bankrm.domain.closings import OpenPromise
from bankrm.domain.memos import AnswerState, Decision, Memo, MemoState, RecordField
from bankrm.drafting.recording.proposals import Caution, Doubt
from bankrm.ui.ahead import Preparing
from bankrm.ui.jobs import Jobs, Lane, Running
from bankrm.ui.pages.records.asking import asked_of
from bankrm.ui.pages.records.open_talk import OpenTalk
from bankrm.ui.pages.records.view import RecordsView
from bankrm.ui.pages.records.work import RecordingWork


class WritingPresenter:
    """What a person types, writes over, answers and takes back in the talk that is open."""

    def __init__(
        self, view: RecordsView, jobs: Jobs, work: RecordingWork, talk: OpenTalk, preparing: Preparing
    ) -> None:
        """What is prepared behind the window leaves the model alone as long as it is asked about a memo."""
        self._view, self._jobs, self._work, self._talk, self._preparing = view, jobs, work, talk, preparing
        self._asking: Running | None = None

    def typed(self, text: str) -> None:
        """A key was struck; nothing is read yet."""
        memo = self._talk.memo
        if memo and self._talk.writable and text != memo.text:
            self._talk.put(replace(memo, text=text))
            self._view.show_saved(None)

    def settled(self) -> None:
        """Typing paused: read what stands there, show what it means, and keep it."""
        desk = self._talk.desk
        if desk:
            key = "records-propose"
            self._jobs.read(lambda: propose(desk.memo, desk.meeting), lambda p: self._proposed(desk, p), key=key)

    def rested(self) -> None:
        """Typing paused for longer: a language model may say whose the loose sentences are."""
        desk, suggest, proposal = self._talk.desk, self._work.suggest, self._talk.proposal
        if not (desk and suggest and proposal and self._talk.writable):
            return
        if any(Doubt.FIELD in piece.doubts and piece.origin != "model" for piece in proposal.reading.pieces):
            self.stop_asking()
            self._preparing.make_way()
            self._asking = self._jobs.start(
                lambda token, _: suggest(desk.memo, desk.meeting, token),
                self._suggested,
                lane=Lane.MODEL,
                ended=self._preparing.go_on,
            )

    def stop_asking(self) -> None:
        """Nobody waits for the model's answer any more."""
        if self._asking:
            self._asking.cancel()
            self._asking = None

    def keep(self) -> None:
        """Keep what was typed, on the store's lane."""
        memo, held = self._talk.memo, self._talk.held
        if memo and self._talk.writable:
            self._jobs.act(lambda: held.keep(self._work.keep, memo), lambda _: self._kept(memo))

    def leave(self) -> None:
        """Another talk is going to be opened: keep what was typed, on the store's lane."""
        self.stop_asking()
        memo, held = self._talk.memo, self._talk.held
        if memo and self._talk.writable:
            self._jobs.act(lambda: held.keep_leaving(self._work.keep, memo))

    def write_field(self, field: RecordField, text: str) -> None:
        """A person wrote into a field; what is proposed for it no longer counts."""
        if memo := self._talk.memo:
            self._step(replace(memo, edits={**memo.edits, field: text}), again=field)

    def restore_field(self, field: RecordField) -> None:
        """Back to what is proposed."""
        if memo := self._talk.memo:
            self._step(replace(memo, edits=_without(memo.edits, field)))

    def decide(self, key: str, decision: Decision) -> None:
        """An answer to one of the questions about the memo."""
        if memo := self._talk.memo:
            self._step(replace(memo, decisions={**memo.decisions, key: decision}))

    def answer(self, place: int, words: str) -> None:
        """Words came of a question of the morning; none, and nothing is said of it."""
        state = AnswerState.ANSWERED if words.strip() else AnswerState.OPEN
        self._answered(place, state, words, again=f"answer-{place}")

    def set_answer(self, place: int, state: AnswerState) -> None:
        """Whether a question of the morning was asked, and answered."""
        memo = self._talk.memo
        words = memo.answers[place].words if memo and state is AnswerState.ANSWERED else ""
        self._answered(place, state, words)

    def accept(self, warning: Caution, reason: str) -> None:
        """A person answers for a warning, and says why."""
        memo = self._talk.memo
        if memo and reason.strip():
            self._step(replace(memo, accepted={**memo.accepted, warning.words: reason.strip()}))

    def take_out(self, warning: Caution) -> None:
        """Take a warning's words out of the memo, and out of what was written beside it."""
        memo = self._talk.memo
        if memo and self._talk.writable:
            edits = {field: text.replace(warning.words, "") for field, text in memo.edits.items()}
            answers = tuple(replace(one, words=one.words.replace(warning.words, "")) for one in memo.answers)
            taken = replace(memo, text=memo.text.replace(warning.words, ""), edits=edits, answers=answers)
            self._step(taken)
            self._show_written(taken)

    def undo(self) -> None:
        """Take the last decision back; typing in the memo has its own way back."""
        if self._talk.writable and (former := self._talk.back()):
            self._show_written(former)
            self.show_state()
            self.settled()

    def look_at(self, field: RecordField) -> None:
        """Mark the words from which a field was proposed."""
        proposal = self._talk.proposal
        self._view.mark([piece.span for piece in proposal.reading.of(field)] if proposal else [])

    def show_state(self) -> None:
        """How far the memo has come, and what may be done."""
        if memo := self._talk.memo:
            self._view.show_state(memo, can_undo=self._talk.can_undo)

    def _answered(self, place: int, state: AnswerState, words: str, *, again: str = "") -> None:
        memo = self._talk.memo
        if memo and self._talk.writable:
            answers = list(memo.answers)
            answers[place] = replace(answers[place], state=state, words=words)
            self._view.show_questions(answers)
            self._step(replace(memo, answers=tuple(answers)), again=again)

    def _step(self, memo: Memo, *, again: str = "") -> None:
        if self._talk.writable:
            self._talk.step(memo, again=again)
            self.show_state()
            self.settled()

    def _show_written(self, memo: Memo) -> None:
        """What stands in the memo and in the answers, where it was not typed there."""
        self._view.show_text(memo.text)
        self._view.show_questions(memo.answers)

    def _proposed(self, desk: MemoDesk, proposal: Proposal) -> None:
        if desk.memo != self._talk.memo:
            return  # more was typed meanwhile, and will be read in its turn
        self._talk.proposal = proposal
        open_ = desk.memo.state is MemoState.OPEN
        self._view.show_warnings(proposal.open_warnings if open_ else ())  # before anything is kept
        self._view.show_fields(proposal.fields, frozenset(desk.memo.edits))
        self._view.show_found(proposal.answers if open_ else {})
        self._view.show_asked(asked_of(proposal.undecided, desk.memo.text, desk.meeting) if open_ else ())
        self.keep()
        self._read_settled(desk, proposal)

    def _kept(self, memo: Memo) -> None:
        if memo == self._talk.memo:
            self._view.show_saved(None if memo.is_blank else self._work.clock.now())

    def _read_settled(self, desk: MemoDesk, proposal: Proposal) -> None:
        """The promises that confirming would settle; of a blank or a confirmed memo none are told."""
        asked = self._work.settled if desk.memo.state is MemoState.OPEN and not desk.memo.is_blank else None
        told = (lambda: asked(desk.memo, proposal.fields)) if asked else tuple[OpenPromise, ...]
        self._jobs.read(told, self._view.show_settled, key="records-settled")

    def _suggested(self, memo: Memo) -> None:
        mine = self._talk.memo
        if mine and mine.id == memo.id and self._talk.writable and memo.suggestions != mine.suggestions:
            self._talk.put(replace(mine, suggestions=memo.suggestions))
            self.settled()


def _without(edits: Mapping[RecordField, str], field: RecordField) -> Mapping[RecordField, str]:
    return {name: text for name, text in edits.items() if name is not field}
