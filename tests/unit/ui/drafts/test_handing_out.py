"""What leaves the draft page is recorded before it leaves."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from tests.builders import TODAY, talk
from tests.fakes.drafts_screen import DraftsScreen
from tests.fakes.jobs import HeldJobs, ImmediateJobs
from tests.fakes.queue import BRIEF, KNOWLEDGE, SUMMARY, Desk, fill
from tests.fakes.records import put
from tests.fakes.store import MemoryStore

from bankrm.adapters.exporting.files import FileDelivery
from bankrm.adapters.exporting.word import WordFormat
from bankrm.adapters.system.clock import FixedDay
from bankrm.application.export_draft import ExportDraft
from bankrm.application.hand_in import ConfirmDraft
from bankrm.application.hand_out import CopyFromDraft, ForbiddenByPolicy, PrintDraft
from bankrm.application.ports.exporting import Format
from bankrm.application.queries.drafts import DraftView, ReadDraft
from bankrm.application.visit_context import VisitContexts
from bankrm.domain.approval import NotReleased
from bankrm.domain.audit import Act
from bankrm.domain.drafts import DraftState
from bankrm.domain.editing import EditConflict
from bankrm.domain.errors import ExpectedError
from bankrm.domain.recipes import DocumentKindName
from bankrm.drafting.sheet import Version
from bankrm.ui.pages.drafts.handing_out import HandingOut
from bankrm.ui.pages.drafts.rows import Told


class Bench:
    """A prepared set, and the page's way out of it."""

    def __init__(self, jobs: ImmediateJobs | None = None, *, allowed: bool = True) -> None:
        self.store, self.screen, self.jobs = MemoryStore(), DraftsScreen(), jobs or ImmediateJobs()
        begin, clock = self.store.unit_of_work, FixedDay(TODAY)
        fill(begin)
        self.brief, self.summary = (one.id for one in Desk(begin).ask(None, BRIEF, SUMMARY))
        self.read = ReadDraft(begin, clock)
        self.opened: DraftView | None = self.read(self.brief, opened=False)
        self.refused: list[ExpectedError] = []
        contexts = VisitContexts(begin, KNOWLEDGE)
        self.out = HandingOut(
            self.screen, self.jobs, lambda: self.opened,
            printing=PrintDraft(begin, contexts, clock, "早瀬", allowed=allowed), copying=CopyFromDraft(begin, allowed=allowed),
            exporting=ExportDraft(begin, {Format.DOCX: WordFormat()}, FileDelivery(), allowed=allowed),
            refuse=self.refused.append,
        )  # fmt: skip

    @property
    def acts(self) -> list[tuple[Act, object]]:
        return [(one.act, one.detail.get("version")) for one in self.store.data.audit if one.act is not Act.PREPARED]


def test_a_sheet_is_looked_at_without_a_record_and_printed_with_one() -> None:
    bench = Bench()
    bench.out.preview("carried")
    assert bench.screen.sheet is not None
    assert bench.screen.carriable
    assert (bench.acts, bench.screen.printed) == ([], [])
    bench.out.print()
    assert [sheet.sections for sheet in bench.screen.printed] == [bench.screen.sheet.sections]
    assert bench.acts == [(Act.PRINTED, "carried")]
    assert bench.screen.told == [Told.PRINTED]


def test_what_is_printed_is_what_was_looked_at_whatever_is_open_by_then() -> None:
    bench = Bench()
    bench.out.preview("carried")
    bench.opened = bench.read(bench.summary, opened=False)
    bench.out.print()
    assert bench.screen.printed == [bench.screen.sheet]
    assert bench.acts == [(Act.PRINTED, "carried")]


def test_pages_that_became_others_since_they_were_looked_at_are_shown_anew_and_not_printed() -> None:
    bench = Bench()
    assert bench.opened
    bench.out.preview()
    looked_at = bench.screen.sheet
    ConfirmDraft(bench.store.unit_of_work, FixedDay(TODAY))(bench.brief, bench.opened.base)
    bench.out.print()
    assert [type(error) for error in bench.refused] == [EditConflict]
    assert bench.screen.printed == []
    assert bench.screen.sheet
    assert looked_at
    assert bench.screen.sheet.mark != looked_at.mark
    bench.out.print()
    assert bench.screen.printed == [bench.screen.sheet]


