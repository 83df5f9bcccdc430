"""Words of Japanese text by Sudachi: one tokenizer, loaded with the first text so that start-up stays fast."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bankrm.language.patterns import pattern
from bankrm.language.sentences import chunks

if TYPE_CHECKING:
    from sudachipy import Morpheme, Tokenizer

# Sudachi refuses a text of more than 49,149 bytes of UTF-8, or of 65,535 after NFKC, which makes up to 33 bytes of one character.
LONGEST_PIECE = 1_900
_CONTENT = frozenset({"名詞", "動詞", "形容詞", "形状詞", "接頭辞", "接尾辞"})
# Words that stand in any text: auxiliary verbs, formal nouns, honorifics, and what a question is built of.
_STOP_WORDS = (
    "為る 居る 有る 成る 出来る 言う 致す 頂く 下さる 貰う 呉れる 遣る 置く 仕舞う 御座る 無い 良い 事 物 為 所 時 方 訳 筈 積もり 様 通り 儘 "
    "等 達 共 御 さん 氏 殿 君 的 性 化 こと もの ため よう とき ところ もと 上 中 間"
)
_STOP = frozenset(_STOP_WORDS.split())
_SURROGATES = pattern(r"[\ud800-\udfff]")
_LOCK = threading.Lock()  # a tokenizer works on one text at a time


class Word(NamedTuple):
    """One word. `base` is Sudachi's normalised form (打合せ → 打ち合わせる), `pos` its part of speech in four levels
    (名詞, 固有名詞, 人名, 姓), `reading` katakana. `start` and `end` count code points of the text as given. `known` is false where the
    dictionary lacks it and what it is was guessed.
    """

    surface: str
    start: int
    end: int
    base: str
    pos: tuple[str, ...]
    reading: str
    known: bool = True


@lru_cache(maxsize=8192)  # the sentences of one client with a few hundred records
def words(text: str) -> tuple[Word, ...]:
    """The text's words in order, each as long as the dictionary knows it (経理部, not 経理 and 部); white space is left out."""
    return tuple(
        Word(
            surface, start + m.begin(), start + m.end(), m.normalized_form(), pos[:4], m.reading_form(), not m.is_oov()
        )
        for start, surface, pos, m in _morphemes(text, "C")
    )


@lru_cache(maxsize=8192)
def is_common_compound(word: str) -> bool:
    """Whether a word that the dictionary has as one is made of two or more common words (建設機械), so that it names nobody."""
    parts = [pos[1] for _, _, pos, _ in _morphemes(word, "A")]
    return len(parts) > 1 and "固有名詞" not in parts


@lru_cache(maxsize=8192)
def content_words(text: str) -> tuple[str, ...]:
    """Normalised forms of the nouns, verbs and adjectives in order, compounds cut short (経理, 部, 長), so that parts meet.

    One spelling for what is written in many (打合せ, 打ち合わせ; サーバ, サーバー); neither particles nor stop words.
    """
    found = (m.normalized_form() for _, _, pos, m in _morphemes(text, "A") if pos[0] in _CONTENT)
    return tuple(word for word in found if word not in _STOP)


def _morphemes(text: str, mode: str) -> Iterator[tuple[int, str, tuple[str, ...], Morpheme]]:
    """Each morpheme that shows, with the place of its piece in the text before its surface and part of speech."""
    text = _SURROGATES.sub("\ufffd", text)
    for start, end in chunks(text, LONGEST_PIECE):
        with _LOCK:
            found = list(_tokenizer().tokenize(text[start:end], mode))
        for m in found:
            surface, pos = m.surface(), m.part_of_speech()
            if surface and pos[0] != "空白":
                yield start, surface, pos, m


@lru_cache(maxsize=1)
def _tokenizer() -> Tokenizer:
    """Loading takes about 0.15 s and maps a dictionary of some 200 MB, of which little is ever read."""
    from sudachipy import Dictionary

    return Dictionary(dict="core").tokenizer("C")
