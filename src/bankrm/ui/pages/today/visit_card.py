"""One visit as a card: when, where to, how far its set is, three headlines, what is owed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from bankrm.application.queries.day import PackState, VisitCard
from bankrm.language.firm_names import shown_reading
from bankrm.ui.pages.today import words
from bankrm.ui.theme import XS, L, M, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.text import ElidedLabel, label
from bankrm.ui.words import time_words

_HEADLINES = 3
_NAME_WIDE, _SMALL = 160, 60


class VisitCardView(QFrame):
    """Click or Enter opens the set, the arrows lead to the next card."""

    opened = Signal(str)
    import_requested = Signal()
    step_requested = Signal(int)

    def __init__(self, card: VisitCard, today: date) -> None:
        super().__init__()
        self.card, self._today = card, today
        self.setProperty("surface", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        start, name = time_words(card.visit.start), card.client_name or str(card.visit.client)
        self.setAccessibleName(f"{start} {name} {words.state_words(card)}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(L, M, L, S)
        layout.setSpacing(XS + 2)
        layout.addLayout(self._head(start, name))
        for number, headline in enumerate(card.pack.headlines[:_HEADLINES] if card.pack else (), 1):
            layout.addWidget(ElidedLabel(f"{number}  {headline}"))
        if card.state is PackState.NEEDS_DATA:
            layout.addWidget(label(words.missing_words(card), tone="warn", wrap=True))
        elif not card.pack:
            layout.addWidget(label(self._why_empty(), "dim", wrap=True))
        layout.addLayout(self._foot())

    @property
    def visit(self) -> str:
        """Which visit it is of."""
        return self.card.visit.ref

    @property
    def further_stops(self) -> list[QPushButton]:
        """Its buttons that the keyboard reaches."""
        return [one for one in self.findChildren(QPushButton) if one.focusPolicy() is not Qt.FocusPolicy.NoFocus]

    def _head(self, start: str, name: str) -> QHBoxLayout:
        card = self.card
        line = QHBoxLayout()
        line.setSpacing(M)
        line.addWidget(label(start, "strong"))
        line.addWidget(_giving_way(ElidedLabel(name, "strong"), _NAME_WIDE))
        if card.reading:
            line.addWidget(_giving_way(ElidedLabel(f"({shown_reading(card.reading)})", "caption"), _SMALL))
        line.addWidget(ElidedLabel(self.tr("・").join(card.visit.people), "dim"), 1)
        if card.recorded:
            line.addWidget(label(self.tr("記録済み"), chip="plain"))
        line.addWidget(label(words.state_words(card), chip=words.STATE_CHIPS[card.state]))
        return line

    def _foot(self) -> QHBoxLayout:
        card, line = self.card, QHBoxLayout()
        line.setSpacing(M)
        opening = button(self.tr("開く"), "link", name=self.tr("{name}の訪問準備を開く").format(name=card.client_name))
        opening.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter on the card does the same
        opening.clicked.connect(self._open)
        line.addWidget(opening)
        if card.pack and card.pack.questioned:
            line.addWidget(label(words.questioned_words(card.pack), "caption", tone="warn"))
        line.addWidget(ElidedLabel(words.facts_words(card), "caption"), 1)
        if card.state is PackState.NEEDS_DATA:
            bring = button(self.tr("取込を開く"), "link")
            bring.clicked.connect(self.import_requested)
            line.addWidget(bring)
        if card.pack:
            line.addWidget(_giving_way(ElidedLabel(words.updated_words(card.pack, self._today), "caption"), _SMALL))
        return line

    def _why_empty(self) -> str:
        return self.tr("まだ準備していません。「すべて準備」で下書きを用意します。")

    def _open(self) -> None:
        self.opened.emit(self.visit)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click anywhere on the card."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._open()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter opens, the arrows lead on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step_requested.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


def _giving_way(text: ElidedLabel, least: int) -> ElidedLabel:
    """As wide as its text where there is room, and no narrower than that."""
    text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    text.setMinimumWidth(min(least, text.sizeHint().width()))
    return text
