"""What a person writes, strikes, keeps and asks for, from the key pressed to the edit; decided without Qt."""

from __future__ import annotations

from typing import Protocol

from bankrm.application.queries.drafts import DraftView
from bankrm.domain.drafts import RemovalReason
from bankrm.domain.editing import AddOwnView, AddStatement, ChangeText, Edit, Keep, Remove
from bankrm.domain.recipes import StatementKind
from bankrm.language.sensitive import concerns
from bankrm.ui.aside import Aside, Unfinished
from bankrm.ui.pages.drafts.composing import banner_of, section_of
from bankrm.ui.pages.drafts.evidence_presenter import EvidencePresenter
from bankrm.ui.pages.drafts.rewriting import Rewriting
from bankrm.ui.pages.drafts.rows import PanelWords, StatementRow, Writing
from bankrm.ui.pages.drafts.view import DraftsView

_PICKING = (Writing.KEEP, Writing.ADD)


class Document(Protocol):
    """The document that is open."""

    @property
    def opened(self) -> DraftView | None:
        """As it was read; None where none is."""
        ...

    def row(self, key: str) -> StatementRow | None:
        """One of its statements."""
        ...

    def edit(self, edit: Edit) -> None:
        """Change it."""
        ...

    def rewrite(self, section: str, instruction: str) -> None:
        """Have a section written anew."""
        ...

    def date(self, key: str) -> None:
        """Make the person's own knowledge a dated record."""
        ...


