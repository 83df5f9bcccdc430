"""How long a preparation took, and what it took before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from tests.fakes.records import a_draft
from tests.fakes.store import MemoryStore
from tests.unit.application.recording import a_store

from bankrm.application.practice_time import (
    PreparationTime,
    ShowPreparationTime,
    TellFormerMinutes,
    note_confirmed,
    note_opened,
)
from bankrm.domain.practice import UNSAID


@pytest.fixture(name="store")
def _store() -> MemoryStore:
    return a_store()


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
