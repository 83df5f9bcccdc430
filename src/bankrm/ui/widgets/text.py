"""Small pieces of text with the properties that the style sheet knows."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bankrm.ui.theme import LINE_HEIGHT

_PROSE_PERCENT = round(LINE_HEIGHT * 100 / 1.15)  # of the font's own line, which is some 1.15 of its size


class Prose(QLabel):
    """Text of several lines at the height that reads well. It takes plain text and gives it back; nothing in it is markup."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._plain = ""
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show another plain text."""
        self._plain = text
        lines = escape(text).replace("\n", "<br>")
        super().setText(f'<p style="margin:0; line-height:{_PROSE_PERCENT}%">{lines}</p>' if text else "")
        self.setAccessibleName(text)

    def text(self) -> str:
        """The plain text."""
        return self._plain


def label(text: str = "", look: str = "", *, tone: str = "", chip: str = "", wrap: bool = False) -> QLabel:
    """A label. `look`: title, heading, statement, caption, dim, strong; `tone`: ok, warn, bad; `chip`: ok, warn, bad, plain.

    Its text is never taken for markup: it may be a client's.
    """
    made = Prose(text) if wrap else QLabel(text)
    if not wrap:
        made.setTextFormat(Qt.TextFormat.PlainText)
    for name, value in (("look", look), ("tone", tone), ("chip", chip)):
        if value:
            made.setProperty(name, value)
    return made


def restyle(widget: QWidget, **properties: str | bool) -> None:
    """Give a widget other properties and let the style sheet see them."""
    for name, value in properties.items():
        widget.setProperty(name, ("true" if value else "false") if isinstance(value, bool) else value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class ElidedLabel(QLabel):
    """One line that is cut with … where there is no room, first to `short` where there is one; the whole text is its tooltip and
    accessible name."""

    def __init__(self, text: str = "", look: str = "", *, short: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        if look:
            self.setProperty("look", look)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_text(text, short=short)

    def show_text(self, text: str, *, short: str = "") -> None:
        """Show another text."""
        self._whole, self._short = text, short
        self.setAccessibleName(text)
        self._elide()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as the whole text."""
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Cut anew."""
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Cut anew where the font is another."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._elide()

    def _elide(self) -> None:
        metrics, room = QFontMetrics(self.font()), max(self.width(), 24)
        fits = metrics.horizontalAdvance(self._whole) <= room
        text = self._whole if fits else self._short or self._whole
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")
