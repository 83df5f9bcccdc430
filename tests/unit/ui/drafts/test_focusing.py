"""The focus follows what a person did, and moves for nothing else."""

from __future__ import annotations

import pytest

from bankrm.domain.recipes import StatementKind
from bankrm.ui.pages.drafts.focusing import focus_moves_to
from bankrm.ui.pages.drafts.rows import HeadingRow, PanelRow, Row, StatementRow

HEADING = HeadingRow("section:promises", "約束・宿題")


def rows(*keys: str) -> tuple[Row, ...]:
    """A section of these statements."""
    return HEADING, *(StatementRow(key, HEADING.key, "見積。", StatementKind.FACT) for key in keys)


@pytest.mark.parametrize("chosen", ["", "S9"])
def test_a_document_that_is_opened_is_read_from_its_first_statement(chosen: str) -> None:
    assert focus_moves_to((), rows("S1", "S2"), chosen) == "S1"


def test_a_statement_that_was_chosen_already_is_not_left_when_its_document_comes() -> None:
    assert focus_moves_to((), rows("S1", "S2"), "S2") == ""


def test_what_was_read_again_without_a_change_moves_nothing() -> None:
    assert focus_moves_to(rows("S1", "S2"), rows("S1", "S2"), "S2") == ""


def test_the_focus_goes_to_the_first_of_what_is_new() -> None:
    assert focus_moves_to(rows("S1", "S2"), rows("S1", "S8", "S2", "S9"), "S1") == "S8"


def test_a_chosen_statement_that_is_back_is_gone_to() -> None:
    assert focus_moves_to(rows("S1", "S3"), rows("S1", "S2", "S3"), "S2") == "S2"


@pytest.mark.parametrize(("after", "focus"), [(("S1", "S4"), "S4"), (("S1",), "S1")])
def test_from_a_statement_that_is_gone_to_the_next_that_is_left_else_to_the_first(
    after: tuple[str, ...], focus: str
) -> None:
    assert focus_moves_to(rows("S1", "S2", "S3", "S4"), rows(*after), "S2") == focus


def test_a_heading_or_a_panel_is_never_in_focus() -> None:
    assert focus_moves_to((), (HEADING, PanelRow("panel", HEADING.key)), "") == ""
