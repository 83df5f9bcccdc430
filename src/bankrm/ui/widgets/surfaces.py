"""Cards, bars and empty states."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bankrm.ui.theme import XXL, L, M, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.text import label

B = TypeVar("B", bound=QBoxLayout)


def column(*parts: QWidget, space: int = S, margin: int = 0) -> QVBoxLayout:
    """Widgets one below the other."""
    return _filled(QVBoxLayout(), parts, space, margin)


def row(*parts: QWidget, space: int = S, margin: int = 0) -> QHBoxLayout:
    """Widgets side by side."""
    return _filled(QHBoxLayout(), parts, space, margin)


def surface(kind: str, layout: QBoxLayout | None = None, *, margin: int = M) -> QFrame:
    """A frame. `kind`: card, pane, bar, foot, block, notice-ok, notice-warn, notice-bad, said."""
    made = QFrame()
    made.setProperty("surface", kind)
    if layout is not None:
        layout.setContentsMargins(margin, margin, margin, margin)
        made.setLayout(layout)
    return made


def scrolled(content: QWidget) -> QScrollArea:
    """`content`, as high as it is, in a frameless area that scrolls up and down only."""
    content.setObjectName("content")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def at_most(wide: int, layout: QBoxLayout) -> QHBoxLayout:
    """`layout` from the left, no wider than that: nobody's eyes travel across a large screen."""
    content = QWidget()
    content.setLayout(layout)
    content.setMaximumWidth(wide)
    line = row(content)
    line.setStretch(0, 1)
    line.addStretch(0)
    return line


class EmptyState(QWidget):
    """What is said where there is nothing yet: what it is, and what to do next."""

    def __init__(self, title: str, what_to_do: str, action: str = "", do: Callable[[], None] | None = None) -> None:
        super().__init__()
        layout = column(label(title, "heading", wrap=True), label(what_to_do, "dim", wrap=True), space=S, margin=XXL)
        if action and do:
            pressed = button(action, "primary")
            pressed.clicked.connect(do)
            layout.addSpacing(L - S)
            layout.addWidget(pressed, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self.setLayout(layout)
        self.setAccessibleName(f"{title} {what_to_do}")


def _filled(layout: B, parts: tuple[QWidget, ...], space: int, margin: int) -> B:
    layout.setSpacing(space)
    layout.setContentsMargins(margin, margin, margin, margin)
    for part in parts:
        layout.addWidget(part)
    return layout
