"""From a memo to a record: kept as typed, confirmed, amended, registered, exported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.delivery import MemoryDelivery
from tests.fakes.records import KEY, OTHER, SOURCE, a_client, a_draft, a_visit, an_interaction
from tests.fakes.store import MemoryStore

from bankrm.adapters.system.clock import FixedDay
from bankrm.application.changes import Area
from bankrm.application.confirm_record import ConfirmRecord, RecordEmpty, RecordWarned
from bankrm.application.hand_out import ForbiddenByPolicy
from bankrm.application.keep_memo import KeepMemo
from bankrm.application.open_memo import MemoDesk, OpenMemo
from bankrm.application.ports.exporting import ExportRefused
from bankrm.application.ports.record_layouts import Entry, RecordUnencodable
from bankrm.application.practice_time import (
    PreparationTime,
    ShowPreparationTime,
    TellFormerMinutes,
    note_confirmed,
    note_opened,
)
from bankrm.application.propose_record import propose
from bankrm.application.queries.promises import ListPromises
from bankrm.application.queries.recording import ListRecordings
from bankrm.application.record_own_view import RecordOwnView
from bankrm.application.refresh_promises import RefreshPromises
from bankrm.application.register_record import CopyRecord, ExportRecords, NotConfirmed, RegisterRecord
from bankrm.domain.audit import Act
from bankrm.domain.clients import ClientKey, Contact
from bankrm.domain.errors import NotFound
from bankrm.domain.ids import MemoId
from bankrm.domain.interactions import OWN_VIEW, Interaction
from bankrm.domain.memos import Answer, AnswerState, Decision, Memo, MemoConflict, MemoState, RecordField
from bankrm.domain.open_points import open_line
from bankrm.domain.practice import UNSAID
from bankrm.domain.progress import CancelToken
from bankrm.domain.visits import BusinessCalendar

DAY = date(2026, 11, 24)
CLOCK = FixedDay(DAY)
TALK = "社長「来春までに入れ替えたい」\n→見積は12/4まで当方"


class PlainLayout:
    """The fields of the form that a test looks at."""

    name = "plain"

    def lines(self, entry: Entry) -> Sequence[tuple[str, str]]:
        return [("番号", entry.record.ref), ("発言", entry.record.client_words)]

    def table(self, entries: Sequence[Entry]) -> bytes:
        if any("〜" in entry.record.client_words for entry in entries):
            raise RecordUnencodable(record=entries[0].record.ref, field="発言", character="〜")
        return "\n".join(entry.record.ref for entry in entries).encode()


@pytest.fixture(name="store")
def _store() -> MemoryStore:
    store = MemoryStore()
    with store.unit_of_work() as work:
        for record in (a_client(), a_client(OTHER, "別会社"), Contact(KEY, "藤波 薫", "社長", decides=True), a_visit()):
            work.records.put(record, SOURCE)
        work.records.put(an_interaction(), SOURCE)
        work.commit()
    return store


def opened(store: MemoryStore) -> MemoDesk:
    return OpenMemo(store.unit_of_work, CLOCK).of_visit(KEY, "V-1")


def typed(store: MemoryStore, text: str = TALK, **changes: Any) -> MemoDesk:
    desk = opened(store)
    return replace(desk, memo=replace(desk.memo, text=text, **changes))


def confirm(store: MemoryStore) -> ConfirmRecord:
    return ConfirmRecord(store.unit_of_work, CLOCK)


def copy(store: MemoryStore, *, allowed: bool = True) -> CopyRecord:
    return CopyRecord(store.unit_of_work, PlainLayout(), CLOCK, allowed=allowed)


def export(store: MemoryStore, delivery: MemoryDelivery) -> ExportRecords:
    return ExportRecords(store.unit_of_work, PlainLayout(), delivery, CLOCK)


def memo_of(store: MemoryStore, memo: MemoId) -> Memo:
    with store.unit_of_work() as work:
        found = work.memos.get(memo)
    assert found is not None
    return found


def records_of(store: MemoryStore) -> dict[str, Interaction]:
    with store.unit_of_work() as work:
        dossier = work.records.dossier(KEY)
    assert dossier is not None
    return {record.ref: record for record in dossier.interactions}


def acts(store: MemoryStore) -> list[Act]:
    with store.unit_of_work() as work:
        return [entry.act for entry in work.audit.entries()]


def test_opening_a_visit_knows_whom_where_and_what_for_and_keeps_nothing(store: MemoryStore) -> None:
    desk = opened(store)
    assert (desk.meeting.people, desk.meeting.place, desk.meeting.purpose) == (("藤波社長",), "本社", "設備更新")
    assert desk.meeting.bank_people == ("大野",)
    with store.unit_of_work() as work:
        assert work.memos.of_visit(KEY, "V-1") is None


@pytest.mark.parametrize(("client", "visit"), [(KEY, "V-9"), (ClientKey("099", "0000001"), "V-1")])
def test_a_visit_or_client_that_nobody_knows_is_not_found(store: MemoryStore, client: ClientKey, visit: str) -> None:
    with pytest.raises(NotFound):
        OpenMemo(store.unit_of_work, CLOCK).of_visit(client, visit)


def test_what_was_typed_stands_when_the_visit_is_opened_again(store: MemoryStore) -> None:
    desk = typed(store, edits={RecordField.PURPOSE: "設備"})
    changes = KeepMemo(store.unit_of_work)(desk.memo, None)
    assert changes.concern(Area.MEMOS, client=KEY)
    assert opened(store).memo == desk.memo


def test_typing_on_changes_no_list_and_a_blank_memo_is_not_kept(store: MemoryStore) -> None:
    keep = KeepMemo(store.unit_of_work)
    assert not keep(opened(store).memo, None).areas
    desk = typed(store)
    keep(desk.memo, None)
    assert not keep(replace(desk.memo, text=f"{TALK}\n部長"), desk.memo).areas


def test_a_stale_window_writes_over_nothing_that_another_kept(store: MemoryStore) -> None:
    keep, stale = KeepMemo(store.unit_of_work), typed(store)
    keep(stale.memo, None)
    newer = replace(stale.memo, text="社長「秋でよい」")
    keep(newer, stale.memo)
    with pytest.raises(MemoConflict):
        keep(replace(stale.memo, text="別"), stale.memo)
    with pytest.raises(MemoConflict):
        keep.discard(stale.memo.id, stale.memo)
    with pytest.raises(MemoConflict):
        confirm(store)(replace(stale, kept=stale.memo))
    assert memo_of(store, newer.id) == newer


def test_a_memo_in_which_nothing_was_typed_neither_writes_over_another_nor_is_kept_beside_it(
    store: MemoryStore,
) -> None:
    keep, blank = KeepMemo(store.unit_of_work), opened(store).memo
    keep(replace(blank, text=TALK), blank)
    assert not keep(blank, blank).areas
    assert not keep.beside(blank).areas
    with store.unit_of_work() as work:
        assert [memo.text for memo in work.memos.in_states(tuple(MemoState))] == [TALK]


def test_what_was_typed_in_a_stale_window_stays_as_a_talk_of_its_own(store: MemoryStore) -> None:
    desk = typed(store)
    KeepMemo(store.unit_of_work)(desk.memo, None)
    KeepMemo(store.unit_of_work).beside(replace(desk.memo, text="別"))
    assert [(row.visit, row.state) for row in ListRecordings(store.unit_of_work, CLOCK)()] == [
        ("V-1", MemoState.OPEN),
        (None, MemoState.OPEN),
    ]


def test_a_visit_that_was_opened_twice_before_anything_was_kept_has_one_memo(store: MemoryStore) -> None:
    first, second = typed(store), typed(store, "社長「秋でよい」")
    KeepMemo(store.unit_of_work)(first.memo, None)
    with pytest.raises(MemoConflict):
        KeepMemo(store.unit_of_work)(second.memo, None)
    with pytest.raises(MemoConflict):
        confirm(store)(second)


def test_a_discarded_memo_comes_back_by_keeping_it_again(store: MemoryStore) -> None:
    keep, desk = KeepMemo(store.unit_of_work), typed(store)
    keep(desk.memo, None)
    keep.discard(desk.memo.id, desk.memo)
    assert opened(store).memo.text == ""
    keep(desk.memo, None)
    assert opened(store).memo.text == TALK


def test_a_confirmed_record_is_seen_as_an_imported_one_is(store: MemoryStore) -> None:
    done = confirm(store)(typed(store))
    record = records_of(store)[done.memo.ref]
    assert [(u.speaker, u.text, u.quoted) for u in record.utterances] == [("藤波社長", "来春までに入れ替えたい", True)]
    assert [promise.thing for promise in record.promises] == ["見積"]
    assert (record.on, record.place) == (DAY, "本社")
    assert done.changes.concern(Area.RECORDS, client=KEY)
    assert done.changes.concern(Area.PROMISES)
    assert acts(store)[-1] is Act.RECORDED


def test_the_memo_is_kept_unaltered_as_the_origin_of_its_record(store: MemoryStore) -> None:
    confirm(store)(typed(store))
    assert TALK.encode() in store.data.originals.values()


def test_confirming_twice_is_once(store: MemoryStore) -> None:
    desk = typed(store)
    first, second = confirm(store)(desk), confirm(store)(desk)
    assert (first.memo, first.record.client_words) == (second.memo, second.record.client_words)
    assert acts(store).count(Act.RECORDED) == 1


def test_a_late_keystroke_changes_no_confirmed_memo(store: MemoryStore) -> None:
    done = confirm(store)(typed(store))
    with pytest.raises(MemoConflict):
        KeepMemo(store.unit_of_work)(replace(done.memo, text="別", state=MemoState.OPEN), done.memo)
    assert memo_of(store, done.memo.id) == done.memo


def test_confirming_other_words_than_those_that_were_confirmed_is_a_conflict(store: MemoryStore) -> None:
    desk = typed(store)
    done = confirm(store)(desk)
    with pytest.raises(MemoConflict):
        confirm(store)(replace(desk, memo=replace(desk.memo, text="社長「秋でよい」")))
    assert records_of(store)[done.memo.ref].client_words == "藤波社長「来春までに入れ替えたい」"


def test_an_empty_memo_makes_no_record(store: MemoryStore) -> None:
    with pytest.raises(RecordEmpty):
        confirm(store)(typed(store, "来店"))


def test_sensitive_words_are_not_recorded_before_a_person_answers_for_them(store: MemoryStore) -> None:
    desk = typed(store, "社長「先月から通院している」")
    with pytest.raises(RecordWarned) as refused:
        confirm(store)(desk)
    assert refused.value.details == {"count": 1, "kinds": ["sensitive"]}
    assert set(records_of(store)) == {"R-1"}
    accepted = replace(desk.memo, accepted={desk.memo.text: "業務引継ぎに必要"})
    assert confirm(store)(replace(desk, memo=accepted)).memo.state is MemoState.CONFIRMED


def test_an_amended_record_is_a_new_version_under_the_same_number(store: MemoryStore) -> None:
    done = confirm(store)(typed(store))
    amended = confirm(store).amend(done.memo.id)
    assert records_of(store)[done.memo.ref].client_words
    desk = OpenMemo(store.unit_of_work, CLOCK).known(amended.id)
    again = confirm(store)(replace(desk, memo=replace(amended, text="社長「秋でよい」")))
    assert again.memo.ref == done.memo.ref
    assert records_of(store)[done.memo.ref].client_words == "藤波社長「秋でよい」"
    assert len(store.data.originals) == 2


def test_an_unanswered_question_stands_in_the_record_and_is_asked_again_without_a_brief(store: MemoryStore) -> None:
    question = Answer("更新の時期はいつごろでしょうか", "藤波社長", AnswerState.NOT_ASKED)
    done = confirm(store)(typed(store, answers=(question,)))
    assert records_of(store)[done.memo.ref].open_points == open_line(question)
    later = OpenMemo(store.unit_of_work, FixedDay(date(2026, 12, 1))).without_visit(KEY)
    assert later.memo.answers == (
        replace(question, state=AnswerState.OPEN),
    )  # nobody has said anything of it this time


def test_a_call_without_a_visit_is_a_record_too(store: MemoryStore) -> None:
    desk = OpenMemo(store.unit_of_work, CLOCK).without_visit(OTHER)
    done = confirm(store)(replace(desk, memo=replace(desk.memo, text="TEL 社長 急ぎで会いたいとのこと")))
    assert (done.record.client, done.record.method, done.record.client_words) == (
        OTHER,
        "電話",
        "社長：急ぎで会いたいとのこと。",
    )


def test_a_copied_record_is_registered_only_when_the_person_says_so(store: MemoryStore) -> None:
    done, register = confirm(store)(typed(store)), RegisterRecord(store.unit_of_work, CLOCK)
    copied = copy(store)(done.memo.id)
    assert copied.text == f"【番号】{done.memo.ref}\r\n【発言】藤波社長「来春までに入れ替えたい」"
    kept = memo_of(store, done.memo.id)
    assert (kept.state, kept.copied is not None) == (MemoState.CONFIRMED, True)
    assert [row.copied for row in ListRecordings(store.unit_of_work, CLOCK)()] == [True]
    changes = register(done.memo.id)
    assert memo_of(store, done.memo.id).state is MemoState.REGISTERED
    register.take_back(done.memo.id)
    assert memo_of(store, done.memo.id).state is MemoState.CONFIRMED
    assert acts(store)[-3:] == [Act.COPIED, Act.REGISTERED, Act.UNREGISTERED]
    assert changes.areas == {Area.MEMOS}  # nothing was recorded anew, so nothing is prepared anew


def test_an_amended_record_is_to_be_copied_again(store: MemoryStore) -> None:
    done = confirm(store)(typed(store))
    copy(store)(done.memo.id)
    desk = OpenMemo(store.unit_of_work, CLOCK).known(confirm(store).amend(done.memo.id).id)
    assert confirm(store)(replace(desk, memo=replace(desk.memo, text="社長「秋でよい」"))).memo.copied is None


def test_nothing_is_copied_where_the_policy_forbids_it_or_the_record_is_not_confirmed(store: MemoryStore) -> None:
    desk = typed(store)
    KeepMemo(store.unit_of_work)(desk.memo, None)
    with pytest.raises(NotConfirmed):
        copy(store)(desk.memo.id)
    with pytest.raises(NotConfirmed):
        RegisterRecord(store.unit_of_work, CLOCK)(desk.memo.id)
    with pytest.raises(ForbiddenByPolicy):
        copy(store, allowed=False)(desk.memo.id)


def test_no_file_leaves_where_the_policy_forbids_it(store: MemoryStore) -> None:
    confirm(store)(typed(store))
    with pytest.raises(ForbiddenByPolicy):
        ExportRecords(store.unit_of_work, PlainLayout(), MemoryDelivery(), CLOCK, allowed=False)(DAY, Path("a.csv"))


def test_each_confirmed_record_leaves_in_one_file_once(store: MemoryStore) -> None:
    done, delivery = confirm(store)(typed(store)), MemoryDelivery()
    first = export(store, delivery)(date(2026, 11, 1), Path("a.csv"))
    assert (first.count, delivery.files) == (1, {Path("a.csv"): done.memo.ref.encode()})
    assert memo_of(store, done.memo.id).state is MemoState.REGISTERED
    assert export(store, delivery)(date(2026, 11, 1), Path("b.csv")).path is None


def test_records_of_earlier_talks_stay(store: MemoryStore) -> None:
    confirm(store)(typed(store))
    assert export(store, MemoryDelivery())(date(2026, 11, 25), Path("a.csv")).count == 0


def test_an_amended_record_leaves_again(store: MemoryStore) -> None:
    done, delivery = confirm(store)(typed(store)), MemoryDelivery()
    export(store, delivery)(DAY, Path("a.csv"))
    desk = OpenMemo(store.unit_of_work, CLOCK).known(confirm(store).amend(done.memo.id).id)
    confirm(store)(replace(desk, memo=replace(desk.memo, text="社長「秋でよい」")))
    assert export(store, delivery)(DAY, Path("b.csv")).count == 1


def test_a_character_that_cannot_leave_registers_nothing(store: MemoryStore) -> None:
    done, delivery = confirm(store)(typed(store, "社長「春〜夏」")), MemoryDelivery()
    with pytest.raises(RecordUnencodable):
        export(store, delivery)(DAY, Path("a.csv"))
    assert memo_of(store, done.memo.id).state is MemoState.CONFIRMED
    assert not delivery.files


@pytest.mark.parametrize("refused_at", ["full", "taken"])
def test_a_file_that_cannot_be_written_registers_nothing(store: MemoryStore, refused_at: str) -> None:
    done = confirm(store)(typed(store))
    with pytest.raises(ExportRefused):
        export(store, MemoryDelivery(**{refused_at: True}))(DAY, Path("a.csv"))
    assert Act.REGISTERED not in acts(store)
    assert memo_of(store, done.memo.id).state is MemoState.CONFIRMED


def test_own_knowledge_becomes_a_dated_record_of_nobody_at_the_client(store: MemoryStore) -> None:
    done = RecordOwnView(store.unit_of_work, "大野")(KEY, "杜氏は来年で引退の意向と聞く。", DAY)
    kept = records_of(store)[done.record.ref]
    assert (kept.method, kept.attendees, [u.speaker for u in kept.utterances]) == (OWN_VIEW, (), [""])
    assert done.changes.concern(Area.RECORDS, client=KEY)
    assert acts(store)[-1] is Act.RECORDED


@pytest.mark.parametrize(("words", "refused"), [(" ", RecordEmpty), ("社長は通院中", RecordWarned)])
def test_own_knowledge_that_says_nothing_or_something_sensitive_is_no_record(
    store: MemoryStore, words: str, refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        RecordOwnView(store.unit_of_work, "大野")(KEY, words, DAY)


def test_visits_without_a_record_and_memos_are_listed_with_their_state(store: MemoryStore) -> None:
    rows = ListRecordings(store.unit_of_work, CLOCK)
    assert [(row.visit, row.state) for row in rows()] == [("V-1", None)]
    desk = typed(store)
    KeepMemo(store.unit_of_work)(desk.memo, None)
    assert [(row.visit, row.memo, row.state) for row in rows()] == [("V-1", desk.memo.id, MemoState.OPEN)]
    confirm(store)(desk)
    assert [row.is_open for row in rows()] == [False]


def test_a_visit_whose_record_was_imported_waits_no_more(store: MemoryStore) -> None:
    with store.unit_of_work() as work:
        work.records.put(an_interaction("R-2", DAY), SOURCE)
        work.commit()
    assert not ListRecordings(store.unit_of_work, CLOCK)()


def test_own_knowledge_of_that_day_leaves_the_visit_waiting(store: MemoryStore) -> None:
    RecordOwnView(store.unit_of_work, "大野")(KEY, "社長は釣りが好き。", DAY)
    assert [row.visit for row in ListRecordings(store.unit_of_work, CLOCK)()] == ["V-1"]


def test_an_open_memo_is_listed_however_old_it_is(store: MemoryStore) -> None:
    KeepMemo(store.unit_of_work)(typed(store).memo, None)
    assert [row.on for row in ListRecordings(store.unit_of_work, FixedDay(date(2027, 3, 1)))()] == [DAY]


def test_the_first_opening_and_confirmation_of_a_set_are_its_time(store: MemoryStore) -> None:
    at, draft = datetime(2026, 11, 20, 0, 0, tzinfo=UTC), a_draft("V-1")
    with store.unit_of_work() as work:
        note_opened(work, a_draft(None), at)
        note_opened(work, draft, at)
        note_opened(work, draft, at + timedelta(hours=1))
        for minutes in (12, 90):
            note_confirmed(work, draft, at + timedelta(minutes=minutes))
        work.commit()
    TellFormerMinutes(store.unit_of_work)(45)
    assert ShowPreparationTime(store.unit_of_work)() == PreparationTime(before_min=45, after_min=12, sets=1)


def test_a_set_that_lay_open_for_hours_is_not_measured(store: MemoryStore) -> None:
    at, draft = datetime(2026, 11, 20, 0, 0, tzinfo=UTC), a_draft("V-1")
    with store.unit_of_work() as work:
        note_opened(work, draft, at)
        note_confirmed(work, draft, at + timedelta(hours=9))
        work.commit()
    assert ShowPreparationTime(store.unit_of_work)() == PreparationTime(before_min=None, after_min=None, sets=0)


@pytest.mark.parametrize("minutes", [-5, 481])
def test_minutes_that_nobody_means_are_refused(store: MemoryStore, minutes: int) -> None:
    with pytest.raises(ValueError, match=str(minutes)):
        TellFormerMinutes(store.unit_of_work)(minutes)


def test_who_would_rather_not_say_is_not_asked_again(store: MemoryStore) -> None:
    TellFormerMinutes(store.unit_of_work)(UNSAID)
    assert ShowPreparationTime(store.unit_of_work)().before_min == UNSAID


def test_a_new_day_that_a_person_said_moves_the_promise_that_is_owed_instead_of_making_a_second(
    store: MemoryStore,
) -> None:
    refresh = RefreshPromises(store.unit_of_work, CLOCK)
    refresh(CancelToken())
    text = "→返済計画は12/4まで当方"
    desk = typed(store, text, decisions={f"{RecordField.PROMISES}:{text[1:]}": Decision(moves="返済計画")})
    assert [one.thing for one in desk.meeting.owed] == ["返済計画"]
    done = confirm(store)(desk)
    assert done.record.promises_text == "【当行】返済計画の期限を12月4日に改める。"
    refresh.of((KEY,))
    rows = ListPromises(store.unit_of_work, BusinessCalendar(()), CLOCK)(everything=True).rows
    assert [(row.promise.thing, row.promise.due, row.promise.record) for row in rows] == [
        ("返済計画", date(2026, 12, 4), "R-1")
    ]


def test_how_an_unplanned_talk_was_held_is_left_to_be_said(store: MemoryStore) -> None:
    desk = OpenMemo(store.unit_of_work, CLOCK).without_visit(OTHER)
    memo = replace(desk.memo, text="社長 急ぎで会いたいとのこと")
    assert propose(memo, desk.meeting).fields[RecordField.METHOD] == ""
