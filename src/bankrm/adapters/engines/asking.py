"""Asking another program a question that it answers on standard output."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence


def answer_of(command: Sequence[str], timeout_s: float) -> str:
    """What it printed; nothing where it is absent, fails, or takes longer."""
    try:
        told = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", errors="replace", timeout=timeout_s, check=True,
            stdin=subprocess.DEVNULL, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return ""
    return told.stdout
