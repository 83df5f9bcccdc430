"""A radar of indexes: each axis is 100 in the oldest period, outside is better, and a gap stands where there is no index."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bankrm.ui.appearance import Appearance
from bankrm.ui.theme import CAPTION, S, Theme

BASE = 100.0
LEAST_AXES = 3
_RING = 50.0
_LOWEST_TOP, _HIGHEST_TOP = 150.0, 250.0
_LABEL_LINES = 2
_DOT = 3.0


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: its name, what is written under it, and the index of each period, oldest first (None where there is none)."""

    name: str
    text: str
    values: tuple[float | None, ...]


def can_draw(axes: Sequence[Axis]) -> bool:
    """Whether enough axes have an index for a shape to tell anything."""
    return sum(bool(axis.values) and axis.values[-1] is not None for axis in axes) >= LEAST_AXES


def paint_radar(painter: QPainter, area: QRectF, axes: Sequence[Axis], theme: Theme) -> None:
    """Rings at every 50, the base of 100 dashed, the periods between thin, the newest in the accent colour with dots.

    An index above the outermost ring is drawn on it; its number stands at the axis.
    """
    font = QFont(painter.font())
    font.setPixelSize(CAPTION)
    metrics = QFontMetricsF(font)
    side = max((metrics.horizontalAdvance(line) for axis in axes for line in (axis.name, axis.text)), default=0.0)
    room = min(area.width() / 2 - side - S, area.height() / 2 - metrics.height() * _LABEL_LINES - S)
    shape = _Shape(area.center(), max(room, 10.0), len(axes), _top(axes))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    _web(painter, shape, theme)
    newest = max((len(axis.values) for axis in axes), default=0) - 1
    for period in range(1, newest + 1):
        pen = QPen(QColor(theme.accent), 2) if period == newest else QPen(QColor(theme.border), 1)
        _outline(painter, shape, [axis.values[period] for axis in axes], pen, dots=period == newest)
    for place, axis in enumerate(axes):
        _label(painter, shape, place, axis, metrics, theme)
    painter.restore()


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where things lie: the first axis points up, the others follow clockwise."""

    centre: QPointF
    radius: float
    axes: int
    top: float

    def at(self, place: int, index: float) -> QPointF:
        angle = 2 * math.pi * place / self.axes - math.pi / 2
        distance = self.radius * min(index, self.top) / self.top
        return QPointF(self.centre.x() + distance * math.cos(angle), self.centre.y() + distance * math.sin(angle))


def _top(axes: Sequence[Axis]) -> float:
    highest = max((value for axis in axes for value in axis.values if value is not None), default=BASE)
    return min(_HIGHEST_TOP, max(_LOWEST_TOP, math.ceil(highest / _RING) * _RING))


def _web(painter: QPainter, shape: _Shape, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.line), 1))
    rings = [_RING * step for step in range(1, int(shape.top / _RING) + 1)]
    for ring in rings:
        if ring == BASE:
            continue
        painter.drawPolygon([shape.at(place, ring) for place in range(shape.axes)])
    for place in range(shape.axes):
        painter.drawLine(shape.centre, shape.at(place, shape.top))
    painter.setPen(QPen(QColor(theme.dim), 1, Qt.PenStyle.DashLine))
    painter.drawPolygon([shape.at(place, BASE) for place in range(shape.axes)])
    base = shape.at(0, BASE)
    painter.drawText(QPointF(base.x() + 3, base.y() - 3), f"{BASE:.0f}")


def _outline(painter: QPainter, shape: _Shape, values: Sequence[float | None], pen: QPen, *, dots: bool) -> None:
    painter.setPen(pen)
    for first, second in _neighbours(shape, values):
        painter.drawLine(first, second)
    if dots:
        painter.setBrush(pen.color())
        for place, value in enumerate(values):
            if value is not None:
                painter.drawEllipse(shape.at(place, value), _DOT, _DOT)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _neighbours(shape: _Shape, values: Sequence[float | None]) -> Iterator[tuple[QPointF, QPointF]]:
    for place, value in enumerate(values):
        after = (place + 1) % len(values)
        following = values[after]
        if value is not None and following is not None:
            yield shape.at(place, value), shape.at(after, following)


def _label(painter: QPainter, shape: _Shape, place: int, axis: Axis, metrics: QFontMetricsF, theme: Theme) -> None:
    end = shape.at(place, shape.top)
    wide = max(metrics.horizontalAdvance(axis.name), metrics.horizontalAdvance(axis.text)) + 2
    high = metrics.height() * _LABEL_LINES
    aside = end.x() - shape.centre.x()
    left = end.x() + S if aside > 1 else end.x() - wide - S if aside < -1 else end.x() - wide / 2
    above = end.y() < shape.centre.y() - 1
    top = end.y() - high / 2 if abs(aside) > 1 else end.y() - high - 2 if above else end.y() + 2
    side = (
        Qt.AlignmentFlag.AlignLeft
        if aside > 1
        else Qt.AlignmentFlag.AlignRight
        if aside < -1
        else Qt.AlignmentFlag.AlignHCenter
    )
    painter.setPen(QColor(theme.dim))
    painter.drawText(QRectF(left, top, wide, high / 2), int(side), axis.name)
    painter.setPen(QColor(theme.text))
    painter.drawText(QRectF(left, top + high / 2, wide, high / 2), int(side), axis.text)


class Radar(QWidget):
    """Shows the radar; its numbers stand in its accessible description too."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._axes: tuple[Axis, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.update)

    def show_axes(self, name: str, axes: Sequence[Axis]) -> None:
        """Draw these; `name` says what is compared with what."""
        self._axes = tuple(axes)
        self.setAccessibleName(name)
        self.setAccessibleDescription(" / ".join(f"{axis.name} {axis.text}" for axis in axes))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for six axes with their names."""
        return QSize(420, 270)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Narrower, as high."""
        return QSize(340, 270)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw in the theme in force."""
        painter = QPainter(self)
        painter.setFont(self.font())
        paint_radar(painter, QRectF(self.rect()), self._axes, self._appearance.theme)
        painter.end()
