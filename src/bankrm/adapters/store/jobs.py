"""The preparation queue in the store."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import delete
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import col
from sqlmodel import select as select_rows

from bankrm.adapters.store.rows import METADATA
from bankrm.adapters.store.rows.jobs import (
    JobRow,
    KeptSectionRow,
    job_columns,
    statements_text,
    to_job,
    to_statements,
)
from bankrm.adapters.store.transaction import Transaction
from bankrm.domain.drafts import Statement
from bankrm.domain.ids import JobId
from bankrm.domain.preparation import Job, JobState, Wanted

_JOB, _KEPT = METADATA.tables["job"], METADATA.tables["kept_section"]


class SqlCipherJobs:
    """Jobs in the state that they have reached, and the sections that stand of those under way."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def put(self, job: Job) -> None:
        """Keep a new job, or what a known one has come to."""
        columns = job_columns(job)
        new = insert(_JOB).values(**columns)
        self._transaction.writing().execute(new.on_conflict_do_update(index_elements=["id"], set_=columns))

    def get(self, job: JobId) -> Job | None:
        """One job; read as the only writer."""
        self._transaction.writing()
        found = self._transaction.rows(select_rows(JobRow).where(JobRow.id == job))
        return to_job(found[0]) if found else None

    def in_states(self, states: Collection[JobState]) -> Sequence[Job]:
        """Jobs in any of these states, in their order; read as the only writer."""
        self._transaction.writing()
        found = self._transaction.rows(select_rows(JobRow).where(col(JobRow.state).in_(map(str, states))))
        return sorted(map(to_job, found), key=lambda job: job.place)

    def done(self, by: Wanted, newest: int) -> Sequence[Job]:
        """So many jobs that this writer did, the newest first."""
        found = select_rows(JobRow).where(
            JobRow.state == JobState.DONE, JobRow.engine == by.engine, JobRow.model == by.model
        )
        return [to_job(row) for row in self._transaction.rows(found.order_by(col(JobRow.id).desc()).limit(newest))]

    def keep(self, job: JobId, section: str, inputs: str, statements: tuple[Statement, ...] | None) -> None:
        """Keep one section as written of these inputs, in place of an earlier writing of it."""
        columns = {"job": job, "section": section, "inputs": inputs, "statements": statements_text(statements)}
        new = insert(_KEPT).values(**columns)
        upsert = new.on_conflict_do_update(index_elements=["job", "section"], set_=columns)
        self._transaction.writing().execute(upsert)

    def kept(self, job: JobId, inputs: str) -> Mapping[str, tuple[Statement, ...] | None]:
        """The sections that stand of these inputs, by their keys."""
        found = select_rows(KeptSectionRow).where(KeptSectionRow.job == job, KeptSectionRow.inputs == inputs)
        return {row.section: to_statements(row.statements) for row in self._transaction.rows(found)}

    def forget_sections(self, job: JobId) -> None:
        """Let go of what was kept of a job."""
        self._transaction.writing().execute(delete(_KEPT).where(_KEPT.c.job == job))
