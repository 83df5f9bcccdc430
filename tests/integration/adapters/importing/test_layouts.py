"""New layouts of tables: proposed, read as they will be read, kept, and found by the next import."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fakes.files import PROFILES, AnyClient, excel, reasons, saved
from tests.fakes.layouts import STRANGE

from bankrm.adapters.importing.layouts import TableLayouts
from bankrm.adapters.importing.profile_file import checked_name, profile_text, stage
from bankrm.adapters.importing.profiles import read_profile
from bankrm.adapters.importing.registry import Readers
from bankrm.application.ports.layouts import (
    Layout,
    LayoutFault,
    ProfileNameInvalid,
    ProfileNameTaken,
    ProfileUnwritable,
)
from bankrm.application.ports.readers import ProfileMismatch, ProfileUndecided, SourceFile
from bankrm.domain.business import HostFigures, HostItem
from bankrm.domain.clients import ClientKey

OWN = "profiles"
HOST = Layout(
    1, 4, "host", {"branch": 0, "cif": 1, "loans": 3, "deposits": 4, "personal_guarantee": 5}, short_dates="令和"
)


@pytest.fixture
def layouts(tmp_path: Path) -> TableLayouts:
    return TableLayouts(PROFILES, tmp_path / OWN)


@pytest.fixture
def strange(tmp_path: Path) -> SourceFile:
    return saved(tmp_path, "yoshin.csv", STRANGE)


def test_a_strange_table_is_shown_as_its_file_holds_it(layouts: TableLayouts, strange: SourceFile) -> None:
    (sheet,) = layouts.sheets(strange)
    assert [line.number for line in sheet.head] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert sheet.head[3].cells[2] == "お取引先のお名前"


def test_header_line_and_columns_are_proposed_and_what_is_only_alike_is_marked(
    layouts: TableLayouts, strange: SourceFile
) -> None:
    proposal = layouts.propose(strange, 1, "host")
    assert proposal.layout.header == 4
    assert proposal.layout.columns["cif"] == 1
    assert proposal.layout.columns["loans"] == 3
    assert {"loans", "cif"} <= proposal.guessed
    assert proposal.stated_unit == "千円"


def test_a_table_of_numbers_under_words_has_its_header_where_the_words_are(
    layouts: TableLayouts, tmp_path: Path
) -> None:
    file = excel(tmp_path, [["ご報告"], ["いろは", "にほへ", "とちり"], [1, 2, 3]])
    assert layouts.propose(file, 1).layout.header == 2


def test_rows_are_previewed_as_they_will_be_read(layouts: TableLayouts, strange: SourceFile) -> None:
    first, second, third, total = layouts.preview(strange, HOST, 20)
    assert (first.line, first.cells["loans"].text, first.cells["loans"].value) == (5, "213,000", 213_000_000)
    assert first.cells["deposits"].value == -1000
    assert (second.cells["loans"].reason, second.cells["loans"].is_error) == ("not_an_amount", True)
    assert third.cells["deposits"].value is None
    assert not third.cells["deposits"].reason
    assert total.skipped == "total"


def test_what_a_layout_lacks_is_named_and_the_rest_can_be_looked_at(layouts: TableLayouts, strange: SourceFile) -> None:
    half = replace(HOST, columns={"loans": 3})
    assert layouts.faults(strange, half) == (
        LayoutFault("field_missing", "branch"),
        LayoutFault("field_missing", "cif"),
    )
    assert layouts.preview(strange, half, 1)[0].cells["loans"].value == 213_000_000
    with pytest.raises(ProfileMismatch):
        layouts.opened(strange, half)


def test_a_table_of_a_day_needs_the_day_and_one_of_its_values(layouts: TableLayouts, tmp_path: Path) -> None:
    file = saved(tmp_path, "x.csv", "店番,CIF,融資\n012,0012345,1\n")
    layout = Layout(1, 1, "host", {"branch": 0, "cif": 1})
    assert layouts.faults(file, layout) == (LayoutFault("one_of_missing"), LayoutFault("as_of_missing", "as_of"))


def test_one_branch_may_hold_for_all_rows(layouts: TableLayouts, tmp_path: Path) -> None:
    file = saved(tmp_path, "x.csv", "CIF,名前\n0012345,楡津\n")
    layout = Layout(1, 1, "client", {"cif": 0, "name": 1}, branch="012")
    assert layouts.faults(file, layout) == ()
    (row,) = layouts.opened(file, layout).rows(AnyClient())
    assert getattr(row.records[0], "key", None) == ClientKey("012", "0012345")
    assert layouts.faults(file, replace(layout, branch="12")) == (LayoutFault("branch_invalid", "branch"),)


def test_of_two_columns_with_one_header_only_the_first_can_be_taken(layouts: TableLayouts, tmp_path: Path) -> None:
    file = saved(tmp_path, "x.csv", "店番,CIF,名前,名前\n012,0012345,一,二\n")
    layout = Layout(1, 1, "client", {"branch": 0, "cif": 1, "name": 3})
    assert layouts.faults(file, layout) == (LayoutFault("header_twice", "name"),)


@pytest.mark.parametrize("meaning", ["", "令和", "western"])
def test_the_layout_says_what_a_short_date_means(layouts: TableLayouts, tmp_path: Path, meaning: str) -> None:
    file = saved(tmp_path, "x.csv", "店番,CIF,面談日,面談内容\n012,0012345,8/5/20,x\n")
    layout = Layout(1, 1, "interaction", {"branch": 0, "cif": 1, "on": 2, "client_words": 3}, short_dates=meaning)
    (row,) = layouts.preview(file, layout, 20)
    expected = {"": None, "令和": date(2026, 5, 20), "western": date(2008, 5, 20)}
    assert row.cells["on"].value == expected[meaning]
    assert row.cells["on"].reason == ("" if meaning else "short_date_undecided")


def test_a_kept_layout_is_found_by_the_next_import_of_such_a_file(
    layouts: TableLayouts, strange: SourceFile, tmp_path: Path
) -> None:
    with pytest.raises(ProfileUndecided):
        Readers.with_profiles(PROFILES).open(strange)
    layouts.stage(strange, HOST, "営業支援 与信一覧").publish()
    opened = Readers.with_profiles(PROFILES, tmp_path / OWN).open(strange)
    assert opened.profile == "営業支援 与信一覧"
    assert not opened.warnings
    rows = list(opened.rows(AnyClient()))
    assert reasons(rows) == [(6, "not_an_amount", "ご融資残高合計")]
    figures = rows[0].records[0]
    assert isinstance(figures, HostFigures)
    assert (figures.as_of, figures.values_yen[HostItem.LOANS]) == (date(2026, 10, 31), 213_000_000)
    assert layouts.sheets(strange)  # still readable
    by_layout = list(layouts.opened(strange, HOST).rows(AnyClient()))
    assert by_layout == rows


def test_unit_and_width_of_a_kept_layout_hold_for_the_next_file(layouts: TableLayouts, tmp_path: Path) -> None:
    file = excel(tmp_path, [["店", "客番", "貸付の額", "時点"], [12, 345, 7, "2026/3/31"]])
    layout = Layout(1, 1, "host", {"branch": 0, "cif": 1, "loans": 2, "as_of": 3}, unit="百万円", cif_width=10)
    layouts.stage(file, layout, "x").publish()
    (row,) = Readers.with_profiles(PROFILES, tmp_path / OWN).open(file).rows(AnyClient())
    assert row.records == (HostFigures(ClientKey("012", "0000000345"), date(2026, 3, 31), {HostItem.LOANS: 7_000_000}),)


def test_a_shipped_profile_is_never_replaced_and_an_own_one_only_on_request(
    layouts: TableLayouts, strange: SourceFile, tmp_path: Path
) -> None:
    with pytest.raises(ProfileNameTaken) as shipped:
        layouts.stage(strange, HOST, "Clients", replace=True)
    assert shipped.value.details["shipped"] is True
    layouts.stage(strange, HOST, "与信").publish()
    with pytest.raises(ProfileNameTaken) as own:
        layouts.stage(strange, replace(HOST, short_dates=""), "与信")
    assert own.value.details["shipped"] is False
    layouts.stage(strange, replace(HOST, short_dates=""), "与信", replace=True).publish()
    assert read_profile(tmp_path / OWN / "与信.toml").short_dates == ""


@pytest.mark.parametrize(
    "name", ["", " ", "../x", "a/b", "a\\b", ".hidden", "con", "LPT1", "x" * 41, "a\nb", "a:b", "a."]
)
def test_a_name_that_could_be_no_files_name_is_refused(name: str) -> None:
    with pytest.raises(ProfileNameInvalid):
        checked_name(name)


@pytest.mark.parametrize("name", ["与信一覧", "凪浜支店 残高（月次）", "kyoto-2", "エー・ビー"])
def test_a_name_in_words_is_kept(name: str) -> None:
    assert checked_name(f" {name} ") == name


def test_where_a_file_stands_in_the_folders_place_the_error_names_it(tmp_path: Path) -> None:
    (tmp_path / "in").write_text("")
    with pytest.raises(ProfileUnwritable) as error:
        stage(tmp_path / "in", "x", profile_text("x", "client", "", {}, {}, ()))
    assert error.value.details["reason"] == "not_writable"


@given(header=st.text(st.characters(codec="utf-8"), min_size=1, max_size=20))
@settings(max_examples=60, deadline=None)
def test_any_header_comes_back_out_of_its_file(tmp_path_factory: pytest.TempPathFactory, header: str) -> None:
    folder = tmp_path_factory.mktemp("own")
    stage(
        folder, "x", profile_text("x", "client", "", {"branch": header}, {"name": (header, "", 0)}, (header,))
    ).publish()
    profile = read_profile(folder / "x.toml")
    assert profile.constants["branch"] == header


def test_the_cells_of_rows_in_error_are_read_again(layouts: TableLayouts, strange: SourceFile) -> None:
    places = {(6, "ご融資残高合計"), (6, "どこにもない"), (99, "店")}
    assert layouts.cells(strange, places) == {(6, "ご融資残高合計"): "1,5O0"}


def test_a_cell_that_two_sheets_may_mean_is_left_out(layouts: TableLayouts, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for sheet in (book.worksheets[0], book.create_sheet("二")):
        sheet.append(["店番", "CIF"])
        sheet.append(["012", "x"])
    book.save(tmp_path / "two.xlsx")
    file = SourceFile(tmp_path / "two.xlsx")
    assert layouts.cells(file, {(2, "CIF")}) == {}
    assert [sheet.name for sheet in layouts.sheets(file)] == ["Sheet", "二"]


@pytest.mark.parametrize("header", ["預金平残", "預金平均残高", "前月末預金残高", "預金残高増減"])
def test_an_average_or_another_days_balance_is_never_proposed_as_the_balance(
    layouts: TableLayouts, tmp_path: Path, header: str
) -> None:
    file = saved(tmp_path, "t.csv", f"店番,CIF番号,{header},基準日\n012,0012345,5,2026/11/24\n")
    assert 2 not in layouts.propose(file, 1, "host").layout.columns.values()


@pytest.mark.parametrize("header", ["部店CD", "支店ＣＤ", "店舗cd"])
def test_a_code_in_short_is_the_code(layouts: TableLayouts, tmp_path: Path, header: str) -> None:
    file = saved(tmp_path, "t.csv", f"{header},CIF番号,預金残高,基準日\n012,0012345,5,2026/11/24\n")
    proposal = layouts.propose(file, 1, "host")
    assert proposal.layout.columns["branch"] == 0
    assert "branch" not in proposal.guessed


def test_a_table_is_of_the_kind_that_takes_most_of_its_columns(layouts: TableLayouts, strange: SourceFile) -> None:
    assert layouts.propose(strange, 1).layout.record == "host"
