"""The draft page as its presenters see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bankrm.application.ports.drafts import DraftSummary
from bankrm.domain.errors import ExpectedError
from bankrm.language.sensitive import Concern
from bankrm.ui.pages.drafts.handing_out import HandingOutView
from bankrm.ui.pages.drafts.rows import (
    BannerRow,
    EvidenceRow,
    HeaderRow,
    PanelWords,
    RecordRow,
    Row,
    StatementRow,
    Writing,
)


class PagePort(Protocol):
    """A page of a document, drawn; presenters only pass it on."""


class EvidenceView(Protocol):
    """The right pane."""

    def show_no_evidence(self) -> None:
        """Nothing is cited."""
        ...

    def show_evidence(self, row: EvidenceRow) -> None:
        """The head of a piece and its words; the source comes later."""
        ...

    def show_record(self, record: RecordRow) -> None:
        """The record it was taken from."""
        ...

    def show_page(self, page: PagePort) -> None:
        """The page it was taken from."""
        ...

    def show_no_page(self) -> None:
        """The page cannot be drawn: its words stand alone."""
        ...

    def focus_evidence(self) -> None:
        """Let the keys scroll the source."""
        ...

    def begin_picking(self, writing: Writing) -> None:
        """Ask for a piece, instead of showing one."""
        ...

    def show_found(self, rows: tuple[StatementRow, ...], *, searched: bool) -> None:
        """What may be picked; `searched`: it is what a search found."""
        ...

    def end_picking(self) -> None:
        """Show evidence again."""
        ...


class DraftsView(HandingOutView, Protocol):
    """The whole page."""

    def show_loading(self) -> None:
        """Something is being read."""
        ...

    def show_failed(self, error: ExpectedError) -> None:
        """It cannot be read: what happened and what to do, in place."""
        ...

    def show_recent(self, rows: tuple[DraftSummary, ...]) -> None:
        """No draft is chosen."""
        ...

    def show_document(self, header: HeaderRow, rows: tuple[Row, ...], *, anew: bool) -> None:
        """A draft, from its beginning where it is shown `anew`; else what the reader looks at stays where it is."""
        ...

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """The same draft, other rows: words that come while a writer writes."""
        ...

    def show_banner(self, banner: BannerRow | None) -> None:
        """What was not asked for."""
        ...

    def select(self, key: str) -> None:
        """Put the focus on a statement."""
        ...

    def open_panel(self, writing: Writing, key: str, text: str = "") -> None:
        """Let something be written in place of a statement, or below it or a heading."""
        ...

    def panel_words(self) -> PanelWords | None:
        """What stands in the open panel by now; None where none is open."""
        ...

    def fill_panel(self, words: PanelWords) -> None:
        """Let that stand in the open panel again."""
        ...

    def hold_panel(self, held: bool) -> None:
        """Let nothing more be typed into it, while what stands there is being kept; or let it be again."""
        ...

    def ask_why(self, concerns: Sequence[Concern]) -> None:
        """Point out, where it is written, what must be thought over, and ask why it is to be kept."""
        ...

    def show_picked(self, rows: tuple[StatementRow, ...]) -> None:
        """The pieces picked so far for what is being written."""
        ...

    def close_panel(self) -> None:
        """Nothing is written any more."""
        ...
