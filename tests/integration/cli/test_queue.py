"""`prepare` with a language model's writer: through the queue, to the drafts in place."""

from __future__ import annotations

import json
import signal
import sys
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.fakes.writers import StandInWriter
from tests.integration.cli.conftest import TODAY, Run

from bankrm.bootstrap import Program
from bankrm.bootstrap.engines import Engines
from bankrm.drafting.ports import ModelFailed

KINDS = ["visit-brief", "history-summary", "sales-scenario"]


@pytest.fixture(name="writer")
def _writer(monkeypatch: pytest.MonkeyPatch) -> StandInWriter:
    writer = StandInWriter()
    monkeypatch.setattr(Engines, "writer", lambda *_: nullcontext(writer))
    monkeypatch.setattr("psutil.sensors_battery", lambda: None)
    return writer


def test_the_model_s_drafts_are_what_is_written_and_listed(bank: Run, writer: StandInWriter, tmp_path: Path) -> None:
    done = bank("prepare", "--due", "next", "--out", tmp_path / "out", "--json")
    assert done.code in (0, 1), done.err
    assert [(draft["kind"], draft["provenance"]["model"]) for draft in done.json] == [
        (kind, writer.model) for kind in KINDS
    ]
    folder = tmp_path / "out" / "2026-11-24_012-0012345"
    assert [json.loads((folder / f"{kind}.json").read_text(encoding="utf-8")) for kind in KINDS] == done.json
    assert (folder / "visit-set.docx").exists()
    (visit,) = bank("visits", "--json").json
    assert visit["drafts"] == [draft["id"] for draft in done.json]


def test_a_model_that_fails_leaves_the_template_s_drafts_and_ends_with_1(bank: Run, writer: StandInWriter) -> None:
    def fail(*_: object) -> None:
        raise ModelFailed(engine="llama", reason="crashed")

    writer.before = fail
    done = bank("prepare", "--due", "next", "--json")
    assert done.code == 1
    assert [draft["provenance"]["engine"] for draft in done.json] == ["template"] * 3
    assert done.err.count("言語モデルでは書けませんでした") == 3


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_says_how_far_it_is_and_the_next_prepare_goes_on(bank: Run, writer: StandInWriter) -> None:
    def interrupt(*_: object) -> None:
        if len(writer.written) == 16:  # one document stands, of the second four sections and the one at work
            signal.raise_signal(signal.SIGINT)

    always = signal.getsignal(signal.SIGINT)
    writer.before = interrupt
    stopped = bank("prepare", "--due", "next")
    assert stopped.code == 130
    assert "言語モデルの下書きは17/26節まで" in stopped.err
    assert stopped.err.splitlines()[-1] == "中断しました。"
    assert signal.getsignal(signal.SIGINT) is always

    writer.before = lambda *_: None
    done = bank("prepare", "--due", "next", "--json")
    assert "続きから書きます: 2026-11-24 012-0012345 history-summary(5/8節まで済み)" in done.err
    assert [draft["provenance"]["engine"] for draft in done.json] == ["llama"] * 3
    assert len(writer.written) == len(set(writer.written)) == 26


def test_each_finished_prepare_makes_new_drafts_of_the_same_bytes(bank: Run, writer: StandInWriter) -> None:
    first, second = (bank("prepare", "--due", "next", "--json").json for _ in range(2))
    for draft in (*first, *second):
        draft["created"] = ""
        draft["provenance"]["seconds"] = 0
    assert not {draft.pop("id") for draft in first} & {draft.pop("id") for draft in second}
    assert first == second
    assert len(writer.written) == 2 * 26


def test_a_confirmed_draft_stays_and_an_update_that_says_something_else_is_told_beside_it(
    bank: Run, writer: StandInWriter, tmp_path: Path
) -> None:
    before = bank("prepare", "--due", "next", "--json").json
    with Program.of(tmp_path / "home", date.fromisoformat(TODAY)).open_store() as store, store._engine.begin() as rows:
        rows.execute(text("UPDATE draft SET state = 'confirmed' WHERE id = :id"), {"id": before[0]["id"]})
    assert "更新案" not in bank("prepare", "--due", "next").out
    writer.model = "another"  # and says the same
    done = bank("prepare", "--due", "next")
    assert before[0]["id"] in done.out
    assert before[1]["id"] not in done.out
    assert "更新案" not in done.out
    writer.model, writer.unknown = "a third", frozenset({"company"})
    company = next(section for section in before[0]["sections"] if section["key"] == "company")["statements"]
    told = bank("prepare", "--due", "next").out
    assert told.count(f"更新案(追加0、削除{len(company)}、変更0)") == 1