class WritingPresenter:
    """One panel at a time; opening another closes it."""

    def __init__(
        self, view: DraftsView, document: Document, evidence: EvidencePresenter, rewriting: Rewriting, aside: Aside
    ) -> None:
        self._view, self._document, self._aside = view, document, aside
        self._evidence, self._rewriting = evidence, rewriting
        self._writing: Writing | None = None
        self._count = 0  # of the panels opened so far
        self._key = ""  # of the row that the panel belongs to

    @property
    def is_open(self) -> bool:
        """Whether something is being written."""
        return self._writing is not None

    @property
    def panel(self) -> int:
        """The number of the panel that is open, 0 where none is."""
        return self._count if self.is_open else 0

    @property
    def is_picking(self) -> bool:
        """Whether the right pane is for picking evidence."""
        return self._writing in _PICKING

    def wish(self, wish: str, key: str) -> None:
        """A key or a click on a row."""
        opened = self._document.opened
        if opened is None or opened.newer:
            return
        if wish == "cancel":
            self._rewriting.cancel()
        elif wish == "date":
            self._document.date(key)
        elif self._can(Writing(wish), key):
            self._begin(Writing(wish), key, opened)

    def take(self, writing: str, key: str, words: str, why: str = "") -> None:
        """Words were written in a panel. What of one's own knowledge must be thought over is pointed out first, and kept only with a
        reason."""
        found = concerns(words) if self._is_own_view(Writing(writing), key) else ()
        if found and not why:
            self._view.ask_why(found)
            return
        match Writing(writing):
            case Writing.EDIT:
                self._document.edit(ChangeText(key, words, why if found else ""))
            case Writing.OWN_VIEW:
                self._document.edit(AddOwnView(self._section(key), words, after=key, why=why if found else ""))
            case Writing.ADD:
                pieces = self._evidence.picked
                self._document.edit(AddStatement(self._section(key), words, pieces, after=key))
            case Writing.REWRITE | Writing.RENEW:
                self.end()
                self._document.rewrite(self._section(key), words)
            case Writing.REMOVE | Writing.KEEP:
                raise ValueError(writing)

    def remove(self, key: str, reason: str, words: str) -> None:
        """A reason was chosen."""
        self._document.edit(Remove(key, RemovalReason(reason), words))

    def pick(self, key: str) -> None:
        """A piece was picked: it bears the questioned statement out, or joins those of the new one."""
        piece = self._evidence.pick(key, many=self._writing is Writing.ADD)
        if piece and self._writing is Writing.KEEP:
            self._document.edit(Keep(self._key, piece))
        elif piece:
            self._view.show_picked(self._evidence.picked_rows())

    def drop(self) -> None:
        """Esc: what was opened last is closed; without anything open, the writer is stopped."""
        if not self.is_open:
            self._rewriting.cancel()
        self.end()

    def end(self) -> None:
        """Close what is open."""
        writing, self._writing = self._writing, None
        if writing in _PICKING:
            self._evidence.end_picking()
        if writing is not None:
            self._view.close_panel()
            opened = self._document.opened
            self._view.show_banner(banner_of(opened) if opened else None)

    def put_aside(self) -> None:
        """The page is left, or shows another document: hold what is being written, where it says anything."""
        opened, told = self._document.opened, self._view.panel_words()
        if opened is None or self._writing is None or told is None:
            return
        row, picked = self._document.row(self._key), self._evidence.picked
        untouched = row.text if row and self._writing is Writing.EDIT else ""
        if told.words != untouched or picked or self._writing is Writing.REMOVE:
            held = Unfinished(self._writing.value, self._key, told.words, told.why, told.choice, picked)
            self._aside.put(opened.draft.id, held)

    def resume(self) -> None:
        """Open the panel again that was put aside of this document, where its row is still there."""
        opened = self._document.opened
        held = self._aside.look(opened.draft.id) if opened else None
        if opened is None or held is None or opened.newer or not (self.is_open or self._fits(held)):
            return
        self._aside.clear(opened.draft.id)
        if self.is_open:  # it was left standing, and what stands there is newer
            return
        self._view.select(held.key)
        self._begin(Writing(held.writing), held.key, opened)
        self._view.fill_panel(PanelWords(held.words, held.why, held.choice))
        if held.picked:
            self._evidence.pick_again(held.picked)
            self._view.show_picked(self._evidence.picked_rows())

    def _fits(self, held: Unfinished) -> bool:
        """Whether what was put aside has its row here, and was not taken meanwhile after all."""
        of_a_statement, row = Writing(held.writing) in (Writing.EDIT, Writing.REMOVE), self._document.row(held.key)
        if of_a_statement and (row is None or row.text == held.words.strip()):
            return False
        return self._can(Writing(held.writing), held.key)

    def _is_own_view(self, writing: Writing, key: str) -> bool:
        row = self._document.row(key)
        changed = writing is Writing.EDIT and row is not None and row.kind is StatementKind.OWN_VIEW
        return changed or writing is Writing.OWN_VIEW

    def end_panel(self, panel: int) -> None:
        """Its words were taken: close that one, and none that was opened since."""
        if panel == self.panel:
            opened = self._document.opened
            if opened:
                self._aside.clear(opened.draft.id)
            self.end()

    def _can(self, writing: Writing, key: str) -> bool:
        row = self._document.row(key)
        if row and (row.removed or row.streaming):
            return False
        if writing is Writing.KEEP:
            return row is not None and row.questioned
        return writing is not Writing.REWRITE or self._rewriting.possible

    def _begin(self, writing: Writing, key: str, opened: DraftView) -> None:
        row = self._document.row(key)
        self.end()
        self._writing, self._key, self._count = writing, key, self._count + 1
        self._view.show_banner(banner_of(opened, writing=True))
        if writing in _PICKING:
            self._evidence.begin_picking(writing, opened.draft, row if writing is Writing.KEEP else None)
        if writing is Writing.REWRITE:
            shown = writing if self._rewriting.follows else Writing.RENEW
            self._view.open_panel(shown, row.section if row else key)
        elif writing is not Writing.KEEP:
            self._view.open_panel(writing, key, row.text if row else "")

    def _section(self, key: str) -> str:
        row = self._document.row(key)
        return section_of(row.section if row else key)
