"""Words that are not in the store yet stand there again after a lock, another document or a failure."""

from __future__ import annotations

import contextlib

import pytest
from tests.fakes.editing import a_writing
from tests.fakes.jobs import HeldJobs
from tests.unit.ui.drafts.presenting import FIRST, SECOND, Bench

from bankrm.application.changes import Area, Changes
from bankrm.domain.audit import Act
from bankrm.domain.drafts import RemovalReason
from bankrm.domain.editing import ChangeText, Remove
from bankrm.domain.ids import DraftId
from bankrm.ui.aside import Unfinished
from bankrm.ui.pages.drafts.rows import PanelWords, Writing
from bankrm.ui.places import DraftsPlace


@pytest.mark.parametrize(
    ("writing", "key", "words"),
    [
        (Writing.EDIT, "S3", PanelWords("見積は遅れたが、社長は")),
        (Writing.OWN_VIEW, "S3", PanelWords("社長は入院中", "日程に関わる")),
        (Writing.REWRITE, "section:promises", PanelWords("設備の話を")),
        (Writing.REMOVE, "S3", PanelWords("先方に確かめ", choice="outdated")),
    ],
)
def test_what_stood_in_a_panel_at_a_lock_stands_there_again(
    bench: Bench, writing: Writing, key: str, words: PanelWords
) -> None:
    bench.page.writing.wish(writing.value, key)
    bench.screen.words = words
    bench.page.leave()
    after = Bench(before=bench)
    after.page.arrive(DraftsPlace(draft=bench.places[-1]))
    assert after.screen.panel is not None
    assert (after.screen.panel[:2], after.screen.words) == ((writing, key), words)
    after.page.writing.drop()
    after.page.changed(Changes.of(Area.DRAFTS))
    assert after.screen.panel is None


def test_evidence_picked_before_a_lock_is_picked_still(bench: Bench) -> None:
    bench.page.writing.wish("add", "S4")
    bench.screen.words = PanelWords("釜が古い。")
    bench.evidence.search("釜")
    bench.page.writing.pick(bench.screen.found[0].key)
    picked = bench.screen.picked
    bench.page.leave()
    after = Bench(before=bench)
    after.page.arrive(DraftsPlace(draft=FIRST))
    assert (after.screen.picking, after.screen.picked) == (Writing.ADD, picked)
    after.page.writing.take("add", "S4", after.screen.words.words)
    assert "釜が古い。" in after.screen.texts


def test_nothing_is_put_aside_of_a_panel_in_which_nothing_was_written_or_whose_words_were_taken(bench: Bench) -> None:
    bench.page.writing.wish("edit", "S3")
    bench.page.leave()
    assert bench.aside.look(FIRST) is None
    bench.screen.words = PanelWords("見積は遅れた。")
    bench.page.leave()
    bench.page.writing.take("edit", "S3", "見積は遅れた。")
    assert bench.aside.look(FIRST) is None


def test_an_edit_that_was_under_way_at_a_lock_is_not_asked_for_again(bench: Bench) -> None:
    bench.write(Writing.EDIT, "S3", "見積は21日も遅れた。")
    working = bench.places[-1]
    assert working
    bench.aside.put(working, Unfinished("edit", "S3", "見積は21日も遅れた。"))
    after = Bench(before=bench)
    after.page.arrive(DraftsPlace(draft=working))
    assert after.screen.panel is None


@pytest.mark.parametrize("kept", [True, False])
def test_words_taken_before_a_lock_are_asked_for_again_where_they_were_not_kept(
    late: tuple[Bench, HeldJobs], kept: bool
) -> None:
    bench, jobs = late
    bench.page.writing.wish("own_view", "S3")
    bench.screen.words = PanelWords("急がない")
    bench.page.writing.take("own_view", "S3", "急がない")
    bench.page.leave()
    jobs.deaf, bench.edit.broken = True, not kept
    with contextlib.suppress(ZeroDivisionError):
        jobs.go()
    after = Bench(before=bench)
    newest = list(after.store.data.drafts)[-1] if kept else FIRST
    after.page.open(FIRST)
    after.page.open(DraftId(newest))
    shown = after.screen.panel[:2] if after.screen.panel else None
    assert (shown, after.screen.texts.count("急がない")) == ((None, 1) if kept else ((Writing.OWN_VIEW, "S3"), 0))
    assert (after.screen.words.words, after.aside.all) == ("" if kept else "急がない", {})


