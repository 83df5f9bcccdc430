"""Whether what a statement says of time follows from what the evidence says: dates inside a stretch, lengths within bounds, the order of events.

A date that stands nowhere may still follow (since 2004 and still so: in 2007 as well), and one that stands there may say something
else (以内 for 以上). Interval arithmetic after Allen (1983), with three answers: it follows, it cannot be, or nothing is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bankrm.domain.drafts import Reason
from bankrm.drafting.grounding.temporal.lengths import Bounds, phrase_end
from bankrm.drafting.grounding.temporal.moments import Moment, later
from bankrm.drafting.grounding.temporal.occurrences import Occurrence, Phase, Relation, When, now_of, occurrences
from bankrm.drafting.grounding.temporal.precedence import Precedence, follows, precedences
from bankrm.drafting.grounding.tokens import Reading, Token


class Answer(StrEnum):
    """What the evidence says to a time of the statement."""

    FOLLOWS = "follows"
    CANNOT_BE = "cannot_be"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Told:
    """A text that may tell when things happen, read on its day."""

    reading: Reading
    day: date


@dataclass(frozen=True, slots=True)
class Timing:
    """What of a statement's times follows from the evidence (`borne` tokens), and what is said otherwise than there."""

    borne: frozenset[Token] = frozenset()
    reasons: tuple[Reason, ...] = ()

    def beside(self, others: Sequence[Reason]) -> Iterator[Reason]:
        """Its reasons without what the others already say: that a date stands nowhere is enough."""
        said = {reason.detail for reason in others}
        for reason in self.reasons:
            if reason.code != "time_not_in_evidence" or not any(detail in reason.detail for detail in said):
                yield reason


def timing(statement: Told, evidence: Sequence[Told]) -> Timing:
    """Compare the statement's times and lengths with those of the same events in the evidence."""
    timed = [event for event in occurrences(statement.reading, statement.day) if event.times or event.length]
    verbs = {event.verb for event in timed}
    known = [event for told in evidence if verbs for event in occurrences(told.reading, told.day, verbs)]
    now = next((moment for told in evidence if timed and (moment := now_of(told.reading, told.day))), None)
    borne: set[Token] = set()
    reasons: list[Reason] = []
    for event in timed:
        alike = [other for other in known if _same_event(event, other)]
        for tokens, end, answer in _answers(event, alike, now, statement.reading.text):
            if answer is Answer.FOLLOWS:
                borne |= {token for token in statement.reading.tokens if tokens[0].start <= token.start < end}
                borne |= {event.last} if event.phase is Phase.END else set()
            else:
                code = "time_differs" if answer is Answer.CANNOT_BE else "time_not_in_evidence"
                reasons.append(Reason(code, statement.reading.text[tokens[0].start : tokens[-1].end]))
    orders = _orders(statement.reading, [told.reading for told in evidence])
    borne |= {marker for marker, reason in orders if reason is None}
    return Timing(frozenset(borne), (*reasons, *(reason for _, reason in orders if reason)))


_ALIKE = 0.5  # share of an event's words, its verb apart, that another must hold to be the same


def _same_event(event: Occurrence, other: Occurrence) -> bool:
    if event.verb != other.verb or event.denied != other.denied:
        return False
    return not event.words or len(event.words & other.words) >= _ALIKE * len(event.words)


def _answers(
    event: Occurrence, alike: Sequence[Occurrence], now: Moment | None, text: str
) -> Iterator[tuple[tuple[Token, ...], int, Answer]]:
    """For each time and for the length of the event, with where its words end, what the evidence answers, where it answers at all."""
    for when in event.times:
        found = [answer for other in alike for answer in _answer(event, when, other, alike, now)]
        if found:
            yield when.dated.tokens, when.end, _first(found)
    if event.length and (found := [_compare(event, other) for other in alike if other.length]):
        yield event.length_tokens, phrase_end(text, event.length_tokens[0]), _first(found)


def _first(answers: Sequence[Answer]) -> Answer:
    """One piece that bears it out is enough; one that excludes it weighs more than one that leaves it open."""
    return next(answer for answer in Answer if answer in answers)


def _answer(
    event: Occurrence, when: When, other: Occurrence, alike: Sequence[Occurrence], now: Moment | None
) -> Iterator[Answer]:
    if event.phase is Phase.END and other.phase is Phase.BEGIN:
        yield from _ended(when, other, alike)
        return
    if event.phase is not other.phase:
        return
    if any((theirs.relation, theirs.moment) == (when.relation, when.moment) for theirs in other.times):
        yield Answer.FOLLOWS
        return
    until = next((theirs.moment for theirs in other.times if theirs.relation is Relation.UNTIL), now)
    for theirs in other.times:
        if (when.relation, when.moment) == (theirs.relation, theirs.moment):
            yield Answer.FOLLOWS
        elif theirs.relation is Relation.SINCE and other.lasts:
            yield _inside(when, theirs.moment, until)
        elif (rule := _RULES.get((when.relation, theirs.relation))) and (answer := rule(when.moment, theirs.moment)):
            yield answer


