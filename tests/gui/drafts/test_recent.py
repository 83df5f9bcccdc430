from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot
from tests.builders import KEY

from bankrm.application.ports.drafts import DraftSummary
from bankrm.domain.drafts import DraftState
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import DocumentKindName
from bankrm.ui.pages.drafts.recent import SORT, RecentDrafts, RecentModel


def summary(name: str, questioned: int = 0) -> DraftSummary:
    return DraftSummary(
        DraftId(name), KEY, "とびうお製麺", DocumentKindName.VISIT_BRIEF, "訪問前準備シート", "v", date(2026, 11, 24), DraftState.DRAFT,
        1, 70, questioned, "template", datetime(2026, 11, 20, tzinfo=UTC), "0",
    )  # fmt: skip


def test_the_table_keeps_the_rules_of_item_models(qtbot: QtBot) -> None:
    model = RecentModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show((summary("a"), summary("b", 2)))
    model.show(())
    model.show((summary("a"), summary("b", 2)))
    assert tester.model() is model
    assert qtbot is not None
    assert [model.index(1, column).data() for column in range(6)] == [
        "11月24日(火)", "とびうお製麺", "準備シート", "下書き", "2", "定型の書き手",
    ]  # fmt: skip
    assert model.index(1, 4).data(SORT) == 2


def test_enter_opens_the_draft_in_focus(qtbot: QtBot) -> None:
    recent = RecentDrafts()
    qtbot.addWidget(recent)
    recent.show()
    qtbot.waitExposed(recent)
    recent.show_recent((summary("a"), summary("b")))
    (table,) = recent.findChildren(QTableView)
    QTest.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(recent.draft_chosen) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen.args == ["b"]
