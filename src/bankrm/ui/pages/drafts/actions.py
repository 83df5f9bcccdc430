"""What can be done with the statement in focus, always in the same place below the statements; each with its key."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QToolButton

from bankrm.ui.pages.drafts.rows import StatementRow, Writing
from bankrm.ui.theme import XS, S
from bankrm.ui.widgets.flow import FlowLayout


class ActionBar(QFrame):
    """One button a wish; those that make no sense now are shut."""

    wished = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "foot")
        self._own_view = self.tr("認識 N"), self.tr("この後に、担当者の認識(記録なし)を加える")
        self._own_word = self.tr("一言 N"), self.tr("担当者から一言を書く")
        labels = {
            Writing.EDIT: (self.tr("直す E"), self.tr("この記述の言葉を直す")),
            Writing.REMOVE: (self.tr("消す Del"), self.tr("理由を選んで、この記述を消す")),
            Writing.KEEP: (self.tr("残す K"), self.tr("要確認の記述を、根拠になる箇所を示して残す")),
            Writing.ADD: (self.tr("加える A"), self.tr("この後に、根拠のある記述を加える")),
            Writing.OWN_VIEW: self._own_view,
        }
        self._buttons = {writing: self._button(writing, *words) for writing, words in labels.items()}
        layout = FlowLayout(*self._buttons.values(), space=XS)
        layout.setContentsMargins(S, XS, S, XS)
        self.setLayout(layout)
        self.offer(None)

    def show_for(self, *, client: bool) -> None:
        """In what the client sees there is no own view of the bank's: a word of one's own instead."""
        words, told = self._own_word if client else self._own_view
        pressed = self._buttons[Writing.OWN_VIEW]
        pressed.setText(words)
        pressed.setToolTip(told)
        pressed.setAccessibleName(told)

    def offer(self, shown: StatementRow | None) -> None:
        """What can be done with this one."""
        usable = shown is not None and not shown.removed and not shown.streaming
        for writing, pressed in self._buttons.items():
            pressed.setEnabled(usable and (writing is not Writing.KEEP or (shown is not None and shown.questioned)))

    def _button(self, writing: Writing, words: str, told: str) -> QToolButton:
        made = QToolButton()
        made.setProperty("role", "quiet")
        made.setText(words)
        made.setToolTip(told)
        made.setAccessibleName(told)
        made.clicked.connect(lambda: self.wished.emit(writing.value))
        return made
