"""Tables over frozen rows: a sound model, rows without a value last, keys that open and leave."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from bankrm.ui.appearance import Appearance
from bankrm.ui.widgets.tables import SORT_ROLE, Column, RowsModel, RowsTable


@dataclass(frozen=True)
class Loan:
    name: str
    yen: int | None


ROWS = (Loan("乙", 20), Loan("甲", None), Loan("丙", 100))
COLUMNS: list[Column[Loan]] = [
    Column("名", lambda one: one.name, wide=True),
    Column("残高", lambda one: str(one.yen), lambda one: one.yen, right=True, width=80, tone=lambda one: "bad" if one.yen == 100 else ""),
]  # fmt: skip


@pytest.fixture
def model(appearance: Appearance) -> RowsModel[Loan]:
    return RowsModel(COLUMNS, appearance)


def names(model: RowsModel[Loan]) -> str:
    return "".join(str(model.index(place, 0).data()) for place in range(model.rowCount()))


def test_the_model_stands_its_tester_through_showing_and_sorting(model: RowsModel[Loan]) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(ROWS)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.show_rows(ROWS[:1])
    model.sort(-1)
    model.show_rows(())
    assert model.rowCount() == 0


def test_numbers_sort_as_numbers_and_what_has_none_comes_last_either_way(model: RowsModel[Loan]) -> None:
    model.show_rows(ROWS)
    assert names(model) == "乙甲丙"
    model.sort(1)
    assert names(model) == "乙丙甲"
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert names(model) == "丙乙甲"
    model.sort(-1)
    assert names(model) == "乙甲丙"


def test_what_is_chosen_stays_chosen_when_the_rows_are_sorted(qtbot: QtBot, appearance: Appearance) -> None:
    table = RowsTable("融資", COLUMNS, appearance)
    qtbot.addWidget(table)
    table.show_rows(ROWS)
    table.selectRow(2)
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert table.current == ROWS[2]


def test_with_a_key_later_values_and_new_rows_leave_the_choice_where_it_is(
    qtbot: QtBot, appearance: Appearance
) -> None:
    table = RowsTable("融資", COLUMNS, appearance, key=lambda one: one.name, sortable=False)
    qtbot.addWidget(table)
    tester = QAbstractItemModelTester(table.rows_model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show_rows(ROWS[:2])
    table.selectRow(1)
    table.show_rows((ROWS[0], Loan("甲", 5), ROWS[2]))
    assert (table.current, table.rows_model.rowCount()) == (Loan("甲", 5), 3)
    table.show_rows(ROWS[2:])
    assert table.current == ROWS[2]
    tester.deleteLater()


def test_a_cell_gives_its_value_its_side_and_its_colour(model: RowsModel[Loan], appearance: Appearance) -> None:
    model.show_rows(ROWS)
    cell = model.index(2, 1)
    assert (cell.data(), cell.data(SORT_ROLE)) == ("100", 100)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "名 丙、残高 100"
    assert cell.data(Qt.ItemDataRole.TextAlignmentRole) & int(Qt.AlignmentFlag.AlignRight)
    assert cell.data(Qt.ItemDataRole.ForegroundRole).name().upper() == appearance.theme.bad
    assert model.index(0, 1).data(Qt.ItemDataRole.ForegroundRole) is None
    assert model.headerData(1, Qt.Orientation.Horizontal) == "残高"


def test_enter_opens_the_row_and_tab_leaves_the_table(qtbot: QtBot, appearance: Appearance) -> None:
    table = RowsTable("融資", COLUMNS, appearance)
    qtbot.addWidget(table)
    table.show_rows(ROWS)
    opened: list[Loan] = []
    table.opened.connect(opened.append)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened == [ROWS[1]]
    assert not table.tabKeyNavigation()


def test_the_row_that_is_chosen_stays_so_by_its_key_when_others_come(qtbot: QtBot, appearance: Appearance) -> None:
    table = RowsTable("融資", COLUMNS, appearance, key=lambda one: one.name)
    qtbot.addWidget(table)
    table.show_rows(ROWS)
    table.selectRow(1)
    table.show_rows((Loan("丁", 1), ROWS[0], Loan("甲", 7)))
    assert table.current == Loan("甲", 7)
    table.show_rows((Loan("丁", 1), ROWS[0], ROWS[2]))
    assert table.current == ROWS[2]  # what came in its place
    table.show_rows((ROWS[0],))
    assert table.current == ROWS[0]


def test_nothing_is_copied_out_of_a_table(qtbot: QtBot, appearance: Appearance) -> None:
    table = RowsTable("融資", COLUMNS, appearance)
    qtbot.addWidget(table)
    table.show_rows(ROWS)
    QGuiApplication.clipboard().setText("前")
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "前"


def test_days_and_numbers_are_whole_and_the_wide_column_takes_the_rest(qtbot: QtBot, appearance: Appearance) -> None:
    words = "いつまでも続く長い言葉がここに書いてあるので切れてもよい"
    columns: list[Column[Loan]] = [
        Column("名", lambda one: one.name, wide=True),
        Column("日時", lambda _: "2026/11/28 10:30", width=40),
        Column("とても長い見出しの列", lambda _: "1", width=40),
        Column("備考", lambda _: words, width=90),
    ]
    table: RowsTable[Loan] = RowsTable("残高", columns, appearance)
    qtbot.addWidget(table)
    table.resize(640, 200)
    table.show_rows(ROWS)
    table.show()
    header = table.horizontalHeader()
    assert header.sectionSize(1) >= table.sizeHintForColumn(1)
    assert header.sectionSize(2) >= QFontMetrics(table.font()).horizontalAdvance("とても長い見出しの列")
    assert header.sectionSize(3) == 90
    assert header.length() == table.viewport().width()
