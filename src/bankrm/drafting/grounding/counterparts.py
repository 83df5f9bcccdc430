"""For a word of a statement, the word of the evidence that bears it out: the same, a synonym, a kind of it, or the same in another script."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.tokens import Role, Token
from bankrm.language.lexicon import lexicon
from bankrm.language.patterns import pattern
from bankrm.language.words import content_words

_KANA = pattern(r"[ぁ-ゖァ-ヺー]{2,}")
_EMPTY_WORDS = "其の 此の 彼の 其れ 此れ 或る 一つ 其処 此処 以内 以上 以下 以来 以降 以後 以前 未満 丁度 少なくとも 費やす 現在 様子 姿 状態 感じ 部分"
_EMPTY = frozenset(_EMPTY_WORDS.split())
"""Words that point or bound and say nothing of their own: what they point to, another layer looks at."""


_SOME = pattern(r"一[人名匹頭羽台本枚個つ]|[何数幾](?:[人名匹頭羽台本枚個]|つ)か?|幾[つら]か?|いくつか|いくらか")
"""One, some: which kind is meant, not how many. Where both sides count, figures are compared."""


def says_something(token: Token) -> bool:
    """Whether a word has to be found in the evidence at all."""
    return token.role is not Role.WORD or not (token.key in _EMPTY or _SOME.fullmatch(token.key))


def is_one(token: Token, surface: str) -> bool:
    """Whether a figure is 一人 and the like, which say which kind is meant: another layer looks whether the evidence counts otherwise."""
    return token.role is Role.FIGURE and _SOME.fullmatch(surface) is not None


def counterpart(token: Token, surface: str, piece: Piece) -> str | None:
    """The normalised word of the piece that bears the token out; None where there is none."""
    if token.key in piece.bases:
        return token.key
    if token.role not in (Role.WORD, Role.MEASURE):
        return None
    alike = lexicon().bearing_out(surface if token.role is Role.MEASURE else token.key) & piece.bases
    if alike:
        return min(alike)
    if _KANA.fullmatch(surface):
        return piece.readings.get(_katakana(surface))
    return None


def heard_of(token: Token, surface: str, piece: Piece) -> str | None:
    """The word of the piece by which the token is heard of, its counterpart or one that a banker may write it for; None where there is none."""
    borne = counterpart(token, surface, piece)
    if borne or token.role is not Role.WORD:
        return borne
    near = lexicon().heard_as(token.key) & piece.bases
    return min(near) if near else token.key if _is_written(token.key, piece) else None


def _is_written(word: str, piece: Piece) -> bool:
    return any(phrase in piece.source.text for phrase in lexicon().phrases_bearing_out(word))


def phrases_borne(text: str, piece: Piece) -> Iterator[tuple[int, int]]:
    """Spans of the text's phrases that the piece bears out: 保証協会 beside マル保."""
    for phrase, words in lexicon().phrases.items():
        start = text.find(phrase)
        if start >= 0 and (words & piece.bases or _is_written(phrase, piece)):
            yield start, start + len(phrase)


def _katakana(text: str) -> str:
    return "".join(chr(ord(char) + 0x60) if "ぁ" <= char <= "ゖ" else char for char in text)


def part_share(surface: str, piece: Piece) -> float:
    """How far a word without a counterpart stands in parts: within a longer word, or in most of its own parts."""
    if len(surface) > 1 and surface in piece.source.text:
        return 1.0
    own = [word for word in content_words(surface) if not word.isdigit()]
    if len(own) < 2:
        return 0.0
    found = sum(
        bool(lexicon().bearing_out(word) & piece.bases) or (len(word) > 1 and word in piece.source.text) for word in own
    )
    return found / len(own)
