"""Where sentences begin and end in Japanese business text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from bankrm.language.patterns import pattern

_PAIRS = {
    "「": "」",
    "『": "』",
    "（": "）",
    "(": ")",
    "【": "】",
    "〔": "〕",
    "〈": "〉",
    "《": "》",
    "［": "］",
    "[": "]",
    "｢": "｣",
}
_MARK = pattern(
    rf"[{re.escape(''.join(_PAIRS))}{re.escape(''.join(_PAIRS.values()))}]|[。！？!?｡]+|[\r\n\u2028\u2029]+"
)
_PARTS = frozenset("、，,;；\t 　")
_LONGEST_BRACKET = 1_000  # a bracket that stays open longer was never meant to be closed
_DEEPEST = 20  # brackets within brackets; nobody writes more


@lru_cache(maxsize=1024)  # a piece of evidence is cut by many rules
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Spans (code points, end exclusive) of the text's sentences, without white space around them.

    A sentence ends with 。！？ or a line break, but not inside 「」 or brackets. A line break inside brackets is no end either,
    unless the bracket is never closed.
    """
    return tuple(_trimmed(text, _cuts(text)))


def first_sentence(text: str) -> int:
    """Where the text's first sentence ends, without reading on; its length where it holds none."""
    return next(_trimmed(text, _cuts(text)), (0, len(text)))[1]


def chunks(text: str, longest: int) -> Iterator[tuple[int, int]]:
    """Spans of at most `longest` code points that make up the text, cut at sentence ends where it has any, else at a comma or space."""
    start, ends = 0, [end for _, end in sentences(text)] if len(text) > longest else []
    while len(text) - start > longest:
        last = bisect_right(ends, start + longest)
        stop = ends[last - 1] if last and ends[last - 1] > start else _between_words(text, start, start + longest)
        yield start, stop
        start = stop
    if start < len(text):
        yield start, len(text)


def _between_words(text: str, start: int, end: int) -> int:
    """The last place before `end` where words may part, in the last quarter of the span; `end` where there is none."""
    return next((place for place in range(end, end - (end - start) // 4, -1) if text[place - 1] in _PARTS), end)


def _cuts(text: str) -> Iterator[int]:
    """Positions after which a new sentence begins."""
    closed_at, position = -1, 0
    while match := _MARK.search(text, position):
        mark, position = match.group(), match.end()
        if mark in _PAIRS:
            closed_at = _closing(text, match.start())
            position = closed_at + 1 if closed_at >= 0 else position
        elif mark[0] not in _PAIRS.values():
            yield position


def _closing(text: str, start: int) -> int:
    """Where the bracket opened at `start` closes, nested ones skipped; -1 where it does not."""
    open_: list[str] = []
    for match in _MARK.finditer(text, start, start + _LONGEST_BRACKET):
        mark = match.group()
        if mark in _PAIRS:
            open_.append(_PAIRS[mark])
            if len(open_) > _DEEPEST:
                return -1
        elif open_ and mark == open_[-1]:
            open_.pop()
            if not open_:
                return match.start()
    return -1


def _trimmed(text: str, cuts: Iterator[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for end in chain(cuts, [len(text)]):
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        if left < right:
            yield left, right
        start = end
