"""What a person sees and presses in a window, and what they could not read or reach: found by measuring, page by page."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bankrm.ui.shell.desk import Desk
from bankrm.ui.widgets.text import ElidedLabel, Prose

_LONGER = 0.4  # by how much another language may be longer


class LengtheningTranslator(QTranslator):
    """Every sentence as it is, with an end that is as long as another language's might be."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # noqa: ARG002
        """The sentence, longer."""
        return source + "延" * math.ceil(len(source) * _LONGER)

    def isEmpty(self) -> bool:  # noqa: N802
        """It knows everything."""
        return False


def seen(window: QWidget, kind: type[QWidget]) -> Iterator[QWidget]:
    """The widgets of a kind that can be seen, those in view of a scrolled area or not."""
    return (one for one in window.findChildren(kind) if one.isVisible() and one.width() > 0)


def texts(window: QWidget) -> list[str]:
    """What labels and buttons say."""
    speaking: list[QLabel | QAbstractButton] = [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]
    return [one.text() for one in speaking if one.isVisible()]


def button(window: QWidget, text: str) -> QPushButton:
    """The button of that text, or one that holds it. Raises ValueError."""
    found = (one for one in window.findChildren(QPushButton) if text in one.text() and one.isVisible())
    return min(found, key=lambda one: len(one.text()))


def until_quiet(qtbot: QtBot, desk: Desk) -> None:
    """Wait until every answer has come."""
    qtbot.waitUntil(lambda: desk.jobs.is_quiet, timeout=30_000)


def until_uncut(qtbot: QtBot, window: QWidget) -> None:
    """Wait until what came last is laid out and nothing of it is cut; fails with what still is."""

    def uncut() -> None:
        assert clipped(window) == []

    qtbot.waitUntil(uncut)


def clipped(window: QWidget) -> list[str]:
    """Labels and buttons whose words do not fit; those that are cut with … on purpose tell the whole as a tooltip."""
    found: list[str] = []
    for label in seen(window, QLabel):
        assert isinstance(label, QLabel)
        if isinstance(label, ElidedLabel) or not label.text():
            continue
        if isinstance(label, Prose) or label.wordWrap():
            short = label.heightForWidth(label.width()) > label.height() + 1
        else:
            room = label.contentsRect().width() + 1
            lines = label.text().split("\n")
            short = max(QFontMetrics(label.font()).horizontalAdvance(line) for line in lines) > room
        if short:
            found.append(f"label {label.text()}")
    for button in seen(window, QAbstractButton):
        assert isinstance(button, QAbstractButton)
        words = QFontMetrics(button.font()).horizontalAdvance(button.text())
        if button.text() and words > button.width():
            found.append(f"button {button.text()}")
    return found


def nameless(window: QWidget) -> list[str]:
    """What takes the focus and has no name for who listens to the screen."""
    return [
        f"{type(one).__name__} {one.objectName()}"
        for one in seen(window, QWidget)
        if _takes_focus(one) and not (one.accessibleName() or _own_words(one))
    ]


def unreachable(window: QWidget) -> list[str]:
    """What takes the focus by Tab and does not get it on the way round."""
    wanted = {one for one in seen(window, QWidget) if _takes_focus(one) and one.isEnabled()}
    reached: set[QWidget] = set()
    for _ in range(3 * len(wanted) + 10):
        focused = QApplication.focusWidget()
        if focused is not None:
            reached.add(focused)
        if not window.focusNextChild():
            break
    left = (one for one in wanted if not _walked(one, reached))
    return [f"{type(one).__name__} {one.accessibleName() or _own_words(one)}" for one in left]


def _walked(widget: QWidget, reached: set[QWidget]) -> bool:
    """Reached itself, or one of its group is, and arrows walk the others."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    together = group.buttons() if group is not None and group.exclusive() else []
    return widget in reached or any(one in reached for one in together)


def _takes_focus(widget: QWidget) -> bool:
    if isinstance(widget, QScrollArea) or widget.focusProxy() is not None:
        return False
    inside = widget.parent()
    if isinstance(inside, QComboBox | QAbstractItemView) or type(widget).__name__ == "QComboBoxListView":
        return False  # the parts of a field are named with it
    if isinstance(widget, QAbstractButton) and isinstance(inside, QLineEdit):
        return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _own_words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""
