"""Memos and the time of preparation in every store, the encrypted one and the fake alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.fakes.records import KEY, OTHER, TOKYO

from bankrm.adapters.store.store import Store
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.ids import MemoId
from bankrm.domain.interactions import Party
from bankrm.domain.memos import Answer, AnswerState, Decision, Memo, MemoConflict, MemoState, RecordField
from bankrm.domain.practice import SetTime

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def a_memo(name: str = "1", **changes: Any) -> Memo:
    return replace(Memo(MemoId(name), KEY, date(2026, 11, 24), AT, f"V-{name}", "社長「急がない」"), **changes)


def kept(begin: OpenUnitOfWork, *memos: Memo) -> None:
    with begin() as work:
        for memo in memos:
            work.memos.put(memo)
        work.commit()


def test_a_memo_comes_back_as_it_was_put_last(begin: OpenUnitOfWork) -> None:
    full = a_memo(
        edits={RecordField.PURPOSE: "設備"},
        decisions={
            "client_words:急がない": Decision(RecordField.PROMISES, "", Party.CLIENT),
            "x": Decision(dropped=True),
        },
        suggestions={"y": Decision(speaker="藤波社長")},
        answers=(Answer("いつでしょうか", "藤波社長", AnswerState.NO_ANSWER, "", apart=True),),
        accepted={"通院": "引継ぎに必要"},
        state=MemoState.REGISTERED,
        ref="BR-1",
        confirmed=AT,
        registered=datetime(2026, 11, 24, 18, tzinfo=TOKYO).astimezone(UTC),
    )
    kept(begin, a_memo(), full)
    with begin() as work:
        assert work.memos.get(full.id) == full
        assert work.memos.get(MemoId("9")) is None


def test_a_memo_is_found_by_its_visit_with_one_client(begin: OpenUnitOfWork) -> None:
    one, other = a_memo("1", ref="BR-1"), a_memo("2", client=OTHER, visit="V-1", ref="BR-1")
    kept(begin, one, other)
    with begin() as work:
        assert work.memos.of_visit(KEY, "V-1") == one
        assert work.memos.of_visit(KEY, "V-2") is None
        assert work.memos.of_visit(OTHER, "V-1") == other


def test_memos_are_listed_by_day_and_by_state(begin: OpenUnitOfWork) -> None:
    late, early = (
        a_memo("1", on=date(2026, 11, 25)),
        a_memo("2", on=date(2026, 11, 20), state=MemoState.CONFIRMED, ref="R"),
    )
    kept(begin, late, early)
    with begin() as work:
        assert work.memos.between(date(2026, 11, 20), date(2026, 11, 25)) == [early, late]
        assert work.memos.between(date(2026, 11, 21), date(2026, 11, 24)) == []
        assert work.memos.in_states({MemoState.OPEN}) == [late]


def test_a_visit_has_one_memo(begin: OpenUnitOfWork) -> None:
    kept(begin, a_memo("1"), a_memo("2", visit=None), a_memo("3", visit=None))
    with begin() as work, pytest.raises(MemoConflict):
        work.memos.put(a_memo("4", visit="V-1"))


def test_of_whom_and_when_a_memo_became_a_record_is_known(begin: OpenUnitOfWork) -> None:
    kept(begin, a_memo("1", ref="BR-1"), a_memo("2", client=OTHER))
    with begin() as work:
        assert work.memos.recorded_days() == {(KEY, date(2026, 11, 24))}


def test_reading_a_memo_waits_for_no_writer_and_claiming_one_does(store: Store) -> None:
    kept(store.unit_of_work, a_memo("1", state=MemoState.CONFIRMED, ref="BR-1"))
    with store.unit_of_work() as writer:
        claimed = writer.memos.claim(MemoId("1"))
        assert claimed
        with store.unit_of_work() as reader:
            assert reader.memos.get(MemoId("1")) == claimed
            assert reader.memos.in_states({MemoState.CONFIRMED}) == [claimed]
        writer.memos.put(replace(claimed, text="別"))
        writer.commit()
    with store.unit_of_work() as work:
        assert [memo.text for memo in work.memos.claim_confirmed()] == ["別"]


def test_only_a_memo_without_a_record_can_be_let_go_of(begin: OpenUnitOfWork) -> None:
    kept(begin, a_memo("1"), a_memo("2", ref="BR-2"))
    with begin() as work:
        for name in "12":
            work.memos.remove(MemoId(name))
        work.commit()
    with begin() as work:
        assert work.memos.get(MemoId("1")) is None
        assert work.memos.get(MemoId("2")) is not None


def test_leaving_without_commit_keeps_no_memo(begin: OpenUnitOfWork) -> None:
    with begin() as work:
        work.memos.put(a_memo())
    with begin() as work:
        assert work.memos.get(MemoId("1")) is None


def test_the_times_of_a_set_come_back_as_put_last(begin: OpenUnitOfWork) -> None:
    time = SetTime(KEY, "V-1", AT)
    with begin() as work:
        work.practice.put_time(time)
        work.practice.put_time(replace(time, confirmed=AT))
        work.practice.put_time(SetTime(OTHER, "V-0", recorded=AT))
        work.commit()
    with begin() as work:
        assert work.practice.time_of(KEY, "V-1") == replace(time, confirmed=AT)
        assert work.practice.time_of(KEY, "V-9") == SetTime(KEY, "V-9")
        assert [one.visit for one in work.practice.times()] == ["V-0", "V-1"]


def test_what_was_told_once_can_be_told_better(begin: OpenUnitOfWork) -> None:
    with begin() as work:
        assert work.practice.former_minutes() is None
        work.practice.tell_former_minutes(45)
        work.practice.tell_former_minutes(60)
        work.commit()
    with begin() as work:
        assert work.practice.former_minutes() == 60
