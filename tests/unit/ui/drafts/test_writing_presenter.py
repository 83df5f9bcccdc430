"""What a person writes, strikes, keeps and asks for, as the draft page decides it."""

from __future__ import annotations

import pytest
from tests.builders import KEY, TODAY
from tests.fakes.editing import STAFF
from tests.unit.ui.drafts.presenting import Bench

from bankrm.application.changes import Area, Changes
from bankrm.domain.audit import Act
from bankrm.domain.interactions import OWN_VIEW
from bankrm.language.sensitive import Concern
from bankrm.ui.pages.drafts.rows import StatementRow, Told, Way, Writing


def test_after_a_statement_is_struck_the_next_one_is_in_focus(bench: Bench) -> None:
    bench.page.choose("S3")
    bench.page.writing.wish("remove", "S3")
    assert bench.screen.panel == (Writing.REMOVE, "S3", "見積は21日遅れた。")
    bench.page.writing.remove("S3", "not_true", "")
    assert "見積は21日遅れた。" not in bench.screen.texts
    assert bench.screen.selected == "S4"


def test_an_own_view_is_in_focus_once_it_is_added(bench: Bench) -> None:
    bench.write(Writing.OWN_VIEW, "S4", "社長は釣りが好き。")
    added = bench.screen.row(bench.screen.selected)
    assert (added.text, added.verdict) == ("社長は釣りが好き。", None)


def test_one_key_makes_an_own_view_a_dated_record_and_nothing_else(bench: Bench) -> None:
    bench.page.writing.wish("date", "S3")
    assert Act.RECORDED not in bench.acts()
    bench.write(Writing.OWN_VIEW, "S4", "社長は釣りが好き。")
    bench.page.writing.wish("date", bench.screen.selected)
    with bench.store.unit_of_work() as uow:
        dossier = uow.records.dossier(KEY)
    assert dossier
    assert [(r.on, r.client_words) for r in dossier.interactions if r.method == OWN_VIEW] == [
        (TODAY, "社長は釣りが好き。")
    ]
    assert bench.screen.told == [Told.DATED]


def test_a_questioned_statement_is_kept_by_pointing_at_a_passage(bench: Bench) -> None:
    bench.write(Writing.EDIT, "S4", "応募は3名だった。")
    bench.page.writing.wish("keep", "S4")
    assert bench.screen.picking is Writing.KEEP
    assert [row.text for row in bench.screen.found] == [STAFF.body]
    bench.page.writing.pick(bench.screen.found[0].key)
    row = bench.screen.row("S4")
    assert row.kept
    assert not row.questioned
    assert bench.screen.picking is None
    assert bench.ways == {Way.CONFIRM: None, Way.SUBMIT: None}


def test_what_is_borne_out_need_not_be_kept(bench: Bench) -> None:
    bench.page.writing.wish("keep", "S4")
    assert bench.screen.picking is None


def test_a_statement_is_added_with_the_pieces_that_were_picked(bench: Bench) -> None:
    bench.page.writing.wish("add", "S4")
    bench.evidence.search("十年")
    bench.page.writing.pick(bench.screen.found[0].key)
    assert [row.text for row in bench.screen.picked] == ["十年以内"]
    bench.page.writing.take("add", "S4", "期間は十年以内。")
    added = bench.screen.row(bench.screen.selected)
    assert added.text == "期間は十年以内。"
    assert len(added.citations) == 1


def test_a_piece_picked_twice_is_let_go(bench: Bench) -> None:
    bench.page.writing.wish("add", "S4")
    bench.evidence.search("十年")
    for _ in range(2):
        bench.page.writing.pick(bench.screen.found[0].key)
    assert bench.screen.picked == ()


def test_a_section_is_written_anew_by_an_instruction_and_its_words_are_seen_as_they_come(bench: Bench) -> None:
    bench.write(Writing.REWRITE, "section:promises", "短く")
    assert bench.wishes[0].instruction == "短く"
    streamed = [
        row.text for rows in bench.screen.shown for row in rows if isinstance(row, StatementRow) and row.streaming
    ]
    assert streamed[-1] == "見積は遅れた。"
    assert not any(row.writing for row in bench.screen.headings)
    assert bench.screen.row("S3").text == "見積は21日も遅れた。"
    assert bench.screen.told == []


def test_where_no_model_writes_no_instruction_is_asked_for(bench: Bench) -> None:
    bench.rewriting.know(lambda: False)
    bench.page.writing.wish("rewrite", "section:promises")
    assert bench.screen.panel == (Writing.RENEW, "section:promises", "")
    bench.page.writing.take("renew", "section:promises", "")
    assert [wish.instruction for wish in bench.wishes] == [""]


def test_that_an_instruction_was_not_followed_is_said(bench: Bench) -> None:
    bench.follows = False
    bench.write(Writing.REWRITE, "section:promises", "短く")
    assert bench.screen.told == [Told.NOT_FOLLOWED]


def test_who_writes_is_left_alone_while_something_else_changes(bench: Bench) -> None:
    bench.page.writing.wish("edit", "S3")
    bench.screen.selected = ""
    bench.page.changed(Changes.of(Area.RECORDS))
    assert bench.screen.panel == (Writing.EDIT, "S3", "見積は21日遅れた。")
    assert bench.screen.selected == ""


def test_escape_closes_what_was_opened_last(bench: Bench) -> None:
    bench.page.writing.wish("add", "S4")
    bench.page.writing.drop()
    assert (bench.screen.panel, bench.screen.picking) == (None, None)


@pytest.mark.parametrize(
    ("words", "concern"),
    [("社長は奥様の入院で気持ちが沈んでいる様子", Concern.SENSITIVE), ("格付は要注意先", Concern.STANDING)],
)
def test_a_sensitive_own_view_is_pointed_out_before_it_is_kept_and_kept_with_a_reason(
    bench: Bench, words: str, concern: Concern
) -> None:
    bench.write(Writing.OWN_VIEW, "S1", words)
    assert bench.screen.asked_why == (concern,)
    assert words not in bench.screen.texts
    assert bench.acts() == [Act.VIEWED]
    bench.page.writing.take(Writing.OWN_VIEW.value, "S1", words, "訪問の間を置くため")
    assert words in bench.screen.texts
    row = next(row for row in bench.screen.rows if isinstance(row, StatementRow) and row.text == words)
    assert [reason.detail for reason in row.reasons] == ["訪問の間を置くため"]
    bench.page.writing.wish(Writing.EDIT.value, row.key)
    bench.page.writing.take(Writing.EDIT.value, row.key, "社長は手術を控える")
    assert bench.screen.asked_why == (Concern.SENSITIVE,)
    assert "社長は手術を控える" not in bench.screen.texts
    bench.page.writing.take(Writing.EDIT.value, row.key, "社長は忙しい様子")
    assert bench.screen.row(row.key).reasons == ()
