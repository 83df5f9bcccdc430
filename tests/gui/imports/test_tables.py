"""The tables of 取込 are sound item models and show what they were given."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from tests.fakes.records import KEY, OTHER, a_client

from bankrm.application.file_report import FileReport
from bankrm.application.ports.layouts import PreviewRow, ReadCell
from bankrm.application.ports.readers import FileCorrupt, Finding, ProfileUndecided
from bankrm.application.queries.duplicates import DuplicateRow
from bankrm.application.queries.imports import FindingRow, ImportRow
from bankrm.domain.same_client import ClientPair, Likeness, PairDecision, Sameness
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.imports.duplicates import DuplicatesPanel
from bankrm.ui.pages.imports.files import FileRow, FileState
from bankrm.ui.pages.imports.tables import file_columns, finding_columns, history_columns, preview_columns
from bankrm.ui.widgets.tables import RowsModel

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
REPORT = FileReport("c.csv", "csv", "clients", 10, 4, 2, 1, {"total": 1}, (Finding("invalid_cif", 3, "CIF番号"),) * 2)


def texts(model: QAbstractTableModel, row: int) -> list[str]:
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_a_file_shows_its_counts_once_they_are_known(appearance: Appearance) -> None:
    model = RowsModel(file_columns(), appearance)
    tester = QAbstractItemModelTester(model, FATAL)
    path = Path("in/c.csv")
    model.show_rows((FileRow(path), FileRow(Path("d.csv"), FileState.READING, 1200, 50_000)))
    assert texts(model, 0) == ["c.csv", "… 待っています", "", "", "", "", "", ""]
    assert texts(model, 1)[1] == "▶ 取込中 1,200 / 50,000"
    model.show_rows((FileRow(path, FileState.TAKEN, report=REPORT), FileRow(Path("d.csv"))))
    assert texts(model, 0) == ["c.csv", "✓ 取込済み(エラーあり)", "取引先一覧", "4", "2", "1", "1", "2"]
    assert model.index(0, 6).data(Qt.ItemDataRole.ToolTipRole) == "合計の行 1"
    tester.deleteLater()


@pytest.mark.parametrize(
    ("refused", "told"),
    [
        (ProfileUndecided(path="x", candidates=[]), "✕ 列の対応を決めてください"),
        (FileCorrupt(path="x"), "✕ 取り込めません"),
    ],
)
def test_a_refused_file_says_what_is_to_be_done(appearance: Appearance, refused: FileCorrupt, told: str) -> None:
    model = RowsModel(file_columns(), appearance)
    model.show_rows((FileRow(Path("x"), FileState.REFUSED, report=FileReport("x", "csv", refused=refused)),))
    assert texts(model, 0)[1:4] == [told, "", ""]


def test_findings_say_where_what_why_and_what_to_do(appearance: Appearance) -> None:
    model = RowsModel(finding_columns(), appearance)
    tester = QAbstractItemModelTester(model, FATAL)
    note = Finding("possible_duplicate_name", clients=(KEY, OTHER))
    model.show_rows((FindingRow(REPORT.errors[0], "x\n1", is_error=True), FindingRow(note, None, is_error=False)))
    assert texts(model, 0)[:5] == ["✕ エラー", "3", "CIF番号", "x 1", "CIF番号の形が違います"]
    assert texts(model, 1)[3] == f"{KEY}、{OTHER}"
    tester.deleteLater()


def test_the_history_tells_the_branchs_time(appearance: Appearance) -> None:
    model = RowsModel(history_columns(), appearance)
    tester = QAbstractItemModelTester(model, FATAL)
    when = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)
    row = ImportRow(7, when, "sato", "c.csv", "a" * 64, "csv", "clients+contacts", 1234, 1000, 2, 3, 4, 225)
    model.show_rows((row,))
    assert texts(model, 0) == [
        "2026/11/21 00:30", "c.csv", "取引先一覧、面談者一覧", "sato", "1,000", "2", "3", "4", "225",
    ]  # fmt: skip
    assert str(model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)).endswith("a" * 64)
    tester.deleteLater()


def test_a_preview_shows_values_as_read_and_what_is_wrong(appearance: Appearance) -> None:
    fields = [("cif", "cif"), ("loans", "amount")]
    model = RowsModel(preview_columns(fields, settled=True), appearance)
    tester = QAbstractItemModelTester(model, FATAL)
    good = {"cif": ReadCell("12", "0000012"), "loans": ReadCell("1,000", 1_000_000)}
    bad = {"cif": ReadCell("x", None, "invalid_cif", is_error=True), "loans": ReadCell("", None)}
    unknown = (Finding("unknown_client", 3),)
    model.show_rows(
        (PreviewRow(2, good), PreviewRow(3, good, unknown), PreviewRow(4, bad), PreviewRow(5, bad, skipped="total")),
    )
    assert texts(model, 0) == ["2", "0000012", "1,000,000円", "✓ 取り込みます"]
    assert texts(model, 1)[-1] == "✕ 取引先が登録されていません"
    assert texts(model, 2) == ["4", "✕ x", "", "✕ CIF番号の形が違います"]
    assert texts(model, 3) == ["5", "x", "", "– 除外: 合計の行"]
    assert model.headerData(2, Qt.Orientation.Horizontal) == "融資残高"
    assert "CIF番号の形が違います" in str(model.index(2, 1).data(Qt.ItemDataRole.ToolTipRole))
    tester.deleteLater()


def test_a_preview_promises_no_row_before_the_layout_is_settled(appearance: Appearance) -> None:
    model = RowsModel(preview_columns([("loans", "amount")], settled=False), appearance)
    good = {"loans": ReadCell("1,000", 1_000_000)}
    model.show_rows(
        (
            PreviewRow(2, good),
            PreviewRow(3, good, skipped="total"),
            PreviewRow(4, good, (Finding("unknown_client", 4),)),
        )
    )
    told = [texts(model, row)[-1] for row in range(3)]
    assert told == ["– 列の対応がまだ決まっていません", "– 除外: 合計の行", "✕ 取引先が登録されていません"]


def test_a_pair_shows_its_decision_unless_something_stronger_overtook_it(qtbot: QtBot, appearance: Appearance) -> None:
    panel = DuplicatesPanel(appearance)
    qtbot.addWidget(panel)
    model = panel.table.rows_model
    tester = QAbstractItemModelTester(model, FATAL)
    pair = ClientPair.of(KEY, OTHER)
    decided = PairDecision(pair, Sameness.DIFFERENT, Likeness.NAME)
    row = DuplicateRow(pair, a_client(KEY), a_client(OTHER), Likeness.NAME, decided)
    later = replace(row, decision=replace(decided, sameness=Sameness.LATER))
    overtaken = replace(row, shared=Likeness.CORPORATE_NUMBER)
    model.show_rows((row, later, overtaken, replace(row, decision=None)))
    assert [texts(model, place)[2] for place in range(4)] == ["別の先", "後で", "未決", "未決"]
    tester.deleteLater()
