"""The draft page with nobody behind it: what it shows, and which wish a key or a click is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QSplitter, QTabBar, QToolButton
from pytestqt.qtbot import QtBot
from tests.gui.drafts.shown import EVIDENCE, HEADING, PIECE, ROWS, focused, header, told
from tests.gui.seeing import button, nameless, texts, unreachable, until_uncut

from bankrm.domain.errors import NotFound
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import VISIT_SET, DocumentKindName
from bankrm.ui.appearance import Appearance
from bankrm.ui.layout_memory import LayoutMemory
from bankrm.ui.pages.drafts.page import DraftsPage
from bankrm.ui.pages.drafts.rows import (
    BannerRow,
    HeadingRow,
    Notice,
    RecordPart,
    RecordRow,
    TabRow,
    Way,
    WayRow,
    Writing,
)
from bankrm.ui.pages.drafts.statement_list import StatementList
from bankrm.ui.theme import MINIMUM_WINDOW, NAVIGATION_WIDE

HANDING_IN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_the_head_says_whose_when_how_far_and_what_is_in_the_way(page: DraftsPage) -> None:
    told = "\n".join(texts(page))
    for part in (
        "とびうお製麺",
        "下書き",
        "? 要確認 1件",
        "11月24日(火) 14:00",
        "定型の書き手",
        "根拠のない記述があります(1件)",
    ):
        assert part in told
    assert button(page, "確認").isEnabled()
    assert not button(page, "提出").isEnabled()


def test_the_reason_leads_to_its_statement(page: DraftsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.statement_chosen) as chosen:
        button(page, "根拠のない記述があります(1件)").click()
    assert chosen.args == ["S2"]


def test_ways_and_tabs_are_wishes(page: DraftsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.way_chosen) as way:
        button(page, "確認").click()
    with qtbot.waitSignal(page.way_chosen) as submitted:
        QTest.keyClick(focused(), Qt.Key.Key_Return, HANDING_IN)
    assert (way.args, submitted.args) == (["confirm"], ["submit"])


def test_control_enter_is_the_panels_alone_and_hands_nothing_in(page: DraftsPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.way_chosen):
        QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        page.open_panel(Writing.EDIT, "S1", "見積は21日遅れた。")
        QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        page.close_panel()
        QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        page.open_panel(Writing.EDIT, "S1", "見積は21日遅れた。")
        with qtbot.assertNotEmitted(page.written):
            QTest.keyClick(focused(), Qt.Key.Key_Return, HANDING_IN)


@pytest.mark.parametrize(
    ("key", "signal"), [("Z", "undo_requested"), ("P", "print_requested"), ("C", "statement_copied")]
)
def test_control_keys_are_wishes(page: DraftsPage, qtbot: QtBot, key: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(page, signal)):
        QTest.keyClick(focused(), Qt.Key[f"Key_{key}"], Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(
    ("banner", "told", "pressed"),
    [
        (BannerRow(Notice.UPDATE, 2, 0, 1), "追加 2・変更 1・削除 0", "取り入れる"),
        (BannerRow(Notice.SUBMITTED, revision=2), "この文書(第2版)を支店の承認者に提出しました。", "取下げ"),
        (BannerRow(Notice.NEWER), "もっと新しい版", "新しい版を開く"),
        (BannerRow(Notice.JOB, done=3, total=9), "3/9節", ""),
    ],
)
def test_a_banner_says_what_was_not_asked_for(
    page: DraftsPage, qtbot: QtBot, banner: BannerRow, told: str, pressed: str
) -> None:
    page.show_banner(banner)
    assert told in "\n".join(texts(page))
    if pressed:
        with qtbot.waitSignal(page.banner_taken) as taken:
            button(page, pressed).click()
        assert taken.args == [banner.notice.value]
    page.show_banner(None)
    assert told not in "\n".join(texts(page))


@pytest.mark.parametrize(
    ("show", "told"),
    [
        (lambda page: page.show_loading(), "下書きを読んでいます…"),
        (lambda page: page.show_failed(NotFound(what="draft", id="a")), "見つかりません"),
        (lambda page: page.show_recent(()), "「今日」で訪問を選んで準備すると"),
    ],
)
def test_empty_loading_and_failed_say_what_to_do(
    page: DraftsPage, show: Callable[[DraftsPage], None], told: str
) -> None:
    show(page)
    assert told in "\n".join(texts(page))


def test_pane_sizes_are_remembered(qtbot: QtBot, appearance: Appearance, tmp_path: Path) -> None:
    pages = []

    def splitter() -> QSplitter:
        page = DraftsPage(appearance, LayoutMemory(tmp_path))
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1190, 740)
        page.show()
        page.show_document(header(), ROWS, anew=True)
        (found,) = page.findChildren(QSplitter)
        return found

    first = splitter()
    first.moveSplitter(640, 2)
    assert splitter().sizes() == first.sizes()


def opened(page: DraftsPage, writing: Writing | None) -> None:
    """With a doubt, a banner, evidence, and a panel where one is asked for."""
    page.show_document(header(), ROWS, anew=True)
    page.select("S2")
    page.show_banner(BannerRow(Notice.UPDATE, 2, 0, 1))
    page.evidence.show_evidence(EVIDENCE)
    page.evidence.show_record(RecordRow((RecordPart("client_words", "見積が遅れた", ((3, 6),)),), amended=True))
    if writing in (Writing.KEEP, Writing.ADD):
        page.evidence.begin_picking(writing)
        page.evidence.show_found((PIECE,), searched=False)
    if writing not in (None, Writing.KEEP):
        page.open_panel(writing, HEADING.key if writing is Writing.REWRITE else "S2", "3億円を借りたい。")


@pytest.mark.usefixtures("_longer")
@pytest.mark.parametrize("writing", [None, *Writing])
def test_nothing_is_cut_or_nameless_on_a_small_screen_in_a_longer_language(
    qtbot: QtBot, appearance: Appearance, tmp_path: Path, writing: Writing | None
) -> None:
    page = DraftsPage(appearance, LayoutMemory(tmp_path))
    qtbot.addWidget(page)
    page.resize(MINIMUM_WINDOW[0] - NAVIGATION_WIDE, MINIMUM_WINDOW[1])
    page.show()
    opened(page, writing)
    until_uncut(qtbot, page)
    assert nameless(page) == []


def test_the_page_fits_the_smallest_window(page: DraftsPage) -> None:
    assert page.minimumSizeHint().width() <= MINIMUM_WINDOW[0] - NAVIGATION_WIDE


@pytest.mark.parametrize("writing", [None, Writing.KEEP, Writing.ADD])
def test_tab_reaches_everything_from_the_ways_to_the_source(page: DraftsPage, writing: Writing | None) -> None:
    opened(page, writing)
    assert unreachable(page) == []


def test_the_mouse_has_a_button_for_each_wish_of_a_statement(page: DraftsPage, qtbot: QtBot) -> None:
    page.select("S2")
    for words_shown, wish in (
        ("直す E", "edit"),
        ("消す Del", "remove"),
        ("残す K", "keep"),
        ("加える A", "add"),
        ("認識 N", "own_view"),
    ):
        pressed = next(one for one in page.findChildren(QToolButton) if one.text() == words_shown)
        with qtbot.waitSignal(page.wished) as wished:
            pressed.click()
        assert wished.args == [wish, "S2"]
    page.select("S1")
    assert not next(one for one in page.findChildren(QToolButton) if one.text() == "残す K").isEnabled()


def test_after_a_way_was_taken_the_focus_is_on_the_statements_and_one_enter_more_submits_nothing(
    page: DraftsPage,
) -> None:
    ways: list[str] = []
    page.way_chosen.connect(ways.append)
    page.show_document(header(ways=(WayRow(Way.CONFIRM), WayRow(Way.SUBMIT))), ROWS, anew=True)
    confirm = next(b for b in page.findChildren(QPushButton) if b.text() == "確認")
    confirm.setFocus()
    QTest.keyClick(confirm, Qt.Key.Key_Space)
    page.show_document(header(ways=(WayRow(Way.SUBMIT),)), ROWS, anew=False)
    focused = page.window().focusWidget()
    assert isinstance(focused, StatementList)
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert ways == ["confirm"]


def test_after_doubts_were_taken_the_focus_is_on_the_statements_too(page: DraftsPage) -> None:
    page.show_document(header(ways=(WayRow(Way.CONFIRM), WayRow(Way.SUBMIT))), ROWS, anew=True)
    page.show_banner(BannerRow(Notice.DOUBTS, doubts=("11月末に出す。",), way=Way.CONFIRM))
    *_, confirm = (b for b in page.findChildren(QPushButton) if b.text() == "確認" and b.isVisible())
    confirm.setFocus()
    QTest.keyClick(confirm, Qt.Key.Key_Space)
    page.show_banner(None)
    page.show_document(header(ways=(WayRow(Way.SUBMIT),)), ROWS, anew=False)
    assert isinstance(page.window().focusWidget(), StatementList)


def test_doubts_are_listed_in_the_banner(page: DraftsPage) -> None:
    page.show_banner(BannerRow(Notice.DOUBTS, doubts=("11月末に出す。",), way=Way.CONFIRM))
    assert "要確認が1件あるまま確認します。\n・11月末に出す。" in told(page)
    page.show_banner(BannerRow(Notice.WITHDRAWS, revision=3))
    assert "直すと、提出を取り下げて第3版にします。" in told(page)
    page.show_banner(BannerRow(Notice.REOPENS, revision=3))
    assert any(one.startswith("直すと、確認済みの版を残して第3版の下書きにします。") for one in told(page))
    page.show_banner(BannerRow(Notice.UPDATE, added=1, revision=3))
    assert any(one.endswith("取り入れると、提出を取り下げて第3版にします。") for one in told(page))


def test_a_reason_that_appears_moves_nothing_below_it(page: DraftsPage) -> None:
    page.show_document(header(ways=(WayRow(Way.CONFIRM), WayRow(Way.SUBMIT))), ROWS, anew=True)
    statements = page.findChildren(StatementList)[0]
    QApplication.processEvents()
    before = statements.mapTo(page, statements.rect().topLeft()).y()
    page.show_document(header(), ROWS, anew=False)
    QApplication.processEvents()
    assert statements.mapTo(page, statements.rect().topLeft()).y() == before


def test_every_document_of_the_set_is_seen_in_the_smallest_window(page: DraftsPage) -> None:
    page.resize(MINIMUM_WINDOW[0] - NAVIGATION_WIDE, MINIMUM_WINDOW[1])
    tabs = tuple(
        TabRow(DraftId(kind.value), kind, 1 if kind is DocumentKindName.SALES_SCENARIO else 0) for kind in VISIT_SET
    )
    page.show_document(header(tabs=tabs, comparable=True), ROWS, anew=True)
    QApplication.processEvents()
    (bar,) = page.findChildren(QTabBar)
    assert [bar.tabText(place) for place in range(3)] == ["準備シート", "履歴要約", "シナリオ ? 1"]
    assert bar.accessibleTabName(2) == "シナリオ、要確認 1件"
    assert not any(arrow.isVisible() for arrow in bar.findChildren(QToolButton))


def tool(page: DraftsPage, text: str) -> QToolButton:
    return next(one for one in page.findChildren(QToolButton) if one.text() == text)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # a list over the window, offscreen
def test_what_the_client_sees_is_asked_for_beside_the_tabs(page: DraftsPage, qtbot: QtBot) -> None:
    sheet, mail = DocumentKindName.DISCUSSION_SHEET, DocumentKindName.FOLLOW_UP_MAIL
    tabs = (TabRow(DraftId("a"), DocumentKindName.VISIT_BRIEF, 0), TabRow(DraftId("b"), mail, 0))
    page.show_document(header(tabs=tabs, addable=(sheet, mail)), ROWS, anew=True)
    button(page, "＋ お客さま向け").click()
    (menu,) = page.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == ["ディスカッション", "お礼メールを今の記録で作り直す"]
    with qtbot.waitSignal(page.kind_wanted) as wanted:
        menu.actions()[0].trigger()
    assert wanted.args == ["discussion-sheet"]
    menu.close()
    asked = button(page, "＋ お客さま向け")
    page.show_document(header(), ROWS, anew=False)
    assert asked.isHidden()


def test_the_client_s_documents_have_a_word_of_ones_own_where_others_have_an_own_view(
    page: DraftsPage, qtbot: QtBot
) -> None:
    words = HeadingRow("section:own_word", "担当者から一言", own_word=True)
    page.show_document(header(), (*ROWS, words), anew=True)
    with qtbot.waitSignal(page.wished) as wished:
        tool(page, "一言 N").click()
    assert wished.args[0] == "own_view"
    page.open_panel(Writing.OWN_WORD, words.key)
    assert "担当者から一言を書く" in "\n".join(texts(page))
    page.close_panel()
    page.show_document(header(), ROWS, anew=False)
    assert tool(page, "認識 N").isEnabled()
