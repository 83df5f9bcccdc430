"""A compliance rule as a value: what resources/compliance/*.toml is read into (docs/compliance.md tells how to write one)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bankrm.domain.drafts import Severity

RECORD = "interaction-record"
"""The kind of a record of a talk (応接記録), which is kept, not drafted."""

CLIENT_FACING = frozenset({"discussion-sheet", "proposal", "follow-up-mail"})
INTERNAL = frozenset({RECORD, "visit-brief", "history-summary", "sales-scenario", "hand-over"})
KINDS = CLIENT_FACING | INTERNAL


class Said(StrEnum):
    """Whose words a sentence must be to be found."""

    ANYONE = "anyone"
    BANK = "bank"
    CLIENT = "client"


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that the rule must find (`found`), or must let pass."""

    text: str
    found: bool
    kind: str = RECORD
    facts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Trigger:
    """One way in which a rule is broken.

    `words` is what is looked for within `sentences` sentences; found in them, `unless` lets it pass, as does a denial behind it
    where it is `deniable`. `unless_told` lets it pass wherever it stands in the document, `unless_all` where each of its groups
    (by their names) stands somewhere. `facts` is what must be known of the client; `unless_facts` what must not.
    """

    key: str
    words: re.Pattern[str]
    sentences: int = 1
    unless: tuple[re.Pattern[str], ...] = ()
    unless_told: tuple[re.Pattern[str], ...] = ()
    unless_all: tuple[tuple[str, re.Pattern[str]], ...] = ()
    said_by: Said = Said.ANYONE
    deniable: bool = True
    kinds: frozenset[str] = KINDS
    facts: frozenset[str] = frozenset()
    unless_facts: frozenset[str] = frozenset()
    severity: Severity = Severity.BLOCK
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RuleWords:
    """What a rule says to a person: its name, the law with its article, what is wrong, and what to write instead."""

    title: str
    law: str
    reason: str
    instead: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `check` names a checker in code (checkers.py) that looks beside the triggers, with the triggers' denial."""

    id: str
    words: RuleWords
    english: RuleWords
    severity: Severity = Severity.BLOCK
    check: str = ""
    kinds: frozenset[str] = KINDS
    triggers: tuple[Trigger, ...] = ()
    examples: tuple[Example, ...] = ()
    denials: tuple[re.Pattern[str], ...] = ()
