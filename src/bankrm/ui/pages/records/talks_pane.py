"""The left side: talks to record, a talk that nobody planned, this morning's questions, and what is asked once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from bankrm.application.practice_time import PreparationTime
from bankrm.application.queries.recording import RecordingRow
from bankrm.domain.clients import Client, ClientKey
from bankrm.domain.memos import Answer, AnswerState
from bankrm.domain.practice import FORMER_MINUTES, UNSAID
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.records.client_field import ClientField
from bankrm.ui.pages.records.questions import QuestionsPanel
from bankrm.ui.pages.records.talks import TalkDelegate, TalksModel
from bankrm.ui.theme import L, M, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import column, row, scrolled, surface
from bankrm.ui.widgets.text import label

_LEAST_WIDE, _MOST_WIDE = 324, 460


class TalksPane(QFrame):
    """`chosen` with the place in the list, `client_chosen` for a talk that nobody planned."""

    chosen = Signal(int)
    client_chosen = Signal(ClientKey)
    answered = Signal(int, str)
    state_chosen = Signal(int, AnswerState)
    minutes_told = Signal(int)

    def __init__(self, appearance: Appearance, today: date) -> None:
        super().__init__()
        self.setProperty("surface", "pane")
        self.setMinimumWidth(_LEAST_WIDE)
        self.setMaximumWidth(_MOST_WIDE)
        self._model, self._delegate = TalksModel(today), TalkDelegate(appearance, today)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setAccessibleName(self.tr("記録する面談"))
        self._list.activated.connect(self._activated)
        self._list.clicked.connect(self._activated)
        self._none = label(self.tr("記録を待つ面談はありません。"), "dim", wrap=True)
        self._clients = ClientField()
        self._unplanned = self._unplanned_talk()
        self._questions = QuestionsPanel()
        self._questions.answered.connect(self.answered)
        self._questions.state_chosen.connect(self.state_chosen)
        self._no_questions = label(self.tr("この面談の準備シートに「聞くこと」はありません。"), "dim", wrap=True)
        self._minutes, self._asks_minutes = self._former_minutes(), False
        self._minutes.hide()
        self._compared = label("", "caption", wrap=True)
        self._compared.hide()
        asked = QWidget()
        asked.setLayout(column(self._no_questions, self._questions, space=S))
        asked.layout().addStretch(1)  # type: ignore[union-attr]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(L, M, L, M)
        layout.setSpacing(S)
        layout.addWidget(label(self.tr("記録"), "title"))
        layout.addWidget(self._none)
        layout.addWidget(self._list, 2)
        layout.addWidget(self._unplanned)
        layout.addSpacing(S)
        self._morning = QWidget()
        self._morning.setLayout(column(label(self.tr("今朝の聞くこと"), "heading"), scrolled(asked), space=S))
        layout.addWidget(self._morning, 3)
        layout.addStretch(0)
        layout.addWidget(self._minutes)
        layout.addWidget(self._compared)

    def show_talks(self, rows: Sequence[RecordingRow], chosen: int | None) -> None:
        """The list, with the open talk marked."""
        self._model.show_rows(rows)
        self._none.setVisible(not rows)
        self._minutes.setVisible(self._asks_minutes and bool(rows))
        self._list.setVisible(bool(rows))
        if chosen is not None:
            self._list.setCurrentIndex(self._model.index(chosen))

    def show_clients(self, clients: Sequence[Client]) -> None:
        """Of whom a talk may be recorded; by name, reading or number."""
        self._clients.show_clients(clients)

    def show_open(self, is_open: bool) -> None:
        """Whether a talk is open, of which there may be questions."""
        self._morning.setVisible(is_open)

    def show_answers(self, answers: Sequence[Answer], *, writable: bool) -> None:
        """This morning's questions of the open talk."""
        self._questions.show_answers(answers, writable=writable)
        self._no_questions.setVisible(not answers)

    def show_found(self, answers: Mapping[int, str]) -> None:
        """Words of the memo that may answer a question, by its place."""
        self._questions.show_found(answers)

    def show_preparation(self, times: PreparationTime) -> None:
        """The question, once; then before and after side by side, as soon as there is an after."""
        self._asks_minutes = times.before_min is None
        self._minutes.setVisible(self._asks_minutes and self._model.rowCount() > 0)
        told = bool(times.before_min) and times.after_min is not None
        self._compared.setVisible(told)
        if told:
            text = self.tr("準備の時間: これまで {before}分 → いま {after}分({count}件の中央値)")
            self._compared.setText(
                text.format(before=times.before_min, after=round(times.after_min or 0), count=times.sets)
            )

    def _unplanned_talk(self) -> QWidget:
        """Choose a client, and the memo is begun."""
        self._clients.setAccessibleName(self.tr("電話・来店を記録する取引先"))
        self._clients.setPlaceholderText(self.tr("電話・来店を記録: 取引先名"))
        nobody = label(
            self.tr("当てはまる取引先がありません。名前、よみ、番号で探せます。"), "caption", tone="warn", wrap=True
        )
        nobody.hide()
        self._clients.none_fits.connect(nobody.setVisible)
        self._clients.chosen.connect(self.client_chosen)
        asked = QWidget()
        asked.setLayout(column(self._clients, nobody, space=S))
        return asked

    def _former_minutes(self) -> QWidget:
        """Asked once: これまで1件の準備に何分."""
        minutes = QLineEdit()
        minutes.setValidator(QIntValidator(FORMER_MINUTES.start, FORMER_MINUTES.stop - 1, minutes))
        minutes.setFixedWidth(64)
        minutes.setAlignment(Qt.AlignmentFlag.AlignRight)
        minutes.setPlaceholderText(self.tr("分"))
        minutes.setAccessibleName(self.tr("これまで1件の準備に何分"))
        tell = button(self.tr("答える"))
        tell.setEnabled(False)
        minutes.textChanged.connect(lambda: tell.setEnabled(minutes.hasAcceptableInput()))
        minutes.returnPressed.connect(tell.click)
        tell.clicked.connect(lambda: self.minutes_told.emit(int(minutes.text())))
        leave = button(self.tr("答えない"), "quiet")
        leave.clicked.connect(lambda: self.minutes_told.emit(UNSAID))
        answers = row(minutes, tell, leave, space=S)
        answers.addStretch(1)
        inner = column(label(self.tr("一度だけ: これまで訪問1件の準備に何分でしたか"), "caption", wrap=True), space=S)
        inner.addLayout(answers)
        return surface("card", inner, margin=S)

    @Slot(QModelIndex)
    def _activated(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())
