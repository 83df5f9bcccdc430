"""How what somebody types meets names and texts: whatever their width, case, kana and old characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from bankrm.language.firm_names import firm_key, fold_name, to_hiragana
from bankrm.language.folding import fold

_EMPTY = re.compile(r"[\s・･]+")


def pieces_of(typed: str) -> tuple[str, ...]:
    """What was typed, in the pieces that white space leaves, each in the one spelling that names are compared in."""
    return tuple(dict.fromkeys(spelling for piece in typed.split() if (spelling := spelling_of(piece))))


@lru_cache(maxsize=32_768)  # names and readings of a branch's clients and people
def spelling_of(name: str) -> str:
    """One spelling of a name: １２→12, ナギハマ→なぎはま, 髙→高, without spaces and ・."""
    return to_hiragana(_EMPTY.sub("", fold_name(name)))


@lru_cache(maxsize=4_096)
def firm_spelling(name: str) -> str:
    """A firm's name in one spelling, without its legal form."""
    return to_hiragana(firm_key(name))


def places_of(wanted: Iterable[str], text: str) -> list[tuple[int, int]]:
    """Spans (code points) of the text that hold one of the wanted words, whatever width and case; in order, none twice."""
    folded = fold(text)
    plain = "".join(low if len(low := char.lower()) == 1 else char for char in folded.text)
    words = sorted({fold(word).text.lower() for word in wanted if word.strip()}, key=len, reverse=True)
    if not words:
        return []
    found = re.finditer("|".join(map(re.escape, words)), plain)
    return [folded.span(*match.span()) for match in found]


def first_fitting(pieces: Sequence[str], spellings: Sequence[str]) -> tuple[int, int] | None:
    """How well all the pieces fit these spellings: 0 where each begins one, 1 where one stands inside; and the place of the
    spelling that the first piece fits. None where a piece fits none."""
    fits = [_fit(piece, spellings) for piece in pieces]
    if not fits or None in fits:
        return None
    known = [fit for fit in fits if fit is not None]
    return max(rank for rank, _ in known), known[0][1]


def _fit(piece: str, spellings: Sequence[str]) -> tuple[int, int] | None:
    ranked = ((0 if spelling.startswith(piece) else 1, n) for n, spelling in enumerate(spellings) if piece in spelling)
    return min(ranked, default=None)
