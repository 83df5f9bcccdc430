from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bankrm.application.prepare_sets import FailedSet
from bankrm.cli.commands.documents import tell_failed
from bankrm.domain.clients import ClientKey
from bankrm.domain.errors import NotFound

KEY, TODAY = ClientKey("031", "0001"), date(2026, 6, 12)


@pytest.mark.parametrize(
    ("errors", "code"),
    [([], 0), ([NotFound(what="visit", id="v")], 3), ([KeyError("社長の言葉"), NotFound(what="visit", id="v")], 70)],
)
def test_failures_are_told_by_the_client_s_key_and_end_with_the_gravest_code(
    errors: list[Exception], code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tell_failed([FailedSet(KEY, TODAY, error) for error in errors], tmp_path) == code
    said = capsys.readouterr()
    assert said.err.count(f"2026-06-12 {KEY}: ") == len(errors)
    assert "社長の言葉" not in said.err
    assert said.out == ""
    assert (tmp_path / "logs" / "errors.log").exists() == (code == 70)
