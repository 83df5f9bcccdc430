"""Prompt profiles are data: what is shipped can be read, and what was spoilt is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from bankrm.adapters.system.prompts import load_profile
from bankrm.adapters.system.recipes import load_recipes
from bankrm.adapters.system.resources import ResourceInvalid, Resources

SHIPPED = Resources.locate()
TEXT = SHIPPED.text("prompts", "standard.toml")


def _with(tmp_path: Path, text: str) -> Resources:
    (tmp_path / "prompts").mkdir()
    (tmp_path / "prompts" / "standard.toml").write_text(text, encoding="utf-8")
    return Resources(tmp_path)


def test_the_shipped_profile_asks_only_about_sections_that_the_recipes_have() -> None:
    profile = load_profile(SHIPPED, "standard")
    known = {(recipe.kind, section.key) for recipe in load_recipes(SHIPPED).values() for section in recipe.sections}
    assert profile.asks
    assert {(ask.document, ask.section) for ask in profile.asks} <= known


def test_a_name_that_no_profile_has_asks_as_the_standard_one() -> None:
    assert load_profile(SHIPPED, "nobodys") == load_profile(SHIPPED, "standard")


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('shape = "said"', 'shape = "round"'),
        ('section = "threads"\n', ""),
        ("「{what}」", "「{client}」"),
        ("{reasons}直した", "{reason}直した"),
        ("unrelated =", "unrelatd ="),
        ("version = 1", "version = "),
        ("根拠: 『{evidence}』", "根拠: 『{source}』"),
        ('answers = ["はい", "不明", "矛盾"]', 'answers = ["はい", "不明"]'),
        ("doubtful_to = 0.7\n", ""),
    ],
)
def test_a_profile_that_was_spoilt_is_named(tmp_path: Path, was: str, now: str) -> None:
    assert was in TEXT
    with pytest.raises(ResourceInvalid) as refused:
        load_profile(_with(tmp_path, TEXT.replace(was, now, 1)), "standard")
    assert "standard.toml" in str(refused.value.details["path"])


def test_a_profile_of_a_model_borrows_the_words_for_doubts_and_may_have_its_own(tmp_path: Path) -> None:
    resources = _with(tmp_path, TEXT)
    head, _, rest = TEXT.partition("[entailment]")
    without = head + rest[rest.index("[memo]") :]
    (tmp_path / "prompts" / "plain.toml").write_text(without, encoding="utf-8")
    (tmp_path / "prompts" / "own.toml").write_text(TEXT.replace("『{evidence}』", "「{evidence}」"), encoding="utf-8")
    assert load_profile(resources, "plain").entailment == load_profile(resources, "standard").entailment
    assert "「{evidence}」" in load_profile(resources, "own").entailment.question
