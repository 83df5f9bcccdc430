"""The desk takes the person from place to place, by mouse and by keys, and back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
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
