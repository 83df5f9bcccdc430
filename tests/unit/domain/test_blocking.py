"""What keeps a draft from being confirmed or submitted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.builders import TODAY, paper
from tests.fakes.editing import FACT, PACK, a_writing, of_paper, said, told

from bankrm.domain.blocking import Block, Blocker, cited_documents, what_blocks_confirm, what_blocks_submit
from bankrm.domain.documents import Document
from bankrm.domain.drafts import Confirmation, Draft, Section, Statement, Verdict, identified
from bankrm.domain.evidence import EvidencePack
from bankrm.domain.recipes import DocumentKindName, StatementKind

SHEET = DocumentKindName.DISCUSSION_SHEET
DOUBTS = [Verdict.UNSUPPORTED, Verdict.CONTRADICTED, Verdict.NOT_CHECKABLE]


def of(*statements: Statement, pack: EvidencePack = PACK) -> Draft:
    return identified(a_writing(sections=(Section("x", "x", statements),), pack=pack))


def a_fact(verdict: Verdict | None) -> Statement:
    return told("人が足りない。", "E7").judged(verdict, ())


def test_what_is_borne_out_blocks_nothing() -> None:
    assert what_blocks_submit(of(a_fact(Verdict.SUPPORTED)), {}, TODAY) == ()


@pytest.mark.parametrize("verdict", DOUBTS)
def test_a_fact_that_does_not_stand_blocks(verdict: Verdict) -> None:
    assert what_blocks_submit(of(a_fact(verdict)), {}, TODAY) == (Blocker(Block(verdict.value), "S1"),)
    assert what_blocks_confirm(of(a_fact(verdict))) == (Blocker(Block(verdict.value), "S1"),)


def test_a_fact_that_nobody_judged_is_not_checkable() -> None:
    assert what_blocks_submit(of(a_fact(None)), {}, TODAY) == (Blocker(Block.NOT_CHECKABLE, "S1"),)


@pytest.mark.parametrize("verdict", DOUBTS)
def test_a_fact_that_a_person_kept_blocks_no_longer(verdict: Verdict) -> None:
    kept = replace(a_fact(verdict), confirmed_by=Confirmation("渉外 太郎", "E7"))
    assert what_blocks_submit(of(kept), {}, TODAY) == ()


def test_what_was_kept_by_a_passage_that_is_not_there_blocks() -> None:
    kept = replace(a_fact(Verdict.UNSUPPORTED), confirmed_by=Confirmation("渉外 太郎", "E99"))
    assert [b.code for b in what_blocks_submit(of(kept), {}, TODAY)] == [Block.UNSUPPORTED]


OWN = (StatementKind.OWN_VIEW, StatementKind.OWN_WORD)


@pytest.mark.parametrize("kind", [kind for kind in StatementKind if kind not in (FACT, *OWN)])
def test_no_other_kind_blocks_on_its_verdict_but_each_needs_citations_that_are_there(kind: StatementKind) -> None:
    doubted = replace(a_fact(Verdict.UNSUPPORTED), kind=kind)
    assert what_blocks_submit(of(doubted), {}, TODAY) == ()
    for citations in ((), ("E99",)):
        missing = of(replace(doubted, citations=citations))
        assert what_blocks_submit(missing, {}, TODAY) == (Blocker(Block.CITATION_MISSING, "S1"),)


def test_a_word_of_ones_own_to_the_client_rests_on_no_record_and_blocks_nowhere() -> None:
    word = of(Statement("工場の花が見事でした。", StatementKind.OWN_WORD, (), origin="person"))
    assert what_blocks_submit(replace(word, kind=SHEET), {}, TODAY) == ()


def test_an_own_view_blocks_in_what_a_client_sees_alone() -> None:
    own = of(Statement("入院する。", StatementKind.OWN_VIEW, (), origin="person"))
    assert what_blocks_submit(own, {}, TODAY) == ()
    assert what_blocks_submit(replace(own, kind=SHEET), {}, TODAY) == (Blocker(Block.OWN_VIEW_TO_CLIENT, "S1"),)


RULE = of_paper("十年以内", "doc:設備")
RESTING = of(
    told("十年以内。", "E1").judged(Verdict.SUPPORTED, ()), pack=EvidencePack((("E1", RULE), ("E2", said("x"))))
)


@pytest.mark.parametrize(
    ("document", "codes"),
    [
        (paper("設備"), []),
        (paper("設備", valid_until="2026-06-15"), []),  # the day of the visit
        (paper("設備", valid_until="2026-06-14"), [Block.SOURCE_EXPIRED]),
        (replace(paper("設備"), owner=""), [Block.SOURCE_UNOWNED]),
    ],
)
def test_a_source_must_be_valid_on_the_day_of_the_visit_and_the_banks_own_somebodys(
    document: Document, codes: list[Block]
) -> None:
    found = what_blocks_submit(RESTING, {document.ref: document}, TODAY)
    assert [(b.code, b.evidence) for b in found] == [(code, "E1") for code in codes]
    assert what_blocks_confirm(RESTING) == ()


def test_after_the_visit_a_source_must_be_valid_today() -> None:
    document = paper("設備", valid_until="2026-07-31")
    assert what_blocks_submit(RESTING, {document.ref: document}, date(2026, 8, 1)) != ()


def test_only_documents_that_a_statement_cites_are_asked_for() -> None:
    assert cited_documents(RESTING) == {"doc:設備"}
    assert cited_documents(of(told("x", "E2"), pack=RESTING.pack)) == frozenset()


def test_the_caution_that_a_source_is_no_longer_valid_is_no_reason_to_stop() -> None:
    caution = replace(RESTING.statements[0], kind=StatementKind.CAUTION)
    document = paper("設備", valid_until="2026-06-14")
    assert what_blocks_submit(of(caution, pack=RESTING.pack), {document.ref: document}, TODAY) == ()
