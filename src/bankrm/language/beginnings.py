"""With which characters a regular expression's matches can begin, so that no other place of a text is tried.

Python looks for a first character by itself only where every alternative begins with a plain letter. Of the long alternations of this
language hardly any does, and each was tried in full at each place: 30 µs a word list and sentence, of which there are a hundred.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

_PARSER: Any = import_module("re._parser")  # CPython's own, of 3.11 to 3.14
_OF: Any = import_module("re._constants")


def sifted(expression: str, flags: int = 0) -> str:
    """The expression behind a look at the next character, where that spares work; its groups and matches stay the same."""
    parsed = _PARSER.parse(expression, flags)
    if parsed.state.flags & ~re.UNICODE != flags or _is_plain(parsed):  # (?m) must stand first
        return expression
    letters = _beginnings(parsed)
    return f"(?=[{''.join(dict.fromkeys(letters))}])(?:{expression})" if letters else expression


def _is_plain(items: Any) -> bool:
    """Whether Python itself sees with what it begins."""
    if not len(items):
        return True
    operation, argument = items[0]
    if operation is _OF.SUBPATTERN:
        return _is_plain(argument[3])
    if operation is _OF.BRANCH:
        return all(len(one) and one[0][0] is _OF.LITERAL for one in argument[1])
    return operation in (_OF.LITERAL, _OF.IN)


def _beginnings(items: Iterable[tuple[Any, Any]]) -> list[str]:
    """The characters and ranges, as they stand in brackets; none where any may begin it, or where it may be empty."""
    found: list[str] = []
    for operation, argument in items:
        if operation in (_OF.ASSERT, _OF.ASSERT_NOT, _OF.AT):
            continue  # no character of its own
        optional = operation in (_OF.MAX_REPEAT, _OF.MIN_REPEAT) and not argument[0]
        letters = _of_one(operation, argument)
        if not letters:
            return []
        found += letters
        if not optional:
            return found
    return []


def _of_one(operation: Any, argument: Any) -> list[str]:
    if operation is _OF.LITERAL:
        return [re.escape(chr(argument))]
    if operation is _OF.IN:
        return _of_set(argument)
    if operation is _OF.BRANCH:
        each = [_beginnings(one) for one in argument[1]]
        return [letter for letters in each for letter in letters] if all(each) else []
    if operation is _OF.SUBPATTERN and not argument[1] and not argument[2]:
        return _beginnings(argument[3])
    return _beginnings(argument[2]) if operation in (_OF.MAX_REPEAT, _OF.MIN_REPEAT) else []


def _of_set(members: Iterable[tuple[Any, Any]]) -> list[str]:
    found = []
    for kind, value in members:
        if kind is _OF.LITERAL:
            found.append(re.escape(chr(value)))
        elif kind is _OF.RANGE:
            found.append("-".join(re.escape(chr(end)) for end in value))
        else:
            return []
    return found
