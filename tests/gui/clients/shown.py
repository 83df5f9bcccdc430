"""What is seen on 取引先."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLabel, QWidget

from bankrm.domain.clients import ClientKey

TODAY = date(2026, 11, 20)
RYOKAN = ClientKey("025", "0030218")


class Told:
    """Notices that are kept."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.undo: Callable[[], None] | None = None

    def tell(self, text: str, *, undo: Callable[[], None] | None = None) -> None:
        self.texts.append(text)
        self.undo = undo

    def refuse(self, error: object) -> None:
        raise AssertionError(error)


def texts_of(widget: QWidget) -> str:
    shown = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return "\n".join(shown)