def _inside(when: When, since: Moment, until: Moment | None) -> Answer:
    """A state that began at `since` and goes on: it holds at any time until then, and did not before it began."""
    if when.relation is Relation.SINCE:
        return Answer.FOLLOWS if when.moment.holds(since) else Answer.OPEN
    if when.moment.start >= since.start and until and when.moment.end <= until.end:
        return Answer.FOLLOWS
    return Answer.CANNOT_BE if when.moment.end <= since.start else Answer.OPEN


def _ended(when: When, begun: Occurrence, alike: Sequence[Occurrence]) -> Iterator[Answer]:
    """When something ended that began at a known time and took a known length (7時に始め2時間以内 → 9時までに終えた)."""
    lengths = [other.length for other in alike if other.length and other.phase is Phase.WHOLE]
    for start in begun.times:
        for length in lengths:
            if window := _end_of(start.moment, length):
                yield _end_answer(when, *window)


def _end_of(start: Moment, length: Bounds) -> tuple[Moment, Moment | None] | None:
    """The earliest and the latest end, the latter None where it is unknown; nothing where no calendar goes so far."""
    try:
        first = later(start, length.least.months, length.least.hours) if length.least else start
        last = later(start, length.most.months, length.most.hours) if length.most else None
    except (ValueError, OverflowError):
        return None
    return first, last


def _end_answer(when: When, first: Moment, last: Moment | None) -> Answer:
    by = when.moment
    if first.start >= by.end:
        return Answer.CANNOT_BE
    if last is None or last.end > by.end:
        return Answer.OPEN
    return Answer.FOLLOWS if when.relation is Relation.BY or by.start <= first.start else Answer.OPEN


def _at(mine: Moment, theirs: Moment) -> Answer | None:
    """On another day it may have happened as well: the date itself must stand, which another layer looks at."""
    return Answer.FOLLOWS if mine.holds(theirs) else None


def _by(mine: Moment, theirs: Moment) -> Answer:
    if theirs.end <= mine.end:
        return Answer.FOLLOWS
    return Answer.CANNOT_BE if theirs.start >= mine.end else Answer.OPEN


def _due_by(mine: Moment, theirs: Moment) -> Answer:
    """Of two limits the later one follows from the earlier."""
    return Answer.FOLLOWS if theirs.end <= mine.end else Answer.OPEN


def _from(mine: Moment, theirs: Moment) -> Answer:
    if theirs.start >= mine.start:
        return Answer.FOLLOWS
    return Answer.CANNOT_BE if theirs.end <= mine.start else Answer.OPEN


def _after(mine: Moment, theirs: Moment) -> Answer:
    if theirs.start >= mine.end:
        return Answer.FOLLOWS
    return Answer.CANNOT_BE if theirs.end <= mine.end else Answer.OPEN


def _before(mine: Moment, theirs: Moment) -> Answer:
    if theirs.end <= mine.start:
        return Answer.FOLLOWS
    return Answer.CANNOT_BE if theirs.start >= mine.start else Answer.OPEN


_RULES: dict[tuple[Relation, Relation], Callable[[Moment, Moment], Answer | None]] = {
    (Relation.AT, Relation.AT): _at,
    (Relation.BY, Relation.AT): _by,
    (Relation.BY, Relation.BY): _due_by,
    (Relation.FROM, Relation.AT): _from,
    (Relation.AFTER, Relation.AT): _after,
    (Relation.BEFORE, Relation.AT): _before,
}
"""(statement, evidence): how two moments of one event must lie."""


def _compare(event: Occurrence, other: Occurrence) -> Answer:
    """The statement's length beside the evidence's: within its bounds, beyond them, or neither."""
    mine, theirs = event.length or Bounds(), other.length or Bounds()
    if theirs.bare and theirs.least in (mine.least, mine.most) and not mine.stressed:
        return Answer.FOLLOWS
    if other.of_many and not event.of_many:  # one of many takes no longer than all of them
        theirs = Bounds(most=theirs.most)
    if theirs.within(mine):
        return Answer.FOLLOWS
    return Answer.CANNOT_BE if theirs.apart(mine) else Answer.OPEN


def _orders(statement: Reading, evidence: Sequence[Reading]) -> list[tuple[Token, Reason | None]]:
    """For each order of two events that the statement tells (by its 前 or 後) what is wrong with it; events that the evidence does not order are left out."""
    claims = list(precedences(statement))
    known = [precedence for reading in evidence for precedence in precedences(reading)] if claims else []
    named = {event for precedence in known for event in (precedence.first, precedence.second)}
    return [
        (claim.marker, None if follows(claim.first, claim.second, known) else _misordered(claim, known, statement))
        for claim in claims
        if {claim.first, claim.second} <= named
    ]


def _misordered(claim: Precedence, known: Sequence[Precedence], statement: Reading) -> Reason:
    turned = follows(claim.second, claim.first, known)
    return Reason("order_differs" if turned else "order_not_in_evidence", statement.text.strip())
