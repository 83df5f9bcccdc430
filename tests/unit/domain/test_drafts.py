from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.fakes.records import a_draft

from bankrm.domain.drafts import DraftState, Provenance, Section, Statement, units
from bankrm.domain.recipes import StatementKind


def _say(text: str, group: str | None = None) -> Statement:
    return Statement(text, StatementKind.FACT, ("E1",), group)


def test_neighbours_of_one_group_are_a_unit_and_a_statement_without_a_group_is_one_alone() -> None:
    statements = [_say("a"), _say("b"), _say("c", "x"), _say("d", "x"), _say("e", "y")]
    assert ["".join(s.text for s in unit) for unit in units(statements)] == ["a", "b", "cd", "e"]


@pytest.mark.parametrize(
    ("changes", "touched"),
    [
        ({}, False),
        ({"revision": 2}, True),
        ({"state": DraftState.CONFIRMED}, True),
        ({"state": DraftState.RETURNED}, True),
        ({"sections": (Section("a", "A", (replace(_say("a"), origin="person"),)),)}, True),
        ({"sections": (Section("a", "A", (replace(_say("a"), origin="model"),)),)}, False),
    ],
)
def test_a_draft_is_touched_by_an_edit_a_revision_or_a_step_on_its_way(changes: dict[str, Any], touched: bool) -> None:
    assert replace(a_draft(), **changes).touched is touched


def test_a_section_of_repeats_alone_is_not_shown() -> None:
    draft = replace(a_draft(), sections=(Section("a", "A", (_say("a"),)), Section("b", "B", (), (_say("a"),))))
    assert [section.key for section in draft.shown] == ["a"]
    assert [statement.text for statement in draft.statements] == ["a"]


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({"app": "2", "seconds": 9.0, "notices": ("gpu/no_gpu",)}, True),
        ({"parameters": {"pack_sha256": "p", "today": "2026-11-21", "records": "R-9"}}, True),
        ({"parameters": {"pack_sha256": "q", "today": "2026-11-20"}}, False),
        ({"parameters": {"pack_sha256": "p", "n_ctx": "4096"}}, False),
        ({"recipe": "visit-brief/2"}, False),
        ({"engine": "transformers"}, False),
        ({"model_sha256": "n"}, False),
        ({"prompt_sha256": "x"}, False),
    ],
)
def test_the_same_evidence_recipe_and_writer_are_the_same_grounds(changes: dict[str, Any], same: bool) -> None:
    made = Provenance("1", "llama", "visit-brief/1", {"pack_sha256": "p", "today": "2026-11-20"}, model_sha256="m")
    assert made.rests_on_the_same(replace(made, **changes)) is same
