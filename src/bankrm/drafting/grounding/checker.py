"""The first checker: does the cited evidence bear the statement out? Rules alone, no model.

What must stand there literally is looked for first (figures, dates, names, quotes). Then each clause is laid beside the piece it rests
on, and what it says of its figures, which way, how firmly and in whose name is compared with what that piece says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from math import exp

from bankrm.domain.drafts import Reason, Verdict
from bankrm.drafting.grounding import comparing, literals
from bankrm.drafting.grounding.absence import says_nothing_recorded
from bankrm.drafting.grounding.evidence import CheckedEvidence, Piece
from bankrm.drafting.grounding.judgement import Judgement
from bankrm.drafting.grounding.resting import Part, Resting
from bankrm.drafting.grounding.tokens import Reading, read
from bankrm.language.names import NameBook

_CONTRADICTS = frozenset({"negation_differs", "direction_differs", "certainty_differs"})

_SOME_DAY = date(2001, 6, 15)
"""Where nobody says which day it is, statement and evidence are read on the same one: 7/15 is still 7月15日."""


class Checker:
    """Judges statements against their cited evidence.

    `names` tells who is meant by a name or a role of one client; without it names are compared by their letters. `today` is the day
    against which dates without a year are read where the evidence has no day of its own. `closing_month` is the month in which
    that client closes its books, None where nobody knows.
    """

    def __init__(
        self, names: NameBook | None = None, today: date | None = None, closing_month: int | None = None
    ) -> None:
        self._names, self._today, self._closing_month = names, today, closing_month

    def check(self, statement: str, evidence: Sequence[CheckedEvidence]) -> Judgement:
        """The verdict on one statement. Without evidence, or without words in the statement, it is not checkable."""
        pieces = self._pieces(evidence)
        reading = read(statement, self._reference(pieces))
        if not pieces or not any(token.is_content for token in reading.tokens):
            return Judgement(Verdict.NOT_CHECKABLE, 0.0)
        whole = Resting(reading, pieces)
        frame, verbatim = literals.frame_of(statement, pieces)
        around = Resting(read(frame, self._reference(pieces)), pieces) if verbatim else whole
        differing = dict.fromkeys(self._differences(around, pieces))
        if differing and verbatim and whole.is_close:  # what is blanked out may have held a sentence together
            differing = dict.fromkeys(self._differences(whole, pieces))
        reasons = dict.fromkeys(self._missing(reading, pieces)) | differing
        reasons |= dict.fromkeys(comparing.wrong_speaker(reading, whole.parts(), self._names))
        if not reasons and (searched := says_nothing_recorded(statement, whole.parts(), pieces)):
            return Judgement(Verdict.SUPPORTED, 0.9, (), searched)
        homes = {id(part.home) for part in whole.parts()}
        rests_on = tuple(piece.source.id for piece in pieces if id(piece) in homes)
        return _judge(tuple(reasons), _likely(around.parts(), verbatim, pieces), rests_on)

    def missing_items(self, statement: str, evidence: Sequence[CheckedEvidence]) -> tuple[Reason, ...]:
        """Figures, dates, names and quotes of a statement that do not stand in its evidence.

        For what need not be borne out as a whole: questions, proposals, inferences.
        """
        pieces = self._pieces(evidence)
        return tuple(dict.fromkeys(self._missing(read(statement, self._reference(pieces)), pieces)))

    def _pieces(self, evidence: Sequence[CheckedEvidence]) -> list[Piece]:
        today = self._today or _SOME_DAY
        return [Piece(source, today, self._closing_month) for source in evidence if source.text.strip()]

    def _missing(self, reading: Reading, pieces: Sequence[Piece]) -> Iterator[Reason]:
        yield from literals.missing_quotes(reading.text, pieces)
        yield from literals.missing_figures(reading, pieces)
        yield from literals.missing_dates(reading.text, reading, pieces)
        yield from literals.missing_numbers(reading, pieces)
        yield from literals.missing_names(reading.text, pieces, self._names)

    def _reference(self, pieces: Sequence[Piece]) -> date:
        days = [piece.day for piece in pieces if piece.day]
        return self._today or max(days, default=_SOME_DAY)

    def _differences(self, resting: Resting, pieces: Sequence[Piece]) -> Iterator[Reason]:
        reading, parts = resting.reading, resting.parts()
        yield from comparing.misbound_figures(reading, resting, parts, pieces)
        yield from comparing.turned_words(reading, resting, parts)
        yield from comparing.turned_certainty(reading, parts)
        yield from comparing.stretched(reading, parts)
        yield from comparing.invented_cause(reading, parts)
        yield from comparing.wrong_owner(reading, parts)
        yield from comparing.wrong_order(reading, parts)


_SLOPE = 8.0
_OF_A_RECORD, _OF_A_SENTENCE = 0.3, 0.75
"""The share of its words at which a statement without a fault is as likely true as false.

What cites a record (a piece with a head) was written from it, mostly in other words. Of two bare sentences nothing is known beforehand.
"""


def _likely(parts: Sequence[Part], verbatim: bool, pieces: Sequence[Piece]) -> float:
    """How likely a statement without a fault is borne out, by the share of its words that stand; what is verbatim weighs as much as all the rest."""
    borne = sum(part.share for part in parts) / len(parts) if parts else 1.0
    share = (borne + 1) / 2 if verbatim else borne
    middle = _OF_A_RECORD if any(piece.is_record for piece in pieces) else _OF_A_SENTENCE
    return 1 / (1 + exp(-_SLOPE * (share - middle)))


def _judge(reasons: tuple[Reason, ...], likely: float, rests_on: tuple[str, ...]) -> Judgement:
    score = round(likely, 4)
    if not reasons and score >= 0.5:
        return Judgement(Verdict.SUPPORTED, score, (), rests_on)
    if not reasons:
        return Judgement(Verdict.UNSUPPORTED, score, (Reason("unrelated", ""),), rests_on)
    contradicts = any(reason.code in _CONTRADICTS for reason in reasons)
    verdict = Verdict.CONTRADICTED if contradicts else Verdict.UNSUPPORTED
    return Judgement(verdict, round(likely * (0.1 if contradicts else 0.25) / len(reasons), 4), reasons, rests_on)
