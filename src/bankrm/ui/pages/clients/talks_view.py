"""応接: the talks, the newest first, narrowed by person, topic and side; or everything that one person said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from bankrm.application.queries.client_talks import PersonRow, TalkRow, Talks, WordsRow
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.clients.talk_choices import TalkChoices
from bankrm.ui.pages.clients.talk_list import TalkList
from bankrm.ui.pages.clients.words_view import WordsView
from bankrm.ui.theme import M
from bankrm.ui.widgets.surfaces import column
from bankrm.ui.widgets.text import label


class TalksView(QWidget):
    """The list with what narrows it; a person's words take their place."""

    chosen = Signal(object)
    person_opened = Signal(str)
    talk_opened = Signal(str)

    def __init__(self, appearance: Appearance, topic_names: Callable[[], Mapping[str, str]]) -> None:
        """`topic_names` by their keys."""
        super().__init__()
        self._choices = TalkChoices()
        self._choices.chosen.connect(self.chosen)
        self._nothing = label("", "dim", wrap=True)
        self._list = TalkList()
        self._list.person_opened.connect(self.person_opened)
        self._words = WordsView(appearance, topic_names)
        self._words.closed.connect(self.close_words)
        self._words.talk_opened.connect(self.talk_opened)
        talks = QWidget()
        layout = column(self._choices, self._nothing, space=M)
        layout.setContentsMargins(0, M, 0, 0)
        layout.addWidget(self._list, 1)
        talks.setLayout(layout)
        self._stack = QStackedWidget()
        self._stack.addWidget(talks)
        self._stack.addWidget(self._words)
        self.setLayout(column(self._stack))

    def show_reading(self) -> None:
        """The talks are being read."""
        self._stack.setCurrentIndex(0)
        self._list.show_talks((), None, date.min)
        self._say(self.tr("応接記録を読んでいます…"))
        self._choices.show_reading()

    def show_choices(self, talks: Talks) -> None:
        """Whom and what one may choose."""
        self._choices.show_choices(talks)

    def show_talks(self, talks: Sequence[TalkRow], total: int, mark: str | None, today: date) -> None:
        """The talks that fit, of so many in all; the one with that ref is brought into sight."""
        if mark is not None:
            self._stack.setCurrentIndex(0)
            self._choices.reset()
        self._list.show_talks(talks, mark, today)
        none = self.tr("応接記録がまだありません。記録を取り込むか、「記録」で書くと、ここに並びます。")
        self._say("" if talks else self.tr("この条件に当てはまる応接はありません。") if total else none)
        self._choices.show_count(len(talks), total)

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
        if not self._list.take_focus():
            self._choices.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _say(self, words: str) -> None:
        self._nothing.setText(words)
        self._nothing.setVisible(bool(words))
