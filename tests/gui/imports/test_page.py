"""取込: what the page shows and wishes for, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPushButton, QScrollArea, QTableView
from pytestqt.qtbot import QtBot
from tests.fakes.records import KEY, OTHER, a_client
from tests.gui.seeing import button, texts

from bankrm.application.file_report import FileReport
from bankrm.application.lay_out_table import LayoutCheck
from bankrm.application.ports.layouts import (
    Layout,
    LayoutFault,
    PreviewRow,
    ProfileNameTaken,
    RawLine,
    RawSheet,
    ReadCell,
    RecordField,
    RecordKind,
)
from bankrm.application.ports.readers import FileCorrupt, Finding, ProfileUndecided
from bankrm.application.ports.records import Holdings
from bankrm.application.ports.store import StoreDiskFull
from bankrm.application.queries.duplicates import DuplicateRow
from bankrm.application.queries.imports import DataState, FindingRow
from bankrm.domain.same_client import ClientPair, Likeness, Sameness
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.imports.files import FileRow, FileState
from bankrm.ui.pages.imports.mapping_presenter import ColumnRow, Mapping
from bankrm.ui.pages.imports.page import ImportPage
from bankrm.ui.translations import Language

RESOURCES = Path(__file__).parents[3] / "resources"
ERRORS = FileReport("in/c.csv", "csv", "clients", 3, 1, errors=(Finding("invalid_cif", 3, "CIF番号"),))
TAKEN = FileRow(Path("in/c.csv"), FileState.TAKEN, report=ERRORS)
UNKNOWN = FileRow(
    Path("in/s.csv"),
    FileState.REFUSED,
    report=FileReport("in/s.csv", "csv", refused=ProfileUndecided(path="in/s.csv", candidates=[])),
)
BROKEN = FileRow(
    Path("in/b.csv"), FileState.REFUSED, report=FileReport("in/b.csv", "csv", refused=FileCorrupt(path="in/b.csv"))
)
KIND = RecordKind(
    "client",
    (RecordField("branch", "branch", True), RecordField("cif", "cif", True), RecordField("name", "name", True)),
    frozenset(),
)
HEAD = (RawLine(1, ("店", "番号", "名前")), RawLine(2, ("012", "0012345", "楡津")))
LAYOUT = Layout(1, 1, "client", {"branch": 0, "cif": 1})
COLUMNS = (
    ColumnRow(0, "店", ("012",), "branch", True),
    ColumnRow(1, "番号", ("0012345",), "cif", False),
    ColumnRow(2, "名前", ("楡津",), "", False),
)
MAPPING = Mapping(Path("in/s.csv"), (RawSheet(1, "", HEAD),), HEAD, (KIND,), LAYOUT, COLUMNS, "")
MISSING = LayoutCheck(
    (LayoutFault("field_missing", "name"),), (PreviewRow(2, {"cif": ReadCell("0012345", "0012345")}),)
)


@pytest.fixture
def told() -> list[tuple[str, Callable[[], None]]]:
    return []


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance, told: list[tuple[str, Callable[[], None]]]) -> ImportPage:
    made = ImportPage(appearance, lambda sentence, undo: told.append((sentence, undo)))
    made.resize(1190, 740)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_an_empty_store_is_told_what_to_drop_first(page: ImportPage) -> None:
    page.show_state(DataState(Holdings({"client": 0}), ("client", "interaction"), ("visit",)))
    assert "取引先がまだありません" in " ".join(texts(page))
    page.show_state(DataState(Holdings({"client": 3}), ("interaction",), ()))
    assert "取引先がまだありません" not in " ".join(texts(page))


def test_dropped_files_and_folders_are_wished_for_with_the_choice_to_check_only(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl("https://example.com/x.csv")])
    event = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(page.files_chosen) as chosen:
        page.drop.dropEvent(event)
    assert chosen.args == [[tmp_path], False]


def test_files_are_chosen_by_key(qtbot: QtBot, page: ImportPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (["/in/c.csv"], ""))
    with qtbot.waitSignal(page.files_chosen) as chosen:
        QTest.keyClick(page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert chosen.args == [[Path("/in/c.csv")], False]


def test_enter_opens_what_the_file_in_focus_needs(qtbot: QtBot, page: ImportPage) -> None:
    page.show_files((TAKEN, UNKNOWN), running=False)
    page.files.setFocus()
    QTest.keyClick(page.files, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(page.files, Qt.Key.Key_Return)
    assert opened.args == [UNKNOWN.path]


def test_the_file_in_focus_says_why_it_was_refused_and_what_to_do(page: ImportPage) -> None:
    page.show_files((TAKEN, BROKEN), running=False)
    page.files.selectRow(1)
    assert any("書き出し直してください" in text for text in texts(page))


def test_a_run_shows_its_progress_and_stops_by_escape(qtbot: QtBot, page: ImportPage) -> None:
    page.show_files((FileRow(Path("c.csv"), FileState.READING, 500, 1000),), running=True)
    assert any("中止" in text for text in texts(page))
    with qtbot.waitSignal(page.cancel_requested):
        QTest.keyClick(page.files, Qt.Key.Key_Escape)
    page.show_files((TAKEN,), running=False)
    assert not any("中止" in text for text in texts(page))


def test_progress_leaves_selection_and_scroll_where_they_are(page: ImportPage) -> None:
    rows = tuple(FileRow(Path(f"{number}.csv")) for number in range(40))
    page.show_files(rows, running=True)
    page.files.selectRow(3)
    page.files.verticalScrollBar().setValue(20)
    page.show_files((FileRow(Path("0.csv"), FileState.READING, 10, 20), *rows[1:]), running=True)
    assert page.files.verticalScrollBar().value() == 20
    assert page.files.currentIndex().row() == 3


def test_a_full_disk_is_said_in_place(page: ImportPage) -> None:
    page.show_refusal(StoreDiskFull(path="store.db"))
    assert any("空き" in text for text in texts(page))
    page.show_refusal(None)
    assert not any("空き" in text for text in texts(page))


def test_errors_open_in_place_are_copied_and_closed_by_escape(qtbot: QtBot, page: ImportPage) -> None:
    page.show_files((TAKEN,), running=False)
    page.show_findings(TAKEN, None)
    page.show_findings(TAKEN, (FindingRow(ERRORS.errors[0], "12x", is_error=True),))
    qtbot.waitUntil(page.findings.isVisible)
    QTest.keyClick(page.findings.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().split("\n")
    assert copied[0].startswith("種類\t行\t列\t値")
    assert copied[1].startswith("✕ エラー\t3\tCIF番号\t12x\t")
    with qtbot.waitSignal(page.layout_requested) as laid_out:
        button(page.findings, "列の対応").click()
    assert laid_out.args == [TAKEN.path]
    page.show_findings(TAKEN, (FindingRow(ERRORS.errors[0], "12x", is_error=True),))
    QTest.keyClick(page.findings.table, Qt.Key.Key_Escape)
    assert page.overview.isVisible()
    QGuiApplication.clipboard().clear()


def test_a_mapping_opens_in_place_with_the_focus_on_the_first_column_without_a_field(
    qtbot: QtBot, page: ImportPage
) -> None:
    with qtbot.waitSignal(page.layout_requested) as opened:
        page.open_layout(Path("in/s.csv"))
    assert opened.args == [Path("in/s.csv")]
    page.mapping.show_mapping(MAPPING, ["clients"])
    assert page.mapping.isVisible()
    assert not page.drop.isVisible()
    assert page.mapping.columns.box(2).hasFocus()
    assert "似ている" in page.mapping.columns.box(0).toolTip()
    with qtbot.waitSignal(page.mapping.close_requested):
        QTest.keyClick(page.mapping.columns.box(2), Qt.Key.Key_Escape)


def test_a_column_is_given_a_field_by_arrow_keys(qtbot: QtBot, page: ImportPage) -> None:
    page.open_layout(Path("in/s.csv"))
    page.mapping.show_mapping(MAPPING, [])
    with qtbot.waitSignal(page.mapping.assigned) as assigned:
        QTest.keyClick(page.mapping.columns.box(2), Qt.Key.Key_Down)
    assert assigned.args == [2, "branch"]


def test_the_options_of_a_layout_are_whole_in_the_smallest_window(qtbot: QtBot, page: ImportPage) -> None:
    page.resize(1104, 695)
    page.show()
    page.open_layout(Path("in/s.csv"))
    page.mapping.show_mapping(MAPPING, ["clients"])
    (area,) = page.mapping.options.findChildren(QScrollArea)
    used = button(page.mapping, "この読み方で取り込む")
    qtbot.waitUntil(lambda: area.viewport().rect().contains(used.mapTo(area.viewport(), used.rect().bottomRight())))


def test_the_save_button_says_why_it_cannot_be_pressed(qtbot: QtBot, page: ImportPage) -> None:
    page.open_layout(Path("in/s.csv"))
    page.mapping.show_mapping(MAPPING, [])
    page.mapping.show_check(MISSING)
    save = button(page.mapping, "保存して")
    assert not save.isEnabled()
    assert "「名前」の列を選んでください" in texts(page)
    page.mapping.show_check(LayoutCheck((), MISSING.rows))
    assert "この読み方に名前を付けてください" in texts(page)
    (name,) = [box for box in page.mapping.findChildren(QLineEdit) if box.accessibleName() == "この読み方の名前"]
    QTest.keyClicks(name, "list")
    assert save.isEnabled()
    with qtbot.waitSignal(page.mapping.kept) as kept:
        save.click()
    assert kept.args == ["list", False]
    page.mapping.show_refusal(ProfileNameTaken(name="list", shipped=False), may_replace=True)
    with qtbot.waitSignal(page.mapping.kept) as over:
        button(page.mapping, "置き換え").click()
    assert over.args == ["list", True]


def test_a_table_that_cannot_be_read_says_so_in_the_panel(page: ImportPage) -> None:
    page.open_layout(Path("in/b.csv"))
    page.mapping.show_refusal(FileCorrupt(path="in/b.csv"))
    assert "b.csv を読めません" in texts(page)
    assert any("書き出し直してください" in text for text in texts(page))


def test_pairs_stand_side_by_side_and_are_decided_by_key(
    qtbot: QtBot, page: ImportPage, told: list[tuple[str, Callable[[], None]]]
) -> None:
    row = DuplicateRow(ClientPair.of(KEY, OTHER), a_client(KEY), a_client(OTHER), Likeness.NAME, None)
    page.show_duplicates((row,))
    button(page, "名寄せ: 未決 1 組").click()
    assert page.duplicates.isVisible()
    with qtbot.waitSignal(page.duplicates.decided) as decided:
        QTest.keyClick(page.duplicates.table, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    assert decided.args == [row, Sameness.DIFFERENT]
    page.tell_decided(row, Sameness.DIFFERENT)
    ((_, undo),) = told
    with qtbot.waitSignal(page.duplicates.decided) as undone:
        undo()
    assert undone.args == [row, Sameness.LATER]
    page.show_duplicates(())
    qtbot.waitUntil(lambda: "同じかもしれない取引先はありません。" in texts(page))


def test_everything_that_takes_the_focus_has_a_name(language: Language, page: ImportPage) -> None:  # noqa: ARG001
    page.open_layout(Path("in/s.csv"))
    page.mapping.show_mapping(MAPPING, ["clients"])
    page.show_duplicates(())
    named = [*page.findChildren(QTableView), *page.findChildren(QComboBox), *page.findChildren(QLineEdit)]
    unnamed = [one for one in named if not one.accessibleName() and not isinstance(one.parent(), QComboBox)]
    assert unnamed == []
    assert all(one.text() or one.accessibleName() for one in page.findChildren(QPushButton) if one.isVisible())


def test_every_panel_speaks_both_languages(language: Language, page: ImportPage) -> None:
    page.show_files((TAKEN, UNKNOWN), running=False)
    page.show_findings(TAKEN, (FindingRow(ERRORS.errors[0], "12x", is_error=True),))
    page.open_layout(Path("in/s.csv"))
    page.mapping.show_mapping(MAPPING, ["clients"])
    page.mapping.show_check(MISSING)
    page.mapping.show_trial(ERRORS)
    english = {"Import", "Close", "Choose the column of “Name”", "Kind of table"}
    japanese = {"取込", "閉じる", "「名前」の列を選んでください", "表の種類"}
    assert set(texts(page)) >= (english if language is Language.ENGLISH else japanese)


def test_the_page_fits_a_low_screen(page: ImportPage) -> None:
    page.show_files((TAKEN, UNKNOWN, BROKEN), running=False)
    page.open_layout(Path("in/s.csv"))
    page.mapping.show_mapping(MAPPING, ["clients"])
    assert page.minimumSizeHint().height() <= 560
    assert page.minimumSizeHint().width() <= 1024 - 176
