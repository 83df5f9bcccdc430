"""What each clause of a text is about, and what is said of that: 本店は賃借、支店は自社所有 holds two, 賃借 of 本店 and 自社所有 of 支店."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from bankrm.drafting.grounding.parties import parties_in
from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.language.patterns import pattern

Words = frozenset[str]

TOPIC, ALSO, SUBJECT, PREDICATE, FIGURE, TIME = "は", "も", "が", "", "figure", "time"
VALUES = (FIGURE, TIME)
_MARKS = {
    "は": TOPIC, "も": ALSO, "が": SUBJECT, "を": "を", "に": "に", "へ": "に", "から": "から", "で": "で", "まで": "まで", "より": "より",
}  # fmt: skip
_NO_TOPIC = frozenset({"もう", "残り", "残る", "方", "一方"})  # もう1社: of what, stands before it
_ROLES = {Role.FIGURE: FIGURE, Role.TIME: TIME, Role.PERIOD: TIME}
_WORDS = frozenset({Role.WORD, Role.MEASURE, Role.DIRECTION})
_JOINS = frozenset({"が", "で", "から", "に"})
_VERB_END = pattern(r"[たるうくすつぬむぶいんだ]")
_LABEL = pattern(r"[:：]|なら")
_QUOTES = pattern(r"[「」]")


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands between two commas. `topic` are the keys of what it is about, `own` whether they stand in it; `said` are the keys of
    each of its phrases by their particle ("" for the predicate), figures and times apart. `mark` is the particle behind its topic,
    "" where a figure follows at once; `of_side`: its topic is a person or a side of the table. `denied`: its predicate is."""

    start: int
    end: int
    sentence: int
    tokens: tuple[Token, ...]
    topic: Words
    said: dict[str, Words]
    own: bool = True
    mark: str = TOPIC
    of_side: bool = False
    denied: bool = False

    @property
    def keys(self) -> Words:
        """Everything that is said in it, with what it is about."""
        return self.topic.union(*self.said.values())

    @property
    def values(self) -> Words:
        """Its figures and times."""
        return frozenset[str]().union(*(self.said.get(place, frozenset()) for place in VALUES))


class _Phrase(NamedTuple):
    tokens: tuple[Token, ...]
    mark: str


@lru_cache(maxsize=4096)
def clauses(reading: Reading) -> tuple[Clause, ...]:
    """The clauses of a text in order."""
    sides = [(one.start, one.end) for one in parties_in(reading.text) if not one.firm]
    return tuple(
        clause
        for number, tokens in enumerate(reading.sentences)
        for clause in _of_sentence(reading, tokens, number, sides)
    )


def _of_sentence(
    reading: Reading, sentence: Sequence[Token], number: int, sides: Sequence[tuple[int, int]]
) -> list[Clause]:
    found: list[Clause] = []
    for tokens in _cut(reading, sentence, sides):
        clause = _clause(reading, tokens, number, sides)
        if not clause.topic and found:
            clause = replace(clause, topic=found[-1].topic, own=False, of_side=found[-1].of_side)
        found.append(clause)
    return list(_with_shared_end(found))


def _clause(reading: Reading, tokens: Sequence[Token], number: int, sides: Sequence[tuple[int, int]]) -> Clause:
    topic, rest = _apart(list(_phrases(reading, tokens)))
    said: dict[str, Words] = {}
    for phrase in (topic, *rest):
        for token in phrase.tokens:
            if token.role in _ROLES or (phrase is not topic and token.role in _WORDS):
                place = _ROLES.get(token.role, phrase.mark)
                said[place] = said.get(place, frozenset()) | {token.key}
    return Clause(
        tokens[0].start, tokens[-1].end, number, tuple(tokens), _keys(topic.tokens), said,
        mark=topic.mark,
        of_side=any(a <= token.start < b for token in topic.tokens for a, b in sides),
        denied=sum(token.role is Role.NEGATION for token in tokens) % 2 == 1,
    )  # fmt: skip


