"""The desk takes the person from place to place, by mouse and by keys, and back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from bankrm.bootstrap import Program
from bankrm.ui.pages import PAGES
from bankrm.ui.places import ImportPlace, SettingsPlace
from bankrm.ui.shell.desk import Desk


def test_every_page_opens_by_its_number_and_can_be_left_again(
    qtbot: QtBot, desk_of: Callable[[Program], Desk], sample_program: Program
) -> None:
    desk = desk_of(sample_program)
    desk.go(SettingsPlace())
    for number, entry in enumerate(PAGES, 1):
        QTest.keyClick(desk, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert isinstance(desk.place, entry.place)
    qtbot.waitUntil(lambda: desk.jobs.is_quiet, timeout=20_000)


def test_keys_overview_opens_with_f1_and_closes_with_escape(
    qtbot: QtBot, desk_of: Callable[[Program], Desk], sample_program: Program
) -> None:
    desk = desk_of(sample_program)
    desk.go(SettingsPlace())
    desk.show_keys()
    focused = desk.focusWidget()
    assert focused is not None
    assert desk.keys_overview.isVisible()
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert not desk.keys_overview.isVisible()
    qtbot.waitUntil(lambda: desk.jobs.is_quiet, timeout=20_000)


def test_the_keys_overview_scrolls_by_keys_and_begins_at_the_top(
    qtbot: QtBot, desk_of: Callable[[Program], Desk], sample_program: Program
) -> None:
    desk = desk_of(sample_program)
    desk.resize(1280, 420)
    desk.go(SettingsPlace())
    desk.show_keys()
    (area,) = desk.keys_overview.findChildren(QScrollArea)
    bar, focused = area.verticalScrollBar(), desk.focusWidget()
    assert focused is not None
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    seen = []
    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_Up,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_End,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    ):
        QTest.keyClick(focused, key)
        seen.append(bar.value())
    assert seen == [seen[0], 0, seen[2], 0, bar.maximum(), 0, bar.maximum()]
    assert 0 < seen[0] < seen[2]
    desk.keys_overview.close_over()
    desk.show_keys()
    assert bar.value() == 0
    qtbot.waitUntil(lambda: desk.jobs.is_quiet, timeout=20_000)


def test_the_keys_overview_counts_the_pages_there_are(
    qtbot: QtBot, desk_of: Callable[[Program], Desk], sample_program: Program
) -> None:
    desk = desk_of(sample_program)
    told = [key for key, _ in desk.keys_overview.window_keys()]
    assert f"Ctrl+1 … Ctrl+{len(PAGES)}" in told
    qtbot.waitUntil(lambda: desk.jobs.is_quiet, timeout=20_000)


def test_coming_back_to_the_import_page_brings_nothing_in_again(
    qtbot: QtBot, desk_of: Callable[[Program], Desk], sample_program: Program
) -> None:
    desk = desk_of(sample_program)
    desk.go(ImportPlace((sample_program.home / "gone.csv",)))
    qtbot.waitUntil(lambda: desk.jobs.is_quiet, timeout=20_000)
    assert desk.place == ImportPlace()
    desk.go(SettingsPlace())
    desk.go_back()
    assert desk.place == ImportPlace()
    qtbot.waitUntil(lambda: desk.jobs.is_quiet, timeout=20_000)
