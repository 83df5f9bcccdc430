"""The presenter of 記録 on a store in memory, with all that it is told and tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from tests.fakes.jobs import HeldJobs, ImmediateJobs
from tests.fakes.preparing import QuietPreparing
from tests.fakes.records import KEY, OTHER, SOURCE, a_client, a_visit, an_interaction
from tests.fakes.store import MemoryStore
from tests.shipped_rules import RULES

from bankrm.adapters.system.clock import FixedDay
from bankrm.application.confirm_record import ConfirmRecord
from bankrm.application.keep_memo import KeepMemo
from bankrm.application.open_memo import MemoDesk, OpenMemo
from bankrm.application.ports.record_layouts import Entry
from bankrm.application.practice_time import PreparationTime, ShowPreparationTime, TellFormerMinutes
from bankrm.application.queries.clients import ListClients
from bankrm.application.queries.recording import ListRecordings, RecordingRow
from bankrm.application.queries.settling import PromisesSettled
from bankrm.application.register_record import CopyRecord, RegisterRecord
from bankrm.domain.clients import Client, Contact
from bankrm.domain.closings import OpenPromise
from bankrm.domain.memos import Answer, AnswerState, Memo, RecordField
from bankrm.domain.open_points import open_line
from bankrm.drafting.recording.proposals import Caution
from bankrm.ui.pages.records.asking import Asked
from bankrm.ui.pages.records.presenter import RecordsPresenter
from bankrm.ui.pages.records.work import RecordingWork
from bankrm.ui.places import RecordsPlace

CLOCK = FixedDay(date(2026, 11, 24))
TALK = "社長「来春までに入れ替えたい」\n→見積は12/4まで当方"
F = RecordField


class Lines:
    """A layout of one line."""

    name = "lines"

    def lines(self, entry: Entry) -> Sequence[tuple[str, str]]:
        return [("番号", entry.record.ref)]

    def table(self, entries: Sequence[Entry]) -> bytes:
        return b"" * len(entries)


class FakeView:
    """Remembers what it was shown last."""

    def __init__(self) -> None:
        self.rows: Sequence[RecordingRow] = ()
        self.chosen: int | None = None
        self.clients: Sequence[Client] = ()
        self.desk: MemoDesk | None = None
        self.memo: Memo | None = None
        self.can_undo = False
        self.text = ""
        self.answers: Sequence[Answer] = ()
        self.fields: Mapping[RecordField, str] = {}
        self.edited: frozenset[RecordField] = frozenset()
        self.asked: Sequence[Asked] = ()
        self.warnings: Sequence[Caution] = ()
        self.saved: datetime | None = None
        self.marked: Sequence[tuple[int, int]] = ()
        self.clipboard = ""
        self.settled: Sequence[OpenPromise] = ()
        self.found: Mapping[int, str] = {}
        self.told: list[str] = []
        self.asks_minutes = False
        self.order: list[str] = []

    def show_talks(self, rows: Sequence[RecordingRow], chosen: int | None) -> None:
        self.rows, self.chosen = rows, chosen

    def show_clients(self, clients: Sequence[Client]) -> None:
        self.clients = clients

    def show_nothing(self) -> None:
        self.desk = None

    def show_desk(self, desk: MemoDesk) -> None:
        self.desk, self.text = desk, desk.memo.text

    def show_state(self, memo: Memo, *, can_undo: bool) -> None:
        self.memo, self.can_undo = memo, can_undo

    def show_text(self, text: str) -> None:
        self.text = text

    def show_questions(self, answers: Sequence[Answer]) -> None:
        self.answers = answers

    def show_found(self, answers: Mapping[int, str]) -> None:
        self.found = answers

    def show_settled(self, promises: Sequence[OpenPromise]) -> None:
        self.settled = promises

    def show_fields(self, fields: Mapping[RecordField, str], edited: frozenset[RecordField]) -> None:
        self.fields, self.edited = fields, edited

    def show_asked(self, asked: Sequence[Asked]) -> None:
        self.asked = asked

    def show_warnings(self, warnings: Sequence[Caution]) -> None:
        self.warnings = warnings
        self.order.append("warned" if warnings else "no warning")

    def show_saved(self, at: datetime | None) -> None:
        self.saved = at
        self.order.append("saved" if at else "not saved")

    def mark(self, spans: Sequence[tuple[int, int]]) -> None:
        self.marked = spans

    def put_on_clipboard(self, text: str) -> None:
        self.clipboard = text

    def tell_confirmed(self) -> None:
        self.told.append("confirmed")

    def tell_copied(self) -> None:
        self.told.append("copied")

    def tell_registered(self) -> None:
        self.told.append("registered")

    def tell_discarded(self) -> None:
        self.told.append("discarded")

    def show_preparation(self, times: PreparationTime) -> None:
        self.asks_minutes = times.before_min is None


class Bench:
    """The presenter on a store in memory."""

    def __init__(self, jobs: ImmediateJobs | None = None, suggest: Any = None) -> None:
        self.store, self.view, self.jobs = MemoryStore(), FakeView(), jobs or ImmediateJobs()
        self.preparing = QuietPreparing()
        with self.store.unit_of_work() as work:
            for record in (
                a_client(),
                a_client(OTHER, "別会社"),
                Contact(KEY, "藤波 薫", "社長", decides=True),
                a_visit(),
            ):
                work.records.put(record, SOURCE)
            question = Answer("更新の時期はいつごろでしょうか", "藤波社長", AnswerState.NOT_ASKED)
            work.records.put(replace(an_interaction(), open_points=open_line(question)), SOURCE)
            work.commit()
        begin = self.store.unit_of_work
        self.presenter = RecordsPresenter(
            self.view,
            self.jobs,
            RecordingWork(
                ListRecordings(begin, CLOCK), ListClients(begin), OpenMemo(begin, CLOCK, RULES), KeepMemo(begin),
                ConfirmRecord(begin, CLOCK), CopyRecord(begin, Lines(), CLOCK),
                RegisterRecord(begin, CLOCK), PromisesSettled(begin, CLOCK), ShowPreparationTime(begin),
                TellFormerMinutes(begin), CLOCK, suggest,
            ),
            self.preparing,
        )  # fmt: skip

    def arrive(self, place: RecordsPlace | None = None) -> Bench:
        self.presenter.arrive(place or RecordsPlace())
        return self

    def type(self, text: str) -> Bench:
        self.presenter.writing.typed(text)
        self.presenter.writing.settled()
        return self

    def kept(self) -> Memo | None:
        with self.store.unit_of_work() as work:
            return work.memos.of_visit(KEY, "V-1")


def held_bench() -> tuple[Bench, HeldJobs]:
    """A memo that is open and blank, and answers that the test lets come."""
    jobs = HeldJobs()
    bench = Bench(jobs).arrive()
    jobs.go_on()
    return bench, jobs
