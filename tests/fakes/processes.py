"""Child processes that tests start, limit and kill: the same Python, the same checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]


def start(script: str, *arguments: object, prefix: tuple[str, ...] = (), **environment: str) -> subprocess.Popen[str]:
    """A child running `script`, its output readable line by line."""
    return subprocess.Popen(
        [*prefix, sys.executable, "-c", script, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=_ROOT,
        env={**os.environ, "PYTHONPATH": f"{_ROOT}{os.pathsep}{_ROOT / 'src'}", **environment},
    )


def run(script: str, *arguments: object, prefix: tuple[str, ...] = (), **environment: str) -> str:
    """What a child that must end well has printed."""
    with start(script, *arguments, prefix=prefix, **environment) as child:
        output, errors = child.communicate(timeout=60)
    assert child.returncode == 0, errors
    return output.strip()
