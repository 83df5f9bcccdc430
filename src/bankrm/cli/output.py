"""What commands print: tables for people, JSON alone for programs, progress bars on a terminal only."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from math import ceil
from typing import Any

from bankrm.domain.progress import Progress, silent

TASKS = {
    "import": "取り込み",
    "prepare": "下書き",
    "export": "書き出し",
    "write": "言語モデル",
    "read_weights": "重みの読み込み",
    "write_weights": "重みの書き出し",
    "measure": "速さの測定",
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


def time_left(seconds: float | None) -> str:
    """An estimate in whole minutes; nothing where there is none."""
    if seconds is None:
        return ""
    return f"残り約{ceil(seconds / 60)}分" if seconds >= 60 else "残り1分未満"


@contextmanager
def progress_bar() -> Iterator[Callable[[Progress], None]]:
    """Where to report progress: a bar on standard error while it is a terminal, else nowhere."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Task, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars
    from rich.text import Text

    class TimeLeft(TimeRemainingColumn):
        """The work's own estimate where it has one."""

        def render(self, task: Task) -> Text:
            return Text(task.fields["left"]) if task.fields["left"] else super().render(task)

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeLeft())
    with Bars(*columns, console=Console(stderr=True), transient=True, refresh_per_second=10) as bars:
        known: dict[str, Any] = {}

        def report(progress: Progress) -> None:
            if progress.task not in known:
                description = TASKS.get(progress.task, progress.task)
                known[progress.task] = bars.add_task(description, total=progress.total, left="")
            left = time_left(progress.seconds_left)
            bars.update(known[progress.task], completed=progress.done, total=progress.total, left=left)

        yield report
