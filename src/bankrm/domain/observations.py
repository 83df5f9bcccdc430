"""Observations: what a veteran sees in the records before writing a word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bankrm.domain.evidence import Evidence
from bankrm.language.certainty import Certainty


class Code(StrEnum):
    """What was seen."""

    PROMISE_KEPT = "promise_kept"  # by either side, in time
    PROMISE_LATE = "promise_late"  # kept, after its day
    PROMISE_OPEN = "promise_open"  # ours, not kept as far as recorded
    LATE_PATTERN = "late_pattern"  # ours, again and again
    COUNTERPART_OVERDUE = "counterpart_overdue"  # theirs, past its day
    COUNTERPART_OPEN = "counterpart_open"  # theirs, not yet due
    DEADLINE_NEAR = "deadline_near"
    DECISION_NEAR = "decision_near"  # the client's own
    CERTAINTY_MOVED = "certainty_moved"  # the same person, another certainty
    WISH_UNCONFIRMED = "wish_unconfirmed"  # not confirmed by the one who decides
    OTHER_BANK_FIRST = "other_bank_first"
    RECORDS_CONTRADICT = "records_contradict"
    INDICATOR = "indicator"
    INDICATOR_IF_BORROWED = "indicator_if_borrowed"
    INDICATOR_MISSING = "indicator_missing"
    SOURCE_EXPIRED = "source_expired"
    NEW_SINCE_LAST_PACK = "new_since_last_pack"
    NOTHING_RECORDED = "nothing_recorded"
    QUESTION_OPEN = "question_open"  # not asked yet, or not answered, as a record says
    ASKED_OF_US = "asked_of_us"  # by the client, and no record shows an answer
    ISSUE = "issue"  # a difficulty the client voiced
    MATTER = "matter"  # what was said on a topic, in order
    AGREEMENT = "agreement"
    CONDITION = "condition"  # a matter hangs on it: asked of us, or set by them or a third party
    OTHER_BANK_TOLD = "other_bank_told"
    COMPLAINT = "complaint"
    CONFIDENTIAL = "confidential"
    LAST_TALK = "last_talk"
    PERSON = "person"  # somebody at the client who matters for the visit
    VISIT_BETWEEN = "visit_between"  # another visit to the client, after today and before this one
    RECORD_COUNT = "record_count"
    HOST_CHANGE = "host_change"
    PRODUCT_FIT = "product_fit"
    INSTRUCTION_WITHHELD = "instruction_withheld"  # a passage that speaks to a program, left out of the file


class DeadlineKind(StrEnum):
    """Whose day it is, which decides what to do about it."""

    MATURITY = "maturity"  # of our own loan: must be met, and nothing may be promised
    PAYMENT = "payment"  # a sum that the client must pay
    CHOICE = "choice"  # an application that one may make or let pass
    OTHERS = "others"  # somebody else's price or contract turns


@dataclass(frozen=True, slots=True)
class Observation:
    """One thing seen: its code, what it is about, its values, and the pieces that show it.

    `subject` is the thing in the records' own words (「返済シミュレーション」, 「営業運転資本回転期間」). `values` are native
    (days as int, dates, yen, ratios). `figure` is the computed piece that a fact may cite for what no record says;
    `evidence` are the records it was computed from.
    """

    code: Code
    subject: str
    evidence: tuple[Evidence, ...] = ()
    figure: Evidence | None = None
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def all_evidence(self) -> tuple[Evidence, ...]:
        """Records first, then the computed figure."""
        return (*self.evidence, *((self.figure,) if self.figure else ()))

    def day(self, key: str) -> date:
        """A value that is a day."""
        value = self.values[key]
        assert isinstance(value, date)
        return value

    def count(self, key: str) -> int:
        """A value that is a whole number: days, records, yen."""
        value = self.values[key]
        assert isinstance(value, int)
        return value

    def ratio(self, key: str) -> Decimal | None:
        """A computed value, None where it could not be computed."""
        value = self.values[key]
        assert value is None or isinstance(value, Decimal)
        return value

    def names(self, key: str) -> tuple[str, ...]:
        """A value that lists names."""
        value = self.values[key]
        assert isinstance(value, tuple)
        return value

    def pieces(self, key: str) -> tuple[Evidence, ...]:
        """A value that lists evidence."""
        value = self.values[key]
        assert isinstance(value, tuple)
        return value

    def certainties(self, key: str = "certainties") -> tuple[tuple[Evidence, Certainty], ...]:
        """The pieces of a matter, each with how firmly its speaker still stands; `as_said` with how firmly it was said."""
        said = self.values[key]
        assert isinstance(said, tuple)
        return tuple(zip(self.evidence, said, strict=True))
