"""Things told in one breath (試算表と資金繰り表): what no record names, beside a thing that one lists with another, stands in the other's place.

What is told of a thing that the evidence sets beside another, and tells of that one, `sisters` finds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.case import Case
from bankrm.drafting.grounding.evidence import Piece
from bankrm.drafting.grounding.tokens import Reading, Role, Token
from bankrm.language.lexicon import lexicon
from bankrm.language.patterns import pattern

Thing = tuple[Token, ...]

_LINK = pattern(r"と|や|および|及び|ならびに|・|も")
_MARKED = pattern(r"(?:など|等|の(?:両方|いずれ)?)?(?:を|が|は|も|に|へ|で|の|とも)")
_VERBAL = pattern(r".*[うくぐすつぬぶむるい]$")


def misplaced_members(case: Case) -> Iterator[Reason]:
    """Things of a list that stand in another's place."""
    own = case.own_words
    for sentence in own.reading.sentences:
        for pair in _lists(own.reading, sentence):
            lost = [thing for thing in pair if not any(_holds(case, thing, piece) for piece in own.pieces)]
            if len(lost) == 1 and _stands_for_another(case, pair[0] if lost[0] is pair[1] else pair[1]):
                yield Reason("term_differs", _surface(own.reading, lost[0]))


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
    return written or all(not case.laid_out.counts(t) or case.laid_out.holds(t, piece) == 1.0 for t in thing)


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
