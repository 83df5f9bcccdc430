"""The statements as one walks them: keys, clicks on citations, panels in place, and a page that does not move under the reader."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from bankrm.ui.pages.drafts.rows import HeadingRow, PanelRow, Row, StatementRow
from bankrm.ui.pages.drafts.statement_delegate import CANCEL, OWN_WORD, REWRITE, StatementDelegate
from bankrm.ui.pages.drafts.statement_model import ROW, Index, StatementModel
from bankrm.ui.pages.drafts.steady_list import SteadyList
from bankrm.ui.theme import LIST_ROW, Theme

_WISHES = {
    Qt.Key.Key_E: "edit", Qt.Key.Key_F2: "edit", Qt.Key.Key_Delete: "remove", Qt.Key.Key_K: "keep",
    Qt.Key.Key_N: "own_view", Qt.Key.Key_A: "add", Qt.Key.Key_R: "rewrite",
    Qt.Key.Key_D: "date",
}  # fmt: skip
_SCROLLING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
_PANEL = "panel"
_STEP = 40  # pixels a notch of the wheel


class StatementList(SteadyList):
    """All statements of one document. Wishes are `edit`, `remove`, `keep`, `own_view`, `date`, `add` and `rewrite`, of a row's key."""

    chosen = Signal(str)
    opened = Signal(str)
    wished = Signal(str, str)
    citation_chosen = Signal(str, str)
    walked = Signal(int)
    copied = Signal(str)
    section_seen = Signal(str)

    def __init__(self, theme: Callable[[], Theme], parent: QWidget | None = None) -> None:
        super().__init__(StatementModel(), parent)
        self._delegate = StatementDelegate(theme, self)
        self._panel: QWidget | None = None
        self._shown: tuple[Row, ...] = ()
        self._below = ""  # the row under which a panel stands
        self.setItemDelegate(self._delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("記述の一覧"))
        self.verticalScrollBar().setSingleStep(_STEP)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows.rows

    @property
    def current(self) -> StatementRow | None:
        """The statement in focus."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, StatementRow) else None

    @property
    def current_key(self) -> str:
        """Its key; empty where none is in focus."""
        return self.current.key if self.current else ""

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these; what the reader looks at stays where it is."""
        self._shown = rows
        if self._panel and self._rows.row_of(self._panel_key()) >= 0 and not self._has_place(rows):
            self.close_panel()
        self._show()

    def select(self, key: str) -> None:
        """Put the focus on a statement and bring it into view."""
        place = self._rows.row_of(key)
        if place >= 0:
            self.setCurrentIndex(self._rows.index(place))
            self.scrollTo(self.currentIndex())

    def _reveal(self, place: int) -> None:
        """Bring a statement into view, with its heading where it is the first below it."""
        if place and isinstance(self.rows[place - 1], HeadingRow):
            self.scrollTo(self._rows.index(place - 1))
        self.scrollTo(self._rows.index(place))

    def show_section(self, key: str) -> None:
        """Bring a section's heading to the top."""
        place = self._rows.row_of(key)
        if place >= 0:
            self.scrollTo(self._rows.index(place), QAbstractItemView.ScrollHint.PositionAtTop)

    def mark(self, evidence: str) -> None:
        """Fill the numbers of this piece: it is shown beside."""
        self._delegate.marked = evidence
        self.viewport().update()

    def open_panel(self, key: str, panel: QWidget, *, below: bool = False) -> None:
        """Let a panel stand in place of a row, or below it, and give it the focus."""
        self.close_panel()
        self._below = key if below else ""
        self._show()
        place = self._rows.row_of(_PANEL if below else key)
        if place < 0:
            panel.deleteLater()
            return
        self._panel = panel
        panel.setFixedWidth(self.viewport().width())
        with self.staying():
            self._give_room(self._rows.rows[place].key)
            self.setIndexWidget(self._rows.index(place), panel)
        panel.installEventFilter(self)
        panel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.scrollTo(self._rows.index(place))

    def close_panel(self) -> None:
        """Show the row again and take the focus back."""
        if self._panel is None or self._delegate.panel is None:
            return
        panel, key = self._panel, self._delegate.panel[0]
        self._panel = self._delegate.panel = None
        self._below = ""
        panel.removeEventFilter(self)
        had_focus = panel.isAncestorOf(self.window().focusWidget() or self)
        panel.hide()
        index = self._rows.index(self._rows.row_of(key))
        with self.staying():
            self.setIndexWidget(index, None)  # type: ignore[arg-type]
            self._delegate.sizeHintChanged.emit(index)
        self._show()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        """The rows, and the place for a panel below one of them."""
        rows = list(self._shown)
        place = next((n for n, row in enumerate(rows) if row.key == self._below), -1)
        if place >= 0:
            row = rows[place]
            rows.insert(place + 1, PanelRow(_PANEL, row.key if isinstance(row, HeadingRow) else row.section))
        with self.staying():
            self._rows.show(tuple(rows))
        self._scrolled()

    def _has_place(self, rows: tuple[Row, ...]) -> bool:
        """Whether the row that the open panel belongs to is among these."""
        wanted = self._below or self._panel_key()
        return any(row.key == wanted for row in rows)

    def _panel_key(self) -> str:
        return self._delegate.panel[0] if self._delegate.panel else ""

    def _give_room(self, key: str) -> None:
        """As high as the panel wants to be."""
        if self._panel is not None:
            self._delegate.panel = (
                key,
                self._panel.heightForWidth(self._panel.width())
                if self._panel.hasHeightForWidth()
                else self._panel.sizeHint().height(),
            )
            self._delegate.sizeHintChanged.emit(self._rows.index(self._rows.row_of(key)))

    @Slot()
    def _reveal_panel(self) -> None:
        if self._panel is not None:
            self.scrollTo(self._rows.index(self._rows.row_of(self._panel_key())))

    @Slot()
    def _scrolled(self) -> None:
        row = self.indexAt(QPoint(LIST_ROW, LIST_ROW)).data(ROW)
        if row is not None:
            self.section_seen.emit(row.key if isinstance(row, HeadingRow) else row.section)

    @Slot(str)
    def wish(self, wish: str) -> None:
        """Something is to be done with the statement in focus."""
        if self.current:
            self.wished.emit(wish, self.current.key)

    def _target(self, event: QMouseEvent) -> tuple[Row, str] | None:
        """The row under the mouse, and what a click there means."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return None
        row = index.data(ROW)
        return row, self._delegate.target_at(row, self.visualRect(index), QPointF(event.position()), self.font())

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: N802
        """A panel that grows gets the room."""
        if watched is self._panel and event.type() is QEvent.Type.LayoutRequest:
            self._give_room(self._panel_key())
            QTimer.singleShot(0, self, self._reveal_panel)  # when the rows stand in their new places
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Tell who is in focus now."""
        super().currentChanged(current, previous)
        row = current.data(ROW)
        if isinstance(row, StatementRow):
            self.selectionModel().select(current, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._reveal(current.row())
            self.chosen.emit(row.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter opens, arrows to the side walk citations, letters wish; the rest walks the list."""
        key = Qt.Key(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit(self.current_key)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.current_key)
        elif plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.walked.emit(1 if key is Qt.Key.Key_Right else -1)
        elif plain and key in _WISHES:
            self.wish(_WISHES[key])
        elif plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if key is Qt.Key.Key_Down else -1)
        elif key in _SCROLLING:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _step(self, by: int) -> None:
        place = self.currentIndex().row() + by
        while 0 <= place < len(self.rows):
            if isinstance(self.rows[place], StatementRow):
                self.setCurrentIndex(self._rows.index(place))
                return
            place += by

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A number leads to its piece, the heading's words to writing anew."""
        super().mousePressEvent(event)
        found = self._target(event)
        if found is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        row, target = found
        if target in (REWRITE, CANCEL, OWN_WORD):
            self.wished.emit(target, row.key)
        elif target:
            self.citation_chosen.emit(row.key, target)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A double click edits."""
        self.wish("edit")
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A hand over what leads somewhere."""
        found = self._target(event)
        shape = Qt.CursorShape.PointingHandCursor if found and found[1] else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay out for the new width."""
        self._delegate.width = self.viewport().width()
        with self.staying():
            super().resizeEvent(event)
            self.scheduleDelayedItemsLayout()
        if self._panel:
            self._panel.setFixedWidth(self.viewport().width())
