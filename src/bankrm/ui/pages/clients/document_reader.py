"""One paper beside the list: its pages as they look where they can be drawn, and its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QWidget

from bankrm.domain.documents import Document
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.clients.view import PageOnPaper
from bankrm.ui.pages.clients.words import document_words
from bankrm.ui.theme import M, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import column, row
from bankrm.ui.widgets.text import ElidedLabel, label

if TYPE_CHECKING:
    from bankrm.ui.widgets.page_view import PageView


class DocumentReader(QWidget):
    """Left and right turn the pages; the text can be selected and copied."""

    closed = Signal()
    page_wanted = Signal(int)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._page, self._last = 1, 1
        self._title = ElidedLabel(look="heading")
        self._about = label("", "caption")
        close = button("", "quiet", icon=appearance.icon("x"), name=self.tr("資料を閉じる"))
        close.clicked.connect(self.closed)
        self._before = button("", "quiet", icon=appearance.icon("chevron-left"), name=self.tr("前のページ"))
        self._after = button("", "quiet", icon=appearance.icon("chevron-right"), name=self.tr("次のページ"))
        self._before.clicked.connect(lambda: self._turn(-1))
        self._after.clicked.connect(lambda: self._turn(1))
        self._number = label("", "caption")
        self._way = button(self.tr("文字で読む"), "quiet")
        self._way.clicked.connect(self._change_way)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.NoTextInteraction
        )  # copied only by an act that is recorded
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(self.tr("資料の本文"))
        self._sheet: PageView | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._text)
        head = row(self._title, close, space=S)
        head.setStretch(0, 1)
        turn = row(self._before, self._number, self._after, self._way, space=S)
        turn.insertWidget(0, self._about, 1)
        layout = column(space=S)
        layout.setContentsMargins(M, 0, 0, 0)
        layout.addLayout(head)
        layout.addLayout(turn)
        layout.addWidget(self._stack, 1)
        self.setLayout(layout)

    def show_document(self, document: Document, page: int | None) -> None:
        """Its text, at the page that is wanted; a page on paper may follow."""
        self._page = page or 1
        self._title.show_text(document.title)
        told = (
            document_words(document.kind),
            document.owner,
            self.tr("第{version}版").format(version=document.version),
        )
        self._about.setText(" · ".join(filter(None, told)))
        self._text.setPlainText(self._text_of(document))
        found = self._text.document().find(self._page_line(self._page)) if self._page > 1 else QTextCursor()
        if not found.isNull():
            self._text.setTextCursor(found)
            self._text.ensureCursorVisible()
        self._stack.setCurrentWidget(self._text)
        for widget in (self._before, self._after, self._number, self._way):
            widget.hide()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, document: Document, page: int, picture: PageOnPaper) -> None:
        """A page as it looks on paper, in place of the text."""
        from bankrm.ui.widgets.page_view import PageView
        from bankrm.ui.widgets.pdf_page import PagePicture

        assert isinstance(picture, PagePicture)
        if self._sheet is None:
            self._sheet = PageView()
            self._stack.addWidget(self._sheet)
        self._page, self._last = page, document.pages or page
        self._sheet.show_page(picture)
        self._stack.setCurrentWidget(self._sheet)
        self._sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        self._number.setText(self.tr("{page} / {last}ページ").format(page=page, last=self._last))
        self._before.setEnabled(page > 1)
        self._after.setEnabled(page < self._last)
        self._way.setText(self.tr("文字で読む"))
        for widget in (self._before, self._after, self._number):
            widget.setVisible(self._last > 1)
        self._way.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Left and right, which the page leaves to whoever shows it."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps and self._stack.currentWidget() is self._sheet:
            self._turn(steps[key])
        else:
            super().keyPressEvent(event)

    def _turn(self, by: int) -> None:
        if 1 <= self._page + by <= self._last:
            self.page_wanted.emit(self._page + by)

    @Slot()
    def _change_way(self) -> None:
        """Between the page and the text."""
        if self._sheet is None:
            return
        reads_text = self._stack.currentWidget() is self._text
        self._stack.setCurrentWidget(self._sheet if reads_text else self._text)
        self._way.setText(self.tr("文字で読む") if reads_text else self.tr("紙面で読む"))

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
