from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bankrm.cli.app import guarded
from bankrm.cli.json_lines import (
    InputUnreadable,
    Line,
    LineInvalid,
    optional_day,
    read_lines,
    run_filter,
    text_of,
)


def _lines(tmp_path: Path, content: str) -> list[Line]:
    file = tmp_path / "rows.jsonl"
    file.write_text(content, encoding="utf-8")
    return list(read_lines(str(file)))


def test_lines_keep_their_numbers_when_empty_ones_are_passed_over(tmp_path: Path) -> None:
    found = _lines(tmp_path, '{"id": "a"}\n\n  \n{"id": 2}\n')
    assert [(line.number, line.row["id"]) for line in found] == [(1, "a"), (4, 2)]


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    assert _lines(tmp_path, '\ufeff{"id": "a"}')[0].row == {"id": "a"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "not_json"),
        ("[1]", "not_an_object"),
        (r'{"id": 1, "text": "\ud800"}', "not_unicode"),
        ('{"text": "x"}', "id"),
        ("[" * 100_000, "not_json"),
    ],
)
def test_a_bad_line_is_named_by_its_number(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(LineInvalid) as caught:
        _lines(tmp_path, '{"id": "a"}\n' + text)
    assert caught.value.details == {"line": 2, "reason": reason}


def test_a_file_that_is_not_there_is_an_expected_error(tmp_path: Path) -> None:
    with pytest.raises(InputUnreadable):
        list(read_lines(str(tmp_path / "none")))


def test_a_field_of_another_type_is_named() -> None:
    with pytest.raises(LineInvalid) as caught:
        text_of(Line(7, {"id": 1, "text": 3}), "text")
    assert caught.value.details == {"line": 7, "reason": "text"}


def test_the_day_of_a_line_is_optional_but_must_be_a_day() -> None:
    assert optional_day(Line(1, {"id": 1})) is None
    assert optional_day(Line(1, {"id": 1, "date": "2026-11-20"})) == date(2026, 11, 20)
    for impossible in ("2026-02-30", "9999-12-31", "1899-12-31"):
        with pytest.raises(LineInvalid):
            optional_day(Line(1, {"id": 1, "date": impossible}))


@pytest.mark.parametrize("day", ["9999-12-31", "2026-02-30", 20261120])
def test_evidence_of_a_day_that_cannot_be_is_named_by_its_line(
    day: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = {
        "id": "1",
        "statement": "来月末に払う。",
        "evidence": [{"id": "E1", "date": day, "text": "社長「来月末に払う」"}],
    }
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert guarded(["check", str(file)]) == 3
    assert "1行目" in capsys.readouterr().err


@given(st.lists(st.text(), max_size=8))
def test_answers_come_in_the_order_of_the_questions(texts: list[str]) -> None:
    asked = "".join(json.dumps({"id": n, "text": text}) + "\n" for n, text in enumerate(texts))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdin", io.StringIO(asked))
        patch.setattr("sys.stdout", out := io.StringIO())
        run_filter("-", lambda line: {"id": line.row["id"], "text": text_of(line, "text")})
    assert [json.loads(line) for line in out.getvalue().split("\n")[:-1]] == [
        {"id": n, "text": text} for n, text in enumerate(texts)
    ]
