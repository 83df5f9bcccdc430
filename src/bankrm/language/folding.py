"""Width folding that keeps offsets: patterns see one spelling of a character, spans still count the text as given."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bankrm.language.patterns import pattern

_HYPHENS = "\u2010\u2011\u2012\u2013\u2212\ufe63"  # ‐ ‑ ‒ – − ﹣
_TILDES = "\u301c\u223c\u223e"  # 〜 ∼ ∾


@dataclass(frozen=True, slots=True)
class Folded:
    """A text under NFKC character by character. `origins[i]` is the place in the source of `text[i]`."""

    text: str
    origins: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source's code points that stand behind a span of the folded text."""
        return self.origins[start], self.origins[end - 1] + 1


def _table() -> dict[int, str]:
    """Characters whose NFKC form differs. Numbers such as ① and ² stay: ①3億円 is no 13億円."""
    table = {ord(char): "-" for char in _HYPHENS} | {ord(char): "~" for char in _TILDES}
    for code in (*range(0xA0, 0x3400), *range(0xF900, 0xFFF0)):  # where the basic plane keeps compatibility forms
        char = chr(code)
        if code in table or unicodedata.category(char) in ("No", "Mn"):
            continue
        folded = unicodedata.normalize("NFKC", char)
        if folded != char and not folded.startswith(" ̀"):
            table[code] = folded
    return table


_FOLDS = _table()
_SAME_LENGTH = {code: folded for code, folded in _FOLDS.items() if len(folded) == 1}
_EXPANDING = pattern("[" + "".join(re.escape(chr(code)) for code, folded in _FOLDS.items() if len(folded) > 1) + "]")


@lru_cache(maxsize=512)  # each rule folds the sentence that it reads
def fold(text: str) -> Folded:
    """NFKC of each character with the way back: １２３ → 123, ㋿7年 → 令和7年, 〜 and ～ → ~, − → -."""
    if not _EXPANDING.search(text):
        return Folded(text.translate(_SAME_LENGTH), range(len(text)))
    origins = array("L")
    pieces = []
    for place, char in enumerate(text):
        piece = _FOLDS.get(ord(char), char)
        pieces.append(piece)
        origins.extend([place] * len(piece))
    return Folded("".join(pieces), origins)
