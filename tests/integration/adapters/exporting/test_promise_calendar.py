"""Our open promises as a calendar file, taken in again by the library."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Event
from tests.builders import KEY, TODAY, talk
from tests.fakes.queue import fill
from tests.fakes.records import put
from tests.fakes.store import MemoryStore

from bankrm.adapters.exporting.files import FileDelivery
from bankrm.adapters.exporting.promise_calendar import PromiseCalendar
from bankrm.adapters.system.clock import FixedDay
from bankrm.application.export_promises import ExportPromises
from bankrm.application.hand_out import ForbiddenByPolicy
from bankrm.application.ports.exporting import ExportRefused
from bankrm.application.queries.promises import ListPromises
from bankrm.application.refresh_promises import RefreshPromises
from bankrm.domain.audit import Act
from bankrm.domain.progress import CancelToken
from bankrm.domain.visits import BusinessCalendar

CLOCK = FixedDay(TODAY)
PROMISED = "【当行】返済計画の案を6月30日までに持参。工場見学の日程を連絡。【先方】試算表を6月10日までに送付。"


@pytest.fixture(name="store")
def _store() -> MemoryStore:
    store = MemoryStore()
    fill(store.unit_of_work)
    put(store.unit_of_work, talk("2026-05-20", promises=PROMISED))
    RefreshPromises(store.unit_of_work, CLOCK)(CancelToken())
    return store


def exporting(store: MemoryStore) -> ExportPromises:
    query = ListPromises(store.unit_of_work, BusinessCalendar(()), CLOCK)
    return ExportPromises(store.unit_of_work, query, PromiseCalendar(), FileDelivery(), CLOCK)


def events(file: Path) -> list[Event]:
    calendar = Calendar.from_ical(file.read_bytes())
    assert isinstance(calendar, Calendar)
    return calendar.events


def test_ours_with_a_day_stand_in_the_file_each_on_its_day(store: MemoryStore, tmp_path: Path) -> None:
    exporting(store)(tmp_path / "shukudai.ics")
    (event,) = events(tmp_path / "shukudai.ics")
    assert str(event["summary"]) == "宿題の期限: とびうお製麺株式会社(架空) 返済計画の案"
    assert (event.start, event.end) == (date(2026, 6, 30), date(2026, 7, 1))
    (alarm,) = event.alarms.times
    assert timedelta(hours=-15) == alarm.alarm.TRIGGER


def test_what_was_promised_in_confidence_stays_out_of_the_file(store: MemoryStore, tmp_path: Path) -> None:
    put(store.unit_of_work, talk("2026-05-27", promises="【当行】譲渡の手引きを6月29日までに持参。", mark="秘匿"))
    RefreshPromises(store.unit_of_work, CLOCK)(CancelToken())
    exporting(store)(tmp_path / "shukudai.ics")
    assert [event.start for event in events(tmp_path / "shukudai.ics")] == [date(2026, 6, 30)]


def test_a_second_file_has_the_same_ids(store: MemoryStore, tmp_path: Path) -> None:
    for name in ("a.ics", "b.ics"):
        exporting(store)(tmp_path / name)
    ids = [str(event["uid"]) for name in ("a.ics", "b.ics") for event in events(tmp_path / name)]
    assert len(ids) == 2
    assert len(set(ids)) == 1
    assert str(KEY) not in ids[0]


def test_the_act_is_recorded_with_the_digest_of_the_file_and_no_name(store: MemoryStore, tmp_path: Path) -> None:
    exported = exporting(store)(tmp_path / "shukudai.ics")
    with store.unit_of_work() as uow:
        (entry,) = uow.audit.entries()
    digest = hashlib.sha256((tmp_path / "shukudai.ics").read_bytes()).hexdigest()
    assert (entry.act, entry.object_hash, exported.sha256) == (Act.EXPORTED, digest, digest)
    assert entry.detail == {"format": "ics", "entries": 1}


def test_where_the_file_cannot_be_written_nothing_is_recorded(store: MemoryStore, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ExportRefused):
        exporting(store)(tmp_path / "file" / "shukudai.ics")
    with store.unit_of_work() as uow:
        assert uow.audit.entries() == []


def test_where_it_forbids_exporting_nothing_is_written_or_recorded(store: MemoryStore, tmp_path: Path) -> None:
    query = ListPromises(store.unit_of_work, BusinessCalendar(()), CLOCK)
    export = ExportPromises(store.unit_of_work, query, PromiseCalendar(), FileDelivery(), CLOCK, allowed=False)
    with pytest.raises(ForbiddenByPolicy):
        export(tmp_path / "shukudai.ics")
    assert not (tmp_path / "shukudai.ics").exists()
    with store.unit_of_work() as uow:
        assert uow.audit.entries() == []
