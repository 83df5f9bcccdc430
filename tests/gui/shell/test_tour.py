"""案内: it leads over the pages, is left at any step, and comes by itself once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.gui.seeing import clipped, until_quiet

from bankrm.bootstrap import Program
from bankrm.ui.pages import PAGES
from bankrm.ui.shell.desk import Desk
from bankrm.ui.shell.tour_stops import STOPS


def focused_key(desk: Desk, key: Qt.Key) -> None:
    target = desk.focusWidget()
    assert target is not None
    QTest.keyClick(target, key)


def test_it_leads_over_every_page_and_is_not_shown_again(
    qtbot: QtBot, desk_of: Callable[[Program], Desk], sample_program: Program
) -> None:
    desk = desk_of(sample_program)
    desk.welcome()
    for entry in PAGES:
        assert isinstance(desk.place, entry.place)
        assert clipped(desk.tour) == []
        focused_key(desk, Qt.Key.Key_Space)
    assert not desk.tour.isVisible()
    desk.welcome()
    assert not desk.tour.isVisible()
    until_quiet(qtbot, desk)


def test_escape_leaves_it(qtbot: QtBot, desk_of: Callable[[Program], Desk], sample_program: Program) -> None:
    desk = desk_of(sample_program)
    desk.show_tour()
    focused_key(desk, Qt.Key.Key_Escape)
    assert not desk.tour.isVisible()
    until_quiet(qtbot, desk)


def test_every_page_has_its_words() -> None:
    assert {entry.key for entry in PAGES} <= set(STOPS)
