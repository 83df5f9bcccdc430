"""PySide6 6.12 gives None away: each of its calls without a result takes a reference to None that nobody counted; seldom, one to a bool.

From Python 3.12 on these cannot die (PEP 683) and nothing comes of it. On 3.11 the program would end after some thousand calls
with "none_dealloc: deallocating None"; there they are given more references than all calls of a long life can take.
"""

from __future__ import annotations

import ctypes
import sys

_WITHOUT_END = 1 << 60


def make_constants_last() -> None:
    """Before the first call into Qt. Does nothing where they last anyway."""
    if sys.version_info < (3, 12):
        for constant in (None, True, False):
            ctypes.c_ssize_t.from_address(
                id(constant)
            ).value = _WITHOUT_END  # an object of CPython begins with its count
