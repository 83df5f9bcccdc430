"""案内: the first walk through the window, one page after the other, on the sample bank. It can be left at any step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from bankrm.ui.shell.overlay import Overlay
from bankrm.ui.theme import L, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import column, row
from bankrm.ui.widgets.text import label

Stop = tuple[str, str, Callable[[], None]]
_WIDE = 380


class Tour(Overlay):
    """A card at the lower right. A stop is a title, what is done there, and the way to it; `over` says that it was left or ended."""

    over = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "palette", _WIDE)
        self._stops: Sequence[Stop] = ()
        self._at = 0
        self._count, self._title, self._text = label(look="caption"), label(look="heading"), label(wrap=True)
        self._leave = button(self.tr("案内を終える"), "quiet")
        self._next = button(self.tr("次へ"))
        self._leave.clicked.connect(self.close_over)
        self._next.clicked.connect(self._go_on)
        foot = row(self._leave, self._next, space=S)
        foot.insertStretch(1, 1)
        layout = column(self._count, self._title, self._text, space=S, margin=L)
        layout.addLayout(foot)
        self.setLayout(layout)

    def begin(self, stops: Sequence[Stop]) -> None:
        """Walk these stops from the first."""
        self._stops, self._at = stops, 0
        self._show()

    @Slot()
    def close_over(self) -> None:
        """No more of it."""
        self.hide()
        self.over.emit()

    @Slot()
    def _go_on(self) -> None:
        self._at += 1
        if self._at < len(self._stops):
            self._show()
        else:
            self.close_over()

    def _show(self) -> None:
        title, text, go = self._stops[self._at]
        go()
        self._count.setText(f"{self._at + 1} / {len(self._stops)}")
        self._title.setText(title)
        self._text.setText(text)
        last = self._at == len(self._stops) - 1
        self._next.setText(self.tr("始める") if last else self.tr("次へ"))
        self._leave.setVisible(not last)
        self._place()
        self.show()
        self.raise_()
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        """At the corner."""
        high = max(self.heightForWidth(_WIDE), self.sizeHint().height())
        self.setGeometry(self._under.width() - _WIDE - L, self._under.height() - high - 2 * L, _WIDE, high)
