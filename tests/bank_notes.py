"""Notes of relationship managers, made up, with what is private in them marked: {person:松本}社長."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bankrm.drafting.privacy.spans import PrivateKind, PrivateSpan

FOLDER = Path(__file__).parent / "fixtures" / "bank_notes"
_MARK = re.compile(r"\{([a-z_]+):([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Note:
    """One note and its private spans."""

    text: str
    private: tuple[PrivateSpan, ...]


def read_notes(name: str) -> Iterator[Note]:
    """The notes of one file, one a line."""
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        text, spans, done = "", list[PrivateSpan](), 0
        for mark in _MARK.finditer(line):
            text += line[done : mark.start()]
            spans.append(PrivateSpan(len(text), len(text) + len(mark[2]), PrivateKind(mark[1])))
            text, done = text + mark[2], mark.end()
        yield Note(text + line[done:], tuple(spans))
