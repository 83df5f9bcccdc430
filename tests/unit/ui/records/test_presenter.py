"""The page 記録 decides without Qt: what is typed is kept, what is proposed follows it, what was decided can be taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from tests.fakes.jobs import HeldJobs, ImmediateJobs
from tests.fakes.preparing import QuietPreparing
from tests.fakes.records import KEY, OTHER, SOURCE, a_client, a_visit, an_interaction
from tests.fakes.store import MemoryStore

from bankrm.adapters.system.clock import FixedDay
from bankrm.application.changes import Area, Changes
from bankrm.application.confirm_record import ConfirmRecord, RecordWarned
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
from bankrm.domain.interactions import Party
from bankrm.domain.memos import Answer, AnswerState, Decision, Memo, MemoConflict, MemoState, RecordField
from bankrm.domain.open_points import open_line
from bankrm.domain.progress import CancelToken
from bankrm.drafting.recording.proposals import Caution, Doubt, Meeting
from bankrm.ui.jobs import Lane
from bankrm.ui.pages.records.asking import Asked, Say
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
                ListRecordings(begin, CLOCK), ListClients(begin), OpenMemo(begin, CLOCK), KeepMemo(begin),
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


@pytest.fixture(name="bench")
def _bench() -> Bench:
    return Bench().arrive()


def state_of(bench: Bench) -> MemoState | None:
    return bench.view.memo.state if bench.view.memo else None


def test_the_first_talk_without_a_record_is_open_when_one_comes(bench: Bench) -> None:
    assert bench.view.desk
    assert (bench.view.desk.client.key, bench.view.chosen) == (KEY, 0)
    assert [client.key for client in bench.view.clients] == [KEY, OTHER]
    assert bench.view.asks_minutes


def test_what_is_typed_is_proposed_and_kept(bench: Bench) -> None:
    bench.type(TALK)
    assert bench.view.fields[F.CLIENT_WORDS] == "藤波社長「来春までに入れ替えたい」"
    assert bench.view.fields[F.PROMISES] == "【当行】見積は12/4まで。"
    assert bench.view.saved
    kept = bench.kept()
    assert kept
    assert kept.text == TALK
    assert [row.state for row in bench.view.rows] == [None]  # the list is read again by the changes
    assert bench.jobs.changes[-1].concern(Area.MEMOS)


def test_a_warning_is_shown_before_anything_is_kept(bench: Bench) -> None:
    bench.view.order.clear()
    bench.type("社長は先月から通院している")
    assert bench.view.order == ["not saved", "warned", "saved"]


def test_an_answer_to_older_typing_is_not_shown() -> None:
    jobs = HeldJobs()
    bench = Bench(jobs)
    bench.arrive()
    for _ in range(4):
        jobs.go()
    bench.presenter.writing.typed("社長「急がない」")
    bench.presenter.writing.settled()
    bench.presenter.writing.typed("社長「急ぐ」")
    jobs.go()
    assert bench.view.fields[F.CLIENT_WORDS] == ""
    bench.presenter.writing.settled()
    jobs.go()
    assert bench.view.fields[F.CLIENT_WORDS] == "藤波社長「急ぐ」"


def test_leaving_keeps_what_no_job_has_kept_yet() -> None:
    jobs = HeldJobs()
    bench = Bench(jobs)
    bench.arrive()
    for _ in range(4):
        jobs.go()
    bench.presenter.writing.typed("社長「急が")
    bench.presenter.leave()
    kept = bench.kept()
    assert kept
    assert kept.text == "社長「急が"


def _held() -> tuple[Bench, HeldJobs]:
    """A memo that is open and blank, and answers that the test lets come."""
    jobs = HeldJobs()
    bench = Bench(jobs).arrive()
    jobs.go_on()
    return bench, jobs


def test_what_is_typed_while_a_blank_memo_is_read_again_stays() -> None:
    bench, jobs = _held()
    bench.presenter.changed(Changes.of(Area.DRAFTS, clients=frozenset({KEY})))
    bench.presenter.writing.typed("社長「急ぐ」")
    bench.view.text = "社長「急ぐ」"
    jobs.go_on()
    bench.presenter.leave()
    kept = bench.kept()
    assert kept
    assert (bench.view.text, kept.text) == ("社長「急ぐ」", "社長「急ぐ」")


def test_reading_a_blank_memo_again_opens_no_other_talk_than_was_chosen() -> None:
    bench, jobs = _held()
    bench.presenter.begin(OTHER)
    bench.presenter.changed(Changes.of(Area.DRAFTS, clients=frozenset({KEY})))
    jobs.go_on()
    assert bench.view.desk
    assert bench.view.desk.client.key == OTHER


def test_what_is_typed_before_the_chosen_talk_comes_is_kept() -> None:
    bench, jobs = _held()
    bench.presenter.begin(OTHER)
    bench.presenter.writing.typed("社長「急ぐ」")
    jobs.go_on()
    kept = bench.kept()
    assert kept
    assert kept.text == "社長「急ぐ」"
    assert bench.view.desk
    assert bench.view.desk.client.key == OTHER
    assert bench.view.saved is None  # which is said of the memo that is open


def test_choosing_the_open_talk_again_overwrites_nothing_typed_meanwhile() -> None:
    bench, jobs = _held()
    bench.presenter.choose(0)
    bench.presenter.writing.typed("社長「急ぐ」")
    bench.view.text = "社長「急ぐ」"
    jobs.go_on()
    assert bench.view.text == "社長「急ぐ」"


def test_a_memo_that_was_erased_is_kept_erased(bench: Bench) -> None:
    bench.type(TALK).type("")
    kept = bench.kept()
    assert kept
    assert kept.text == ""
    assert bench.view.saved is None  # the example is shown again


def test_a_memo_in_which_nothing_was_written_is_not_kept(bench: Bench) -> None:
    bench.type("")
    assert bench.kept() is None


def test_a_field_that_a_person_wrote_stands_until_it_is_restored(bench: Bench) -> None:
    bench.type(TALK)
    bench.presenter.writing.write_field(F.PURPOSE, "挨拶")
    bench.presenter.writing.write_field(F.PURPOSE, "挨拶回り")
    assert (bench.view.fields[F.PURPOSE], bench.view.edited) == ("挨拶回り", frozenset({F.PURPOSE}))
    bench.presenter.writing.restore_field(F.PURPOSE)
    assert (bench.view.fields[F.PURPOSE], bench.view.edited) == ("設備更新", frozenset())


def test_undo_takes_back_one_decision_and_strokes_in_one_field_are_one(bench: Bench) -> None:
    bench.type(TALK)
    for text in ("挨", "挨拶"):
        bench.presenter.writing.write_field(F.PURPOSE, text)
    assert bench.view.can_undo
    bench.presenter.writing.undo()
    assert (bench.view.fields[F.PURPOSE], bench.view.can_undo) == ("設備更新", False)


def test_a_piece_in_doubt_is_asked_about_until_it_is_decided(bench: Bench) -> None:
    bench.type("→見積を届ける")
    (asked,) = bench.view.asked
    assert asked.doubt in (Doubt.OWNER, Doubt.DUE)
    theirs = next(choice for choice in asked.choices if choice.say is Say.CLIENT)
    bench.presenter.writing.decide(asked.key, theirs.decision)
    assert bench.view.asked == ()
    assert bench.view.fields[F.PROMISES] == "【先方】見積を届ける。"
    bench.presenter.writing.undo()
    assert len(bench.view.asked) == 1


def test_looking_at_a_field_marks_the_words_that_it_comes_from(bench: Bench) -> None:
    bench.type(TALK)
    bench.presenter.writing.look_at(F.CLIENT_WORDS)
    assert [TALK[slice(*span)] for span in bench.view.marked] == ["来春までに入れ替えたい"]


def test_words_answer_a_question_and_without_them_it_stays_open(bench: Bench) -> None:
    assert [answer.state for answer in bench.view.answers] == [AnswerState.OPEN]
    bench.presenter.writing.answer(0, "来期の後半")
    assert bench.view.answers[0].state is AnswerState.ANSWERED
    assert bench.view.fields[F.CLIENT_WORDS] == "藤波社長：来期の後半。"
    bench.presenter.writing.set_answer(0, AnswerState.NO_ANSWER)
    assert bench.view.answers[0].words == ""
    assert "回答なし" in bench.view.fields[F.OPEN_POINTS]


def test_what_the_memo_answers_is_offered_until_somebody_says(bench: Bench) -> None:
    bench.type("更新は来期でいいとのこと")
    assert bench.view.found == {0: "更新は来期でいいとのこと"}
    bench.presenter.writing.set_answer(0, AnswerState.ANSWERED)
    assert bench.view.found == {}
    assert bench.view.fields[F.EXPLANATION].startswith("更新の時期について伺った。")


def test_the_promises_that_confirming_would_settle_are_told_before(bench: Bench) -> None:
    owed = replace(
        an_interaction("R-2", date(2026, 11, 4)), promises_text="【当行】補助金の比較表を11/20までにお渡し。"
    )
    with bench.store.unit_of_work() as work:
        work.records.put(owed, SOURCE)
        work.commit()
    bench.type("社長「急がない」")
    assert not bench.view.settled
    bench.type("補助金の比較表をお渡し。社長「急がない」")
    assert [(one.owner, one.thing) for one in bench.view.settled] == [(Party.BANK, "補助金の比較表")]
    bench.presenter.confirm()
    assert not bench.view.settled


def test_sensitive_words_can_be_taken_out_of_the_memo(bench: Bench) -> None:
    bench.type("社長「急がない」\n先月から通院している。")
    (warning,) = bench.view.warnings
    bench.presenter.writing.take_out(warning)
    assert bench.view.text == "社長「急がない」\n"
    assert bench.view.warnings == ()
    bench.presenter.writing.undo()
    assert "通院" in bench.view.text


def test_sensitive_words_stay_only_with_a_reason(bench: Bench) -> None:
    bench.type("先月から通院している。")
    (warning,) = bench.view.warnings
    bench.presenter.confirm()
    assert [type(error) for error in bench.jobs.refused] == [RecordWarned]
    bench.presenter.writing.accept(warning, "  ")
    assert bench.view.warnings
    bench.presenter.writing.accept(warning, "面談の時間帯に関わる")
    assert bench.view.warnings == ()


def test_confirming_makes_a_record_that_can_be_amended(bench: Bench) -> None:
    bench.type(TALK)
    bench.presenter.confirm()
    assert bench.view.memo
    assert (bench.view.memo.state, bench.view.told) == (MemoState.CONFIRMED, ["confirmed"])
    assert [row.state for row in bench.view.rows] == [MemoState.CONFIRMED]
    bench.type("別")
    assert bench.view.memo.text == TALK  # nobody writes into a confirmed memo
    bench.presenter.amend()
    assert bench.view.memo.state is MemoState.OPEN


def test_a_copied_record_is_registered_when_the_person_says_so_until_that_is_taken_back(bench: Bench) -> None:
    bench.type(TALK)
    bench.presenter.copy()
    assert not bench.view.clipboard
    bench.presenter.confirm()
    bench.presenter.copy()
    assert bench.view.clipboard.startswith("【番号】BR-20261124-")
    assert (state_of(bench), bench.view.told[-1]) == (MemoState.CONFIRMED, "copied")
    assert [row.copied for row in bench.view.rows] == [True]
    bench.presenter.register()
    assert state_of(bench) is MemoState.REGISTERED
    bench.presenter.take_registration_back()
    assert state_of(bench) is MemoState.CONFIRMED


def test_what_a_notice_tells_is_taken_back_of_its_own_record_whatever_is_open_by_now(bench: Bench) -> None:
    bench.type(TALK)
    bench.presenter.confirm()
    confirmed = bench.view.memo
    assert confirmed
    bench.presenter.begin(OTHER)
    bench.presenter.take_confirmation_back()
    assert bench.view.memo
    assert bench.view.memo.client == OTHER
    kept = bench.kept()
    assert kept
    assert (kept.id, kept.state) == (confirmed.id, MemoState.OPEN)


def test_what_another_window_wrote_stands_and_what_is_typed_here_becomes_a_talk_of_its_own(bench: Bench) -> None:
    bench.type(TALK)
    kept = bench.kept()
    assert kept
    newer = replace(kept, text="社長「秋でよい」")
    KeepMemo(bench.store.unit_of_work)(newer, kept)
    bench.type(f"{TALK}\n別")
    assert [type(error) for error in bench.jobs.refused] == [MemoConflict]
    assert bench.view.memo is None or bench.view.text != newer.text
    bench.presenter.begin(OTHER)
    bench.presenter.changed(Changes.of(Area.MEMOS))
    assert bench.kept() == newer
    assert [(row.visit, row.state) for row in bench.view.rows] == [("V-1", MemoState.OPEN), (None, MemoState.OPEN)]


def test_a_discarded_memo_comes_back(bench: Bench) -> None:
    bench.type(TALK)
    bench.presenter.discard()
    assert (bench.view.desk, bench.kept()) == (None, None)
    bench.presenter.take_discarded_back()
    assert bench.view.text == TALK
    assert bench.kept()


def test_a_talk_that_nobody_planned_is_begun_with_its_client(bench: Bench) -> None:
    bench.presenter.begin(OTHER)
    bench.type("TEL 社長 急ぎで会いたいとのこと")
    bench.presenter.confirm()
    bench.presenter.changed(bench.jobs.changes[-1])
    assert {(row.client, row.visit) for row in bench.view.rows} == {(KEY, "V-1"), (OTHER, None)}
    assert bench.view.fields[F.METHOD] == "電話"


def test_one_can_come_to_a_visit_or_to_a_client() -> None:
    assert Bench().arrive(RecordsPlace(client=OTHER)).view.desk.client.key == OTHER  # type: ignore[union-attr]
    assert Bench().arrive(RecordsPlace(visit="V-1")).view.desk.visit.ref == "V-1"  # type: ignore[union-attr]


def test_what_was_typed_stays_when_another_talk_is_chosen_and_back(bench: Bench) -> None:
    bench.type(TALK)
    bench.presenter.begin(OTHER)
    bench.presenter.changed(Changes.of(Area.VISITS))
    bench.presenter.choose(0)
    assert bench.view.text == TALK


def test_minutes_are_asked_once(bench: Bench) -> None:
    bench.presenter.tell_minutes(45)
    assert not bench.view.asks_minutes
    bench.arrive()
    assert not bench.view.asks_minutes


def test_a_model_is_asked_about_loose_sentences_alone_and_in_its_own_lane() -> None:
    asked: list[str] = []

    def suggest(memo: Memo, _: Meeting, __: CancelToken) -> Memo:
        asked.append(memo.text)
        key = "client_words:売上は伸びている"
        return replace(memo, suggestions={key: Decision(RecordField.EXPLANATION)})

    bench = Bench(suggest=suggest).arrive()
    bench.type("社長「急がない」").presenter.writing.rested()
    assert asked == []
    bench.type("売上は伸びている").presenter.writing.rested()
    assert asked == ["売上は伸びている"]
    assert bench.jobs.lanes == [Lane.MODEL]
    assert bench.view.fields[F.EXPLANATION] == "売上は伸びている。"
    assert [one.by_model for one in bench.view.asked] == [True]
    bench.presenter.writing.rested()
    assert len(asked) == 1


def test_what_is_written_behind_the_window_makes_way_as_long_as_the_model_is_asked_about_a_memo() -> None:
    jobs = HeldJobs()
    bench = Bench(jobs, suggest=lambda memo, _meeting, _token: memo).arrive()
    jobs.go_on()
    bench.type("売上は伸びている")
    jobs.go_on()
    bench.presenter.writing.rested()
    assert bench.preparing.told == ["make way"]
    bench.presenter.writing.stop_asking()
    jobs.go_on()
    assert bench.preparing.told == ["make way", "go on"]
