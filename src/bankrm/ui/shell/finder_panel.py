"""探す (Ctrl+K): one field, and below it what fits, while one types."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from bankrm.application.queries.search import Found, Hit
from bankrm.ui.appearance import Appearance
from bankrm.ui.shell.finder_rows import FinderListModel, FinderRow, rows_of
from bankrm.ui.shell.overlay import Overlay
from bankrm.ui.theme import CAPTION, XS, L, S, Theme
from bankrm.ui.widgets.surfaces import column
from bankrm.ui.widgets.text import label

Index = QModelIndex | QPersistentModelIndex
_WIDE, _HIGH, _HEADING_HIGH, _HIT_HIGH = 640, 520, 28, 46


class FinderPanel(Overlay):
    """As `FinderView`. Arrows walk the hits while the field keeps the focus; Enter goes there, Esc closes."""

    typed = Signal(str)
    chosen = Signal(str, object)

    def __init__(self, parent: QWidget, appearance: Appearance, today: Callable[[], date]) -> None:
        super().__init__(parent, "palette", _WIDE)
        self._today = today
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("取引先、人、記録の言葉、資料、下書き"))
        self._field.setAccessibleName(self.tr("探す"))
        self._field.setClearButtonEnabled(True)
        self._field.installEventFilter(self)
        self._model = FinderListModel()
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(_HitDelegate(appearance, self._model, self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(False)
        self._list.setAccessibleName(self.tr("見つかったもの"))
        self._told = label("", "dim", wrap=True)
        self.setLayout(column(self._field, self._told, self._list, space=S, margin=L))
        self._field.textChanged.connect(self._changed)
        self._list.clicked.connect(self._choose)
        self._shown_for = ""
        self._goes = False  # Enter came before what fits

    def open_over(self) -> None:
        """Open with what was typed last, selected."""
        super().open_over()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._changed(self._field.text())

    def show_found(self, typed: str, found: Found) -> None:
        """As `FinderView.show_found`."""
        if typed != self._field.text():  # more was typed meanwhile
            return
        self._shown_for = typed
        self._model.show_rows(rows_of(found, self._today()))
        first = self._model.first_hit()
        if first is not None:
            self._list.setCurrentIndex(self._model.index(first))
        self._list.setVisible(first is not None)
        self._tell(typed, nothing=first is None)
        if self._goes and first is not None:
            self._choose(self._list.currentIndex())
        self._goes = False

    def _tell(self, typed: str, *, nothing: bool) -> None:
        if not typed.strip():
            self._told.setText(self.tr("名前やふりがなの一部、CIF、記録の中の言葉を入れてください。"))
        elif nothing:
            self._told.setText(self.tr("見つかりません。言葉を減らすか、ふりがなや別の言い方を試してください。"))
        self._told.setVisible(nothing)

    @Slot(str)
    def _changed(self, text: str) -> None:
        if text.strip():
            self.typed.emit(text)
        else:
            self.show_found(text, Found())

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        hit = self._model.row(index.row()).hit if index.isValid() else None
        if hit is not None:
            self._go(hit)

    def _go(self, hit: Hit) -> None:
        self.close_over()
        self.chosen.emit(self._shown_for, hit)

    def _walk(self, step: int) -> None:
        place = self._list.currentIndex().row() + step
        while 0 <= place < self._model.rowCount():
            if self._model.row(place).hit:
                self._list.setCurrentIndex(self._model.index(place))
                return
            place += step

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for a dozen hits."""
        return QSize(_WIDE, _HIGH)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Arrows and Enter in the field are for the list."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            key = Qt.Key(event.key())
            if key in steps:
                self._walk(steps[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._goes = self._shown_for != self._field.text()
                if not self._goes:
                    self._choose(self._list.currentIndex())
                return True
        return super().eventFilter(watched, event)


class _HitDelegate(QStyledItemDelegate):
    """A heading, or a title with a line under it in which what was typed is marked."""

    def __init__(self, appearance: Appearance, model: FinderListModel, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance, self._model = appearance, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        """Headings are lower than hits."""
        return QSize(0, _HIT_HIGH if self._model.row(index.row()).hit else _HEADING_HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row, theme = self._model.row(index.row()), self._appearance.theme
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        area: QRect = option.rect
        font: QFont = QFont(option.font)
        if chosen and row.hit:
            painter.fillRect(area, QColor(theme.selected))
        inner = area.adjusted(S, XS, -S, -XS)
        if row.hit is None:
            self._heading(painter, inner, font, row, theme)
        else:
            self._hit(painter, inner, font, row, theme)
        painter.restore()

    def _heading(self, painter: QPainter, inner: QRect, font: QFont, row: FinderRow, theme: Theme) -> None:
        font.setPixelSize(CAPTION)
        painter.setFont(font)
        painter.setPen(QColor(theme.dim))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, row.title)

    def _hit(self, painter: QPainter, inner: QRect, font: QFont, row: FinderRow, theme: Theme) -> None:
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        title = QFontMetrics(font).elidedText(row.title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop, title)
        font.setPixelSize(CAPTION)
        painter.setFont(font)
        line = QRect(inner.left(), inner.bottom() - CAPTION - XS, inner.width(), CAPTION + XS + 2)
        self._line(painter, line, row, theme)

    def _line(self, painter: QPainter, area: QRect, row: FinderRow, theme: Theme) -> None:
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(row.line.replace("\n", " "), Qt.TextElideMode.ElideRight, area.width())
        for start, end in row.marks:
            if start < len(shown):
                left = area.left() + metrics.horizontalAdvance(shown[:start])
                wide = metrics.horizontalAdvance(shown[start:end])
                painter.fillRect(QRect(left, area.top(), wide, area.height()), QColor(theme.marked))
        painter.setPen(QColor(theme.text if row.marks else theme.dim))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
