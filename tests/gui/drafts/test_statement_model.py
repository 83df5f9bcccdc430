from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from bankrm.domain.drafts import Reason, Verdict
from bankrm.domain.recipes import StatementKind
from bankrm.ui.pages.drafts.rows import Citation, HeadingRow, Row, StatementRow
from bankrm.ui.pages.drafts.statement_model import StatementModel

HEADING = HeadingRow("section:promises", "約束・宿題")


def statement(key: str, **changes: object) -> StatementRow:
    row = StatementRow(key, HEADING.key, f"記述{key}。", StatementKind.FACT, (Citation(1, "E1"),), "社長 7/8")
    return replace(row, **changes)  # type: ignore[arg-type]


def rows(*keys: str) -> tuple[Row, ...]:
    return (HEADING, *(statement(key) for key in keys))


def test_every_change_of_rows_keeps_the_rules_of_item_models(qtbot: QtBot) -> None:
    model = StatementModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for keys in ("", "abc", "abxc", "xc", "xcde", "", "ab"):
        model.show(rows(*keys))
        assert [row.key for row in model.rows] == [HEADING.key, *keys]
    assert tester.model() is model
    assert qtbot is not None


def test_a_row_that_changed_is_told_alone(qtbot: QtBot) -> None:
    model = StatementModel()
    model.show(rows(*"abc"))
    with qtbot.waitSignal(model.dataChanged) as told, qtbot.assertNotEmitted(model.rowsInserted):
        model.show((*rows(*"a"), statement("b", text="別の言葉。"), statement("c")))
    assert told.args is not None
    assert told.args[0].row() == 2


def test_a_screen_reader_hears_words_mark_citations_and_doubt(qtbot: QtBot) -> None:
    model = StatementModel()
    doubted = statement("a", verdict=Verdict.UNSUPPORTED, reasons=(Reason("figure_not_in_evidence", "3億円"),))
    model.show((HEADING, doubted))
    assert qtbot is not None
    assert model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole) == (
        "記述a。。? 根拠なし。[1]。社長 7/8。数値「3億円」が根拠にありません"
    )


def test_headings_cannot_be_selected(qtbot: QtBot) -> None:
    model = StatementModel()
    model.show(rows("a"))
    assert qtbot is not None
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable
