"""The promises on 今日: closed, dismissed, taken back, by mouse and by keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from tests.fakes.today import FRIDAY, LONG, a_row, promises
from tests.gui.seeing import button, texts
from tests.gui.today.shown import closed, words_on

from bankrm.domain.closings import ClosingKind
from bankrm.domain.due import Due, DueState
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.today.page import TodayPage
from bankrm.ui.pages.today.promise_table import ACTIONS, CLIENT, PROMISE, STATE
from bankrm.ui.theme import TABLE_ROW


def test_the_table_keeps_the_rules_of_a_model(page: TodayPage) -> None:
    model = page.promises.table.rows_model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows((a_row("一"), a_row("二", doubt="2026年11月12日 訪問 当方の説明: 資料を説明した")))
    state = model.index(1, STATE)
    assert state.data() == "▲ 7日超過・要確認"
    assert "2026年11月12日" in state.data(Qt.ItemDataRole.ToolTipRole)
    model.show_rows(())
    assert tester.model() is model


def test_space_closes_enter_opens_and_delete_asks_a_reason(page: TodayPage, qtbot: QtBot) -> None:
    table = page.promises.table
    QTest.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.close_requested) as done:
        QTest.keyClick(table, Qt.Key.Key_Space)
    assert done.args == [a_row("二")]
    with qtbot.waitSignal(table.opened):
        QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    reason = page.promises.focusWidget()
    assert reason is not None
    assert not button(page, "宿題から外す").isEnabled()
    QTest.keyClicks(reason, "a reason")
    with qtbot.waitSignal(page.promises.dismissed) as dismissed:
        QTest.keyClick(reason, Qt.Key.Key_Return)
    assert dismissed.args == [a_row("二"), "a reason"]


def test_each_row_has_its_button(page: TodayPage, qtbot: QtBot) -> None:
    first = button(page, "済にする")
    assert first.accessibleName() == "一を済にする"
    with qtbot.waitSignal(page.promises.table.close_requested) as done:
        QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert done.args == [a_row("一")]


def test_what_was_closed_is_corrected_or_taken_back_in_place(page: TodayPage, qtbot: QtBot) -> None:
    page.show_closing(closed())
    with qtbot.waitSignal(page.promises.closed.amend_requested) as amended:
        QTest.mouseClick(button(page, "保存"), Qt.MouseButton.LeftButton)
    assert amended.args == ["一の写し", FRIDAY]
    with qtbot.waitSignal(page.promises.closed.take_back_requested):
        QTest.mouseClick(button(page, "元に戻す"), Qt.MouseButton.LeftButton)
    page.show_closing(None)
    assert not page.promises.closed.isVisible()


def test_a_promise_taken_back_by_keys_leaves_the_keyboard_in_the_list(page: TodayPage) -> None:
    page.show_closing(closed())
    button(page, "元に戻す").setFocus()
    page.show_closing(None)
    assert page.promises.table.hasFocus()


def test_a_dismissal_has_nothing_to_correct_and_escape_closes_it(page: TodayPage) -> None:
    page.show_closing(closed(ClosingKind.DISMISSED))
    assert not any(one.text() == "保存" and one.isVisible() for one in page.findChildren(QPushButton))
    QTest.keyClick(page.promises.closed, Qt.Key.Key_Escape)
    assert not page.promises.closed.isVisible()
    assert page.promises.table.hasFocus()


def test_the_promise_in_focus_stays_so_when_another_comes_before_it(page: TodayPage) -> None:
    page.promises.table.selectRow(1)
    page.show_promises(promises(a_row("零"), a_row("一"), a_row("二")), everything=False)
    assert page.promises.table.current == a_row("二")
    page.show_promises(promises(a_row("零"), a_row("一")), everything=False)
    assert page.promises.table.current == a_row("一")


def test_of_many_promises_a_few_stand_there_until_more_are_wanted(page: TodayPage, qtbot: QtBot) -> None:
    rows = tuple(a_row(str(number)) for number in range(40))
    page.show_promises(promises(*rows, pressing=57, others=3), everything=False)
    model = page.promises.table.model()
    assert "当行の宿題  57件" in words_on(page)
    assert model.rowCount() == 6
    for text, shown in (("あと 30件表示", 36), ("あと 4件表示", 40)):
        QTest.mouseClick(button(page, text), Qt.MouseButton.LeftButton)
        assert model.rowCount() == shown
    with qtbot.waitSignal(page.promises.everything_requested) as wanted:
        QTest.mouseClick(button(page, "先の期限・期限なし 3件も表示"), Qt.MouseButton.LeftButton)
    assert wanted.args == [True]
    with qtbot.waitSignal(page.promises.everything_requested) as wanted:
        QTest.mouseClick(button(page, "急ぐものだけ表示"), Qt.MouseButton.LeftButton)
    assert wanted.args == [False]


def test_without_promises_it_says_so_and_whether_records_are_still_to_be_read(page: TodayPage) -> None:
    page.show_promises(promises(), everything=False)
    assert "3営業日以内に期限が来る宿題はありません。" in words_on(page)
    page.show_promises(promises(unread=120), everything=False)
    assert "120先の応接記録をまだ読んでいます。" in words_on(page)


def test_a_calendar_file_is_written_only_after_the_warning(
    page: TodayPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "promises.ics"
    monkeypatch.setattr("bankrm.ui.pages.today.promises_pane.QFileDialog.getSaveFileName", lambda *_: (str(target), ""))
    QTest.mouseClick(button(page, "カレンダーに書き出す…"), Qt.MouseButton.LeftButton)
    assert "暗号化されません" in words_on(page)
    with qtbot.waitSignal(page.promises.export_requested) as asked:
        QTest.mouseClick(button(page, "保存先を選ぶ…"), Qt.MouseButton.LeftButton)
    assert asked.args == [target]
    page.show_exported(target)
    assert f"書き出しました: {target}" in words_on(page)


def test_where_exporting_is_forbidden_the_page_says_so(qtbot: QtBot, appearance: Appearance) -> None:
    page = TodayPage(appearance, may_export=False)
    qtbot.addWidget(page)
    page.show()
    assert "書き出しは設定で禁止されています" in words_on(page)
    assert not any(one.text() == "カレンダーに書き出す…" and one.isVisible() for one in page.findChildren(QPushButton))


@pytest.mark.parametrize("width", [848, 1190])
def test_a_promise_and_both_its_buttons_are_seen_whole_also_where_there_is_little_room(
    page: TodayPage, qtbot: QtBot, width: int
) -> None:
    page.resize(width, 560)
    page.show_promises(
        promises(a_row("法人化に伴う借入の引継ぎの手続き", "医療法人社団鈴鳴坂こどもクリニック")), everything=False
    )
    table = page.promises.table
    left, done = (
        table.indexWidget(table.rows_model.index(0, ACTIONS)),
        button(page, "済" if width < 1000 else "済にする"),
    )
    qtbot.waitUntil(lambda: done.width() >= done.sizeHint().width())
    assert button(page, "外す").isVisible()
    assert left.geometry().right() <= table.viewport().width()
    room = table.columnWidth(PROMISE) * (2 if table.rowHeight(0) > TABLE_ROW else 1)
    assert table.fontMetrics().horizontalAdvance("法人化に伴う借入の引継ぎの手続き") < room
    assert table.rows_model.index(0, CLIENT).data() == "鈴鳴坂こどもクリニック"


def test_what_was_promised_in_confidence_is_marked_by_word_and_drawing(page: TodayPage) -> None:
    page.show_promises(promises(replace(a_row("一"), secret=True), a_row("二")), everything=False)
    secret, plain = (page.promises.table.rows_model.index(place, PROMISE) for place in (0, 1))
    assert secret.data() == "〔秘匿〕一"
    assert not secret.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert (plain.data(), plain.data(Qt.ItemDataRole.DecorationRole)) == ("二", None)


def test_what_was_told_fits_the_field_of_a_closing_too(page: TodayPage) -> None:
    page.show_closing(closed())
    assert "渡したもの・伝えたこと" in words_on(page)
    assert button(page, "保存").isVisible()


def test_the_way_back_stays_while_another_is_only_asked_about(page: TodayPage) -> None:
    page.show_closing(closed())
    page.promises.table.selectRow(1)
    QTest.keyClick(page.promises.table, Qt.Key.Key_Delete)
    assert page.promises.closed.isVisible()
    QTest.mouseClick(button(page, "やめる"), Qt.MouseButton.LeftButton)
    assert page.promises.closed.isVisible()
    assert not any("宿題から外す" in text for text in texts(page))
    assert button(page, "元に戻す").isVisible()


@pytest.mark.parametrize("width", [700, 1060, 1190])
def test_where_a_promise_stands_has_its_whole_line(page: TodayPage, width: int) -> None:
    page.resize(width, 620)
    late = replace(a_row("一"), due=Due(DueState.OVERDUE, 11), promise=replace(a_row("一").promise, doubt="渡した"))
    page.show_promises(promises(late, a_row(LONG)), everything=False)
    table = page.promises.table
    option = QStyleOptionViewItem()
    table.initViewItemOption(option)
    option.rect = table.visualRect(table.rows_model.index(0, STATE))
    index = table.rows_model.index(0, STATE)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
    option.text = index.data()
    room = table.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, table).width()
    margin = 2 * (table.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, table) + 1)
    assert room - margin > table.fontMetrics().horizontalAdvance(index.data())
