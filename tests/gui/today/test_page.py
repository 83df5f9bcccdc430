"""今日 as it is seen: what stands where, by mouse and by keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QPushButton, QStyle, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot
from tests.fakes.today import FRIDAY, LONG, TUESDAY, a_card, a_day, a_pack, a_row, promises
from tests.gui.seeing import button, texts

from bankrm.application.preparation_schedule import Step
from bankrm.application.queries.day import Day, PackState
from bankrm.domain.closings import ClosingKind
from bankrm.domain.due import Due, DueState
from bankrm.domain.ids import ClosingId
from bankrm.domain.progress import Progress
from bankrm.drafting.ports import ModelUnusable
from bankrm.ui.ahead import AheadState
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.today.page import TodayPage
from bankrm.ui.pages.today.presenter import LastClosing
from bankrm.ui.pages.today.promise_table import ACTIONS, CLIENT, PROMISE, STATE
from bankrm.ui.pages.today.visit_card import VisitCardView
from bankrm.ui.theme import TABLE_ROW


@pytest.fixture(name="page")
def _page(qtbot: QtBot, appearance: Appearance) -> TodayPage:
    page = TodayPage(appearance)
    qtbot.addWidget(page)
    page.resize(1190, 700)
    page.show()
    page.show_day(a_day(a_card("V-1", 10), a_card("V-2", 14)), FRIDAY)
    page.show_promises(promises(a_row("一"), a_row("二")), everything=False)
    return page


def cards(page: TodayPage) -> list[VisitCardView]:
    return [card for card in page.findChildren(VisitCardView) if card.isVisible()]


def words_on(page: TodayPage) -> str:
    return "\n".join(texts(page))


def shows(qtbot: QtBot, page: TodayPage, *words: str) -> None:
    """Also what has just been put there, which appears with the next round of events."""
    qtbot.waitUntil(lambda: all(one in words_on(page) for one in words))


def closed(kind: ClosingKind = ClosingKind.DONE) -> LastClosing:
    return LastClosing(a_row("一"), ClosingId("c-1"), kind, "一の写し", FRIDAY)


def test_the_table_keeps_the_rules_of_a_model(page: TodayPage) -> None:
    model = page.promises.table.rows_model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows((a_row("一"), a_row("二", doubt="2026年11月12日 訪問 当方の説明: 資料を説明した")))
    state = model.index(1, STATE)
    assert state.data() == "▲ 7日超過・要確認"
    assert "2026年11月12日" in state.data(Qt.ItemDataRole.ToolTipRole)
    model.show_rows(())
    assert tester.model() is model


def test_a_busy_days_cards_all_come_in_their_order_also_where_one_changes_meanwhile(
    page: TodayPage, qtbot: QtBot
) -> None:
    day = a_day(*(a_card(f"V-{hour}", hour) for hour in range(9, 18)))
    page.show_day(day, FRIDAY)
    assert 0 < len(page.findChildren(VisitCardView)) < len(day.cards) + 2  # the last two are those of the day before
    changed = replace(day, cards=(*day.cards[:4], replace(day.cards[4], ours=3), *day.cards[5:]))
    page.show_day(changed, FRIDAY)
    qtbot.waitUntil(lambda: len(cards(page)) == len(changed.cards))
    assert [card.card for card in sorted(cards(page), key=VisitCardView.y)] == list(changed.cards)


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


def test_a_card_tells_when_where_how_far_and_three_headlines(page: TodayPage) -> None:
    told = words_on(page)
    for words in ("14:00", "凪浜精機株式会社", "(なぎはませいき)", "準備完了 ✓", "1  設備更新の時期が割れている。"):
        assert words in told
    assert "宿題: 先方 2・当行 1\u3000根拠 21件中 要確認 0" in told
    assert "更新 09:12 · 定型の書き手" in told


def test_a_card_opens_by_click_and_by_enter_and_the_arrows_walk(page: TodayPage, qtbot: QtBot) -> None:
    first, second = cards(page)
    with qtbot.waitSignal(page.set_opened) as opened:
        QTest.mouseClick(first, Qt.MouseButton.LeftButton, pos=QPoint(40, 30))
    assert opened.args == ["V-1"]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    with qtbot.waitSignal(page.set_opened) as opened:
        QTest.keyClick(second, Qt.Key.Key_Return)
    assert opened.args == ["V-2"]
    QTest.keyClick(second, Qt.Key.Key_Up)
    QTest.keyClick(first, Qt.Key.Key_Up)
    assert page.promises.table.hasFocus()


def test_the_card_in_focus_keeps_it_when_the_day_is_read_again(page: TodayPage) -> None:
    cards(page)[1].setFocus()
    page.show_day(a_day(a_card("V-1", 10), a_card("V-2", 14)), FRIDAY)
    assert next(card for card in cards(page) if card.hasFocus()).visit == "V-2"


def test_only_the_card_that_changed_is_drawn_anew(page: TodayPage, qtbot: QtBot) -> None:
    first, _ = cards(page)
    page.show_day(a_day(a_card("V-1", 10), a_card("V-2", 14, PackState.WRITING)), FRIDAY)
    shows(qtbot, page, "作成中 …")
    assert [card.visit for card in cards(page)] == ["V-1", "V-2"]
    assert cards(page)[0] is first


def test_a_set_without_records_says_what_is_missing_and_leads_to_import(page: TodayPage, qtbot: QtBot) -> None:
    page.show_day(a_day(a_card(state=PackState.NEEDS_DATA)), FRIDAY)
    shows(qtbot, page, "足りないもの: 応接記録")
    with qtbot.waitSignal(page.import_requested):
        QTest.mouseClick(button(page, "取込を開く"), Qt.MouseButton.LeftButton)


def test_another_day_is_chosen_and_told_in_the_heading(page: TodayPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.day_chosen) as chosen:
        QTest.mouseClick(button(page, "11月24日(火)  5件"), Qt.MouseButton.LeftButton)
    assert chosen.args == [TUESDAY]
    page.show_day(a_day(a_card(), day=TUESDAY), FRIDAY)
    assert "11月24日(火)の訪問" in words_on(page)


def test_visits_without_a_record_lead_to_it(page: TodayPage, qtbot: QtBot) -> None:
    page.show_day(a_day(a_card(), unrecorded=7), FRIDAY)
    shows(qtbot, page, "ほか 2件")
    with qtbot.waitSignal(page.side.record_requested) as asked:
        QTest.mouseClick(button(page, "記録する"), Qt.MouseButton.LeftButton)
    assert asked.args == ["U-0"]


def test_what_changed_since_the_last_visit_stands_on_the_right(page: TodayPage, qtbot: QtBot) -> None:
    card = replace(a_card(), pack=a_pack(questioned=2, changes=("11月12日の訪問の記録が加わった。",)))
    page.show_day(a_day(card), FRIDAY)
    shows(qtbot, page, "11月12日の訪問の記録が加わった。", "前回から 1件", "根拠 21件中 要確認 2")
    with qtbot.waitSignal(page.side.client_requested):
        QTest.mouseClick(button(page, "見る"), Qt.MouseButton.LeftButton)


def test_preparing_shows_how_far_it_is_and_can_be_stopped(page: TodayPage, qtbot: QtBot) -> None:
    page.show_preparing(AheadState(Step.MODEL, Progress("write", 12, 36)))
    assert "12/36" in words_on(page)
    with qtbot.waitSignal(page.side.stop_requested):
        QTest.mouseClick(button(page, "止める"), Qt.MouseButton.LeftButton)
    page.show_preparing(AheadState())
    assert "待っている下書きはありません。" in words_on(page)


def test_what_could_not_be_written_is_told_with_what_to_do(page: TodayPage) -> None:
    page.show_preparing(AheadState(failed=2))
    assert "2件は書けませんでした。" in words_on(page)
    page.show_preparing(AheadState(error=ModelUnusable(engine="llama", reason="out_of_memory")))
    assert "メモリ不足" in words_on(page)


def test_an_empty_store_says_what_to_do_and_takes_files(page: TodayPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.show_day(Day(FRIDAY, (), (), (), True, 0), FRIDAY)
    assert "取引先がまだありません" in words_on(page)
    assert "当行の宿題" not in words_on(page)
    assert "すべて準備" not in words_on(page)
    assert button(page, "取込を開く").property("role") == "primary"
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.csv"))])
    drop = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(page.files_dropped) as dropped:
        page.dropEvent(drop)
    assert dropped.args == [(tmp_path / "a.csv",)]


@pytest.mark.parametrize("width", [848, 1190])
def test_long_names_and_many_visits_never_make_the_page_wider(page: TodayPage, qtbot: QtBot, width: int) -> None:
    states = list(PackState)
    day = a_day(*(a_card(f"V-{n}", 8 + n, states[n % 4], LONG) for n in range(10)), unrecorded=8)
    page.resize(width, 560)
    page.show_day(day, FRIDAY)
    page.show_promises(
        promises(*(a_row("条件を織り込んだ返済計画の改訂版" * 2, LONG) for _ in range(40))), everything=True
    )
    page.show_closing(closed())
    qtbot.waitUntil(lambda: len(cards(page)) == 10)
    right = page.side.mapTo(page, QPoint(0, 0)).x()
    assert all(card.mapTo(page, QPoint(card.width(), 0)).x() < right for card in cards(page))
    table = page.promises.table
    assert sum(table.columnWidth(column) for column in range(5)) <= table.width()


def test_the_page_is_named_for_those_who_hear_it(page: TodayPage) -> None:
    assert page.promises.table.accessibleName() == "当行の宿題(期限順)"
    assert cards(page)[0].accessibleName() == "10:00 凪浜精機株式会社 準備完了 ✓"
    assert page.promises.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "期限 11月13日(金)、取引先 凪浜精機、約束 一、状態 ▲ 7日超過"
    )


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


def test_preparing_is_the_first_thing_to_do_only_while_something_is_unprepared(page: TodayPage) -> None:
    prepare = button(page, "すべて準備")
    assert prepare.property("role") == ""
    page.show_day(a_day(a_card("V-1", 10), a_card("V-2", 14, PackState.NONE)), FRIDAY)
    assert prepare.property("role") == "primary"


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


def test_on_a_large_screen_what_belongs_together_stays_together(page: TodayPage, qtbot: QtBot) -> None:
    page.resize(2400, 1300)
    qtbot.waitUntil(lambda: page.side.mapTo(page, QPoint(page.side.width(), 0)).x() < 1700)
    prepare = button(page, "すべて準備")
    assert prepare.mapTo(page, QPoint(prepare.width(), 0)).x() < 1700
    title = next(one for one in page.findChildren(QLabel) if one.text() == "2026年11月20日(金)")
    assert title.mapTo(page, QPoint(0, 0)).x() == page.promises.table.mapTo(page, QPoint(0, 0)).x()


def test_the_way_back_stays_while_another_is_only_asked_about(page: TodayPage) -> None:
    page.show_closing(closed())
    page.promises.table.selectRow(1)
    QTest.keyClick(page.promises.table, Qt.Key.Key_Delete)
    assert page.promises.closed.isVisible()
    QTest.mouseClick(button(page, "やめる"), Qt.MouseButton.LeftButton)
    assert page.promises.closed.isVisible()
    assert not any("宿題から外す" in text for text in texts(page))
    assert button(page, "元に戻す").isVisible()


def test_a_visit_that_is_recorded_says_so(page: TodayPage, qtbot: QtBot) -> None:
    assert "記録済み" not in words_on(page)
    page.show_day(a_day(replace(a_card("V-1", 10), recorded=True), a_card("V-2", 14)), FRIDAY)
    shows(qtbot, page, "記録済み")


def test_tab_leads_from_the_days_to_the_promises_to_the_cards(page: TodayPage) -> None:
    page.show_day(a_day(*(a_card(f"V-{hour}", hour) for hour in range(9, 15))), FRIDAY)
    walked: list[QWidget] = [page._prepare]
    while (after := walked[-1].nextInFocusChain()) not in (None, page._prepare):
        walked.append(after)
    days = [walked.index(one) for one in page._day_buttons]
    card_places = [walked.index(one) for one in sorted(cards(page), key=VisitCardView.y)]
    side = [walked.index(one) for one in page.side.findChildren(QPushButton)]
    assert days == sorted(days)
    assert card_places == sorted(card_places)
    assert days[-1] < walked.index(page.promises.table) < card_places[0]
    assert all(card_places[-1] < place for place in side)


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
