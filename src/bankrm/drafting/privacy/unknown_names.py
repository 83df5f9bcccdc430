"""Foreign words that no dictionary has and that stand alone: mostly names, of a firm where the sentence tells so, else of somebody."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.drafting.privacy.firm_words import BUSINESS_WORDS, told_of_firm
from bankrm.drafting.privacy.reading import KATAKANA, ReadText
from bankrm.drafting.privacy.spans import PrivateKind, PrivateSpan
from bankrm.language.patterns import pattern
from bankrm.language.words import Word

_LATIN = pattern(r"[A-Z][A-Za-z]{2,}")
_PARTICLE = pattern(r"は|が|も|と(?!いう)|に(?!て)|を|の|、|によ|から|へ|$")
_ACTOR = pattern(r"[はがもとの]")
_SUBJECT = pattern(r"は|が|も|から|と(?!いう)")
_QUOTES = frozenset("「『“\"'")


def unknown_names(text: ReadText) -> Iterator[PrivateSpan]:
    """Each such word that stands where a name stands: before a particle, and neither in quotes nor within a compound."""
    for place, word in enumerate(text.words):
        katakana = KATAKANA.fullmatch(word.surface)
        if (
            (word.known and not _is_compound_told_of(text.text, word))
            or len(word.surface) < 3
            or word.surface in BUSINESS_WORDS
            or _in_compound(text, place)
        ):
            continue
        if told_of_firm(text.text, word.start, word.end) and (katakana or _LATIN.fullmatch(word.surface)):
            yield PrivateSpan(word.start, word.end, PrivateKind.FIRM)
        elif text.text[word.start - 1 : word.start] in _QUOTES:
            continue
        elif katakana and _PARTICLE.match(text.text, word.end):
            yield PrivateSpan(word.start, word.end, PrivateKind.PERSON)
        elif _LATIN.fullmatch(word.surface) and _SUBJECT.match(text.text, word.end):
            yield PrivateSpan(word.start, word.end, PrivateKind.FIRM)


def _is_compound_told_of(text: str, word: Word) -> bool:
    """Whether two foreign words written as one (ノヴァリンク) are told of as firms are: as who does something, or has a president."""
    joined = (
        word.base != word.surface and len(word.surface) > 4 and KATAKANA.fullmatch(word.surface)
    )  # the base is its first word's
    return bool(joined) and _ACTOR.match(text, word.end) is not None and told_of_firm(text, word.start, word.end)


def _in_compound(text: ReadText, place: int) -> bool:
    """Whether a noun touches the word on either side."""
    word = text.words[place]
    before = text.words[place - 1] if place else None
    after = text.words[place + 1] if place + 1 < len(text.words) else None
    return _touching_noun(before, word) or _touching_noun(word, after)


def _touching_noun(one: Word | None, other: Word | None) -> bool:
    if one is None or other is None or one.end != other.start:
        return False
    return all(word.pos[0] in ("名詞", "接頭辞", "接尾辞", "形状詞") for word in (one, other))
