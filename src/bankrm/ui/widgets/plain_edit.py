"""A field of plain text whose lines stand as far apart as reads well."""

from __future__ import annotations

from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

LINE_PERCENT = 135  # of the font's own line


class PlainEdit(QTextEdit):
    """Takes and gives plain text; Tab leads on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self._space()

    def show_plain(self, text: str) -> None:
        """Another text; what can be undone is what was typed after it."""
        self.setPlainText(text)
        self._space()
        self.document().clearUndoRedoStacks()

    def _space(self) -> None:
        line = QTextBlockFormat()
        line.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(line)
