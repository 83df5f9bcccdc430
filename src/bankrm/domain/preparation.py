"""The preparation queue (準備の待ち行列): one job for each document that a language model is to write, and the way it goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from statistics import median

from bankrm.domain.clients import ClientKey
from bankrm.domain.ids import JobId
from bankrm.domain.recipes import DocumentKindName

_KINDS = tuple(DocumentKindName)


class JobState(StrEnum):
    """How far a job is; what was running when the program ended is interrupted at its next start."""

    QUEUED = "queued"
    RUNNING = "running"
    INTERRUPTED = "interrupted"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


_ALLOWED: Mapping[JobState, frozenset[JobState]] = {
    JobState.QUEUED: frozenset({JobState.RUNNING, JobState.CANCELLED}),
    JobState.RUNNING: frozenset({JobState.INTERRUPTED, JobState.DONE, JobState.FAILED}),
    JobState.INTERRUPTED: frozenset({JobState.RUNNING, JobState.CANCELLED}),
    JobState.FAILED: frozenset(
        {JobState.QUEUED, JobState.CANCELLED}
    ),  # asked for again, what stands is not written twice
    JobState.DONE: frozenset(),
    JobState.CANCELLED: frozenset(),
}

WAITING = frozenset({JobState.QUEUED, JobState.INTERRUPTED})
CANCELLABLE = frozenset(state for state, ways in _ALLOWED.items() if JobState.CANCELLED in ways)
UNFINISHED = CANCELLABLE | {JobState.RUNNING}


@dataclass(frozen=True, slots=True)
class Wanted:
    """The writer that a job waits for."""

    engine: str
    model: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """One document of one visit (None: a set without a visit, of `day`), to be written section by section.

    `seconds` is what the sections that stand took; `error` is the code of what made it fail.
    """

    id: JobId
    client: ClientKey
    visit: str | None
    day: date
    start: datetime | None
    kind: DocumentKindName
    wanted: Wanted
    created: datetime
    sections_total: int
    sections_done: int = 0
    seconds: float = 0.0
    state: JobState = JobState.QUEUED
    error: str = ""
    finished: datetime | None = None

    @property
    def is_over(self) -> bool:
        """Whether no section of it is written any more."""
        return self.state not in WAITING and self.state is not JobState.RUNNING

    @property
    def document(self) -> tuple[ClientKey, str | date, DocumentKindName]:
        """What it writes: a kind for a visit, or for a day without one."""
        return self.client, self.visit or self.day, self.kind

    @property
    def place(self) -> tuple[datetime, ClientKey, int, JobId]:
        """Where it stands in the queue: by the visit's time at the branch, then client and kind; what has no visit ends its day."""
        start = self.start.replace(tzinfo=None) if self.start else datetime.combine(self.day, time.max)
        return start, self.client, _KINDS.index(self.kind), self.id

    def to(self, state: JobState, *, error: str = "", finished: datetime | None = None) -> Job:
        """The job in that state. Raises ValueError where no way leads there."""
        if state not in _ALLOWED[self.state]:
            raise ValueError(f"{self.state} -> {state}")
        return replace(self, state=state, error=error, finished=finished)

    def with_section(self, seconds: float) -> Job:
        """One section more stands."""
        return replace(self, sections_done=self.sections_done + 1, seconds=self.seconds + seconds)


def seconds_left(sections: int, measured: Iterable[float], earlier: Iterable[float]) -> float | None:
    """What so many sections will take by the median of those measured, else of earlier ones; None where nothing is known."""
    known = tuple(measured) or tuple(earlier)
    return sections * median(known) if known else None
