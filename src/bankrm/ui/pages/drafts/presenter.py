"""下書き: what is read, shown and done to one draft; decided without Qt."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar

from bankrm.application.add_document import AddDocument
from bankrm.application.changes import Area, Changes
from bankrm.application.edit_draft import EditDraft, Edited, UndoEdit
from bankrm.application.ports.drafts import DraftSummary
from bankrm.application.queries.drafts import DraftView
from bankrm.application.record_own_view import RecordOwnView
from bankrm.application.rewrite_section import Rewritten
from bankrm.domain.editing import Base, Edit
from bankrm.domain.errors import ExpectedError, NotFound
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import DocumentKindName, StatementKind
from bankrm.ui.aside import Aside
from bankrm.ui.jobs import Done, Jobs, not_told
from bankrm.ui.pages.drafts.acts import Acts
from bankrm.ui.pages.drafts.composing import banner_of, by_set, header_of, rows_of
from bankrm.ui.pages.drafts.evidence_presenter import EvidencePresenter
from bankrm.ui.pages.drafts.focusing import focus_moves_to
from bankrm.ui.pages.drafts.opening import Opened, Opening, Queries
from bankrm.ui.pages.drafts.rewriting import Rewriting
from bankrm.ui.pages.drafts.rows import Row, StatementRow, Told
from bankrm.ui.pages.drafts.settling_presenter import Settling, SettlingPresenter
from bankrm.ui.pages.drafts.unfinished import Taken
from bankrm.ui.pages.drafts.view import DraftsView
from bankrm.ui.pages.drafts.writing_presenter import WritingPresenter
from bankrm.ui.places import DraftsPlace

T = TypeVar("T")
_RECENT = 50


@dataclass(frozen=True, slots=True)
class UseCases:
    """What the page does."""

    edit: EditDraft
    undo: UndoEdit
    redo: UndoEdit
    date: RecordOwnView
    settling: Settling
    add: AddDocument


class DraftsPresenter:
    """One document at a time. What changes it is done by use cases; what they changed is read again."""

    def __init__(
        self, view: DraftsView, jobs: Jobs, queries: Queries, use_cases: UseCases, evidence: EvidencePresenter,
        rewriting: Rewriting, *, today: date, refuse: Callable[[ExpectedError], None], aside: Aside,
        stands_at: Callable[[DraftId | None], None],
    ) -> None:  # fmt: skip
        """`stands_at` is told which draft one would come back to; None for the latest ones."""
        self._view, self._jobs, self._queries, self._do = view, jobs, queries, use_cases
        self._evidence, self._rewriting, self._today, self._refuse = evidence, rewriting, today, refuse
        self._stands_at, self._aside = stands_at, aside
        self._draft: DraftId | None = None
        self._opened: Opened | None = None
        self._acts = Acts()
        self._opening = Opening()
        self._rows: tuple[Row, ...] = ()
        self._chosen = ""
        self._comparing = False
        self.writing = WritingPresenter(view, self, evidence, rewriting, aside)
        self.settling = SettlingPresenter(view, use_cases.settling, self)
        rewriting.written = self._show_streamed

    def arrive(self, place: DraftsPlace) -> None:
        """Show the draft or the set of the visit that was asked for, else what was open, else the latest ones."""
        if place.draft:
            self.open(place.draft)
        elif place.visit:
            self._jobs.read(lambda: self._queries.recent(visit=place.visit), self._open_first, key="drafts")
        elif self._draft:
            self._read()
        else:
            self.show_recent()

    def show_recent(self) -> None:
        """The latest drafts, instead of what is open."""
        if self._opened:
            self._forget()
        self._draft = None
        self._stands_at(None)
        self._read_recent()

    def open(self, draft: DraftId) -> None:
        """A person opens this one."""
        if draft != self._draft:
            if self._opened is None:
                self._view.show_loading()
            self._forget()
            self._draft = draft
            self._stands_at(draft)
        self._opening = Opening()
        self._read()

    def changed(self, changes: Changes) -> None:
        """Read again what is shown where it is concerned."""
        client = self._opened.view.draft.client if self._opened else None
        if self._draft and changes.concern(Area.DRAFTS, Area.QUEUE, Area.RECORDS, client=client):
            self._read()
        elif self._draft is None and changes.concern(Area.DRAFTS):
            self._read_recent()

    def choose(self, key: str) -> None:
        """A statement is in focus: its evidence stands beside it."""
        self._chosen = key
        self.cite(key)

    def cite(self, key: str, evidence: str = "") -> None:
        """One piece of a statement was clicked; without one, its first is meant."""
        row = self.row(key)
        if row and self._opened and not self.writing.is_picking:
            self._evidence.show(self._opened.view.draft, row, evidence)

    def add(self, kind: str) -> None:
        """Have a document written that the set has not, and open it."""
        if self._opened:
            draft, wanted = self._opened.view.draft.id, DocumentKindName(kind)
            self.act(("add", kind), lambda: self._do.add(draft, wanted), lambda added: self.open(added.draft))

    def undo(self) -> None:
        """Take back the last edit."""
        self._step(self._do.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._step(self._do.redo)

    def compare(self, on: bool) -> None:
        """With the first version, or without."""
        self._comparing = on
        self._read()

    def leave(self) -> None:
        """The person goes elsewhere, or the window is locked: what is being written is stopped, what is open stays open."""
        self._rewriting.cancel()
        self.writing.put_aside()

    @property
    def opened(self) -> DraftView | None:
        """As `Document.opened`."""
        return self._opened.view if self._opened else None

    def row(self, key: str) -> StatementRow | None:
        """As `Document.row`."""
        return next((row for row in self._rows if isinstance(row, StatementRow) and row.key == key), None)

    @property
    def keys(self) -> tuple[str, ...]:
        """As `Document.keys`."""
        return tuple(row.key for row in self._rows)

    @property
    def doubted(self) -> tuple[StatementRow, ...]:
        """As `Document.doubted`."""
        statements = (row for row in self._rows if isinstance(row, StatementRow))
        return tuple(row for row in statements if row.questioned and not row.removed)

    def edit(self, edit: Edit, taken: Taken) -> None:
        """As `Document.edit`."""

        def do(draft: DraftId, base: Base) -> Edited:
            edited = self._do.edit(draft, base, edit)
            taken.let_go()
            return edited

        self.change(taken, do, taken)

    def rewrite(self, section: str, instruction: str) -> None:
        """As `Document.rewrite`."""
        if self._opened:
            view, draft = self._opened.view, self._opened.view.draft.id
            done, failed = partial(self._rewritten, draft), partial(self._failed, draft)
            self._rewriting.begin(view, section, instruction, done=done, failed=failed)

    def date(self, key: str) -> None:
        """As `Document.date`."""
        row, opened = self.row(key), self._opened
        if row and opened and row.kind is StatementKind.OWN_VIEW and not row.removed:
            client, words, today = opened.view.draft.client, row.text, self._today
            self.act(("date", key), lambda: self._do.date(client, words, today), lambda _: self._view.tell(Told.DATED))

    def act(
        self, name: Hashable, use_case: Callable[[], T], done: Done[T] = not_told, taken: Taken | None = None
    ) -> None:
        """As `Document.act`. The answer closes the panel from which that came; what was opened since is left alone."""
        if self._opened is None:
            return
        draft = self._opened.view.draft.id
        act = draft, name
        if not self._acts.begin(act):
            return

        def answered(answer: T) -> None:
            self._acts.answered(act)
            self.writing.close(taken)
            done(answer)

        def ended() -> None:
            self._acts.ended(act)
            self.writing.release(taken)

        self._jobs.act(use_case, answered, failed=partial(self._failed, draft), ended=ended)

    def change(self, name: Hashable, change: Callable[[DraftId, Base], Edited], taken: Taken | None = None) -> None:
        """As `Document.change`."""
        if opened := self._opened:
            draft, step = opened.view.draft.id, opened.standing.step
            self.act(name, lambda: step(change), lambda edited: self._follow(draft, edited), taken)

    def _failed(self, draft: DraftId, error: ExpectedError) -> None:
        """Says why, and reads that draft again where it is still the one that is open."""
        self._refuse(error)
        if self._draft == draft:
            self._read()

    def _read_recent(self) -> None:
        self._jobs.read(lambda: by_set(self._queries.recent(newest=_RECENT)), self._view.show_recent, key="drafts")

    def _read(self) -> None:
        """Read what is open."""
        if self._draft:
            read = partial(self._opening.read, self._draft, self._queries, self._aside, comparing=self._comparing)
            self._jobs.read(read, self._show, key="drafts", failed=self._unreadable)

    def _show(self, opened: Opened) -> None:
        view = opened.view
        rewritable = self._rewriting.possible and view.newer is None
        rows = rows_of(view.draft, self._today, rewritable=rewritable, compared=opened.compared, rules=view.rules)
        self.writing.stay([row.key for row in rows])
        before, self._rows, self._opened = self._rows, rows, opened
        self._acts.read()
        header = header_of(view, opened.visit, comparing=self._comparing)
        self._view.show_document(header, self._rewriting.among(self._rows), anew=not before)
        self._view.show_banner(banner_of(view, writing=self.writing.is_open))
        self._focus(before)
        self.writing.resume(opened.formers)

    def _focus(self, before: tuple[Row, ...]) -> None:
        """Who writes is left alone."""
        if self.writing.is_open:
            return
        wanted = focus_moves_to(before, self._rows, self._chosen)
        if wanted:
            self._view.select(wanted)
        self.choose(wanted or self._chosen)

    def _step(self, step: UndoEdit) -> None:
        opened = self._opened
        if opened is None or opened.view.newer:
            return
        possible = opened.view.can_undo if step is self._do.undo else opened.view.can_redo
        if possible:
            self.change(step, step)

    def _follow(self, draft: DraftId, edited: Edited) -> None:
        """What was changed is told to all pages after this, and read again then, where it is still the one that is open."""
        if self._draft == draft:
            self._draft = edited.draft
            self._stands_at(edited.draft)

    def _rewritten(self, draft: DraftId, rewritten: Rewritten) -> None:
        if self._draft == draft and not rewritten.followed:
            self._view.tell(Told.NOT_FOLLOWED)
        self._follow(draft, rewritten.edited)

    def _unreadable(self, error: ExpectedError) -> None:
        self._acts.read()
        if isinstance(error, NotFound):
            self._draft = self._opened = None
        self._view.show_failed(error)

    def _open_first(self, found: tuple[DraftSummary, ...]) -> None:
        """The first document of a visit's set, the one that is read before the visit."""
        if found:
            self.open(by_set(found)[0].id)
        else:
            self.show_recent()

    def _forget(self) -> None:
        self.writing.put_aside()
        self.writing.end()
        self._rewriting.cancel()
        self._rows, self._chosen, self._comparing, self._opened = (), "", False, None

    def _show_streamed(self) -> None:
        self._view.show_rows(self._rewriting.among(self._rows))
