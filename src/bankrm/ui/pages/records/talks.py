"""The list of talks: one row each, in two lines, painted with the theme's colours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bankrm.application.queries.recording import RecordingRow
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.records.words import day_heading, state_mark, state_words, talk_words
from bankrm.ui.theme import CAPTION, M, S

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_HIGH = 50


class TalksModel(QAbstractListModel):
    """Rows of one listing."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._rows: tuple[RecordingRow, ...] = ()

    def show_rows(self, rows: Sequence[RecordingRow]) -> None:
        """Show another listing."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        """As many as listed."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Both lines as text, for who hears the list; the row itself for who paints it."""
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{first_line(row)} {second_line(row, self._today)}"
        return None


def first_line(row: RecordingRow) -> str:
    """14:00 凪浜精機株式会社."""
    return f"{talk_words(row)}　{row.client_name}"


def second_line(row: RecordingRow, today: date) -> str:
    """本日 11月24日(火)・未記録."""
    return f"{state_mark(row.state)} {state_words(row.state, copied=row.copied)}　{day_heading(row.on, today)}"


class TalkDelegate(QStyledItemDelegate):
    """Paints a talk: what waits for its record stands out by weight, not by colour."""

    def __init__(self, appearance: Appearance, today: date) -> None:
        super().__init__()
        self._appearance, self._today = appearance, today

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        """Two lines."""
        return QSize(200, _HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The two lines, cut where there is no room."""
        row, theme = index.data(ROW_ROLE), self._appearance.theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        place: QRect = option.rect
        painter.save()
        painter.fillRect(place, QColor(theme.selected if chosen else theme.surface))
        painter.setPen(QColor(theme.line))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        inside = place.adjusted(M, S, -M, -S)
        font = QFont(option.font)
        font.setBold(row.is_open)
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        _line(painter, inside, Qt.AlignmentFlag.AlignTop, first_line(row))
        font.setBold(False)
        font.setPixelSize(CAPTION)
        painter.setFont(font)
        painter.setPen(QColor(theme.text if chosen else theme.dim))
        _line(painter, inside, Qt.AlignmentFlag.AlignBottom, second_line(row, self._today))
        painter.restore()


def _line(painter: QPainter, place: QRect, where: Qt.AlignmentFlag, text: str) -> None:
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, int(where | Qt.AlignmentFlag.AlignLeft), cut)
