"""The one bar above the pages for what no page says in place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame

from bankrm.domain.errors import ExpectedError
from bankrm.ui.errors import words_for
from bankrm.ui.theme import S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import row
from bankrm.ui.widgets.text import label, restyle

STAYS_MS = 8000


class NoticeBar(QFrame):
    """`Notices` as a bar: a sentence, an undo where there is one, and a way to close it. It never takes the focus."""

    def __init__(self) -> None:
        super().__init__()
        self._undo: Callable[[], None] | None = None
        self._text = label(wrap=True)
        self._undo_button = button(self.tr("元に戻す"), "link")
        self._undo_button.clicked.connect(self._undone)
        close = button(self.tr("閉じる"), "quiet")
        close.clicked.connect(self.hide)
        layout = row(self._text, self._undo_button, close, space=S)
        layout.setStretch(0, 1)
        layout.setContentsMargins(S * 2, S // 2, S, S // 2)
        self.setLayout(layout)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def tell(self, text: str, *, undo: Callable[[], None] | None = None) -> None:
        """As `Notices.tell`."""
        self._show(text, "notice-ok", undo)
        if undo is None:
            self._timer.start(STAYS_MS)

    def leave(self) -> None:
        """The page is left: what was told of it goes with it, what was refused stays to be read."""
        if self.property("surface") == "notice-ok":
            self._undo = None
            self.hide()

    def refuse(self, error: ExpectedError) -> None:
        """As `Notices.refuse`."""
        words = words_for(error)
        self._show(f"{words.title} {words.what_to_do}", "notice-bad", None)

    def tell_bug(self, number: str) -> None:
        """A bug of ours: its number, by which the log names it."""
        self._show(
            self.tr("BankRMの不具合です(番号 {number})。この番号をIT部門に伝えてください。").format(number=number),
            "notice-bad",
            None,
        )

    def _show(self, text: str, kind: str, undo: Callable[[], None] | None) -> None:
        self._timer.stop()
        self._undo = undo
        self._text.setText(text)
        self._undo_button.setVisible(undo is not None)
        self.setAccessibleName(text)
        restyle(self, surface=kind)
        self.show()

    @Slot()
    def _undone(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo:
            undo()
