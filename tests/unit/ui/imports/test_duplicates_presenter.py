"""名寄せ: what is decided is kept, told, and may be taken back."""

from __future__ import annotations

from tests.fakes.jobs import ImmediateJobs
from tests.fakes.records import KEY, OTHER, SOURCE, a_client
from tests.fakes.store import MemoryStore

from bankrm.application.changes import Area
from bankrm.application.decide_duplicate import DecideDuplicate
from bankrm.application.queries.duplicates import DuplicateRow, ListDuplicates
from bankrm.domain.same_client import Sameness
from bankrm.ui.pages.imports.duplicates_presenter import DuplicatesPresenter


class Shown:
    def __init__(self) -> None:
        self.rows: tuple[DuplicateRow, ...] = ()
        self.told: list[Sameness] = []

    def show_duplicates(self, rows: tuple[DuplicateRow, ...]) -> None:
        self.rows = rows

    def tell_decided(self, row: DuplicateRow, sameness: Sameness) -> None:  # noqa: ARG002
        self.told.append(sameness)


def test_a_decision_is_kept_broadcast_and_taken_back_by_later() -> None:
    store, view, jobs = MemoryStore(), Shown(), ImmediateJobs()
    with store.unit_of_work() as work:
        for key in (KEY, OTHER):
            work.records.put(a_client(key), SOURCE)
        work.commit()
    page = DuplicatesPresenter(view, jobs, ListDuplicates(store.unit_of_work), DecideDuplicate(store.unit_of_work))
    page.refresh()
    (row,) = view.rows
    page.decide(row, Sameness.SAME)
    assert jobs.changes[0].concern(Area.CLIENTS, client=OTHER)
    page.refresh()
    assert view.rows[0].settled
    page.decide(row, Sameness.LATER)
    page.refresh()
    assert not view.rows[0].settled
    assert view.told == [Sameness.SAME, Sameness.LATER]
