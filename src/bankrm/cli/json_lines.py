"""JSON Lines: one object a line, answered one by one, in order. A line that cannot be read ends the run with its number."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from bankrm.domain.days import may_be_recorded
from bankrm.domain.errors import ExpectedError


class LineInvalid(ExpectedError):
    """A line is no object of the form that the filter takes (details: line, reason: a code or the field's name)."""

    code = "line_invalid"


class InputUnreadable(ExpectedError):
    """A file named on the command line cannot be read (details: path)."""

    code = "input_unreadable"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from 1, and its object, which has an `id`."""

    number: int
    row: dict[str, Any]


def read_lines(file: str) -> Iterator[Line]:
    """The lines of a file (`-`: standard input) as they come; empty ones are passed over.

    Raises InputUnreadable and LineInvalid.
    """
    try:
        with _opened(file) as stream:
            for number, text in enumerate(stream, 1):
                if text.strip():
                    yield _line(number, text)
    except (OSError, UnicodeDecodeError) as error:
        raise InputUnreadable(path=file) from error


def _opened(file: str) -> AbstractContextManager[TextIO]:
    return nullcontext(sys.stdin) if file == "-" else Path(file).open(encoding="utf-8-sig")


def _line(number: int, text: str) -> Line:
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise LineInvalid(line=number, reason="not_json") from error
    if not _is_text(row):
        raise LineInvalid(line=number, reason="not_unicode")
    if not isinstance(row, dict):
        raise LineInvalid(line=number, reason="not_an_object")
    if not isinstance(row.get("id"), (str, int)):
        raise LineInvalid(line=number, reason="id")
    return Line(number, row)


def _is_text(row: object) -> bool:
    """Whether all of it can be written again: no half of a surrogate pair."""
    try:
        json.dumps(row, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def text_of(line: Line, field: str) -> str:
    """A field that must be text."""
    value = line.row.get(field)
    if not isinstance(value, str):
        raise LineInvalid(line=line.number, reason=field)
    return value


def optional_day(line: Line) -> date | None:
    """The field `date`, where there is one: a day that a record may be of."""
    if line.row.get("date") is None:
        return None
    text = text_of(line, "date")
    if not is_day(text):
        raise LineInvalid(line=line.number, reason="date")
    return date.fromisoformat(text)


def is_day(text: str) -> bool:
    """Whether the text is a day that a record may be of."""
    try:
        return may_be_recorded(date.fromisoformat(text))
    except ValueError:
        return False


def write_line(row: dict[str, Any]) -> None:
    """One object on standard output, at once: whoever feeds us line by line is answered line by line."""
    print(json.dumps(row, ensure_ascii=False), flush=True)


def run_filter(file: str, answer: Callable[[Line], dict[str, Any]]) -> None:
    """Answer every line."""
    for line in read_lines(file):
        write_line(answer(line))
