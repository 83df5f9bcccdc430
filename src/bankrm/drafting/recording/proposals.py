"""What is proposed of a memo: pieces of its text with their field and speaker, and what a person should look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bankrm.domain.clients import Contact
from bankrm.domain.closings import OpenPromise
from bankrm.domain.interactions import Party
from bankrm.domain.memos import RecordField
from bankrm.domain.reading import RECEIVED_MARK, SEEN_MARK
from bankrm.drafting.compliance.examination import Examination
from bankrm.drafting.compliance.rules import RuleWords
from bankrm.language.quantities import PartialDate

VISITING = "訪問"  # how a planned visit is held
MOST_TO_CONFIRM = 7  # 38.5 % of bankers asked say that there are too many fields (domain.md §1)


class Doubt(StrEnum):
    """Why a person should look at a piece, the weightiest first."""

    CONFIDENTIAL = "confidential"  # told in confidence: the whole record is marked
    SILENCE = "silence"  # one sentence asks for silence: whether the whole record is marked, a person says
    OWNER = "owner"  # whose promise it is
    MOVED = "moved"  # the new day of a promise given before
    PROMISED_IN_WORDS = "promised_in_words"  # a promise within what the client said
    OBJECT = "object"  # a promise of which the memo does not say what
    DUE = "due"  # a promise without a day
    SPEAKER = "speaker"  # who said it
    FIELD = "field"  # whether it was said at all, or seen, or explained by us


_WEIGHT = {doubt: place for place, doubt in enumerate(Doubt)}


@dataclass(frozen=True, slots=True)
class Meeting:
    """What is known of the talk before its memo is read: its day, whom it was planned with, who may be spoken of; `firms` are
    others' names (other banks), who are no people when a memo calls them 潮見さん; `owed` is what is open of both sides, `examination` the compliance rules."""

    on: date
    client_names: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    bank_people: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    method: str = VISITING
    place: str = ""
    purpose: str = ""
    firms: tuple[str, ...] = ()
    owed: tuple[OpenPromise, ...] = ()
    examination: Examination = field(default_factory=Examination)


class Note(StrEnum):
    """What stands among the client's words and is neither side's: the mark with which its line begins."""

    SEEN = SEEN_MARK
    RECEIVED = RECEIVED_MARK


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of the memo in one field. `span` counts code points of the memo; `text` is what goes into the field, all of it
    words of the memo. `quoted`: they stand between 「」 there. `note`: nobody said it; we saw it, or got it.
    `moves`: the thing of an earlier promise whose new day this is. `about`: what a promise is of, with its particle, where another sentence of the memo names it (返済表を). `origin` is rules or model, `read_as` the field that the rules
    proposed where another stands in its place.
    """

    field: RecordField
    span: tuple[int, int]
    text: str
    speaker: str = ""
    quoted: bool = False
    owner: Party | None = None
    due: PartialDate | None = None
    doubts: tuple[Doubt, ...] = ()
    origin: str = "rules"
    read_as: RecordField | None = None
    note: Note | None = None
    about: str = ""
    moves: str = ""

    @property
    def weight(self) -> int:
        """The smaller, the sooner a person should look at it; only for a piece in doubt."""
        return min(_WEIGHT[doubt] for doubt in self.doubts)


class Warned(StrEnum):
    """What a memo must not be kept with unless a person answers for it."""

    SENSITIVE = "sensitive"  # 機微情報
    GUARANTEE = "guarantee"  # 経営者保証 taken or renewed without the explanation that must be recorded
    COMPLIANCE = "compliance"  # anything else that a compliance rule blocks


@dataclass(frozen=True, slots=True)
class Caution:
    """One warning: the sentence that raises it, its span in the memo (None where it stands beside it), codes of what is missing
    (reason, remedy), and what the rule says, with this finding's own reason (Japanese)."""

    kind: Warned
    words: str
    span: tuple[int, int] | None
    missing: tuple[str, ...] = ()
    reason: str = ""
    told: RuleWords | None = None
    english: RuleWords | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A memo as it is understood: its pieces in the order of the text."""

    pieces: tuple[Piece, ...] = ()

    @property
    def to_confirm(self) -> tuple[Piece, ...]:
        """The pieces to look at, at most seven, the weightiest first; the rest stand as read."""
        doubtful = (piece for piece in self.pieces if piece.doubts)
        return tuple(sorted(doubtful, key=lambda piece: (piece.weight, piece.span))[:MOST_TO_CONFIRM])

    def of(self, *fields: RecordField) -> Sequence[Piece]:
        """Pieces of these fields, in the order of the text."""
        return [piece for piece in self.pieces if piece.field in fields]
