"""Words that say little of what a text is about, by kind (`data/vocabulary.txt`): of telling, of hearing, of how far a matter is."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

Words = frozenset[str]


@lru_cache(maxsize=32)
def vocabulary(*kinds: str) -> Words:
    """The words of these kinds, in normalised form. Raises KeyError for a kind that there is none of."""
    return frozenset().union(*(_kinds()[kind] for kind in kinds))


@lru_cache(maxsize=1)
def _kinds() -> dict[str, Words]:
    text = (files("bankrm.language") / "data" / "vocabulary.txt").read_text(encoding="utf-8")
    rows = (line.partition(":") for line in text.splitlines() if line and not line.startswith("#"))
    return {kind: frozenset(words.split()) for kind, _, words in rows}
