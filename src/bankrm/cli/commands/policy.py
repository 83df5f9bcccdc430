"""policy: the settings in force, and who gave them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from bankrm.cli.border import say
from bankrm.cli.commands.records import Json
from bankrm.cli.help import Command
from bankrm.cli.output import print_json, table
from bankrm.cli.session import session_of

if TYPE_CHECKING:
    from bankrm.bootstrap import Program
    from bankrm.policy.reading import IgnoredSetting, PolicyInForce

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)
LEVELS = {"managed": "IT部門の管理", "user": "本人", "recommended": "IT部門の推奨", "default": "既定"}


@app.callback()
def _group() -> None:
    """Keep `show` a command of its own while it is the only one."""


@app.command("show", cls=Command)
def show(context: typer.Context, json: Json = False) -> None:
    """効いている設定と、それぞれを誰が決めたかを示す。"""
    found = told_policy(session_of(context).program())
    values: dict[str, Any] = found.policy.model_dump(mode="json", by_alias=True)
    if json:
        print_json(
            {
                "settings": {
                    key: {"value": value, "source": found.sources[key].level.value, "file": _file(found, key)}
                    for key, value in values.items()
                },
                "ignored": [{"key": one.key, "file": str(one.file), "unknown": one.unknown} for one in found.ignored],
            }
        )
        return
    rows = [
        (key, _shown(value), LEVELS[found.sources[key].level], _file(found, key) or "-")
        for key, value in values.items()
    ]
    print(table(("設定", "値", "決めた人", "ファイル"), rows))


def told_policy(program: Program) -> PolicyInForce:
    """The settings in force; what had to be left out is told on standard error. Raises PolicyError."""
    found = program.policy
    for one in found.ignored:
        say(_ignored_words(one))
    return found


def _ignored_words(one: IgnoredSetting) -> str:
    why = "という設定はないので" if one.unknown else "の値は使えないので"
    return f"注意: {one.key} {why}、無視しました: {one.file}"


def _file(found: PolicyInForce, key: str) -> str | None:
    file = found.sources[key].file
    return str(file) if file else None


def _shown(value: object) -> str:
    return {"True": "はい", "False": "いいえ", "None": "なし"}.get(str(value), str(value))
