"""What a document as a whole comes to: confirmed, submitted, withdrawn, updated."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.builders import TODAY
from tests.fakes.editing import a_writing, told
from tests.unit.ui.drafts.presenting import FIRST, Bench

from bankrm.adapters.system.clock import FixedDay
from bankrm.application.changes import Area, Changes
from bankrm.application.hand_in import SubmitDrafts
from bankrm.application.keep_draft import keep_draft
from bankrm.domain.audit import Act
from bankrm.domain.blocking import Block
from bankrm.domain.drafts import DraftState
from bankrm.domain.editing import StateConflict
from bankrm.domain.ids import DraftId
from bankrm.ui.pages.drafts.rows import BannerRow, Notice, Way, Writing


def test_a_questioned_statement_shuts_both_ways_and_says_which_it_is(bench: Bench) -> None:
    bench.write(Writing.EDIT, "S3", "見積は3億円だった。")
    assert bench.ways == {Way.CONFIRM: Block.UNSUPPORTED, Way.SUBMIT: Block.UNSUPPORTED}
    bench.page.settling.go("submit")
    assert bench.screen.selected == "S3"
    assert Act.SUBMITTED not in bench.acts()


def test_confirmed_then_submitted_then_withdrawn(bench: Bench) -> None:
    states = []
    for way in ("confirm", "submit", "withdraw"):
        bench.page.settling.go(way)
        assert bench.screen.header is not None
        states.append(bench.screen.header.state)
    assert states == [DraftState.CONFIRMED, DraftState.SUBMITTED, DraftState.WITHDRAWN]
    assert bench.ways == {Way.SUBMIT: None}  # taken back by mistake: handed in again as it is


def test_an_edit_of_what_was_submitted_opens_the_next_version(bench: Bench) -> None:
    bench.page.settling.go("submit")
    bench.write(Writing.EDIT, "S4", "人手が足りないと聞いた。")
    assert bench.screen.header is not None
    assert (bench.screen.header.state, bench.screen.header.revision) == (DraftState.DRAFT, 2)
    assert bench.screen.header.current != FIRST


def test_what_was_submitted_elsewhere_is_said_so_and_withdrawn_only_by_a_second_ctrl_enter(bench: Bench) -> None:
    opened = bench.page.opened
    assert opened is not None
    SubmitDrafts(bench.store.unit_of_work, FixedDay(TODAY))([(FIRST, opened.base)])
    bench.write(Writing.EDIT, "S4", "人手が足りないと聞いた。")
    assert isinstance(bench.refused[0], StateConflict)
    assert (bench.states(), bench.screen.panel) == ([DraftState.SUBMITTED], (Writing.EDIT, "S4", "人が足りない。"))
    assert bench.screen.banner == BannerRow(Notice.WITHDRAWS, revision=2)
    bench.page.writing.take(Writing.EDIT, "S4", "人手が足りないと聞いた。")
    assert bench.states() == [DraftState.WITHDRAWN, DraftState.DRAFT]


@pytest.mark.parametrize(("way", "notice"), [("submit", Notice.WITHDRAWS), ("confirm", Notice.REOPENS)])
def test_what_an_edit_of_a_finished_revision_does_is_told_while_it_is_written(
    bench: Bench, way: str, notice: Notice
) -> None:
    bench.page.settling.go(way)
    bench.page.writing.wish("own_view", "S4")
    bench.page.changed(Changes.of(Area.QUEUE))  # a preparation behind the window ended
    assert bench.screen.banner == BannerRow(notice, revision=2)
    bench.page.writing.drop()
    assert bench.screen.banner == (BannerRow(Notice.SUBMITTED, revision=1) if way == "submit" else None)


def test_what_handing_in_did_is_told_with_the_way_back(bench: Bench) -> None:
    bench.page.settling.go("submit")
    assert bench.screen.banner == BannerRow(Notice.SUBMITTED, revision=1)
    bench.page.settling.take_banner(Notice.SUBMITTED)
    assert bench.states() == [DraftState.WITHDRAWN]
    assert bench.screen.banner is None


def test_an_update_is_offered_and_can_be_taken_or_let_be(bench: Bench) -> None:
    bench.write(Writing.EDIT, "S4", "人手が足りないと聞いた。")
    sections = tuple(
        replace(s, statements=(*s.statements, told("新しい記録がある。", "E2"))) if s.key == "promises" else s
        for s in a_writing().sections
    )
    newer = a_writing(id=DraftId("update"), sections=sections, created=datetime(2026, 6, 13, tzinfo=UTC))
    newer = replace(
        newer, provenance=replace(newer.provenance, parameters={**newer.provenance.parameters, "pack_sha256": "b"})
    )
    with bench.store.unit_of_work() as uow:
        keep_draft(uow, newer)
        uow.commit()
    bench.page.changed(Changes.of(Area.DRAFTS))
    assert bench.screen.banner is not None
    assert (bench.screen.banner.notice, bench.screen.banner.added) == (Notice.UPDATE, 1)
    bench.page.settling.take_banner(Notice.UPDATE)
    assert "新しい記録がある。" in bench.screen.texts
    assert "人手が足りないと聞いた。" in bench.screen.texts
    bench.page.undo()
    bench.page.settling.leave_banner(Notice.UPDATE)
    assert bench.screen.banner is None


def test_an_update_of_what_was_submitted_says_beforehand_that_taking_it_withdraws(bench: Bench) -> None:
    bench.page.settling.go("submit")
    with bench.store.unit_of_work() as uow:
        uow.drafts.add(a_writing(id=DraftId("update"), sections=a_writing().sections[:2]), update_of=FIRST)
        uow.commit()
    bench.page.changed(Changes.of(Area.DRAFTS))
    assert bench.screen.banner == BannerRow(Notice.UPDATE, removed=1, revision=2)
    bench.page.settling.take_banner(Notice.UPDATE)
    assert bench.states()[:2] == [DraftState.WITHDRAWN, DraftState.DRAFT]


def test_what_is_still_doubted_is_listed_before_it_is_confirmed(bench: Bench) -> None:
    bench.write(Writing.EDIT, "S2", "釜の話を12月25日に聞く。")
    assert bench.screen.row("S2").questioned
    bench.page.settling.go(Way.CONFIRM.value)
    assert bench.screen.banner == BannerRow(Notice.DOUBTS, doubts=("釜の話を12月25日に聞く。",), way=Way.CONFIRM)
    assert Act.CONFIRMED not in bench.acts()
    bench.page.settling.leave_banner(Notice.DOUBTS.value)
    assert bench.screen.selected == "S2"
    bench.page.settling.go(Way.CONFIRM.value)
    bench.page.settling.take_banner(Notice.DOUBTS.value)
    assert Act.CONFIRMED in bench.acts()
