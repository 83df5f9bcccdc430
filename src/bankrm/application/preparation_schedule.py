"""When what is read and written ahead is due: at log-on, when records or visits changed, on a new day, and in idle minutes.

The window asks at every tick what to begin; only one step is under way at a time.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from bankrm.application.changes import Area, Changes
from bankrm.application.go_ahead import GoAhead
from bankrm.application.ports.clock import Clock
from bankrm.domain.visits import BusinessCalendar


class Step(StrEnum):
    """In their order: each rests on what the one before it left."""

    PROMISES = "promises"  # read open promises again where records changed
    SETS = "sets"  # the template writer's sets of today and the next open day
    MODEL = "model"  # a language model's in their place


class PreparationSchedule:
    """Knows what is due; begins nothing itself. A step that failed waits for the next change or the next day.

    `asked`: a person waits for the sets, so that the model does not rest because somebody is at the machine.
    """

    def __init__(self, go_ahead: GoAhead, calendar: BusinessCalendar, clock: Clock) -> None:
        self._go_ahead, self._calendar, self._clock = go_ahead, calendar, clock
        self._day = clock.today()
        self._due = set(Step)
        self._running: Step | None = None
        self._asked_days: frozenset[date] = frozenset()
        self.asked = False

    @property
    def days(self) -> tuple[date, ...]:
        """The days that are prepared: today, the next open day, and those that a person asked for."""
        return tuple(sorted({self._day, self._calendar.next_open(self._day), *self._asked_days}))

    def changed(self, changes: Changes) -> None:
        """Records or visits are others now; a confirmed evening record is one of them."""
        if changes.concern(Area.RECORDS, Area.VISITS):
            self._due |= set(Step)
        elif changes.concern(Area.PROMISES) and self._running is not Step.PROMISES:
            self._due.add(Step.PROMISES)

    def ask(self, *days: date) -> None:
        """A person asks for all sets now, also those of these days."""
        self._asked_days |= frozenset(days)
        self._due |= {Step.SETS, Step.MODEL}
        self.asked = True

    def give_up(self) -> None:
        """A person wants no more of it: nothing is due until something changes, the day does, or they ask again."""
        self._due.clear()
        self.asked = False

    def begin(self, *, model: bool = True) -> Step | None:
        """The step to begin now, which then is under way; None where there is nothing to do, or a rest is wanted. Without `model` that
        one is in use, and its step waits."""
        if self._clock.today() != self._day:
            self._day, self._due, self._asked_days = self._clock.today(), set(Step), frozenset()
        if self._running:
            return None
        step = next((step for step in Step if step in self._due), None)
        if step is None or (step is Step.MODEL and not (model and (self.asked or not self._go_ahead.rest()))):
            return None
        self._due.discard(step)
        self._running = step
        return step

    def ended(self, *, to_go_on: bool = False) -> None:
        """The step under way has ended; `to_go_on` where it rests and is to be begun again when the rules allow it."""
        if to_go_on and self._running:
            self._due.add(self._running)
        elif self._running is Step.MODEL:
            self.asked = False
        self._running = None
