"""What the manager knows without a talk, as a dated record."""

from __future__ import annotations

import pytest
from tests.fakes.records import KEY
from tests.fakes.store import MemoryStore
from tests.unit.application.recording import CLOCK, DAY, a_store, acts, records_of

from bankrm.application.changes import Area
from bankrm.application.confirm_record import RecordEmpty, RecordWarned
from bankrm.application.queries.recording import ListRecordings
from bankrm.application.record_own_view import RecordOwnView
from bankrm.domain.audit import Act
from bankrm.domain.interactions import OWN_VIEW


@pytest.fixture(name="store")
def _store() -> MemoryStore:
    return a_store()


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


def test_own_knowledge_of_that_day_leaves_the_visit_waiting(store: MemoryStore) -> None:
    RecordOwnView(store.unit_of_work, "大野")(KEY, "社長は釣りが好き。", DAY)
    assert [row.visit for row in ListRecordings(store.unit_of_work, CLOCK)()] == ["V-1"]
