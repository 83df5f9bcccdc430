"""The talks as cards, one below the other, built as far as one scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bankrm.application.queries.client_talks import TalkRow
from bankrm.ui.pages.clients.talk_card import TalkCard
from bankrm.ui.theme import M, S
from bankrm.ui.widgets.surfaces import column, scrolled
from bankrm.ui.widgets.text import restyle

_AT_ONCE, _A_TICK = 6, 2  # cards that are built before the list is shown, and between two moments of the window
_WIDEST = 1240  # of a card: lines stay as long as they read well


class TalkList(QWidget):
    """Cards are built a few at a time, so that a hundred talks never hold the window up; arrow keys walk them."""

    person_opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[TalkCard] = []
        self._waiting: list[TalkRow] = []
        self._marked: str | None = None
        self._today = date.min
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, S, M)
        self._column.setSpacing(S)
        self._column.addStretch(1)
        content = QWidget()
        content.setLayout(self._column)
        content.setMaximumWidth(_WIDEST)
        self._area = scrolled(content)
        self._area.verticalScrollBar().valueChanged.connect(self._go_on_building)
        self.setLayout(column(self._area))
        self._ticks = QTimer(self)
        self._ticks.setInterval(0)
        self._ticks.timeout.connect(self._build_some)

    def show_talks(self, talks: Sequence[TalkRow], mark: str | None, today: date) -> None:
        """These in place of the former ones; the one with that ref is brought into sight."""
        self._today, self._marked = today, mark
        self._ticks.stop()
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards, self._waiting = [], list(talks)
        self._area.verticalScrollBar().setValue(0)
        self._build(_AT_ONCE)
        self._go_on_building()

    def take_focus(self) -> bool:
        """The focus to the first card; whether there is one."""
        if self._cards:
            self._cards[0].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(self._cards)

    @Slot()
    def _go_on_building(self) -> None:
        if self._waiting and not self._ticks.isActive() and self._is_near_the_end():
            self._ticks.start()

    @Slot()
    def _build_some(self) -> None:
        self._build(_A_TICK)
        if not self._waiting or not self._is_near_the_end():
            self._ticks.stop()

    def _is_near_the_end(self) -> bool:
        """Whether, seen at all, less than two screens of cards lie below, or the card that is to be shown is not built yet."""
        bar = self._area.verticalScrollBar()
        unseen = self._area.isVisible() and bar.maximum() - bar.value() < 2 * self._area.viewport().height()
        return unseen or any(talk.ref == self._marked for talk in self._waiting)

    def _build(self, count: int) -> None:
        built, self._waiting = self._waiting[:count], self._waiting[count:]
        for talk in built:
            card = TalkCard(talk, self._today)
            card.person_opened.connect(self.person_opened)
            card.step_requested.connect(self._step)
            self._column.insertWidget(len(self._cards), card)
            self._cards.append(card)
            if talk.ref == self._marked:
                restyle(card, selected=True)
                QTimer.singleShot(0, self._show_marked)

    @Slot()
    def _show_marked(self) -> None:
        card = next((card for card in self._cards if card.talk.ref == self._marked), None)
        if card is not None:
            self._column.activate()
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(card)

    @Slot(int)
    def _step(self, by: int) -> None:
        place = next((n for n, card in enumerate(self._cards) if card.hasFocus()), 0) + by
        if 0 <= place < len(self._cards):
            self._cards[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(self._cards[place])

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Go on where the tab was left."""
        super().showEvent(event)
        self._go_on_building()
