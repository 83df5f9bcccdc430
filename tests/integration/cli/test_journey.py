"""A day at the command line, on real files and a real store."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from tests.integration.cli.conftest import FIXTURE, Run

KINDS = ["visit-brief", "history-summary", "sales-scenario"]


def _comparable(draft: dict[str, Any]) -> str:
    """A draft without what may differ between two preparations."""
    draft = {**draft, "id": "", "created": "", "provenance": {**draft["provenance"], "seconds": 0}}
    return json.dumps(draft, ensure_ascii=False)


def test_clients_and_visits_are_listed_as_json_and_as_tables(bank: Run) -> None:
    clients = bank("clients", "--json").json
    assert {"branch", "cif", "name", "reading", "industry", "corporate_number"} == set(clients[0])
    assert clients[0]["cif"] == "0012345"
    (visit,) = bank("visits", "--json").json
    assert set(visit) == {"id", "client", "start", "people", "purpose", "drafts"}
    assert visit["start"].startswith("2026-11-24T14:00")
    assert visit["people"] == ["田辺社長", "佐伯経理部長"]
    assert bank("visits", "--date", "2026-11-25", "--json").json == []
    assert "012-0012345" in bank("clients").out
    assert "2026-11-24 14:00" in bank("visits").out


def test_the_same_files_again_change_nothing(bank: Run) -> None:
    again = bank("import", FIXTURE, "--json")
    assert again.code == 0
    assert all((one["new"], one["changed"]) == (0, 0) for one in again.json)
    assert sum(one["unchanged"] for one in again.json) > 0
    assert {"path", "type", "profile", "rows", "new", "changed", "unchanged", "errors", "warnings"} <= set(
        again.json[0]
    )


def test_a_dry_run_keeps_nothing(run: Run) -> None:
    run("store", "init")
    assert run("import", FIXTURE, "--dry-run", "--json").code == 0
    assert run("clients", "--json").json == []


def test_a_file_in_error_ends_with_1_and_names_line_and_reason(bank: Run, tmp_path: Path) -> None:
    broken = tmp_path / "bad.csv"
    text = (FIXTURE / "mendansha.csv").read_text(encoding="utf-8").replace("0012345", "9999999", 1)
    broken.write_text(text, encoding="utf-8")
    done = bank("import", broken, "--json")
    assert done.code == 1
    (error,) = done.json[0]["errors"]
    assert error["reason"] == "unknown_client"
    assert error["line"] > 1
    assert "取引先が登録されていません" in bank("import", broken).err


def test_the_next_business_day_is_prepared_into_files(bank: Run, tmp_path: Path) -> None:
    done = bank("prepare", "--due", "next", "--out", tmp_path / "out", "--json")
    assert done.code in (0, 1)
    assert [draft["kind"] for draft in done.json] == KINDS
    folder = tmp_path / "out" / "2026-11-24_012-0012345"
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        [*(f"{kind}.json" for kind in KINDS), "visit-set.docx"]
    )
    for draft in done.json:
        assert json.loads((folder / f"{draft['kind']}.json").read_text(encoding="utf-8")) == draft
        known = {piece["id"] for piece in draft["evidence"]}
        for section in draft["sections"]:
            for statement in section["statements"]:
                assert set(statement["citations"]) <= known
                assert statement["citations"] or statement["kind"] != "fact"
    (visit,) = bank("visits", "--json").json
    assert visit["drafts"] == [draft["id"] for draft in done.json]


def test_prepare_ends_with_1_exactly_where_a_statement_wants_a_look(bank: Run) -> None:
    done = bank("prepare", "--due", "2026-11-24", "--json")
    verdicts = {s["verdict"] for draft in done.json for section in draft["sections"] for s in section["statements"]}
    assert done.code == (0 if verdicts <= {None, "supported"} else 1)


def test_the_same_set_twice_is_the_same_but_for_id_created_and_seconds(bank: Run) -> None:
    first, second = (bank("prepare", "--client", "0012345", "--json").json for _ in range(2))
    assert [draft["id"] for draft in first] != [draft["id"] for draft in second]
    assert list(map(_comparable, first)) == list(map(_comparable, second))


def test_kinds_may_be_chosen(bank: Run) -> None:
    drafts = bank("prepare", "--client", "012-0012345", "--kind", "sales-scenario", "--json").json
    assert [draft["kind"] for draft in drafts] == ["sales-scenario"]


def test_a_client_without_a_visit_gets_a_set_dated_today(bank: Run, tmp_path: Path) -> None:
    home = tmp_path / "home"
    done = bank("--today", "2026-12-01", "prepare", "--client", "012-0012345", "--out", tmp_path / "out", home=home)
    assert done.code in (0, 1)
    assert (tmp_path / "out" / "2026-12-01_012-0012345" / "visit-set.docx").exists()


def test_a_day_without_visits_is_done_with_nothing(bank: Run) -> None:
    done = bank("prepare", "--due", "2026-11-25", "--json")
    assert (done.code, done.json) == (0, [])
    assert done.err == "2026-11-25の訪問予定はありません。その後の予定も取り込まれていません。\n"


def test_a_day_without_visits_names_the_next_day_that_has_some(bank: Run) -> None:
    done = bank("prepare", "--due", "2026-11-20")
    assert (done.code, done.out) == (0, "")
    assert done.err == "2026-11-20の訪問予定はありません。次は2026-11-24です(bankrm prepare --due 2026-11-24)。\n"


def test_nor_is_the_last_day_of_all_a_bug(bank: Run) -> None:
    assert bank("prepare", "--due", "9999-12-31").code == 0


@pytest.mark.parametrize("client", ["999-0000001", "0099999"])
def test_an_unknown_client_is_an_expected_error(bank: Run, client: str) -> None:
    done = bank("prepare", "--client", client)
    assert done.code == 3
    assert client in done.err


def test_one_draft_is_exported_as_word_and_json_and_each_export_is_audited(bank: Run, tmp_path: Path) -> None:
    brief = bank("prepare", "--client", "012-0012345", "--json").json[0]
    before = bank("store", "info", "--json").json["counts"]
    assert bank("export", brief["id"], "--format", "docx", "--out", tmp_path / "a.docx").code == 0
    assert bank("export", brief["id"], "--format", "json", "--out", tmp_path / "a.json").code == 0
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == brief
    with zipfile.ZipFile(io.BytesIO((tmp_path / "a.docx").read_bytes())) as archive:
        assert "今日の要点" in archive.read("word/document.xml").decode()
    after = bank("store", "info", "--json").json["counts"]
    changed = {name: after[name] - before[name] for name in after if after[name] != before[name]}
    assert list(changed.values()) == [2], changed


@pytest.mark.parametrize(("kind", "form"), [("discussion-sheet", "docx"), ("follow-up-mail", "eml")])
def test_what_the_client_sees_is_drafted_when_asked_for_and_is_no_file_before_it_is_approved(
    bank: Run, tmp_path: Path, kind: str, form: str
) -> None:
    prepared = bank("prepare", "--client", "012-0012345", "--kind", kind, "--out", tmp_path / "out", "--json")
    (draft,) = prepared.json
    own = next(section for section in draft["sections"] if section["key"] == "own_word")
    assert (draft["kind"], own) == (kind, {"key": "own_word", "heading": "担当者から一言", "statements": []})
    assert not (tmp_path / "out").exists()
    refused = bank("export", draft["id"], "--format", form, "--out", tmp_path / "a")
    assert (refused.code, "承認" in refused.err) == (3, True)
    assert not (tmp_path / "a").exists()


def test_an_export_that_cannot_be_written_is_not_audited(bank: Run, tmp_path: Path) -> None:
    brief = bank("prepare", "--client", "012-0012345", "--json").json[0]
    before = bank("store", "info", "--json").json["counts"]
    (tmp_path / "file").touch()
    assert bank("export", brief["id"], "--format", "docx", "--out", tmp_path / "file" / "a.docx").code == 3
    assert bank("store", "info", "--json").json["counts"] == before


def test_a_draft_is_submitted_once(bank: Run) -> None:
    brief = bank("prepare", "--client", "012-0012345", "--kind", "visit-brief", "--json").json[0]
    assert bank("submit", brief["id"]).code == 0
    again = bank("submit", brief["id"])
    assert (again.code, "提出済み" in again.err) == (3, True)
    assert bank("submit", "0190-none").code == 3


def test_an_unknown_draft_is_an_expected_error(bank: Run, tmp_path: Path) -> None:
    done = bank("export", "0190-none", "--format", "json", "--out", tmp_path / "a.json")
    assert done.code == 3
    assert "下書き" in done.err


def test_a_backup_is_restored_elsewhere(bank: Run, tmp_path: Path) -> None:
    assert bank("store", "backup", tmp_path / "copy").code == 0
    assert bank("store", "backup", tmp_path / "copy").code == 3
    assert bank("store", "restore", tmp_path / "copy").code == 3
    assert bank("store", "restore", tmp_path / "copy", home=tmp_path / "other").code == 0
    assert bank("clients", "--json", home=tmp_path / "other").json == bank("clients", "--json").json


def test_doctor_finds_everything_fit(bank: Run) -> None:
    done = bank("doctor", "--json")
    assert done.code == 0, done.out
    found = {one["check"]: one["state"] for one in done.json}
    assert set(found) >= {"program", "cipher", "words", "recipes", "calendar", "store", "keys", "audit"}
    assert set(found.values()) == {"ok"}


def test_doctor_says_what_to_do_about_a_store_that_does_not_open(bank: Run, tmp_path: Path) -> None:
    (tmp_path / "passphrase").write_text("まったく違う長い合言葉です\n", encoding="utf-8")
    done = bank("doctor")
    assert done.code == 1
    assert "鍵が合いません" in done.out


def test_a_store_is_needed_and_never_made_on_the_way(run: Run, tmp_path: Path) -> None:
    assert run("clients").code == 3
    assert not (tmp_path / "home").exists()
