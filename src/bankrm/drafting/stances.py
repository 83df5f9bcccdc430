"""How far a matter is in the records that a statement cites: what stands there in so many words, beside what was made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bankrm.language.certainty import Certainty, certainty_of
from bankrm.language.sentences import sentences
from bankrm.language.words import content_words

_ENOUGH = 2  # words in common that make two sentences one matter
_LONGEST = 44  # letters of the evidence that are shown


@dataclass(frozen=True, slots=True)
class Stance:
    """A sentence of the evidence, and how far it commits who said it."""

    words: str
    certainty: Certainty


def stance_told(doubted: str, cited: Iterable[str]) -> Stance | None:
    """The sentence of the cited texts that shares most words with what is doubted and tells another 意向の段階; None where none does, or
    where they have too little in common to be of one matter."""
    said, words = certainty_of(doubted), set(content_words(doubted))
    told = [(len(words & set(content_words(one.words))), one) for text in cited for one in _stances(text)]
    shared, nearest = max(told, key=lambda pair: pair[0], default=(0, None))
    if nearest is None or nearest.certainty is said or (shared < _ENOUGH and shared * 2 < len(words)) or not shared:
        return None
    return replace(nearest, words=nearest.words if len(nearest.words) <= _LONGEST else f"{nearest.words[:_LONGEST]}…")


def _stances(text: str) -> Iterator[Stance]:
    for start, end in sentences(text):
        words = text[start:end].strip("「」『』。 　\n")
        certainty = certainty_of(words)
        if certainty is not Certainty.NONE:
            yield Stance(words, certainty)
