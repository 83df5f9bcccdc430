from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bankrm.application.ports.store import StoreMissing
from bankrm.cli.app import guarded, home_named
from bankrm.cli.border import tell


def test_an_expected_error_is_told_in_words_with_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tell(StoreMissing(path="/data/store.db"), tmp_path) == 3
    said = capsys.readouterr().err
    assert "/data/store.db" in said
    assert "対処:" in said


def test_a_bug_leaves_type_and_places_but_none_of_its_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def fails() -> None:
        try:
            raise KeyError("秘密の取引先")
        except KeyError as error:
            raise RuntimeError("田辺社長の言葉") from error

    with pytest.raises(RuntimeError) as caught:
        fails()
    assert tell(caught.value, tmp_path) == 70
    log = tmp_path / "logs" / "errors.log"
    written, said = log.read_text(encoding="utf-8"), capsys.readouterr().err
    assert "builtins.RuntimeError" in written
    assert "builtins.KeyError" in written
    assert " fails" in written
    assert not any(secret in written + said for secret in ("秘密", "田辺"))
    assert written.split()[1] in said
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_bug_creates_no_data_folder(tmp_path: Path) -> None:
    assert tell(RuntimeError(), tmp_path / "none") == 70
    assert not (tmp_path / "none").exists()


def test_a_stop_by_hand_is_one_line_and_130(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tell(KeyboardInterrupt(), tmp_path) == 130
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["nosuch"],
        ["store", "nosuch"],
        ["prepare"],
        ["prepare", "--client", "012-0012345", "--due", "next"],
        ["prepare", "--due", "next", "--kind", "proposal"],
        ["prepare", "--nosuch"],
        ["--today", "2026-13-01", "visits"],
        ["--today", "明日", "visits"],
        ["--today", "9999-12-31", "visits"],
        ["--today", "1989-12-31", "visits"],
        ["--today", "2101-01-01", "visits"],
        ["search", "--passages", "x"],
        ["export", "0190-1", "--format", "pptx", "--out", "x"],
    ],
)
def test_wrong_usage_is_told_in_japanese_and_ends_with_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert guarded(arguments) == 2
    said = capsys.readouterr()
    assert "--help で使い方を確かめてください。" in said.err
    assert said.out == ""


@pytest.mark.parametrize(
    "arguments", [[], ["store"], ["demo"], ["import"], ["clients"], ["visits"], ["prepare"], ["export"], ["submit"], ["check"],
                  ["normalise"], ["act"], ["search"], ["doctor"], ["store", "init"], ["store", "restore"]]
)  # fmt: skip
def test_help_is_japanese(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert guarded([*arguments, "--help"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("使い方: bankrm")
    assert not any(word in page for word in ("Usage", "Options", "Arguments", "Commands", "Show this", "required]"))


def test_a_writer_that_is_not_here_is_an_expected_error() -> None:
    assert guarded(["prepare", "--due", "next", "--engine", "llama"]) == 3


def test_the_log_of_a_bug_goes_to_the_home_that_was_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert home_named(["--home", "/a", "visits"]) == Path("/a")
    assert home_named(["--home=/b", "visits"]) == Path("/b")
    monkeypatch.setenv("BANKRM_HOME", "/c")
    assert home_named(["visits"]) == Path("/c")
