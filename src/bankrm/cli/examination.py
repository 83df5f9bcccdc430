"""The words of `doctor` for what was examined."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bankrm.cli.errors import words_for
from bankrm.examination import Check, Examined, Facts, State

NAMES: Mapping[Check, str] = {
    Check.PROGRAM: "プログラム",
    Check.CIPHER: "暗号化",
    Check.WORDS: "日本語の辞書",
    Check.RECIPES: "レシピ",
    Check.CALENDAR: "営業日",
    Check.POLICY: "ポリシー",
    Check.STORE: "データ",
    Check.KEYS: "鍵の守り方",
    Check.AUDIT: "監査記録",
}


def _policy(facts: Facts) -> str:
    left_out = f"、使えない設定 {_list(facts['ignored'])}" if facts["ignored"] else ""
    return f"管理されている設定{facts['managed']}件{left_out}"


def _audit(facts: Facts) -> str:
    end = "、つながっています" if facts["bad"] is None else f"、{facts['bad']}件目から合いません"
    return f"{facts['count']}件{end}"


_DETAILS: Mapping[Check, Callable[[Facts], str]] = {
    Check.PROGRAM: lambda f: f"BankRM {f['version']}、Python {f['python']}、{f['system']} {f['machine']}",
    Check.CIPHER: lambda f: f"SQLCipher {f['version']}",
    Check.WORDS: lambda f: f"SudachiDict core {f['version']}".rstrip(),
    Check.RECIPES: lambda f: f"レシピ{f['count']}種({_list(f['names'])})",
    Check.CALENDAR: lambda f: f"祝日{f['count']}日({f['last']}まで)、翌営業日 {f['next']}",
    Check.POLICY: _policy,
    Check.STORE: lambda f: f"{f['path']}、{f['bytes']:,}バイト、版 {f['schema']}",
    Check.KEYS: lambda f: _list(f["wraps"]),
    Check.AUDIT: _audit,
}


def detail_words(found: Examined) -> str:
    """What was seen, in one line."""
    if found.error is not None:
        words = words_for(found.error.code, found.error.details)
        return f"{words.title} {words.what_to_do}"
    if "type" in found.facts:
        return f"読み込めません({found.facts['type']})"
    if found.state is State.NOTE:
        return f"まだありません: {found.facts['path']}"
    return _DETAILS[found.check](found.facts)


def _list(value: object) -> str:
    assert isinstance(value, tuple)
    return "、".join(map(str, value))
