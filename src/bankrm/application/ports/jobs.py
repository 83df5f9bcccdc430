"""What use cases need of the store for the preparation queue."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from bankrm.domain.drafts import Statement
from bankrm.domain.ids import JobId
from bankrm.domain.preparation import Job, JobState, Wanted


class Jobs(Protocol):
    """The preparation queue: jobs in the state that they have reached, and the sections that stand of those under way."""

    def put(self, job: Job) -> None:
        """Keep a new job, or what a known one has come to."""
        ...

    def get(self, job: JobId) -> Job | None:
        """One job; what is decided on it holds until the commit. Raises StoreBusy where somebody else goes on writing."""
        ...

    def in_states(self, states: Collection[JobState]) -> Sequence[Job]:
        """Jobs in any of these states, in the queue's order; as `get`."""
        ...

    def done(self, by: Wanted, newest: int) -> Sequence[Job]:
        """So many jobs that this writer did, the newest first."""
        ...

    def keep(self, job: JobId, section: str, inputs: str, statements: tuple[Statement, ...] | None) -> None:
        """Keep one section as its writer gave it of these inputs (a digest), in place of an earlier writing of it."""
        ...

    def kept(self, job: JobId, inputs: str) -> Mapping[str, tuple[Statement, ...] | None]:
        """The sections that stand of these inputs, by their keys."""
        ...

    def forget_sections(self, job: JobId) -> None:
        """Let go of what was kept of a job."""
        ...
