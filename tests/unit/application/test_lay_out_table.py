"""A new layout: proposed, checked against the clients that are known, tried on the whole file, kept with its audit entry."""

from __future__ import annotations

from pathlib import Path
from typing import Self

import pytest
from tests.fakes.files import PROFILES, saved
from tests.fakes.layouts import STRANGE
from tests.fakes.store import MemoryStore, MemoryUnitOfWork

from bankrm.adapters.importing.layouts import TableLayouts
from bankrm.adapters.importing.registry import Readers
from bankrm.application.import_files import ImportFiles
from bankrm.application.lay_out_table import LayOutTable
from bankrm.application.ports.layouts import Layout, ProfileNameTaken
from bankrm.application.ports.readers import ProfileMismatch
from bankrm.application.ports.store import StoreBusy
from bankrm.application.queries.imports import ShowFindings
from bankrm.domain.audit import Act
from bankrm.domain.progress import Cancelled, CancelToken

CLIENTS = "店番,CIF番号,取引先名\n012,0012345,楡津\n012,0012346,みなも\n"
HOST = Layout(1, 4, "host", {"branch": 0, "cif": 1, "loans": 3, "deposits": 4})


@pytest.fixture
def store(tmp_path: Path) -> MemoryStore:
    store = MemoryStore()
    ImportFiles(store.unit_of_work, Readers.with_profiles(PROFILES))([saved(tmp_path, "c.csv", CLIENTS).path])
    return store


@pytest.fixture
def table(store: MemoryStore, tmp_path: Path) -> LayOutTable:
    path = saved(tmp_path, "yoshin.csv", STRANGE).path
    return LayOutTable(store.unit_of_work, TableLayouts(PROFILES, tmp_path / "own"), path)


def test_one_begins_with_the_table_and_what_fits_best(table: LayOutTable) -> None:
    begun = table.begin()
    assert begun.proposal.layout.header == 4
    assert {kind.name for kind in begun.kinds} >= {"client", "host", "statement"}
    assert begun.sheets[0].head[3].cells[0] == "店"


def test_a_row_of_an_unknown_client_is_in_error_before_it_is_imported(table: LayOutTable) -> None:
    check = table.check(HOST)
    assert not check.faults
    assert [[finding.reason for finding in row.errors] for row in check.rows] == [[], [], ["unknown_client"], []]


def test_the_whole_file_is_tried_and_nothing_is_kept(table: LayOutTable, store: MemoryStore) -> None:
    before = store.data
    report = table.try_out(HOST)
    assert (report.rows, report.new, len(report.errors), dict(report.skipped)) == (4, 1, 2, {"total": 1})
    assert store.data is before


def test_a_trial_can_be_stopped(table: LayOutTable) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        table.try_out(HOST, token=token)


def test_a_layout_with_faults_is_refused_in_the_trials_report(table: LayOutTable) -> None:
    report = table.try_out(Layout(1, 4, "host", {"loans": 3}))
    assert isinstance(report.refused, ProfileMismatch)


def test_a_kept_layout_is_audited_by_its_digest_and_used_at_once(
    table: LayOutTable, store: MemoryStore, tmp_path: Path
) -> None:
    table.keep(HOST, "与信一覧")
    entry = store.data.audit[-1]
    assert (entry.act, entry.object) == (Act.PROFILE_SAVED, "profile")
    assert len(entry.object_hash) == 64
    assert "与信一覧" not in str(entry.detail)
    take = ImportFiles(store.unit_of_work, Readers.with_profiles(PROFILES, tmp_path / "own"))
    (report,) = take([tmp_path / "yoshin.csv"])
    assert (report.profile, report.new) == ("与信一覧", 1)


def test_a_refused_name_leaves_no_audit_entry(table: LayOutTable, store: MemoryStore) -> None:
    entries = len(store.data.audit)
    with pytest.raises(ProfileNameTaken):
        table.keep(HOST, "clients")
    assert len(store.data.audit) == entries


def test_where_the_store_is_busy_no_profile_is_saved(table: LayOutTable, store: MemoryStore, tmp_path: Path) -> None:
    class Busy(MemoryUnitOfWork):
        def __enter__(self) -> Self:
            raise StoreBusy(path="store.db")

    busy = LayOutTable(lambda: Busy(store), TableLayouts(PROFILES, tmp_path / "own"), tmp_path / "yoshin.csv")
    with pytest.raises(StoreBusy):
        busy.keep(HOST, "与信一覧")
    assert list((tmp_path / "own").iterdir()) == []
    table.keep(HOST, "与信一覧")
    assert [path.name for path in (tmp_path / "own").iterdir()] == ["与信一覧.toml"]


def test_a_finding_stands_beside_what_its_cell_holds(table: LayOutTable, tmp_path: Path) -> None:
    report = table.try_out(HOST)
    show = ShowFindings(TableLayouts(PROFILES, tmp_path / "own"))
    rows = show(report)
    assert [(row.finding.line, row.finding.reason, row.value) for row in rows if row.is_error] == [
        (6, "not_an_amount", "1,5O0"), (7, "unknown_client", None),
    ]  # fmt: skip
    assert str(rows[1].finding.clients[0]) == "025-0012347"


def test_rows_are_previewed_under_the_cif_of_their_client(store: MemoryStore, tmp_path: Path) -> None:
    path = saved(tmp_path, "h.csv", "店番,CIF,預金\n012,12345,5\n025,12346,5\n012,99,5\n").path
    table = LayOutTable(store.unit_of_work, TableLayouts(PROFILES, tmp_path / "own"), path)
    rows = table.check(Layout(1, 1, "host", {"branch": 0, "cif": 1, "deposits": 2})).rows
    assert [row.cells["cif"].value for row in rows[:2]] == ["0012345", "0012346"]
    assert [[(one.reason, list(map(str, one.clients))) for one in row.errors] for row in rows[:2]] == [
        [], [("registered_elsewhere", ["025-12346", "012-0012346"])],
    ]  # fmt: skip


def test_a_new_clients_cif_that_is_too_short_is_pointed_out(store: MemoryStore, tmp_path: Path) -> None:
    path = saved(tmp_path, "t.csv", "店番,CIF,名\n012,12345,楡津\n012,54321,新しい先\n012,0054322,次の先\n").path
    table = LayOutTable(store.unit_of_work, TableLayouts(PROFILES, tmp_path / "own"), path)
    rows = table.check(Layout(1, 1, "client", {"branch": 0, "cif": 1, "name": 2})).rows
    assert [(row.cells["cif"].value, row.cells["cif"].reason) for row in rows] == [
        ("0012345", ""), ("54321", "cif_short"), ("0054322", ""),
    ]  # fmt: skip
