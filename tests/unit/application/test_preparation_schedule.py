"""When what is prepared ahead begins, and what has to wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from tests.fakes.queue import RULES, FakeMachine

from bankrm.application.changes import Area, Changes
from bankrm.application.go_ahead import GoAhead
from bankrm.application.preparation_schedule import PreparationSchedule, Step
from bankrm.domain.progress import CancelToken
from bankrm.domain.visits import BusinessCalendar

FRIDAY, TUESDAY = date(2026, 11, 20), date(2026, 11, 24)
CALENDAR = BusinessCalendar({date(2026, 11, 23)})


@dataclass
class AnyDay:
    day: date = FRIDAY

    def now(self) -> datetime:
        return datetime.combine(self.day, datetime.min.time(), UTC)

    def today(self) -> date:
        return self.day


class Morning:
    def __init__(self) -> None:
        self.machine, self.clock = FakeMachine(idle=3600.0), AnyDay()
        go_ahead = GoAhead(CancelToken(), self.machine, RULES)
        self.schedule = PreparationSchedule(go_ahead, CALENDAR, self.clock)

    def run(self) -> list[Step]:
        """Every step that begins, one after the other, until none does."""
        begun = []
        while step := self.schedule.begin():
            begun.append(step)
            self.schedule.ended()
        return begun


def test_at_log_on_everything_is_due_in_its_order_and_then_nothing() -> None:
    morning = Morning()
    assert morning.run() == [Step.PROMISES, Step.SETS, Step.MODEL]
    assert morning.run() == []


def test_one_step_is_under_way_at_a_time() -> None:
    schedule = Morning().schedule
    assert schedule.begin() is Step.PROMISES
    assert schedule.begin() is None
    schedule.ended()
    assert schedule.begin() is Step.SETS


def test_while_the_machine_is_in_use_the_model_waits_and_the_rest_does_not() -> None:
    morning = Morning()
    morning.machine.idle = 10.0
    assert morning.run() == [Step.PROMISES, Step.SETS]
    morning.machine.idle = RULES.idle_minutes * 60.0
    assert morning.run() == [Step.MODEL]


def test_on_battery_the_model_waits() -> None:
    morning = Morning()
    morning.machine.battery = True
    assert Step.MODEL not in morning.run()


def test_a_model_that_rests_is_begun_again_one_that_ended_is_not() -> None:
    morning = Morning()
    for _ in (Step.PROMISES, Step.SETS):
        morning.schedule.begin()
        morning.schedule.ended()
    assert morning.schedule.begin() is Step.MODEL
    morning.schedule.ended(to_go_on=True)
    assert morning.run() == [Step.MODEL]


@pytest.mark.parametrize("area", [Area.RECORDS, Area.VISITS])
def test_a_confirmed_record_or_a_new_visit_makes_all_due_again(area: Area) -> None:
    morning = Morning()
    morning.run()
    morning.schedule.changed(Changes.of(area))
    assert morning.run() == list(Step)


def test_a_closing_that_could_not_be_read_at_once_is_read_at_the_next_tick() -> None:
    morning = Morning()
    morning.run()
    morning.schedule.changed(Changes.of(Area.PROMISES))
    assert morning.run() == [Step.PROMISES]


def test_what_the_reading_itself_changed_is_not_read_again() -> None:
    morning = Morning()
    morning.run()
    morning.schedule.changed(Changes.of(Area.RECORDS))
    assert morning.schedule.begin() is Step.PROMISES
    morning.schedule.changed(Changes.of(Area.PROMISES))
    morning.schedule.ended()
    assert morning.run() == [Step.SETS, Step.MODEL]


def test_drafts_and_settings_make_nothing_due() -> None:
    morning = Morning()
    morning.run()
    morning.schedule.changed(Changes.of(Area.DRAFTS, Area.SETTINGS, Area.QUEUE))
    assert morning.run() == []


def test_a_new_day_is_prepared_anew_with_the_next_open_one() -> None:
    morning = Morning()
    morning.run()
    assert morning.schedule.days == (FRIDAY, TUESDAY)
    morning.clock.day = TUESDAY
    assert morning.run() == list(Step)
    assert morning.schedule.days == (TUESDAY, date(2026, 11, 25))


def test_what_a_person_asks_for_does_not_wait_until_nobody_is_at_the_machine() -> None:
    morning = Morning()
    morning.run()
    morning.machine.idle = 0.0
    morning.schedule.ask()
    assert morning.run() == [Step.SETS, Step.MODEL]
    assert not morning.schedule.asked


def test_a_day_that_a_person_asks_for_is_prepared_with_the_others_until_tomorrow() -> None:
    morning = Morning()
    morning.run()
    morning.schedule.ask(date(2026, 11, 27))
    assert list(morning.schedule.days) == [FRIDAY, TUESDAY, date(2026, 11, 27)]
    assert morning.run() == [Step.SETS, Step.MODEL]
    morning.clock.day = TUESDAY
    morning.run()
    assert list(morning.schedule.days) == [TUESDAY, date(2026, 11, 25)]
