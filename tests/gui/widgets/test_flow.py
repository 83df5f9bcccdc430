"""Widgets in rows."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from bankrm.ui.widgets.flow import FlowLayout


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    around, first, second = QWidget(), QLabel("一"), QLabel("二")
    qtbot.addWidget(around)
    layout = FlowLayout(first, second, space=12)
    around.setLayout(layout)
    first.hide()
    around.show()
    assert second.x() == layout.contentsMargins().left()
    assert layout.sizeHint().width() == second.sizeHint().width() + 2 * layout.contentsMargins().left()
