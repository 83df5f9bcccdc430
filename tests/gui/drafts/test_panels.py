"""Panels of the draft page: what a key, a click or a word typed in them comes to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot
from tests.gui.drafts.shown import HEADING, ROWS, focused, header, told
from tests.gui.seeing import button, texts

from bankrm.domain.recipes import StatementKind
from bankrm.language.sensitive import Concern
from bankrm.ui.pages.drafts.page import DraftsPage
from bankrm.ui.pages.drafts.panels import AgreePanel, WordsPanel
from bankrm.ui.pages.drafts.rows import PanelWords, StatementRow, Writing
from bankrm.ui.pages.drafts.statement_list import StatementList
from bankrm.ui.theme import MINIMUM_WINDOW, NAVIGATION_WIDE
from bankrm.ui.widgets.plain_edit import PlainEdit


def test_a_statement_is_edited_in_place_and_control_enter_takes_it_alone(page: DraftsPage, qtbot: QtBot) -> None:
    page.open_panel(Writing.EDIT, "S1", "見積は21日遅れた。")
    field = focused()
    assert isinstance(field, PlainEdit)
    field.setPlainText("見積は遅れた。")
    with qtbot.waitSignal(page.written) as written, qtbot.assertNotEmitted(page.way_chosen):
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert written.args == ["edit", "S1", "見積は遅れた。", ""]


def test_undo_in_a_field_is_the_fields_own(page: DraftsPage, qtbot: QtBot) -> None:
    page.open_panel(Writing.EDIT, "S1", "見積")
    field = focused()
    assert isinstance(field, PlainEdit)
    QTest.keyClicks(field, "abc")
    with qtbot.assertNotEmitted(page.undo_requested):
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == "見積"


def test_a_reason_is_chosen_by_its_number(page: DraftsPage, qtbot: QtBot) -> None:
    page.open_panel(Writing.REMOVE, "S2", "3億円を借りたい。")
    QTest.keyClick(focused(), Qt.Key.Key_2)
    with qtbot.waitSignal(page.removal_chosen) as chosen:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert chosen.args == ["S2", "outdated", ""]


def test_no_reason_is_chosen_before_the_person_chooses_one(page: DraftsPage, qtbot: QtBot) -> None:
    page.open_panel(Writing.REMOVE, "S2", "3億円を借りたい。")
    assert not any(one.isChecked() for one in page.findChildren(QRadioButton))
    assert not button(page, "消す (Enter)").isEnabled()
    assert page.panel_words() == PanelWords("")
    page.fill_panel(PanelWords("補足"))
    with qtbot.assertNotEmitted(page.removal_chosen):
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    QTest.keyClick(focused(), Qt.Key.Key_1)
    with qtbot.waitSignal(page.removal_chosen) as chosen:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert chosen.args == ["S2", "not_true", "補足"]


def test_what_is_struck_is_said_to_come_back_by_undo(page: DraftsPage) -> None:
    page.open_panel(Writing.REMOVE, "S2", "3億円を借りたい。")
    assert any("「元に戻す」で戻せます" in one for one in told(page))


def test_escape_in_a_panel_drops_it_and_nothing_else(page: DraftsPage, qtbot: QtBot) -> None:
    page.open_panel(Writing.OWN_VIEW, "S1")
    with qtbot.waitSignal(page.panel_dropped), qtbot.assertNotEmitted(page.escaped):
        QTest.keyClick(focused(), Qt.Key.Key_Escape)


def test_a_panel_that_is_held_takes_no_more_words_and_keeps_the_focus(page: DraftsPage, qtbot: QtBot) -> None:
    page.open_panel(Writing.EDIT, "S1", "見積")
    field = focused()
    page.hold_panel(True)
    with qtbot.assertNotEmitted(page.wished):
        QTest.keyClicks(field, "ke")
    page.hold_panel(False)
    QTest.keyClicks(focused(), "x")
    assert page.panel_words() == PanelWords("見積x")


def test_words_without_a_place_stand_where_they_can_be_copied(page: DraftsPage, qtbot: QtBot) -> None:
    page.open_panel(Writing.LEFT, HEADING.key)
    page.fill_panel(PanelWords("見積は遅れたが"))
    assert page.panel_words() == PanelWords("見積は遅れたが")
    with qtbot.waitSignal(page.written) as written:
        button(page, "閉じる (Ctrl+Enter)").click()
    assert written.args[0] == "left"


def test_an_added_statement_waits_for_its_evidence(page: DraftsPage) -> None:
    page.evidence.begin_picking(Writing.ADD)
    page.open_panel(Writing.ADD, "S1")
    QTest.keyClicks(focused(), "abc")
    add = button(page, "加える (Ctrl+Enter)")
    assert not add.isEnabled()
    page.show_picked((StatementRow("0", "", "人が足りない", StatementKind.FACT, said="社長 7/8"),))
    assert add.isEnabled()
    assert "根拠: 人が足りない(社長 7/8)" in "\n".join(texts(page))


def test_a_reason_is_asked_for_where_the_words_are_written(page: DraftsPage, qtbot: QtBot) -> None:
    page.open_panel(Writing.OWN_VIEW, "S1")
    panel = page.findChild(WordsPanel)
    assert panel is not None
    words = panel.findChild(PlainEdit)
    why = panel.findChild(QLineEdit)
    assert words is not None
    assert why is not None
    assert not why.isVisibleTo(panel)
    words.setPlainText("社長は入院中")
    page.ask_why((Concern.SENSITIVE,))
    assert why.isVisibleTo(panel)
    why.setText("日程に関わる")
    with qtbot.waitSignal(page.written) as caught:
        QTest.keyClick(why, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert caught.args == ["own_view", "S1", "社長は入院中", "日程に関わる"]


def test_a_panel_that_grows_stays_whole_in_a_low_window(page: DraftsPage, qtbot: QtBot) -> None:
    page.resize(MINIMUM_WINDOW[0] - NAVIGATION_WIDE, MINIMUM_WINDOW[1])
    page.show_document(header(), ROWS, anew=True)
    page.open_panel(Writing.OWN_VIEW, "S2")
    page.ask_why((Concern.SENSITIVE, Concern.STANDING))
    statements = page.findChildren(StatementList)[0]
    (panel,) = statements.findChildren(WordsPanel)

    def whole() -> bool:
        return (
            panel.height() >= panel.heightForWidth(panel.width()) and panel.geometry().bottom() <= statements.height()
        )

    qtbot.waitUntil(whole)


def test_without_a_model_the_panel_says_so_before_and_asks_for_no_words(page: DraftsPage, qtbot: QtBot) -> None:
    page.open_panel(Writing.RENEW, HEADING.key)
    panel = page.findChild(AgreePanel)
    assert panel is not None
    assert not panel.findChildren(PlainEdit)
    assert any("指示には対応できません" in one.text() for one in panel.findChildren(QLabel))
    with qtbot.waitSignal(page.written) as caught:
        QTest.keyClick(panel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert caught.args == ["renew", HEADING.key, "", ""]
