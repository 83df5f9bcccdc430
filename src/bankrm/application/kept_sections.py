"""Sections of a job that are written once: each is kept as it is finished, so that a kill at any moment costs at most one."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from bankrm.application.ports.unit_of_work import OpenUnitOfWork, UnitOfWork
from bankrm.domain.drafts import Statement
from bankrm.domain.ids import JobId
from bankrm.domain.preparation import Job, JobState
from bankrm.domain.recipes import Recipe, RecipeSection
from bankrm.drafting.ports import SectionWriter, VisitContext


class Overtaken(Exception):
    """Another BankRM went on with the job: nothing of it is left to do here."""


def running(uow: UnitOfWork, job: JobId) -> Job:
    """The job as the store knows it. Raises Overtaken where it no longer runs."""
    found = uow.jobs.get(job)
    if found is None or found.state is not JobState.RUNNING:
        raise Overtaken
    return found


class KeptSections:
    """A section writer that takes what an earlier run kept of the same inputs, and lets another write the rest.

    `before_each` may raise where the work must stop; `after_each` hears the job as it is now, and the seconds of the section.
    """

    def __init__(
        self,
        open_unit_of_work: OpenUnitOfWork,
        job: Job,
        inputs: str,
        writer: SectionWriter,
        *,
        before_each: Callable[[], None],
        after_each: Callable[[Job, float], None],
    ) -> None:
        self._open, self._inputs, self._writer = open_unit_of_work, inputs, writer
        self._before_each, self._after_each = before_each, after_each
        self.engine = writer.engine
        with self._open() as uow:
            self._kept = uow.jobs.kept(job.id, inputs)
        self.job = replace(job, sections_done=len(self._kept), seconds=job.seconds if self._kept else 0.0)

    def write(self, recipe: Recipe, section: RecipeSection, context: VisitContext) -> Sequence[Statement] | None:
        """What stands, or what the writer writes now; then it stands."""
        if section.key in self._kept:
            return self._kept[section.key]
        self._before_each()
        start = time.monotonic()
        written = self._writer.write(recipe, section, context)
        statements = None if written is None else tuple(written)
        self._keep(section.key, statements, time.monotonic() - start)
        return statements

    def _keep(self, section: str, statements: tuple[Statement, ...] | None, seconds: float) -> None:
        self.job = self.job.with_section(seconds)
        with self._open() as uow:
            running(uow, self.job.id)
            uow.jobs.keep(self.job.id, section, self._inputs, statements)
            uow.jobs.put(self.job)
            uow.commit()
        self._after_each(self.job, seconds)
