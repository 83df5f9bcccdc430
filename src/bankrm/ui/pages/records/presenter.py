"""記録: from the memo to the record, decided without Qt. Everything typed is kept; what is proposed follows it on the store's lane."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bankrm.application.changes import Area, Changes
from bankrm.application.confirm_record import Confirmed, ConfirmRecord
from bankrm.application.keep_memo import KeepMemo
from bankrm.application.open_memo import MemoDesk, OpenMemo
from bankrm.application.ports.clock import Clock
from bankrm.application.practice_time import ShowPreparationTime, TellFormerMinutes
from bankrm.application.propose_record import Proposal, propose
from bankrm.application.queries.clients import ListClients
from bankrm.application.queries.recording import ListRecordings, RecordingRow
from bankrm.application.register_record import CopyRecord
from bankrm.domain.clients import ClientKey
from bankrm.domain.memos import AnswerState, Decision, Memo, MemoState, RecordField
from bankrm.domain.progress import CancelToken
from bankrm.drafting.recording.proposals import Doubt, Meeting, Warning
from bankrm.ui.jobs import Jobs, Lane, Running
from bankrm.ui.pages.records.asking import asked_of
from bankrm.ui.pages.records.view import RecordsView
from bankrm.ui.places import RecordsPlace

_OPEN, _PROPOSE, _LIST = "records-open", "records-propose", "records-list"


@dataclass(frozen=True, slots=True)
class RecordingWork:
    """The queries and use cases of the page. `suggest` asks a language model; None where there is none."""

    talks: ListRecordings
    clients: ListClients
    open: OpenMemo
    keep: KeepMemo
    confirm: ConfirmRecord
    copy: CopyRecord
    times: ShowPreparationTime
    tell_minutes: TellFormerMinutes
    clock: Clock
    suggest: Callable[[Memo, Meeting, CancelToken], Memo] | None = None


class RecordsPresenter:
    """One talk is open at a time."""

    def __init__(self, view: RecordsView, jobs: Jobs, work: RecordingWork) -> None:
        self._view, self._jobs, self._work = view, jobs, work
        self._rows: tuple[RecordingRow, ...] = ()
        self._desk: MemoDesk | None = None
        self._proposal: Proposal | None = None
        self._before: list[Memo] = []
        self._discarded: MemoDesk | None = None
        self._asking: Running | None = None
        self._last = ""

    # coming and going

    def arrive(self, place: RecordsPlace) -> None:
        """The person comes, to a visit, to a new talk with a client, or to what is open."""
        self._jobs.read(self._work.clients, self._view.show_clients, key="records-clients")
        self._jobs.read(self._work.times, self._view.show_preparation, key="records-times")
        self._list(lambda: self._go(place))

    def changed(self, changes: Changes) -> None:
        """Something changed elsewhere."""
        if changes.concern(Area.RECORDS, Area.VISITS):
            self._list()
        open_and_blank = self._desk is not None and self._desk.memo.is_blank and self._desk.visit is not None
        if open_and_blank and self._desk and changes.concern(Area.DRAFTS, Area.RECORDS, client=self._desk.client.key):
            self._open_visit(self._desk.client.key, self._desk.memo.visit or "")

    def leave(self) -> None:
        """Keep what is not kept yet, at once: the window may be closing."""
        self._stop_asking()
        if self._desk:
            self._work.keep(self._desk.memo)

    def _list(self, then: Callable[[], None] = lambda: None) -> None:
        def shown(rows: tuple[RecordingRow, ...]) -> None:
            self._rows = rows
            self._show_talks()
            then()

        self._jobs.read(self._work.talks, shown, key=_LIST)

    def _show_talks(self) -> None:
        self._view.show_talks(self._rows, self._chosen())

    def _chosen(self) -> int | None:
        if self._desk is None:
            return None
        memo = self._desk.memo
        for place, row in enumerate(self._rows):
            if row.memo == memo.id or (row.visit and (row.client, row.visit) == (memo.client, memo.visit)):
                return place
        return None

    def _go(self, place: RecordsPlace) -> None:
        if place.visit:
            row = next((row for row in self._rows if row.visit == place.visit), None)
            if row:
                self._open_visit(row.client, place.visit)
            else:
                visit = place.visit
                self._jobs.read(
                    lambda: self._work.talks.client_of(visit), lambda key: self._open_visit(key, visit) if key else None
                )
        elif place.client:
            self.begin(place.client)
        elif self._desk is None:
            first = next((place for place, row in enumerate(self._rows) if row.is_open), None)
            self.choose(first) if first is not None else self._view.show_nothing()

    # which talk

    def choose(self, place: int) -> None:
        """Open one of the listed talks."""
        row = self._rows[place]
        memo = row.memo
        if memo is not None:
            self._open(lambda: self._work.open.known(memo))
        elif row.visit:
            self._open_visit(row.client, row.visit)

    def begin(self, client: ClientKey) -> None:
        """A new talk with a client, which nobody had planned."""
        self._open(lambda: self._work.open.without_visit(client))

    def _open_visit(self, client: ClientKey, visit: str) -> None:
        self._open(lambda: self._work.open.of_visit(client, visit))

    def _open(self, query: Callable[[], MemoDesk]) -> None:
        self._keep()
        self._stop_asking()
        self._jobs.read(query, self._show, key=_OPEN)

    def _show(self, desk: MemoDesk) -> None:
        self._desk, self._proposal = desk, None
        self._before.clear()
        self._view.show_desk(desk)
        self._view.show_questions(desk.memo.answers)
        self._view.show_saved(None)
        self._show_talks()
        self._show_state()
        self.settled()

    # writing

    def typed(self, text: str) -> None:
        """A key was struck; nothing is read yet."""
        if self._desk and self._writable and text != self._desk.memo.text:
            self._put(replace(self._desk.memo, text=text))
            self._view.show_saved(None)

    def settled(self) -> None:
        """Typing paused: read what stands there, show what it means, and keep it."""
        desk = self._desk
        if desk:
            self._jobs.read(lambda: propose(desk.memo, desk.meeting), lambda p: self._proposed(desk, p), key=_PROPOSE)

    def rested(self) -> None:
        """Typing paused for longer: a language model may say whose the loose sentences are."""
        desk, suggest = self._desk, self._work.suggest
        if not (desk and suggest and self._proposal and self._writable):
            return
        loose = any(Doubt.FIELD in p.doubts and p.origin != "model" for p in self._proposal.reading.pieces)
        if loose:
            self._stop_asking()
            self._asking = self._jobs.start(
                lambda token, _: suggest(desk.memo, desk.meeting, token), self._suggested, lane=Lane.MODEL
            )

    def _suggested(self, memo: Memo) -> None:
        if self._desk and self._desk.memo.id == memo.id and memo.suggestions != self._desk.memo.suggestions:
            self._put(replace(self._desk.memo, suggestions=memo.suggestions))
            self.settled()

    def _stop_asking(self) -> None:
        if self._asking:
            self._asking.cancel()
            self._asking = None

    def _proposed(self, desk: MemoDesk, proposal: Proposal) -> None:
        if self._desk is None or desk.memo != self._desk.memo:
            return  # more was typed meanwhile, and will be read in its turn
        self._proposal = proposal
        edited = frozenset(desk.memo.edits)
        open_ = desk.memo.state is MemoState.OPEN
        self._view.show_warnings(proposal.open_warnings if open_ else ())  # before anything is kept
        self._view.show_fields(proposal.fields, edited)
        asked = asked_of(proposal.undecided, desk.memo.text, desk.meeting) if open_ else ()
        self._view.show_asked(asked)
        self._keep()

    def _keep(self) -> None:
        if self._desk and self._writable and not self._desk.memo.is_blank:
            memo = self._desk.memo
            self._jobs.act(lambda: self._work.keep(memo), lambda _: self._view.show_saved(self._work.clock.now()))

    # deciding

    def write_field(self, field: RecordField, text: str) -> None:
        """A person wrote into a field; what is proposed for it no longer counts."""
        if self._desk:
            self._step(replace(self._desk.memo, edits={**self._desk.memo.edits, field: text}), again=field)

    def restore_field(self, field: RecordField) -> None:
        """Back to what is proposed."""
        if self._desk:
            kept = {name: text for name, text in self._desk.memo.edits.items() if name is not field}
            self._step(replace(self._desk.memo, edits=kept))

    def decide(self, key: str, decision: Decision) -> None:
        """An answer to one of the questions about the memo."""
        if self._desk:
            self._step(replace(self._desk.memo, decisions={**self._desk.memo.decisions, key: decision}))

    def answer(self, place: int, words: str) -> None:
        """Words came of a question of the morning; none, and it counts as not asked."""
        state = AnswerState.ANSWERED if words.strip() else AnswerState.NOT_ASKED
        self._answered(place, state, words, again=f"answer-{place}")

    def set_answer(self, place: int, state: AnswerState) -> None:
        """Whether a question of the morning was asked, and answered."""
        words = self._desk.memo.answers[place].words if self._desk and state is AnswerState.ANSWERED else ""
        self._answered(place, state, words)

    def _answered(self, place: int, state: AnswerState, words: str, *, again: str = "") -> None:
        if self._desk and self._writable:
            answers = list(self._desk.memo.answers)
            answers[place] = replace(answers[place], state=state, words=words)
            self._view.show_questions(answers)
            self._step(replace(self._desk.memo, answers=tuple(answers)), again=again)

    def accept(self, warning: Warning, reason: str) -> None:
        """A person answers for a warning, and says why."""
        if self._desk and reason.strip():
            accepted = {**self._desk.memo.accepted, warning.words: reason.strip()}
            self._step(replace(self._desk.memo, accepted=accepted))

    def take_out(self, warning: Warning) -> None:
        """Take a warning's words out of the memo, and out of what was written beside it."""
        if self._desk:
            memo = self._desk.memo
            edits = {field: text.replace(warning.words, "") for field, text in memo.edits.items()}
            answers = tuple(replace(one, words=one.words.replace(warning.words, "")) for one in memo.answers)
            text = memo.text.replace(warning.words, "")
            self._step(replace(memo, text=text, edits=edits, answers=answers))
            self._view.show_text(text)
            self._view.show_questions(answers)

    def undo(self) -> None:
        """Take the last decision back; typing in the memo has its own way back."""
        if self._before and self._desk:
            former = self._before.pop()
            text = former.text if former.text != self._desk.memo.text else None
            self._put(former)
            self._view.show_questions(former.answers)
            if text is not None:
                self._view.show_text(text)
            self._show_state()
            self.settled()

    def look_at(self, field: RecordField) -> None:
        """Mark the words from which a field was proposed."""
        pieces = self._proposal.reading.of(field) if self._proposal else ()
        self._view.mark([piece.span for piece in pieces])

    def _step(self, memo: Memo, *, again: str = "") -> None:
        """One decision, which `undo` takes back; strokes into the same field are one."""
        if not (self._desk and self._writable):
            return
        if not again or again != self._last:
            self._before.append(self._desk.memo)
        self._put(memo)
        self._last = again
        self._show_state()
        self.settled()

    def _put(self, memo: Memo) -> None:
        assert self._desk
        self._desk = replace(self._desk, memo=memo)
        self._last = ""

    @property
    def _writable(self) -> bool:
        return self._desk is not None and self._desk.memo.state is MemoState.OPEN

    def _show_state(self) -> None:
        if self._desk:
            self._view.show_state(self._desk.memo, can_undo=bool(self._before))

    # what becomes of it

    def confirm(self) -> None:
        """確定."""
        desk = self._desk
        if desk and self._writable:
            self._stop_asking()
            self._jobs.act(lambda: self._work.confirm(desk), self._confirmed)

    def _confirmed(self, done: Confirmed) -> None:
        self._became(done.memo)
        self._view.tell_confirmed()

    def amend(self) -> None:
        """訂正: open a confirmed record again."""
        if self._desk and not self._writable:
            memo = self._desk.memo.id
            self._jobs.act(lambda: self._work.confirm.amend(memo), self._became)

    def copy(self) -> None:
        """SFA用にコピー."""
        if self._desk and self._desk.memo.ref and not self._writable:
            memo = self._desk.memo.id

            def copied(text: str) -> None:
                self._view.put_on_clipboard(text)
                self._reread()
                self._view.tell_registered()

            self._jobs.act(lambda: self._work.copy(memo), lambda done: copied(done.text))

    def take_registration_back(self) -> None:
        """It was not entered after all."""
        if self._desk:
            memo = self._desk.memo.id
            self._jobs.act(lambda: self._work.copy.take_back(memo), lambda _: self._reread())

    def discard(self) -> None:
        """Let go of a memo of which no record was made."""
        if self._desk and self._writable and not self._desk.memo.ref:
            self._discarded, desk = self._desk, self._desk
            self._desk = None
            self._view.show_nothing()
            self._jobs.act(lambda: self._work.keep.discard(desk.memo.id), lambda _: self._list())
            self._view.tell_discarded()

    def take_discarded_back(self) -> None:
        """The memo as it was."""
        if self._discarded:
            desk, self._discarded = self._discarded, None
            self._jobs.act(lambda: self._work.keep(desk.memo), lambda _: self._show(desk))

    def tell_minutes(self, minutes: int) -> None:
        """これまで1件の準備に何分."""
        shown = self._view.show_preparation
        self._jobs.act(lambda: self._work.tell_minutes(minutes), lambda _: self._jobs.read(self._work.times, shown))

    def _reread(self) -> None:
        if self._desk:
            memo = self._desk.memo.id
            self._jobs.read(lambda: self._work.open.known(memo).memo, self._became)

    def _became(self, memo: Memo) -> None:
        if self._desk and self._desk.memo.id == memo.id:
            self._put(memo)
            self._before.clear()
            self._show_state()
            self._list()
            self.settled()
