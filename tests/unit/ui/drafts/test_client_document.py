"""What the client sees, on the draft page: asked for, opened as a tab of the set, and given a person's own word."""

from __future__ import annotations

import pytest
from tests.builders import talk
from tests.fakes.records import put
from tests.unit.ui.drafts.presenting import FIRST, Bench

from bankrm.domain.drafts import Draft
from bankrm.domain.recipes import OWN_WORD_SECTION, DocumentKindName, StatementKind
from bankrm.drafting.client_facing import NothingToFollow
from bankrm.ui.pages.drafts.composing import heading_key
from bankrm.ui.pages.drafts.rows import Writing

SHEET, MAIL = DocumentKindName.DISCUSSION_SHEET, DocumentKindName.FOLLOW_UP_MAIL
OWN = heading_key(OWN_WORD_SECTION)


@pytest.fixture(name="bench")
def _bench() -> Bench:
    bench = Bench()
    put(bench.store.unit_of_work, talk("2026-06-10", "社長「茹で釜を入れ替えたい」", people="篠崎社長、赤座経理課長"))
    bench.page.open(FIRST)
    return bench


def opened(bench: Bench) -> Draft:
    assert bench.page.opened
    return bench.page.opened.draft


def test_the_set_of_a_visit_offers_what_the_client_sees(bench: Bench) -> None:
    assert bench.screen.header
    assert bench.screen.header.addable == (SHEET, MAIL)


def test_what_is_asked_for_is_opened_as_a_tab_of_the_set(bench: Bench) -> None:
    bench.page.add(SHEET.value)
    assert opened(bench).kind is SHEET
    assert bench.screen.header
    assert [tab.kind for tab in bench.screen.header.tabs] == [DocumentKindName.VISIT_BRIEF, SHEET]


def test_why_there_is_no_mail_is_said_and_the_page_stays(bench: Bench) -> None:
    put(bench.store.unit_of_work, talk("2026-06-11", "社長「会社を畳みたい」", mark="秘匿"))
    bench.page.add(MAIL.value)
    assert [type(error) for error in bench.refused] == [NothingToFollow]
    assert opened(bench).id == FIRST


def test_the_empty_place_for_a_person_s_word_is_shown_and_no_writer_is_offered_there(bench: Bench) -> None:
    bench.page.add(SHEET.value)
    heading = next(row for row in bench.screen.headings if row.key == OWN)
    assert (heading.heading, heading.own_word, heading.rewritable) == ("担当者から一言", True, False)
    notice = next(row for row in bench.screen.headings if row.key == heading_key("notice"))
    assert not notice.rewritable


@pytest.mark.parametrize("where", ["S1", OWN])
def test_n_opens_the_place_for_a_word_wherever_one_is(bench: Bench, where: str) -> None:
    bench.page.add(SHEET.value)
    bench.page.writing.wish("own_view", where)
    assert bench.screen.panel is not None
    assert bench.screen.panel[:2] == (Writing.OWN_WORD, OWN)


def test_a_word_is_kept_as_the_person_wrote_it(bench: Bench) -> None:
    bench.page.add(SHEET.value)
    bench.page.writing.wish("own_view", OWN)
    bench.page.writing.take(Writing.OWN_WORD.value, OWN, "釜場の皆さまによろしくお伝えください。")
    section = next(s for s in opened(bench).sections if s.key == OWN_WORD_SECTION)
    assert [(s.text, s.kind) for s in section.statements] == [
        ("釜場の皆さまによろしくお伝えください。", StatementKind.OWN_WORD)
    ]
    assert bench.screen.panel is None


def test_in_the_bank_s_own_papers_n_is_the_own_view_as_before(bench: Bench) -> None:
    bench.page.writing.wish("own_view", "S1")
    assert bench.screen.panel is not None
    assert bench.screen.panel[0] is Writing.OWN_VIEW
