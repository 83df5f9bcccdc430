"""The way of a job, over every pair of states; and the order of the queue."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from bankrm.domain.clients import ClientKey
from bankrm.domain.ids import JobId
from bankrm.domain.preparation import UNFINISHED, WAITING, Job, JobState, Wanted, seconds_left
from bankrm.domain.recipes import DocumentKindName

S, K = JobState, DocumentKindName
DAY = date(2026, 11, 24)
JOB = Job(
    JobId("1"), ClientKey("031", "0001"), "V-1", DAY, datetime(2026, 11, 24, 10), K.VISIT_BRIEF, Wanted("llama", "m"),
    datetime(2026, 11, 20, tzinfo=UTC), sections_total=12,
)  # fmt: skip
WAYS = {
    (S.QUEUED, S.RUNNING), (S.QUEUED, S.CANCELLED), (S.RUNNING, S.INTERRUPTED), (S.RUNNING, S.DONE), (S.RUNNING, S.FAILED),
    (S.INTERRUPTED, S.RUNNING), (S.INTERRUPTED, S.CANCELLED), (S.FAILED, S.QUEUED),
    (S.FAILED, S.CANCELLED),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), list(product(JobState, JobState)))
def test_a_job_goes_its_ways_and_no_others(before: JobState, after: JobState) -> None:
    job = replace(JOB, state=before)
    if (before, after) in WAYS:
        assert job.to(after).state is after
    else:
        with pytest.raises(ValueError, match=f"{before} -> {after}"):
            job.to(after)


def test_a_job_asked_for_again_no_longer_bears_its_error() -> None:
    failed = replace(JOB, state=S.RUNNING).to(S.FAILED, error="model_failed", finished=JOB.created)
    assert (failed.error, failed.finished) == ("model_failed", JOB.created)
    assert failed.to(S.QUEUED) == JOB


def test_the_states_in_which_something_is_still_to_do() -> None:
    assert {state for state in JobState if not replace(JOB, state=state).is_over} == WAITING | {S.RUNNING}
    assert WAITING | {S.RUNNING, S.FAILED} == UNFINISHED


def test_the_queue_follows_the_visits_then_the_kinds_and_a_set_without_a_visit_ends_its_day() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    early = replace(JOB, id=JobId("2"), start=datetime(2026, 11, 24, 9, tzinfo=tokyo))
    summary = replace(JOB, id=JobId("0"), kind=K.HISTORY_SUMMARY)
    free = replace(JOB, id=JobId("3"), visit=None, start=None)
    tomorrow = replace(JOB, id=JobId("4"), start=datetime(2026, 11, 25, 8))
    queue = [tomorrow, free, summary, JOB, early]
    assert sorted(queue, key=lambda job: job.place) == [early, JOB, summary, free, tomorrow]


def test_two_jobs_are_of_one_document_where_visit_or_day_and_kind_are_the_same() -> None:
    assert replace(JOB, id=JobId("9"), day=date(2026, 11, 30)).document == JOB.document
    free = replace(JOB, visit=None)
    assert free.document != JOB.document
    assert replace(free, day=date(2026, 11, 30)).document != free.document


def test_the_time_left_is_told_by_what_was_measured_else_by_earlier_jobs_else_not() -> None:
    assert seconds_left(4, [10.0, 30.0, 20.0], [99.0]) == 80.0
    assert seconds_left(4, [], [99.0]) == 396.0
    assert seconds_left(4, [], []) is None
