"""今日: promises that press, the day's visits, and on the right what was left undone."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bankrm.application.queries.day import Day, VisitCard
from bankrm.application.queries.promises import PromiseList
from bankrm.ui.ahead import AheadState
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.today import words
from bankrm.ui.pages.today.presenter import LastClosing
from bankrm.ui.pages.today.promises_pane import PromisesPane
from bankrm.ui.pages.today.side import Side
from bankrm.ui.pages.today.visit_card import VisitCardView
from bankrm.ui.theme import XL, XS, L, M, S
from bankrm.ui.widgets.beginning import BeginsAt
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import EmptyState, at_most, column, row, scrolled
from bankrm.ui.widgets.text import label, restyle
from bankrm.ui.words import day_words, full_day_words

_SIDE_LEAST, _SIDE_WIDE, _WIDE = 208, 304, 1640
_AT_ONCE = 3  # cards, as many as are seen; each further one in a turn of its own, so that the window answers meanwhile


class TodayPage(BeginsAt):
    """Left two thirds and right third; on an empty store, where to begin."""

    day_chosen = Signal(object)
    prepare_requested = Signal()
    set_opened = Signal(str)
    files_dropped = Signal(object)
    import_requested = Signal()

    def __init__(self, appearance: Appearance, *, may_export: bool = True) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAcceptDrops(True)
        self._today = date.min
        self._shown: tuple[Day, date] | None = None
        self.promises, self.side = PromisesPane(appearance, may_export=may_export), Side()
        self._title, self._ready = label("", "title"), label("", "dim")
        self._prepare = button(self.tr("すべて準備"))
        self._prepare.setToolTip(self.tr("本日と次の営業日、表示中の日の訪問準備一式を用意します"))
        self._prepare.clicked.connect(self.prepare_requested)
        self._days, self._day_buttons = QHBoxLayout(), list[QPushButton]()
        self._visits_heading, self._cards = label("", "heading"), QVBoxLayout()
        self._waiting: list[tuple[int, VisitCard]] = []
        self._next_card = QTimer(self)
        self._next_card.timeout.connect(self._show_next_card)
        self._empty = EmptyState(
            self.tr("取引先がまだありません"),
            self.tr("基幹データの CSV をここに置いてください。取込のページが開き、読み方を確かめてから取り込みます。"),
            self.tr("取込を開く"),
            self.import_requested.emit,
        )
        self._drop = QFrame()
        self._drop.setProperty("drop", "true")
        self._drop.setLayout(column(self._empty))
        self._left = QWidget()
        self._content = self._body()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(XL, M, XL, 0)
        layout.setSpacing(M)
        parts = column(self._drop, space=M)
        parts.addWidget(self._content, 1)
        parts.addStretch(0)
        layout.addLayout(self._head())
        layout.addLayout(at_most(_WIDE, parts), 1)
        self._drop.hide()
        self.promises.closed.hide()
        self.begin_at(self.promises.table)

    def show_day(self, day: Day, today: date) -> None:
        """As `TodayView.show_day`."""
        if (day, today) == self._shown:
            return
        self._shown, self._today = (day, today), today
        self._drop.setVisible(day.empty)
        self._content.setVisible(not day.empty)
        ready = sum(card.pack is not None for card in day.cards)
        self._prepare.setEnabled(bool(day.cards))
        self._prepare.setVisible(not day.empty)
        restyle(self._prepare, role="primary" if ready < len(day.cards) else "")
        self._title.setText(full_day_words(today))
        told = self.tr("訪問 {visits}件 · 準備済み {ready}件").format(visits=len(day.cards), ready=ready)
        other = self.tr("{day}: {counts}").format(day=day_words(day.day), counts=told)
        self._ready.setText("" if day.empty else told if day.day == today else other)
        self._show_days(day)
        self._show_cards(day)
        self.side.show_unrecorded(day.unrecorded)
        self.side.show_changes(day.cards)
        for part in (self, self._left, self.side):  # at once, so that nothing is drawn at its old size
            if (layout := part.layout()) is not None:
                layout.activate()

    def show_promises(self, promises: PromiseList, *, everything: bool) -> None:
        """As `TodayView.show_promises`."""
        self.promises.show_promises(promises, everything=everything)

    def show_closing(self, closing: LastClosing | None) -> None:
        """As `TodayView.show_closing`."""
        self.promises.show_closing(closing, self._today)

    def show_preparing(self, state: AheadState) -> None:
        """As `TodayView.show_preparing`."""
        self.side.show_preparing(state)

    def show_exported(self, file: Path) -> None:
        """As `TodayView.show_exported`."""
        self.promises.show_exported(file)

    def _head(self) -> QVBoxLayout:
        line = row(self._title, self._ready, space=L)
        line.addStretch(1)
        line.addWidget(self._prepare)
        self._days.setSpacing(XS)
        head = QVBoxLayout()
        head.setSpacing(S)
        head.addLayout(at_most(_WIDE, line))
        head.addLayout(self._days)
        return head

    def _body(self) -> QWidget:
        parts = QVBoxLayout(self._left)
        parts.setContentsMargins(0, 0, S, L)
        parts.setSpacing(M)
        parts.addWidget(self.promises)
        parts.addWidget(self._visits_heading)
        self._cards.setSpacing(S)
        parts.addLayout(self._cards)
        parts.addStretch(1)
        body = QWidget()
        line = QHBoxLayout(body)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(L)
        line.addWidget(scrolled(self._left), 3)
        right = scrolled(self.side)
        right.setMinimumWidth(_SIDE_LEAST)
        right.setMaximumWidth(_SIDE_WIDE)
        line.addWidget(right, 1)
        return body

    def _show_days(self, day: Day) -> None:
        """Today and the days ahead; the one that is shown is pressed."""
        focused = any(one.hasFocus() for one in self._day_buttons)
        self._day_buttons = []
        while (item := self._days.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for count in day.ahead if not day.empty else ():
            made = button(words.day_button_words(count, self._today), "day")
            made.setCheckable(True)
            made.setChecked(count.day == day.day)
            made.setEnabled(count.visits > 0 or count.day == self._today)
            made.clicked.connect(lambda _=False, chosen=count.day: self.day_chosen.emit(chosen))
            self._day_buttons.append(made)
            self._days.addWidget(made)
            if focused and count.day == day.day:
                made.setFocus(Qt.FocusReason.OtherFocusReason)
        self._days.addStretch(1)
        _walk(self._prepare, *self._day_buttons)

    def _show_cards(self, day: Day) -> None:
        """A card that is as before stays, so that little is drawn while sets come to stand one after the other."""
        focused = next((view.visit for view in self._card_views() if view.hasFocus()), None)
        before = {view.card: view for view in self._card_views()}
        new = [card for card in day.cards if card not in before]
        late = [card for card in new[_AT_ONCE:] if card.visit.ref != focused]
        for place, card in enumerate(card for card in day.cards if card not in late):
            view = before.pop(card, None) or self._new_card(card)
            self._cards.insertWidget(place, view)
            if view.visit == focused:
                view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._waiting = [(place, card) for place, card in enumerate(day.cards) if card in late]
        self._next_card.start()
        for gone in before.values():
            self._cards.removeWidget(gone)
            gone.deleteLater()
        self._walk_cards()
        self._visits_heading.setText(self._visits_words(day))

    @Slot()
    def _show_next_card(self) -> None:
        """In their order, so that all before this one stand."""
        if self._waiting:
            place, card = self._waiting.pop(0)
            self._cards.insertWidget(place, self._new_card(card))
            self._walk_cards()
        else:
            self._next_card.stop()

    def _walk_cards(self) -> None:
        """Each card, then what else of it can be reached, after the promises."""
        _walk(self.promises.last, *(part for card in self._card_views() for part in (card, *card.further_stops)))

    def _new_card(self, card: VisitCard) -> VisitCardView:
        view = VisitCardView(card, self._today)
        view.opened.connect(self.set_opened)
        view.import_requested.connect(self.import_requested)
        view.step_requested.connect(self._step)
        return view

    def _visits_words(self, day: Day) -> str:
        if day.day == self._today:
            return self.tr("本日の訪問") if day.cards else self.tr("本日の訪問はありません")
        return self.tr("{day}の訪問").format(day=day_words(day.day))

    def _card_views(self) -> list[VisitCardView]:
        items = (self._cards.itemAt(place) for place in range(self._cards.count()))
        widgets = (item.widget() for item in items if item)
        return [widget for widget in widgets if isinstance(widget, VisitCardView)]

    @Slot(int)
    def _step(self, way: int) -> None:
        cards = self._card_views()
        place = next((place for place, card in enumerate(cards) if card.hasFocus()), 0) + way
        if 0 <= place < len(cards):
            cards[place].setFocus(Qt.FocusReason.TabFocusReason)
        elif place < 0:
            self.promises.table.setFocus(Qt.FocusReason.TabFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Files may be put here; they go to 取込."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            restyle(self._drop, drop="over")

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        """They were taken away again."""
        super().dragLeaveEvent(event)
        restyle(self._drop, drop="true")

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Files were put here."""
        restyle(self._drop, drop="true")
        files = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)


def _walk(*stops: QWidget) -> None:
    """Tab leads from each to the next."""
    for one, after in pairwise(stops):
        QWidget.setTabOrder(one, after)
