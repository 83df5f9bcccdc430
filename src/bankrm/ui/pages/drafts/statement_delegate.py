"""Draws headings and statements. Laid out once for a width; 150 statements stay light since none is a widget."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bankrm.ui.pages.drafts.block import Block, Fonts, sized
from bankrm.ui.pages.drafts.rows import HeadingRow, PanelRow, Row, StatementRow
from bankrm.ui.pages.drafts.statement_model import ROW
from bankrm.ui.theme import BODY, CAPTION, LIST_ROW, L, S, Theme

Index = QModelIndex | QPersistentModelIndex
REWRITE, CANCEL, OWN_WORD = "rewrite", "cancel", "own_view"
_BAR = 3  # pixels, of what is selected


class StatementDelegate(QStyledItemDelegate):
    """`width` is the view's; `panel_height` answers for a row that a panel covers; `marked` is the piece shown beside."""

    def __init__(self, theme: Callable[[], Theme], parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._blocks: dict[str, Block] = {}
        self._fonts: Fonts | None = None
        self.width = 0
        self.panel: tuple[str, int] | None = None
        self.marked = ""

    def target_at(self, row: Row, rect: QRect, point: QPointF, font: QFont) -> str:
        """What a click there means: the id of a piece, a wish, or nothing."""
        if isinstance(row, PanelRow):
            return ""
        if isinstance(row, HeadingRow):
            wish, words = _offer(row)
            return wish if wish and _wish_box(rect, font, words).contains(point) else ""
        return self._block(row, font).evidence_at(point - QPointF(rect.topLeft()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, bar of the selected one, then its words."""
        row: Row = index.data(ROW)
        if isinstance(row, PanelRow) or (self.panel and self.panel[0] == row.key):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        if isinstance(row, HeadingRow):
            self._draw_heading(painter, rect, row, option.font)
        else:
            self._draw_ground(painter, rect, option.state)
            self._block(row, option.font).draw(painter, QPointF(rect.topLeft()), self.marked)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """The height that the words need at this width."""
        row: Row = index.data(ROW)
        if self.panel and self.panel[0] == row.key:
            return QSize(self.width, self.panel[1])
        if not isinstance(row, StatementRow):
            return QSize(self.width, LIST_ROW + S)
        return QSize(self.width, self._block(row, option.font).height)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002, N802
        """A panel covers its whole row."""
        editor.setGeometry(option.rect)

    def _block(self, row: StatementRow, font: QFont) -> Block:
        block, theme = self._blocks.get(row.key), self._theme()
        if block is None or block.row is not row or block.width != self.width or block.theme is not theme:
            self._fonts = self._fonts or Fonts.of(font)
            block = self._blocks[row.key] = Block(row, self.width, self._fonts, theme)
        return block

    def _draw_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        if not state & QStyle.StateFlag.State_Selected:
            return
        theme = self._theme()
        painter.fillRect(rect, QColor(theme.selected))
        painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), QColor(theme.accent))
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_Active:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))

    def _draw_heading(self, painter: QPainter, rect: QRect, row: HeadingRow, font: QFont) -> None:
        theme, base = self._theme(), rect.adjusted(L, S, -L, 0)
        painter.setFont(sized(font, BODY, bold=True))
        painter.setPen(QColor(theme.text))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(base, middle, row.heading)
        shift = painter.fontMetrics().horizontalAdvance(row.heading) + L
        painter.setFont(sized(font, CAPTION))
        painter.setPen(QColor(theme.warn if row.questioned else theme.dim))
        painter.drawText(base.adjusted(shift, 0, 0, 0), middle, _heading_note(row))
        wish, words = _offer(row)
        if wish:
            painter.setPen(QColor(theme.accent))
            at_right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(_wish_box(rect, font, words), at_right, words)
        painter.setPen(QColor(theme.line))
        painter.drawLine(base.bottomLeft(), base.bottomRight())


def _heading_note(row: HeadingRow) -> str:
    if row.writing:
        return QCoreApplication.translate("StatementDelegate", "書いています…")
    if row.questioned:
        return QCoreApplication.translate("StatementDelegate", "要確認 {count}").format(count=row.questioned)
    return ""


def _offer(row: HeadingRow) -> tuple[str, str]:
    """What a click at the right of a heading asks for, and its words; nothing where nothing can be asked."""
    if row.writing:
        return CANCEL, QCoreApplication.translate("StatementDelegate", "中止 (Esc)")
    if row.own_word:
        return OWN_WORD, QCoreApplication.translate("StatementDelegate", "一言を書く (N)")
    if row.rewritable:
        return REWRITE, QCoreApplication.translate("StatementDelegate", "書き直す (R)")
    return "", ""


def _wish_box(rect: QRect, font: QFont, words: str) -> QRectF:
    breadth = QFontMetrics(sized(font, CAPTION)).horizontalAdvance(words) + 2 * S
    return QRectF(rect.right() - L - breadth, rect.top() + S, breadth, rect.height() - S)
