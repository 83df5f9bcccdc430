"""What a person is asked about a memo's pieces, and what each answer decides; without Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bankrm.domain.interactions import Party
from bankrm.domain.memos import Decision, RecordField
from bankrm.drafting.recording.decide import key_of
from bankrm.drafting.recording.proposals import Doubt, Meeting, Piece


class Say(StrEnum):
    """What an answer says; the page has words for each."""

    AS_READ = "as_read"
    MOVE = "move"
    APART = "apart"
    PERSON = "person"
    NOBODY = "nobody"
    BANK = "bank"
    CLIENT = "client"
    NO_PROMISE = "no_promise"
    EXPLAINED = "explained"
    OPEN = "open"
    LEAVE_OUT = "leave_out"
    SECRET = "secret"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: what it says (`name` is the person's where it is one, the thing's whose day `due` is), and what it decides."""

    say: Say
    decision: Decision
    name: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """One piece to confirm: by what it is known, the memo's words with their span, why it is asked, and the answers, the
    proposed one first. `by_model`: a language model proposed it."""

    key: str
    words: str
    span: tuple[int, int]
    doubt: Doubt
    choices: tuple[Choice, ...]
    by_model: bool = False

    @property
    def proposes(self) -> bool:
        """Whether the first answer is proposed; whose words they are, or whether a promise was moved, is nobody's guess."""
        return self.by_model or self.doubt not in (Doubt.SILENCE, Doubt.MOVED, Doubt.SPEAKER, Doubt.FIELD)


def asked_of(pieces: Sequence[Piece], memo: str, meeting: Meeting) -> tuple[Asked, ...]:
    """One question a piece, for its weightiest doubt."""
    return tuple(_asked(piece, memo, meeting) for piece in pieces)


def _asked(piece: Piece, memo: str, meeting: Meeting) -> Asked:
    doubt = min(piece.doubts, key=list(Doubt).index)
    words = memo[slice(*piece.span)].strip()
    choices = tuple(_choices(doubt, piece, meeting))
    return Asked(key_of(piece, memo), words, piece.span, doubt, choices, piece.origin == "model")


def _choices(doubt: Doubt, piece: Piece, meeting: Meeting) -> Iterator[Choice]:
    match doubt:
        case Doubt.CONFIDENTIAL | Doubt.SILENCE:
            yield Choice(Say.SECRET, Decision())
            yield Choice(Say.INTERNAL, Decision(dropped=True))
        case Doubt.OWNER | Doubt.OBJECT | Doubt.DUE:
            owners = [Choice(Say.BANK, Decision(owner=Party.BANK)), Choice(Say.CLIENT, Decision(owner=Party.CLIENT))]
            yield from owners if piece.owner is Party.BANK else owners[::-1]
            yield Choice(Say.NO_PROMISE, Decision(dropped=True))
        case Doubt.MOVED:
            yield Choice(
                Say.MOVE, Decision(moves=piece.moves), piece.moves, piece.due.last_day() if piece.due else None
            )
            yield Choice(Say.APART, Decision(owner=piece.owner))
            yield Choice(Say.NO_PROMISE, Decision(dropped=True))
        case Doubt.PROMISED_IN_WORDS:
            yield Choice(Say.AS_READ, Decision())
            yield Choice(Say.NO_PROMISE, Decision(dropped=True))
        case Doubt.SPEAKER:
            yield from _people(piece, meeting)
            yield Choice(Say.NOBODY, Decision(speaker=""))
        case Doubt.FIELD:
            yield from _people(piece, meeting)
            yield Choice(Say.EXPLAINED, Decision(RecordField.EXPLANATION))
            yield Choice(Say.OPEN, Decision(RecordField.OPEN_POINTS))
            yield Choice(Say.LEAVE_OUT, Decision(dropped=True))


def _people(piece: Piece, meeting: Meeting) -> Iterator[Choice]:
    """Who may have said it, the proposed one first."""
    for person in dict.fromkeys(filter(None, (piece.speaker, *meeting.people))):
        yield Choice(Say.PERSON, Decision(RecordField.CLIENT_WORDS, speaker=person), person)
