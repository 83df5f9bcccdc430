"""What `make measure` makes of the tool's figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench import measure


def test_kinds_are_pooled_into_all_true_and_all_false_by_their_numbers() -> None:
    kinds = {
        "true:width": "1.000 of 30",
        "true:unit": "0.500 of 10",
        "false:digit": "0.750 of 4",
        "false:order": "0.000 of 1",
    }
    assert measure.pool(kinds) == {"all false": "0.600 of 5", "all true": "0.875 of 40"}


def test_without_the_data_nothing_is_measured_and_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    measure.main(["--shared", str(tmp_path)])
    assert "nothing was measured" in capsys.readouterr().out


def test_a_task_that_fails_is_told_and_takes_nothing_from_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "tools").mkdir()
    tool = """
import json, os, sys
if "mask" in sys.argv:
    sys.exit("mask: exit 2")
row = {"task": sys.argv[5], "set": os.environ.get("BANKRM_MODEL", "none"), "n": 1, "program": {"auc": 0.5}}
open(sys.argv[-1], "w").write(json.dumps([row]))
"""
    (tmp_path / "tools" / "evaluate.py").write_text(tool, encoding="utf-8")
    monkeypatch.setenv("BANKRM_MODEL", "some.gguf")
    measure.main(["--shared", str(tmp_path)])
    told = capsys.readouterr().out
    assert "| mask | - | 0 |  | failed ['mask: exit 2'] |" in told
    assert "| act | none | 1 |  | auc 0.5 |" in told
    assert "| check | some.gguf | 1 |  | auc 0.5 |" in told
