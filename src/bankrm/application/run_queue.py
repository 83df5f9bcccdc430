"""Work off the preparation queue: job by job in the order of the visits, section by section, and stop wherever that is asked for.

What stands survives everything: a kill costs the section at work. A job that fails leaves the template writer's draft in place and
the other jobs alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from bankrm.application.go_ahead import GoAhead, Pause, Paused
from bankrm.application.keep_draft import Standing, keep_draft
from bankrm.application.kept_sections import KeptSections, Overtaken, running
from bankrm.application.ports.clock import Clock
from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.application.queue_visit import cancel
from bankrm.application.visit_context import VisitContexts, require_planned
from bankrm.application.write_draft import inputs_digest, provenance_of, write_draft
from bankrm.domain.drafts import Draft, Provenance
from bankrm.domain.errors import ExpectedError
from bankrm.domain.ids import JobId
from bankrm.domain.preparation import CANCELLABLE, WAITING, Job, JobState, Wanted, seconds_left
from bankrm.domain.progress import Cancelled, Progress, Report, silent
from bankrm.domain.recipes import Recipe
from bankrm.domain.visits import has_begun
from bankrm.drafting.ports import DraftWriter, VisitContext

TASK = "write"  # of its progress
EARLIER_JOBS = 20  # so many jobs of the same writer tell how long its sections take
BUG = "bug"  # the code of a job that failed by an error of ours


@dataclass(frozen=True, slots=True)
class FailedJob:
    """A document that the model did not write, and what was raised."""

    job: Job
    error: Exception


@dataclass(frozen=True, slots=True)
class QueueRun:
    """How a run ended: which jobs failed, and why it rests where jobs still wait."""

    failed: tuple[FailedJob, ...] = ()
    paused: Pause | None = None


class RunQueue:
    """Write what waits for this writer."""

    def __init__(
        self,
        open_unit_of_work: OpenUnitOfWork,
        contexts: VisitContexts,
        writer: DraftWriter,
        clock: Clock,
        go_ahead: GoAhead,
    ) -> None:
        self._open, self._contexts, self._writer = open_unit_of_work, contexts, writer
        self._clock, self._go_ahead = clock, go_ahead
        self._wanted = Wanted(writer.engine, writer.model)

    def recover(self) -> tuple[Job, ...]:
        """At start-up: what was running when the program ended is interrupted. All interrupted jobs of this writer, in order."""
        with self._open() as uow:
            for job in uow.jobs.in_states({JobState.RUNNING}):
                uow.jobs.put(job.to(JobState.INTERRUPTED))
            self._give_up_what_is_over(uow)
            uow.commit()
            interrupted = uow.jobs.in_states({JobState.INTERRUPTED})
        return tuple(job for job in interrupted if job.wanted == self._wanted)

    def is_under_way(self) -> bool:
        """Whether something that this writer was asked for is still to do."""
        with self._open() as uow:
            return any(job.wanted == self._wanted for job in uow.jobs.in_states(WAITING))

    def __call__(self, report: Report = silent, *, afresh: bool = False) -> QueueRun:
        """Until nothing waits, or the rules want a rest. Raises Cancelled; the job at work is interrupted then.

        A draft in place that was made of the same is not written again: it would say the same. With `afresh` it is, but never
        one that a person touched.
        """
        failed = list[FailedJob]()
        meter = self._meter(report)
        while job := self._begin_next(meter):
            try:
                self._write(job, meter, afresh)
            except Overtaken:
                continue
            except Paused as rest:
                self._leave(job, JobState.INTERRUPTED, meter)
                return QueueRun(tuple(failed), rest.why)
            except Cancelled:
                self._leave(job, JobState.INTERRUPTED, meter)
                raise
            except Exception as error:  # a border: one document's failure takes nothing from the others
                failed.append(FailedJob(job, error))
                code = error.code if isinstance(error, ExpectedError) else BUG
                self._leave(job, JobState.FAILED, meter, code)
        return QueueRun(tuple(failed))

    def _meter(self, report: Report) -> _Meter:
        with self._open() as uow:
            done = uow.jobs.done(self._wanted, EARLIER_JOBS)
        return _Meter(report, [job.seconds / job.sections_done for job in done if job.sections_done])

    def _begin_next(self, meter: _Meter) -> Job | None:
        """The first job that waits for this writer, running."""
        with self._open() as uow:
            over = self._give_up_what_is_over(uow)
            waiting = [job for job in uow.jobs.in_states(WAITING) if job.wanted == self._wanted]
            first = waiting[0].to(JobState.RUNNING) if waiting else None
            if first:
                uow.jobs.put(first)
            uow.commit()
        meter.see(*over, *waiting)
        return first

    def _give_up_what_is_over(self, uow: UnitOfWork) -> list[Job]:
        """Nobody prepares for a day that has passed, and nothing of a client is kept for it; nor is a set written over that was
        asked for ahead of a visit that is over by now."""
        today = self._clock.today()
        return [cancel(uow, job) for job in uow.jobs.in_states(CANCELLABLE) if job.day < today or self._has_begun(job)]

    def _has_begun(self, job: Job) -> bool:
        start = job.start
        return start is not None and has_begun(start, self._clock.now()) and not has_begun(start, job.created)

    def _write(self, job: Job, meter: _Meter, afresh: bool) -> None:
        self._go_ahead.require()
        context = self._contexts(job.client, job.visit, self._clock.today())
        recipe = self._contexts.knowledge.recipes[job.kind]
        provenance = provenance_of(recipe, self._writer, context)
        with self._open() as uow:
            standing = Standing.of(uow, job.client, job.visit, context.day, job.kind)
        if standing.knows(provenance) and (standing.touched or not afresh):
            self._finish(job, context, None, meter)
            return
        draft, job = self._written(job, recipe, context, provenance, meter)
        self._finish(job, context, draft, meter)

    def _written(
        self, job: Job, recipe: Recipe, context: VisitContext, provenance: Provenance, meter: _Meter
    ) -> tuple[Draft, Job]:
        """The document by one model: where that one failed on the way and the next took its place, from the beginning."""
        while True:
            sections = KeptSections(
                self._open, job, inputs_digest(provenance), self._writer,
                before_each=self._go_ahead.require, after_each=meter.measure,
            )  # fmt: skip
            spent = replace(provenance, seconds=sections.job.seconds)
            draft = write_draft(recipe, sections, context, spent, self._clock.now)
            ended = provenance_of(recipe, self._writer, context)
            if inputs_digest(ended) == inputs_digest(provenance):
                return replace(draft, provenance=replace(draft.provenance, notices=ended.notices)), sections.job
            job, provenance = sections.job, ended

    def _finish(self, job: Job, context: VisitContext, draft: Draft | None, meter: _Meter) -> None:
        done = job.to(JobState.DONE, finished=self._clock.now())
        with self._open() as uow:
            running(uow, job.id)
            if draft:
                keep_draft(uow, draft)
            uow.jobs.forget_sections(job.id)
            uow.jobs.put(done)
            require_planned(uow, context)
            uow.commit()
        meter.see(done)

    def _leave(self, job: Job, state: JobState, meter: _Meter, error: str = "") -> None:
        with suppress(Overtaken), self._open() as uow:
            left = running(uow, job.id).to(state, error=error, finished=self._clock.now() if error else None)
            uow.jobs.put(left)
            uow.commit()
            meter.see(left)


class _Meter:
    """Sections that stand, of all jobs seen, and the seconds that the others will take."""

    def __init__(self, report: Report, earlier: Sequence[float]) -> None:
        self._report, self._earlier = report, earlier
        self._jobs: dict[JobId, Job] = {}
        self._measured: list[float] = []

    def see(self, *jobs: Job) -> None:
        """These jobs are so far by now."""
        self._jobs |= {job.id: job for job in jobs}
        counted = [job for job in self._jobs.values() if job.state is not JobState.CANCELLED]
        total = sum(job.sections_total for job in counted)
        done = sum(job.sections_total if job.is_over else job.sections_done for job in counted)
        self._report(Progress(TASK, done, total, seconds_left(total - done, self._measured, self._earlier)))

    def measure(self, job: Job, seconds: float) -> None:
        """One section more stands, and took so long."""
        self._measured.append(seconds)
        self.see(job)
