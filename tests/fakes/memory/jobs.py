"""The preparation queue in memory."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from tests.fakes.memory.data import MemoryData

from bankrm.domain.drafts import Statement
from bankrm.domain.ids import JobId
from bankrm.domain.preparation import Job, JobState, Wanted


class MemoryJobs:
    def __init__(self, data: MemoryData) -> None:
        self._data = data

    def put(self, job: Job) -> None:
        self._data.jobs[job.id] = job

    def get(self, job: JobId) -> Job | None:
        return self._data.jobs.get(job)

    def in_states(self, states: Collection[JobState]) -> Sequence[Job]:
        return sorted((job for job in self._data.jobs.values() if job.state in states), key=lambda job: job.place)

    def done(self, by: Wanted, newest: int) -> Sequence[Job]:
        found = [job for job in self._data.jobs.values() if job.state is JobState.DONE and job.wanted == by]
        return sorted(found, key=lambda job: job.id, reverse=True)[:newest]

    def keep(self, job: JobId, section: str, inputs: str, statements: tuple[Statement, ...] | None) -> None:
        self._data.sections[job, section] = inputs, statements

    def kept(self, job: JobId, inputs: str) -> Mapping[str, tuple[Statement, ...] | None]:
        return {
            section: statements
            for (of, section), (made_of, statements) in self._data.sections.items()
            if (of, made_of) == (job, inputs)
        }

    def forget_sections(self, job: JobId) -> None:
        self._data.sections = {key: kept for key, kept in self._data.sections.items() if key[0] != job}
