"""The draft page's decisions, on a store in memory."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType

import pytest
from tests.builders import KEY, TODAY, paper, talk, visit
from tests.fakes.drafts_screen import DraftsScreen
from tests.fakes.editing import STAFF, a_writing, told
from tests.fakes.jobs import HeldJobs, ImmediateJobs
from tests.fakes.preparing import QuietPreparing
from tests.fakes.queue import KNOWLEDGE
from tests.fakes.store import MemoryStore

from bankrm.adapters.system.clock import FixedDay
from bankrm.application.changes import Area, Changes
from bankrm.application.edit_draft import EditDraft, Edited, RedoEdit, UndoEdit
from bankrm.application.hand_in import ConfirmDraft, SubmitDrafts, WithdrawDraft
from bankrm.application.keep_draft import keep_draft
from bankrm.application.ports.records import Source
from bankrm.application.ports.store import StoreBusy
from bankrm.application.queries.drafts import CompareWithFirst, DraftView, ListDrafts, ReadDraft
from bankrm.application.queries.evidence import PDF, ReadSource, SearchEvidence, SourcePage
from bankrm.application.record_own_view import RecordOwnView
from bankrm.application.rewrite_section import Rewritten
from bankrm.application.settle_update import AcceptUpdate, DismissUpdate
from bankrm.domain.audit import Act
from bankrm.domain.blocking import Block
from bankrm.domain.clients import Client, ClientKey
from bankrm.domain.drafts import DraftState, RemovalReason, Verdict
from bankrm.domain.editing import Base, ChangeText, Edit, EditConflict, EditRefused, Remove, StateConflict
from bankrm.domain.errors import ExpectedError, NotFound
from bankrm.domain.evidence import Evidence
from bankrm.domain.ids import DraftId
from bankrm.domain.interactions import OWN_VIEW
from bankrm.drafting.ports import Wish
from bankrm.language.sensitive import Concern
from bankrm.ui.aside import Aside, Unfinished
from bankrm.ui.pages.drafts.evidence_presenter import EvidencePresenter, EvidenceQueries
from bankrm.ui.pages.drafts.opening import Queries
from bankrm.ui.pages.drafts.presenter import DraftsPresenter, UseCases
from bankrm.ui.pages.drafts.rewriting import Rewriting
from bankrm.ui.pages.drafts.rows import BannerRow, Notice, PanelWords, Piece, StatementRow, Told, Way, Writing
from bankrm.ui.pages.drafts.settling_presenter import Settling
from bankrm.ui.places import DraftsPlace

PERSON = "渉外 太郎"
FIRST = DraftId("first")
NOTHING: Mapping[str, object] = MappingProxyType({})


class Broadcast(ImmediateJobs):
    """Tells the page what changed, as the shell does."""

    def __init__(self) -> None:
        super().__init__()
        self.page: DraftsPresenter | None = None

    def act(self, use_case, done=None, **options):  # type: ignore[no-untyped-def]
        super().act(use_case, done, **options)
        self._tell()

    def start(self, work, done, **options):  # type: ignore[no-untyped-def]
        run = super().start(work, done, **options)
        self._tell()
        return run

    def _tell(self) -> None:
        told, self.changes = self.changes, []
        for changes in told:
            assert self.page is not None
            self.page.changed(changes)


def a_store() -> MemoryStore:
    store = MemoryStore()
    with store.unit_of_work() as uow:
        for record in (Client(KEY, "とびうお製麺"), visit(), talk("2026-05-12"), paper("設備", "十年以内")):
            uow.records.put(record, Source("0" * 64))
        uow.drafts.add(a_writing())
        uow.commit()
    return store


class Breakable(EditDraft):
    """With a bug while it is `broken`."""

    broken = False

    def __call__(self, draft: DraftId, base: Base, edit: Edit, detail: Mapping[str, object] = NOTHING) -> Edited:
        if self.broken:
            raise ZeroDivisionError
        return super().__call__(draft, base, edit, detail)


class BusyRead(ReadDraft):
    """Somebody else writes for too long while it is `busy`."""

    busy = False

    def __call__(self, draft: DraftId, *, opened: bool) -> DraftView:
        if self.busy:
            raise StoreBusy(path="store")
        return super().__call__(draft, opened=opened)


class Bench:
    """Store, screen and presenter."""

    def __init__(self, held: HeldJobs | None = None, before: Bench | None = None) -> None:
        """`before`: at the store of an earlier desk, after a lock."""
        told = Broadcast()
        self.store: MemoryStore = before.store if before else a_store()
        self.aside: Aside = before.aside if before else Aside()
        self.screen = DraftsScreen()
        self.jobs: ImmediateJobs = held or told
        self.places: list[DraftId | None] = []
        begin, clock = self.store.unit_of_work, FixedDay(TODAY)
        self.edit = Breakable(begin, KNOWLEDGE.recipes, clock, PERSON)
        self.read = BusyRead(begin, clock)
        self.refused: list[ExpectedError] = []
        self.wishes: list[Wish] = []
        self.follows = True
        use_cases = UseCases(
            self.edit, UndoEdit(begin), RedoEdit(begin), RecordOwnView(begin, PERSON),
            Settling(
                ConfirmDraft(begin, clock), SubmitDrafts(begin, clock), WithdrawDraft(begin), AcceptUpdate(begin, self.edit),
                DismissUpdate(begin),
            ),
        )  # fmt: skip
        queries = Queries(self.read, ListDrafts(begin), CompareWithFirst(begin), lambda _: visit())
        evidence = EvidenceQueries(ReadSource(begin), lambda _s, _n: None, SearchEvidence(begin, clock))
        self.evidence = EvidencePresenter(self.screen, self.jobs, evidence, TODAY)
        self.rewriting = Rewriting(self.jobs, self.rewrite, QuietPreparing())
        self.page = DraftsPresenter(
            self.screen, self.jobs, queries, use_cases, self.evidence, self.rewriting,
            today=TODAY, refuse=self.refused.append, aside=self.aside, stands_at=self.places.append,
        )  # fmt: skip
        told.page = self.page

    def rewrite(self, draft: DraftId, base: Base, section: str, wish: Wish) -> Rewritten:
        assert section == "promises"
        self.wishes.append(wish)
        wish.on_text("見積は")
        wish.on_text("遅れた。")
        return Rewritten(self.edit(draft, base, ChangeText("S3", "見積は21日も遅れた。")), self.follows)

    def write(self, writing: Writing, key: str, words: str) -> None:
        """As a person does: the key, the words, Ctrl+Enter."""
        self.page.writing.wish(writing.value, key)
        assert self.screen.panel is not None
        self.page.writing.take(writing.value, key, words)

    def states(self) -> list[DraftState]:
        return [draft.state for draft in self.store.data.drafts.values()]

    def acts(self) -> list[Act]:
        with self.store.unit_of_work() as uow:
            return [entry.act for entry in uow.audit.entries()]

    @property
    def ways(self) -> dict[Way, Block | None]:
        assert self.screen.header is not None
        return {row.way: row.code for row in self.screen.header.ways}


@pytest.fixture(name="bench")
def _bench() -> Bench:
    bench = Bench()
    bench.page.arrive(DraftsPlace(draft=FIRST))
    return bench


SECOND = DraftId("second")


@pytest.fixture(name="late")
def _late() -> tuple[Bench, HeldJobs]:
    """The first of two drafts is open; answers come when the test lets them."""
    jobs = HeldJobs()
    bench = Bench(jobs)
    with bench.store.unit_of_work() as uow:
        uow.drafts.add(a_writing(id=SECOND, visit="visit-2"))
        uow.commit()
    bench.page.open(FIRST)
    jobs.go_on()
    return bench, jobs


def test_an_answer_for_one_draft_leads_nobody_away_from_another(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    bench.write(Writing.EDIT, "S4", "人手が足りないと聞いた。")
    bench.page.open(SECOND)
    jobs.go_on()
    bench.page.changed(jobs.changes[-1])
    jobs.go_on()
    assert bench.page.opened
    assert bench.page.opened.draft.id == SECOND


def test_a_key_pressed_twice_does_it_once_and_is_no_conflict(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    bench.page.writing.wish("own_view", "S3")
    for _ in range(2):
        bench.page.writing.take("own_view", "S3", "急がない")
    jobs.go_on()
    assert (bench.refused, bench.acts().count(Act.EDITED)) == ([], 1)
    bench.page.changed(Changes.of(Area.DRAFTS))
    jobs.go_on()
    for _ in range(2):
        bench.page.settling.go("submit")
    jobs.go_on()
    assert (bench.refused, bench.acts().count(Act.SUBMITTED)) == ([], 1)


def test_after_a_bug_the_same_can_be_asked_for_again(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    bench.edit.broken = True
    bench.write(Writing.EDIT, "S4", "人手が足りないと聞いた。")
    with pytest.raises(ZeroDivisionError):
        jobs.go()
    bench.edit.broken = False
    bench.page.writing.take("edit", "S4", "人手が足りないと聞いた。")
    jobs.go()
    assert (bench.acts().count(Act.EDITED), bench.screen.panel) == (1, None)


def test_after_a_reading_that_failed_the_same_can_be_asked_for_again(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    bench.write(Writing.EDIT, "S4", "人手が足りないと聞いた。")
    jobs.go()
    bench.page.changed(jobs.changes[-1])
    jobs.go_on()
    bench.page.undo()
    jobs.go()
    bench.read.busy = True
    bench.page.changed(jobs.changes[-1])
    jobs.go()
    bench.page.undo()
    jobs.go()
    assert [type(error) for error in bench.refused] == [EditRefused]  # asked for, and there is nothing more to undo


def test_what_is_done_before_the_last_answer_is_read_is_done_on_that_answer(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    bench.write(Writing.EDIT, "S4", "人手が足りないと聞いた。")
    bench.page.writing.wish("remove", "S3")
    bench.page.writing.remove("S3", "not_true", "")  # before the answer
    jobs.go()
    bench.write(Writing.OWN_VIEW, "S4", "急がない")  # after it
    jobs.go()
    bench.page.changed(jobs.changes[-1])
    jobs.go_on()
    assert bench.refused == []
    assert not {"見積は21日遅れた。", "人が足りない。"} & set(bench.screen.texts)
    assert {"急がない", "人手が足りないと聞いた。"} < set(bench.screen.texts)


def test_what_is_handed_in_is_what_was_read(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    bench.write(Writing.EDIT, "S4", "人手が足りないと聞いた。")
    bench.page.settling.go("submit")
    jobs.go_on()
    assert [type(error) for error in bench.refused] == [EditConflict]


def test_an_own_view_becomes_one_record_and_an_update_is_left_once(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    with bench.store.unit_of_work() as uow:
        uow.drafts.add(a_writing(id=DraftId("update"), sections=a_writing().sections[:2]), update_of=FIRST)
        uow.commit()
    bench.write(Writing.OWN_VIEW, "S4", "社長は釣りが好き。")
    jobs.go()
    bench.page.changed(jobs.changes[-1])
    jobs.go_on()
    for _ in range(2):
        bench.page.writing.wish("date", bench.screen.selected)
        bench.page.settling.leave_banner(Notice.UPDATE)
    jobs.go_on()
    assert (bench.refused, bench.acts().count(Act.RECORDED), bench.acts().count(Act.UPDATE_DISMISSED)) == ([], 1, 1)


def test_a_failure_at_one_draft_is_told_and_reads_no_other_again(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    bench.write(Writing.EDIT, "S4", "")
    bench.page.open(SECOND)
    jobs.go_on()
    assert [type(error) for error in bench.refused] == [EditRefused]
    assert bench.acts().count(Act.VIEWED) == 2  # a reading again in its place would have lost the opening


def test_a_change_that_overtakes_an_opening_loses_no_record_of_it(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    before = bench.acts().count(Act.VIEWED)
    bench.page.open(SECOND)
    bench.page.changed(Changes.of(Area.DRAFTS))
    jobs.go_on()
    assert bench.acts().count(Act.VIEWED) == before + 1
    bench.page.changed(Changes.of(Area.DRAFTS))
    jobs.go_on()
    assert bench.acts().count(Act.VIEWED) == before + 1


class Paper(ReadSource):
    """Every piece stands on a page."""

    def __call__(self, client: ClientKey, piece: Evidence) -> SourcePage:  # noqa: ARG002
        return SourcePage("紙", PDF, 1, piece.text)


def test_a_page_of_one_draft_is_no_evidence_of_another(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    begin, row = bench.store.unit_of_work, bench.page.row("S1")
    queries = EvidenceQueries(Paper(begin), lambda source, _: source, SearchEvidence(begin, FixedDay(TODAY)))
    evidence = EvidencePresenter(bench.screen, jobs, queries, TODAY)
    assert row
    evidence.show(a_writing(), row)
    jobs.go()
    evidence.show(a_writing(id=SECOND), row)
    jobs.go(0)
    assert bench.screen.source is None
    jobs.go_on()
    assert bench.screen.source is not None


def test_an_answer_closes_the_panel_that_asked_and_none_opened_since(late: tuple[Bench, HeldJobs]) -> None:
    bench, jobs = late
    bench.write(Writing.EDIT, "S4", "人手が足りないと聞いた。")
    jobs.go()
    assert bench.screen.panel is None
    bench.page.changed(jobs.changes[-1])
    jobs.go_on()
    bench.page.undo()
    bench.page.writing.wish(Writing.EDIT.value, "S3")
    jobs.go()
    assert bench.screen.panel == (Writing.EDIT, "S3", "見積は21日遅れた。")


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


def test_a_questioned_statement_shuts_both_ways_and_says_which_it_is(bench: Bench) -> None:
    bench.write(Writing.EDIT, "S3", "見積は3億円だった。")
    assert bench.ways == {Way.CONFIRM: Block.UNSUPPORTED, Way.SUBMIT: Block.UNSUPPORTED}
    bench.page.settling.go("submit")
    assert bench.screen.selected == "S3"
    assert Act.SUBMITTED not in bench.acts()


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


def test_after_an_edit_one_comes_back_to_the_revision_that_holds_it(bench: Bench) -> None:
    bench.write(Writing.EDIT, "S4", "人手が足りないと聞いた。")
    assert bench.page.opened is not None
    assert bench.places == [FIRST, bench.page.opened.draft.id]


def test_escape_closes_what_was_opened_last(bench: Bench) -> None:
    bench.page.writing.wish("add", "S4")
    bench.page.writing.drop()
    assert (bench.screen.panel, bench.screen.picking) == (None, None)


def test_a_record_of_another_client_is_no_reason_to_read_again(bench: Bench) -> None:
    before = len(bench.screen.shown)
    bench.page.changed(Changes.of(Area.RECORDS, clients=frozenset({replace(KEY, cif="9999999")})))
    assert len(bench.screen.shown) == before


def test_a_statement_that_nothing_judges_carries_no_verdict(bench: Bench) -> None:
    assert bench.screen.row("S5").verdict is None
    assert bench.screen.row("S1").verdict is Verdict.SUPPORTED


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
