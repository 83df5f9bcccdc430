"""A field of plain text in which words are marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from bankrm.ui.appearance import Appearance
from bankrm.ui.widgets.plain_edit import PlainEdit


class MarkedEdit(PlainEdit):
    """`mark` tells which words; the marks follow the theme."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._spans: tuple[tuple[int, int], ...] = ()
        appearance.changed.connect(self._paint_marks)

    def mark(self, spans: Sequence[tuple[int, int]]) -> None:
        """Mark these code points of the text."""
        self._spans = tuple(spans)
        self._paint_marks()

    @Slot()
    def _paint_marks(self) -> None:
        look = QTextCharFormat()
        look.setBackground(QColor(self._appearance.theme.marked))
        look.setForeground(QColor(self._appearance.theme.text))
        text, marks = self.toPlainText(), []
        for start, end in self._spans:
            cursor = QTextCursor(self.document())
            cursor.setPosition(_utf16(text[:start]))
            cursor.setPosition(_utf16(text[:end]), QTextCursor.MoveMode.KeepAnchor)
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = cursor, look
            marks.append(mark)
        self.setExtraSelections(marks)


def _utf16(text: str) -> int:
    """Qt counts UTF-16 units where the program counts code points."""
    return len(text.encode("utf-16-le")) // 2
