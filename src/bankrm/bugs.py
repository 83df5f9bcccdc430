"""What is kept of an error that nobody expected: its type and the places in the code, never its words (they may be a client's)."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from traceback import walk_tb

from bankrm.domain.ids import new_uuid7

MODE = 0o600


def note_bug(error: BaseException, home: Path) -> tuple[str, Path | None]:
    """Give the error an id and write it to `home/logs/errors.log`; return the id and the log, None where it cannot be written.

    A home that does not exist is not created for it.
    """
    error_id = new_uuid7()
    lines = [f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {error_id}", *_chain(error)]
    log = home / "logs" / "errors.log"
    if not home.is_dir():
        return error_id, None
    try:
        log.parent.mkdir(mode=0o700, exist_ok=True)
        with os.fdopen(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, MODE), "w", encoding="utf-8") as stream:
            stream.write("\n".join(lines) + "\n")
    except OSError:
        return error_id, None
    return error_id, log


def place_of(error: BaseException) -> str:
    """Type of the error and the last place in our own code: `KeyError bankrm.cli.app:70`."""
    places = [
        f"{module}:{line}"
        for frame, line in walk_tb(error.__traceback__)
        if (module := str(frame.f_globals.get("__name__", "?"))).startswith("bankrm")
    ]
    return " ".join([type(error).__name__, *places[-1:]])


def _chain(error: BaseException) -> list[str]:
    lines: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        lines.append(f"  {type(seen).__module__}.{type(seen).__qualname__}")
        for frame, line in walk_tb(seen.__traceback__):
            module = frame.f_globals.get("__name__", "?")
            lines.append(f"    {module}:{line} {frame.f_code.co_name}")
        seen = seen.__cause__ or seen.__context__
    return lines
