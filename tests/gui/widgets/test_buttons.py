"""Buttons are pressed by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import column


@pytest.mark.parametrize("role", ["", "primary", "quiet", "link", "danger"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_of_any_role_as_space_does(qtbot: QtBot, role: str, key: Qt.Key) -> None:
    made = button("元に戻す", role)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.clicked):
        QTest.keyClick(made, key)


def test_enter_is_the_focused_buttons_own_and_with_ctrl_it_is_the_pages(qtbot: QtBot) -> None:
    page, pressed, of_page = QWidget(), list[str](), list[str]()
    made = button("閉じる")
    page.setLayout(column(made))
    made.clicked.connect(lambda: pressed.append("button"))
    for keys in ("Return", "Ctrl+Return"):
        QShortcut(keys, page).activated.connect(lambda keys=keys: of_page.append(keys))
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_Return)
    QTest.keyClick(made, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (pressed, of_page) == (["button"], ["Ctrl+Return"])
