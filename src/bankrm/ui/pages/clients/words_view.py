"""Everything that one person said, by date."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QWidget

from bankrm.application.queries.client_talks import PersonRow, WordsRow
from bankrm.language.firm_names import to_hiragana
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.clients.words import full_date, said_words
from bankrm.ui.theme import L, M
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import column, row
from bankrm.ui.widgets.tables import Column, RowsTable
from bankrm.ui.widgets.text import label
from bankrm.ui.words import certainty_words


class WordsView(QWidget):
    """A table of one person's words; Enter leads to the talk in which they fell, Esc back to all talks."""

    closed = Signal()
    talk_opened = Signal(str)

    def __init__(self, appearance: Appearance, topic_names: Callable[[], Mapping[str, str]]) -> None:
        super().__init__()
        self._topic_names = topic_names
        back = button(self.tr("応接へ戻る"), "quiet", icon=appearance.icon("arrow-left"))
        back.clicked.connect(self.closed)
        self._name = label("", "heading")
        self._about = label("", "caption")
        self._none = label(self.tr("この人の発言は記録にありません。"), "dim")
        self.table: RowsTable[WordsRow] = RowsTable(self.tr("発言の一覧"), self._columns(), appearance)
        self.table.setWordWrap(True)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.opened.connect(lambda one: self.talk_opened.emit(one.ref))
        self.table.horizontalHeader().sectionResized.connect(self._fit_rows)
        head = row(back, self._name, self._about, space=L)
        head.addStretch(1)
        layout = column(space=M)
        layout.setContentsMargins(0, M, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self._none)
        layout.addWidget(self.table, 1)
        self.setLayout(layout)

    def show_words(self, person: PersonRow, words: Sequence[WordsRow]) -> None:
        """The person, and the words, the newest first."""
        contact = person.contact
        self._name.setText(self.tr("{person}の発言").format(person=person.person))
        told = (contact.name, to_hiragana(contact.reading), contact.role) if contact else ()
        count = self.tr("発言{count}件・面談{talks}回").format(count=len(words), talks=person.talks)
        self._about.setText(" · ".join([*filter(None, told), count]))
        self.table.show_rows(words)
        self.table.setVisible(bool(words))
        self._none.setVisible(not words)
        self._fit_rows()

    def take_focus(self) -> None:
        """The focus into the table."""
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _fit_rows(self) -> None:
        self.table.resizeRowsToContents()

    def _columns(self) -> list[Column[WordsRow]]:
        return [
            Column(self.tr("日付"), lambda one: full_date(one.on), lambda one: one.on, width=100),
            Column(self.tr("方法"), lambda one: one.method, width=64),
            Column(self.tr("発言"), lambda one: said_words(one.said), lambda one: one.said.text, wide=True),
            Column(self.tr("話題"), self._topics, width=200),
            Column(self.tr("意向の段階"), lambda one: certainty_words(one.said.certainty), width=110),
        ]

    def _topics(self, one: WordsRow) -> str:
        names = self._topic_names()
        return self.tr("、").join(names.get(key, key) for key in one.said.topics)
