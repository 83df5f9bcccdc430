"""From a memo to a record: kept as typed, confirmed, amended, listed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.fakes.records import KEY, OTHER, SOURCE, an_interaction
from tests.fakes.store import MemoryStore
from tests.unit.application.recording import (
    CLOCK,
    DAY,
    TALK,
    a_store,
    acts,
    confirm,
    memo_of,
    opened,
    records_of,
    typed,
)

from bankrm.adapters.system.clock import FixedDay
from bankrm.application.changes import Area
from bankrm.application.confirm_record import RecordEmpty, RecordWarned
from bankrm.application.keep_memo import KeepMemo
from bankrm.application.open_memo import OpenMemo
from bankrm.application.propose_record import propose
from bankrm.application.queries.promises import ListPromises
from bankrm.application.queries.recording import ListRecordings
from bankrm.application.refresh_promises import RefreshPromises
from bankrm.domain.audit import Act
from bankrm.domain.clients import ClientKey
from bankrm.domain.errors import NotFound
from bankrm.domain.memos import Answer, AnswerState, Decision, MemoConflict, MemoState, RecordField
from bankrm.domain.open_points import open_line
from bankrm.domain.progress import CancelToken
from bankrm.domain.visits import BusinessCalendar


@pytest.fixture(name="store")
def _store() -> MemoryStore:
    return a_store()


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


def test_an_open_memo_is_listed_however_old_it_is(store: MemoryStore) -> None:
    KeepMemo(store.unit_of_work)(typed(store).memo, None)
    assert [row.on for row in ListRecordings(store.unit_of_work, FixedDay(date(2027, 3, 1)))()] == [DAY]


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
