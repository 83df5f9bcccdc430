"""記録 in a window: an evening on the sample bank, by keys and by mouse."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView, QPushButton, QScrollArea, QTextEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.seeing import button, texts

from bankrm.application.queries.recording import RecordingRow
from bankrm.bootstrap import Program
from bankrm.domain.clients import ClientKey
from bankrm.domain.memos import MemoState
from bankrm.ui.pages.records.memo_editor import MemoEditor
from bankrm.ui.pages.records.page import RecordsPage
from bankrm.ui.pages.records.talks import TalksModel
from bankrm.ui.places import RecordsPlace, TodayPlace
from bankrm.ui.shell.desk import Desk

MEMO = "社長「設備は来期でいい。急がない」とのこと。\n→見積は来週金曜まで当方\n次回12/4 10時"
NAGIHAMA = ClientKey("012", "0012345")


@pytest.fixture(name="evening")
def _evening(sample_home: Path, tmp_path: Path, desk_of: Callable[[Program], Desk], qtbot: QtBot) -> Desk:
    """The desk on the day of the prepared visits, at 記録, with a talk open."""
    import shutil

    home = tmp_path / "bank"
    shutil.copytree(sample_home, home)
    desk = desk_of(Program.of(home, date(2026, 11, 24), home / "passphrase"))
    desk.go(RecordsPlace())
    qtbot.waitUntil(lambda: shown(desk, "確定"))
    return desk


def page_of(desk: Desk) -> RecordsPage:
    found = desk.findChild(RecordsPage)
    assert found is not None
    return found


def memo_of(desk: Desk) -> MemoEditor:
    found = desk.findChild(MemoEditor)
    assert found is not None
    return found


def field_of(desk: Desk, name: str) -> QTextEdit:
    return next(one for one in page_of(desk).findChildren(QTextEdit) if one.accessibleName() == name)


def shown(desk: Desk, text: str) -> bool:
    """Whether a button of that text is there."""
    return text in texts(page_of(desk))


def choose_nagihama(desk: Desk, qtbot: QtBot) -> None:
    talks = next(one for one in page_of(desk).findChildren(QListView) if one.accessibleName() == "記録する面談")
    model = talks.model()
    place = next(n for n in range(model.rowCount()) if "凪浜精機" in str(model.index(n, 0).data()))
    talks.setFocus()
    talks.setCurrentIndex(model.index(place, 0))
    QTest.keyClick(talks, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "設備更新" in field_of(desk, "目的").toPlainText())


def test_an_evening_by_keys_alone(evening: Desk, qtbot: QtBot) -> None:
    choose_nagihama(evening, qtbot)
    memo = memo_of(evening)
    qtbot.waitUntil(memo.hasFocus)
    QTest.keyClicks(memo, "TEL ")  # what an input method sends cannot be struck key by key
    memo.insertPlainText(MEMO)
    qtbot.waitUntil(lambda: "急がない" in field_of(evening, "顧客の発言").toPlainText())
    assert field_of(evening, "約束・宿題").toPlainText() == "【当行】見積は来週金曜まで（12月4日まで）。"
    assert field_of(evening, "次回予定").toPlainText() == "12/4 10時"
    QTest.keyClick(memo, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shown(evening, "SFA用にコピー"))
    assert memo.isReadOnly()
    QTest.keyClick(memo, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: shown(evening, "もう一度コピー"))
    assert shown(evening, "登録した")
    assert "【顧客の発言】" in QGuiApplication.clipboard().text()


def test_the_memo_has_its_own_way_back_and_forth_and_decisions_have_another(evening: Desk, qtbot: QtBot) -> None:
    choose_nagihama(evening, qtbot)
    memo, undone = memo_of(evening), list[bool]()
    page_of(evening).undo_requested.connect(lambda: undone.append(True))
    memo.insertPlainText("社長「急がない」")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(memo, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert memo.toPlainText() == ""
    QTest.keyClick(memo, Qt.Key.Key_Z, both)
    assert (memo.toPlainText(), undone) == ("社長「急がない」", [])
    QTest.keyClick(memo, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert undone == [True]


def test_the_way_back_from_a_confirmation_goes_when_the_page_is_left(evening: Desk, qtbot: QtBot) -> None:
    choose_nagihama(evening, qtbot)
    memo_of(evening).insertPlainText(MEMO)
    qtbot.waitUntil(lambda: "急がない" in field_of(evening, "顧客の発言").toPlainText())
    QTest.mouseClick(button(page_of(evening), "確定"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(evening.notices.isVisible)
    evening.go(TodayPlace())
    assert not evening.notices.isVisible()


def test_what_was_typed_stands_after_the_window_closed_in_the_middle(
    evening: Desk, desk_of: Callable[[Program], Desk], qtbot: QtBot
) -> None:
    choose_nagihama(evening, qtbot)
    memo_of(evening).insertPlainText("社長「急が")
    evening.leave()
    program = evening.services.program
    again = desk_of(Program.of(program.home, date(2026, 11, 24), program.home / "passphrase"))
    again.go(RecordsPlace())
    qtbot.waitUntil(lambda: shown(again, "確定"))
    choose_nagihama(again, qtbot)
    assert memo_of(again).toPlainText() == "社長「急が"


def test_a_field_shows_the_words_that_it_comes_from(evening: Desk, qtbot: QtBot) -> None:
    choose_nagihama(evening, qtbot)
    memo = memo_of(evening)
    memo.insertPlainText(f"🍶{MEMO}")
    qtbot.waitUntil(lambda: "急がない" in field_of(evening, "顧客の発言").toPlainText())
    field_of(evening, "顧客の発言").setFocus()
    marks = [mark.cursor.selectedText() for mark in memo.extraSelections()]
    assert marks == ["設備は来期でいい。急がない"]


def test_a_field_that_is_written_over_can_go_back_to_the_proposal(evening: Desk, qtbot: QtBot) -> None:
    choose_nagihama(evening, qtbot)
    purpose = field_of(evening, "目的")
    before = purpose.toPlainText()
    purpose.selectAll()
    QTest.keyClicks(purpose, "X")
    back = next(one for one in page_of(evening).findChildren(QPushButton) if one.accessibleName() == "目的を提案に戻す")
    qtbot.waitUntil(back.isVisible)
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: purpose.toPlainText() == before)


def test_questions_of_the_morning_have_three_states_and_a_field(evening: Desk, qtbot: QtBot) -> None:
    choose_nagihama(evening, qtbot)
    fields = [one for one in page_of(evening).findChildren(QLineEdit) if one.accessibleName().startswith("答え: ")]
    assert fields
    fields[0].setFocus()
    QTest.keyClicks(fields[0], "next spring")
    qtbot.waitUntil(lambda: "next spring" in field_of(evening, "顧客の発言").toPlainText())
    question = fields[0].accessibleName().removeprefix("答え: ")
    answered = next(
        one for one in page_of(evening).findChildren(QAbstractButton) if one.accessibleName() == f"聞けた: {question}"
    )
    assert answered.isChecked()
    assert fields[0].hasFocus()


def test_a_warning_can_be_answered_for_in_place(evening: Desk, qtbot: QtBot) -> None:
    choose_nagihama(evening, qtbot)
    memo_of(evening).insertPlainText("社長「急がない」\n社長は先月から通院している。")
    qtbot.waitUntil(lambda: shown(evening, "メモから消す"))
    QTest.mouseClick(button(page_of(evening), "メモから消す"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "通院" not in memo_of(evening).toPlainText())


def test_everything_that_can_be_reached_has_a_name(evening: Desk, qtbot: QtBot) -> None:
    choose_nagihama(evening, qtbot)
    memo_of(evening).insertPlainText("売上は伸びている\n→見積を届ける\n社長は通院している。")
    qtbot.waitUntil(lambda: shown(evening, "メモから消す"))
    reached = [
        one
        for one in page_of(evening).findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and not isinstance(one.parent(), QTextEdit)
    ]
    nameless = [one for one in reached if not one.accessibleName() and not getattr(one, "text", str)()]
    assert [
        type(one).__name__ for one in nameless if not one.focusProxy() and one.objectName() != "qt_scrollarea_viewport"
    ] == []


@pytest.mark.usefixtures("qapp")
def test_the_list_of_talks_is_a_sound_model() -> None:
    model = TalksModel(date(2026, 11, 24))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = [
        RecordingRow(NAGIHAMA, "凪浜精機株式会社", date(2026, 11, 24), visit="V"),
        RecordingRow(NAGIHAMA, "凪浜精機株式会社", date(2026, 11, 20), state=MemoState.REGISTERED),
    ]
    model.show_rows(rows)
    assert model.rowCount() == 2
    assert "SFA登録済み" in str(model.index(1).data())
    model.show_rows(())
    assert model.rowCount() == 0
    assert tester.model() is model


def test_in_the_smallest_window_nothing_to_be_answered_is_cut(evening: Desk, qtbot: QtBot) -> None:
    evening.resize(1024, 720)
    choose_nagihama(evening, qtbot)
    memo = memo_of(evening)
    memo.setPlainText("見積は遅れている、12月半ばには出せる(部長)\n社長「専務の退職金で揉めている」。口外無用。")
    qtbot.waitUntil(lambda: shown(evening, "約束ではない") and shown(evening, "行内限り"))

    def whole() -> bool:
        areas = [one for one in page_of(evening).findChildren(QScrollArea) if one.isVisible()]
        return all(w.width() <= one.viewport().width() for one in areas if (w := one.widget()) is not None)

    qtbot.waitUntil(whole)
