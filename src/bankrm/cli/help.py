"""Help pages in Japanese: the few English words of the command framework are put into ours."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

_WORDS = {
    "Usage: ": "使い方: ",
    "Options:": "オプション:",
    "Arguments:": "引数:",
    "Commands:": "コマンド:",
    "[OPTIONS]": "[オプション]",
    "COMMAND [ARGS]...": "コマンド [引数]...",
    "Show this message and exit.": "この説明を表示して終わる。",
    "[required]": "[必須]",
    "[default: ": "[既定: ",
    "[env var: ": "[環境変数: ",
}


def in_japanese(page: str) -> str:
    """A help page with the framework's words translated."""
    for english, japanese in _WORDS.items():
        page = page.replace(english, japanese)
    return page


def _write(super_format: Any, ctx: Any, formatter: Any) -> None:
    page = ctx.make_formatter()
    super_format(ctx, page)
    formatter.write(in_japanese(page.getvalue()))


class Group(TyperGroup):
    """A group of commands whose help is Japanese."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page."""
        _write(super().format_help, ctx, formatter)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find a command; a name that is none is wrong usage."""
        if self.get_command(ctx, args[0]) is None:
            raise typer.BadParameter("そのようなコマンドはありません", ctx=ctx)
        return super().resolve_command(ctx, args)


class Command(TyperCommand):
    """A command whose help is Japanese."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page."""
        _write(super().format_help, ctx, formatter)
