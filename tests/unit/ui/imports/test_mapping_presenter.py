"""列の対応: every choice is shown and checked; a saved layout is used at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.fakes.files import PROFILES, saved
from tests.fakes.jobs import HeldJobs, ImmediateJobs
from tests.fakes.layouts import STRANGE
from tests.fakes.store import MemoryStore

from bankrm.adapters.importing.layouts import TableLayouts
from bankrm.application.file_report import FileReport
from bankrm.application.lay_out_table import LayoutCheck, LayOutTable
from bankrm.application.ports.layouts import ProfileNameTaken
from bankrm.application.ports.readers import FileUnreadable
from bankrm.domain.errors import ExpectedError
from bankrm.domain.progress import Progress
from bankrm.ui.pages.imports.mapping_presenter import Mapping, MappingPresenter


class Shown:
    """What the panel was told last."""

    def __init__(self) -> None:
        self.mapping: Mapping | None = None
        self.profiles: Sequence[str] = ()
        self.check: LayoutCheck | None = None
        self.trial: FileReport | None = None
        self.refusal: ExpectedError | None = None
        self.may_replace = False
        self.closed = 0

    def show_mapping(self, mapping: Mapping, profiles: Sequence[str]) -> None:
        self.mapping, self.profiles = mapping, profiles

    def show_check(self, check: LayoutCheck) -> None:
        self.check = check

    def show_trial(self, report: FileReport | None, progress: Progress | None = None) -> None:  # noqa: ARG002
        self.trial = report

    def show_refusal(self, error: ExpectedError | None, *, may_replace: bool = False) -> None:
        self.refusal, self.may_replace = error, may_replace

    def close_mapping(self) -> None:
        self.closed += 1

    @property
    def fields(self) -> dict[str, str]:
        assert self.mapping
        return {column.header: column.field for column in self.mapping.columns}


@pytest.fixture
def view() -> Shown:
    return Shown()


@pytest.fixture
def used() -> list[tuple[Path, str]]:
    return []


@pytest.fixture
def panel(view: Shown, used: list[tuple[Path, str]], tmp_path: Path) -> MappingPresenter:
    layouts, store = TableLayouts(PROFILES, tmp_path / "own"), MemoryStore()
    made = MappingPresenter(
        view,
        ImmediateJobs(),
        lambda path: LayOutTable(store.unit_of_work, layouts, path),
        layouts.names,
        lambda path, profile: used.append((path, profile)),
    )
    made.open(saved(tmp_path, "s.csv", STRANGE).path)
    made.choose(record="host")
    return made


@pytest.mark.usefixtures("panel")
def test_a_table_opens_with_a_proposal_and_its_check(view: Shown) -> None:
    assert view.fields["ご融資残高合計"] == "loans"
    assert view.fields["お取引先のお名前"] == ""
    assert view.check is not None
    assert not view.check.faults
    assert "clients" in view.profiles
    assert view.mapping
    assert next(one for one in view.mapping.columns if one.field == "loans").guessed
    assert view.mapping.columns[0].examples == ("012", "012", "025")


def test_a_field_goes_to_one_column_only(view: Shown, panel: MappingPresenter) -> None:
    panel.assign(4, "loans")
    assert view.fields["預かり残高"] == "loans"
    assert view.fields["ご融資残高合計"] == ""
    panel.assign(4, "")
    assert "loans" not in view.fields.values()


def test_what_one_chose_oneself_is_no_guess(view: Shown, panel: MappingPresenter) -> None:
    panel.assign(3, "loans")
    assert view.mapping
    assert not next(one for one in view.mapping.columns if one.field == "loans").guessed


def test_a_layout_that_lacks_something_says_what(view: Shown, panel: MappingPresenter) -> None:
    panel.assign(1, "")
    assert view.check
    assert [(fault.code, fault.field) for fault in view.check.faults] == [("field_missing", "cif")]
    panel.assign(0, "")
    panel.amend(branch="012")
    assert [fault.field for fault in view.check.faults] == ["cif"]


def test_choices_outlast_another_header_line(view: Shown, panel: MappingPresenter) -> None:
    panel.amend(unit="百万円", short_dates="令和", cif_width=10)
    panel.choose(header=2)
    assert view.mapping
    layout = view.mapping.layout
    assert (layout.header, layout.unit, layout.short_dates, layout.cif_width) == (2, "百万円", "令和", 10)


def test_each_sheet_of_a_workbook_is_laid_out_by_itself(view: Shown, panel: MappingPresenter, tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["ご案内"])
    people = book.create_sheet("面談者")
    people.append(["店", "CIF", "面談者名"])
    people.append(["012", "0012345", "田辺"])
    book.save(tmp_path / "two.xlsx")
    panel.open(tmp_path / "two.xlsx")
    assert view.check
    assert view.check.faults
    panel.choose(sheet=2, record="contact")
    assert view.mapping
    assert [sheet.name for sheet in view.mapping.sheets] == ["Sheet", "面談者"]
    assert view.fields == {"店": "branch", "CIF": "cif", "面談者名": "name"}


def test_the_whole_file_is_tried_and_a_change_makes_the_trial_stale(view: Shown, panel: MappingPresenter) -> None:
    panel.try_out()
    assert view.trial is not None
    assert len(view.trial.errors) == 3  # no client is known yet
    panel.assign(5, "")
    assert view.trial is None


def test_a_kept_layout_is_used_at_once(
    view: Shown, panel: MappingPresenter, used: list[tuple[Path, str]], tmp_path: Path
) -> None:
    panel.keep(" 与信一覧 ")
    assert used == [(tmp_path / "s.csv", "与信一覧")]
    assert view.closed == 1
    assert (tmp_path / "own" / "与信一覧.toml").exists()


def test_a_shipped_name_cannot_be_replaced(view: Shown, panel: MappingPresenter) -> None:
    panel.keep("clients")
    assert isinstance(view.refusal, ProfileNameTaken)
    assert not view.may_replace
    panel.keep("与信一覧")
    assert view.refusal is None


def test_an_own_name_is_replaced_on_request(
    view: Shown, panel: MappingPresenter, used: list[tuple[Path, str]], tmp_path: Path
) -> None:
    panel.keep("与信一覧")
    panel.open(tmp_path / "s.csv")
    panel.keep("与信一覧")
    assert view.may_replace
    panel.keep("与信一覧", replace_own=True)
    assert len(used) == 2


def test_a_profile_that_is_there_may_be_used_instead(
    panel: MappingPresenter, used: list[tuple[Path, str]], tmp_path: Path
) -> None:
    panel.use("host-balances")
    assert used == [(tmp_path / "s.csv", "host-balances")]


def test_a_file_that_is_gone_is_said(view: Shown, panel: MappingPresenter, tmp_path: Path) -> None:
    panel.open(tmp_path / "nowhere.csv")
    assert isinstance(view.refusal, FileUnreadable)


def test_nothing_is_decided_where_nothing_is_open(view: Shown, panel: MappingPresenter) -> None:
    panel.close()
    before = view.mapping
    panel.assign(0, "cif")
    panel.amend(unit="円")
    panel.choose(record="deal")
    panel.try_out()
    panel.keep("x")
    assert view.mapping is before


@pytest.fixture
def late(view: Shown, used: list[tuple[Path, str]], tmp_path: Path) -> tuple[MappingPresenter, HeldJobs, Path]:
    """A table is open; answers come when the test lets them."""
    layouts, store, jobs = TableLayouts(PROFILES, tmp_path / "own"), MemoryStore(), HeldJobs()
    made = MappingPresenter(
        view,
        jobs,
        lambda path: LayOutTable(store.unit_of_work, layouts, path),
        layouts.names,
        lambda path, profile: used.append((path, profile)),
    )
    file = saved(tmp_path, "s.csv", STRANGE).path
    made.open(file)
    jobs.go_on()
    return made, jobs, file


def test_what_comes_after_the_table_was_left_is_not_shown(
    view: Shown, late: tuple[MappingPresenter, HeldJobs, Path]
) -> None:
    panel, jobs, file = late
    shown = view.mapping
    panel.choose(record="host")
    panel.close()
    jobs.go_on()
    assert view.mapping is shown
    panel.open(file.with_name("gone.csv"))
    panel.close()
    jobs.go_on()
    assert view.refusal is None


def test_no_other_file_is_imported_with_a_layout_that_was_kept_late(
    used: list[tuple[Path, str]], late: tuple[MappingPresenter, HeldJobs, Path], tmp_path: Path
) -> None:
    panel, jobs, _ = late
    panel.choose(record="host")
    jobs.go_on()
    panel.keep("勘定系")
    panel.open(saved(tmp_path, "other.csv", STRANGE).path)
    jobs.go_on()
    assert used == []
