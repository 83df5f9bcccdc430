"""取引先 in the window: each view with its own rows, by keys, in both languages; and on the sample bank."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QTableView,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.fakes.records import KEY, a_client, a_document
from tests.gui.seeing import until_quiet
from tests.unit.ui.clients.test_presenter import FILE, OURS, PROMISE, TALKS, WISH, a_talk

from bankrm.application.queries.client_file import ClientFile, DocumentRow
from bankrm.application.queries.client_list import ClientRow
from bankrm.application.queries.client_talks import SaidRow, TalkFilter
from bankrm.bootstrap import Program
from bankrm.domain.clients import ClientKey
from bankrm.domain.ids import ClosingId
from bankrm.domain.interactions import Party
from bankrm.language.meant import Limit
from bankrm.language.quantities import PartialDate
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.clients.document_reader import DocumentReader
from bankrm.ui.pages.clients.page import ClientsPage
from bankrm.ui.pages.clients.talk_card import TalkCard
from bankrm.ui.pages.clients.view import Tab
from bankrm.ui.pages.clients.words import millions_words, said_words
from bankrm.ui.places import ClientsPlace
from bankrm.ui.shell.desk import Desk
from bankrm.ui.translations import Language
from bankrm.ui.widgets.page_view import PageView

TODAY = date(2026, 11, 20)
RYOKAN = ClientKey("025", "0030218")


class Told:
    """Notices that are kept."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.undo: Callable[[], None] | None = None

    def tell(self, text: str, *, undo: Callable[[], None] | None = None) -> None:
        self.texts.append(text)
        self.undo = undo

    def refuse(self, error: object) -> None:
        raise AssertionError(error)


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


def texts_of(widget: QWidget) -> str:
    shown = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return "\n".join(shown)


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


def surface_of(card: TalkCard, text: str) -> object:
    around = next(label for label in card.findChildren(QLabel) if label.text() == text).parentWidget()
    assert around is not None
    return around.property("surface")


def test_the_clients_words_are_set_off_and_ours_are_plain(qtbot: QtBot) -> None:
    card = TalkCard(a_talk("R-1", WISH, OURS), TODAY)
    qtbot.addWidget(card)
    assert surface_of(card, WISH.text) == "said"
    assert surface_of(card, OURS.text) is None


def test_a_name_on_a_card_opens_what_that_person_said(page: ClientsPage) -> None:
    page.show_client(None, KEY)
    page.show_tab(Tab.INTERACTIONS)
    page.show_talks(TALKS.talks, 2)
    opened: list[str] = []
    page.file.person_opened.connect(opened.append)
    card = page.file.talks.findChildren(TalkCard)[0]
    next(one for one in card.findChildren(QPushButton) if one.text() == "藤波社長").click()
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert opened == ["藤波社長", "藤波社長"]


def test_arrows_walk_the_cards(page: ClientsPage) -> None:
    page.show_client(None, KEY)
    page.show_tab(Tab.INTERACTIONS)
    page.show_talks(TALKS.talks, 2)
    QApplication.processEvents()
    first, second = page.file.talks.findChildren(TalkCard)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert first.hasFocus()


def test_talks_are_built_as_far_as_one_scrolls(qtbot: QtBot, page: ClientsPage) -> None:
    page.show_client(None, KEY)
    page.show_tab(Tab.INTERACTIONS)
    page.show_talks([a_talk(f"R-{n}", *([WISH, OURS] * 20)) for n in range(100)], 100)
    bar = page.file.talks.findChildren(QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    built = len(page.file.talks.findChildren(TalkCard))
    assert built < 20
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: len(page.file.talks.findChildren(TalkCard)) > built)


def test_a_hundred_talks_are_built_little_by_little(qtbot: QtBot, page: ClientsPage) -> None:
    page.show_client(None, KEY)
    page.show_tab(Tab.INTERACTIONS)
    page.show_talks([a_talk(f"R-{n}", WISH, OURS) for n in range(100)], 100, "R-99")
    assert len(page.file.talks.findChildren(TalkCard)) < 20
    qtbot.waitUntil(lambda: len(page.file.talks.findChildren(TalkCard)) == 100, timeout=20_000)
    qtbot.waitUntil(lambda: page.file.talks.findChildren(TalkCard)[-1].hasFocus())


def test_choices_ask_for_what_is_chosen_and_for_everything_again(page: ClientsPage) -> None:
    page.show_client(None, KEY)
    page.show_choices(TALKS)
    page.show_talks(TALKS.talks[:1], 2)
    asked: list[TalkFilter] = []
    page.file.talks.chosen.connect(asked.append)
    people, topics, sides = page.file.talks.findChildren(QComboBox)
    for combo, place in ((people, 1), (topics, 2), (sides, 1)):
        combo.setCurrentIndex(place)
        combo.activated.emit(place)
    assert asked[-1] == TalkFilter("藤波社長", "subsidy", Party.CLIENT)
    page.show_tab(Tab.INTERACTIONS)
    next(one for one in page.file.talks.findChildren(QPushButton) if "解除" in one.text()).click()
    assert asked[-1] == TalkFilter()


def test_escape_closes_a_persons_words_then_goes_back_to_the_list(page: ClientsPage) -> None:
    page.show_client(None, KEY)
    page.show_tab(Tab.INTERACTIONS)
    page.show_talks(TALKS.talks, 2)
    page.show_words(TALKS.people[0], TALKS.words_of("藤波社長"))
    back: list[bool] = []
    page.back_requested.connect(lambda: back.append(True))
    assert "藤波社長の発言" in texts_of(page.file.talks)
    for expected in ([], [True]):
        focused = page.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Escape)
        assert back == expected


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


def test_many_people_with_long_names_leave_a_card_narrow_enough_for_the_smallest_window(qtbot: QtBot) -> None:
    people = tuple(f"{n}東日本地域商工連合会経営支援部長補佐長宗我部様三十文字" for n in range(9))
    card = TalkCard(a_talk("R-1", WISH, OURS, people=people), TODAY)
    qtbot.addWidget(card)
    assert card.minimumSizeHint().width() < 1024 - 176 - 60
    assert "ほか8名" in [link.text() for link in card.findChildren(QPushButton)]


@pytest.mark.parametrize(
    ("yen", "shown"), [(2_250_000, "2.25"), (265_200_000, "265.2"), (31_000_000, "31"), (-1_450_000, "▲1.45"), (0, "0")]
)
def test_small_amounts_are_told_as_exactly_as_in_the_sheet(yen: int, shown: str) -> None:
    assert millions_words(yen) == shown


def test_a_sentence_is_shown_with_what_its_year_means() -> None:
    said = SaidRow(
        Party.CLIENT, "社長", "「今期中に替えたい」", meant=(Limit("今期", PartialDate(2027, 3), ends=True),)
    )
    assert said_words(said) == "「今期中に替えたい」(今期は2027年3月まで)"


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
