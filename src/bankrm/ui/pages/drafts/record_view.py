"""A record's own words, field by field, with what is cited marked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.drafts.paragraph import units
from bankrm.ui.pages.drafts.rows import RecordPart
from bankrm.ui.pages.drafts.wording import part_words
from bankrm.ui.theme import BODY, CAPTION, LINE_HEIGHT, S, Theme


class RecordView(QTextEdit):
    """Read only; what is marked comes into view."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._parts: tuple[RecordPart, ...] = ()
        self.setReadOnly(True)
        self.setProperty("role", "source")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.NoTextInteraction
        )  # a copy is an act of its own, and recorded
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("根拠の原文"))
        appearance.changed.connect(self._write)

    def show_parts(self, parts: tuple[RecordPart, ...]) -> None:
        """Show these fields."""
        self._parts = parts
        self._write()

    def _write(self) -> None:
        self.clear()
        theme, cursor = self._appearance.theme, self.textCursor()
        first_mark = -1
        for part in self._parts:
            if words := part_words(part.name):
                self._paragraph(cursor, words, _form(theme.dim, CAPTION), above=S)
            start = self._paragraph(cursor, part.text, _form(theme.text, BODY), above=0)
            for mark in part.marks:
                first_mark = start + units(part.text[: mark[0]]) if first_mark < 0 else first_mark
                self._mark(start, part.text, mark, theme)
        self._show(max(first_mark, 0))

    def _paragraph(self, cursor: QTextCursor, text: str, form: QTextCharFormat, *, above: int) -> int:
        """Where the text begins."""
        block = QTextBlockFormat()
        block.setTopMargin(above)
        block.setLineHeight(LINE_HEIGHT * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if cursor.position() == 0:
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        start = cursor.position()
        cursor.insertText(text, form)
        return start

    def _mark(self, start: int, text: str, span: tuple[int, int], theme: Theme) -> None:
        cursor = self.textCursor()
        cursor.setPosition(start + units(text[: span[0]]))
        cursor.setPosition(start + units(text[: span[1]]), QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        form.setBackground(QBrush(QColor(theme.marked)))
        form.setForeground(QBrush(QColor(theme.text)))
        cursor.mergeCharFormat(form)

    def _show(self, place: int) -> None:
        """A few lines above the place are seen too."""
        cursor = self.textCursor()
        cursor.setPosition(place)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        above = self.cursorRect().top() - self.viewport().height() // 3
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + above)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Sideways keys walk the citations, which is the pane's."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)


def _form(colour: str, pixels: int) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(QBrush(QColor(colour)))
    form.setProperty(QTextCharFormat.Property.FontPixelSize, pixels)
    return form
