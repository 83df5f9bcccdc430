"""The line at the foot: which writer is at hand, what the queue does, when the records are of, and the lock."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QProgressBar

from bankrm.ui.theme import XS, L, S
from bankrm.ui.widgets.surfaces import row
from bankrm.ui.widgets.text import label


class StatusBar(QFrame):
    """Words only; nothing here is needed to work."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self._engine, self._queue, self._as_of, self._lock = label(), label(), label(), label()
        self._progress = QProgressBar()
        self._progress.setFixedWidth(120)
        self._progress.setTextVisible(False)
        self._progress.hide()
        layout = row(self._engine, self._queue, self._progress, space=L)
        layout.addStretch(1)
        layout.addWidget(self._as_of)
        layout.addWidget(self._lock)
        layout.setContentsMargins(S, XS, S, XS)
        self.setLayout(layout)

    def show_engine(self, text: str) -> None:
        """Who writes."""
        self._engine.setText(text)

    def show_queue(self, text: str, done: int = 0, total: int = 0) -> None:
        """What the preparation queue does; the bar stands only while it works."""
        self._queue.setText(text)
        self._progress.setVisible(total > 0)
        self._progress.setMaximum(max(total, 1))
        self._progress.setValue(done)
        self._progress.setAccessibleName(text)

    def show_as_of(self, text: str) -> None:
        """基幹データの時点."""
        self._as_of.setText(text)

    def show_lock(self, text: str) -> None:
        """When it locks by itself."""
        self._lock.setText(text)
