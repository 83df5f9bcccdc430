"""The presenters of the draft page on a store in memory, with all that they are told and tell."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from tests.builders import KEY, TODAY, paper, talk, visit
from tests.fakes.drafts_screen import DraftsScreen
from tests.fakes.editing import a_writing
from tests.fakes.jobs import HeldJobs, ImmediateJobs
from tests.fakes.preparing import QuietPreparing
from tests.fakes.queue import KNOWLEDGE
from tests.fakes.store import MemoryStore

from bankrm.adapters.system.clock import FixedDay
from bankrm.application.add_document import AddDocument
from bankrm.application.edit_draft import EditDraft, Edited, RedoEdit, UndoEdit
from bankrm.application.hand_in import ConfirmDraft, SubmitDrafts, WithdrawDraft
from bankrm.application.ports.records import Source
from bankrm.application.ports.store import StoreBusy
from bankrm.application.prepare_visit import PrepareVisit
from bankrm.application.queries.drafts import CompareWithFirst, DraftView, ListDrafts, ReadDraft
from bankrm.application.queries.evidence import ReadSource, SearchEvidence
from bankrm.application.record_own_view import RecordOwnView
from bankrm.application.rewrite_section import Rewritten
from bankrm.application.settle_update import AcceptUpdate, DismissUpdate
from bankrm.application.visit_context import VisitContexts
from bankrm.domain.audit import Act
from bankrm.domain.blocking import Block
from bankrm.domain.clients import Client
from bankrm.domain.drafts import DraftState
from bankrm.domain.editing import Base, ChangeText, Edit
from bankrm.domain.errors import ExpectedError
from bankrm.domain.ids import DraftId
from bankrm.drafting.ports import Wish
from bankrm.drafting.template.writer import TemplateWriter
from bankrm.ui.aside import Aside
from bankrm.ui.pages.drafts.evidence_presenter import EvidencePresenter, EvidenceQueries
from bankrm.ui.pages.drafts.opening import Queries
from bankrm.ui.pages.drafts.presenter import DraftsPresenter, UseCases
from bankrm.ui.pages.drafts.rewriting import Rewriting
from bankrm.ui.pages.drafts.rows import Way, Writing
from bankrm.ui.pages.drafts.settling_presenter import Settling

PERSON = "渉外 太郎"
FIRST, SECOND = DraftId("first"), DraftId("second")
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
            AddDocument(begin, PrepareVisit(begin, VisitContexts(begin, KNOWLEDGE), TemplateWriter(), clock.now), clock),
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
