"""A bank's files in an encrypted store, and the command line on it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bankrm.cli.app import guarded

FIXTURE = Path(__file__).parents[2] / "fixtures" / "nagihama"
TODAY = "2026-11-20"


@dataclass(frozen=True)
class Said:
    """What one command left: exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output, which must be JSON and nothing else."""
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture(name="run")
def _run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    passphrase = tmp_path / "passphrase"
    passphrase.touch(0o600)
    passphrase.write_text("長い合言葉を十二文字より多く\n", encoding="utf-8")
    monkeypatch.setenv("BANKRM_PASSPHRASE_FILE", str(passphrase))

    def run(*arguments: object, home: Path | None = None) -> Said:
        code = guarded(["--home", str(home or tmp_path / "home"), "--today", TODAY, *map(str, arguments)])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run


@pytest.fixture(name="bank")
def _bank(run: Run) -> Run:
    """The command line on a store that holds the fixture's records."""
    assert run("store", "init").code == 0
    done = run("import", FIXTURE, "--json")
    assert done.code == 0, done.err
    return run
