from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.fakes.files import saved

from bankrm.adapters.importing.visits import OpenedCalendar
from bankrm.application.known_clients import ClientDirectory
from bankrm.application.ports.readers import FileCorrupt, ReadRow
from bankrm.domain.clients import Client, ClientKey
from bankrm.domain.visits import Visit

TOKYO = ZoneInfo("Asia/Tokyo")
NIRE, NIRE_KOGYO = (
    Client(ClientKey("012", "0012345"), "株式会社楡津"),
    Client(ClientKey("025", "0012345"), "楡津工業㈱"),
)
KNOWN = ClientDirectory([NIRE, NIRE_KOGYO])


def rows(folder: Path, *events: str) -> list[ReadRow]:
    body = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//t//\n{body}END:VCALENDAR\n"
    return list(OpenedCalendar(saved(folder, "v.ics", text, "utf-8")).rows(KNOWN))


def test_a_visit_is_read_with_people_purpose_and_place(tmp_path: Path) -> None:
    (row,) = rows(
        tmp_path,
        "UID:u1\nDTSTART;TZID=Asia/Tokyo:20261124T140000\nSUMMARY:訪問\nLOCATION:本社\n"
        "DESCRIPTION:取引先: 025-0012345\\n面談者：田辺社長、佐伯経理\n 部長\\n目的: 設備と補助金の確認",
    )
    visit = Visit(
        "u1",
        NIRE_KOGYO.key,
        datetime(2026, 11, 24, 14, tzinfo=TOKYO),
        ("田辺社長", "佐伯経理部長"),
        "設備と補助金の確認",
        "本社",
    )
    assert row.records == (visit,)


@pytest.mark.parametrize(
    "start", ["DTSTART:20261124T050000Z", "DTSTART:20261124T140000", "DTSTART;TZID=Asia/Tokyo:20261124T140000"]
)
def test_every_start_is_the_local_time_of_the_branch(tmp_path: Path, start: str) -> None:
    (row,) = rows(tmp_path, f"UID:u\n{start}\nSUMMARY:012-0012345")
    assert isinstance(row.records[0], Visit)
    assert row.records[0].start == datetime(2026, 11, 24, 14, tzinfo=TOKYO)


def test_a_title_alone_finds_the_client_by_its_firm_name(tmp_path: Path) -> None:
    found = rows(
        tmp_path,
        *(
            f"UID:{n}\nDTSTART:20261124T140000\nSUMMARY:{title}"
            for n, title in enumerate(["楡津　訪問", "(株)楡津様 来店", "楡津工業さん", "歯医者"])
        ),
    )
    assert [getattr(row.records[0], "client", None) if row.records else row.errors[0].reason for row in found] == [
        NIRE.key, NIRE.key, NIRE_KOGYO.key, "client_not_named",
    ]  # fmt: skip


def test_what_is_cancelled_repeated_or_without_time_is_told(tmp_path: Path) -> None:
    head = "DTSTART:20261124T140000\nSUMMARY:012-0012345"
    found = rows(
        tmp_path,
        f"UID:a\nSTATUS:CANCELLED\n{head}",
        f"UID:b\nRRULE:FREQ=WEEKLY\n{head}",
        "UID:c\nDTSTART;VALUE=DATE:20261124\nSUMMARY:012-0012345",
        "UID:d\nSUMMARY:012-0012345",
        "UID:e\nDTSTART:20261124T140000\nSUMMARY:012-9999999 楡津",
    )
    assert found[0].skipped == "cancelled"
    assert [warning.reason for row in found for warning in row.warnings] == [
        "repeats_only_first_taken",
        "no_time_of_day",
    ]
    assert [error.reason for row in found for error in row.errors] == ["start_missing", "unknown_client"]


def test_what_is_no_calendar_is_corrupt(tmp_path: Path) -> None:
    with pytest.raises(FileCorrupt):
        OpenedCalendar(saved(tmp_path, "x.ics", "no calendar", "utf-8"))


TWO_VISITS = (
    "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//t//\n"
    "BEGIN:VEVENT\nUID:a\nDTSTART:20261124T140000\nSUMMARY:012-0012345\nEND:VEVENT\n"
    "BEGIN:VEVENT\nUID:b\nDTSTART:20261125T100000\nSUMMARY:025-0012345\nEND:VEVENT\n"
    "END:VCALENDAR\n"
)


@pytest.mark.parametrize("last", ["UID:b", "DTSTART:202611", "END:VEVENT\nBEGIN:VEVENT", "\nEND:VEVENT\n", "END:VCAL"])
def test_a_calendar_that_was_cut_off_is_refused_as_a_whole(tmp_path: Path, last: str) -> None:
    cut = TWO_VISITS[: TWO_VISITS.rindex(last) + len(last)]
    with pytest.raises(FileCorrupt):
        OpenedCalendar(saved(tmp_path, "x.ics", cut, "utf-8"))


def test_a_whole_calendar_may_be_written_small_begin_with_a_mark_have_no_entry_or_stand_beside_another(
    tmp_path: Path,
) -> None:
    small = TWO_VISITS.replace("BEGIN:VEVENT", "begin:vevent").replace("END:VCALENDAR\n", "end:vcalendar")
    texts = [small, "\ufeff" + TWO_VISITS, "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", TWO_VISITS + TWO_VISITS]
    assert [OpenedCalendar(saved(tmp_path, "x.ics", text, "utf-8")).total for text in texts] == [2, 2, 0, 4]


def test_what_an_entry_quotes_of_a_calendar_counts_for_nothing(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, "UID:q\nDTSTART:20261124T140000\nDESCRIPTION:012-0012345\\n\n BEGIN:VEVENT")
    assert row.records


@pytest.mark.parametrize("start", ["99991231T140000", "18991231T140000Z"])
def test_a_visit_in_a_year_that_no_visit_can_be_in_is_an_error(tmp_path: Path, start: str) -> None:
    (row,) = rows(tmp_path, f"UID:q\nDTSTART:{start}\nSUMMARY:012-0012345")
    assert [error.reason for error in row.errors] == ["date_out_of_range"]


def test_labels_behind_a_long_run_of_spaces_are_read(tmp_path: Path) -> None:
    run = " " * 20_000
    (row,) = rows(
        tmp_path, f"UID:q\nDTSTART:20261124T140000\nSUMMARY:012-0012345\nDESCRIPTION:{run}\\n・目的 {run}：{run}設備"
    )
    assert isinstance(row.records[0], Visit)
    assert row.records[0].purpose == "設備"
