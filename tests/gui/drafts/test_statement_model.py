from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from bankrm.domain.drafts import Reason, Verdict
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.compliance.rules import RuleWords
from bankrm.drafting.stances import Stance
from bankrm.language.certainty import Certainty
from bankrm.ui.pages.drafts.rows import Citation, FindingRow, HeadingRow, Row, StatementRow
from bankrm.ui.pages.drafts.statement_model import StatementModel
from bankrm.ui.pages.drafts.wording import compliance_words, findings_words, spoken_row

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
        "記述a。。? 根拠なし。[1]。社長 7/8。数字「3億円」が根拠にありません → 根拠のとおりに直すか、出ている根拠を選び直してください"
    )


def test_headings_cannot_be_selected(qtbot: QtBot) -> None:
    model = StatementModel()
    model.show(rows("a"))
    assert qtbot is not None
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_a_statement_with_a_compliance_finding_says_what_is_wrong_what_to_do_and_by_which_law() -> None:
    words = RuleWords("融資の断定", "銀行法第13条の3", "断定です。", "審査が前提と書きます。")
    found = FindingRow("必ず通る", "審査の前に断定しています。", words, words)
    row = replace(StatementRow("S1", HEADING.key, "必ず通る。", StatementKind.FACT), findings=(found,))
    told = compliance_words(row)
    assert told == "✕ 融資の断定「必ず通る」 審査の前に断定しています。審査が前提と書きます。【銀行法第13条の3】"
    assert told in spoken_row(row)
    assert compliance_words(replace(row, findings=(replace(found, blocks=False),))).startswith("▲")
    assert compliance_words(replace(row, removed=True)) == ""


def test_how_far_a_matter_is_in_the_evidence_is_told_in_words() -> None:
    doubted = replace(
        statement("a", verdict=Verdict.CONTRADICTED, reasons=(Reason("certainty_differs", "決めた"),)),
        stance=Stance("前向きに考えたい", Certainty.CONSIDERING),
    )
    told = "「決めた」とありますが、根拠は「前向きに考えたい」(検討中)です"
    assert findings_words(doubted) == f"{told} → 根拠の言い方(希望・検討中など)に合わせてください"


def test_what_to_do_is_told_once_for_all_doubts_of_a_kind() -> None:
    doubts = (
        Reason("figure_not_in_evidence", "3億円"),
        Reason("date_not_in_evidence", "5月"),
        Reason("scope_differs", "全員"),
    )
    told = findings_words(statement("a", verdict=Verdict.UNSUPPORTED, reasons=doubts))
    assert told.count("→") == 1
    assert told.endswith("→ 根拠のとおりに直すか、出ている根拠を選び直してください")