def test_pages_of_a_draft_that_was_left_are_not_shown() -> None:
    jobs = HeldJobs()
    bench = Bench(jobs)
    bench.out.preview()
    bench.opened = bench.read(bench.summary, opened=False)
    jobs.go_on()
    assert bench.screen.sheet is None


def test_of_two_versions_that_were_asked_for_the_last_one_stays() -> None:
    jobs = HeldJobs()
    bench = Bench(jobs)
    bench.out.preview("in_bank")
    bench.out.preview("carried")
    jobs.go(1, 0)
    assert bench.screen.sheet
    assert bench.screen.sheet.version is Version.CARRIED


def test_only_the_brief_can_be_carried() -> None:
    bench = Bench()
    bench.opened = bench.read(bench.summary, opened=False)
    bench.out.preview()
    assert not bench.screen.carriable


def test_a_statement_and_a_citation_are_copied_as_text() -> None:
    bench = Bench()
    assert bench.opened is not None
    bench.out.copy("S1")
    assert bench.screen.clipboard.startswith(bench.opened.draft.statements[0].text)
    bench.out.copy("")
    assert bench.acts == [(Act.COPIED, None)]


def test_the_name_that_is_proposed_for_a_file_tells_no_clients(tmp_path: Path) -> None:
    bench = Bench()
    bench.out.ask_where()
    assert bench.screen.asked_for == "2026-06-15_031-0004711_visit-brief.docx"
    bench.out.export(str(tmp_path / bench.screen.asked_for))
    assert [file.name for file in tmp_path.iterdir()] == [bench.screen.asked_for]
    assert bench.screen.told == [Told.EXPORTED]
    assert bench.acts == [(Act.EXPORTED, None)]


@pytest.mark.parametrize("act", ["preview", "print", "ask_where"])
def test_without_a_draft_nothing_leaves(act: str) -> None:
    bench = Bench()
    bench.opened = None
    getattr(bench.out, act)()
    assert (bench.screen.sheet, bench.screen.printed, bench.screen.asked_for) == (None, [], "")


def test_what_policy_forbids_is_refused() -> None:
    bench = Bench(allowed=False)
    bench.out.preview()
    bench.out.print()
    bench.out.copy("S1")
    assert [type(error) for error in bench.jobs.refused] == [ForbiddenByPolicy] * 2
    assert (bench.screen.printed, bench.screen.clipboard, bench.acts) == ([], "", [])


@pytest.mark.parametrize("act", ["preview", "ask_where"])
def test_what_the_client_sees_says_before_approval_why_nothing_leaves(act: str) -> None:
    bench = Bench()
    (sheet,) = (one.id for one in Desk(bench.store.unit_of_work).ask(None, DocumentKindName.DISCUSSION_SHEET))
    bench.opened = bench.read(sheet, opened=False)
    with suppress(NotReleased):  # a job's own refusal, which the desk tells
        getattr(bench.out, act)()
    assert (bench.screen.sheet, bench.screen.asked_for) == (None, "")
    assert [type(error) for error in bench.refused] == ([NotReleased] if act == "ask_where" else [])


def test_a_mail_that_was_approved_is_proposed_as_a_mail() -> None:
    bench = Bench()
    put(bench.store.unit_of_work, talk("2026-06-10", "社長「茹で釜を入れ替えたい」", people="篠崎社長、赤座経理課長"))
    (mail,) = (one.id for one in Desk(bench.store.unit_of_work).ask(None, DocumentKindName.FOLLOW_UP_MAIL))
    with bench.store.unit_of_work() as uow:
        uow.drafts.reach(mail, DraftState.SUBMITTED)
        uow.drafts.reach(mail, DraftState.APPROVED)
        uow.commit()
    bench.opened = bench.read(mail, opened=False)
    bench.out.ask_where()
    assert bench.screen.asked_for.endswith("follow-up-mail.eml")
