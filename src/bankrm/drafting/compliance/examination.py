"""Findings on a draft: each statement with what the rules find in it, by what is known of the client."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bankrm.domain.citing import BANK_SPEAKER
from bankrm.domain.drafts import TEMPLATE, Draft, Finding, Severity, Statement
from bankrm.domain.editing import KEPT_FOR
from bankrm.domain.evidence import EvidencePack
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.compliance.context import Context
from bankrm.drafting.compliance.passages import Passage
from bankrm.drafting.compliance.rulebook import RuleBook
from bankrm.drafting.compliance.rules import CLIENT_FACING, INTERNAL, Said

NEVER_REPEATED = "sensitive"
"""The rule of what no document repeats, whoever said it, unless a person keeps it for a reason."""


@dataclass(frozen=True)
class Examination:
    """The rules, and what is known of one client. Without rules nothing is found."""

    rules: RuleBook = field(default_factory=lambda: RuleBook(()))
    context: Context = field(default_factory=Context)

    def __call__(self, draft: Draft) -> Draft:
        """The draft with the findings of all its statements, whatever was found in them before."""
        kind = draft.kind.value
        passages = [_passage(one, kind, draft.pack) for one in draft.statements]
        found = iter(zip(passages, self.rules.examine_all(passages, kind, self.context), strict=True))
        sections = tuple(
            replace(section, statements=tuple(_with(one, *next(found), kind) for one in section.statements))
            for section in draft.sections
        )
        return draft if sections == draft.sections else replace(draft, sections=sections)


def _passage(statement: Statement, kind: str, pack: EvidencePack) -> Passage:
    """The statement with whose words it is. A fact of the client's words that the program took from a record is the client's word
    within the bank. Of what a person or a model wrote, and of all that a client reads, only what the evidence holds between 「」 is
    another's: to a client we speak everything else, within the bank the words themselves tell."""
    if kind in CLIENT_FACING:
        return Passage(statement.text, kind, Said.BANK, _heard(statement, pack))
    if statement.origin == TEMPLATE:
        return Passage(statement.text, kind, Said.CLIENT if _tells_of_client(statement) else Said.ANYONE)
    return Passage(statement.text, kind, Said.ANYONE, _heard(statement, pack))


def _heard(statement: Statement, pack: EvidencePack) -> tuple[str, ...]:
    """The pieces that it cites, without what we said ourselves."""
    cited = (piece for key, piece in pack if key in statement.citations)
    return tuple(piece.text for piece in cited if piece.speaker != BANK_SPEAKER)


def _tells_of_client(statement: Statement) -> bool:
    return statement.kind is StatementKind.FACT and statement.speaker == "client"


def _with(statement: Statement, passage: Passage, found: tuple[Finding, ...], kind: str) -> Statement:
    findings = tuple(_weighed(statement, passage, finding, kind) for finding in found)
    return statement if findings == statement.findings else replace(statement, findings=findings)


def _weighed(statement: Statement, passage: Passage, finding: Finding, kind: str) -> Finding:
    """What the client said is told within the bank as it was said, with a warning; what a person answers for blocks no more."""
    told_within = (
        kind in INTERNAL
        and finding.rule != NEVER_REPEATED
        and _tells_of_client(statement)
        and passage.speaker_of(finding.span) is Said.CLIENT
    )
    answered_for = finding.rule == NEVER_REPEATED and any(reason.code == KEPT_FOR for reason in statement.reasons)
    return replace(finding, severity=Severity.WARN) if told_within or answered_for else finding
