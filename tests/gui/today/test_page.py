"""今日 as it is seen: the day and its visits, what stands where, by mouse and by keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.fakes.today import FRIDAY, LONG, TUESDAY, a_card, a_day, a_pack, a_row, promises
from tests.gui.seeing import button
from tests.gui.today.shown import closed, words_on

from bankrm.application.preparation_schedule import Step
from bankrm.application.queries.day import Day, PackState
from bankrm.domain.progress import Progress
from bankrm.drafting.ports import ModelUnusable
from bankrm.ui.ahead import AheadState
from bankrm.ui.pages.today.page import TodayPage
from bankrm.ui.pages.today.visit_card import VisitCardView


def cards(page: TodayPage) -> list[VisitCardView]:
    return [card for card in page.findChildren(VisitCardView) if card.isVisible()]


def shows(qtbot: QtBot, page: TodayPage, *words: str) -> None:
    """Also what has just been put there, which appears with the next round of events."""
    qtbot.waitUntil(lambda: all(one in words_on(page) for one in words))


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


def test_preparing_is_the_first_thing_to_do_only_while_something_is_unprepared(page: TodayPage) -> None:
    prepare = button(page, "すべて準備")
    assert prepare.property("role") == ""
    page.show_day(a_day(a_card("V-1", 10), a_card("V-2", 14, PackState.NONE)), FRIDAY)
    assert prepare.property("role") == "primary"


def test_on_a_large_screen_what_belongs_together_stays_together(page: TodayPage, qtbot: QtBot) -> None:
    page.resize(2400, 1300)
    qtbot.waitUntil(lambda: page.side.mapTo(page, QPoint(page.side.width(), 0)).x() < 1700)
    prepare = button(page, "すべて準備")
    assert prepare.mapTo(page, QPoint(prepare.width(), 0)).x() < 1700
    title = next(one for one in page.findChildren(QLabel) if one.text() == "2026年11月20日(金)")
    assert title.mapTo(page, QPoint(0, 0)).x() == page.promises.table.mapTo(page, QPoint(0, 0)).x()


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
