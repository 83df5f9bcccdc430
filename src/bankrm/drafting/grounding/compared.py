"""What a sentence is about, and with what it compares that: 上期の売上は計画を400万円下回った."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from bankrm.drafting.grounding.tokens import Reading, Role
from bankrm.language.lexicon import lexicon
from bankrm.language.patterns import pattern

Words = frozenset[str]

_TOPIC = pattern(r"(?P<words>[^、。「」]{1,24}?)(?:は|が|も)(?![らい])")
_BASE = pattern(
    r"(?P<words>[^、。「」はがも]{1,16}?)(?:より|を(?=[上下超])|に(?:比べ|対し|届か)|の(?=[約0-9０-９一二三四五六七八九十]))"
)
_MEASURED = pattern(r"(?:残高|月額|年額|額)$")


def topic_before(reading: Reading, start: int, end: int) -> tuple[Words, int]:
    """The words of the last topic or subject in a stretch, and where it ends; none, and the stretch's start, where there is none."""
    return _last(_TOPIC, reading, start, end)


def base_before(reading: Reading, start: int, end: int) -> Words:
    """The words of the last phrase in a stretch with which something is compared."""
    return _last(_BASE, reading, start, end)[0]


def words_between(reading: Reading, start: int, end: int) -> Words:
    """The words in a stretch, a measure as what is measured (返済額 as 返済)."""
    keys = (token.key for token in reading.between(start, end) if token.role in (Role.WORD, Role.MEASURE))
    return frozenset(_MEASURED.sub("", key) or key for key in keys)


def overlap(words: AbstractSet[str], others: AbstractSet[str]) -> int:
    """How many of the words the others bear out."""
    return sum(bool(lexicon().bearing_out(word) & others) for word in words)


def _last(marked: re.Pattern[str], reading: Reading, start: int, end: int) -> tuple[Words, int]:
    found = [*marked.finditer(reading.text, start, end)]
    return (words_between(reading, *found[-1].span("words")), found[-1].end()) if found else (frozenset(), start)
