"""`make measure`: the filters `check`, `mask` and `act` on real data, without a model and, where BANKRM_MODEL names one, with it.

Runs `../shared/tools/evaluate.py` on `../shared/data` (or what `--shared` names) and prints its figures as Markdown: without a model at the
tool's own limits, of `check` each kind of change apart; with a model `--limit 60`, the kinds pooled into all true and all false. Where the
data is not there it says so and ends with 0.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

TASKS = ("check", "mask", "act")
WITH_MODEL = ("check", "--limit", "60")
BANKRM = Path(sys.executable).with_name("bankrm")
Row = Mapping[str, Any]


def main(arguments: Sequence[str]) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[2] / "shared")
    parser.add_argument("--bankrm", default=str(BANKRM))
    parser.add_argument("--limit", type=int, help="fewer rows of each set, for a quick look without a model")
    options = parser.parse_args(arguments)
    tool, data = options.shared / "tools" / "evaluate.py", options.shared / "data"
    if not (tool.is_file() and data.is_dir()):
        print(f"{options.shared} holds no data to measure with: nothing was measured.")
        return
    command = [sys.executable, str(tool), "--data", str(data), "--bankrm", options.bankrm]
    limit = ("--limit", str(options.limit)) if options.limit else ()
    _print("Without a model", [row for task in TASKS for row in _measured([*command, task, *limit], "")], pooled=False)
    if model := os.environ.get("BANKRM_MODEL"):
        rows = list(_measured([*command, *WITH_MODEL], str(Path(model).absolute() if Path(model).exists() else model)))
        _print(f"With {Path(model).name}, {' '.join(WITH_MODEL)}", rows, pooled=True)


def _measured(command: list[str], model: str) -> Iterator[Row]:
    """What the tool tells of its sets; a task that ends with an error tells that."""
    environment = {name: value for name, value in os.environ.items() if name != "BANKRM_MODEL"}
    if model:
        environment["BANKRM_MODEL"] = model
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.json"
        done = subprocess.run(
            [*command, "--json", str(told)], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            text=True, encoding="utf-8", errors="replace", check=False,
        )  # fmt: skip
        if done.returncode:
            yield {"task": command[6], "set": "-", "n": 0, "program": {"failed": done.stderr.strip().splitlines()[-1:]}}
            return
        yield from json.loads(told.read_text(encoding="utf-8"))


def _print(title: str, rows: list[Row], *, pooled: bool) -> None:
    print(f"\n### {title}\n\n| task | set | n | floor | program |\n|---|---|---|---|---|")
    for row in rows:
        floor, program = _words(row.get("floor", {})), dict(row.get("program", {}))
        kinds = program.pop("right_by_kind", {})
        right = pool(kinds) if pooled else kinds
        print(f"| {row['task']} | {row['set']} | {row['n']} | {floor} | {_words({**program, **right})} |", flush=True)


def pool(kinds: Mapping[str, str]) -> dict[str, str]:
    """The share that was right of all true and of all false ones: kinds are `true:width`, `false:digit` and so on."""
    pools: dict[str, list[tuple[float, int]]] = {}
    for kind, told in kinds.items():
        share, _, count = told.partition(" of ")
        pools.setdefault("all true" if kind.startswith("true") else "all false", []).append((float(share), int(count)))
    return {
        name: f"{sum(share * count for share, count in pool) / sum(count for _, count in pool):.3f} of {sum(count for _, count in pool)}"
        for name, pool in sorted(pools.items())
    }


def _words(figures: Mapping[str, Any]) -> str:
    """Figures as one line: `auc 0.9, by type: person 0.8`."""
    return ", ".join(
        f"{name.replace('_', ' ')} ({_words(value)})"
        if isinstance(value, dict)
        else f"{name.replace('_', ' ')} {value}"
        for name, value in figures.items()
    )


if __name__ == "__main__":
    main(sys.argv[1:])