def test_nothing_is_typed_over_what_is_being_kept_and_it_is_taken_once(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    bench.edit.broken = True
    bench.write(Writing.OWN_VIEW, "S3", "急がない")
    bench.page.writing.take("own_view", "S3", "急がないと聞いた")
    assert bench.screen.held
    with pytest.raises(ZeroDivisionError):
        jobs.go()
    assert (bench.screen.panel, bench.screen.held) == ((Writing.OWN_VIEW, "S3", "見積は21日遅れた。"), False)
    bench.edit.broken = False
    bench.page.writing.take("own_view", "S3", "急がないと聞いた")
    jobs.go()
    assert (bench.acts().count(Act.EDITED), bench.screen.panel) == (1, None)


def test_words_whose_statement_was_struck_elsewhere_are_shown_to_be_copied(bench: Bench) -> None:
    bench.page.writing.wish("edit", "S3")
    bench.screen.words = PanelWords("見積は遅れたが")
    bench.page.leave()
    assert bench.page.opened is not None
    newer = bench.edit(FIRST, bench.page.opened.base, Remove("S3", RemovalReason.NOT_TRUE)).draft
    after = Bench(before=bench)
    after.page.arrive(DraftsPlace(draft=newer))
    assert after.screen.panel is not None
    assert (after.screen.panel[0], after.screen.words.words) == (Writing.LEFT, "見積は遅れたが")
    after.page.leave()
    again = Bench(before=after)
    again.page.arrive(DraftsPlace(draft=newer))
    assert again.screen.words.words == "見積は遅れたが"
    again.page.writing.take("left", again.screen.rows[0].key, "見積は遅れたが")
    again.page.changed(Changes.of(Area.DRAFTS))
    assert (again.screen.panel, again.aside.all) == (None, {})


def test_words_begun_at_a_former_revision_stand_in_the_one_in_its_place(bench: Bench) -> None:
    bench.page.writing.wish("edit", "S3")
    bench.screen.words = PanelWords("見積は遅れたが")
    bench.page.leave()
    assert bench.page.opened is not None
    newer = bench.edit(FIRST, bench.page.opened.base, ChangeText("S4", "別の窓で直した。")).draft
    after = Bench(before=bench)
    after.page.arrive(DraftsPlace(draft=FIRST))
    assert after.screen.panel is None
    after.page.open(newer)
    assert after.screen.panel is not None
    assert (after.screen.panel[:2], after.screen.words.words) == ((Writing.EDIT, "S3"), "見積は遅れたが")


def test_a_panel_whose_row_goes_leaves_its_words(bench: Bench) -> None:
    bench.write(Writing.OWN_VIEW, "S4", "社長は釣りが好き。")
    bench.page.writing.wish("own_view", bench.screen.selected)
    bench.screen.words = PanelWords("急がない")
    bench.page.undo()
    assert bench.screen.panel is not None
    assert (bench.screen.panel[0], bench.screen.words.words) == (Writing.LEFT, "急がない")


def test_words_begun_at_one_document_are_there_again_after_a_look_at_another(bench: Bench) -> None:
    with bench.store.unit_of_work() as uow:
        uow.drafts.add(a_writing(id=SECOND))
        uow.commit()
    bench.page.writing.wish("edit", "S3")
    bench.screen.words = PanelWords("見積は遅れたが")
    panels = []
    for draft in (SECOND, FIRST):
        bench.page.open(draft)
        panels.append(bench.screen.panel)
    assert panels == [None, (Writing.EDIT, "S3", "見積は21日遅れた。")]
    assert bench.screen.words.words == "見積は遅れたが"
