"""What was put off or declined, told as something that goes on: 保留 is not 検討中, and 見送り is not 予定."""

from __future__ import annotations

from collections.abc import Iterator

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding import wording
from bankrm.drafting.grounding.case import Case
from bankrm.drafting.grounding.evidence import Piece
from bankrm.language.certainty import DOUBTS, PURSUED, Certainty, certainty_cues, certainty_of
from bankrm.language.polarity import negations
from bankrm.language.reports import without_report
from bankrm.language.sentences import sentences
from bankrm.language.words import content_words

_WARM = ("前向き", "積極", "意欲", "乗り気", "熱心", "やる気", "進め", "踏み切")
_ON_THE_WAY = PURSUED | {Certainty.AGREED}  # that somebody did a thing may well be of explaining it


def moved_on(case: Case) -> Iterator[Reason]:
    """Clauses whose matter goes on, resting on words that only put it off or decline it."""
    own = case.own_words  # what is quoted to the letter keeps its degree
    for part in own.parts():
        said = own.said(part)
        if not _goes_on(said, part.home):
            continue
        about = _about(said, part.home)
        if about and all(certainty_of(sentence) in DOUBTS for sentence in about):
            yield Reason(wording.CERTAINTY, said.strip())


def _goes_on(said: str, home: Piece) -> bool:
    """Whether a clause has a degree, or a warm word, that nothing in the piece has."""
    degree = certainty_of(said)
    if degree in _ON_THE_WAY and degree not in {cue.certainty for cue in certainty_cues(home.body)}:
        return True
    return any(word in said and word not in home.body for word in _WARM) and not negations(said)


def _about(said: str, home: Piece) -> list[str]:
    """The sentences of a piece that speak of what the clause speaks of."""
    words = set(content_words(without_report(said)))
    body = home.body.strip("「」")
    cut = (body[start:end] for start, end in sentences(body))
    return [sentence for sentence in cut if words & set(content_words(sentence))]
