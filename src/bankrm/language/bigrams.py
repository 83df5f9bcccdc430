"""Character bigrams: how close two texts are where words are cut differently or spelt in another way."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence

from bankrm.language.patterns import pattern

_NO_LETTER = pattern(r"[\W_]+")
_K1, _B = 1.2, 0.75  # BM25's usual saturation and length normalisation


def letters(text: str) -> str:
    """The text without width, case, punctuation and white space: what bigrams are taken from."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", text).casefold())


def bigrams(text: str) -> tuple[str, ...]:
    """Pairs of neighbouring letters, each once, in order; a single letter stands for itself."""
    bare = letters(text)
    return tuple(dict.fromkeys(bare[i : i + 2] for i in range(len(bare) - 1))) or ((bare,) if bare else ())


class BigramRanking:
    """Texts (as `letters` gives them) that are to be ranked for one query, perhaps in several wordings."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        mean = sum(map(len, texts)) / max(1, len(texts)) or 1.0
        self._damping = [_K1 * (1 - _B + _B * len(text) / mean) for text in texts]
        self._gains: dict[str, list[tuple[int, float]]] = {}

    def scores(self, query: str) -> list[float]:
        """BM25 of the query's bigrams in each text; rarity is counted among these texts alone."""
        scores = [0.0] * len(self._texts)
        for pair in bigrams(query):
            if pair not in self._gains:
                self._gains[pair] = self._gain(pair)
            for place, gain in self._gains[pair]:
                scores[place] += gain
        return scores

    def _gain(self, pair: str) -> list[tuple[int, float]]:
        """What the pair adds to each text that holds it."""
        found = [(place, count) for place, text in enumerate(self._texts) if (count := text.count(pair))]
        rarity = math.log1p((len(self._texts) - len(found) + 0.5) / (len(found) + 0.5)) * (_K1 + 1)
        return [(place, rarity * count / (count + self._damping[place])) for place, count in found]
