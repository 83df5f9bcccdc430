"""The right pane of the draft page: a piece in its source, or pieces that are picked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.gui.drafts.shown import EVIDENCE, PIECE, focused
from tests.gui.seeing import button, texts

from bankrm.domain.recipes import StatementKind
from bankrm.ui.pages.drafts.page import DraftsPage
from bankrm.ui.pages.drafts.rows import RecordPart, RecordRow, StatementRow, Writing
from bankrm.ui.widgets.page_view import PageView
from bankrm.ui.widgets.pdf_page import PagePicture


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
