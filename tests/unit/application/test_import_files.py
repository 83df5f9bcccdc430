"""Tables come in row by row, each file wholly or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from tests.fakes.files import PROFILES, saved
from tests.fakes.store import MemoryStore, MemoryUnitOfWork
from tests.unit.application.importing import CLIENTS, counts

from bankrm.adapters.importing.registry import Readers
from bankrm.application.changes import Area
from bankrm.application.file_report import FileReport
from bankrm.application.import_files import FileBegun, FilesPlanned, ImportFiles, Step, changes_of
from bankrm.application.ports.readers import FileMissing, FileUnreadable, ProfileUndecided, TypeUnsupported
from bankrm.application.ports.store import StoreDiskFull
from bankrm.domain.business import HostFigures, HostItem
from bankrm.domain.clients import Contact
from bankrm.domain.progress import Cancelled, CancelToken, Progress

R = TypeVar("R")
PEOPLE = "店番,CIF番号,面談者名,役職\n012,12345,田辺　一郎,社長\n025,0012345,佐伯　恵子,部長\n"


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def take(store: MemoryStore) -> ImportFiles:
    return ImportFiles(store.unit_of_work, Readers.with_profiles(PROFILES))


def clients(store: MemoryStore) -> list[str]:
    with store.unit_of_work() as uow:
        return [str(client.key) for client in uow.records.clients()]


def test_clients_come_first_whatever_the_order_of_the_paths(tmp_path: Path, take: ImportFiles) -> None:
    people, firms = saved(tmp_path, "a.csv", PEOPLE).path, saved(tmp_path, "z.csv", CLIENTS).path
    reports = take([people, firms])
    assert [(report.path, report.profile) for report in reports] == [(str(firms), "clients"), (str(people), "contacts")]
    assert [counts(report) for report in reports] == [(2, 2, 0, 0), (2, 2, 0, 0)]
    assert not any(report.has_findings for report in reports)


def test_the_same_cif_in_two_branches_stays_two_clients(tmp_path: Path, take: ImportFiles, store: MemoryStore) -> None:
    take([saved(tmp_path, "c.csv", CLIENTS).path])
    assert clients(store) == ["012-0012345", "025-0012345"]


def test_the_same_file_twice_changes_nothing_and_an_amended_one_only_what_differs(
    tmp_path: Path, take: ImportFiles
) -> None:
    path = saved(tmp_path, "c.csv", CLIENTS).path
    take([path])
    (again,) = take([path])
    assert counts(again) == (2, 0, 0, 2)
    (amended,) = take([saved(tmp_path, "c.csv", CLIENTS.replace("楡津", "新楡津")).path])
    assert counts(amended) == (2, 0, 1, 1)


def test_a_row_of_an_unknown_client_is_an_error_and_the_others_are_kept(tmp_path: Path, take: ImportFiles) -> None:
    take([saved(tmp_path, "c.csv", CLIENTS).path])
    (report,) = take([saved(tmp_path, "p.csv", PEOPLE + "012,9999999,誰か,\n").path])
    assert counts(report) == (3, 2, 0, 0)
    assert [(error.line, error.reason) for error in report.errors] == [(4, "unknown_client")]


def test_two_rows_of_one_key_do_not_hide_each_other(tmp_path: Path, take: ImportFiles) -> None:
    (report,) = take([saved(tmp_path, "c.csv", CLIENTS + "012,0012345,別の名,\n").path])
    assert counts(report) == (3, 2, 0, 0)
    assert [(error.line, error.reason) for error in report.errors] == [(4, "duplicate_in_file")]


def test_warnings_name_check_digits_restored_zeros_and_possible_duplicates(tmp_path: Path, take: ImportFiles) -> None:
    text = CLIENTS + "012,0012399,楡津㈱,\n"
    firms, people = take([saved(tmp_path, "c.csv", text).path, saved(tmp_path, "p.csv", PEOPLE).path])
    told = {(warning.reason, warning.line, tuple(map(str, warning.clients))) for warning in firms.warnings}
    assert told == {
        ("corporate_number_check_digit", 3, ()),
        ("possible_duplicate_name", None, ("012-0012345", "012-0012399")),
    }
    assert [(warning.reason, warning.line) for warning in people.warnings] == [("leading_zeros_restored", 2)]


def test_a_dry_run_tells_everything_and_keeps_nothing(tmp_path: Path, take: ImportFiles, store: MemoryStore) -> None:
    folder = saved(tmp_path / "in", "c.csv", CLIENTS).path.parent
    saved(folder, "p.csv", PEOPLE)
    reports = take([folder], dry_run=True)
    assert [counts(report) for report in reports] == [(2, 2, 0, 0), (2, 2, 0, 0)]
    assert clients(store) == []
    assert store.data.originals == {}


def test_the_original_and_an_audit_entry_without_names_are_kept_with_the_rows(
    tmp_path: Path, take: ImportFiles, store: MemoryStore
) -> None:
    file = saved(tmp_path, "楡津の一覧.csv", CLIENTS)
    take([file.path])
    assert store.data.originals == {file.sha256: file.content}
    (entry,) = store.data.audit
    assert (entry.object_hash, entry.detail["new"]) == (file.sha256, 2)
    assert "楡津" not in repr(entry)


def test_a_refused_file_is_told_and_the_others_go_on(tmp_path: Path, take: ImportFiles) -> None:
    good = saved(tmp_path, "c.csv", CLIENTS).path
    odd, strange = saved(tmp_path, "o.csv", "天気,気温\n晴,30\n").path, saved(tmp_path, "p.exe", b"MZ").path
    reports = {report.path: report for report in take([odd, strange, good])}
    assert isinstance(reports[str(odd)].refused, ProfileUndecided)
    assert isinstance(reports[str(strange)].refused, TypeUnsupported)
    assert reports[str(good)].new == 2


def test_a_missing_path_is_said_before_anything_is_imported(
    tmp_path: Path, take: ImportFiles, store: MemoryStore
) -> None:
    with pytest.raises(FileMissing):
        take([saved(tmp_path, "c.csv", CLIENTS).path, tmp_path / "nowhere.csv"])
    assert clients(store) == []


def test_what_a_folder_holds_beside_is_named_and_hidden_files_are_not_looked_at(
    tmp_path: Path, take: ImportFiles
) -> None:
    for name in ("README.md", ".hidden.csv", "~$c.xlsx"):
        saved(tmp_path / "in", name, "x")
    reports = take([saved(tmp_path / "in", "p.csv", "店番,CIF,取引先名\n012,0012345,楡津\n").path.parent])
    assert {Path(report.path).name: report.warnings[0].reason for report in reports if report.warnings} == {
        "README.md": "type_unsupported"
    }
    assert len(reports) == 2


def test_cancelling_between_rows_leaves_nothing_of_the_file(
    tmp_path: Path, take: ImportFiles, store: MemoryStore
) -> None:
    token = CancelToken()
    many = CLIENTS + "".join(f"031,{number:07},会社{number},\n" for number in range(1000))

    def stop(progress: Progress) -> None:
        if progress.done >= 500:
            token.cancel()

    with pytest.raises(Cancelled):
        take([saved(tmp_path, "c.csv", many).path], token=token, report=stop)
    assert clients(store) == []


def test_the_report_as_json_holds_codes_and_no_values(tmp_path: Path, take: ImportFiles) -> None:
    (report,) = take([saved(tmp_path, "c.csv", CLIENTS + "012,12x,秘密の名,\n").path])
    shown = report.as_json()
    assert shown["errors"] == [{"line": 4, "reason": "invalid_cif", "column": "CIF番号"}]
    assert set(shown) >= {"path", "type", "profile", "rows", "new", "changed", "unchanged", "errors", "warnings"}
    assert "秘密" not in repr(shown)


def test_a_file_that_vanishes_is_an_expected_error(
    tmp_path: Path, take: ImportFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path, "c.csv", CLIENTS).path

    def refuse(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert isinstance(take([path])[0].refused, FileUnreadable)


def test_each_step_is_told_as_it_is_taken(tmp_path: Path, take: ImportFiles) -> None:
    firms, people = saved(tmp_path, "c.csv", CLIENTS).path, saved(tmp_path, "p.csv", PEOPLE).path
    odd = saved(tmp_path, "o.csv", "天気,気温\n晴,30\n").path
    steps: list[Step] = []
    reports = take([people, odd, firms], watch=steps.append)
    refused, first, second = reports
    assert steps == [
        FilesPlanned((str(firms), str(people)), (refused,)), FileBegun(str(firms)), first, FileBegun(str(people)), second,
    ]  # fmt: skip


def test_where_the_disk_is_full_what_was_taken_before_is_known_and_nothing_of_the_file_is_kept(
    tmp_path: Path, store: MemoryStore
) -> None:
    class Full(MemoryUnitOfWork):
        def commit(self) -> None:
            if store.data.records:
                raise StoreDiskFull(path="store.db")
            super().commit()

    take = ImportFiles(lambda: Full(store), Readers.with_profiles(PROFILES))
    steps: list[Step] = []
    with pytest.raises(StoreDiskFull):
        take([saved(tmp_path, "c.csv", CLIENTS).path, saved(tmp_path, "p.csv", PEOPLE).path], watch=steps.append)
    assert [step.new for step in steps if isinstance(step, FileReport)] == [2]
    assert len(store.data.originals) == 1
    assert clients(store) == ["012-0012345", "025-0012345"]


def test_what_changed_is_told_once_something_did(tmp_path: Path, take: ImportFiles) -> None:
    path = saved(tmp_path, "c.csv", CLIENTS).path
    assert changes_of(take([path])).concern(Area.RECORDS)
    assert not changes_of(take([path])).areas


def test_a_table_that_lacks_a_column_says_nothing_of_it(tmp_path: Path, take: ImportFiles, store: MemoryStore) -> None:
    whole = "店番,CIF番号,取引先名,所在地,業種\n012,0012345,楡津,凪浜市1,製造業\n"
    take([saved(tmp_path, "c.csv", whole).path])
    (report,) = take([saved(tmp_path, "d.csv", "店番,CIF番号,取引先名,業種\n012,0012345,楡津,\n").path])
    with store.unit_of_work() as uow:
        (client,) = uow.records.clients()
    assert (client.address, client.industry) == ("凪浜市1", "")
    assert report.changed == 1


def one_of(store: MemoryStore, kind: type[R]) -> list[R]:
    return [record for record in store.data.records.values() if isinstance(record, kind)]


def test_a_column_that_is_missing_keeps_what_stands_and_an_empty_cell_says_that_there_is_nothing(
    tmp_path: Path, take: ImportFiles, store: MemoryStore
) -> None:
    head = "店番,CIF番号,面談者名,役職,備考\n"
    whole = head + "012,0012345,田辺　一郎,社長,朝が早い\n"
    take([saved(tmp_path, "c.csv", CLIENTS).path, saved(tmp_path, "p.csv", whole).path])
    take([saved(tmp_path, "p.csv", "店番,CIF番号,面談者名,役職\n012,0012345,田辺　一郎,会長\n").path])
    assert [(one.role, one.note) for one in one_of(store, Contact)] == [("会長", "朝が早い")]
    take([saved(tmp_path, "p.csv", head + "012,0012345,田辺　一郎,会長,\n").path])
    assert [(one.role, one.note) for one in one_of(store, Contact)] == [("会長", "")]


def test_a_partial_balance_of_the_same_day_keeps_the_other_values(
    tmp_path: Path, take: ImportFiles, store: MemoryStore
) -> None:
    whole = (
        "令和8年11月24日現在\n店番,CIF番号,融資残高(円),預金残高(円),代表者保証,担保\n012,0012345,100,20,あり,工場\n"
    )
    part = "令和8年11月24日現在\n店番,CIF番号,預金残高(円)\n012,0012345,30\n"
    take([saved(tmp_path, "c.csv", CLIENTS).path, saved(tmp_path, "h.csv", whole).path])
    take([saved(tmp_path, "h.csv", part).path])
    (figures,) = one_of(store, HostFigures)
    assert figures.values_yen == {HostItem.LOANS: 100, HostItem.DEPOSITS: 30}
    assert (figures.personal_guarantee, figures.collateral, "loans" in figures.unsaid) == ("あり", "工場", False)


def test_a_partial_balance_of_a_later_day_remembers_what_it_says_nothing_of(
    tmp_path: Path, take: ImportFiles, store: MemoryStore
) -> None:
    part = "令和8年11月24日現在\n店番,CIF番号,預金残高(円)\n012,0012345,30\n"
    take([saved(tmp_path, "c.csv", CLIENTS).path, saved(tmp_path, "h.csv", part).path])
    (figures,) = one_of(store, HostFigures)
    assert {"loans", "personal_guarantee", "collateral"} <= set(figures.unsaid)
    assert "deposits" not in figures.unsaid


def test_an_unknown_client_of_a_known_cif_is_said_to_be_another_branchs(tmp_path: Path, take: ImportFiles) -> None:
    take([saved(tmp_path, "c.csv", CLIENTS + "025,0030218,霧鳴館,\n").path])
    (report,) = take([saved(tmp_path, "p.csv", "店番,CIF番号,面談者名,役職\n012,30218,女将,\n").path])
    assert [(one.reason, list(map(str, one.clients))) for one in report.errors] == [
        ("registered_elsewhere", ["012-30218", "025-0030218"])
    ]


@pytest.mark.parametrize("amount", ["-1200", "△1,200", "(1,200)", "▲1200"])
def test_a_balance_below_zero_is_taken_over_and_pointed_out(tmp_path: Path, take: ImportFiles, amount: str) -> None:
    text = f'令和8年11月24日現在\n店番,CIF番号,預金残高(円)\n012,0012345,"{amount}"\n'
    take([saved(tmp_path, "c.csv", CLIENTS).path])
    (report,) = take([saved(tmp_path, "h.csv", text).path])
    assert (report.new, [(one.reason, one.line) for one in report.warnings]) == (1, [("negative_amount", 3)])
