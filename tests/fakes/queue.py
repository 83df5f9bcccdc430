"""The preparation queue on any store, with a writer that stands in for a model and a machine that says what a test wants."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tests.builders import KEY, TODAY, gaps, talk, topics, visit
from tests.fakes.records import put
from tests.fakes.writers import StandInWriter

from bankrm.adapters.system.clock import FixedDay
from bankrm.adapters.system.recipes import load_recipes
from bankrm.adapters.system.resources import Resources
from bankrm.application.draft_json import draft_object
from bankrm.application.go_ahead import GoAhead, QueueRules
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.application.prepare_visit import PrepareVisit
from bankrm.application.queue_visit import QueueVisit
from bankrm.application.run_queue import QueueRun, RunQueue
from bankrm.application.visit_context import Knowledge, VisitContexts
from bankrm.domain.clients import Client, ClientKey
from bankrm.domain.drafts import Draft
from bankrm.domain.preparation import Job, JobState, Wanted
from bankrm.domain.progress import CancelToken, Report, silent
from bankrm.domain.recipes import VISIT_SET, DocumentKindName
from bankrm.domain.visits import Visit
from bankrm.drafting.template.writer import TemplateWriter

BRIEF, SUMMARY, SCENARIO = VISIT_SET
KNOWLEDGE = Knowledge(load_recipes(Resources.locate()), topics(), gaps())
SECTIONS = {kind: [section.key for section in recipe.sections] for kind, recipe in KNOWLEDGE.recipes.items()}
OTHER = ClientKey("031", "0008888")
RULES = QueueRules(prepare_on_battery=False, prepare_when_in_use=False, idle_minutes=5)
LATER = Visit("visit-2", OTHER, datetime(2026, 6, 15, 15), ("社長",))


def fill(begin: OpenUnitOfWork) -> None:
    """Two clients, a visit each on the same day."""
    put(
        begin,
        Client(KEY, "とびうお製麺株式会社(架空)", industry="製麺"),
        visit(),
        talk("2026-05-12", "社長「茹で釜を入れ替えたい」", people="篠崎社長、赤座経理課長"),
    )
    put(begin, Client(OTHER, "こだま硝子有限会社(架空)"), LATER)


@dataclass
class FakeMachine:
    battery: bool = False
    idle: float | None = None

    def on_battery(self) -> bool:
        return self.battery

    def idle_s(self) -> float | None:
        return self.idle


class Desk:
    """One program on one store: ask for sets, run the queue."""

    def __init__(
        self,
        begin: OpenUnitOfWork,
        writer: StandInWriter | None = None,
        *,
        machine: FakeMachine | None = None,
        rules: QueueRules | None = None,
        today: date = TODAY,
    ) -> None:
        self.begin, self.today, self.token = begin, today, CancelToken()
        self.writer, self.machine = writer or StandInWriter(), machine or FakeMachine()
        clock, contexts = FixedDay(today), VisitContexts(begin, KNOWLEDGE)
        template = PrepareVisit(begin, contexts, TemplateWriter(), clock.now, over_models=False)
        self._ask = QueueVisit(begin, template, KNOWLEDGE, Wanted(self.writer.engine, self.writer.model), clock)
        self._run = RunQueue(begin, contexts, self.writer, clock, GoAhead(self.token, self.machine, rules or RULES))

    def ask(
        self, planned: Visit | None = None, *kinds: DocumentKindName, client: ClientKey | None = None
    ) -> tuple[Draft, ...]:
        """The set of the first client's visit unless told otherwise; with `client`, a set without a visit."""
        planned = planned or (None if client else visit())
        key = planned.client if planned else client
        assert key
        return self._ask(key, planned, kinds or (BRIEF,), self.today)

    def run(self, report: Report = silent, *, afresh: bool = False) -> QueueRun:
        """As a program that has just begun."""
        self._run.recover()
        return self._run(report, afresh=afresh)

    def recover(self) -> Sequence[Job]:
        return self._run.recover()

    def jobs(self, *states: JobState) -> list[Job]:
        with self.begin() as uow:
            return list(uow.jobs.in_states(states or tuple(JobState)))

    def in_place(self, kind: DocumentKindName = BRIEF, planned: Visit | None = None) -> Draft:
        planned = planned or visit()
        with self.begin() as uow:
            found = uow.drafts.in_place(planned.client, planned.ref, kind)
        assert found
        return found

    def update(self, kind: DocumentKindName = BRIEF) -> Draft | None:
        draft = self.in_place(kind)
        with self.begin() as uow:
            return uow.drafts.update_of(draft.id)


def comparable(draft: Draft) -> str:
    """The draft's JSON without what may differ between two runs."""
    told = draft_object(draft)
    told["id"] = told["created"] = ""
    told["provenance"]["seconds"] = 0
    return json.dumps(told, ensure_ascii=False)
