"""A model's chat template taken apart once: what stands before, between and after our texts.

The parts are turned into tokens apart, so that text of a customer is never read as a mark of the template, and no token spans two parts:
the prefix's tokens are the same whatever question follows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

SYSTEM, USER = "\u2402SYSTEM\u2402", "\u2402USER\u2402"


@dataclass(frozen=True, slots=True)
class ChatTemplate:
    """`before` SYSTEM `between` USER `after`, where `after` opens the model's turn."""

    before: str
    between: str
    after: str

    @classmethod
    def of(cls, render: Callable[[Sequence[Mapping[str, str]]], str]) -> ChatTemplate:
        """Render the template once with marks for our texts. `render` raises ValueError for messages that it does not take: a
        template without a system's turn gets the system's text at the head of the user's. Raises ValueError for one that drops a text.
        """
        user = {"role": "user", "content": USER}
        try:
            rendered = render([{"role": "system", "content": SYSTEM}, user])
        except ValueError:
            rendered = ""
        if SYSTEM not in rendered:
            rendered = render([{"role": "user", "content": f"{SYSTEM}\n\n{USER}"}])
        before, found_system, rest = rendered.partition(SYSTEM)
        between, found_user, after = rest.partition(USER)
        if not (found_system and found_user):
            raise ValueError("the template drops a text")
        return cls(before, between, after)

    @property
    def sha256(self) -> str:
        """Digest of what the template says by itself: some tell the day, and then say something else tomorrow."""
        return hashlib.sha256("\0".join((self.before, self.between, self.after)).encode()).hexdigest()
