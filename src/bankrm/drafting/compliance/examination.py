"""Findings on a draft: each statement with what the rules find in it, by what is known of the client."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bankrm.domain.drafts import Draft, Finding, Severity, Statement
from bankrm.domain.editing import KEPT_FOR
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.compliance.context import Context
from bankrm.drafting.compliance.passages import Passage
from bankrm.drafting.compliance.rulebook import RuleBook
from bankrm.drafting.compliance.rules import INTERNAL, Said

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
        passages = [Passage(one.text, kind, _said_by(one)) for one in draft.statements]
        found = iter(self.rules.examine_all(passages, kind, self.context))
        sections = tuple(
            replace(section, statements=tuple(_with(one, next(found), kind) for one in section.statements))
            for section in draft.sections
        )
        return draft if sections == draft.sections else replace(draft, sections=sections)


def _said_by(statement: Statement) -> Said:
    """A fact that quotes the client is the client's word; of what else we write, the words themselves tell."""
    told = statement.kind is StatementKind.FACT and statement.speaker == "client"
    return Said.CLIENT if told else Said.ANYONE


def _with(statement: Statement, found: tuple[Finding, ...], kind: str) -> Statement:
    findings = tuple(_weighed(statement, finding, kind) for finding in found)
    return statement if findings == statement.findings else replace(statement, findings=findings)


def _weighed(statement: Statement, finding: Finding, kind: str) -> Finding:
    """What the client said is told within the bank as it was said, with a warning; what a person answers for blocks no more."""
    told_within = kind in INTERNAL and _said_by(statement) is Said.CLIENT and finding.rule != NEVER_REPEATED
    answered_for = finding.rule == NEVER_REPEATED and any(reason.code == KEPT_FOR for reason in statement.reasons)
    return replace(finding, severity=Severity.WARN) if told_within or answered_for else finding
