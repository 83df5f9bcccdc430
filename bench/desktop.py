"""How the window feels on a large store: 500 clients with 100 interactions each. `make bench-desktop`, or `python -m bench desktop`.

Seconds drift with whatever else runs on the machine: the best of several runs stands beside their median, and beside the start the
processor time that it took, in all threads.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bankrm.domain.progress import CancelToken, silent
from bench import large_store

STORE = Path(__file__).parents[1] / "build" / "bench" / "large"
STARTS, ROUNDS = 5, 2
_TARGETS = {
    "start": ("start to usable window", "ms", 1_500),
    "work": ("processor time until then", "ms", 1_500),
    "first": ("page for the first time", "ms", 100),
    "early": ("page switch while sets are looked through behind", "ms", 100),
    "page": ("page switch", "ms", 100),
    "search": ("hits after the last key", "ms", 150),
    "block": ("longest block of the window", "ms", 50),
    "memory": ("memory without file-backed pages", "MB", 400),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One measured thing beside its target."""

    name: str
    values: tuple[float, ...]
    unit: str
    target: float

    def __str__(self) -> str:
        met = "yes" if median(self.values) <= self.target else "no"
        return (
            f"| {self.name} | {median(self.values):,.0f} | {min(self.values):,.0f} | {max(self.values):,.0f} | {len(self.values)} "
            f"| ≤ {self.target:,} {self.unit} | {met} |"
        )


def run() -> Iterator[object]:
    """The table, line by line."""
    make_store()
    yield "| | median | best | worst | runs | target | met |"
    yield "|---|---|---|---|---|---|---|"
    yield from _rows()


def make_store() -> None:
    """The store as it is some minutes after the window was first opened on it: what is read and written ahead stands."""
    program, done = large_store.make(STORE), STORE / "ready"
    if done.exists():
        return
    with program.open_store() as store:
        program.promises.refresh(store)(CancelToken(), silent)
        today = program.clock.today()
        program.preparation.ahead(store)((today, program.calendar.next_open(today)), CancelToken(), silent)
    done.touch()


def _rows() -> Iterator[Row]:
    found: dict[str, list[float]] = defaultdict(list)
    _in_process(STORE, {}, "start")  # the files' first reading is the disk's time
    for _ in range(STARTS):
        _in_process(STORE, found, "start")
    for _ in range(ROUNDS):
        with TemporaryDirectory() as folder:
            copy = shutil.copytree(STORE, Path(folder) / "home")
            _in_process(copy, found)
    for name, values in found.items():
        kind, _, which = name.partition(" ")
        words, unit, target = _TARGETS[kind]
        yield Row(f"{words}: {which}" if which else words, tuple(values), unit, target)


def _in_process(home: Path, found: dict[str, list[float]], *words: str) -> None:
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    command = [sys.executable, "-m", "bench.desktop_window", str(home), str(time.monotonic()), *words]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    for name, values in json.loads(done.stdout).items():
        found.setdefault(name, []).extend(values)


if __name__ == "__main__":
    for row in run():
        print(row, flush=True)
