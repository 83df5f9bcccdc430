"""準備の待ち行列: jobs and the sections that stand of those under way."""

from __future__ import annotations

import json
from datetime import date, datetime

from sqlmodel import Field

from bankrm.adapters.store.plain import from_plain, to_plain
from bankrm.adapters.store.rows.base import StoreTable, ZonedTime
from bankrm.domain.clients import ClientKey
from bankrm.domain.drafts import Statement
from bankrm.domain.ids import JobId
from bankrm.domain.preparation import Job, JobState, Wanted
from bankrm.domain.recipes import DocumentKindName


class JobRow(StoreTable, table=True):
    """One document that a language model is to write."""

    __tablename__ = "job"

    id: str = Field(primary_key=True)
    branch: str
    cif: str
    visit: str | None = None
    day: date
    start: datetime | None = Field(default=None, sa_type=ZonedTime)
    kind: str
    engine: str
    model: str
    created: datetime = Field(sa_type=ZonedTime)
    sections_total: int
    sections_done: int
    seconds: float
    state: str = Field(index=True)
    error: str
    finished: datetime | None = Field(default=None, sa_type=ZonedTime)


class KeptSectionRow(StoreTable, table=True):
    """One section as its writer gave it: `statements` is JSON, null where the writer did not know the section."""

    __tablename__ = "kept_section"

    job: str = Field(primary_key=True, foreign_key="job.id")
    section: str = Field(primary_key=True)
    inputs: str
    statements: str


def job_columns(job: Job) -> dict[str, object]:
    """The columns of one job."""
    return {
        "id": job.id,
        "branch": job.client.branch,
        "cif": job.client.cif,
        "visit": job.visit,
        "day": job.day,
        "start": job.start,
        "kind": str(job.kind),
        "engine": job.wanted.engine,
        "model": job.wanted.model,
        "created": job.created,
        "sections_total": job.sections_total,
        "sections_done": job.sections_done,
        "seconds": job.seconds,
        "state": str(job.state),
        "error": job.error,
        "finished": job.finished,
    }


def to_job(row: JobRow) -> Job:
    """The domain's value of a row."""
    return Job(
        JobId(row.id), ClientKey(row.branch, row.cif), row.visit, row.day, row.start, DocumentKindName(row.kind),
        Wanted(row.engine, row.model), row.created, row.sections_total, row.sections_done, row.seconds, JobState(row.state),
        row.error, row.finished,
    )  # fmt: skip


def statements_text(statements: tuple[Statement, ...] | None) -> str:
    """A section as text."""
    return json.dumps(to_plain(statements), ensure_ascii=False, separators=(",", ":"))


def to_statements(text: str) -> tuple[Statement, ...] | None:
    """The section exactly as it was kept."""
    plain = json.loads(text)
    return None if plain is None else tuple(from_plain(Statement, one) for one in plain)
