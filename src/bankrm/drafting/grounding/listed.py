"""Things told in one breath (試算表と資金繰り表, 公共も住宅も): each of them has to be told, and told the same.

A thing that no record names, beside one that it lists with another, stands in the other's place; what is told of both where the evidence
tells it of one, and something else of the other, is told of too many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.case import Case
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.drafting.grounding.wording import SCOPE
from bankrm.language.lexicon import lexicon
from bankrm.language.patterns import pattern

Thing = tuple[Token, ...]

_LINK = pattern(r"と|や|および|及び|ならびに|・|も")
_MARKED = pattern(r"(?:など|等|の(?:両方|いずれ)?)?(?:を|が|は|も|に|へ|で|の|とも)")
_VERBAL = pattern(r".*[うくぐすつぬぶむるい]$")
_HALF = 0.5


def misplaced_members(case: Case) -> Iterator[Reason]:
    """A thing of a list in another's place, and one of which something else is told."""
    own = case.own_words
    for sentence in own.reading.sentences:
        for pair in _lists(own.reading, sentence):
            lost = [thing for thing in pair if not any(_holds(case, thing, piece) for piece in own.pieces)]
            if len(lost) == 1 and _stands_for_another(case, pair[0] if lost[0] is pair[1] else pair[1]):
                yield Reason("term_differs", _surface(own.reading, lost[0]))
            elif not lost and not _is_person(case, pair) and (thing := _told_otherwise(sentence, pair, own.pieces)):
                yield Reason(SCOPE, _surface(own.reading, thing))


def _lists(reading: Reading, tokens: Sequence[Token]) -> Iterator[tuple[Thing, Thing]]:
    """Two things side by side, with a particle behind them that makes them one part of the sentence."""
    for one, other in pairwise(_things(tokens)):
        between = reading.text[one[-1].end : other[0].start]
        linked = between if _LINK.fullmatch(between) and _MARKED.match(reading.text, other[-1].end) else ""
        if linked and (linked != "も" or reading.text.startswith("も", other[-1].end)):
            yield one, other


def _things(tokens: Sequence[Token]) -> Iterator[Thing]:
    """Runs of nouns without anything between."""
    run: list[Token] = []
    for token in tokens:
        if run and (token.start != run[-1].end or not _is_noun(token)):
            yield tuple(run)
            run = []
        if _is_noun(token):
            run.append(token)
    if run:
        yield tuple(run)


def _is_noun(token: Token) -> bool:
    return token.role is Role.MEASURE or (token.role is Role.WORD and not _VERBAL.match(token.key))


def _surface(reading: Reading, thing: Thing) -> str:
    return reading.text[thing[0].start : thing[-1].end]


def _holds(case: Case, thing: Thing, piece: Piece) -> bool:
    """Whether the piece names it, as far as it counts."""
    written = _surface(case.own_words.reading, thing) in piece.source.text
    return written or any(not case.laid_out.counts(t) or case.laid_out.holds(t, piece) >= _HALF for t in thing)


def _is_person(case: Case, pair: tuple[Thing, Thing]) -> bool:
    """Whether one is a person, of whom other layers know who is meant (the one who speaks is not named where he tells of himself)."""
    return any(case.own_words.is_name(token) for thing in pair for token in thing)


def _stands_for_another(case: Case, kept: Thing) -> bool:
    """Whether a piece lists with the other thing one that the statement does not name."""
    said = {token.key for token in case.reading.tokens}
    for piece in case.own_words.pieces:
        for pair in _lists(piece.reading, piece.reading.tokens):
            beside = [thing for thing in pair if not _same(thing, kept)]
            if len(beside) == 1 and not any(lexicon().heard_as(token.key) & said for token in beside[0]):
                return True
    return False


def _same(one: Thing, other: Thing) -> bool:
    return any(lexicon().bearing_out(a.key) & {b.key} for a in one for b in other)


def _told_otherwise(sentence: Sequence[Token], pair: tuple[Thing, Thing], pieces: Sequence[Piece]) -> Thing | None:
    """The thing whose sentences say nothing of what is told of both, where those of the other do."""
    behind = (token for token in sentence if token.start > pair[1][-1].start)
    told = [token.key for token in behind if token.role in (Role.WORD, Role.DIRECTION)]
    shares = [
        [_held(told, keys) for keys in _sentences(pieces) if all(lexicon().bearing_out(t.key) & keys for t in thing)]
        for thing in pair
    ]
    for thing, mine, theirs in zip(pair, shares, reversed(shares), strict=True):
        if told and mine and max(mine) == 0 and max(theirs, default=0) >= _HALF:
            return thing
    return None


def _sentences(pieces: Sequence[Piece]) -> Iterator[frozenset[str]]:
    for piece in pieces:
        for tokens in piece.reading.sentences:
            yield frozenset(token.key for token in tokens)


def _held(words: Sequence[str], keys: frozenset[str]) -> float:
    return sum(bool(lexicon().heard_as(word) & keys) for word in words) / len(words) if words else 0.0
