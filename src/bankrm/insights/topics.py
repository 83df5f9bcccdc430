"""Issue areas: the words by which a matter is spoken of, and what follows from it. Data of the bank; see resources/glossary/topics.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What a difficulty of a topic may mean ({thing} = its words). `said_by`: words that must state it; any difficulty without.
    `refuted_by`: the indicator whose rise speaks against it. `to_client`: the thought as the client may read it, empty where none
    may; `way`: what both sides could do about it together."""

    key: str
    topic: str
    text: str
    said_by: tuple[str, ...] = ()
    refuted_by: str = ""
    to_client: str = ""
    way: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """An issue area, the words by which it is spoken of, and what a difficulty of it may mean: the first hypothesis that is stated.

    A cue alone names the topic. An `object` (車, 倉庫) does so only together with a `predicate` (替え, 手狭), and a predicate alone
    only where the same person has just spoken of the topic: 更新 without an equipment word may be anything's.
    """

    key: str
    name: str
    cues: tuple[str, ...]
    hypothesis: str = ""  # of any difficulty, where none of the hypotheses is stated
    spoken: str = ""  # in everyday words, where it is not its name
    objects: tuple[str, ...] = ()
    predicates: tuple[str, ...] = ()
    general: tuple[str, ...] = ()  # words for any thing of it: 機械 may be the lathe spoken of before
    eased_by: tuple[str, ...] = ()  # words of difficulty that are good news here: debts that 減っ
    strained_by: tuple[str, ...] = ()  # words that are a difficulty only here: prices that 上が
    issue: bool = True  # a difficulty voiced about it is an issue of the client's
    matter: bool = True  # what was said about it is retold
    decided_by_head: bool = False  # only the one who decides can settle it
    private: bool = False  # not raised before somebody from whom a confidence on it is kept
    hypotheses: tuple[Hypothesis, ...] = ()

    @property
    def aloud(self) -> str:
        """How the topic is called where the client's own words name no thing of it."""
        return self.spoken or self.name

    def places(self, text: str) -> tuple[int, ...]:
        """Where the text speaks of the topic in words of its own; nothing where it does not."""
        cues = _found(text, self.cues)
        objects = _found(text, self.objects)
        return (*cues, *objects) if objects and _found(text, self.predicates) else cues

    def continued(self, text: str) -> tuple[int, ...]:
        """Where the text, without naming the topic, says something of it that was named just before (今期中に1台は入れ替えたい)."""
        return _found(text, self.predicates)

    def names(self, phrase: str) -> bool:
        """Whether a phrase names a thing of the topic."""
        return any(word in phrase for word in (*self.cues, *self.objects))

    def may_be_any(self, thing: str) -> bool:
        """Whether a name tells no thing of the topic from another: the topic itself, or a general word for its things."""
        return thing == self.aloud or (
            bool(self.general) and not _any_of((*self.general, *self.predicates)).sub("", thing)
        )

    def supposed(self) -> tuple[Hypothesis, ...]:
        """What its difficulties may mean, the most telling first."""
        return (*self.hypotheses, *([Hypothesis(self.key, self.key, self.hypothesis)] if self.hypothesis else []))


def _found(text: str, words: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(match.start() for match in _any_of(words).finditer(text)) if words else ()


@lru_cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))
