"""Interactions (応接記録): what we explained and what the client said, kept apart, with the promises of both sides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bankrm.domain.clients import ClientKey
from bankrm.language.quantities import PartialDate


class Party(StrEnum):
    """Whose words, whose promise."""

    BANK = "bank"
    CLIENT = "client"


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing one person said. `quoted` is true only for characters that stand between 「」 in the record.

    `span` counts code points of the record's 顧客の発言.
    """

    speaker: str
    text: str
    quoted: bool
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Promise:
    """約束・宿題: who does what by when. `text` is the promise as recorded, `span` its place in 約束・宿題.

    `thing` is what is to be brought, sent or answered (「返済シミュレーション」), `due` its last day as far as recorded. `moved`: of a
    promise given before, this is the new day (見積の期限を12月15日に改める).
    """

    owner: Party
    text: str
    thing: str
    due: PartialDate | None
    span: tuple[int, int]
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Interaction:
    """応接記録. `ref` is the record's number in the bank's own system; the raw fields are kept as they arrived. `open_points`
    (未確認事項) holds one a line.

    Utterances, promises and `sha256`, by which an amended record is told, are made of the raw fields on every reading.
    """

    ref: str
    client: ClientKey
    on: date
    method: str
    place: str = ""
    attendees: tuple[str, ...] = ()
    bank_people: tuple[str, ...] = ()
    purpose: str = ""
    explanation: str = ""
    client_words: str = ""
    promises_text: str = ""
    handed_over: str = ""
    next_step: str = ""
    confidentiality: str = ""
    open_points: str = ""
    utterances: tuple[Utterance, ...] = ()
    promises: tuple[Promise, ...] = ()
    sha256: str = ""


OWN_VIEW = "担当者の認識"
"""The method of a record that holds no talk, but what the relationship manager knows: dated, and said by nobody at the client."""

_CALLS = ("電話", "TEL", "ＴＥＬ", "架電")


def is_talk(method: str) -> bool:
    """Whether a record of that method tells of a talk with the client."""
    return method != OWN_VIEW


def is_call(method: str) -> bool:
    """Whether a record of that method tells of a talk by telephone."""
    return any(word in method.upper() for word in _CALLS)


DERIVED = frozenset({"utterances", "promises", "sha256"})
"""Fields of an interaction that are read out of the others and never stored."""
