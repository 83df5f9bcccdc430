"""What commands print: tables for people, JSON alone for programs, progress bars on a terminal only."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from bankrm.domain.progress import Progress, silent

TASKS = {
    "import": "取り込み",
    "prepare": "下書き",
    "export": "書き出し",
    "add_model": "モデルの取り込み(MiB)",
    "verify_model": "モデルの確認(MiB)",
    "pack_model": "バンドル作り(MiB)",
}


def print_json(value: Any) -> None:
    """One JSON value, and nothing else, on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Columns of equal width, counting a full-width character as two."""
    lines = [list(headings), *([_cell(value) for value in row] for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(text + " " * (width - _width(text)) for text, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _cell(value: object) -> str:
    return " ".join("".join(" " if ord(c) < 32 else c for c in str(value)).split())


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


@contextmanager
def progress_bar() -> Iterator[Callable[[Progress], None]]:
    """Where to report progress: a bar on standard error while it is a terminal, else nowhere."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True, refresh_per_second=10) as bars:
        known: dict[str, Any] = {}

        def report(progress: Progress) -> None:
            if progress.task not in known:
                known[progress.task] = bars.add_task(TASKS.get(progress.task, progress.task), total=progress.total)
            bars.update(known[progress.task], completed=progress.done, total=progress.total)

        yield report
