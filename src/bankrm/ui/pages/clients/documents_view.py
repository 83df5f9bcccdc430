"""資料: the papers with owner, version and validity; the one that is chosen is read beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from bankrm.application.queries.client_file import DocumentRow
from bankrm.domain.documents import Document
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.clients.document_reader import DocumentReader
from bankrm.ui.pages.clients.view import PageOnPaper
from bankrm.ui.pages.clients.words import NONE, document_words, expiry_words, full_date
from bankrm.ui.theme import M
from bankrm.ui.widgets.surfaces import column
from bankrm.ui.widgets.tables import Column, RowsTable
from bankrm.ui.widgets.text import label

_ASIDE = (2, 3, 4, 6)  # columns that give way while a paper is read: owner, version, day of issue, pages


class DocumentsView(QWidget):
    """Enter opens a paper, Esc closes it."""

    opened = Signal(str)
    page_wanted = Signal(int)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.table: RowsTable[DocumentRow] = RowsTable(
            self.tr("資料の一覧"), self._columns(), appearance, key=lambda one: one.document.ref
        )
        self.table.opened.connect(lambda one: self.opened.emit(one.document.ref))
        self._nothing = label(
            self.tr("資料がまだありません。見積書や決算書などのファイルを取り込むと、ここに並びます。"),
            "dim",
            wrap=True,
        )
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._reader = DocumentReader(appearance)
        self._reader.closed.connect(self.close_document)
        self._reader.page_wanted.connect(self.page_wanted)
        self._reader.hide()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self.table)
        self._split.addWidget(self._reader)
        self._split.setChildrenCollapsible(False)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._split)
        layout = column(self._stack)
        layout.setContentsMargins(0, M, 0, M)
        self.setLayout(layout)

    def show_documents(self, rows: Sequence[DocumentRow]) -> None:
        """The papers of one client and the bank's."""
        self.table.show_rows(rows)
        self._stack.setCurrentIndex(1 if rows else 0)

    def clear(self) -> None:
        """Nothing is known yet, and nothing is read."""
        self.show_documents(())
        self._reader.hide()
        self._show_all_columns(True)

    def show_document(self, document: Document, page: int | None) -> None:
        """Its text, page by page, at the page that is wanted."""
        self._reader.show_document(document, page)
        if self._reader.isHidden():
            self._reader.show()
            self._split.setSizes([self.width() * 2 // 5, self.width() * 3 // 5])
        self._show_all_columns(False)

    def show_page(self, document: Document, page: int, picture: PageOnPaper) -> None:
        """A page as it looks on paper."""
        self._reader.show_page(document, page, picture)

    @Slot()
    def close_document(self) -> bool:
        """Whether there was one to close."""
        was_open = not self._reader.isHidden()
        self._reader.hide()
        self._show_all_columns(True)
        if was_open:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return was_open

    def _show_all_columns(self, everything: bool) -> None:
        for place in _ASIDE:
            self.table.setColumnHidden(place, not everything)

    def _columns(self) -> list[Column[DocumentRow]]:
        return [
            Column(self.tr("資料名"), lambda one: one.document.title, wide=True),
            Column(self.tr("種類"), lambda one: document_words(one.document.kind), width=88),
            Column(self.tr("所管"), lambda one: one.document.owner or NONE, width=110),
            Column(self.tr("版"), lambda one: str(one.document.version), lambda one: one.document.version, right=True, width=44),
            Column(self.tr("発行日"), lambda one: full_date(one.document.issued), lambda one: one.document.issued, width=100),
            Column(
                self.tr("有効期限"), lambda one: expiry_words(one.document.valid_until, expired=one.expired),
                lambda one: one.document.valid_until, width=176, tone=lambda one: "bad" if one.expired else "",
            ),
            Column(self.tr("ページ"), lambda one: str(one.document.pages or NONE), lambda one: one.document.pages, right=True, width=64),
        ]  # fmt: skip
