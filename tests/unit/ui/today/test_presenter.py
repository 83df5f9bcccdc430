"""今日 decides without Qt: what is read when, and what closing, dismissing and undoing lead to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.builders import TODAY, talk
from tests.fakes.jobs import ImmediateJobs
from tests.fakes.queue import fill
from tests.fakes.records import put
from tests.fakes.store import MemoryStore
from tests.fakes.today import FRIDAY, KEY, TUESDAY, a_card, a_day, a_promise

from bankrm.adapters.system.clock import FixedDay
from bankrm.application.changes import Area, Changes
from bankrm.application.close_promise import ClosePromise
from bankrm.application.export_draft import Exported
from bankrm.application.preparation_schedule import Step
from bankrm.application.queries.day import Day
from bankrm.application.queries.promises import ListPromises, PromiseList
from bankrm.application.refresh_promises import RefreshPromises
from bankrm.domain.closings import ClosingKind
from bankrm.domain.progress import CancelToken, Progress
from bankrm.domain.visits import BusinessCalendar
from bankrm.ui.ahead import AheadState
from bankrm.ui.pages.today.presenter import LastClosing, Sources, TodayPresenter
from bankrm.ui.places import ClientsPlace, DraftsPlace, ImportPlace, Place, RecordsPlace

CLOCK = FixedDay(TODAY)


class FakeView:
    def __init__(self) -> None:
        self.days: list[Day] = []
        self.lists: list[tuple[PromiseList, bool]] = []
        self.closings: list[LastClosing | None] = []
        self.states: list[AheadState] = []
        self.files: list[Path] = []

    def show_day(self, day: Day, today: date) -> None:  # noqa: ARG002
        self.days.append(day)

    def show_promises(self, promises: PromiseList, *, everything: bool) -> None:
        self.lists.append((promises, everything))

    def show_closing(self, closing: LastClosing | None) -> None:
        self.closings.append(closing)

    def show_preparing(self, state: AheadState) -> None:
        self.states.append(state)

    def show_exported(self, file: Path) -> None:
        self.files.append(file)


class FakePreparing:
    """As `Preparing`, told what it shall be like."""

    def __init__(self) -> None:
        self.state, self.asked, self.cancelled = AheadState(), list[tuple[date, ...]](), 0
        self._told: Callable[[AheadState], None] | None = None

    def follow(self, told: Callable[[AheadState], None]) -> None:
        self._told = told

    def tell(self, state: AheadState) -> None:
        assert self._told
        self.state = state
        self._told(state)

    def make_way(self) -> None:
        raise AssertionError

    def go_on(self) -> None:
        raise AssertionError

    def prepare_all(self, *days: date) -> None:
        self.asked.append(days)

    def cancel(self) -> None:
        self.cancelled += 1


class Page:
    """The presenter on a store with one overdue promise, and days that a test makes up."""

    def __init__(self) -> None:
        self.store, self.jobs, self.view, self.preparing = MemoryStore(), ImmediateJobs(), FakeView(), FakePreparing()
        fill(self.store.unit_of_work)
        put(self.store.unit_of_work, talk("2026-05-13", promises="【当行】返済計画の案を6月5日までに持参。"))
        refresh = RefreshPromises(self.store.unit_of_work, CLOCK)
        refresh(CancelToken())
        listed = ListPromises(self.store.unit_of_work, BusinessCalendar(()), CLOCK)
        self.days = {FRIDAY: a_day(a_card()), TUESDAY: a_day(a_card("V-2"), day=TUESDAY)}
        self.places, self.asked = list[Place](), list[date | None]()
        sources = Sources(
            day=self.day,
            promises=lambda everything: listed(everything=everything),
            close=ClosePromise(self.store.unit_of_work, refresh, CLOCK, "大野"),
            export=lambda file: Exported(file, "d" * 64, 1),
            today=lambda: FRIDAY,
        )
        sources = replace(sources, today=lambda: self.today)
        self.today = FRIDAY
        self.presenter = TodayPresenter(self.view, self.jobs, sources, self.preparing, self)
        self.presenter.arrive()

    def day(self, day: date | None) -> Day:
        self.asked.append(day)
        return self.days[day or FRIDAY]

    def stand_at(self, place: Place) -> None:
        """These pages do not go on by themselves."""

    def go(self, place: Place) -> None:
        self.places.append(place)

    @property
    def things(self) -> list[str]:
        return [row.promise.thing for row in self.view.lists[-1][0].rows]


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def closing(page: Page) -> Page:
    """On the day on which its promise may be closed."""
    page.today = TODAY
    page.days[TODAY] = a_day(a_card())
    return page


def last(page: Page) -> LastClosing:
    closing = page.view.closings[-1]
    assert closing
    return closing


def test_arriving_shows_promises_and_todays_visits(page: Page) -> None:
    assert page.things == ["返済計画の案"]
    assert page.view.days == [page.days[FRIDAY]]


def test_until_the_person_chooses_a_day_the_query_does_and_then_theirs_stays(page: Page) -> None:
    page.presenter.choose_day(TUESDAY)
    page.presenter.changed(Changes.of(Area.DRAFTS))
    assert page.asked == [None, TUESDAY, TUESDAY]
    assert page.view.days[-1].day == TUESDAY


def test_one_click_closes_with_the_thing_and_today(closing: Page) -> None:
    closing.presenter.close(closing.view.lists[-1][0].rows[0])
    assert (last(closing).words, last(closing).on, last(closing).kind) == ("返済計画の案", TODAY, ClosingKind.DONE)
    closing.presenter.changed(closing.jobs.changes[-1])
    assert closing.things == []


def test_what_was_handed_over_is_corrected_afterwards(closing: Page) -> None:
    closing.presenter.close(closing.view.lists[-1][0].rows[0])
    before = last(closing).closing
    closing.presenter.amend("案と明細", date(2026, 6, 11))
    assert (last(closing).words, last(closing).on) == ("案と明細", date(2026, 6, 11))
    with closing.store.unit_of_work() as uow:
        dossier = uow.records.dossier(last(closing).row.promise.client)
        assert dossier
        assert [(one.id == before, one.words) for one in dossier.closings] == [(False, "案と明細")]


def test_correcting_nothing_does_nothing(closing: Page) -> None:
    closing.presenter.close(closing.view.lists[-1][0].rows[0])
    acts = len(closing.jobs.changes)
    closing.presenter.amend("返済計画の案 ", TODAY)
    assert len(closing.jobs.changes) == acts


def test_undo_brings_the_promise_back_once(closing: Page) -> None:
    closing.presenter.close(closing.view.lists[-1][0].rows[0])
    closing.presenter.take_back()
    closing.presenter.take_back()
    closing.presenter.changed(closing.jobs.changes[-1])
    assert closing.view.closings[-1] is None
    assert closing.things == ["返済計画の案"]
    assert len(closing.jobs.changes) == 2


def test_a_dismissed_promise_can_be_taken_back_but_not_corrected(closing: Page) -> None:
    closing.presenter.dismiss(closing.view.lists[-1][0].rows[0], "先方が作る案")
    assert (last(closing).kind, last(closing).words) == (ClosingKind.DISMISSED, "先方が作る案")
    acts = len(closing.jobs.changes)
    closing.presenter.amend("別の理由", TODAY)
    assert len(closing.jobs.changes) == acts
    closing.presenter.take_back()
    closing.presenter.changed(closing.jobs.changes[-1])
    assert closing.things == ["返済計画の案"]


@pytest.mark.parametrize(
    ("area", "promises_read", "days_read"),
    [
        (Area.PROMISES, True, True),
        (Area.RECORDS, True, True),
        (Area.VISITS, False, True),
        (Area.DRAFTS, False, True),
        (Area.QUEUE, False, True),
        (Area.SETTINGS, False, False),
    ],
)
def test_what_changed_decides_what_is_read_again(page: Page, area: Area, promises_read: bool, days_read: bool) -> None:
    page.presenter.changed(Changes.of(area))
    assert (len(page.view.lists) == 2, len(page.view.days) == 2) == (promises_read, days_read)


def test_all_promises_are_shown_on_request_and_stay_so(page: Page) -> None:
    page.presenter.show_everything(True)
    page.presenter.changed(Changes.of(Area.PROMISES))
    assert [everything for _, everything in page.view.lists] == [False, True, True]


def test_prepare_all_asks_for_the_day_that_is_shown_and_can_be_stopped(page: Page) -> None:
    page.presenter.choose_day(TUESDAY)
    page.presenter.prepare()
    page.presenter.stop()
    assert (page.preparing.asked, page.preparing.cancelled) == ([(TUESDAY,)], 1)


def test_each_set_that_comes_to_stand_is_shown_while_the_others_are_written(page: Page) -> None:
    for done in (0, 0, 1):
        page.preparing.tell(AheadState(Step.SETS, Progress("prepare", done, 5)))
    assert len(page.view.states) == 4  # one of them at arriving
    assert len(page.view.days) == 3


def test_reading_promises_behind_the_window_reads_no_day_again(page: Page) -> None:
    page.preparing.tell(AheadState(Step.PROMISES, Progress("promises", 3, 500)))
    assert len(page.view.days) == 1


def test_the_ways_from_here(page: Page) -> None:
    page.presenter.open_set("V-1")
    page.presenter.open_promise(a_promise())
    page.presenter.open_client(KEY)
    page.presenter.record("V-1")
    page.presenter.bring_in((Path("a.csv"),))
    assert page.places == [
        DraftsPlace(visit="V-1"),
        ClientsPlace(KEY, tab="interactions", interaction="R-1"),
        ClientsPlace(KEY),
        RecordsPlace(visit="V-1"),
        ImportPlace((Path("a.csv"),)),
    ]


def test_an_exported_file_is_named(page: Page) -> None:
    page.presenter.export(Path("promises.ics"))
    assert page.view.files == [Path("promises.ics")]
