"""取引先 before anything is read."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.gui.clients.shown import TODAY, Told

from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.clients.page import ClientsPage


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance, told: Told) -> ClientsPage:
    made = ClientsPage(appearance, lambda: {"equipment": "設備", "subsidy": "補助金"}, told, lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(1190, 740)
    made.show()
    qtbot.waitExposed(made)
    return made
