"""The line at the foot."""

from __future__ import annotations

from datetime import date

from tests.fakes.jobs import ImmediateJobs

from bankrm.application.changes import Area, Changes
from bankrm.application.ports.engine_plan import Choice, Engine, PlanReason
from bankrm.ui.shell.foot import FootPresenter

TEMPLATE = Choice(Engine.TEMPLATE, PlanReason.ALWAYS_WORKS)


class Line:
    def __init__(self) -> None:
        self.told: list[object] = []

    def show_writer(self, choice: Choice) -> None:
        self.told.append(choice)

    def show_as_of(self, days: tuple[date, date] | None) -> None:
        self.told.append(days)


def test_it_tells_who_writes_and_the_day_anew_when_records_changed() -> None:
    both = (date(2026, 11, 20), date(2026, 11, 24))
    days = [None, both]
    line = Line()
    foot = FootPresenter(line, ImmediateJobs(), lambda: TEMPLATE, lambda: days.pop(0))
    foot.begin()
    foot.changed(Changes.of(Area.DRAFTS))
    foot.changed(Changes.of(Area.RECORDS))
    assert line.told == [TEMPLATE, None, both]
