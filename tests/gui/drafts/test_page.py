"""The draft page with nobody behind it: what it shows, and which wish a key or a click is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSplitter,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.gui.seeing import button, nameless, texts, unreachable, until_uncut

from bankrm.domain.blocking import Block
from bankrm.domain.drafts import DraftState, Reason, Verdict
from bankrm.domain.errors import NotFound
from bankrm.domain.evidence import OriginType, Strength
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import DocumentKindName, StatementKind
from bankrm.drafting.sheet import PrintedSheet, SheetLine, SheetSection, Version
from bankrm.language.sensitive import Concern
from bankrm.ui.appearance import Appearance
from bankrm.ui.layout_memory import LayoutMemory
from bankrm.ui.pages.drafts.page import DraftsPage
from bankrm.ui.pages.drafts.panels import AgreePanel, WordsPanel
from bankrm.ui.pages.drafts.print_pane import PrintPane
from bankrm.ui.pages.drafts.rows import (
    BannerRow,
    Citation,
    EvidenceRow,
    HeaderRow,
    HeadingRow,
    Notice,
    PanelWords,
    RecordPart,
    RecordRow,
    StatementRow,
    TabRow,
    Way,
    WayRow,
    Writing,
)
from bankrm.ui.pages.drafts.statement_list import StatementList
from bankrm.ui.theme import MINIMUM_WINDOW, NAVIGATION_WIDE
from bankrm.ui.widgets.page_view import PageView
from bankrm.ui.widgets.pdf_page import PagePicture
from bankrm.ui.widgets.plain_edit import PlainEdit

HEADING = HeadingRow("section:promises", "約束・宿題", 1, rewritable=True)
ROWS = (
    HEADING,
    StatementRow("S1", HEADING.key, "見積は21日遅れた。", StatementKind.FACT, (Citation(1, "E1"),), "社長 7/8", verdict=Verdict.SUPPORTED),
    StatementRow(
        "S2", HEADING.key, "3億円を借りたい。", StatementKind.FACT, (Citation(2, "E2"),), verdict=Verdict.UNSUPPORTED,
        reasons=(Reason("figure_not_in_evidence", "3億円"),),
    ),
)  # fmt: skip
PIECE = StatementRow("0", "", "人が足りない", StatementKind.FACT, said="社長 7/8")
HANDING_IN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
EVIDENCE = EvidenceRow(
    "E1",
    1,
    1,
    2,
    OriginType.INTERACTION,
    Strength.OWN_RECORD,
    (RecordPart("told", "遅れた", ((0, 3),)),),
    "社長",
    date(2026, 7, 8),
    "訪問",
    "R-1",
)
SHEET = PrintedSheet(
    Version.IN_BANK,
    "訪問前準備シート",
    "【行内限り】 下書き",
    ("とびうお製麺",),
    (SheetSection("約束", (SheetLine("見積。"),)),),
)


def header(**changes: object) -> HeaderRow:
    values: dict[str, object] = {
        "client_name": "とびうお製麺", "day": date(2026, 11, 24), "start": datetime(2026, 11, 24, 14), "people": ("社長",),
        "tabs": (TabRow(DraftId("a"), DocumentKindName.VISIT_BRIEF, 1), TabRow(DraftId("b"), DocumentKindName.HISTORY_SUMMARY, 0)),
        "current": DraftId("a"), "state": DraftState.DRAFT, "revision": 1, "engine": "template", "model": "", "statements": 2,
        "questioned": 1, "ways": (WayRow(Way.CONFIRM), WayRow(Way.SUBMIT, Block.UNSUPPORTED, "S2", 1)), "can_undo": False,
        "can_redo": False, "may_leave": True, "comparable": False, "comparing": False,
    }  # fmt: skip
    return HeaderRow(**{**values, **changes})  # type: ignore[arg-type]


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


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


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


def test_evidence_is_told_with_who_when_how_and_its_strength(page: DraftsPage) -> None:
    page.evidence.show_evidence(EVIDENCE)
    told = "\n".join(texts(page))
    for part in ("根拠 [1]　1/2", "社長　2026年7月8日(水)　訪問", "担当者の記録", "R-1"):
        assert part in told
    page.evidence.show_record(RecordRow((RecordPart("client_words", "見積が遅れた", ((3, 6),)),), amended=True))
    assert "引用した後に" in "\n".join(texts(page))


def test_enter_leads_to_the_source_sideways_keys_walk_and_escape_leads_back(page: DraftsPage, qtbot: QtBot) -> None:
    page.evidence.show_evidence(EVIDENCE)
    statements = focused()
    page.evidence_opened.connect(page.evidence.focus_evidence)
    QTest.keyClick(statements, Qt.Key.Key_Return)
    assert focused().accessibleName() == "根拠の原文"
    with qtbot.waitSignal(page.walked) as walked:
        QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert walked.args == [1]
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert focused() is statements


def test_a_source_is_not_copied_past_the_record_of_copies(page: DraftsPage, qtbot: QtBot) -> None:
    page.evidence.show_evidence(EVIDENCE)
    QApplication.clipboard().setText("before")
    page.evidence.focus_evidence()
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        QTest.keyClick(focused(), key, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "before"
    with qtbot.waitSignal(page.citation_copied):
        button(page, "コピー").click()


def test_a_statement_is_edited_in_place_and_control_enter_takes_it_alone(page: DraftsPage, qtbot: QtBot) -> None:
    page.open_panel(Writing.EDIT, "S1", "見積は21日遅れた。")
    field = focused()
    assert isinstance(field, PlainEdit)
    field.setPlainText("見積は遅れた。")
    with qtbot.waitSignal(page.written) as written, qtbot.assertNotEmitted(page.way_chosen):
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert written.args == ["edit", "S1", "見積は遅れた。", ""]


def test_undo_in_a_field_is_the_fields_own(page: DraftsPage, qtbot: QtBot) -> None:
    page.open_panel(Writing.EDIT, "S1", "見積")
    field = focused()
    assert isinstance(field, PlainEdit)
    QTest.keyClicks(field, "abc")
    with qtbot.assertNotEmitted(page.undo_requested):
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == "見積"


def test_a_reason_is_chosen_by_its_number(page: DraftsPage, qtbot: QtBot) -> None:
    page.open_panel(Writing.REMOVE, "S2", "3億円を借りたい。")
    QTest.keyClick(focused(), Qt.Key.Key_2)
    with qtbot.waitSignal(page.removal_chosen) as chosen:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert chosen.args == ["S2", "outdated", ""]


def test_no_reason_is_chosen_before_the_person_chooses_one(page: DraftsPage, qtbot: QtBot) -> None:
    page.open_panel(Writing.REMOVE, "S2", "3億円を借りたい。")
    assert not any(one.isChecked() for one in page.findChildren(QRadioButton))
    assert not button(page, "消す (Enter)").isEnabled()
    assert page.panel_words() == PanelWords("")
    page.fill_panel(PanelWords("補足"))
    with qtbot.assertNotEmitted(page.removal_chosen):
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    QTest.keyClick(focused(), Qt.Key.Key_1)
    with qtbot.waitSignal(page.removal_chosen) as chosen:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert chosen.args == ["S2", "not_true", "補足"]


def test_what_is_struck_is_said_to_come_back_by_undo(page: DraftsPage) -> None:
    page.open_panel(Writing.REMOVE, "S2", "3億円を借りたい。")
    assert any("「元に戻す」で戻せます" in one for one in told(page))


def test_escape_in_a_panel_drops_it_and_nothing_else(page: DraftsPage, qtbot: QtBot) -> None:
    page.open_panel(Writing.OWN_VIEW, "S1")
    with qtbot.waitSignal(page.panel_dropped), qtbot.assertNotEmitted(page.escaped):
        QTest.keyClick(focused(), Qt.Key.Key_Escape)


def test_a_panel_that_is_held_takes_no_more_words_and_keeps_the_focus(page: DraftsPage, qtbot: QtBot) -> None:
    page.open_panel(Writing.EDIT, "S1", "見積")
    field = focused()
    page.hold_panel(True)
    with qtbot.assertNotEmitted(page.wished):
        QTest.keyClicks(field, "ke")
    page.hold_panel(False)
    QTest.keyClicks(focused(), "x")
    assert page.panel_words() == PanelWords("見積x")


def test_words_without_a_place_stand_where_they_can_be_copied(page: DraftsPage, qtbot: QtBot) -> None:
    page.open_panel(Writing.LEFT, HEADING.key)
    page.fill_panel(PanelWords("見積は遅れたが"))
    assert page.panel_words() == PanelWords("見積は遅れたが")
    with qtbot.waitSignal(page.written) as written:
        button(page, "閉じる (Ctrl+Enter)").click()
    assert written.args[0] == "left"


def test_an_added_statement_waits_for_its_evidence(page: DraftsPage) -> None:
    page.evidence.begin_picking(Writing.ADD)
    page.open_panel(Writing.ADD, "S1")
    QTest.keyClicks(focused(), "abc")
    add = button(page, "加える (Ctrl+Enter)")
    assert not add.isEnabled()
    page.show_picked((StatementRow("0", "", "人が足りない", StatementKind.FACT, said="社長 7/8"),))
    assert add.isEnabled()
    assert "根拠: 人が足りない(社長 7/8)" in "\n".join(texts(page))


def picking(page: DraftsPage) -> None:
    """Words are written for a statement that is added, and pieces for it are found."""
    page.evidence.begin_picking(Writing.ADD)
    page.open_panel(Writing.ADD, "S1")
    page.evidence.show_found((PIECE,), searched=False)
    QTest.keyClicks(focused(), "abc")


def test_tab_leads_from_the_words_to_the_evidence_and_then_to_the_buttons(page: DraftsPage) -> None:
    picking(page)
    page.show_picked((PIECE,))
    names = []
    for _ in range(5):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        one = focused()
        names.append(one.text() if isinstance(one, QPushButton) else one.accessibleName())
    assert names == ["根拠を探す言葉", "見つかった箇所", "やめる (Esc)", "加える (Ctrl+Enter)", "やめる (Esc)"]


def test_control_enter_from_the_evidence_takes_the_panel_and_picks_nothing(page: DraftsPage, qtbot: QtBot) -> None:
    picking(page)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(page.written), qtbot.assertNotEmitted(page.evidence_picked):
        QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)  # nothing is picked yet
    with qtbot.waitSignal(page.evidence_picked):
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    page.show_picked((PIECE,))
    with qtbot.waitSignal(page.written) as written, qtbot.assertNotEmitted(page.evidence_picked):
        QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert written.args == ["add", "S1", "abc", ""]


def test_a_piece_is_searched_and_picked_from_the_field(page: DraftsPage, qtbot: QtBot) -> None:
    page.evidence.begin_picking(Writing.KEEP)
    with qtbot.waitSignal(page.evidence_searched, check_params_cb=lambda text: text == "ab"):
        QTest.keyClicks(focused(), "ab")
    page.evidence.show_found(
        tuple(StatementRow(str(n), "", f"言葉{n}", StatementKind.FACT) for n in range(3)), searched=True
    )
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    with qtbot.waitSignal(page.evidence_picked) as picked:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert picked.args == ["1"]


def test_enter_in_the_search_goes_to_the_first_piece_and_picks_it_only_then(page: DraftsPage, qtbot: QtBot) -> None:
    picking(page)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    with qtbot.assertNotEmitted(page.evidence_picked):
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    with qtbot.waitSignal(page.evidence_picked) as picked:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert picked.args == [PIECE.key]


def test_a_search_without_a_hit_says_so(page: DraftsPage) -> None:
    page.evidence.begin_picking(Writing.KEEP)
    page.evidence.show_found((), searched=True)
    assert "この言葉は記録にも資料にも見つかりません。" in "\n".join(texts(page))


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


def test_the_sheet_is_looked_at_in_place_and_escape_leads_back(page: DraftsPage, qtbot: QtBot) -> None:
    page.show_sheet(SHEET, carriable=False)
    assert "持ち出せるのは準備シートだけです。" in "\n".join(texts(page))
    with qtbot.waitSignal(page.version_chosen) as version:
        button(page, "行内版").click()
    assert version.args == ["in_bank"]
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert "とびうお製麺" in "\n".join(texts(page))


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


def told(page: DraftsPage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel)]


def test_a_reason_is_asked_for_where_the_words_are_written(page: DraftsPage, qtbot: QtBot) -> None:
    page.open_panel(Writing.OWN_VIEW, "S1")
    panel = page.findChild(WordsPanel)
    assert panel is not None
    words = panel.findChild(PlainEdit)
    why = panel.findChild(QLineEdit)
    assert words is not None
    assert why is not None
    assert not why.isVisibleTo(panel)
    words.setPlainText("社長は入院中")
    page.ask_why((Concern.SENSITIVE,))
    assert why.isVisibleTo(panel)
    why.setText("日程に関わる")
    with qtbot.waitSignal(page.written) as caught:
        QTest.keyClick(why, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert caught.args == ["own_view", "S1", "社長は入院中", "日程に関わる"]


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
        TabRow(DraftId(kind.value), kind, 1 if kind is DocumentKindName.SALES_SCENARIO else 0)
        for kind in DocumentKindName
    )
    page.show_document(header(tabs=tabs, comparable=True), ROWS, anew=True)
    QApplication.processEvents()
    (bar,) = page.findChildren(QTabBar)
    assert [bar.tabText(place) for place in range(3)] == ["準備シート", "履歴要約", "シナリオ ? 1"]
    assert bar.accessibleTabName(2) == "シナリオ、要確認 1件"
    assert not any(arrow.isVisible() for arrow in bar.findChildren(QToolButton))


def test_a_panel_that_grows_stays_whole_in_a_low_window(page: DraftsPage, qtbot: QtBot) -> None:
    page.resize(MINIMUM_WINDOW[0] - NAVIGATION_WIDE, MINIMUM_WINDOW[1])
    page.show_document(header(), ROWS, anew=True)
    page.open_panel(Writing.OWN_VIEW, "S2")
    page.ask_why((Concern.SENSITIVE, Concern.STANDING))
    statements = page.findChildren(StatementList)[0]
    (panel,) = statements.findChildren(WordsPanel)

    def whole() -> bool:
        return (
            panel.height() >= panel.heightForWidth(panel.width()) and panel.geometry().bottom() <= statements.height()
        )

    qtbot.waitUntil(whole)


def test_without_a_model_the_panel_says_so_before_and_asks_for_no_words(page: DraftsPage, qtbot: QtBot) -> None:
    page.open_panel(Writing.RENEW, HEADING.key)
    panel = page.findChild(AgreePanel)
    assert panel is not None
    assert not panel.findChildren(PlainEdit)
    assert any("指示には対応できません" in one.text() for one in panel.findChildren(QLabel))
    with qtbot.waitSignal(page.written) as caught:
        QTest.keyClick(panel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert caught.args == ["renew", HEADING.key, "", ""]


def test_a_page_is_shown_as_wide_as_there_is_room_and_larger_on_request(page: DraftsPage) -> None:
    image = QImage(1190, 1684, QImage.Format.Format_RGB32)
    page.evidence.show_page(PagePicture(image, (QRectF(200, 400, 700, 30),)))
    view = page.findChildren(PageView)[0]

    def overflows() -> bool:
        sheet = view.widget()
        assert sheet is not None
        return sheet.width() > view.viewport().width()

    assert not overflows()
    larger = next(one for one in page.findChildren(QPushButton) if one.text() == "引用箇所を拡大")
    larger.click()
    assert overflows()
    assert larger.text() == "ページの幅に合わせる"
    larger.click()
    assert not overflows()


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
