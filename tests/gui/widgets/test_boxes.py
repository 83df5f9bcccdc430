"""Boxes to choose from, as the style sheet draws them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bankrm.ui.appearance import Appearance


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # no screen, no grabbing
def test_the_open_list_of_a_box_shows_a_few_entries_whole(qtbot: QtBot, appearance: Appearance) -> None:
    assert appearance.theme
    page, box = QWidget(), QComboBox()
    box.addItems(["システムに合わせる", "明るい", "暗い"])
    layout = QVBoxLayout(page)
    layout.addWidget(box)
    layout.addStretch(1)
    qtbot.addWidget(page)
    page.resize(400, 300)
    page.show()
    box.showPopup()
    shown = box.view()
    assert shown.visualRect(shown.model().index(2, 0)).bottom() <= shown.viewport().rect().bottom()
    box.hidePopup()
