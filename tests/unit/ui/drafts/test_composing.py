"""Rows made of a draft: numbers, who and when, what belongs together, and words against the first version."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import KEY, TODAY, talk
from tests.fakes.editing import KETTLE, a_writing, of_paper, told

from bankrm.application.ports.drafts import DraftSummary
from bankrm.application.queries.evidence import SourceRecord, SourceText
from bankrm.domain.drafts import DraftState, Finding, Severity, identified
from bankrm.domain.evidence import Evidence, Origin, OriginType, Strength
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import VISIT_SET
from bankrm.drafting.comparison import Change, Compared, differing_words
from bankrm.drafting.compliance.rulebook import RuleBook
from bankrm.drafting.compliance.rules import Rule, RuleWords
from bankrm.ui.pages.drafts.composing import by_set, evidence_row, laid_out, numbers_of, pieces_of, record_row, rows_of
from bankrm.ui.pages.drafts.rows import FindingRow, Piece, RecordPart, StatementRow

DRAFT = identified(a_writing())
ROWS = [row for row in rows_of(DRAFT, TODAY, rewritable=False) if isinstance(row, StatementRow)]


def test_the_documents_of_a_set_stand_together_in_reading_order() -> None:
    brief, history, scenario = VISIT_SET
    first = DraftSummary(
        DraftId("a"), KEY, "とびうお製麺", scenario, "", "v1", TODAY, DraftState.DRAFT, 1, 9, 0, "template",
        datetime(2026, 6, 12, tzinfo=UTC), "0",
    )  # fmt: skip
    other = replace(first, visit="v2", kind=history)
    found = [first, other, replace(first, kind=brief), replace(other, kind=brief), replace(first, kind=history)]
    shown = [(row.visit, row.kind) for row in by_set(found)]
    assert shown == [("v1", brief), ("v1", history), ("v1", scenario), ("v2", brief), ("v2", history)]


def test_numbers_count_in_the_order_in_which_a_reader_meets_them() -> None:
    assert numbers_of(DRAFT) == {"E1": 1, "E2": 2, "E7": 3}
    assert [citation.number for row in ROWS for citation in row.citations] == [1, 1, 2, 3, 1]


def test_who_said_it_and_when_stands_with_the_statement() -> None:
    assert ROWS[0].said == "篠崎社長 5/12"
    later = rows_of(DRAFT, date(2027, 1, 5), rewritable=False)[1]
    assert isinstance(later, StatementRow)
    assert later.said == "篠崎社長 2026/5/12"


def test_what_belongs_to_the_one_above_is_marked_so() -> None:
    assert [row.follows for row in ROWS] == [False, True, False, False, False]


def test_a_section_without_statements_is_not_shown() -> None:
    bare = replace(DRAFT, sections=(replace(DRAFT.sections[0], statements=()), *DRAFT.sections[1:]))
    assert next(row.key for row in rows_of(bare, TODAY, rewritable=False)) == "section:promises"


@given(st.text("あいう。、123", max_size=12), st.text("あいう。、123", max_size=12))
def test_the_pieces_of_a_comparison_hold_both_versions_whole(was: str, now: str) -> None:
    if was == now:
        return
    struck, written = differing_words(was, now)
    pieces = pieces_of(Compared("s", Change.CHANGED, told(was), told(now), struck, written))
    assert "".join(words for piece, words in pieces if piece is not Piece.ADDED) == was
    assert "".join(words for piece, words in pieces if piece is not Piece.REMOVED) == now


def test_a_record_is_shown_field_by_field_with_the_place_marked() -> None:
    record = talk("2026-05-12", "茹で釜を入れ替えたい", ours="返済を説明した")
    row = record_row(SourceRecord(record, "client_words", (0, 3)), KETTLE)
    assert RecordPart("explanation", "返済を説明した") in row.parts
    assert RecordPart("client_words", "茹で釜を入れ替えたい", ((0, 3),)) in row.parts
    assert "promises_text" not in [part.name for part in row.parts]


def test_a_computed_piece_is_shown_with_its_formula_and_a_text_around_its_passage() -> None:
    origin = Origin(OriginType.FIGURE, Strength.COMPUTED, "figure:利益率", formula="31÷1,236")
    figure = Evidence("計算(2026年3月期): 営業利益率 2.5%。式: 31÷1,236", origin, body="営業利益率 2.5%")
    row = record_row(SourceText("計算(2026年3月期)", figure.text, None), figure)
    assert row.parts == (RecordPart("result", "営業利益率 2.5%"), RecordPart("formula", "31 ÷ 1,236"))
    assert evidence_row(ROWS[0], 0, figure).parts == row.parts
    paper = of_paper("十年以内")
    row = record_row(SourceText("設備", "まえ\n十年以内", (3, 7)), paper)
    assert row.parts == (RecordPart("text", "まえ\n十年以内", ((3, 7),)),)


def test_a_long_formula_is_laid_out_in_lines() -> None:
    formula = "(借入金602百万円−現預金148百万円)÷(営業利益31百万円+減価償却費44百万円)、前期は売上高9百万円÷前期の売上高8百万円−1"
    assert laid_out(formula).split("\n") == [
        "(借入金602百万円 − 現預金148百万円)",
        "÷ (営業利益31百万円 + 減価償却費44百万円)",
        "前期は 売上高9百万円 ÷ 前期の売上高8百万円 − 1",
    ]


@pytest.mark.parametrize(
    ("piece", "who", "how", "source"),
    [(KETTLE, "篠崎社長", "訪問", "T1"), (of_paper("十年以内"), "", "", "標準資料「設備」")],
)
def test_the_head_of_a_piece_says_whose_and_whence(piece: Evidence, who: str, how: str, source: str) -> None:
    row = evidence_row(ROWS[0], 0, piece)
    assert (row.who, row.how, row.source, row.place, row.of) == (who, how, source, 1, 1)


def test_a_finding_stands_with_its_words_and_with_what_its_rule_says() -> None:
    words = RuleWords("融資の断定", "銀行法", "断定です。", "書き直します。")
    rules = RuleBook([Rule("loan_certainty", words, words)])
    found = (
        Finding("loan_certainty", Severity.BLOCK, (0, 2), "断定しています。"),
        Finding("gone", Severity.WARN, (0, 1)),
    )
    first, *others = DRAFT.sections[0].statements
    flagged = replace(DRAFT.sections[0], statements=(replace(first, findings=found), *others))
    draft = replace(DRAFT, sections=(flagged, *DRAFT.sections[1:]))
    row = rows_of(draft, TODAY, rewritable=False, rules=rules)[1]
    assert isinstance(row, StatementRow)
    assert row.findings == (FindingRow(first.text[:2], "断定しています。", words, words, blocks=True),)
