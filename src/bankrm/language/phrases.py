"""Noun phrases: how a matter is named in a speaker's own words."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.language.words import words

_LINKS = frozenset({"・", "ー"})


def noun_phrases(text: str) -> Iterator[str]:
    """Unbroken runs of nouns and their affixes (省力化設備, 売掛金), in order; numbers and lone pronouns are none."""
    run = ""
    for word in words(text):
        noun = word.pos[0] in ("名詞", "接頭辞", "接尾辞", "形状詞") and word.pos[1] != "数詞"
        if noun or (run and word.surface in _LINKS):
            run += word.surface
            continue
        if len(run) > 1:
            yield run
        run = ""
    if len(run) > 1:
        yield run
