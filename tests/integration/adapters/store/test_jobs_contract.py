"""The preparation queue, as every store keeps it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from tests.fakes.records import KEY, TOKYO, a_draft

from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.domain.drafts import FirstWriting, Reason, Verdict
from bankrm.domain.drafts import Outcome as FirstOutcome
from bankrm.domain.ids import JobId
from bankrm.domain.preparation import Job, JobState, Wanted
from bankrm.domain.recipes import DocumentKindName


def a_job(name: str, state: JobState = JobState.QUEUED, **changes: Any) -> Job:
    job = Job(
        JobId(name), KEY, "V-1", date(2026, 11, 24), datetime(2026, 11, 24, 14, 0, tzinfo=TOKYO), DocumentKindName.VISIT_BRIEF,
        Wanted("llama", "m"), datetime(2026, 11, 20, 6, 0, 0, 5, tzinfo=UTC), 12, 3, 4.25, state,
    )  # fmt: skip
    return replace(job, **changes)


def test_a_job_comes_back_as_it_was_put_last(begin: OpenUnitOfWork) -> None:
    first = a_job("1")
    done = replace(
        first, state=JobState.FAILED, sections_done=7, seconds=1 / 3, error="model_failed", finished=first.created
    )
    free = a_job("2", visit=None, start=None)
    with begin() as work:
        for job in (first, free, done):
            work.jobs.put(job)
        work.commit()
    with begin() as work:
        assert work.jobs.get(first.id) == done
        assert work.jobs.get(free.id) == free
        assert work.jobs.get(JobId("3")) is None


def test_jobs_are_found_by_their_state_in_the_queue_s_order(begin: OpenUnitOfWork) -> None:
    late, early = a_job("1", start=datetime(2026, 11, 24, 16, 0, tzinfo=TOKYO)), a_job("2", JobState.INTERRUPTED)
    with begin() as work:
        for job in (late, early, a_job("3", JobState.DONE)):
            work.jobs.put(job)
        assert work.jobs.in_states({JobState.QUEUED, JobState.INTERRUPTED}) == [early, late]
        assert work.jobs.in_states({JobState.RUNNING}) == []


def test_what_a_writer_did_last_is_told_newest_first(begin: OpenUnitOfWork) -> None:
    done = [a_job(name, JobState.DONE) for name in "123"]
    with begin() as work:
        for job in (*done, a_job("4"), a_job("5", JobState.DONE, wanted=Wanted("llama", "other"))):
            work.jobs.put(job)
        assert work.jobs.done(Wanted("llama", "m"), 2) == [done[2], done[1]]


def test_a_section_comes_back_exactly_for_the_inputs_that_it_was_written_of(begin: OpenUnitOfWork) -> None:
    (statement, *_) = a_draft().statements
    first = FirstWriting("最初の文。", Verdict.CONTRADICTED, (Reason("x", "y"),), FirstOutcome.REPAIRED, 12, 1.0)
    written = (replace(statement, origin="model", engine="llama", first=first), statement)
    with begin() as work:
        for name in "12":
            work.jobs.put(a_job(name))
        work.jobs.keep(JobId("1"), "headlines", "old", ())
        work.jobs.keep(JobId("1"), "headlines", "new", written)
        work.jobs.keep(JobId("1"), "unknown", "new", None)
        work.jobs.keep(JobId("1"), "stale", "old", written)
        work.jobs.keep(JobId("2"), "headlines", "new", ())
        work.commit()
    with begin() as work:
        assert work.jobs.kept(JobId("1"), "new") == {"headlines": written, "unknown": None}
        work.jobs.forget_sections(JobId("1"))
        assert work.jobs.kept(JobId("1"), "new") == {}
        assert work.jobs.kept(JobId("2"), "new") == {"headlines": ()}
