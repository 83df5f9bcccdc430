"""記録: which talk is open, and what becomes of its memo; decided without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bankrm.application.changes import Area, Changes
from bankrm.application.confirm_record import Confirmed
from bankrm.application.open_memo import MemoDesk
from bankrm.application.queries.recording import RecordingRow
from bankrm.application.register_record import Copied
from bankrm.domain.clients import ClientKey
from bankrm.domain.ids import MemoId
from bankrm.domain.memos import Memo
from bankrm.ui.ahead import Preparing
from bankrm.ui.jobs import Jobs
from bankrm.ui.pages.records.open_talk import OpenTalk
from bankrm.ui.pages.records.view import RecordsView
from bankrm.ui.pages.records.work import RecordingWork
from bankrm.ui.pages.records.writing import WritingPresenter
from bankrm.ui.places import RecordsPlace


class RecordsPresenter:
    """One talk is open at a time; `writing` is what is done to its memo."""

    def __init__(self, view: RecordsView, jobs: Jobs, work: RecordingWork, preparing: Preparing) -> None:
        self._view, self._jobs, self._work = view, jobs, work
        self._talk = OpenTalk()
        self.writing = WritingPresenter(view, jobs, work, self._talk, preparing)
        self._rows: tuple[RecordingRow, ...] = ()
        self._discarded: MemoDesk | None = None
        self._told: MemoId | None = None  # the memo of which a notice tells that can be taken back

    def arrive(self, place: RecordsPlace) -> None:
        """The person comes, to a visit, to a new talk with a client, or to what is open."""
        self._jobs.read(self._work.clients, self._view.show_clients, key="records-clients")
        self._jobs.read(self._work.times, self._view.show_preparation, key="records-times")
        self._list(lambda: self._go(place))

    def changed(self, changes: Changes) -> None:
        """Something changed elsewhere."""
        if changes.concern(Area.RECORDS, Area.VISITS, Area.MEMOS):
            self._list()
        desk = self._talk.desk
        untouched = desk is not None and desk.memo.is_blank and desk.memo.visit is not None
        if desk and untouched and changes.concern(Area.DRAFTS, Area.RECORDS, client=desk.client.key):
            self._refresh(desk)

    def leave(self) -> None:
        """Keep what is not kept yet, at once: the window may be closing."""
        self.writing.stop_asking()
        memo = self._talk.memo
        if memo and self._talk.writable:
            self._talk.held.keep_leaving(self._work.keep, memo)

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

    def confirm(self) -> None:
        """確定."""
        desk, held = self._talk.desk, self._talk.held
        if desk and self._talk.writable:
            self.writing.stop_asking()
            self._jobs.act(lambda: held.confirm(self._work.confirm, desk), self._confirmed)

    def amend(self) -> None:
        """訂正: open a confirmed record again."""
        memo = self._talk.memo
        if memo and not self._talk.writable:
            self._amend(memo.id)

    def take_confirmation_back(self) -> None:
        """As `amend`, of the record of which was told last, whatever is open by now."""
        if self._told:
            self._amend(self._told)

    def copy(self) -> None:
        """SFA用にコピー."""
        memo = self._talk.memo
        if memo and memo.ref and not self._talk.writable:
            self._jobs.act(lambda: self._work.copy(memo.id), lambda done: self._copied(memo.id, done))

    def register(self) -> None:
        """登録した: the person entered the record in the bank's system."""
        memo = self._talk.memo
        if memo and not self._talk.writable:
            self._jobs.act(lambda: self._work.register(memo.id), lambda _: self._registered(memo.id))

    def take_registration_back(self) -> None:
        """The record of which was told last was not entered after all."""
        if memo := self._told:
            self._jobs.act(lambda: self._work.register.take_back(memo), lambda _: self._reread(memo))

    def discard(self) -> None:
        """Let go of a memo of which no record was made."""
        desk, held = self._talk.desk, self._talk.held
        if desk and self._talk.writable and not desk.memo.ref:
            self._discarded = desk
            self._talk.open(None)
            self._view.show_nothing()
            self._jobs.act(lambda: held.discard(self._work.keep, desk.memo), lambda _: self._list())
            self._view.tell_discarded()

    def take_discarded_back(self) -> None:
        """The memo as it was."""
        if desk := self._discarded:
            self._discarded = None
            again = replace(desk, kept=desk.memo)
            self._jobs.act(lambda: self._work.keep(desk.memo, None), lambda _: self._show(again))

    def tell_minutes(self, minutes: int) -> None:
        """これまで1件の準備に何分."""
        shown = self._view.show_preparation
        self._jobs.act(lambda: self._work.tell_minutes(minutes), lambda _: self._jobs.read(self._work.times, shown))

    def _list(self, then: Callable[[], None] = lambda: None) -> None:
        def shown(rows: tuple[RecordingRow, ...]) -> None:
            self._rows = rows
            self._show_talks()
            then()

        self._jobs.read(self._work.talks, shown, key="records-list")

    def _show_talks(self) -> None:
        self._view.show_talks(self._rows, self._chosen())

    def _chosen(self) -> int | None:
        memo = self._talk.memo
        for place, row in enumerate(self._rows if memo else ()):
            if memo and (row.memo == memo.id or (row.visit and (row.client, row.visit) == (memo.client, memo.visit))):
                return place
        return None

    def _go(self, place: RecordsPlace) -> None:
        if place.visit:
            self._go_to_visit(place.visit)
        elif place.client:
            self.begin(place.client)
        elif self._talk.desk is None:
            first = next((place for place, row in enumerate(self._rows) if row.is_open), None)
            self.choose(first) if first is not None else self._view.show_nothing()

    def _go_to_visit(self, visit: str) -> None:
        row = next((row for row in self._rows if row.visit == visit), None)
        if row:
            self._open_visit(row.client, visit)
            return
        ask = self._work.talks.client_of
        self._jobs.read(lambda: ask(visit), lambda client: self._open_visit(client, visit) if client else None)

    def _open_visit(self, client: ClientKey, visit: str) -> None:
        self._open(lambda: self._work.open.of_visit(client, visit))

    def _open(self, query: Callable[[], MemoDesk]) -> None:
        asked_at = self._talk.desk
        self.writing.leave()

        def opened(desk: MemoDesk) -> None:
            mine = self._talk.memo
            typed_meanwhile = mine and self._talk.desk is not asked_at and _of_one_talk(mine, desk.memo)
            if not typed_meanwhile:
                self._show(desk)

        self._jobs.read(query, opened, key="records-open")

    def _refresh(self, desk: MemoDesk) -> None:
        """Read a memo again in which nothing is written yet, and show that only where it is still so."""
        client, visit = desk.client.key, desk.memo.visit or ""
        self._jobs.read(
            lambda: self._work.open.of_visit(client, visit),
            lambda again: self._show(again) if self._talk.desk is desk else None,
            key="records-refresh",
        )

    def _show(self, desk: MemoDesk) -> None:
        self.writing.leave()  # what was typed since this one was asked for
        self._talk.open(desk)
        self._view.show_desk(desk)
        self._view.show_questions(desk.memo.answers)
        self._view.show_saved(None)
        self._show_talks()
        self.writing.show_state()
        self.writing.settled()

    def _confirmed(self, done: Confirmed) -> None:
        self._told = done.memo.id
        self._became(done.memo)
        self._view.tell_confirmed()

    def _copied(self, memo: MemoId, done: Copied) -> None:
        self._view.put_on_clipboard(done.text)
        self._reread(memo)
        self._view.tell_copied()

    def _registered(self, memo: MemoId) -> None:
        self._told = memo
        self._reread(memo)
        self._view.tell_registered()

    def _amend(self, memo: MemoId) -> None:
        self._jobs.act(lambda: self._work.confirm.amend(memo), self._became)

    def _reread(self, memo: MemoId) -> None:
        self._jobs.read(lambda: self._work.open.known(memo).memo, self._became)

    def _became(self, memo: Memo) -> None:
        """The store has the memo in another state by now."""
        mine = self._talk.memo
        if mine and mine.id == memo.id:
            self._talk.settle(memo)
            self.writing.show_state()
            self.writing.settled()
        self._list()


def _of_one_talk(one: Memo, other: Memo) -> bool:
    return one.id == other.id or (bool(one.visit) and (one.client, one.visit) == (other.client, other.visit))