def _with_shared_end(found: Sequence[Clause]) -> Iterator[Clause]:
    """Each clause with a predicate: one that ends with a particle has that of the last, which has such a phrase too (営業は長男が、製造は
    次男が見ている); else で is its own (冷蔵車はリースで、平車は買った)."""
    for clause in found:
        last = found[-1]
        if PREDICATE not in clause.said and clause is not last:
            if clause.said.keys() & last.said.keys() and PREDICATE in last.said:
                clause = replace(clause, said=clause.said | {PREDICATE: last.said[PREDICATE]}, denied=last.denied)
            elif "で" in clause.said:
                clause = replace(clause, said=clause.said | {PREDICATE: clause.said["で"]})
        yield clause


def _cut(reading: Reading, sentence: Sequence[Token], sides: Sequence[tuple[int, int]]) -> Iterator[list[Token]]:
    """Cut at commas outside brackets, at quotation marks, and behind the one who speaks (訪問 奥様 肥料代が…); what is a topic alone
    goes with what follows."""
    ends = {end for _, end in sides}
    held: list[Token] = []
    depth = 0
    for token in sentence:
        depth = max(0, depth + (token.role is Role.OPEN) - (token.role is Role.CLOSE))
        is_comma = token.role is Role.COMMA and not depth
        quoted = held and (
            _QUOTES.search(reading.text, held[-1].end, token.start)
            or (held[-1].end in ends and reading.text[held[-1].end : token.start].isspace())
        )
        if quoted or (is_comma and held and held[-1].key not in (TOPIC, ALSO)):
            yield held
            held = []
        if not is_comma:
            held.append(token)
    if held:
        yield held


def _phrases(reading: Reading, tokens: Sequence[Token]) -> Iterator[_Phrase]:
    """What stands before each particle that tells its part, and at last the predicate."""
    held: list[Token] = []
    for token, after in itertools.zip_longest(tokens, tokens[1:]):
        if token.role is not Role.PARTICLE:
            held.append(token)
            mark = TOPIC if after and _LABEL.match(reading.text, token.end, after.start) else ""
        else:
            mark = "" if after and after.key in (TOPIC, ALSO) else _MARKS.get(token.key, "")  # には, からは
            mark = "" if _joins_verbs(reading, token) else mark
        if mark and held:
            yield _Phrase(tuple(held), mark)
            held = []
    if held:
        yield _Phrase(tuple(held), PREDICATE)


def _joins_verbs(reading: Reading, particle: Token) -> bool:
    """Whether it stands behind a verb and joins clauses (呑んでくれたが)."""
    return particle.key in _JOINS and bool(_VERB_END.match(reading.text, particle.start - 1))


def _apart(phrases: list[_Phrase]) -> tuple[_Phrase, list[_Phrase]]:
    """What a clause is about, and its other phrases: the first marked by は or も, else by が, else a giver or taker that comes first, else
    what stands before a figure."""
    for marks in ((TOPIC, ALSO), (SUBJECT,)):
        for place, phrase in enumerate(phrases):
            if phrase.mark in marks and _keys(phrase.tokens):
                return phrase, [*phrases[:place], *phrases[place + 1 :]]
    first = phrases[0] if phrases else _Phrase((), PREDICATE)
    if first.mark in ("から", "に"):
        return first, phrases[1:]
    value = next((at for at, token in enumerate(first.tokens) if token.role in (Role.FIGURE, Role.TIME)), 0)
    if len(phrases) == 1 and value:
        return _Phrase(first.tokens[:value], ""), [_Phrase(first.tokens[value:], PREDICATE)]
    return _Phrase((), TOPIC), phrases


def _keys(tokens: Sequence[Token]) -> Words:
    """The words of what a clause is about; none where it is a time (前年同期は860万円)."""
    if any(token.role in (Role.TIME, Role.PERIOD) for token in tokens):
        return frozenset()
    return frozenset(token.key for token in tokens if token.role in _WORDS) - _NO_TOPIC
