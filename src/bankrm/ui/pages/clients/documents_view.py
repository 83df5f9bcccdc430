"""資料: the papers with owner, version and validity; the one that is chosen is read beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QStackedWidget, QWidget

from bankrm.application.queries.client_file import DocumentRow
from bankrm.domain.documents import Document
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.clients.words import NONE, document_words, expiry_words, full_date
from bankrm.ui.theme import M, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import column, row
from bankrm.ui.widgets.tables import Column, RowsTable
from bankrm.ui.widgets.text import ElidedLabel, label

_ASIDE = (2, 3, 4, 6)  # columns that give way while a paper is read: owner, version, day of issue, pages


class DocumentsView(QWidget):
    """Enter opens a paper, Esc closes it."""

    opened = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.table: RowsTable[DocumentRow] = RowsTable(self.tr("資料の一覧"), self._columns(), appearance)
        self.table.opened.connect(lambda one: self.opened.emit(one.document.ref))
        self._nothing = label(
            self.tr("資料がまだありません。見積書や決算書などのファイルを取り込むと、ここに並びます。"),
            "dim",
            wrap=True,
        )
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._title = ElidedLabel(look="heading")
        self._about = label("", "caption", wrap=True)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("資料の本文"))
        close = button("", "quiet", icon=appearance.icon("x"), name=self.tr("資料を閉じる"))
        close.clicked.connect(self.close_document)
        self._reader = QWidget()
        head = row(self._title, close, space=S)
        head.setStretch(0, 1)
        reading = column(space=S)
        reading.setContentsMargins(M, 0, 0, 0)
        reading.addLayout(head)
        reading.addWidget(self._about)
        reading.addWidget(self._text, 1)
        self._reader.setLayout(reading)
        self._reader.hide()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.table)
        split.addWidget(self._reader)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(split)
        layout = column(self._stack)
        layout.setContentsMargins(0, M, 0, M)
        self.setLayout(layout)

    def show_documents(self, rows: Sequence[DocumentRow]) -> None:
        """The papers of one client and the bank's."""
        self.table.show_rows(rows)
        self._stack.setCurrentIndex(1 if rows else 0)
        self._reader.hide()
        self._show_all_columns(True)

    def show_document(self, document: Document, page: int | None) -> None:
        """Its text, page by page, at the page that is wanted."""
        self._title.show_text(document.title)
        told = (
            document_words(document.kind),
            document.owner,
            self.tr("第{version}版").format(version=document.version),
        )
        self._about.setText(" · ".join(filter(None, told)))
        self._text.setPlainText(self._text_of(document))
        self._reader.show()
        self._show_all_columns(False)
        found = self._text.document().find(self._page_line(page)) if page and page > 1 else QTextCursor()
        if not found.isNull():
            self._text.setTextCursor(found)
            self._text.ensureCursorVisible()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def _text_of(self, document: Document) -> str:
        lines: list[str] = []
        page: int | None = None
        for passage in document.passages:
            if passage.page != page and passage.page is not None:
                page = passage.page
                lines += ["", self._page_line(page)]
            lines.append(passage.text)
        return "\n".join(lines).strip() or self.tr("この資料から文字を取り出せませんでした。")

    def _page_line(self, page: int) -> str:
        return self.tr("— {page}ページ —").format(page=page)

    def _columns(self) -> list[Column[DocumentRow]]:
        return [
            Column(self.tr("資料名"), lambda one: one.document.title, wide=True),
            Column(self.tr("種類"), lambda one: document_words(one.document.kind), width=88),
            Column(self.tr("所管"), lambda one: one.document.owner or NONE, width=110),
            Column(self.tr("版"), lambda one: str(one.document.version), lambda one: one.document.version, right=True, width=44),
            Column(self.tr("発行日"), lambda one: full_date(one.document.issued), lambda one: one.document.issued, width=100),
            Column(
                self.tr("有効期限"), lambda one: expiry_words(one.document.valid_until, expired=one.expired),
                lambda one: one.document.valid_until, width=150, tone=lambda one: "bad" if one.expired else "",
            ),
            Column(self.tr("ページ"), lambda one: str(one.document.pages or NONE), lambda one: one.document.pages, right=True, width=64),
        ]  # fmt: skip
