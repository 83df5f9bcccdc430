"""The draft page with a document of two statements, the first of them chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.gui.drafts.shown import ROWS, header

from bankrm.ui.appearance import Appearance
from bankrm.ui.layout_memory import LayoutMemory
from bankrm.ui.pages.drafts.page import DraftsPage


@pytest.fixture(name="page")
def _page(qtbot: QtBot, appearance: Appearance, tmp_path: Path) -> DraftsPage:
    page = DraftsPage(appearance, LayoutMemory(tmp_path))
    qtbot.addWidget(page)
    page.resize(1190, 740)
    page.show()
    qtbot.waitExposed(page)
    page.show_document(header(), ROWS, anew=True)
    page.select("S1")
    return page
