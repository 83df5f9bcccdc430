"""Regular expressions that are compiled when they are first used.

The rules of this language fill hundreds of them, and compiling all took a fifth of a second of every start, which needs hardly any.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import cast


def pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but an expression that is none raises re.error where it is first used."""
    return cast("re.Pattern[str]", _Uncompiled(expression, flags))


class _Uncompiled:
    def __init__(self, expression: str, flags: int) -> None:
        self.pattern, self.flags = expression, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)

    def __reduce__(self) -> tuple[object, ...]:
        return pattern, (self.pattern, self.flags)

    def __getattr__(self, name: str) -> object:
        """What the compiled expression has by this name; from then on it is this object's own."""
        if name.startswith("__"):
            raise AttributeError(name)
        found: object = getattr(self._compiled, name)
        setattr(self, name, found)
        return found
