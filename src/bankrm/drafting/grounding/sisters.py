"""What is said of one thing told of its sister: 本店は自社所有 where the record has 本店は賃借、支店は自社所有.

Two clauses are sisters where one record sets what they are about side by side. A clause of the statement is crossed where it names what
the one is about and what is said of the other alone, and neither what the other is about nor what the one has in its place.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.clauses import PREDICATE, SUBJECT, TOPIC, VALUES, Clause, Words, clauses
from bankrm.drafting.grounding.resting import Resting
from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.language.lexicon import lexicon
from bankrm.language.patterns import pattern
from bankrm.language.vocabulary import vocabulary

_SET_APART = pattern(r"の?(?:ほう|方)|もう[0-9一二1１]|残|一方")
_FIGURES = pattern(r"計算|決算|基幹データ|試算表")  # of these `crossed` reads which figure is whose
_TOLD = vocabulary("telling", "hearing", "thinking") | {"予定", "見込み", "為る"}  # says of nothing what it is
_AND = pattern(r"も|と|や|・|、|及び|および|並びに")
_WITH = pattern(r"も|と|や|及び|および|並びに|を|は|の(?:いずれ|両方|双方|どちら|全)")
_NEAR = 8  # clauses with something that they are about, in which one is looked for that is set beside another
_ENOUGH = 0.5  # of the words that tell what one clause is about from what the other is


def exchanged_words(resting: Resting) -> Iterator[Reason]:
    """Words of the statement that the evidence says of a sister of what the statement says them of."""
    pairs = [
        pair for piece in resting.pieces if not _FIGURES.match(piece.source.text) for pair in _sisters(piece.reading)
    ]
    for mine in clauses(resting.reading) if pairs else ():
        for one, other in pairs:
            if found := _crossed(mine, one, other, resting):
                yield Reason("said_of_another", resting.reading.surface(found))
                break


def joined_things(resting: Resting) -> Iterator[Reason]:
    """A thing of which the statement says, with another, what the evidence says of that alone, and of it something else (決算書と予定表を
    預かった for 決算書を預かった。予定表は後日)."""
    told = [clause for piece in resting.pieces for clause in clauses(piece.reading)]
    for mine in clauses(resting.reading):
        done = mine.said.get(PREDICATE, frozenset()) - _TOLD
        for thing in _joined(resting.reading, mine) if done else ():
            keys = _keys(thing)
            of_it = [clause for clause in told if keys <= clause.keys]
            apart = any(keys <= one.topic and one.mark == TOPIC and not one.of_side for one in of_it)
            if apart and not any(_any_alike(done, one.keys) for one in of_it) and any(done & one.keys for one in told):
                yield Reason("scope_differs", resting.reading.text[thing[0].start : thing[-1].end])


def _joined(reading: Reading, mine: Clause) -> Iterator[Sequence[Token]]:
    """The words of each thing that a clause names together with another (公共も住宅向けも)."""
    things: list[list[Token]] = []
    for token in (token for token in mine.tokens if token.role in (Role.WORD, Role.MEASURE)):
        if things and things[-1][-1].end == token.start:
            things[-1].append(token)
        else:
            things.append([token])
    for one, other in itertools.pairwise(things):
        if _AND.match(reading.text, one[-1].end) and _WITH.match(reading.text, other[-1].end):
            yield from (one, other)


@lru_cache(maxsize=2048)
def _sisters(reading: Reading) -> tuple[tuple[Clause, Clause], ...]:
    """Pairs of clauses set side by side, each in both orders."""
    own = [clause for clause in clauses(reading) if clause.own]
    pairs = [
        (one, other)
        for place, one in enumerate(own)
        for other in own[place + 1 : place + _NEAR]
        if _are_sisters(one, other, reading)
    ]
    return tuple(itertools.chain.from_iterable(((a, b), (b, a)) for a, b in pairs))


def _are_sisters(one: Clause, other: Clause, reading: Reading) -> bool:
    if one.topic <= other.topic or other.topic <= one.topic or one.of_side != other.of_side:
        return False
    if one.topic <= other.keys or other.topic <= one.keys:  # one goes on with what the other speaks of
        return False
    if one.sentence == other.sentence:
        return other.mark == one.mark or (other.mark == TOPIC and bool(one.mark))
    side_by_side = other.sentence - one.sentence == 1 and not one.of_side
    alike = one.topic & other.topic or {word[-1] for word in one.topic} & {word[-1] for word in other.topic}
    return side_by_side and bool(alike or _SET_APART.search(reading.text, other.start, other.end))


def _crossed(mine: Clause, one: Clause, other: Clause, resting: Resting) -> Token | None:
    """The word of the statement's clause that the evidence says of `other`, where the clause speaks of `one`."""
    said = mine.keys
    about, not_about = one.topic - other.topic, other.topic - one.topic
    if len(about & said) < _ENOUGH * len(about) or not_about & said or _unknown_subject(mine, one, other):
        return None
    for place, words in other.said.items():
        theirs = one.said.get(place) or (
            one.values if place in VALUES else _lettered(one.keys) if _lettered(words) else frozenset()
        )
        only, instead = words - one.keys - _TOLD, theirs - other.keys
        hit = only & (said - mine.topic if place == PREDICATE else said) - about
        if not theirs or not hit or _any_alike(instead, said) or all(_any_alike({word}, instead) for word in only):
            continue
        if place == PREDICATE and mine.denied != other.denied:
            continue
        if not _elsewhere(about & said, hit, (one, other), resting):
            return next((token for token in mine.tokens if token.key in hit), None)
    return None


def _lettered(words: Words) -> Words:
    """The letters by which firms and things are told apart wherever they stand (A社, B案)."""
    return frozenset(word for word in words if len(word) == 1 and word.isascii() and word.isalpha())


def _unknown_subject(mine: Clause, one: Clause, other: Clause) -> bool:
    """Whether the clause names as its subject what neither clause speaks of: the other's in other words, it may be."""
    return not _any_alike(mine.said.get(SUBJECT) or mine.topic, one.keys | other.keys)


def _elsewhere(about: Words, hit: Words, pair: Sequence[Clause], resting: Resting) -> bool:
    """Whether another clause says of the one what the pair says of the other."""
    told = (clause for piece in resting.pieces for clause in clauses(piece.reading) if clause not in pair)
    return any(about & clause.keys and hit & clause.keys for clause in told)


def _any_alike(words: Collection[str], others: Words) -> bool:
    known = lexicon()
    return any(known.bearing_out(word) & others for word in words) or any(
        known.bearing_out(other).intersection(words) for other in others
    )


def _keys(tokens: Sequence[Token]) -> Words:
    return frozenset(token.key for token in tokens)
