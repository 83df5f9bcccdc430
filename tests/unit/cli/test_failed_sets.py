from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bankrm.application.go_ahead import Pause
from bankrm.application.prepare_sets import FailedSet, Outcome
from bankrm.application.run_queue import FailedJob
from bankrm.cli.commands.documents import PAUSES, tell_failed
from bankrm.domain.clients import ClientKey
from bankrm.domain.errors import NotFound
from bankrm.domain.ids import JobId
from bankrm.domain.preparation import Job, Wanted
from bankrm.domain.recipes import DocumentKindName
from bankrm.drafting.ports import ModelFailed

KEY, TODAY = ClientKey("031", "0001"), date(2026, 6, 12)


@pytest.mark.parametrize(
    ("errors", "code"),
    [([], 0), ([NotFound(what="visit", id="v")], 3), ([KeyError("社長の言葉"), NotFound(what="visit", id="v")], 70)],
)
def test_failures_are_told_by_the_client_s_key_and_end_with_the_gravest_code(
    errors: list[Exception], code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tell_failed(Outcome(failed=tuple(FailedSet(KEY, TODAY, error) for error in errors)), tmp_path) == code
    said = capsys.readouterr()
    assert said.err.count(f"2026-06-12 {KEY}: ") == len(errors)
    assert "社長の言葉" not in said.err
    assert said.out == ""
    assert (tmp_path / "logs" / "errors.log").exists() == (code == 70)


def test_what_the_model_did_not_write_is_told_by_document_and_why_it_rests(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    job = Job(
        JobId("1"), KEY, None, TODAY, None, DocumentKindName.VISIT_BRIEF, Wanted("llama"), datetime(2026, 6, 12, tzinfo=UTC), 12
    )  # fmt: skip
    error = ModelFailed(engine="llama", reason="crashed")
    outcome = Outcome(unwritten=(FailedJob(job, error),), paused=Pause.ON_BATTERY)
    assert tell_failed(outcome, tmp_path) == 1
    said = capsys.readouterr().err
    assert f"2026-06-12 {KEY} visit-brief: 言語モデルでは書けませんでした。" in said
    assert "プログラムが落ちた" in said
    assert "電源につながっていないため" in said


def test_every_pause_has_words() -> None:
    assert set(PAUSES) == set(Pause)
