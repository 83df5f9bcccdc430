"""Whether extracted text is text: what nobody could read is never cited."""

from __future__ import annotations

import re

_BROKEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd\ufffe\uffff\ue000-\uf8ff\U000f0000-\U0010ffff]|\\(cid:[0-9]+\\)|/g[0-9]{2,5}"
)
_WESTERN_ACCENTS = re.compile("[\u00a1-\u00ff‚ƒ„†‡ˆ‰Š‹Œ]")
_JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
_RARE = re.compile(
    "[\u3400-\u4dbf\u0250-\u036f\u0530-\u10ff\u1200-\u1fff\ua000-\uabff\uac00-\ud7a3\U00020000-\U0003ffff]"
)
_MOST_BROKEN = 0.05
_MOST_ACCENTS = 0.3


def is_broken(text: str) -> bool:
    """Whether a page's text came out of a broken or missing encoding.

    Signs: replacement, control and private-use characters or glyph numbers; Western accents or scripts foreign to a bank's
    papers where Japanese should stand.
    """
    letters = len(re.sub(r"\s", "", text))
    if not letters:
        return False
    if sum(len(found) for found in _BROKEN.findall(text)) > letters * _MOST_BROKEN:
        return True
    strange = len(_WESTERN_ACCENTS.findall(text)) + len(_RARE.findall(text))
    return strange > letters * _MOST_ACCENTS and strange > len(_JAPANESE.findall(text)) * _MOST_ACCENTS


def is_legible(piece: str) -> bool:
    """Whether every character of a passage can be read."""
    return not _BROKEN.search(piece)


def is_vertical(text: str) -> bool:
    """Whether most of the text came out one or two characters a line, as vertical writing does."""
    lines = ["".join(line.split()) for line in text.split("\n")]
    narrow = [line for line in lines if 0 < len(line) <= 2 and _JAPANESE.search(line)]
    return len(narrow) >= 15 and sum(map(len, narrow)) > sum(map(len, lines)) * 0.5
