"""Words that turn a meaning on one side only: negation, direction and softening, a part made the whole, a cause that nobody named."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding import wording
from bankrm.drafting.grounding.alignment import align, leaves
from bankrm.drafting.grounding.case import Case
from bankrm.drafting.grounding.lexicon import CAUSE, UNIVERSAL
from bankrm.drafting.grounding.parties import parties_in
from bankrm.drafting.grounding.resting import Resting
from bankrm.drafting.grounding.tokens import Role
from bankrm.language.lexicon import lexicon


def turned_words(resting: Resting) -> Iterator[Reason]:
    """Negation, direction and softening that stand on one side only."""
    if resting.is_close:
        yield from wording.differences(resting.whole, resting.reading.text)
        return
    for part in resting.parts():
        yield from wording.differences(
            align(leaves(part.tokens), leaves(part.home.reading.tokens)), resting.reading.text, part.home.clauses
        )


def stretched(resting: Resting) -> Iterator[Reason]:
    """A part shown as the whole: すべて where the evidence does not say so."""
    for part in resting.parts():
        for token in part.tokens:
            if token.role is Role.UNIVERSAL and not UNIVERSAL.search(part.home.body):
                yield Reason(wording.SCOPE, resting.reading.surface(token))


def invented_cause(resting: Resting) -> Iterator[Reason]:
    """A cause that no piece names; from whom something comes (当方から、…を説明した) is none."""
    text = resting.reading.text
    named = {party.end for party in parties_in(text)}
    match = next((one for one in CAUSE.finditer(text) if one.start() not in named), None)
    if match and not any(CAUSE.search(part.home.body) for part in resting.parts()):
        yield Reason("cause_not_in_evidence", match.group())


_CLOSE = (
    0.5  # share of the statement in the same words and order from which on one word in another's place is no chance
)


def opposite_words(case: Case) -> Iterator[Reason]:
    """A word in the place of its opposite in an otherwise equal sentence: 変動 for 固定, 来期 for 今期."""
    laid = case.laid_out
    for mine, theirs in laid.replaced if laid.alignment.share >= _CLOSE else ():
        if lexicon().excludes(mine.key, theirs.key):
            yield Reason("opposite_word", case.own_words.reading.surface(mine))
