"""How the window looks now: the theme in force, which follows the system or the person's choice, with its icons and fonts."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from bankrm.ui.theme import BODY, DARK, LIGHT, Theme, palette, style_sheet

FAMILIES = ("BIZ UDPGothic", "BIZ UDGothic", "Yu Gothic UI", "Meiryo", "Noto Sans CJK JP")


class ThemeChoice(StrEnum):
    """What the person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Appearance(QObject):
    """Applies theme, palette, style sheet and font to the application. `changed` follows every change of theme."""

    changed = Signal()

    def __init__(self, application: QApplication, resources: Path, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        """`resources` is the folder of the program's data files."""
        super().__init__()
        self._application, self._resources, self._choice = application, resources, choice
        self._template = (resources / "ui" / "style.qss").read_text(encoding="utf-8")
        self._svg: dict[str, bytes] = {}
        self.theme: Theme = LIGHT
        use_japanese_font(application, resources / "fonts")
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._apply()

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose."""
        return self._choice

    def choose(self, choice: ThemeChoice) -> None:
        """Follow this choice from now on."""
        self._choice = choice
        self._apply()

    def icon(self, name: str) -> QIcon:
        """An outline icon of `resources/icons` in the colour of text; it follows the theme. Raises OSError for an unknown name."""
        return QIcon(_ThemedIcon(self, name))

    def svg(self, name: str) -> bytes:
        """The drawing of an icon."""
        if name not in self._svg:
            self._svg[name] = (self._resources / "icons" / f"{name}.svg").read_bytes()
        return self._svg[name]

    @Slot()
    def _system_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        theme = self._wanted()
        self.theme = theme
        self._application.setStyleSheet("")  # replacing one sheet by another costs seconds with many widgets
        self._application.setPalette(palette(theme))
        self._application.setStyleSheet(style_sheet(theme, self._template, self._resources / "ui"))
        self.changed.emit()

    def _wanted(self) -> Theme:
        if self._choice is ThemeChoice.SYSTEM:
            dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if self._choice is ThemeChoice.DARK else LIGHT


class _ThemedIcon(QIconEngine):
    """Draws an SVG in the theme's colour at the moment of painting, at any scale."""

    def __init__(self, appearance: Appearance, name: str) -> None:
        super().__init__()
        self._appearance, self._name = appearance, name
        appearance.svg(name)

    def paint(self, painter: QPainter, rect: object, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        """Draw into `rect`, dim where disabled."""
        theme = self._appearance.theme
        colour = theme.dim if mode is QIcon.Mode.Disabled else theme.text
        drawing = self._appearance.svg(self._name).replace(b"currentColor", colour.encode())
        QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(rect))  # type: ignore[call-overload]

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The same as a picture."""
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, made.rect(), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        """Another of the same."""
        return _ThemedIcon(self._appearance, self._name)


def use_japanese_font(application: QApplication, fonts: Path) -> None:
    """Set a Japanese family: the bank's own UD Gothic, else a good one of the system; the font that comes along where there is none.

    A fallback for every script on earth (Droid Sans Fallback, say) is no good one: it draws Japanese in its own height and weight.
    """
    if not {*FAMILIES} & {*QFontDatabase.families()}:
        for file in sorted(fonts.glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
    known = QFontDatabase.families()
    font = QFont([family for family in FAMILIES if family in known] or application.font().families())
    font.setPixelSize(BODY)
    application.setFont(font)
