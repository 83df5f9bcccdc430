from __future__ import annotations

from bankrm.domain.drafts import Statement, units
from bankrm.domain.recipes import StatementKind


def _say(text: str, group: str | None = None) -> Statement:
    return Statement(text, StatementKind.FACT, ("E1",), group)


def test_neighbours_of_one_group_are_a_unit_and_a_statement_without_a_group_is_one_alone() -> None:
    statements = [_say("a"), _say("b"), _say("c", "x"), _say("d", "x"), _say("e", "y")]
    assert ["".join(s.text for s in unit) for unit in units(statements)] == ["a", "b", "cd", "e"]
