"""The border of the command line: what escapes a command becomes one sentence and an exit code."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from bankrm.bugs import note_bug, place_of
from bankrm.cli.errors import words_for
from bankrm.domain.errors import ExpectedError
from bankrm.domain.progress import Cancelled

_USAGE = {
    "NoSuchOption": "そのようなオプションはありません",
    "MissingParameter": "必要な指定が足りません",
    "BadOptionUsage": "オプションの値が足りません",
    "BadArgumentUsage": "引数の数が違います",
}


def tell(error: BaseException, home: Path) -> int:
    """Say on standard error what happened and what to do; return the exit code."""
    if isinstance(error, KeyboardInterrupt) or type(error).__name__ == "Abort":
        say("中断しました。途中のものは残していません。")
        return 130
    if isinstance(error, Cancelled):
        say("中断しました。")
        return 130
    if isinstance(error, ExpectedError):
        words = words_for(error.code, error.details)
        say(f"エラー: {words.title}\n対処: {words.what_to_do}")
        return 3
    if _is_usage(error):
        say(_usage_words(error))
        return 2
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else 70
    return _bug(error, home)


def say(text: str) -> None:
    """One line on standard error."""
    print(text, file=sys.stderr, flush=True)


def _bug(error: BaseException, home: Path) -> int:
    error_id, log = note_bug(error, home)
    say(f"エラー: BankRMの不具合です(番号 {error_id}、{place_of(error)})。")
    say(f"対処: この行をIT部門に伝えてください。{f'詳細(顧客の情報を含まない)は {log} にあります。' if log else ''}")
    return 70


def _is_usage(error: BaseException) -> bool:
    return isinstance(error, typer.BadParameter.__mro__[1]) or getattr(error, "exit_code", None) == 2


def _usage_words(error: BaseException) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "bankrm"
    parameter = getattr(error, "param", None)
    named = getattr(error, "option_name", None) or (parameter.opts[0] if parameter and parameter.opts else "")
    message = str(getattr(error, "message", ""))
    title = _USAGE.get(type(error).__name__) or ("値が正しくありません" if message.isascii() else message.rstrip("。"))
    return f"{title}{f' [{named}]' if named else ''}。 {command} --help で使い方を確かめてください。"
