"""What `doctor` and the settings page look at, one finding each; nothing is created or changed, and no customer text is read.

It speaks in codes and facts: command line and window have their own words for them.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from bankrm import __version__
from bankrm.bootstrap import cipher_version, first_bad_entry
from bankrm.domain.errors import ExpectedError

if TYPE_CHECKING:
    from bankrm.bootstrap import Program, Store

Facts = Mapping[str, object]


class Check(StrEnum):
    """What is looked at, in an order in which one rests on the one before."""

    PROGRAM = "program"
    CIPHER = "cipher"
    WORDS = "words"
    RECIPES = "recipes"
    CALENDAR = "calendar"
    POLICY = "policy"
    STORE = "store"
    KEYS = "keys"
    AUDIT = "audit"


class State(StrEnum):
    """How it is."""

    OK = "ok"
    NOTE = "note"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing: how it is, the facts that were seen, and the error where one stopped the look (an import's by its type)."""

    check: Check
    state: State
    facts: Facts = field(default_factory=dict)
    error: ExpectedError | None = None


def examine(program: Program, store: Store | None = None) -> tuple[Examined, ...]:
    """Everything; of the store by this open one, else by opening that of the data folder."""
    looked = [_looked(program, check, look) for check, look in _LOOKS]
    return (*looked, *_of_store(program, store))


def _looked(program: Program, check: Check, look: Callable[[Program], Facts]) -> Examined:
    try:
        return Examined(check, State.OK, look(program))
    except ExpectedError as error:
        return Examined(check, State.BAD, error=error)
    except (ImportError, OSError) as error:
        return Examined(check, State.BAD, {"type": type(error).__name__})


def _program(_: Program) -> Facts:
    return {
        "version": __version__,
        "python": platform.python_version(),
        "system": sys.platform,
        "machine": platform.machine(),
    }


def _cipher(_: Program) -> Facts:
    return {"version": cipher_version()}


def _words(_: Program) -> Facts:
    from bankrm.language.words import content_words

    content_words("返済シミュレーションを持参する")
    try:
        return {"version": version("sudachidict-core")}
    except PackageNotFoundError:
        return {"version": ""}


def _recipes(program: Program) -> Facts:
    return {"count": len(program.recipes), "names": tuple(recipe.name for recipe in program.recipes.values())}


def _calendar(program: Program) -> Facts:
    calendar = program.calendar
    holidays = calendar.holidays
    return {"count": len(holidays), "last": max(holidays), "next": calendar.next_open(program.clock.today())}


def _policy(program: Program) -> Facts:
    policy = program.policy
    return {
        "managed": sum(map(policy.managed, policy.sources)),
        "ignored": tuple(one.key for one in policy.ignored),
    }


_LOOKS: tuple[tuple[Check, Callable[[Program], Facts]], ...] = (
    (Check.PROGRAM, _program),
    (Check.CIPHER, _cipher),
    (Check.WORDS, _words),
    (Check.RECIPES, _recipes),
    (Check.CALENDAR, _calendar),
    (Check.POLICY, _policy),
)


def _of_store(program: Program, store: Store | None) -> tuple[Examined, ...]:
    """That there is no store yet is worth a note, not an alarm."""
    if store is not None:
        return tuple(_findings(store))
    if not (program.home / "store.db").exists():
        return (Examined(Check.STORE, State.NOTE, {"path": str(program.home)}),)
    try:
        with program.open_store() as opened:
            return tuple(_findings(opened))
    except ExpectedError as error:
        return (Examined(Check.STORE, State.BAD, error=error),)


def _findings(store: Store) -> Iterator[Examined]:
    info = store.info()
    with store.unit_of_work() as uow:
        entries = uow.audit.entries()
    bad = first_bad_entry(entries)
    yield Examined(Check.STORE, State.OK, {"path": str(info.path), "bytes": info.bytes, "schema": info.schema})
    yield Examined(Check.KEYS, State.OK, {"wraps": info.wraps})
    yield Examined(Check.AUDIT, State.OK if bad is None else State.BAD, {"count": len(entries), "bad": bad})
