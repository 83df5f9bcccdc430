"""Character bigrams: how close two texts are where words are cut differently or spelt in another way."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence

_NO_LETTER = re.compile(r"[\W_]+")
_K1, _B = 1.2, 0.75  # BM25's usual saturation and length normalisation


def letters(text: str) -> str:
    """The text without width, case, punctuation and white space: what bigrams are taken from."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", text).casefold())


def bigrams(text: str) -> tuple[str, ...]:
    """Pairs of neighbouring letters, each once, in order; a single letter stands for itself."""
    bare = letters(text)
    return tuple(dict.fromkeys(bare[i : i + 2] for i in range(len(bare) - 1))) or ((bare,) if bare else ())


def bigram_scores(query: str, texts: Sequence[str]) -> list[float]:
    """BM25 of the query's bigrams in each of `texts` (as `letters` gives them); rarity is counted among these texts alone."""
    counts = [[text.count(pair) for text in texts] for pair in bigrams(query)]
    mean = sum(map(len, texts)) / max(1, len(texts)) or 1.0
    damping = [_K1 * (1 - _B + _B * len(text) / mean) for text in texts]
    scores = [0.0] * len(texts)
    for found in counts:
        holders = len(texts) - found.count(0)
        if holders:
            rarity = math.log1p((len(texts) - holders + 0.5) / (holders + 0.5)) * (_K1 + 1)
            for place, count in enumerate(found):
                if count:
                    scores[place] += rarity * count / (count + damping[place])
    return scores
