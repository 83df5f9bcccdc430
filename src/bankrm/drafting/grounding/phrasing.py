"""The words that a reason points at, as one would say them: 「良かったため」, not 「ため」."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bankrm.domain.drafts import Reason
from bankrm.language.words import Word, words

_BENDS = frozenset({"動詞", "形容詞", "助動詞", "形状詞"})
_ENDINGS = frozenset({"助動詞", "接尾辞"})
_OF_WHAT_IS_SAID = frozenset(
    {"certainty_differs", "negation_differs"}
)  # by these a predicate is doubted, never a thing
_FORMAL = frozenset({"ため", "こと", "の", "もの", "よう", "理由", "影響", "結果", "背景", "とおり"})


def told(reason: Reason, statement: str) -> Reason:
    """The reason with its words from the start of a phrase of the statement to the end of one."""
    start = statement.find(reason.detail)
    if not reason.detail or start < 0:
        return reason
    found = words(statement)
    touched = [i for i, word in enumerate(found) if word.start < start + len(reason.detail) and start < word.end]
    if not touched:
        return reason
    first, last = _first(found, touched[0]), _last(found, touched[-1])
    if reason.code in _OF_WHAT_IS_SAID and all(found[i].pos[0] not in _BENDS for i in touched):
        last = _clause_end(found, last)
    end = max(start + len(reason.detail), found[last].end)
    return replace(reason, detail=statement[min(start, found[first].start) : end].strip("、。 "))


def _first(found: Sequence[Word], place: int) -> int:
    """Where the phrase begins: particles, endings and formal nouns are none without what they hang on, a noun none without the nouns
    that it is joined to there (潮見|銀行さんが遅れているため)."""
    start = place
    while place and (_hangs(found[place]) or (place < start and _are_joined(found, place))) and _follows(found, place):
        place -= 1
    return place


def _are_joined(found: Sequence[Word], place: int) -> bool:
    return found[place].pos[0] == "名詞" and found[place - 1].pos[0] in ("名詞", "接頭辞")


def _follows(found: Sequence[Word], place: int) -> bool:
    return found[place - 1].end == found[place].start and not _stops(found[place - 1])


def _last(found: Sequence[Word], place: int) -> int:
    """Where it ends: with the last ending of what bends (知らせてきた); a て with nothing behind it is no end."""
    while place + 1 < len(found) and found[place].pos[0] in _BENDS and found[place + 1].start == found[place].end:
        step = 2 if found[place + 1].surface in ("て", "で") else 1
        if place + step >= len(found) or not _ends(found[place + step]):
            break
        place += step
    return place


def _clause_end(found: Sequence[Word], place: int) -> int:
    """Where the clause ends that says something of a thing (リースで決めている), not the thing alone."""
    while place + 1 < len(found) and not _stops(found[place + 1]):
        place += 1
    return place


def _hangs(word: Word) -> bool:
    formal = word.surface in _FORMAL or "非自立可能" in word.pos
    counter = word.pos[0] == "名詞" and "助数詞可能" in word.pos
    return word.pos[0] in ("助詞", *_ENDINGS) or counter or (formal and word.pos[0] in ("名詞", "動詞", "形容詞"))


def _ends(word: Word) -> bool:
    return word.pos[0] in _ENDINGS or (word.pos[0] in _BENDS and "非自立可能" in word.pos)


def _stops(word: Word) -> bool:
    return word.pos[0] in ("補助記号", "空白")
