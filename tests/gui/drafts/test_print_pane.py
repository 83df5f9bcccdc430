"""The printed pages in the place of the document."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGraphicsView, QPushButton
from pytestqt.qtbot import QtBot
from tests.gui.drafts.shown import ROWS, focused, header
from tests.gui.seeing import button, texts

from bankrm.drafting.sheet import PrintedSheet, SheetLine, SheetSection, Version
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.drafts.page import DraftsPage
from bankrm.ui.pages.drafts.print_pane import PrintPane
from bankrm.ui.pages.drafts.statement_list import StatementList

SHEET = PrintedSheet(
    Version.IN_BANK,
    "訪問前準備シート",
    "【行内限り】 下書き",
    ("とびうお製麺",),
    (SheetSection("約束", (SheetLine("見積。"),)),),
)


def test_the_sheet_is_looked_at_in_place_and_escape_leads_back(page: DraftsPage, qtbot: QtBot) -> None:
    page.show_sheet(SHEET, carriable=False)
    assert "持ち出せるのは準備シートだけです。" in "\n".join(texts(page))
    with qtbot.waitSignal(page.version_chosen) as version:
        button(page, "行内版").click()
    assert version.args == ["in_bank"]
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert "とびうお製麺" in "\n".join(texts(page))


def test_escape_leaves_the_printed_pages_from_wherever_the_focus_is(page: DraftsPage) -> None:
    page.show_sheet(SHEET, carriable=True)
    pane = page.findChildren(PrintPane)[0]
    pages = pane.findChildren(QGraphicsView)[0]
    for beginning in (page, pages, *(one for one in pane.findChildren(QPushButton) if one.isVisible())):
        page.show_sheet(SHEET, carriable=True)
        page.window().setFocus()
        beginning.setFocus()  # to the page itself as well: by F6, or when an overview closes over it
        assert focused().isVisible()
        assert pane.isAncestorOf(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
        assert not pane.isVisible()
        assert isinstance(focused(), StatementList)


def test_the_printed_pages_show_that_they_have_the_focus(page: DraftsPage, appearance: Appearance) -> None:
    page.show_sheet(SHEET, carriable=True)
    pages = page.findChildren(PrintPane)[0].findChildren(QGraphicsView)[0]

    def edge() -> QColor:
        return pages.grab().toImage().pixelColor(1, 40)

    before = edge()
    pages.setFocus()
    assert edge() == QColor(appearance.theme.accent) != before


def test_who_looks_at_the_printed_pages_goes_on_doing_so_when_the_document_is_read_again(page: DraftsPage) -> None:
    pages = PrintedSheet(Version.IN_BANK, "訪問前準備シート", "【行内限り】", (), ())
    page.show_sheet(pages, carriable=True)
    assert page.findChildren(PrintPane)[0].isVisible()
    page.show_document(header(), ROWS, anew=False)
    assert page.findChildren(PrintPane)[0].isVisible()
    page.show_document(header(), ROWS, anew=True)  # another one is opened
    assert not page.findChildren(PrintPane)[0].isVisible()


def test_what_the_client_keeps_comes_in_one_version(page: DraftsPage) -> None:
    page.show_sheet(SHEET, carriable=True)
    kept = replace(SHEET, version=Version.FOR_CLIENT, mark="", imprint="文書管理番号 DS-1")
    page.show_sheet(kept, carriable=False)
    assert "お客さまにお渡しする版です。" in "\n".join(texts(page))
    assert not any("行内版" in text or "持出し版" in text for text in texts(page))
    page.show_sheet(SHEET, carriable=True)
    assert button(page, "行内版").isChecked()
