"""What `doctor` looks at, one finding each; nothing is created or changed, and no customer text is read."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from bankrm import __version__
from bankrm.cli.errors import words_for
from bankrm.cli.session import Session
from bankrm.domain.errors import ExpectedError


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing: a code for programs, a name for people, `ok`, `note` or `bad`, and what was seen."""

    check: str
    name: str
    state: str
    detail: str


Look = Callable[[Session], str]


def examine(session: Session) -> tuple[Examined, ...]:
    """Everything, in an order in which one rests on the one before."""
    return tuple(_examined(session, *one) for one in _LOOKS) + _of_store(session)


def _examined(session: Session, check: str, name: str, look: Look) -> Examined:
    try:
        return Examined(check, name, "ok", look(session))
    except ExpectedError as error:
        words = words_for(error.code, error.details)
        return Examined(check, name, "bad", f"{words.title} {words.what_to_do}")
    except (ImportError, OSError) as error:
        return Examined(check, name, "bad", f"読み込めません({type(error).__name__})")


def _program(_: Session) -> str:
    return f"BankRM {__version__}、Python {platform.python_version()}、{sys.platform} {platform.machine()}"


def _cipher(_: Session) -> str:
    from bankrm.bootstrap import cipher_version

    return f"SQLCipher {cipher_version()}"


def _words(_: Session) -> str:
    from bankrm.language.words import content_words

    content_words("返済シミュレーションを持参する")
    try:
        return f"SudachiDict core {version('sudachidict-core')}"
    except PackageNotFoundError:
        return "SudachiDict core"


def _data(session: Session) -> str:
    program = session.program()
    recipes = program.recipes
    return f"レシピ{len(recipes)}種({'、'.join(recipe.name for recipe in recipes.values())})"


def _calendar(session: Session) -> str:
    calendar = session.program().calendar
    last = max(calendar.holidays)
    return f"祝日{len(calendar.holidays)}日({last}まで)、翌営業日 {calendar.next_open(session.day)}"


def _policy(session: Session) -> str:
    policy = session.program().policy
    left_out = f"、使えない設定 {'、'.join(one.key for one in policy.ignored)}" if policy.ignored else ""
    return f"管理されている設定{sum(map(policy.managed, policy.sources))}件{left_out}"


_LOOKS: tuple[tuple[str, str, Look], ...] = (
    ("program", "プログラム", _program),
    ("cipher", "暗号化", _cipher),
    ("words", "日本語の辞書", _words),
    ("recipes", "レシピ", _data),
    ("calendar", "営業日", _calendar),
    ("policy", "ポリシー", _policy),
)


def _of_store(session: Session) -> tuple[Examined, ...]:
    """The store of this data folder; that there is none yet is worth a note, not an alarm."""
    if not (session.home / "store.db").exists():
        return (Examined("store", "データ", "note", f"まだありません: {session.home}"),)
    try:
        with session.program().open_store() as store:
            info = store.info()
            with store.unit_of_work() as uow:
                entries = uow.audit.entries()
    except ExpectedError as error:
        words = words_for(error.code, error.details)
        return (Examined("store", "データ", "bad", f"{words.title} {words.what_to_do}"),)
    from bankrm.bootstrap import first_bad_entry

    bad = first_bad_entry(entries)
    return (
        Examined("store", "データ", "ok", f"{info.path}、{info.bytes:,}バイト、版 {info.schema}"),
        Examined("keys", "鍵の守り方", "ok", "、".join(info.wraps)),
        Examined("audit", "監査記録", "ok" if bad is None else "bad", f"{len(entries)}件" + (f"、{bad}件目から合いません" if bad else "、つながっています")),
    )  # fmt: skip
