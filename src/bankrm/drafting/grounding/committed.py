"""How far a statement commits the one of whom it tells, beside how far the words it rests on do (意向の段階)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding import wording
from bankrm.drafting.grounding.alignment import align, leaves
from bankrm.drafting.grounding.resting import Resting
from bankrm.language.certainty import Certainty, certainty_of

_SHARED = 2  # tokens that a clause must share with the evidence before their degrees are compared
_BRACKET = re.compile(r"[（(][^（）()]*[）)]")


def turned_certainty(resting: Resting) -> Iterator[Reason]:
    """Clauses that commit the speaker otherwise than the words they rest on."""
    for part in resting.parts():
        said = resting.said(part)
        alignment = align(leaves(part.tokens), leaves(part.home.reading.tokens))
        theirs = part.home.clauses_behind(alignment)
        if len(alignment.pairs) >= _SHARED and wording.clash(_certainty(said), _certainty(theirs)):
            yield Reason(wording.CERTAINTY, said.strip())


def _certainty(text: str) -> Certainty:
    """The degree of the words outside brackets."""
    return certainty_of(_BRACKET.sub("", text))
