"""取込: where each file stands, what is told at the end, what waits; with the real readers and no Qt."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.fakes.files import PROFILES, saved
from tests.fakes.jobs import HeldJobs, ImmediateJobs
from tests.fakes.layouts import STRANGE
from tests.fakes.store import MemoryStore, MemoryUnitOfWork

from bankrm.adapters.importing.layouts import TableLayouts
from bankrm.adapters.importing.registry import Readers
from bankrm.application.changes import Area
from bankrm.application.import_files import ImportFiles
from bankrm.application.ports.readers import FileMissing
from bankrm.application.ports.store import StoreDiskFull
from bankrm.application.ports.unit_of_work import OpenUnitOfWork
from bankrm.application.queries.imports import (
    DataState,
    FindingRow,
    ImportRow,
    ListImports,
    ShowFindings,
    TellDataState,
)
from bankrm.domain.errors import ExpectedError
from bankrm.ui.pages.imports.files import FileRow, FileState
from bankrm.ui.pages.imports.presenter import ImportPresenter, Sources

CLIENTS = "店番,CIF番号,取引先名\n012,0012345,楡津\n012,x,みなも\n"
PEOPLE = "店番,CIF番号,面談者名,役職\n012,0012345,田辺　一郎,社長\n"


class Shown:
    """What the page was told last."""

    def __init__(self) -> None:
        self.files: tuple[FileRow, ...] = ()
        self.running: list[bool] = []
        self.state: DataState | None = None
        self.history: tuple[ImportRow, ...] = ()
        self.more = False
        self.findings: tuple[FindingRow, ...] | None = None
        self.refusal: ExpectedError | None = None
        self.laid_out: Path | None = None

    def show_files(self, rows: tuple[FileRow, ...], *, running: bool) -> None:
        self.files = rows
        self.running.append(running)

    def show_state(self, state: DataState) -> None:
        self.state = state

    def show_history(self, rows: tuple[ImportRow, ...], *, more: bool) -> None:
        self.history, self.more = rows, more

    def show_findings(self, row: FileRow, findings: tuple[FindingRow, ...] | None) -> None:  # noqa: ARG002
        self.findings = findings

    def show_refusal(self, error: ExpectedError | None) -> None:
        self.refusal = error

    def open_layout(self, path: Path) -> None:
        self.laid_out = path

    @property
    def states(self) -> dict[str, FileState]:
        return {row.path.name: row.state for row in self.files}


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def view() -> Shown:
    return Shown()


def presenter(
    view: Shown, store: MemoryStore, jobs: ImmediateJobs, begin: OpenUnitOfWork | None = None
) -> ImportPresenter:
    sources = Sources(
        lambda: ImportFiles(begin or store.unit_of_work, Readers.with_profiles(PROFILES)),
        ListImports(store.unit_of_work),
        TellDataState(store.unit_of_work),
        ShowFindings(TableLayouts(PROFILES, Path("nowhere"))),
    )
    return ImportPresenter(view, jobs, sources)


def test_each_file_ends_in_its_state_and_what_changed_is_broadcast(
    tmp_path: Path, view: Shown, store: MemoryStore
) -> None:
    for name, text in (("c.csv", CLIENTS), ("p.csv", PEOPLE), ("s.csv", STRANGE), ("x.exe", "x")):
        saved(tmp_path, name, text)
    jobs = ImmediateJobs()
    presenter(view, store, jobs).take([tmp_path])
    assert view.states == {
        "c.csv": FileState.TAKEN, "p.csv": FileState.TAKEN, "s.csv": FileState.REFUSED, "x.exe": FileState.LEFT_OUT,
    }  # fmt: skip
    assert view.running[0] is True
    assert view.running[-1] is False
    assert [change.concern(Area.RECORDS) for change in jobs.changes] == [True]


def test_checking_alone_keeps_nothing_and_broadcasts_nothing(tmp_path: Path, view: Shown, store: MemoryStore) -> None:
    jobs = ImmediateJobs()
    presenter(view, store, jobs).take([saved(tmp_path, "c.csv", CLIENTS).path], dry_run=True)
    assert view.states == {"c.csv": FileState.CHECKED}
    assert not store.data.records
    assert not jobs.changes[0].areas


def test_a_file_that_comes_again_takes_its_old_place(tmp_path: Path, view: Shown, store: MemoryStore) -> None:
    path = saved(tmp_path, "c.csv", CLIENTS).path
    page = presenter(view, store, ImmediateJobs())
    page.take([path], dry_run=True)
    page.take([path])
    assert view.states == {"c.csv": FileState.TAKEN}


def test_what_is_dropped_during_a_run_waits_its_turn(tmp_path: Path, view: Shown, store: MemoryStore) -> None:
    jobs = HeldJobs()
    page = presenter(view, store, jobs)
    page.take([saved(tmp_path, "c.csv", CLIENTS).path])
    page.take([saved(tmp_path, "p.csv", PEOPLE).path])
    for _ in range(6):
        jobs.go()
    assert view.states == {"c.csv": FileState.TAKEN, "p.csv": FileState.TAKEN}


def test_where_the_disk_is_full_what_was_taken_stands_and_the_rest_is_stopped_with_the_reason(
    tmp_path: Path, view: Shown, store: MemoryStore
) -> None:
    class Full(MemoryUnitOfWork):
        def commit(self) -> None:
            if store.data.records:
                raise StoreDiskFull(path="store.db")
            super().commit()

    jobs = ImmediateJobs()
    files = [saved(tmp_path, "c.csv", CLIENTS).path, saved(tmp_path, "p.csv", PEOPLE).path]
    presenter(view, store, jobs, lambda: Full(store)).take(files)
    assert view.states == {"c.csv": FileState.TAKEN, "p.csv": FileState.STOPPED}
    assert isinstance(view.refusal, StoreDiskFull)
    assert view.files[1].error is view.refusal
    assert jobs.changes[0].concern(Area.RECORDS)


def test_a_path_that_is_not_there_is_said_and_the_next_run_clears_it(
    tmp_path: Path, view: Shown, store: MemoryStore
) -> None:
    page = presenter(view, store, ImmediateJobs())
    page.take([tmp_path / "nowhere.csv"])
    assert isinstance(view.refusal, FileMissing)
    page.take([saved(tmp_path, "c.csv", CLIENTS).path])
    assert view.refusal is None


def test_a_file_with_errors_opens_its_rows_and_one_without_a_layout_its_mapping(
    tmp_path: Path, view: Shown, store: MemoryStore
) -> None:
    clients, strange = saved(tmp_path, "c.csv", CLIENTS).path, saved(tmp_path, "s.csv", STRANGE).path
    page = presenter(view, store, ImmediateJobs())
    page.take([clients, strange])
    page.open(clients)
    assert view.findings is not None
    assert [(row.finding.line, row.value, row.is_error) for row in view.findings] == [(3, "x", True)]
    page.open(strange)
    assert view.laid_out == strange


def test_the_rows_of_a_file_that_is_gone_are_told_without_their_values(
    tmp_path: Path, view: Shown, store: MemoryStore
) -> None:
    path = saved(tmp_path, "c.csv", CLIENTS).path
    page = presenter(view, store, ImmediateJobs())
    page.take([path])
    path.unlink()
    page.open(path)
    assert view.findings is not None
    assert [(row.finding.reason, row.value) for row in view.findings] == [("invalid_cif", None)]


def test_arriving_tells_what_there_is_and_takes_the_files_that_one_came_with(
    tmp_path: Path, view: Shown, store: MemoryStore
) -> None:
    page = presenter(view, store, ImmediateJobs())
    page.arrive([saved(tmp_path, "c.csv", CLIENTS).path])
    assert view.state is not None
    assert view.state.missing[0] == "client"
    page.refresh()
    assert view.state.missing[0] == "interaction"
    assert [row.name for row in view.history] == ["c.csv"]
    assert not view.more


def test_stopping_forgets_what_waits(tmp_path: Path, view: Shown, store: MemoryStore) -> None:
    jobs = HeldJobs()
    page = presenter(view, store, jobs)
    page.take([saved(tmp_path, "c.csv", CLIENTS).path])
    page.take([saved(tmp_path, "p.csv", PEOPLE).path])
    page.cancel()
    for _ in range(6):
        jobs.go()
    assert "p.csv" not in view.states
    assert view.running[-1] is False
