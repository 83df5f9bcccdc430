from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.fakes import papers

from bankrm.adapters.exporting.files import FileDelivery, JsonFormat
from bankrm.application.draft_json import draft_object
from bankrm.application.ports.exporting import ExportRefused


def test_a_staged_file_gets_its_name_only_when_published(tmp_path: Path) -> None:
    target = tmp_path / "new" / "a.json"
    staged = FileDelivery().stage(target, b"x")
    assert not target.exists()
    staged.publish()
    staged.discard()
    assert target.read_bytes() == b"x"
    assert list(target.parent.iterdir()) == [target]


def test_a_discarded_file_leaves_nothing(tmp_path: Path) -> None:
    FileDelivery().stage(tmp_path / "a.json", b"x").discard()
    assert list(tmp_path.glob("*a.json*")) == []


def test_a_folder_that_is_a_file_is_an_expected_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExportRefused) as caught:
        FileDelivery().stage(tmp_path / "file" / "a.json", b"x")
    assert caught.value.details["reason"] == "not_writable"


def test_the_same_draft_gives_the_same_bytes_but_for_id_created_and_seconds() -> None:
    later = datetime(2027, 1, 1, tzinfo=UTC)
    first = json.loads(JsonFormat().render(papers.a_paper(papers.a_draft())))
    second = json.loads(JsonFormat().render(papers.a_paper(papers.a_draft(number=9, created=later, seconds=3.5))))
    for one in (first, second):
        del one["id"], one["created"], one["provenance"]["seconds"]
    assert json.dumps(first) == json.dumps(second)


def test_the_json_of_a_draft_has_every_key_of_its_schema() -> None:
    draft = draft_object(papers.a_draft())
    assert list(draft) == [
        "schema", "id", "revision", "client", "kind", "created", "state", "sections", "evidence", "provenance",
    ]  # fmt: skip
    assert draft["schema"] == "bankrm.draft/1"
    assert draft["created"] == "2026-12-01T08:30:15Z"
    assert set(draft["client"]) == {"branch", "cif", "name"}
    statements = [statement for section in draft["sections"] for statement in section["statements"]]
    keys = {
        "id", "text", "kind", "citations", "certainty", "confidence", "speaker", "speaker_name", "origin", "engine", "group",
        "verdict", "confirmed_by", "reasons", "findings",
    }  # fmt: skip
    assert all(set(statement) == keys for statement in statements)
    assert [statement["id"] for statement in statements] == [f"S{n}" for n in range(1, len(statements) + 1)]
    for piece in draft["evidence"]:
        assert set(piece) == {"id", "text", "speaker", "origin", "sha256"}
        assert set(piece["origin"]) == {"type", "strength", "formula", "ref", "page", "span", "date"}
    assert {key for s in statements for key in s["citations"]} == {piece["id"] for piece in draft["evidence"]}
    assert draft["provenance"]["parameters"]["today"] == "2026-12-01"
    assert {
        "app",
        "engine",
        "model",
        "model_sha256",
        "recipe",
        "prompt_sha256",
        "parameters",
        "left_out",
        "notices",
        "seconds",
    } == set(draft["provenance"])
