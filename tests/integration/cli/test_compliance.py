"""The filter `bankrm compliance`, with the shipped rules, the bank's own beside the data, and those that the policy names."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.integration.cli.conftest import Run

from bankrm.drafting.compliance.rules import KINDS

OWN = """
id = "greeting"
severity = "warn"
[ja]
title = "題"
law = "行内規程"
reason = "使わない言い方です。"
instead = "別の言い方にします。"
[words]
greeting = ["毎度"]
[[trigger]]
key = "greeting"
all = ["greeting"]
"""


def found(run: Run, tmp_path: Path, *rows: dict[str, Any]) -> list[dict[str, Any]]:
    file = tmp_path / "rows.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    said = run("compliance", file)
    assert said.code == 0, said.err
    return [json.loads(line) for line in said.out.splitlines()]


def test_each_line_is_answered_in_its_order_without_store_or_key(run: Run, tmp_path: Path) -> None:
    others = {"client": "凪浜精機株式会社", "other_clients": ["株式会社霧鳴館"]}
    answers = found(
        run,
        tmp_path,
        {"id": 2, "text": "霧鳴館さまもご利用です。", "document_kind": "proposal", "context": others},
        {"id": 1, "text": "必ずご連絡いたします。", "document_kind": "follow-up-mail"},
    )
    (finding,) = answers[0]["findings"]
    assert (finding["rule"], finding["severity"], finding["span"]) == ("other_client", "block", [0, 3])
    assert finding["reason"]
    assert answers[1] == {"id": 1, "findings": []}
    assert not (tmp_path / "home").exists()


def test_a_rule_of_the_banks_own_is_read_from_beside_the_data(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "home" / "compliance"
    folder.mkdir(parents=True)
    (folder / "greeting.toml").write_text(OWN, encoding="utf-8")
    (answer,) = found(run, tmp_path, {"id": 1, "text": "毎度どうも。", "document_kind": "follow-up-mail"})
    assert [finding["rule"] for finding in answer["findings"]] == ["greeting"]


def test_a_rule_that_cannot_be_read_is_named_and_nothing_is_answered(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "home" / "compliance"
    folder.mkdir(parents=True)
    (folder / "greeting.toml").write_text(OWN.replace("毎度", "毎度("), encoding="utf-8")
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps({"id": 1, "text": "a", "document_kind": "proposal"}), encoding="utf-8")
    said = run("compliance", file)
    assert (said.code, said.out) == (3, "")
    assert "greeting" in said.err


@pytest.mark.parametrize("kind", ["letter", ["proposal"], None])
def test_a_line_without_a_known_kind_is_named_with_the_kinds_there_are(kind: object, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps({"id": 1, "text": "a", "document_kind": kind}), encoding="utf-8")
    said = run("compliance", file)
    assert said.code == 3
    assert "1行目" in said.err
    assert "document_kind" in said.err
    assert all(known in said.err for known in KINDS)
