"""下書き: three panes in which each sentence is one key away from what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from bankrm.application.ports.drafts import DraftSummary
from bankrm.domain.errors import ExpectedError
from bankrm.drafting.sheet import PrintedSheet
from bankrm.language.sensitive import Concern
from bankrm.ui.appearance import Appearance
from bankrm.ui.errors import words_for
from bankrm.ui.layout_memory import LayoutMemory
from bankrm.ui.pages.drafts.banner import Banner
from bankrm.ui.pages.drafts.header import DraftHeader
from bankrm.ui.pages.drafts.panes import DocumentPane, Panes
from bankrm.ui.pages.drafts.print_pane import PrintPane
from bankrm.ui.pages.drafts.recent import RecentDrafts
from bankrm.ui.pages.drafts.rows import (
    BannerRow,
    HeaderRow,
    PanelWords,
    Row,
    StatementRow,
    Told,
    Writing,
)
from bankrm.ui.pages.drafts.view import EvidenceView
from bankrm.ui.theme import XL, L
from bankrm.ui.widgets.beginning import BeginsAt
from bankrm.ui.widgets.surfaces import column
from bankrm.ui.widgets.text import label


class DraftsPage(BeginsAt):
    """The latest drafts, or one document. Decides nothing: every wish is a signal."""

    draft_chosen = Signal(str)
    today_requested = Signal()
    recent_requested = Signal()
    statement_chosen = Signal(str)
    evidence_opened = Signal()
    citation_chosen = Signal(str, str)
    walked = Signal(int)
    wished = Signal(str, str)
    way_chosen = Signal(str)
    undo_requested = Signal()
    redo_requested = Signal()
    compare_requested = Signal(bool)
    print_requested = Signal()
    version_chosen = Signal(str)
    printer_chosen = Signal()
    kind_wanted = Signal(str)
    export_requested = Signal()
    export_chosen = Signal(str)
    written = Signal(str, str, str, str)
    removal_chosen = Signal(str, str, str)
    panel_dropped = Signal()
    escaped = Signal()
    banner_taken = Signal(str)
    banner_left = Signal(str)
    evidence_searched = Signal(str)
    evidence_picked = Signal(str)
    picking_left = Signal()
    citation_copied = Signal()
    statement_copied = Signal(str)
    source_requested = Signal()
    told = Signal(str)

    def __init__(self, appearance: Appearance, memory: LayoutMemory) -> None:
        super().__init__()
        self.setObjectName("page")
        self._header, self._banner = DraftHeader(appearance), Banner()
        self._panes = Panes(appearance, memory)
        self._recent, self._told = RecentDrafts(appearance), _Told()
        self._document = DocumentPane(self._header, self._banner, self._panes)
        self._stack = QStackedWidget()
        self._print = PrintPane()
        for part in (self._told, self._recent, self._document, self._print):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._connect()
        self._add_keys()

    @property
    def evidence(self) -> EvidenceView:
        """The right pane."""
        return self._panes

    def show_loading(self) -> None:
        """As `DraftsView.show_loading`."""
        self._told.tell(self.tr("下書きを読んでいます…"), "")
        self._stack.setCurrentWidget(self._told)

    def show_failed(self, error: ExpectedError) -> None:
        """As `DraftsView.show_failed`."""
        words = words_for(error)
        self._told.tell(words.title, words.what_to_do)
        self._stack.setCurrentWidget(self._told)

    def show_recent(self, rows: tuple[DraftSummary, ...]) -> None:
        """As `DraftsView.show_recent`."""
        self._recent.show_recent(rows)
        self._stack.setCurrentWidget(self._recent)
        self.begin_at(self._recent.table)

    def show_document(self, header: HeaderRow, rows: tuple[Row, ...], *, anew: bool) -> None:
        """As `DraftsView.show_document`."""
        self._header.show_header(header)
        self._panes.show_rows(rows)
        if anew:
            self._panes.statements.scrollToTop()
        if self._stack.currentWidget() is self._print and not anew:
            return  # who looks at the pages goes on doing so
        arrives = self._stack.currentWidget() is not self._document
        self._stack.setCurrentWidget(self._document)
        self.begin_at(self._panes.statements)
        if arrives:
            self._panes.statements.setFocus()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """As `DraftsView.show_rows`."""
        self._panes.show_rows(rows)

    def show_banner(self, banner: BannerRow | None) -> None:
        """As `DraftsView.show_banner`."""
        self._banner.show_row(banner)

    def tell(self, told: Told) -> None:
        """As `HandingOutView.tell`."""
        words = {
            Told.NOT_FOLLOWED: self.tr("この節は、指示によらず記録から書き直しました。"),
            Told.DATED: self.tr("今日の日付の記録にしました。次の下書きから根拠になります。"),
            Told.COPIED: self.tr("引用をコピーしました。"),
            Told.EXPORTED: self.tr("書き出しました。"),
            Told.PRINTED: self.tr("印刷しました。"),
        }
        self.told.emit(words[told])

    def select(self, key: str) -> None:
        """As `DraftsView.select`."""
        self._panes.statements.select(key)

    def open_panel(self, writing: Writing, key: str, text: str = "") -> None:
        """As `DraftsView.open_panel`."""
        self._panes.open_panel(writing, key, text)

    def panel_words(self) -> PanelWords | None:
        """As `DraftsView.panel_words`."""
        return self._panes.panel_words()

    def fill_panel(self, words: PanelWords) -> None:
        """As `DraftsView.fill_panel`."""
        self._panes.fill_panel(words)

    def hold_panel(self, held: bool) -> None:
        """As `DraftsView.hold_panel`."""
        self._panes.hold_panel(held)

    def ask_why(self, concerns: Sequence[Concern]) -> None:
        """As `DraftsView.ask_why`."""
        self._panes.ask_why(concerns)

    def show_picked(self, rows: tuple[StatementRow, ...]) -> None:
        """As `DraftsView.show_picked`."""
        self._panes.show_picked(rows)

    def close_panel(self) -> None:
        """As `DraftsView.close_panel`."""
        self._panes.close_panel()

    def ask_where(self, name: str) -> None:
        """As `HandingOutView.ask_where`."""
        kind = self.tr("メール (*.eml)") if name.endswith(".eml") else self.tr("Word (*.docx)")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("書き出し"), name, kind)
        if path:
            self.export_chosen.emit(path)

    def show_sheet(self, sheet: PrintedSheet, *, carriable: bool) -> None:
        """As `HandingOutView.show_sheet`."""
        self._print.show_sheet(sheet, carriable=carriable)
        self._stack.setCurrentWidget(self._print)
        self.begin_at(self._print)  # whoever comes back to the page meets its keys there, Esc among them
        self._print.setFocus()

    def print_sheet(self, sheet: PrintedSheet) -> None:
        """As `HandingOutView.print_sheet`."""
        self._print.print_sheet(sheet)

    def copy(self, text: str) -> None:
        """As `HandingOutView.copy`."""
        QGuiApplication.clipboard().setText(text)

    def _connect(self) -> None:
        header, panes = self._header, self._panes
        pairs = (
            (self._recent.draft_chosen, self.draft_chosen), (self._recent.today_requested, self.today_requested),
            (header.recent_requested, self.recent_requested), (header.tab_chosen, self.draft_chosen), (header.way_chosen, self.way_chosen),
            (header.undo_requested, self.undo_requested), (header.redo_requested, self.redo_requested),
            (header.compare_requested, self.compare_requested), (header.print_requested, self.print_requested),
            (header.export_requested, self.export_requested), (header.kind_wanted, self.kind_wanted), (panes.statements.chosen, self.statement_chosen),
            (panes.statements.citation_chosen, self.citation_chosen), (panes.walked, self.walked),
            (panes.statements.wished, self.wished),
            (panes.citation_copied, self.citation_copied), (panes.source_requested, self.source_requested),
            (panes.written, self.written), (panes.removal_chosen, self.removal_chosen),
            (panes.panel_dropped, self.panel_dropped), (panes.evidence_searched, self.evidence_searched),
            (panes.evidence_picked, self.evidence_picked), (panes.picking_left, self.picking_left),
            (self._document.escaped, self.escaped),
        )  # fmt: skip
        for source, target in pairs:
            source.connect(target)
        header.way_chosen.connect(self._leave_ways)
        panes.statements.copied.connect(self.statement_copied)
        self._print.version_chosen.connect(self.version_chosen)
        self._print.printer_chosen.connect(self.printer_chosen)
        self._print.closed.connect(self._leave_print)
        panes.statements.opened.connect(self.evidence_opened)
        header.reason_followed.connect(self.select)
        self._document.submitted.connect(self._submit)
        self._banner.taken.connect(self._leave_ways)
        self._banner.taken.connect(self.banner_taken)
        self._banner.left.connect(self.banner_left)

    def _add_keys(self) -> None:
        keys = {
            "Ctrl+Z": self.undo_requested, "Ctrl+Shift+Z": self.redo_requested, "Ctrl+P": self.print_requested,
            "Ctrl+Shift+C": self.citation_copied,
        }  # fmt: skip
        for key, wish in keys.items():
            QShortcut(QKeySequence(key), self._document).activated.connect(wish)

    @Slot()
    def _leave_print(self) -> None:
        self._stack.setCurrentWidget(self._document)
        self.begin_at(self._panes.statements)
        self._panes.statements.setFocus()

    @Slot()
    def _leave_ways(self) -> None:
        """A way that was taken goes, and the focus would pass to the next: nobody submits by one Enter too many."""
        self._panes.statements.setFocus()

    @Slot()
    def _submit(self) -> None:
        self.way_chosen.emit("submit")


class _Told(QWidget):
    """A state in words: being read, failed."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._what = label("", "heading", wrap=True), label("", "dim", wrap=True)
        layout = column(self._title, self._what, margin=XL, space=L)
        layout.addStretch(1)
        self.setLayout(layout)

    def tell(self, title: str, what_to_do: str) -> None:
        """Say it."""
        self._title.setText(title)
        self._what.setText(what_to_do)
