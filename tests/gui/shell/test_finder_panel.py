"""探す in the window: by keys alone, from the field to the place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot
from tests.unit.ui.shell.test_finder import CLIENT, DOCUMENT, DRAFT, PERSON, RECORD

from bankrm.application.queries.search import Found, Hit
from bankrm.bootstrap import Program
from bankrm.ui.appearance import Appearance
from bankrm.ui.shell.desk import Desk
from bankrm.ui.shell.finder_panel import FinderPanel
from bankrm.ui.shell.finder_rows import FinderListModel, rows_of

ALL = Found((CLIENT,), (PERSON,), (RECORD,), (DOCUMENT,), (DRAFT,))
TODAY = date(2026, 11, 20)


def test_the_list_is_a_sound_model() -> None:
    model = FinderListModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(rows_of(ALL, TODAY))
    assert [model.row(place).hit is None for place in range(model.rowCount())] == [True, False] * 5
    model.show_rows(())
    assert model.first_hit() is None


def test_arrows_pass_over_headings_and_enter_chooses(qtbot: QtBot, appearance: Appearance) -> None:
    under = QWidget()
    under.resize(900, 700)
    qtbot.addWidget(under)
    under.show()
    panel = FinderPanel(under, appearance, lambda: TODAY)
    chosen: list[tuple[str, Hit]] = []
    panel.chosen.connect(lambda typed, hit: chosen.append((typed, hit)))
    panel.open_over()
    field = panel.findChildren(QLineEdit)[0]
    field.setText("凪浜")
    panel.show_found("凪", Found())  # an answer to what stood there before
    panel.show_found("凪浜", ALL)
    panel.grab()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(field, key)
    assert (chosen, panel.isVisible()) == ([("凪浜", PERSON)], False)


def test_what_is_typed_on_the_desk_is_found_in_the_sample_bank(
    qtbot: QtBot, desk_of: Callable[[Program], Desk], sample_program: Program
) -> None:
    desk = desk_of(sample_program)
    desk.finder.open_over()
    field = desk.finder.findChildren(QLineEdit)[0]
    field.setText("なぎはま")  # as an input method commits it
    shown = desk.finder.findChildren(QListView)[0]
    qtbot.waitUntil(lambda: shown.model().rowCount() > 1)
    assert "凪浜" in shown.model().index(1, 0).data()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not desk.finder.isVisible()


def test_enter_before_the_answer_goes_where_the_answer_leads(qtbot: QtBot, appearance: Appearance) -> None:
    under = QWidget()
    under.resize(900, 700)
    qtbot.addWidget(under)
    under.show()
    panel = FinderPanel(under, appearance, lambda: TODAY)
    chosen: list[Hit] = []
    panel.chosen.connect(lambda _typed, hit: chosen.append(hit))
    panel.open_over()
    field = panel.findChildren(QLineEdit)[0]
    field.setText("補")
    panel.show_found("補", Found((CLIENT,)))
    field.setText("補助金")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert chosen == []
    panel.show_found("補助金", Found((), (), (RECORD,)))
    assert chosen == [RECORD]
