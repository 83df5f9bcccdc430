"""今日 on a Friday with two visits and two promises."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.fakes.today import FRIDAY, a_card, a_day, a_row, promises

from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.today.page import TodayPage


@pytest.fixture(name="page")
def _page(qtbot: QtBot, appearance: Appearance) -> TodayPage:
    page = TodayPage(appearance)
    qtbot.addWidget(page)
    page.resize(1190, 700)
    page.show()
    page.show_day(a_day(a_card("V-1", 10), a_card("V-2", 14)), FRIDAY)
    page.show_promises(promises(a_row("一"), a_row("二")), everything=False)
    return page
