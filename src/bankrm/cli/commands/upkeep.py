"""doctor and --self-check: is this installation fit to work?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bankrm.cli.output import print_json, table
from bankrm.cli.session import session_of

EXPECTED = 3
STATES = {"ok": "良好", "note": "参考", "bad": "要対応"}


def doctor(
    context: typer.Context, json: Annotated[bool, typer.Option("--json", help="結果をJSONで標準出力に書く")] = False
) -> int:
    """動くための条件を調べる。直す必要があれば終了コードは1。"""
    from bankrm.cli.examination import NAMES, detail_words
    from bankrm.examination import State, examine

    found = examine(session_of(context).program())
    if json:
        print_json([{"check": one.check, "state": one.state, "detail": detail_words(one)} for one in found])
    else:
        rows = [(NAMES[one.check], STATES[one.state], detail_words(one)) for one in found]
        print(table(("項目", "状態", "内容"), rows))
    return 1 if any(one.state is State.BAD for one in found) else 0


def self_check(model: Path | None) -> int:
    """Try each part of this installation and print a line for each; 3 where one does not do its work."""
    from bankrm.cli.self_check import self_check as tried

    failed = False
    for one in tried(model):
        print(f"{STATES[one.state]}  {one.name}: {one.detail}", flush=True)
        failed |= one.state == "bad"
    return EXPECTED if failed else 0
