"""The rules that are shipped, and those that a bank writes itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bench.compliance import SETS, scores, sentences
from tests.shipped_rules import RULES

from bankrm.adapters.system.compliance_rules import load_rules
from bankrm.adapters.system.resources import ResourceEntryInvalid, ResourceInvalid, Resources, ResourcesMissing
from bankrm.drafting.compliance.context import Context
from bankrm.drafting.compliance.rules import RECORD, Example, Rule

NAMED = ("凪浜精機株式会社",), ("株式会社霧鳴館",)

OWN = """
id = "own_words"
severity = "warn"

[ja]
title = "支店の言い方"
law = "行内規程"
reason = "使わない言い方です。"
instead = "別の言い方にします。"

[words]
greeting = ['毎度']

[[trigger]]
key = "greeting"
all = ["greeting"]
"""


def _all_examples() -> list[tuple[Rule, Example]]:
    return [(rule, example) for rule in RULES for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), _all_examples(), ids=lambda value: getattr(value, "id", None))
def test_each_rule_holds_for_its_own_examples(rule: Rule, example: Example) -> None:
    found = RULES.examine(example.text, example.kind, Context(*NAMED, example.facts))
    assert any(finding.rule == rule.id for finding in found) is example.found, example.text


def test_every_rule_ships_examples_of_both_kinds_and_its_words_in_both_languages() -> None:
    for rule in RULES:
        assert {example.found for example in rule.examples} == {True, False}, rule.id
        assert rule.english != rule.words, rule.id


def test_the_shipped_rules_stand_the_test_that_a_banks_own_must_stand(tmp_path: Path) -> None:
    for path in Resources.locate().files("compliance", ".toml"):
        if path.name != "words.toml":
            shutil.copy(path, tmp_path)
    assert len(list(load_rules(Resources.locate(), [tmp_path]))) == len(list(RULES))


def test_every_word_of_the_shipped_rules_is_used() -> None:
    shared, used = set(Resources.locate().toml("compliance", "words.toml")["words"]), set[str]()
    for path in Resources.locate().files("compliance", ".toml"):
        if path.name != "words.toml":
            table = Resources.locate().toml("compliance", path.name)
            fields = ("all", "unless", "unless_told", "unless_all")
            named = {name for entry in table.get("trigger", []) for field in fields for name in entry.get(field, [])}
            assert set(table.get("words", {})) <= named, path.name
            used |= named
    assert shared <= used


def test_the_rules_are_those_of_the_interface_in_its_order() -> None:
    assert [rule.id for rule in RULES] == [
        "superior_position", "tie_in", "loan_certainty", "conclusive_judgement", "suitability", "insurance_restriction",
        "other_client", "subsidy_certainty", "tax_legal", "missing_risk", "guarantee_explanation", "sensitive", "insider",
        "internal_only",
    ]  # fmt: skip


@pytest.mark.parametrize("name", SETS)
def test_no_rule_does_worse_on_the_sentences_than_it_did(name: str) -> None:
    for rule, score in scores(RULES, sentences(name)).items():
        assert score.wanted - score.found <= 1, (rule, score.wrong)
        assert score.false + score.elsewhere <= 1, (rule, score.wrong)


def test_half_of_the_sentences_must_pass_and_a_third_is_held_back() -> None:
    rows = sentences("sentences")
    assert len(rows) >= 400
    assert 0.45 <= sum(not row["expected"] for row in rows) / len(rows) <= 0.6
    assert 0.3 <= sum(row["held_back"] for row in rows) / len(rows) <= 0.36


@pytest.mark.parametrize(
    ("said", "severity"),
    [
        ("社長「潮見さんは、定期を積めば金利を下げると言ってきた。ああいうのは好かん」", "warn"),
        ("社長「お宅さんは、定期を積めば金利を下げると言ってきた」", "block"),
        ("部長は母上の手術で来週不在とのことで、日程を改めた。", "warn"),
        ("母上の胃がんの手術で、日程を改めた。", "block"),
        ("部長は手術で来週不在とのこと。", "block"),
    ],
)
def test_what_another_bank_offered_and_a_relatives_illness_as_the_reason_of_a_day_are_warned_of(
    said: str, severity: str
) -> None:
    assert {finding.severity for finding in RULES.examine(said, RECORD)} == {severity}


@pytest.mark.parametrize(
    ("text", "kind", "severities"),
    [
        ("社長の入院のことには、こちらから触れない。", "visit-brief", ["warn"]),
        ("入院していた社長が復帰したかは、尋ねない。", "sales-scenario", ["warn"]),
        ("社長の持病については話題を避ける。", "interaction-record", ["warn"]),
        ("社長の胃がんには、こちらから触れない。", "visit-brief", ["block"]),
        ("社長は先月から入院している。", "visit-brief", ["block"]),
        ("退院したとは聞かない。", "interaction-record", ["block"]),
        ("ご入院のことには触れません。", "follow-up-mail", ["block"]),
        ("ご体調の話は、先方から出るまでしない。", "visit-brief", []),
    ],
)
def test_a_caution_about_an_illness_is_warned_of_within_the_bank_unless_it_names_it(
    text: str, kind: str, severities: list[str]
) -> None:
    assert [finding.severity.value for finding in RULES.examine(text, kind)] == severities


def test_a_bank_adds_a_rule_without_code(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(OWN, encoding="utf-8")
    (finding,) = load_rules(Resources.locate(), [tmp_path]).examine("毎度お世話になります。", RECORD)
    assert (finding.rule, finding.severity.value, finding.span) == ("own_words", "warn", (0, 2))


def test_a_banks_rule_stands_in_place_of_a_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "tie_in.toml").write_text(OWN.replace("own_words", "tie_in"), encoding="utf-8")
    rules = load_rules(Resources.locate(), [tmp_path])
    assert [finding.rule for finding in rules.examine("毎度。", RECORD)] == ["tie_in"]
    assert [rule.id for rule in rules] == [rule.id for rule in RULES]


@pytest.mark.parametrize(
    ("wrong", "right", "key", "field"),
    [
        ('id = "Own words"', 'id = "own_words"', "", "id"),
        ('severity = "stop"', 'severity = "warn"', "own_words", "severity"),
        ("laws = ", "law = ", "own_words", "laws"),
        ("['毎度(']", "['毎度']", "words", "greeting"),
        ("['毎*']", "['毎度']", "words", "greeting"),
        ('all = ["bye"]', 'all = ["greeting"]', "greeting", "all"),
        ('all = ["greeting"]\nwithn = 3', 'all = ["greeting"]', "greeting", "withn"),
        ('all = ["greeting"]\nwithin = "3"', 'all = ["greeting"]', "greeting", "within"),
        ('all = ["greeting"]\nkinds = ["letter"]', 'all = ["greeting"]', "greeting", "kinds"),
        ('all = ["greeting"]\nfacts = ["client_is_rich"]', 'all = ["greeting"]', "greeting", "facts"),
        ('all = ["greeting"]\nsaid_by = "nobody"', 'all = ["greeting"]', "greeting", "said_by"),
    ],
)
def test_a_rule_that_is_not_as_it_must_be_is_named_with_its_entry_and_key(
    tmp_path: Path, wrong: str, right: str, key: str, field: str
) -> None:
    (tmp_path / "own.toml").write_text(OWN.replace(right, wrong), encoding="utf-8")
    with pytest.raises(ResourceEntryInvalid) as raised:
        load_rules(Resources.locate(), [tmp_path])
    assert raised.value.details == {"path": str(tmp_path / "own.toml"), "key": key, "field": field}


def test_a_file_that_is_no_toml_and_a_folder_that_is_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(ResourcesMissing):
        load_rules(Resources.locate(), [tmp_path / "none"])
    (tmp_path / "own.toml").write_text("id = ", encoding="utf-8")
    with pytest.raises(ResourceInvalid):
        load_rules(Resources.locate(), [tmp_path])
