"""Does the cited evidence bear the statement out? Rules alone, in layers, each with its reasons.

0. `instructed`: what speaks to a program is no evidence;
1. `literals`: figures, dates, names, quotes and numbers that must stand there (a);
   figures and dates that follow from those that do (`temporal`: a day in a stretch, a length within bounds) count as standing there;
2. laid beside the piece that each clause rests on: `misbound` figures and `crossed` values (a), `contrasted`, `turned` and
   exchanged words (`sisters`) (b),
   how far it is `committed` (c); what is repeated to the letter is left out of this comparison;
   then of the whole `voices`, `passing` and `order` (d), and `denied` (b), predicate by predicate;
3. `absence`: what no record holds rests on the search that found nothing;
4. `coverage`: how much of what is said stands there at all (e).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from bankrm.domain.drafts import Reason, Verdict
from bankrm.drafting.grounding import (
    committed,
    contrary,
    contrasted,
    coverage,
    crossed,
    dated,
    denied,
    giving,
    happened,
    instructed,
    joined,
    listed,
    literals,
    misbound,
    order,
    passing,
    roles,
    sisters,
    turned,
    voices,
    whose,
)
from bankrm.drafting.grounding.absence import says_nothing_recorded
from bankrm.drafting.grounding.case import Case
from bankrm.drafting.grounding.evidence import CheckedEvidence, piece_of
from bankrm.drafting.grounding.judgement import Judgement
from bankrm.drafting.grounding.phrasing import told
from bankrm.drafting.grounding.resting import Resting
from bankrm.language.names import NameBook

_COMPARED: tuple[Callable[[Resting], Iterable[Reason]], ...] = (
    misbound.misbound_figures,
    crossed.crossed_values,
    dated.misdated_words,
    dated.due_of_no_record,
    happened.misplaced_days,
    happened.misplaced_terms,
    contrasted.other_choice,
    committed.turned_certainty,
    committed.softened_words,
    turned.stretched,
    turned.invented_cause,
    turned.turned_wish,
    roles.exchanged,
    sisters.exchanged_words,
    sisters.joined_things,
)
"""The layers that lay each clause beside the piece it rests on."""

_TOLD: tuple[Callable[[Case], Iterable[Reason]], ...] = (
    voices.wrong_speaker,
    voices.borrowed_words,
    joined.joined_voices,
    voices.wrong_owner,
    passing.turned_passings,
    order.wrong_order,
    denied.turned_denials,
    listed.misplaced_members,
    whose.wrong_lender,
    whose.wrong_client,
    committed.done_by_nobody,
)
"""The layers that ask how far a matter is, who says, gives and tells what to whom, and when."""

_CONTRADICTS = frozenset(
    {"negation_differs", "direction_differs", "certainty_differs", "time_differs", "opposite_word"}
)

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
        case = self.case(statement, evidence)
        if instructing := _instructing(case):
            return Judgement(
                Verdict.UNSUPPORTED, 0.0, instructing, tuple(dict.fromkeys(one.id for one in case.withheld))
            )
        if not case.is_checkable:
            return Judgement(Verdict.NOT_CHECKABLE, 0.0)
        reasons = tuple(dict.fromkeys(faults(case)))
        if not reasons and (searched := says_nothing_recorded(statement, case.parts, case.pieces)):
            return Judgement(Verdict.SUPPORTED, 0.9, (), searched)
        judgement = _judge(reasons, coverage.likely(case), case.rests_on if reasons else _both_sides(case))
        return replace(judgement, reasons=tuple(dict.fromkeys(told(reason, statement) for reason in judgement.reasons)))

    def missing_items(self, statement: str, evidence: Sequence[CheckedEvidence]) -> tuple[Reason, ...]:
        """Figures, dates, names and quotes of a statement that do not stand in its evidence.

        For what need not be borne out as a whole: questions, proposals, inferences.
        """
        case = self.case(statement, evidence)
        return tuple(dict.fromkeys((*_instructing(case), *literals.missing(case.reading, case.pieces, case.book))))

    def case(self, statement: str, evidence: Sequence[CheckedEvidence]) -> Case:
        """Statement and evidence as the layers see them."""
        today = self._today or _SOME_DAY
        found = instructed.withheld(evidence)
        read = instructed.readable(evidence) if found else evidence
        pieces = [piece_of(source, today, self._closing_month) for source in read if source.text.strip()]
        days = [piece.day for piece in pieces if piece.day]
        return Case(statement, pieces, self._today or max(days, default=_SOME_DAY), self._names, found)


def _instructing(case: Case) -> tuple[Reason, ...]:
    """Why a statement that speaks to a program, or rests on what does, is no statement."""
    texts = [piece.source.text for piece in case.pieces]
    return tuple(dict.fromkeys(instructed.resting_on_instructions(case.statement, case.withheld, texts)))


def _both_sides(case: Case) -> tuple[str, ...]:
    """What a sound statement rests on, with the records that say otherwise, in the order in which they were given."""
    named = {*case.rests_on, *contrary.contradicting(case.whole)}
    return tuple(dict.fromkeys(piece.source.id for piece in case.pieces if piece.source.id in named))


def faults(case: Case) -> Iterator[Reason]:
    """What every layer finds, in their order."""
    absent = list(literals.missing(case.reading, case.pieces, case.book, case.timing.borne))
    yield from absent
    yield from case.timing.beside(absent)
    differing = _differences(case.own_words)
    if differing and case.verbatim and case.whole.is_close:  # what is blanked out may have held a sentence together
        differing = _differences(case.whole)
    yield from differing
    for layer in _TOLD:
        yield from layer(case)
    yield from giving.swapped_roles(case.whole, case.book)
    yield from joined.joined_trend(case.whole, case.book)


def _differences(resting: Resting) -> list[Reason]:
    return [reason for layer in _COMPARED for reason in layer(resting)]


def _judge(reasons: tuple[Reason, ...], likely: float, rests_on: tuple[str, ...]) -> Judgement:
    score = round(likely, 4)
    if not reasons and score >= 0.5:
        return Judgement(Verdict.SUPPORTED, score, (), rests_on)
    if not reasons:
        return Judgement(Verdict.UNSUPPORTED, score, (Reason("unrelated", ""),), rests_on)
    contradicts = any(reason.code in _CONTRADICTS for reason in reasons)
    verdict = Verdict.CONTRADICTED if contradicts else Verdict.UNSUPPORTED
    return Judgement(verdict, round(likely * (0.1 if contradicts else 0.25) / len(reasons), 4), reasons, rests_on)
