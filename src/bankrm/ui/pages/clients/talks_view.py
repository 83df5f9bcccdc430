"""応接: the talks as cards, the newest first, narrowed by person, topic and side; or everything that one person said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout, QWidget

from bankrm.application.queries.client_talks import PersonRow, TalkFilter, TalkRow, Talks, WordsRow
from bankrm.domain.interactions import Party
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.clients.talk_card import TalkCard
from bankrm.ui.pages.clients.words_view import WordsView
from bankrm.ui.theme import M, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import column, row, scrolled
from bankrm.ui.widgets.text import label, restyle

_AT_ONCE, _A_TICK = 6, 2  # cards that are built before the list is shown, and between two moments of the window
_WIDEST = 1240  # of a card: lines stay as long as they read well


class TalksView(QWidget):
    """Cards are built a few at a time and as far as one scrolls, so that a hundred talks never hold the window up."""

    chosen = Signal(object)
    person_opened = Signal(str)
    talk_opened = Signal(str)

    def __init__(self, appearance: Appearance, topic_names: Callable[[], Mapping[str, str]]) -> None:
        """`topic_names` by their keys."""
        super().__init__()
        self._people, self._topics, self._side = (
            _combo(self.tr("面談者")),
            _combo(self.tr("話題")),
            _combo(self.tr("発言")),
        )
        for name, party in (
            (self.tr("双方の発言"), None), (self.tr("お客さまの発言"), Party.CLIENT), (self.tr("当方の説明"), Party.BANK),
        ):  # fmt: skip
            self._side.addItem(name, party)
        self._count = label("", "caption")
        self._all = button(self.tr("絞り込みを解除"), "link")
        self._all.clicked.connect(self._choose_all)
        bar = row(self._people, self._topics, self._side, self._count, self._all, space=S)
        bar.addStretch(1)
        for one in (self._people, self._topics, self._side):
            one.activated.connect(self._choose)
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
        self._nothing = label("", "dim", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words = WordsView(appearance, topic_names)
        self._words.closed.connect(self.close_words)
        self._words.talk_opened.connect(self.talk_opened)
        talks = QWidget()
        layout = column(space=M)
        layout.setContentsMargins(0, M, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self._nothing)
        layout.addWidget(self._area, 1)
        talks.setLayout(layout)
        self._stack = QStackedWidget()
        self._stack.addWidget(talks)
        self._stack.addWidget(self._words)
        self.setLayout(column(self._stack))
        self._ticks = QTimer(self)
        self._ticks.setInterval(0)
        self._ticks.timeout.connect(self._build_some)

    def show_reading(self) -> None:
        """The talks are being read."""
        self._stack.setCurrentIndex(0)
        self._replace(())
        self._nothing.setText(self.tr("応接記録を読んでいます…"))
        self._nothing.show()
        self._count.setText("")
        self._all.hide()
        for one in (self._people, self._topics, self._side):
            one.setEnabled(False)

    def show_choices(self, talks: Talks) -> None:
        """Whom and what one may choose; what was chosen before stays where it is still there."""
        _fill(self._people, self.tr("すべての面談者"), [(one.person, one.person) for one in talks.people if one.talks])
        _fill(self._topics, self.tr("すべての話題"), [(name, key) for key, name in talks.topics])
        for one in (self._people, self._topics, self._side):
            one.setEnabled(True)

    def show_talks(self, talks: Sequence[TalkRow], total: int, mark: str | None, today: date) -> None:
        """The talks that fit, of so many in all; the one with that ref is brought into sight."""
        self._today, self._marked = today, mark
        if mark is not None:
            self._stack.setCurrentIndex(0)
            self._reset()
        self._replace(talks)
        none = (
            self.tr("この条件に当てはまる応接はありません。")
            if total
            else self.tr("応接記録がまだありません。記録を取り込むか、「記録」で書くと、ここに並びます。")
        )
        self._nothing.setText("" if talks else none)
        self._nothing.setVisible(not talks)
        pattern = self.tr("{found}件 / 全{total}件") if len(talks) < total else self.tr("全{total}件")
        self._count.setText(pattern.format(found=len(talks), total=total) if total else "")
        self._all.setVisible(len(talks) < total or self._side.currentIndex() > 0)

    def show_words(self, person: PersonRow, words: Sequence[WordsRow]) -> None:
        """Everything that one person said."""
        self._words.show_words(person, words)
        self._stack.setCurrentWidget(self._words)
        self._words.take_focus()

    @Slot()
    def close_words(self) -> bool:
        """Back to the talks; whether there was anything to close."""
        if self._stack.currentIndex() == 0:
            return False
        self._stack.setCurrentIndex(0)
        self.take_focus()
        return True

    def take_focus(self) -> None:
        """The focus to the first talk, or to what narrows them."""
        target: QWidget = self._cards[0] if self._cards else self._people
        target.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _choose(self) -> None:
        person, topic, side = (one.currentData() for one in (self._people, self._topics, self._side))
        self.chosen.emit(TalkFilter(person, topic, side))

    @Slot()
    def _choose_all(self) -> None:
        self._reset()
        self._choose()

    def _reset(self) -> None:
        for one in (self._people, self._topics, self._side):
            one.setCurrentIndex(0)

    def _replace(self, talks: Sequence[TalkRow]) -> None:
        self._ticks.stop()
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards, self._waiting = [], list(talks)
        self._area.verticalScrollBar().setValue(0)
        self._build(_AT_ONCE)
        self._go_on_building()

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


def _combo(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setMinimumWidth(150)
    return made


def _fill(combo: QComboBox, everything: str, choices: Sequence[tuple[str, str]]) -> None:
    kept = combo.currentData()
    with QSignalBlocker(combo):
        combo.clear()
        combo.addItem(everything, None)
        for name, value in choices:
            combo.addItem(name, value)
        combo.setCurrentIndex(max(0, combo.findData(kept)) if kept else 0)
