"""The list of statements: what keys and clicks mean, and that it stays where the reader is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bankrm.domain.drafts import Verdict
from bankrm.domain.recipes import StatementKind
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.drafts.rows import Citation, HeadingRow, Row, StatementRow
from bankrm.ui.pages.drafts.statement_list import StatementList

Key = Qt.Key


def section(number: int, statements: int = 8) -> tuple[Row, ...]:
    heading = HeadingRow(f"section:{number}", f"節{number}", rewritable=True)
    texts = (f"S{number}-{n}" for n in range(statements))
    cited = (Citation(1, "E1"), Citation(2, "E2"))
    return heading, *(
        StatementRow(key, heading.key, f"{key}の言葉。" * 4, StatementKind.FACT, cited, verdict=Verdict.SUPPORTED)
        for key in texts
    )


ROWS = tuple(row for number in range(6) for row in section(number))


@pytest.fixture(name="statements")
def _statements(qtbot: QtBot, appearance: Appearance) -> StatementList:
    made = StatementList(lambda: appearance.theme)
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show_rows(ROWS)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def top_of(statements: StatementList, key: str) -> int:
    model = statements.model()
    place = next(n for n, row in enumerate(statements.rows) if row.key == key)
    return statements.visualRect(model.index(place, 0)).top()


def test_arrows_walk_statements_and_pass_headings(statements: StatementList, qtbot: QtBot) -> None:
    statements.select("S0-7")
    with qtbot.waitSignal(statements.chosen) as chosen:
        QTest.keyClick(statements, Key.Key_Down)
    assert chosen.args == ["S1-0"]
    QTest.keyClick(statements, Key.Key_Up)
    assert statements.current_key == "S0-7"


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Key.Key_E, "edit"), (Key.Key_Delete, "remove"), (Key.Key_K, "keep"), (Key.Key_N, "own_view"),
        (Key.Key_A, "add"), (Key.Key_R, "rewrite"),
    ],
)  # fmt: skip
def test_letters_wish(statements: StatementList, qtbot: QtBot, key: Qt.Key, wish: str) -> None:
    statements.select("S0-1")
    with qtbot.waitSignal(statements.wished) as wished:
        QTest.keyClick(statements, key)
    assert wished.args == [wish, "S0-1"]


def test_enter_opens_and_sideways_arrows_walk_the_citations(statements: StatementList, qtbot: QtBot) -> None:
    statements.select("S0-1")
    with qtbot.waitSignal(statements.opened) as opened:
        QTest.keyClick(statements, Key.Key_Return)
    with qtbot.waitSignal(statements.walked) as walked:
        QTest.keyClick(statements, Key.Key_Left)
    assert (opened.args, walked.args) == (["S0-1"], [-1])


def test_a_click_on_a_number_leads_to_its_piece(statements: StatementList) -> None:
    rect = statements.visualRect(statements.model().index(1, 0))
    found = []
    statements.citation_chosen.connect(lambda key, evidence: found.append((key, evidence)))
    for x in range(rect.left(), rect.left() + 300, 6):
        QTest.mouseClick(statements.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, rect.bottom() - 14))
    assert set(found) == {("S0-0", "E1"), ("S0-0", "E2")}


def test_a_click_on_the_headings_words_asks_for_the_section(statements: StatementList, qtbot: QtBot) -> None:
    rect = statements.visualRect(statements.model().index(0, 0))
    with qtbot.waitSignal(statements.wished) as wished:
        QTest.mouseClick(
            statements.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.right() - 40, rect.center().y())
        )
    assert wished.args == ["rewrite", "section:0"]


def test_what_the_reader_looks_at_stays_where_it_is_while_rows_above_change(
    statements: StatementList, qtbot: QtBot
) -> None:
    statements.verticalScrollBar().setValue(1200)
    seen = next(row.key for row in statements.rows if top_of(statements, row.key) >= 0)
    before = top_of(statements, seen)
    grown = tuple(
        replace(row, text=row.text * 3) if isinstance(row, StatementRow) and row.key == "S0-2" else row
        for row in ROWS
        if row.key != "S0-5"
    )
    statements.show_rows(grown)
    qtbot.wait(1)
    assert top_of(statements, seen) == before


def test_words_that_stream_in_take_neither_focus_nor_place(statements: StatementList, qtbot: QtBot) -> None:
    statements.select("S4-2")
    before = statements.verticalScrollBar().value()
    for count in (1, 20, 200):
        stream = StatementRow("stream", "section:5", "書" * count, StatementKind.FACT, streaming=True)
        statements.show_rows((*ROWS, stream))
    qtbot.wait(1)
    assert statements.current_key == "S4-2"
    assert statements.verticalScrollBar().value() == before


def test_a_panel_stands_in_place_of_its_row_and_gives_the_focus_back(statements: StatementList, qtbot: QtBot) -> None:
    statements.select("S0-1")
    panel = QLabel("書く所")
    panel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    statements.open_panel("S0-1", panel)
    assert panel.isVisible()
    assert panel.hasFocus()
    statements.close_panel()
    assert not panel.isVisible()
    assert statements.hasFocus()
    assert statements.rows == ROWS
    qtbot.wait(1)


def test_a_panel_below_a_row_stays_there_when_rows_are_shown_anew(statements: StatementList, qtbot: QtBot) -> None:
    panel = QLabel("書く所")
    statements.open_panel("S0-1", panel, below=True)
    statements.show_rows(tuple(row for row in ROWS if row.key != "S0-0"))
    assert [row.key for row in statements.rows][:3] == ["section:0", "S0-1", "panel"]
    assert panel.isVisible()
    statements.show_rows(tuple(row for row in ROWS if row.key != "S0-1"))
    assert not panel.isVisible()
    qtbot.wait(1)


def test_the_section_that_is_read_is_told(statements: StatementList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(statements.section_seen, check_params_cb=lambda key: key == "section:3"):
        statements.show_section("section:3")


def test_a_hundred_and_fifty_statements_are_laid_out_without_a_widget_each(statements: StatementList) -> None:
    many = tuple(row for number in range(19) for row in section(number))
    statements.show_rows(many)
    assert len(statements.rows) == 171
    assert len(statements.viewport().children()) < 5
