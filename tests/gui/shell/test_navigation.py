"""The navigation, wide and folded."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from bankrm.ui.appearance import Appearance
from bankrm.ui.shell.navigation import Navigation

FRAME, DRAWN = 4, 14  # pixels: a button's edge, and what an icon of 20 draws at least


def test_icons_keep_their_size_where_it_is_folded(qtbot: QtBot, appearance: Appearance) -> None:
    navigation = Navigation([("今日", "calendar-event"), ("設定", "settings")], appearance, narrow=True)
    qtbot.addWidget(navigation)
    navigation.show()
    for one in navigation.findChildren(QToolButton):
        assert drawn_wide(one.grab().toImage()) >= DRAWN, one.accessibleName()


def drawn_wide(picture: QImage) -> int:
    """From the first to the last column that is not all ground, without the edge."""
    ground = picture.pixel(FRAME * 2, FRAME)
    inside = range(FRAME, picture.height() - FRAME)
    columns = range(FRAME, picture.width() - FRAME)
    drawn = [x for x in columns if any(picture.pixel(x, y) != ground for y in inside)]
    return drawn[-1] - drawn[0] + 1 if drawn else 0
