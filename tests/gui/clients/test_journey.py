"""A relationship manager finds a client, what was said and promised and its papers, on the sample bank."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QTabBar
from pytestqt.qtbot import QtBot
from tests.gui.clients.shown import RYOKAN, texts_of
from tests.gui.seeing import until_quiet

from bankrm.bootstrap import Program
from bankrm.ui.pages.clients.page import ClientsPage
from bankrm.ui.pages.clients.talk_card import TalkCard
from bankrm.ui.places import ClientsPlace
from bankrm.ui.shell.desk import Desk
from bankrm.ui.widgets.page_view import PageView


def test_on_the_sample_bank_one_walks_from_the_list_to_a_persons_words_by_keys(
    qtbot: QtBot, desk_of: Callable[[Program], Desk], sample_program: Program
) -> None:
    desk = desk_of(sample_program)
    desk.go(ClientsPlace())
    page = desk.findChildren(ClientsPage)[0]
    qtbot.waitUntil(lambda: page.list.table.model().rowCount() > 5)
    field = page.list.findChildren(QLineEdit)[0]
    field.setText("きりなり")  # as an input method commits it
    assert page.list.table.model().rowCount() == 1
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.place == ClientsPlace(RYOKAN)
    tabs = page.file.findChildren(QTabBar)[0]
    qtbot.waitUntil(lambda: "2026" in texts_of(page.file.overview))
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: bool(page.file.talks.findChildren(TalkCard)), timeout=20_000)
    card = page.file.talks.findChildren(TalkCard)[0]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert "の発言" in texts_of(page.file.talks)
    for _ in range(2):
        focused = desk.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert desk.place == ClientsPlace()
    until_quiet(qtbot, desk)


def test_on_the_sample_bank_a_promise_is_closed_and_taken_back(
    qtbot: QtBot, desk_of: Callable[[Program], Desk], sample_program: Program
) -> None:
    desk = desk_of(sample_program)
    desk.go(ClientsPlace(RYOKAN, tab="promises"))
    promises = desk.findChildren(ClientsPage)[0].file.promises
    qtbot.waitUntil(lambda: promises.table.model().rowCount() > 3, timeout=20_000)
    first = promises.table.current
    assert first is not None
    assert first.is_open
    next(one for one in promises.findChildren(QPushButton) if one.text() == "済にする").click()
    rows = promises.table.rows_model
    qtbot.waitUntil(lambda: first.thing not in [one.thing for one in rows.rows if one.is_open], timeout=20_000)
    until_quiet(qtbot, desk)
    place = next(place for place, one in enumerate(rows.rows) if one.closing)
    promises.table.selectRow(place)
    next(one for one in promises.findChildren(QPushButton) if one.text() == "元に戻す").click()
    qtbot.waitUntil(lambda: first.thing in [one.thing for one in rows.rows if one.is_open], timeout=20_000)
    until_quiet(qtbot, desk)


def test_on_the_sample_bank_a_pdf_opens_as_its_pages_look_and_as_text(
    qtbot: QtBot, desk_of: Callable[[Program], Desk], sample_program: Program
) -> None:
    desk = desk_of(sample_program)
    with desk.services.begin() as uow:
        files = [uow.records.dossier(client.key, talks=False) for client in uow.records.clients()]
    papers = [
        paper for file in files if file for paper in file.documents if paper.client and paper.ref.endswith(".pdf")
    ]
    key, ref = papers[0].client, papers[0].ref
    desk.go(ClientsPlace(key, document=ref, page=1))
    documents = desk.findChildren(ClientsPage)[0].file.documents
    qtbot.waitUntil(lambda: bool(documents.findChildren(PageView)), timeout=20_000)
    assert documents.findChildren(PageView)[0].isVisible()
    next(one for one in documents.findChildren(QPushButton) if one.text() == "文字で読む").click()
    assert documents.findChildren(QPlainTextEdit)[0].isVisible()
    until_quiet(qtbot, desk)
