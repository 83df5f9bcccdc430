"""One line above the statements for what was not asked for: an update that is offered, a newer version, a writer at work."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from bankrm.ui.theme import L, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.text import label, restyle


class Banner(QFrame):
    """Words, and up to two things to do about them."""

    first_chosen = Signal()
    second_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = label("", wrap=True)
        self._first, self._second = button("", ""), button("", "quiet")
        self._first.clicked.connect(self.first_chosen)
        self._second.clicked.connect(self.second_chosen)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(L, S, L, S)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._first)
        layout.addWidget(self._second)
        self.hide()

    def tell(self, words: str, first: str = "", second: str = "", *, look: str = "notice-warn") -> None:
        """Show it; a button without words is not shown."""
        restyle(self, surface=look)
        self._words.setText(words)
        for pressed, told in ((self._first, first), (self._second, second)):
            pressed.setText(told)
            pressed.setVisible(bool(told))
        self.setVisible(bool(words))
