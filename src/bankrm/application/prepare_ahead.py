"""Sets before they are asked for: the template writer's of whole days at once, then a language model's in their place.

What was made of the same records stays as it is, and a person's work always does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from bankrm.application.changes import Area, Changes
from bankrm.application.ports.clock import Clock
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.application.prepare_sets import FailedSet, PrepareSets, Task
from bankrm.application.queries.unrecorded import visits_without_record
from bankrm.application.run_queue import QueueRun, RunQueue
from bankrm.domain.progress import CancelToken, Progress, Report, silent
from bankrm.domain.recipes import VISIT_SET
from bankrm.domain.visits import has_begun

KINDS = tuple(kind.value for kind in VISIT_SET)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What changed, and the visits that did not get their set."""

    changes: Changes
    failed: tuple[FailedSet, ...] = ()


class PrepareAhead:
    """The template writer's part: a second or less for a visit."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, sets: PrepareSets, clock: Clock) -> None:
        """`sets` are of a use case that leaves alone what was made of the same."""
        self._open, self._sets, self._clock = open_unit_of_work, sets, clock

    def __call__(self, days: Collection[date], token: CancelToken, report: Report = silent) -> Prepared:
        """All visits of these days, each kept as soon as it is written. Raises Cancelled."""

        def between(progress: Progress) -> None:
            token.check()
            report(progress)

        outcome = self._sets(tasks_ahead(self._open, days, self._clock.now()), KINDS, None, report=between)
        clients = frozenset(one.client for one in outcome.sets)
        return Prepared(Changes.of(Area.DRAFTS, clients=clients) if clients else Changes(), outcome.failed)


@dataclass(frozen=True, slots=True)
class Written:
    """How the queue's run ended."""

    run: QueueRun
    changes: Changes


class WriteAhead:
    """A language model's part: minutes for a document, in the order of the visits, and what waited from before with it."""

    def __init__(self, open_unit_of_work: OpenUnitOfWork, ask: PrepareSets, run: RunQueue, clock: Clock) -> None:
        self._open, self._ask, self._run, self._clock = open_unit_of_work, ask, run, clock

    def __call__(self, days: Collection[date], report: Report = silent) -> Written:
        """Until nothing waits, or the rules want a rest. Raises Cancelled: a later call goes on."""
        self._run.recover()
        self._ask(tasks_ahead(self._open, days, self._clock.now()), KINDS, None)
        return Written(self._run(report), Changes.of(Area.DRAFTS, Area.QUEUE))


def tasks_ahead(open_unit_of_work: OpenUnitOfWork, days: Collection[date], now: datetime) -> list[Task]:
    """The visits of these days to clients that are known, in time order; none that is recorded, or has begun with a set: that stays
    as it was taken along."""

    def found() -> Iterator[Task]:
        with open_unit_of_work() as uow:
            known = {client.key for client in uow.records.clients()}
            for day in sorted(days):
                visits = [v for v in visits_without_record(uow, day, day) if v.client in known]
                begun = [v.ref for v in visits if has_begun(v.start, now)]
                taken_along = {draft.visit for draft in uow.drafts.of_visits(begun)}
                yield from (Task(v.client, v) for v in visits if v.ref not in taken_along)

    return list(found())
