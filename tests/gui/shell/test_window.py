"""The window: it opens, locks to a page that shows nothing of a client, and comes back to the same place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from bankrm.bootstrap import Program
from bankrm.ui.appearance import Appearance
from bankrm.ui.layout_memory import LayoutMemory
from bankrm.ui.places import SettingsPlace
from bankrm.ui.shell.opener import ProgramOpener
from bankrm.ui.shell.window import Window

PASSPHRASE = "twelve letters or more"


@pytest.fixture(name="window")
def _window(qtbot: QtBot, appearance: Appearance, sample_program: Program) -> Iterator[Window]:
    window = Window(ProgramOpener(sample_program), appearance, LayoutMemory(sample_program.home), lambda _: "1")
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


def opened(qtbot: QtBot, window: Window) -> Window:
    with qtbot.waitSignal(window.usable):
        window.begin()
    return window


def test_its_title_names_the_program_alone(qtbot: QtBot, window: Window) -> None:
    assert opened(qtbot, window).windowTitle() == "BankRM"


def test_locking_closes_the_store_and_unlocking_comes_back(qtbot: QtBot, window: Window) -> None:
    opened(qtbot, window)
    assert window.desk is not None
    window.desk.tour.leave()
    window.desk.go(SettingsPlace())
    window.lock()
    assert window.desk is None
    assert not any("凪浜" in label.text() for label in window.findChildren(QLabel) if label.isVisible())
    unlock = next(one for one in window.findChildren(QPushButton) if one.isVisible())
    with qtbot.waitSignal(window.usable):
        QTest.mouseClick(unlock, Qt.MouseButton.LeftButton)
    assert window.desk.place == SettingsPlace()


def test_nobody_at_the_window_locks_it_and_a_key_keeps_it_open(qtbot: QtBot, window: Window) -> None:
    opened(qtbot, window)
    window.idle.start_ms(300)
    for _ in range(4):
        qtbot.wait(100)
        window.idle.saw(QEvent.Type.KeyPress)
    assert window.desk is not None
    qtbot.waitUntil(lambda: window.desk is None)


def test_a_bug_is_told_by_its_number_and_the_window_stays(qtbot: QtBot, window: Window) -> None:
    opened(qtbot, window)
    window.tell_bug(RuntimeError("customer text"))
    assert window.desk is not None
    assert "番号 1" in window.desk.notices.accessibleName()
    assert "customer" not in window.desk.notices.accessibleName()


def test_a_new_store_is_made_by_a_passphrase_typed_twice(qtbot: QtBot, appearance: Appearance, tmp_path: Path) -> None:
    program = Program.of(tmp_path / "home", None)
    window = Window(ProgramOpener(program), appearance, LayoutMemory(program.home), lambda _: "1")
    qtbot.addWidget(window)
    window.show()
    window.begin()

    def press(text: str) -> None:
        qtbot.waitUntil(lambda: any(one.isVisible() and one.text() == text for one in window.findChildren(QPushButton)))
        found = next(one for one in window.findChildren(QPushButton) if one.isVisible() and one.text() == text)
        qtbot.waitUntil(found.isEnabled)
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    press("新しく始める")
    qtbot.waitUntil(lambda: sum(field.isVisible() for field in window.findChildren(QLineEdit)) == 2)
    first, second = (field for field in window.findChildren(QLineEdit) if field.isVisible())
    QTest.keyClicks(first, PASSPHRASE)
    QTest.keyClicks(second, PASSPHRASE)
    with qtbot.waitSignal(window.usable):
        press("この内容で始める")
    window.close()
    with program.with_passphrase(PASSPHRASE).open_store() as store:
        assert store.info().wraps == ("passphrase",)
