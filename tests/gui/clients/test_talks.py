"""Talks as cards, and the words of one person."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot
from tests.fakes.records import KEY
from tests.gui.clients.shown import TODAY, texts_of
from tests.unit.ui.clients.test_presenter import OURS, TALKS, WISH, a_talk

from bankrm.application.queries.client_talks import SaidRow, TalkFilter
from bankrm.domain.interactions import Party
from bankrm.language.meant import Limit
from bankrm.language.quantities import PartialDate
from bankrm.ui.pages.clients.page import ClientsPage
from bankrm.ui.pages.clients.talk_card import TalkCard
from bankrm.ui.pages.clients.view import Tab
from bankrm.ui.pages.clients.words import said_words


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


def test_arrows_walk_the_cards(page: ClientsPage, qtbot: QtBot) -> None:
    page.show_client(None, KEY)
    page.show_tab(Tab.INTERACTIONS)
    page.show_talks(TALKS.talks, 2)
    qtbot.waitUntil(lambda: all(card.isVisible() for card in page.file.talks.findChildren(TalkCard)))
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


def test_many_people_with_long_names_leave_a_card_narrow_enough_for_the_smallest_window(qtbot: QtBot) -> None:
    people = tuple(f"{n}東日本地域商工連合会経営支援部長補佐長宗我部様三十文字" for n in range(9))
    card = TalkCard(a_talk("R-1", WISH, OURS, people=people), TODAY)
    qtbot.addWidget(card)
    assert card.minimumSizeHint().width() < 1024 - 176 - 60
    assert "ほか8名" in [link.text() for link in card.findChildren(QPushButton)]


def test_a_sentence_is_shown_with_what_its_year_means() -> None:
    said = SaidRow(
        Party.CLIENT, "社長", "「今期中に替えたい」", meant=(Limit("今期", PartialDate(2027, 3), ends=True),)
    )
    assert said_words(said) == "「今期中に替えたい」(今期は2027年3月まで)"
