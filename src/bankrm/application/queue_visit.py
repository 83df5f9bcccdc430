"""Ask for a visit's set (準備の待ち行列): the template writer's stands at once, and a language model's will take its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bankrm.application.keep_draft import DraftsInPlace
from bankrm.application.ports.clock import Clock
from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.application.prepare_visit import PrepareVisit
from bankrm.application.visit_context import Knowledge
from bankrm.domain.clients import ClientKey
from bankrm.domain.drafts import Draft
from bankrm.domain.ids import JobId, new_uuid7
from bankrm.domain.preparation import CANCELLABLE, UNFINISHED, Job, JobState, Wanted
from bankrm.domain.recipes import DocumentKindName
from bankrm.domain.visits import Visit


class QueueVisit:
    """Let the template writer's set of one visit stand, and queue a job for each of its documents."""

    def __init__(
        self,
        open_unit_of_work: OpenUnitOfWork,
        template: PrepareVisit,
        knowledge: Knowledge,
        wanted: Wanted,
        clock: Clock,
    ) -> None:
        self._open, self._template, self._in_place = open_unit_of_work, template, DraftsInPlace(open_unit_of_work)
        self._recipes, self._wanted, self._clock = knowledge.recipes, wanted, clock

    def __call__(
        self, client: ClientKey, visit: Visit | None, kinds: Sequence[DocumentKindName], today: date
    ) -> tuple[Draft, ...]:
        """The drafts in place then: the template's, but where a model's of the same evidence or a person's stands.

        A job that waits is not queued twice, one that failed waits again, those for other writers are cancelled. Raises NotFound.
        """
        standing = {draft.kind: draft for draft in self._in_place(client, visit, kinds, today)}
        untouched = [kind for kind in kinds if not (kind in standing and standing[kind].touched)]
        self._template(client, visit, untouched, today)
        with self._open() as uow:
            for kind in kinds:
                self._queue(uow, self._job(client, visit, kind, today))
            uow.commit()
        return self._in_place(client, visit, kinds, today)

    def _job(self, client: ClientKey, visit: Visit | None, kind: DocumentKindName, today: date) -> Job:
        ref, day, start = (visit.ref, visit.day, visit.start) if visit else (None, today, None)
        sections, now = len(self._recipes[kind].sections), self._clock.now()
        return Job(JobId(new_uuid7()), client, ref, day, start, kind, self._wanted, now, sections_total=sections)

    def _queue(self, uow: UnitOfWork, new: Job) -> None:
        known = [job for job in uow.jobs.in_states(UNFINISHED) if job.document == new.document]
        for job in known:
            if job.wanted != new.wanted and job.state in CANCELLABLE:
                cancel(uow, job)
        same = next((job for job in known if job.wanted == new.wanted), None)
        if same is None:
            uow.jobs.put(new)
        else:
            waiting = same.to(JobState.QUEUED) if same.state is JobState.FAILED else same
            uow.jobs.put(replace(waiting, day=new.day, start=new.start))


def cancel(uow: UnitOfWork, job: Job) -> Job:
    """Give up a job and what stands of it; the job as it is then."""
    cancelled = job.to(JobState.CANCELLED)
    uow.jobs.forget_sections(job.id)
    uow.jobs.put(cancelled)
    return cancelled
