from __future__ import annotations

import io

import pytest

from bankrm.cli.findings import REASONS
from bankrm.cli.output import progress_bar, table, time_left
from bankrm.domain.progress import Progress


def test_columns_line_up_where_characters_are_full_width() -> None:
    shown = table(("名前", "数"), [("凪浜", 1), ("abcdef", 22)]).splitlines()
    assert shown == ["名前    数", "凪浜    1", "abcdef  22"]


def test_a_cell_cannot_break_its_line_or_the_terminal() -> None:
    assert table(("x",), [("a\nb\x1b[31m",)]).splitlines() == ["x", "a b [31m"]


def test_no_bar_is_drawn_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", stream := io.StringIO())
    with progress_bar() as report:
        report(Progress("import", 1, 2))
    assert stream.getvalue() == ""


def test_a_bar_on_a_terminal_goes_to_standard_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stream = io.StringIO()
    stream.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr("sys.stderr", stream)
    with progress_bar() as report:
        report(Progress("prepare", 0, 2))
        report(Progress("prepare", 2, 2))
    assert "下書き" in stream.getvalue()
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(None, ""), (0.0, "残り1分未満"), (59.9, "残り1分未満"), (60.0, "残り約1分"), (61.0, "残り約2分")],
)
def test_an_estimate_is_told_in_whole_minutes(seconds: float | None, words: str) -> None:
    assert time_left(seconds) == words


def test_a_bar_shows_the_work_s_own_estimate(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    stream.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr("sys.stderr", stream)
    with progress_bar() as report:
        report(Progress("write", 1, 4, 180.0))
    assert "言語モデル" in stream.getvalue()
    assert "残り約3分" in stream.getvalue()


def test_reasons_are_written_in_japanese() -> None:
    assert all(not words.isascii() for words in REASONS.values())
