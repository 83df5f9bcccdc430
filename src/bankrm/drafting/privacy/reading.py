"""A text as the recognisers read it: folded to one width, and cut into the words that names are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bankrm.language.firm_names import usual_letters
from bankrm.language.folding import Folded, fold
from bankrm.language.patterns import pattern
from bankrm.language.words import Word, words

KATAKANA = pattern(r"[ァ-ヺー]+")
KANJI = pattern(r"[一-龥々]")


@dataclass(frozen=True)
class ReadText:
    """One text, folded and cut into words once for all recognisers."""

    text: str

    @cached_property
    def folded(self) -> Folded:
        """The text in one width, with the way back."""
        return fold(self.text)

    @cached_property
    def words(self) -> Sequence[Word]:
        """Its words in order, white space being none. A run of katakana is one word: the dictionary cuts foreign names anywhere."""
        joined: list[Word] = []
        for word in _words(self.text):
            if joined and joined[-1].end == word.start and _is_katakana(joined[-1]) and _is_katakana(word):
                joined[-1] = _joined(joined[-1], word)
            else:
                joined.append(word)
        return tuple(joined)

    def matches(self, expression: re.Pattern[str], group: int | str = 0) -> Iterator[tuple[int, int]]:
        """Where a group of a pattern over the folded text stands in the text as given."""
        for match in expression.finditer(self.folded.text):
            if match.start(group) < match.end(group):
                yield self.folded.span(*match.span(group))


def _words(text: str) -> Sequence[Word]:
    """The words, read again in usual letters where the dictionary lacks one for its old letter (髙橋)."""
    found, usual = words(text), usual_letters(text)
    strange = usual != text and any(not w.known and usual[w.start : w.end] != w.surface for w in found)
    return words(usual) if strange else found


def _is_katakana(word: Word) -> bool:
    return KATAKANA.fullmatch(word.surface) is not None


def is_native(word: Word) -> bool:
    """Whether katakana stands for a native word, as in names it does (ヒカリ is 光, and ステンレス a loan word)."""
    return _is_katakana(word) and KANJI.search(word.base) is not None


def _joined(one: Word, other: Word) -> Word:
    """Both as one word: a person's name where either is one, known where both are and neither stands for a native word."""
    name = next((word.pos for word in (one, other) if word.pos[2] == "人名"), None)
    return one._replace(
        surface=one.surface + other.surface,
        end=other.end,
        pos=name or ("名詞", "普通名詞", "一般", "*"),
        known=one.known and other.known and not (is_native(one) or is_native(other)),
    )
