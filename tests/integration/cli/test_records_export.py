"""Confirmed records leave for the bank's own system by the command line, and come back by the same door unchanged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.integration.cli.conftest import FIXTURE, Run

from bankrm.application.confirm_record import ConfirmRecord
from bankrm.application.open_memo import OpenMemo
from bankrm.bootstrap import Program

DAY = date(2026, 11, 20)


def record_a_talk(home: Path, text: str) -> str:
    """A confirmed record of the first client; its number."""
    program = Program.of(home, DAY)
    with program.open_store() as store:
        client = program.queries.clients(store)()[0].key
        desk = OpenMemo(store.unit_of_work, program.clock).without_visit(client)
        done = ConfirmRecord(store.unit_of_work, program.clock)(replace(desk, memo=replace(desk.memo, text=text)))
    return done.memo.ref


def test_a_record_leaves_once_and_is_known_when_it_comes_back(run: Run, tmp_path: Path) -> None:
    run("store", "init")
    run("import", FIXTURE)
    ref = record_a_talk(tmp_path / "home", "社長「設備は来期でいい」\n→見積は12/4まで当方")
    file, again = tmp_path / "sfa.csv", tmp_path / "again.csv"
    left = run("records", "export", "--profile", "interactions", "--since", "2026-11-01", "--out", file)
    assert (left.code, "1件" in left.err) == (0, True)
    assert ref in file.read_text(encoding="cp932")
    (report,) = run("import", file, "--json").json
    assert (report["profile"], report["unchanged"], report["errors"]) == ("interactions", 1, [])
    assert run("records", "export", "--profile", "interactions", "--since", "2026-11-01", "--out", again).code == 0
    assert not again.exists()


def test_a_record_that_comes_back_under_the_bank_s_own_number_is_not_taken_in_twice(run: Run, tmp_path: Path) -> None:
    run("store", "init")
    run("import", FIXTURE)
    ref = record_a_talk(tmp_path / "home", "社長「設備は来期でいい」\n部長は補助金を気にしている")
    file = tmp_path / "sfa.csv"
    run("records", "export", "--profile", "interactions", "--since", "2026-11-01", "--out", file)
    file.write_bytes(file.read_bytes().replace(ref.encode(), b"R-99001"))
    (report,) = run("import", file, "--json").json
    assert (report["new"], report["unchanged"]) == (0, 1)
    assert [finding["reason"] for finding in report["warnings"]] == ["recorded_here"]


def test_a_file_that_is_there_is_never_written_over(run: Run, tmp_path: Path) -> None:
    run("store", "init")
    (tmp_path / "sfa.csv").write_text("前の書き出し", encoding="utf-8")
    said = run("records", "export", "--profile", "interactions", "--since", "2026-11-01", "--out", tmp_path / "sfa.csv")
    assert (said.code, (tmp_path / "sfa.csv").read_text(encoding="utf-8")) == (3, "前の書き出し")


def test_a_character_that_the_bank_s_system_lacks_is_named(run: Run, tmp_path: Path) -> None:
    run("store", "init")
    run("import", FIXTURE)
    ref = record_a_talk(tmp_path / "home", "社長「𠮷野家さんへ納めたい」")
    said = run("records", "export", "--profile", "interactions", "--since", "2026-11-01", "--out", tmp_path / "sfa.csv")
    assert said.code == 3
    assert ref in said.err
    assert "𠮷 (U+20BB7)" in said.err
    assert not (tmp_path / "sfa.csv").exists()


def test_an_unknown_profile_lists_those_that_are_known(run: Run) -> None:
    run("store", "init")
    said = run("records", "export", "--profile", "sfa", "--since", "2026-11-01")
    assert said.code == 3
    assert "interactions" in said.err
