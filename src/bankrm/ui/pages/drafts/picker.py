"""Evidence picked by search: for a statement that is added, and for one that is kept by pointing at its passage."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from bankrm.ui.pages.drafts.rows import StatementRow
from bankrm.ui.pages.drafts.statement_delegate import StatementDelegate
from bankrm.ui.pages.drafts.statement_model import ROW, StatementModel
from bankrm.ui.theme import M, S, Theme
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.text import label


class EvidencePicker(QFrame):
    """A search field over a list of pieces. Enter or a click picks, Esc leaves, Ctrl+Enter takes.

    Enter in the field goes to the first piece that was found: none is picked that was not looked at.
    """

    searched = Signal(str)
    picked = Signal(str)
    closed = Signal()
    taken = Signal()  # Ctrl+Enter: what the pieces are for is taken

    def __init__(self, theme: Callable[[], Theme]) -> None:
        super().__init__()
        self.setProperty("surface", "pane")
        self._title, self._told = label("", "heading", wrap=True), label("", "caption", wrap=True)
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("記録と資料の言葉で探す"))
        self._field.setAccessibleName(self.tr("根拠を探す言葉"))
        self._field.setClearButtonEnabled(True)
        self._found = _Found(theme)
        leave = button(self.tr("やめる (Esc)"), "quiet")
        self.stops: tuple[QWidget, ...] = (self._field, self._found, leave)  # of the Tab key
        layout = QVBoxLayout(self)
        layout.setContentsMargins(M, S, M, M)
        layout.setSpacing(S)
        for part in (self._title, self._field, self._told):
            layout.addWidget(part)
        layout.addWidget(self._found, 1)
        layout.addWidget(leave, alignment=Qt.AlignmentFlag.AlignRight)
        self._field.textChanged.connect(self.searched)
        self._found.picked.connect(self.picked)
        leave.clicked.connect(self.closed)

    def begin(self, title: str) -> None:
        """Ask for a piece."""
        self._title.setText(title)
        self._field.clear()
        self.show_found((), "")

    def show_found(self, rows: tuple[StatementRow, ...], told: str) -> None:
        """What may be picked; `told` says what stands there, or that nothing was found."""
        self._found.show_rows(rows)
        self._told.setText(told)

    @Slot()
    def take_focus(self) -> None:
        """Let one type."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """From the field the list is walked too."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._found.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.taken.emit()
            else:
                self._found.pick()
        else:
            super().keyPressEvent(event)


class _Found(QListView):
    """Pieces, drawn as statements are."""

    picked = Signal(str)

    def __init__(self, theme: Callable[[], Theme]) -> None:
        super().__init__()
        self._rows = StatementModel(self)
        self._delegate = StatementDelegate(theme, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("見つかった箇所"))
        self.clicked.connect(self.pick)

    def show_rows(self, rows: tuple[StatementRow, ...]) -> None:
        """Show these, none in focus."""
        self._rows.show(rows)
        self.setCurrentIndex(self._rows.index(-1))

    def step(self, by: int) -> None:
        """One on, or back."""
        place = min(max(self.currentIndex().row() + by, 0), self._rows.rowCount() - 1)
        self.setCurrentIndex(self._rows.index(place))

    @Slot()
    def pick(self) -> None:
        """Take the one in focus; where there is none, go to the first."""
        row = self.currentIndex().data(ROW)
        if row is None:
            self.step(1)
        else:
            self.picked.emit(row.key)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay out for the new width."""
        self._delegate.width = self.viewport().width()
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
