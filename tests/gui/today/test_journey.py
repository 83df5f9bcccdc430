"""今日 on the sample bank: promises are read behind the window, one is closed and taken back, the next day's visits are shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.gui.seeing import button, until_quiet

from bankrm.bootstrap import Program
from bankrm.domain.audit import Act
from bankrm.domain.progress import CancelToken
from bankrm.ui.pages.today.page import TodayPage
from bankrm.ui.pages.today.visit_card import VisitCardView
from bankrm.ui.places import ClientsPlace, DraftsPlace, TodayPlace
from bankrm.ui.shell.desk import Desk

DeskOf = Callable[[Program], Desk]


def opened(desk: Desk, qtbot: QtBot) -> TodayPage:
    desk.go(TodayPlace())
    (page,) = desk.findChildren(TodayPage)
    until_quiet(qtbot, desk)
    return page


def rows(page: TodayPage) -> int:
    return page.promises.table.model().rowCount()


def with_promises(program: Program) -> Program:
    """Read as the window does it behind the desk."""
    with program.open_store() as store:
        program.promises.refresh(store)(CancelToken())
    return program


def test_until_records_are_read_the_page_says_so(desk_of: DeskOf, sample_program: Program, qtbot: QtBot) -> None:
    page = opened(desk_of(sample_program), qtbot)
    assert rows(page) == 0
    assert "12先の応接記録をまだ読んでいます。" in page.promises._note.text()


def test_a_promise_is_closed_by_a_key_and_taken_back_by_a_click(
    desk_of: DeskOf, sample_program: Program, qtbot: QtBot
) -> None:
    desk = desk_of(with_promises(sample_program))
    page = opened(desk, qtbot)
    assert rows(page) == 5
    QTest.keyClick(page.promises.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: rows(page) == 4)
    assert page.promises.closed.isVisible()
    QTest.mouseClick(button(page, "元に戻す"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: rows(page) == 5)
    assert not page.promises.closed.isVisible()
    with sample_program.open_store() as store, store.unit_of_work() as work:
        acts = [entry.act for entry in work.audit.entries()][-2:]
    assert acts == [Act.PROMISE_CLOSED, Act.PROMISE_REOPENED]


def test_the_record_of_a_promise_opens_with_enter(desk_of: DeskOf, sample_program: Program, qtbot: QtBot) -> None:
    desk = desk_of(with_promises(sample_program))
    page = opened(desk, qtbot)
    QTest.keyClick(page.promises.table, Qt.Key.Key_Return)
    assert isinstance(desk.place, ClientsPlace)
    assert desk.place.interaction
    until_quiet(qtbot, desk)


def test_the_next_business_days_visits_stand_ready_and_open_with_enter(
    desk_of: DeskOf, sample_program: Program, qtbot: QtBot
) -> None:
    desk = desk_of(sample_program)
    page = opened(desk, qtbot)
    QTest.mouseClick(button(page, "11月24日(火)"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.findChildren(VisitCardView)) == 5 and desk.jobs.is_quiet)
    shown = page.findChildren(VisitCardView)
    assert shown[0].accessibleName() == "10:00 株式会社ふくろう坂ケア 準備完了 ✓"
    assert all(card.accessibleName().endswith("準備完了 ✓") for card in shown)
    QTest.keyClick(shown[0], Qt.Key.Key_Return)
    assert desk.place == DraftsPlace(visit=shown[0].visit)
    until_quiet(qtbot, desk)
