"""The draft page as its presenters see it, without widgets: it remembers what is shown."""

from __future__ import annotations

from collections.abc import Sequence

from bankrm.application.ports.drafts import DraftSummary
from bankrm.domain.errors import ExpectedError
from bankrm.drafting.sheet import PrintedSheet
from bankrm.language.sensitive import Concern
from bankrm.ui.pages.drafts.rows import (
    BannerRow,
    EvidenceRow,
    HeaderRow,
    HeadingRow,
    PanelWords,
    RecordRow,
    Row,
    StatementRow,
    Told,
    Writing,
)
from bankrm.ui.pages.drafts.view import PagePort


class DraftsScreen:
    """As `DraftsView`."""

    def __init__(self) -> None:
        self.recent: tuple[DraftSummary, ...] | None = None
        self.failed: ExpectedError | None = None
        self.header: HeaderRow | None = None
        self.rows: tuple[Row, ...] = ()
        self.banner: BannerRow | None = None
        self.selected = ""
        self.panel: tuple[Writing, str, str] | None = None
        self.words = PanelWords("")
        self.held = False
        self.picking: Writing | None = None
        self.found: tuple[StatementRow, ...] = ()
        self.picked: tuple[StatementRow, ...] = ()
        self.evidence: EvidenceRow | None = None
        self.source: RecordRow | PagePort | None = None
        self.without_page = False
        self.clipboard = ""
        self.told: list[Told] = []
        self.shown: list[tuple[Row, ...]] = []
        self.anew: list[bool] = []
        self.asked_for = ""
        self.asked_why: tuple[Concern, ...] = ()
        self.sheet: PrintedSheet | None = None
        self.carriable = False
        self.printed: list[PrintedSheet] = []

    @property
    def texts(self) -> list[str]:
        """The statements' words in order."""
        return [row.text for row in self.rows if isinstance(row, StatementRow)]

    @property
    def headings(self) -> list[HeadingRow]:
        """The headings in order."""
        return [row for row in self.rows if isinstance(row, HeadingRow)]

    def row(self, key: str) -> StatementRow:
        """One statement."""
        return next(row for row in self.rows if isinstance(row, StatementRow) and row.key == key)

    def show_loading(self) -> None:
        self.header, self.rows = None, ()

    def show_failed(self, error: ExpectedError) -> None:
        self.failed = error

    def show_recent(self, rows: tuple[DraftSummary, ...]) -> None:
        self.recent = rows

    def show_document(self, header: HeaderRow, rows: tuple[Row, ...], *, anew: bool) -> None:
        self.header = header
        self.anew.append(anew)
        self.show_rows(rows)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        self.rows = rows
        self.shown.append(rows)

    def show_banner(self, banner: BannerRow | None) -> None:
        self.banner = banner

    def tell(self, told: Told) -> None:
        self.told.append(told)

    def select(self, key: str) -> None:
        self.selected = key

    def open_panel(self, writing: Writing, key: str, text: str = "") -> None:
        self.held = False
        self.panel, self.words = (writing, key, text), PanelWords(text if writing is Writing.EDIT else "")

    def panel_words(self) -> PanelWords | None:
        return self.words if self.panel else None

    def fill_panel(self, words: PanelWords) -> None:
        self.words = words

    def hold_panel(self, held: bool) -> None:
        self.held = held

    def ask_why(self, concerns: Sequence[Concern]) -> None:
        self.asked_why = tuple(concerns)

    def show_picked(self, rows: tuple[StatementRow, ...]) -> None:
        self.picked = rows

    def close_panel(self) -> None:
        self.panel = None

    def ask_where(self, name: str) -> None:
        self.asked_for = name

    def show_sheet(self, sheet: PrintedSheet, *, carriable: bool) -> None:
        self.sheet, self.carriable = sheet, carriable

    def print_sheet(self, sheet: PrintedSheet) -> None:
        self.printed.append(sheet)

    def show_no_evidence(self) -> None:
        self.evidence = self.source = None

    def show_evidence(self, row: EvidenceRow) -> None:
        self.evidence, self.source, self.without_page = row, None, False

    def show_record(self, record: RecordRow) -> None:
        self.source = record

    def show_page(self, page: PagePort) -> None:
        self.source = page

    def show_no_page(self) -> None:
        self.without_page = True

    def focus_evidence(self) -> None:
        """Nothing has a focus here."""

    def copy(self, text: str) -> None:
        self.clipboard = text

    def begin_picking(self, writing: Writing) -> None:
        self.picking = writing

    def show_found(self, rows: tuple[StatementRow, ...], *, searched: bool) -> None:  # noqa: ARG002
        self.found = rows

    def end_picking(self) -> None:
        self.picking = None
