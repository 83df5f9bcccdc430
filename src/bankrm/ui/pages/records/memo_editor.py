"""The memo: one large field; the words from which a field was proposed are marked in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from bankrm.ui.appearance import Appearance
from bankrm.ui.widgets.plain_edit import PlainEdit

SETTLED_MS, AT_LATEST_MS, RESTED_MS = 300, 1500, 4000


class MemoEditor(PlainEdit):
    """`typed` at each change, `settled` when typing paused (and now and then while it does not), `rested` when it paused for longer."""

    typed = Signal(str)
    settled = Signal()
    rested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._spans: tuple[tuple[int, int], ...] = ()
        self.setAccessibleName(self.tr("面談のメモ"))
        self.setPlaceholderText(self.tr("面談のメモを、思い出すままに書いてください"))
        self._settling, self._at_latest, self._resting = QTimer(self), QTimer(self), QTimer(self)
        for timer, wait, done in (
            (self._settling, SETTLED_MS, self._settle),
            (self._at_latest, AT_LATEST_MS, self._settle),
            (self._resting, RESTED_MS, self.rested),
        ):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(done)
        self.textChanged.connect(self._changed)
        appearance.changed.connect(self._paint_marks)

    def show_text(self, text: str) -> None:
        """Another text, which nobody typed."""
        self.stop()
        if text != self.toPlainText():
            self.blockSignals(True)
            cursor = self.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(text)
            self.blockSignals(False)
        self.mark(())

    def stop(self) -> None:
        """Nothing more comes of what was typed: the talk is another, or the page is left."""
        for timer in (self._settling, self._at_latest, self._resting):
            timer.stop()

    def mark(self, spans: Sequence[tuple[int, int]]) -> None:
        """Mark these code points of the text."""
        self._spans = tuple(spans)
        self._paint_marks()

    @Slot()
    def _changed(self) -> None:
        self.mark(())
        self._settling.start()
        if not self._at_latest.isActive():
            self._at_latest.start()
        self._resting.start()
        self.typed.emit(self.toPlainText())

    @Slot()
    def _settle(self) -> None:
        self._settling.stop()
        self._at_latest.stop()
        self.settled.emit()

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
