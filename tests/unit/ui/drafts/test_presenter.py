"""The draft page's decisions, on a store in memory."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import KEY
from tests.fakes.editing import a_writing
from tests.unit.ui.drafts.presenting import FIRST, Bench

from bankrm.application.changes import Area, Changes
from bankrm.domain.audit import Act
from bankrm.domain.drafts import Verdict
from bankrm.domain.editing import ChangeText, EditConflict
from bankrm.domain.errors import NotFound
from bankrm.domain.ids import DraftId
from bankrm.ui.pages.drafts.rows import Notice, Piece, Writing
from bankrm.ui.places import DraftsPlace


def test_without_a_visit_in_hand_the_latest_drafts_are_shown() -> None:
    bench = Bench()
    bench.page.arrive(DraftsPlace())
    assert [row.id for row in bench.screen.recent or ()] == [FIRST]


def test_a_visit_opens_the_first_document_of_its_set_and_that_is_recorded() -> None:
    bench = Bench()
    bench.page.arrive(DraftsPlace(visit="visit-1"))
    assert bench.screen.header is not None
    assert bench.screen.header.current == FIRST
    assert bench.acts() == [Act.VIEWED]


def test_reading_again_what_is_open_is_no_second_opening(bench: Bench) -> None:
    bench.page.changed(Changes.of(Area.DRAFTS))
    assert bench.acts() == [Act.VIEWED]


def test_a_document_is_shown_from_its_beginning_once(bench: Bench) -> None:
    bench.write(Writing.EDIT, "S4", "人手が足りないと聞いた。")
    assert bench.screen.anew == [True, False]


def test_a_draft_that_is_gone_is_said_to_be(bench: Bench) -> None:
    bench.page.open(DraftId("nowhere"))
    assert isinstance(bench.screen.failed, NotFound)


def test_the_first_statement_is_in_focus_with_its_evidence_and_source(bench: Bench) -> None:
    assert bench.screen.selected == "S1"
    assert bench.screen.evidence is not None
    assert (bench.screen.evidence.who, bench.screen.evidence.how) == ("篠崎社長", "訪問")
    assert bench.screen.source is not None


def test_an_edit_makes_the_next_version_in_the_persons_name_and_can_be_undone(bench: Bench) -> None:
    bench.write(Writing.EDIT, "S4", "人手が足りないと聞いた。")
    assert bench.screen.row("S4").text == "人手が足りないと聞いた。"
    assert bench.screen.row("S4").origin == "person"
    assert bench.screen.header is not None
    assert (bench.screen.header.revision, bench.screen.header.can_undo) == (2, True)
    assert bench.screen.panel is None
    bench.page.undo()
    assert bench.screen.row("S4").text == "人が足りない。"
    bench.page.redo()
    assert bench.screen.row("S4").text == "人手が足りないと聞いた。"


def test_nothing_to_undo_does_nothing(bench: Bench) -> None:
    bench.page.undo()
    assert not bench.refused


def test_somebody_else_changed_it_meanwhile_and_it_is_read_again(bench: Bench) -> None:
    assert bench.page.opened is not None
    changed = bench.edit(FIRST, bench.page.opened.base, ChangeText("S4", "人手が足りないと聞いた。"))
    bench.write(Writing.EDIT, "S3", "見積は遅れた。")
    assert isinstance(bench.refused[0], EditConflict)
    assert bench.screen.banner is not None
    assert bench.screen.banner.notice is Notice.NEWER
    bench.page.settling.take_banner(Notice.NEWER)
    assert bench.screen.header is not None
    assert bench.screen.header.current == changed.draft


def test_an_older_version_is_only_read(bench: Bench) -> None:
    assert bench.page.opened is not None
    bench.edit(FIRST, bench.page.opened.base, ChangeText("S4", "人手が足りないと聞いた。"))
    bench.page.changed(Changes.of(Area.DRAFTS))
    bench.page.writing.wish("edit", "S3")
    assert bench.screen.panel is None
    assert bench.ways == {}


def test_comparing_strikes_what_went_and_underlines_what_came(bench: Bench) -> None:
    bench.write(Writing.EDIT, "S4", "人手が足りない。")
    bench.page.writing.wish("remove", "S3")
    bench.page.writing.remove("S3", "outdated", "")
    bench.page.compare(True)
    assert bench.screen.row("S3").removed
    assert (
        "".join(words for piece, words in bench.screen.row("S4").compared if piece is not Piece.REMOVED)
        == "人手が足りない。"
    )
    bench.page.writing.wish("edit", "S3")
    assert bench.screen.panel is None
    bench.page.compare(False)
    assert "見積は21日遅れた。" not in bench.screen.texts


def test_the_latest_drafts_are_a_click_away_and_kept_up_to_date(bench: Bench) -> None:
    bench.page.writing.wish("edit", "S3")
    bench.page.show_recent()
    assert (bench.screen.panel, bench.places[-1]) == (None, None)
    assert [row.id for row in bench.screen.recent or ()] == [FIRST]
    with bench.store.unit_of_work() as uow:
        uow.drafts.add(a_writing(id=DraftId("third"), visit="visit-2"))
        uow.commit()
    bench.page.changed(Changes.of(Area.DRAFTS))
    assert [row.id for row in bench.screen.recent or ()] == ["third", FIRST]


def test_after_an_edit_one_comes_back_to_the_revision_that_holds_it(bench: Bench) -> None:
    bench.write(Writing.EDIT, "S4", "人手が足りないと聞いた。")
    assert bench.page.opened is not None
    assert bench.places == [FIRST, bench.page.opened.draft.id]


def test_a_record_of_another_client_is_no_reason_to_read_again(bench: Bench) -> None:
    before = len(bench.screen.shown)
    bench.page.changed(Changes.of(Area.RECORDS, clients=frozenset({replace(KEY, cif="9999999")})))
    assert len(bench.screen.shown) == before


def test_a_statement_that_nothing_judges_carries_no_verdict(bench: Bench) -> None:
    assert bench.screen.row("S5").verdict is None
    assert bench.screen.row("S1").verdict is Verdict.SUPPORTED
