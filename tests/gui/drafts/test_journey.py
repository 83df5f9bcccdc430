"""A relationship manager reads a draft of the sample bank, doubts, edits, undoes, keeps, confirms and submits it, by keys alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.seeing import until_quiet

from bankrm.bootstrap import Program
from bankrm.domain.audit import Act
from bankrm.domain.drafts import DraftState
from bankrm.domain.recipes import DocumentKindName
from bankrm.ui.pages.drafts.page import DraftsPage
from bankrm.ui.pages.drafts.rows import StatementRow
from bankrm.ui.pages.drafts.statement_list import StatementList
from bankrm.ui.places import DraftsPlace
from bankrm.ui.shell.desk import Desk
from bankrm.ui.widgets.plain_edit import PlainEdit

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


class Reader:
    """A person at the page."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self._qtbot, self._desk = qtbot, desk
        self.page = desk.findChildren(DraftsPage)[0]
        self.statements = self.page.findChildren(StatementList)[0]

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifiers)
        self.wait()

    def write(self, words: str) -> None:
        field = QApplication.focusWidget()
        assert isinstance(field, PlainEdit)
        field.setPlainText(words)
        self.press(Key.Key_Return, CONTROL)

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: self._desk.jobs.is_quiet, timeout=30_000)

    def row(self, key: str = "") -> StatementRow:
        wanted = key or self.statements.current_key
        return next(row for row in self.statements.rows if isinstance(row, StatementRow) and row.key == wanted)

    def sees(self, words: str) -> bool:
        return any(words in one.text() for one in self.page.findChildren(QLabel) if one.isVisible())


def test_from_the_first_doubt_to_the_approvers_desk(
    qtbot: QtBot, desk_of: Callable[[Program], Desk], sample_program: Program
) -> None:
    desk = desk_of(sample_program)
    store = desk.services.store
    with store.unit_of_work() as uow:
        visit = next(row.visit for row in uow.drafts.summaries() if row.client.cif == "0012345")
    desk.go(DraftsPlace(visit=visit))
    until_quiet(qtbot, desk)
    reader = Reader(qtbot, desk)
    assert reader.sees("凪浜精機株式会社")
    assert reader.row().key == "S1"

    # the evidence of each sentence is one key away, also on the page of a document
    reader.press(Key.Key_Down)
    assert reader.sees("標準資料")
    assert reader.sees("1ページ")
    reader.press(Key.Key_Return)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    assert focused.accessibleName() == "資料のページ"
    reader.press(Key.Key_Escape)

    # an edit that the records do not bear out is questioned, and undone
    reader.press(Key.Key_Down)
    machine = reader.row().text
    reader.press(Key.Key_E)
    reader.write("先方: 見積書の更新版は3億円だった。")
    assert reader.row().questioned
    assert reader.sees("? 要確認 1件")
    reader.press(Key.Key_Z, CONTROL)
    assert reader.row().text == machine
    reader.press(Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert reader.row().questioned

    # it is kept by pointing at the passage, an own view is added, a sentence is struck
    reader.press(Key.Key_K)
    reader.press(Key.Key_Down)
    reader.press(Key.Key_Return)
    assert reader.row().kept
    assert reader.sees("✓ 要確認なし")
    reader.press(Key.Key_N)
    reader.write("社長は新しい工場を考えているらしい。")
    assert reader.row().text == "社長は新しい工場を考えているらしい。"
    reader.press(Key.Key_Up)
    struck = reader.row().text
    reader.press(Key.Key_Delete)
    reader.press(Key.Key_3)
    reader.press(Key.Key_Return)
    assert struck not in [row.text for row in reader.statements.rows if isinstance(row, StatementRow)]

    # confirmed by a click, submitted by the key; every act stands in the audit
    reader.page.way_chosen.emit("confirm")
    reader.wait()
    assert reader.sees("確認済み・未承認")
    reader.press(Key.Key_Return, CONTROL)  # a panel's key: one press too many hands nothing in
    assert reader.sees("確認済み・未承認")
    assert dict(desk.page_now.keys)["Ctrl+Shift+Enter"] == "提出する"
    reader.press(Key.Key_Return, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert reader.sees("提出済み")
    assert reader.sees("支店の承認者に提出しました")
    with store.unit_of_work() as uow:
        brief = next(row for row in uow.drafts.summaries(visit=visit) if row.kind is DocumentKindName.VISIT_BRIEF)
        acts = [entry.act for entry in uow.audit.entries() if entry.object == brief.id]
    assert brief.state is DraftState.SUBMITTED
    assert acts == [Act.EDITED] * 6 + [Act.CONFIRMED, Act.SUBMITTED]


def test_without_a_model_a_section_is_written_from_the_records_that_is_said_before_and_undone(
    qtbot: QtBot, desk_of: Callable[[Program], Desk], sample_program: Program
) -> None:
    desk = desk_of(sample_program)
    with desk.services.store.unit_of_work() as uow:
        brief = next(
            row
            for row in uow.drafts.summaries()
            if row.client.cif == "0012345" and row.kind is DocumentKindName.VISIT_BRIEF
        )
    desk.go(DraftsPlace(draft=brief.id))
    until_quiet(qtbot, desk)
    reader = Reader(qtbot, desk)
    before = [row.text for row in reader.statements.rows if isinstance(row, StatementRow)]
    reader.press(Key.Key_E)
    reader.write("今日の要点を自分の言葉で。")
    reader.press(Key.Key_R)
    assert reader.sees("指示には対応できません")
    reader.press(Key.Key_Return, CONTROL)
    after = [row.text for row in reader.statements.rows if isinstance(row, StatementRow)]
    assert "今日の要点を自分の言葉で。" in after  # what a person wrote stays
    for _ in range(2):
        reader.press(Key.Key_Z, CONTROL)
    assert [row.text for row in reader.statements.rows if isinstance(row, StatementRow)] == before
