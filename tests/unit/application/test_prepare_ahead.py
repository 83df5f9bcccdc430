"""Sets before they are asked for: once for the same records, again where they changed, never over a person's work."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

import pytest
from tests.builders import DAY, KEY, TODAY, talk, visit
from tests.fakes.queue import KNOWLEDGE, LATER, OTHER, RULES, FakeMachine, fill
from tests.fakes.records import put
from tests.fakes.store import MemoryStore
from tests.fakes.writers import StandInWriter

from bankrm.adapters.exporting.files import FileDelivery
from bankrm.adapters.system.clock import JAPAN, FixedDay
from bankrm.application.changes import Area, Changes
from bankrm.application.export_draft import ExportDraft
from bankrm.application.go_ahead import GoAhead, Pause
from bankrm.application.ports.clock import Clock
from bankrm.application.prepare_ahead import PrepareAhead, WriteAhead
from bankrm.application.prepare_sets import PrepareSets, SetOfVisit
from bankrm.application.prepare_visit import PrepareVisit
from bankrm.application.queue_visit import QueueVisit
from bankrm.application.run_queue import RunQueue
from bankrm.application.visit_context import VisitContexts
from bankrm.domain.clients import ClientKey
from bankrm.domain.ids import DraftId
from bankrm.domain.interactions import OWN_VIEW
from bankrm.domain.preparation import Wanted
from bankrm.domain.progress import Cancelled, CancelToken
from bankrm.domain.visits import Visit
from bankrm.drafting.template.writer import TemplateWriter

CLOCK = FixedDay(TODAY)


@dataclass
class Hands:
    """A clock that a test sets."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.astimezone(JAPAN).date()


MORNING, NOON = (datetime(DAY.year, DAY.month, DAY.day, hour, tzinfo=JAPAN) for hour in (8, 12))


class Branch:
    def __init__(self, machine: FakeMachine | None = None, clock: Clock = CLOCK) -> None:
        self.clock, self.store, self.writer = clock, MemoryStore(), StandInWriter()
        fill(self.store.unit_of_work)
        begin, contexts = self.store.unit_of_work, VisitContexts(self.store.unit_of_work, KNOWLEDGE)
        template = PrepareVisit(begin, contexts, TemplateWriter(), clock.now, over_models=False, afresh=False)
        self.ahead = PrepareAhead(begin, self._sets(template), clock)
        wanted = Wanted(self.writer.engine, self.writer.model)
        ask = self._sets(QueueVisit(begin, template, KNOWLEDGE, wanted, clock))
        go_ahead = GoAhead(CancelToken(), machine or FakeMachine(), RULES)
        self.write = WriteAhead(begin, ask, RunQueue(begin, contexts, self.writer, clock, go_ahead), clock)

    def _sets(self, use_case: SetOfVisit) -> PrepareSets:
        return PrepareSets(use_case, ExportDraft(self.store.unit_of_work, {}, FileDelivery()), self.clock)

    def in_place(self, planned: Visit | None = None) -> set[DraftId]:
        with self.store.unit_of_work() as uow:
            return {head.id for head in uow.drafts.of_visits([(planned or visit()).ref])}


def test_all_visits_of_a_day_get_their_three_drafts() -> None:
    branch = Branch()
    prepared = branch.ahead([DAY], CancelToken())
    assert prepared.changes == Changes.of(Area.DRAFTS, clients=frozenset({KEY, OTHER}))
    assert (len(branch.in_place()), len(branch.in_place(LATER))) == (3, 3)


def test_what_was_made_of_the_same_records_stays_as_it_is() -> None:
    branch = Branch()
    branch.ahead([DAY], CancelToken())
    before = branch.in_place()
    branch.ahead([DAY], CancelToken())
    assert branch.in_place() == before


def test_where_a_record_came_the_drafts_are_new_ones() -> None:
    branch = Branch()
    branch.ahead([DAY], CancelToken())
    before, other = branch.in_place(), branch.in_place(LATER)
    put(branch.store.unit_of_work, talk("2026-06-01", "社長「見積書はもう出ています」"))
    branch.ahead([DAY], CancelToken())
    assert branch.in_place().isdisjoint(before)
    assert branch.in_place(LATER) == other


def test_a_day_without_visits_changes_nothing() -> None:
    assert Branch().ahead([TODAY], CancelToken()).changes == Changes()


def test_a_visit_to_an_unknown_client_keeps_no_other_from_its_set() -> None:
    branch = Branch()
    put(branch.store.unit_of_work, replace(LATER, client=ClientKey("031", "0000001"), ref="visit-3"))
    assert branch.ahead([DAY], CancelToken()).failed == ()
    assert len(branch.in_place()) == 3


def test_asked_to_stop_it_stops_between_two_visits() -> None:
    branch, token = Branch(), CancelToken()
    with pytest.raises(Cancelled):
        branch.ahead([DAY], token, lambda progress: token.cancel() if progress.done == 0 else None)
    assert (len(branch.in_place()), len(branch.in_place(LATER))) == (3, 0)


def test_a_models_drafts_take_the_templates_place_and_are_not_written_twice() -> None:
    branch = Branch()
    branch.ahead([DAY], CancelToken())
    template = branch.in_place()
    written = branch.write([DAY])
    models = branch.in_place()
    assert written.changes == Changes.of(Area.DRAFTS, Area.QUEUE)
    assert models.isdisjoint(template)
    sentences = len(branch.writer.written)
    branch.ahead([DAY], CancelToken())
    branch.write([DAY])
    assert (branch.in_place(), len(branch.writer.written)) == (models, sentences)


def test_it_says_why_it_rests_and_goes_on_later() -> None:
    machine = FakeMachine(battery=True)
    branch = Branch(machine)
    assert branch.write([DAY]).run.paused is Pause.ON_BATTERY
    assert branch.writer.written == []
    machine.battery = False
    assert branch.write([DAY]).run.paused is None
    assert branch.writer.written


def test_the_set_of_a_visit_that_has_begun_is_left_alone() -> None:
    clock = Hands(MORNING)
    branch = Branch(clock=clock)
    branch.ahead([DAY], CancelToken())
    taken_along, afternoon = branch.in_place(), branch.in_place(LATER)
    clock.moment = NOON  # the one at ten is over, the one at three is to come
    news = replace(talk(DAY.isoformat(), "社長「見積書はもう出ています」"), method=OWN_VIEW)
    put(branch.store.unit_of_work, news, replace(news, client=OTHER, ref="T-2"))
    branch.ahead([DAY], CancelToken())
    assert branch.in_place() == taken_along
    assert branch.in_place(LATER).isdisjoint(afternoon)
    assert branch.write([DAY]).run.failed == ()
    assert branch.in_place() == taken_along


def test_a_visit_that_was_recorded_is_left_alone_whatever_the_hour() -> None:
    branch = Branch(clock=Hands(MORNING))
    branch.ahead([DAY], CancelToken())
    before = branch.in_place()
    put(branch.store.unit_of_work, talk(DAY.isoformat(), "社長「見積書はもう出ています」"))
    branch.ahead([DAY], CancelToken())
    assert branch.in_place() == before


def test_what_was_asked_of_a_model_before_the_visit_is_not_written_after_it() -> None:
    machine, clock = FakeMachine(battery=True), Hands(MORNING)
    branch = Branch(machine, clock)
    branch.write([DAY])
    taken_along = branch.in_place()
    machine.battery, clock.moment = False, NOON
    branch.write([DAY])
    assert branch.in_place() == taken_along
