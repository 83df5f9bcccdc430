"""The memo: one large field; the words from which a field was proposed are marked in it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from bankrm.ui.appearance import Appearance
from bankrm.ui.widgets.marked_edit import MarkedEdit

SETTLED_MS, AT_LATEST_MS, RESTED_MS = 300, 1500, 4000


class MemoEditor(MarkedEdit):
    """`typed` at each change, `settled` when typing paused (and now and then while it does not), `rested` when it paused for longer."""

    typed = Signal(str)
    settled = Signal()
    rested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
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
