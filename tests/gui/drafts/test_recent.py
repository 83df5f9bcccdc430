"""The latest drafts as a table like all others."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.builders import KEY

from bankrm.application.ports.drafts import DraftSummary
from bankrm.domain.drafts import DraftState
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import DocumentKindName
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.drafts.recent import RecentDrafts
from bankrm.ui.widgets.tables import SORT_ROLE


def summary(name: str, questioned: int = 0) -> DraftSummary:
    return DraftSummary(
        DraftId(name), KEY, "とびうお製麺", DocumentKindName.VISIT_BRIEF, "訪問前準備シート", "v", date(2026, 11, 24), DraftState.DRAFT,
        1, 70, questioned, "template", datetime(2026, 11, 20, tzinfo=UTC), "0",
    )  # fmt: skip


def test_a_draft_is_told_by_visit_client_kind_state_doubts_and_writer(qtbot: QtBot, appearance: Appearance) -> None:
    recent = RecentDrafts(appearance)
    qtbot.addWidget(recent)
    recent.show_recent((summary("a"), summary("b", 12)))
    model = recent.table.model()
    assert [model.index(1, column).data() for column in range(6)] == [
        "11月24日(火)", "とびうお製麺", "準備シート", "下書き", "12", "定型の書き手",
    ]  # fmt: skip
    assert model.index(1, 4).data(SORT_ROLE) == 12


def test_enter_opens_the_draft_in_focus(qtbot: QtBot, appearance: Appearance) -> None:
    recent = RecentDrafts(appearance)
    qtbot.addWidget(recent)
    recent.show()
    qtbot.waitExposed(recent)
    recent.show_recent((summary("a"), summary("b")))
    QTest.keyClick(recent.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(recent.draft_chosen) as chosen:
        QTest.keyClick(recent.table, Qt.Key.Key_Return)
    assert chosen.args == ["b"]


def test_the_chosen_draft_stays_chosen_when_the_list_is_read_again(qtbot: QtBot, appearance: Appearance) -> None:
    recent = RecentDrafts(appearance)
    qtbot.addWidget(recent)
    recent.show_recent((summary("a"), summary("b")))
    recent.table.selectRow(1)
    recent.show_recent((summary("c"), summary("a"), replace(summary("b"), state=DraftState.CONFIRMED)))
    assert recent.table.current is not None
    assert recent.table.current.id == "b"


def test_without_a_draft_it_says_where_one_is_made(qtbot: QtBot, appearance: Appearance) -> None:
    recent = RecentDrafts(appearance)
    qtbot.addWidget(recent)
    recent.show_recent(())
    assert recent.table.isHidden()
    assert any("今日" in one.text() for one in recent.findChildren(QLabel))
