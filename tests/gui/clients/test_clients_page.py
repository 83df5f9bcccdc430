"""取引先 in the window: each view with its own rows, by keys, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QTableView,
    QTabWidget,
)
from pytestqt.qtbot import QtBot
from tests.fakes.records import KEY, a_client, a_document
from tests.gui.clients.shown import RYOKAN, TODAY, Told, texts_of
from tests.unit.ui.clients.test_presenter import FILE, PROMISE, TALKS

from bankrm.application.queries.client_file import ClientFile, DocumentRow
from bankrm.application.queries.client_list import ClientRow
from bankrm.domain.clients import ClientKey
from bankrm.domain.ids import ClosingId
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.clients.document_reader import DocumentReader
from bankrm.ui.pages.clients.page import ClientsPage
from bankrm.ui.pages.clients.view import Tab
from bankrm.ui.pages.clients.words import millions_words
from bankrm.ui.translations import Language


def test_typing_and_down_and_enter_open_a_client(page: ClientsPage) -> None:
    page.show_list((ClientRow(a_client()),), 1)
    page.take_focus()
    typed: list[str] = []
    opened: list[ClientKey] = []
    page.list.typed.connect(typed.append)
    page.list.opened.connect(opened.append)
    field = page.list.findChildren(QLineEdit)[0]
    assert field.hasFocus()
    QTest.keyClicks(field, "012")
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert page.list.table.hasFocus()
    QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    assert (typed[-1], opened) == ("012", [KEY])


def test_no_client_at_all_leads_to_the_import_and_none_that_fits_does_not(page: ClientsPage) -> None:
    wanted: list[bool] = []
    page.list.import_requested.connect(lambda: wanted.append(True))
    page.show_list((), 0)
    assert "取引先がまだありません" in texts_of(page)
    next(one for one in page.list.findChildren(QPushButton) if one.isVisible()).click()
    assert wanted == [True]
    page.show_list((), 5)
    assert "当てはまる取引先はありません" in texts_of(page)


def test_every_tab_says_what_to_do_where_it_is_empty(page: ClientsPage) -> None:
    page.show_client(None, KEY)
    page.show_file(FILE)
    page.show_talks((), 0)
    page.show_choices(replace(TALKS, talks=(), people=(), topics=()))
    page.show_promises(())
    said = {}
    for tab in Tab:
        page.show_tab(tab)
        QApplication.processEvents()
        said[tab] = texts_of(page.file)
    assert "決算が登録されていません" in said[Tab.OVERVIEW]
    assert "基幹データなし" in said[Tab.OVERVIEW]
    assert "応接記録がまだありません" in said[Tab.INTERACTIONS]
    assert "約束・宿題はありません" in said[Tab.PROMISES]
    assert all("まだありません" in said[tab] for tab in (Tab.DEALS, Tab.DOCUMENTS, Tab.CONTACTS, Tab.DRAFTS))


def test_an_open_promise_is_closed_with_its_words(page: ClientsPage, told: Told) -> None:
    page.show_client(None, KEY)
    page.show_tab(Tab.PROMISES)
    page.show_promises((PROMISE,))
    done: list[tuple[object, str]] = []
    page.file.promises.done.connect(lambda promise, words: done.append((promise, words)))
    field = page.file.promises.findChildren(QLineEdit)[0]
    QTest.keyClicks(field, "3 copies")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert done == [(PROMISE, "3 copies")]
    page.tell_closed(PROMISE, lambda: None)
    assert told.texts == ["「計画表」を済にしました。"]


def test_what_is_written_for_a_promise_stays_with_it_when_the_promises_are_read_again(page: ClientsPage) -> None:
    asked: list[tuple[object, str]] = []
    page.file.promises.done.connect(lambda one, words: asked.append((one, words)))
    other = replace(PROMISE, text="別の約束", thing="別の約束")
    page.show_client(None, KEY)
    page.show_tab(Tab.PROMISES)
    page.show_promises((PROMISE,))
    field = page.file.promises.findChildren(QLineEdit)[0]
    field.setText("見積書を渡した")
    page.show_promises((other, PROMISE))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert asked == [(PROMISE, "見積書を渡した")]
    page.show_promises((other,))
    assert field.text() == ""


def _with_paper() -> ClientFile:
    return replace(FILE, documents=(DocumentRow(a_document("見積書.pdf"), expired=False),))


def test_the_paper_that_one_reads_stays_open_until_one_turns_to_another_client(page: ClientsPage) -> None:
    page.show_client(None, KEY)
    page.show_file(_with_paper())
    page.show_tab(Tab.DOCUMENTS)
    page.show_document(a_document("見積書.pdf"), None)
    page.show_file(_with_paper())
    reader = page.file.findChildren(DocumentReader)[0]
    assert reader.isVisible()
    page.show_client(None, RYOKAN)
    page.show_file(_with_paper())
    assert not reader.isVisible()


def test_of_another_client_nothing_is_chosen_yet(page: ClientsPage) -> None:
    page.show_client(None, KEY)
    page.show_choices(TALKS)
    side = page.file.talks.findChildren(QComboBox)[2]
    side.setCurrentIndex(1)
    page.show_client(None, RYOKAN)
    assert side.currentIndex() == 0


def test_a_client_that_was_missing_is_shown_once_it_is_read(page: ClientsPage) -> None:
    page.show_client(None, KEY)
    page.show_missing(KEY)
    page.show_file(FILE)
    assert "この端末のデータにありません" not in texts_of(page)
    assert page.file.findChildren(QTabWidget)[0].isVisible()


def test_a_promise_told_in_confidence_is_marked(page: ClientsPage) -> None:
    page.show_promises((replace(PROMISE, secret=True),))
    cell = page.file.promises.table.rows_model.index(0, 1)
    assert cell.data() == f"〔秘匿〕{PROMISE.thing}"
    assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()


def test_a_settled_promise_offers_nothing_to_close(page: ClientsPage) -> None:
    page.show_client(None, KEY)
    page.show_tab(Tab.PROMISES)
    page.show_promises((replace(PROMISE, still_open=None),))
    assert not page.file.promises.findChildren(QLineEdit)[0].isVisible()


def test_a_promise_that_a_person_closed_has_its_way_back(page: ClientsPage, qtbot: QtBot) -> None:
    page.show_client(None, KEY)
    page.show_tab(Tab.PROMISES)
    closed = replace(PROMISE, still_open=None, closing=ClosingId("c-1"))
    page.show_promises((closed,))
    back = next(one for one in page.file.promises.findChildren(QPushButton) if one.text() == "元に戻す")
    with qtbot.waitSignal(page.promise_taken_back) as asked:
        back.click()
    assert asked.args == [closed]
    assert back.shortcut().toString() == "Ctrl+Alt+Z"
    page.show_promises((replace(closed, closing=None),))
    assert not back.isVisible()


def test_a_document_is_read_beside_the_list_and_expiry_stands_in_words(page: ClientsPage) -> None:
    page.show_client(None, KEY)
    page.show_file(replace(FILE, documents=(DocumentRow(a_document("D-1", "表紙", "圧搾機一式"), expired=True),)))
    page.show_tab(Tab.DOCUMENTS)
    table = page.file.documents.table
    cells = [str(table.model().index(0, place).data()) for place in range(7)]
    assert any("期限切れ" in cell for cell in cells)
    page.show_document(a_document("D-1", "表紙", "圧搾機一式"), 2)
    assert "圧搾機一式" in page.file.documents.findChildren(QPlainTextEdit)[0].toPlainText()
    assert page.file.documents.close_document()
    assert not page.file.documents.close_document()


def test_in_either_language_everything_that_takes_focus_has_a_name(
    language: Language, qtbot: QtBot, appearance: Appearance, told: Told
) -> None:
    page = ClientsPage(appearance, dict, told, lambda: TODAY)
    qtbot.addWidget(page)
    page.show_choices(TALKS)
    kinds = (QLineEdit, QComboBox, QAbstractButton, QTableView, QTabBar, QPlainTextEdit)
    for widget in [found for kind in kinds for found in page.findChildren(kind)]:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName() or getattr(widget, "text", str)(), (language, widget)
    assert ("取引先" in texts_of(page)) == (language is Language.JAPANESE)


@pytest.mark.parametrize(
    ("yen", "shown"), [(2_250_000, "2.25"), (265_200_000, "265.2"), (31_000_000, "31"), (-1_450_000, "▲1.45"), (0, "0")]
)
def test_small_amounts_are_told_as_exactly_as_in_the_sheet(yen: int, shown: str) -> None:
    assert millions_words(yen) == shown


@pytest.mark.parametrize(("width", "hidden"), [(1190, []), (1000, ["業種"]), (848, ["よみ", "業種"])])
def test_where_there_is_little_room_the_name_is_seen_before_trade_and_reading(
    page: ClientsPage, qtbot: QtBot, width: int, hidden: list[str]
) -> None:
    page.resize(width, 600)
    page.show_list((ClientRow(a_client()),), 1)
    table = page.list.table
    header = table.horizontalHeader()
    qtbot.waitUntil(lambda: header.sectionSize(0) >= 180)
    titles = {
        place: str(table.rows_model.headerData(place, Qt.Orientation.Horizontal)) for place in range(header.count())
    }
    assert [titles[place] for place in titles if header.isSectionHidden(place)] == hidden
