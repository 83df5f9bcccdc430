"""Which visits wait for a record: one answer for 今日 and for the evening's page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from tests.builders import KEY, TODAY, talk, visit
from tests.fakes.queue import fill
from tests.fakes.records import put
from tests.fakes.store import MemoryStore

from bankrm.application.queries.unrecorded import visits_without_record
from bankrm.domain.ids import MemoId
from bankrm.domain.interactions import OWN_VIEW, Interaction
from bankrm.domain.memos import Memo
from bankrm.domain.visits import Visit

TALK = talk(TODAY.isoformat(), "社長「よい」")
MORNING, EVENING = (
    replace(visit(), ref=ref, start=datetime(TODAY.year, TODAY.month, TODAY.day, hour))
    for ref, hour in (("V-10", 10), ("V-16", 16))
)


def waiting(*records: Interaction | Visit, memos: tuple[Memo, ...] = ()) -> list[str]:
    store = MemoryStore()
    fill(store.unit_of_work)
    put(store.unit_of_work, *records)
    with store.unit_of_work() as uow:
        for one in memos:
            uow.memos.put(one)
        uow.commit()
    with store.unit_of_work() as uow:
        return [one.ref for one in visits_without_record(uow, TODAY, TODAY)]


def memo(of_visit: str | None, ref: str = TALK.ref, on: date = TODAY) -> Memo:
    return Memo(MemoId(f"memo-{of_visit}"), KEY, on, datetime(2026, 6, 12, 17), of_visit, "社長「よい」", ref=ref)


def test_a_visit_waits_until_a_talk_of_its_day_is_recorded() -> None:
    assert waiting(MORNING) == ["V-10"]
    assert waiting(MORNING, TALK) == []


def test_one_talk_is_the_record_of_one_visit() -> None:
    assert waiting(MORNING, EVENING, TALK) == ["V-16"]


def test_a_record_made_here_is_of_the_visit_of_its_memo() -> None:
    assert waiting(MORNING, EVENING, TALK, memos=(memo("V-16"),)) == ["V-10"]


def test_what_was_recorded_here_without_a_visit_is_of_no_visit() -> None:
    assert waiting(MORNING, TALK, memos=(memo(None),)) == ["V-10"]


def test_a_memo_that_is_no_record_yet_leaves_its_visit_waiting() -> None:
    assert waiting(MORNING, memos=(memo("V-10", ref=""),)) == ["V-10"]


@pytest.mark.parametrize("method", [OWN_VIEW, "電話", "TEL"])
def test_own_knowledge_and_calls_are_no_record_of_a_visit(method: str) -> None:
    assert waiting(MORNING, replace(TALK, method=method)) == ["V-10"]


def test_another_day_is_not_asked_for() -> None:
    assert waiting(replace(MORNING, start=datetime(2026, 6, 11, 10))) == []
