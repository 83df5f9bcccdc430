"""A few periods of one value as horizontal bars, each beside its number; words stand where there is no number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bankrm.ui.appearance import Appearance
from bankrm.ui.theme import CAPTION, S, Theme

LINE = 22
_BAR = 10
_LEAST_BAR = 2.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One period: its name, its value (None where there is none), and what is written: the number, or why there is none."""

    name: str
    value: float | None
    text: str


def paint_bars(painter: QPainter, area: QRectF, bars: Sequence[Bar], theme: Theme) -> None:
    """One line a bar from the top of `area`; the last is the one that counts and is drawn strongest."""
    font = QFont(painter.font())
    font.setPixelSize(CAPTION)
    metrics = QFontMetricsF(font)
    names = max((metrics.horizontalAdvance(bar.name) for bar in bars), default=0.0) + S
    numbers = max((metrics.horizontalAdvance(bar.text) for bar in bars if bar.value is not None), default=0.0) + S
    field = QRectF(area.left() + names, area.top(), max(0.0, area.width() - names - numbers), area.height())
    values = [bar.value for bar in bars if bar.value is not None]
    low, high = min((0.0, *values)), max((0.0, *values))
    painter.save()
    for place, bar in enumerate(bars):
        last = place == len(bars) - 1
        font.setBold(last)
        painter.setFont(font)
        line = QRectF(area.left(), area.top() + place * LINE, area.width(), LINE)
        _words(painter, line, theme.dim, bar.name, Qt.AlignmentFlag.AlignLeft)
        if bar.value is None:
            room = QRectF(field.left(), line.top(), area.right() - field.left(), LINE)
            shown = metrics.elidedText(bar.text, Qt.TextElideMode.ElideRight, room.width())
            _words(painter, room, theme.dim, shown, Qt.AlignmentFlag.AlignLeft)
            continue
        _words(painter, line, theme.text, bar.text, Qt.AlignmentFlag.AlignRight)
        _bar(painter, field, line, (bar.value, low, high), QColor(theme.accent if last else theme.border))
    if low < 0:
        zero = field.left() + field.width() * (-low / (high - low))
        painter.setPen(QPen(QColor(theme.text), 1))
        painter.drawLine(QPointF(zero, area.top() + 2), QPointF(zero, area.top() + LINE * len(bars) - 2))
    painter.restore()


def _bar(painter: QPainter, field: QRectF, line: QRectF, scale: tuple[float, float, float], colour: QColor) -> None:
    value, low, high = scale
    span = (high - low) or 1.0
    start, end = sorted((field.width() * (-low / span), field.width() * ((value - low) / span)))
    wide = max(_LEAST_BAR, end - start)
    painter.fillRect(QRectF(field.left() + start, line.center().y() - _BAR / 2, wide, _BAR), colour)


def _words(painter: QPainter, room: QRectF, colour: str, text: str, side: Qt.AlignmentFlag) -> None:
    painter.setPen(QColor(colour))
    painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), text)


class PeriodBars(QWidget):
    """Shows bars; what it draws stands in its accessible description too."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.update)

    def show_bars(self, name: str, bars: Sequence[Bar]) -> None:
        """Draw these, the oldest first; `name` is what they are of."""
        self._bars = tuple(bars)
        told = " / ".join(f"{bar.name} {bar.text}" for bar in bars)
        self.setAccessibleName(name)
        self.setAccessibleDescription(told)
        self.setToolTip("\n".join(f"{bar.name} {bar.text}" for bar in bars if bar.value is None))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """One line a bar."""
        return QSize(240, LINE * len(self._bars))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Narrower, as high."""
        return QSize(160, LINE * len(self._bars))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw in the theme in force."""
        painter = QPainter(self)
        painter.setFont(self.font())
        paint_bars(painter, QRectF(self.rect()), self._bars, self._appearance.theme)
        painter.end()
