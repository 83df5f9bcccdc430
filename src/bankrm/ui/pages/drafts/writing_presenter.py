"""What a person writes, strikes, keeps and asks for, from the key pressed to the edit; decided without Qt."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from bankrm.application.queries.drafts import DraftView
from bankrm.domain.approval import INTERNAL_KINDS
from bankrm.domain.drafts import RemovalReason
from bankrm.domain.editing import AddOwnView, AddStatement, ChangeText, Edit, Keep, Remove
from bankrm.domain.ids import DraftId
from bankrm.domain.recipes import OWN_WORD_SECTION, StatementKind
from bankrm.language.sensitive import concerns
from bankrm.ui.aside import Aside, Unfinished
from bankrm.ui.pages.drafts.composing import banner_of, heading_key, section_of
from bankrm.ui.pages.drafts.evidence_presenter import EvidencePresenter
from bankrm.ui.pages.drafts.rewriting import Rewriting
from bankrm.ui.pages.drafts.rows import PanelWords, StatementRow, Writing
from bankrm.ui.pages.drafts.unfinished import Taken
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

    @property
    def keys(self) -> Sequence[str]:
        """Of its rows, headings among them, in order."""
        ...

    def edit(self, edit: Edit, taken: Taken) -> None:
        """Change it by what was taken of a panel; `WritingPresenter.close` and `release` are told how that went."""
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
        self._key = ""  # of the row that the panel belongs to
        self._taken: Taken | None = None  # of the panel that is open, until that is answered

    @property
    def is_open(self) -> bool:
        """Whether something is being written."""
        return self._writing is not None

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
        elif wish == Writing.OWN_VIEW and opened.draft.kind not in INTERNAL_KINDS:
            self._begin(Writing.OWN_WORD, heading_key(OWN_WORD_SECTION), opened)
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
                self._edit(ChangeText(key, words, why if found else ""))
            case Writing.OWN_WORD:
                self._edit(AddOwnView(OWN_WORD_SECTION, words))
            case Writing.OWN_VIEW:
                self._edit(AddOwnView(self._section(key), words, after=key, why=why if found else ""))
            case Writing.ADD:
                pieces = self._evidence.picked
                self._edit(AddStatement(self._section(key), words, pieces, after=key))
            case Writing.REWRITE | Writing.RENEW:
                self.end()
                self._document.rewrite(self._section(key), words)
            case Writing.LEFT:
                self.end()
            case Writing.REMOVE | Writing.KEEP:
                raise ValueError(writing)

    def remove(self, key: str, reason: str, words: str) -> None:
        """A reason was chosen."""
        self._edit(Remove(key, RemovalReason(reason), words))

    def pick(self, key: str) -> None:
        """A piece was picked: it bears the questioned statement out, or joins those of the new one."""
        piece = self._evidence.pick(key, many=self._writing is Writing.ADD)
        if piece and self._writing is Writing.KEEP:
            self._edit(Keep(self._key, piece))
        elif piece:
            self._view.show_picked(self._evidence.picked_rows())

    def drop(self) -> None:
        """Esc: what was opened last is closed; without anything open, the writer is stopped."""
        if not self.is_open:
            self._rewriting.cancel()
        self.end()

    def end(self) -> None:
        """Close what is open."""
        writing, self._writing, self._taken = self._writing, None, None
        if writing in _PICKING:
            self._evidence.end_picking()
        if writing is not None:
            self._view.close_panel()
            opened = self._document.opened
            self._view.show_banner(banner_of(opened) if opened else None)

    def stay(self, keys: Collection[str]) -> None:
        """These rows are going to be shown: a panel whose row is not among them cannot stay, and what stands in it is put aside."""
        if self.is_open and self._key not in keys:
            self.put_aside()
            self.end()

    def put_aside(self) -> None:
        """The page is left, or shows another document: hold what is being written, where it says anything."""
        opened, held = self._document.opened, self._standing()
        if opened is None or held is None or self._taken:  # what was taken is held already, until it is kept
            return
        row = self._document.row(self._key)
        untouched = row.text if row and self._writing is Writing.EDIT else ""
        if held.words != untouched or held.picked or self._writing is Writing.REMOVE:
            self._aside.put(opened.draft.id, held)

    def resume(self, formers: Sequence[DraftId]) -> None:
        """Open the panel again that was put aside of this document, or of one of its former revisions."""
        opened = self._document.opened
        if opened is None or opened.newer:
            return
        for former in formers:
            self._aside.move(former, opened.draft.id)
        held = self._aside.look(opened.draft.id)
        if held is None or self._taken:
            return
        if not self.is_open:
            self._reopen(held, opened)
        elif (held.writing, held.key) == (
            self._writing,
            self._key,
        ):  # it was left standing, and what stands there is newer
            self._aside.clear(opened.draft.id)

    def _reopen(self, held: Unfinished, opened: DraftView) -> None:
        """In its place; where that is gone, at the beginning, to be copied. What was done after all is let go."""
        writing, key, keys = Writing(held.writing), held.key, self._document.keys
        if not keys or (writing is Writing.REWRITE and not self._rewriting.possible):
            return
        self._aside.clear(opened.draft.id)
        if self._is_done(held):
            return
        if key not in keys or not self._can(writing, key):
            writing, key = Writing.LEFT, keys[0]
        self._view.select(key)
        self._begin(writing, key, opened)
        self._view.fill_panel(PanelWords(held.words, held.why, held.choice))
        if self.is_picking and held.picked:
            self._evidence.pick_again(held.picked)
            self._view.show_picked(self._evidence.picked_rows())

    def _is_done(self, held: Unfinished) -> bool:
        """Whether what was put aside was done meanwhile, here or elsewhere."""
        row = self._document.row(held.key)
        if held.writing == Writing.REMOVE:
            return row is None or row.removed
        return held.writing == Writing.EDIT and row is not None and row.text == held.words.strip()

    def _standing(self) -> Unfinished | None:
        """What stands in the open panel, where that holds words."""
        told = self._view.panel_words()
        if self._writing is None or told is None:
            return None
        return Unfinished(self._writing.value, self._key, told.words, told.why, told.choice, self._evidence.picked)

    def _edit(self, edit: Edit) -> None:
        """What stands in the panel is taken, once; nothing is typed over it until it is answered."""
        opened = self._document.opened
        if opened and self._taken is None:
            self._taken = taken = Taken(self._aside, opened.draft.id, self._standing())
            self._view.hold_panel(True)
            self._document.edit(edit, taken)

    def _is_own_view(self, writing: Writing, key: str) -> bool:
        row = self._document.row(key)
        changed = writing is Writing.EDIT and row is not None and row.kind is StatementKind.OWN_VIEW
        return changed or writing is Writing.OWN_VIEW

    def close(self, taken: Taken | None) -> None:
        """That is kept: close its panel, and none that was opened since."""
        if taken and taken is self._taken:
            self.end()

    def release(self, taken: Taken | None) -> None:
        """That has ended; where it was not kept, it stands in its panel to be written on."""
        if taken and taken is self._taken:
            self._taken = None
            taken.let_go()
            self._view.hold_panel(False)

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
        self._writing, self._key = writing, key
        self._view.show_banner(banner_of(opened, writing=True))
        if writing in _PICKING:
            self._evidence.begin_picking(writing, opened.draft, row if writing is Writing.KEEP else None)
        if writing is Writing.REWRITE:
            shown = writing if self._rewriting.follows else Writing.RENEW
            self._key = row.section if row else key
            self._view.open_panel(shown, self._key)
        elif writing is not Writing.KEEP:
            self._view.open_panel(writing, key, row.text if row else "")

    def _section(self, key: str) -> str:
        row = self._document.row(key)
        return section_of(row.section if row else key)
