"""The draft page with one draft open."""

from __future__ import annotations

import pytest
from tests.fakes.editing import a_writing
from tests.fakes.jobs import HeldJobs
from tests.unit.ui.drafts.presenting import FIRST, SECOND, Bench

from bankrm.ui.places import DraftsPlace


@pytest.fixture(name="bench")
def _bench() -> Bench:
    bench = Bench()
    bench.page.arrive(DraftsPlace(draft=FIRST))
    return bench


@pytest.fixture(name="late")
def _late() -> tuple[Bench, HeldJobs]:
    """The first of two drafts is open; answers come when the test lets them."""
    jobs = HeldJobs()
    bench = Bench(jobs)
    with bench.store.unit_of_work() as uow:
        uow.drafts.add(a_writing(id=SECOND, visit="visit-2"))
        uow.commit()
    bench.page.open(FIRST)
    jobs.go_on()
    return bench, jobs
