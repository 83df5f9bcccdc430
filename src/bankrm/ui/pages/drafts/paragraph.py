"""Words set in lines of one size. Most fit one line, and that is known without setting them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from bankrm.ui.pages.drafts.rows import LINE
from bankrm.ui.theme import LINE_HEIGHT

Ranges = Sequence[QTextLayout.FormatRange]


class Paragraph:
    """`breadth` in pixels, `tones` gives the characters that have a look of their own. It is set only when it must be drawn, or when it
    may need a second line."""

    def __init__(self, text: str, font: QFont, breadth: int, tones: Callable[[], Ranges] = tuple) -> None:
        self.text = text
        self._font, self._breadth, self._tones = font, max(breadth, 1), tones
        self._pitch = font.pixelSize() * LINE_HEIGHT

    @property
    def height(self) -> int:
        """Pixels of all lines; none without words."""
        if not self.text:
            return 0
        widest = len(self.text) * self._font.pixelSize()  # as if every character were a full-width one
        lines = 1 if widest <= self._breadth and LINE not in self.text else self._layout.lineCount()
        return round(lines * self._pitch)

    @property
    def breadth(self) -> float:
        """Pixels of the longest line."""
        lines = map(self._layout.lineAt, range(self._layout.lineCount()))
        return max((line.naturalTextWidth() for line in lines), default=0.0)

    def draw(self, painter: QPainter, at: QPointF, colour: str, marked: Ranges = ()) -> None:
        """In this colour where it has no other; `marked` ranges stand apart from one another."""
        painter.setPen(QColor(colour))
        self._layout.draw(painter, at, marked)

    def place_at(self, point: QPointF) -> int:
        """The character that stands there, -1 where none does."""
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            within = line.y() <= point.y() < line.y() + line.height() and 0 <= point.x() <= line.naturalTextWidth()
            if within:
                return line.xToCursor(point.x(), line.CursorPosition.CursorOnCharacter)
        return -1

    @cached_property
    def _layout(self) -> QTextLayout:
        layout = QTextLayout(self.text, self._font)
        layout.setFormats(self._tones())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        top = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._breadth)
            line.setPosition(QPointF(0, top + (self._pitch - line.height()) / 2))
            top += self._pitch
        layout.endLayout()
        return layout


def toned(start: int, length: int, colour: str, *, ground: str = "") -> QTextLayout.FormatRange:
    """So many characters in a colour, on a ground where one is given."""
    made = QTextLayout.FormatRange()
    form = QTextCharFormat()
    form.setForeground(QBrush(QColor(colour)))
    if ground:
        form.setBackground(QBrush(QColor(ground)))
    made.start, made.length, made.format = start, length, form
    return made


def units(text: str) -> int:
    """Characters as Qt counts them: a rare one (𠮷) is two."""
    return len(text.encode("utf-16-le")) // 2
