"""Findings on a draft: by its statements, with what stands elsewhere in it."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.fakes.editing import a_writing, told

from bankrm.domain.blocking import Block, what_blocks_confirm
from bankrm.domain.drafts import Draft, Reason, Severity, Statement
from bankrm.domain.editing import KEPT_FOR
from bankrm.domain.recipes import StatementKind
from bankrm.drafting.compliance.examination import Examination
from bankrm.drafting.compliance.rulebook import RuleBook
from bankrm.drafting.compliance.rules import Rule, RuleWords, Said, Trigger

WORDS = RuleWords("題", "法", "断定しています。", "書き直す")
SURE = Rule("sure", WORDS, WORDS, triggers=(Trigger("t", re.compile("必ず通る")),))
OURS = Rule("ours", WORDS, WORDS, triggers=(Trigger("t", re.compile("絶対大丈夫"), said_by=Said.BANK),))
NOTE = Rule(
    "note", WORDS, WORDS, triggers=(Trigger("t", re.compile("保証をお願い"), unless_told=(re.compile("理由は"),)),)
)
PRIVATE = Rule("sensitive", WORDS, WORDS, check="sensitive_matters")
EXAMINE = Examination(RuleBook([SURE, OURS, NOTE, PRIVATE]))


def with_statements(*statements: Statement) -> Draft:
    draft = a_writing()
    return replace(draft, sections=(replace(draft.sections[0], statements=statements), *draft.sections[1:]))


def found(draft: Draft) -> list[tuple[str, str, Severity]]:
    return [
        (finding.rule, one.text[slice(*finding.span)], finding.severity)
        for one in draft.statements
        for finding in one.findings
    ]


def test_a_finding_stands_on_the_statement_that_holds_the_words() -> None:
    draft = EXAMINE(with_statements(told("釜の話を聞く。", "E1"), told("融資は必ず通ると伝える。", "E1")))
    assert found(draft) == [("sure", "必ず通る", Severity.BLOCK)]
    assert [one.blocked for one in draft.statements[:2]] == [False, True]


def test_what_was_found_before_does_not_stay() -> None:
    draft = EXAMINE(with_statements(told("融資は必ず通ると伝える。", "E1")))
    assert found(Examination(RuleBook([OURS]))(draft)) == []


def test_an_explanation_may_stand_in_another_statement() -> None:
    asked = told("社長に保証をお願いする。", "E1")
    assert found(EXAMINE(with_statements(asked))) == [("note", "保証をお願い", Severity.BLOCK)]
    assert found(EXAMINE(with_statements(asked, told("理由は分離が不十分なこと。", "E1")))) == []


def test_the_clients_own_words_are_told_within_the_bank_with_a_warning() -> None:
    words = replace(told("「必ず通ると聞いた。絶対大丈夫だ」(社長、5/12)", "E1"), speaker="client")
    assert found(EXAMINE(with_statements(words))) == [("sure", "必ず通る", Severity.WARN)]


def test_sensitive_matters_block_whoever_said_them_unless_a_person_keeps_them_for_a_reason() -> None:
    words = replace(told("社長は通院中。", "E1"), speaker="client")
    assert found(EXAMINE(with_statements(words))) == [("sensitive", "通院", Severity.BLOCK)]
    kept = Statement("社長は通院中。", StatementKind.OWN_VIEW, (), reasons=(Reason(KEPT_FOR, "面談の時間"),))
    assert found(EXAMINE(with_statements(kept))) == [("sensitive", "通院", Severity.WARN)]


def test_a_finding_that_blocks_is_in_the_way_of_confirming_and_a_warning_is_not() -> None:
    draft = with_statements(replace(told("釜を必ず通る。", "E1"), kind=StatementKind.QUESTION, id="S9"))
    assert [one.code for one in what_blocks_confirm(EXAMINE(draft)) if one.statement == "S9"] == [Block.COMPLIANCE]
    warning = Examination(RuleBook([replace(SURE, triggers=(replace(SURE.triggers[0], severity=Severity.WARN),))]))
    assert not [one for one in what_blocks_confirm(warning(draft)) if one.statement == "S9"]
