"""記録: talks and this morning's questions on the left; the memo, and below it the record that it makes, on the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from bankrm.application.open_memo import MemoDesk
from bankrm.application.practice_time import PreparationTime
from bankrm.application.queries.recording import RecordingRow
from bankrm.domain.clients import Client, ClientKey
from bankrm.domain.closings import OpenPromise
from bankrm.domain.memos import Answer, AnswerState, Decision, Memo, MemoState, RecordField
from bankrm.drafting.recording.proposals import Caution
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.records.asking import Asked
from bankrm.ui.pages.records.confirming import ConfirmList, WarningList
from bankrm.ui.pages.records.memo_editor import MemoEditor
from bankrm.ui.pages.records.record_form import RecordForm
from bankrm.ui.pages.records.record_head import WIDE, RecordHead
from bankrm.ui.pages.records.talks_pane import TalksPane
from bankrm.ui.pages.records.words import settled_words
from bankrm.ui.services import Notices
from bankrm.ui.theme import L, M, S
from bankrm.ui.widgets.beginning import BeginsAt
from bankrm.ui.widgets.surfaces import EmptyState, at_most, column, scrolled, surface
from bankrm.ui.widgets.text import label, restyle
from bankrm.ui.words import at_branch, time_words


class RecordsPage(BeginsAt):
    """Builds widgets and passes wishes on; `RecordsView` says what it shows."""

    talk_chosen = Signal(int)
    talk_requested = Signal(ClientKey)
    memo_typed = Signal(str)
    memo_settled = Signal()
    memo_rested = Signal()
    field_written = Signal(RecordField, str)
    field_restored = Signal(RecordField)
    field_entered = Signal(RecordField)
    answered = Signal(int, str)
    answer_state_chosen = Signal(int, AnswerState)
    decided = Signal(str, Decision)
    warning_accepted = Signal(Caution, str)
    warning_taken_out = Signal(Caution)
    confirm_requested = Signal()
    copy_requested = Signal()
    register_requested = Signal()
    amend_requested = Signal()
    undo_requested = Signal()
    discard_requested = Signal()
    discard_undone = Signal()
    confirmation_undone = Signal()
    registration_undone = Signal()
    minutes_told = Signal(int)

    def __init__(self, appearance: Appearance, notices: Notices, today: date) -> None:
        super().__init__()
        self.setObjectName("page")
        self._notices = notices
        self._writable = True
        self._talks = TalksPane(appearance, today)
        self._head = RecordHead(today)
        self._memo = MemoEditor(appearance)
        self._warnings, self._asked, self._form = WarningList(), ConfirmList(), RecordForm()
        self._form_heading = label(self.tr("記録の案"), "heading")
        self._saved = label("", "caption")
        self._settled = label("", "strong", wrap=True)
        self._settled.hide()
        self._right = QStackedWidget()
        self._right.addWidget(
            EmptyState(
                self.tr("面談を選ぶと、ここにメモを書けます"),
                self.tr("予定になかった電話や来店は「電話・来店を記録」から始めます。"),
            )
        )
        self._right.addWidget(self._desk())
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._talks)
        split.addWidget(self._right)
        split.setStretchFactor(1, 1)
        split.setSizes([332, 858])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self._connect()

    def _desk(self) -> QWidget:
        proposed = QWidget()
        inner = column(self._warnings, self._asked, self._settled, self._form_heading, self._form, space=M)
        inner.setContentsMargins(M, M, M, L)
        inner.addStretch(1)
        proposed.setLayout(at_most(WIDE, inner))
        above = column(self._memo, self._saved, space=S)
        above.setContentsMargins(M, M, M, S)
        written = surface("pane")
        written.setLayout(at_most(WIDE, above))
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(written)
        split.addWidget(scrolled(proposed))
        split.setSizes([230, 420])
        split.setChildrenCollapsible(False)
        desk = QWidget()
        layout = QVBoxLayout(desk)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(split, 1)
        return desk

    def _connect(self) -> None:
        for signal, passed in (
            (self._talks.chosen, self.talk_chosen), (self._talks.client_chosen, self.talk_requested),
            (self._talks.minutes_told, self.minutes_told), (self._talks.answered, self.answered),
            (self._talks.state_chosen, self.answer_state_chosen),
            (self._memo.typed, self.memo_typed), (self._memo.settled, self.memo_settled), (self._memo.rested, self.memo_rested),
            (self._form.written, self.field_written), (self._form.restored, self.field_restored),
            (self._form.entered, self.field_entered), (self._asked.decided, self.decided),
            (self._warnings.accepted, self.warning_accepted), (self._warnings.taken_out, self.warning_taken_out),
            (self._head.confirm_requested, self.confirm_requested), (self._head.copy_requested, self.copy_requested),
            (self._head.amend_requested, self.amend_requested), (self._head.undo_requested, self.undo_requested),
            (self._head.discard_requested, self.discard_requested),
            (self._head.register_requested, self.register_requested),
        ):  # fmt: skip
            signal.connect(passed)
        self._asked.looked_at.connect(lambda span: self.mark([span]))
        self.begin_at(self._memo)
        keys = {
            "Ctrl+Return": self.confirm_requested,
            "Ctrl+Shift+C": self.copy_requested,
            "Ctrl+Alt+Z": self.undo_requested,
        }
        for key, wish in keys.items():
            QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut).activated.connect(
                wish
            )
        QShortcut(
            QKeySequence("Ctrl+M"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        ).activated.connect(self._memo.setFocus)

    # what the presenter shows

    def show_talks(self, rows: Sequence[RecordingRow], chosen: int | None) -> None:
        """As `RecordsView.show_talks`."""
        self._talks.show_talks(rows, chosen)

    def show_clients(self, clients: Sequence[Client]) -> None:
        """As `RecordsView.show_clients`."""
        self._talks.show_clients(clients)

    def show_nothing(self) -> None:
        """As `RecordsView.show_nothing`."""
        self._memo.stop()
        self._talks.show_answers((), writable=False)
        self._talks.show_open(False)
        self._right.setCurrentIndex(0)

    def show_desk(self, desk: MemoDesk) -> None:
        """As `RecordsView.show_desk`."""
        self._memo.show_text(desk.memo.text)
        self._memo.document().clearUndoRedoStacks()
        self._head.show_desk(desk)
        self._talks.show_open(True)
        self._right.setCurrentIndex(1)
        if self._talks.isAncestorOf(self.focusWidget() or self):
            self._memo.setFocus()  # whoever chose a talk is going to write

    def show_state(self, memo: Memo, *, can_undo: bool) -> None:
        """As `RecordsView.show_state`."""
        self._writable = memo.state is MemoState.OPEN
        self._memo.setReadOnly(not self._writable)
        restyle(self._memo)
        self._form_heading.setText(self.tr("記録の案") if self._writable else self.tr("記録"))
        self._head.show_state(memo, can_undo=can_undo)
        self._talks.show_answers(memo.answers, writable=self._writable)

    def show_text(self, text: str) -> None:
        """As `RecordsView.show_text`."""
        self._memo.show_text(text)

    def show_questions(self, answers: Sequence[Answer]) -> None:
        """As `RecordsView.show_questions`."""
        self._talks.show_answers(answers, writable=self._writable)

    def show_found(self, answers: Mapping[int, str]) -> None:
        """As `RecordsView.show_found`."""
        self._talks.show_found(answers)

    def show_settled(self, promises: Sequence[OpenPromise]) -> None:
        """As `RecordsView.show_settled`."""
        self._settled.setText(settled_words(promises))
        self._settled.setVisible(bool(promises))

    def show_fields(self, fields: Mapping[RecordField, str], edited: frozenset[RecordField]) -> None:
        """As `RecordsView.show_fields`."""
        self._form.show_fields(fields, edited, writable=self._writable)

    def show_asked(self, asked: Sequence[Asked]) -> None:
        """As `RecordsView.show_asked`."""
        self._asked.show_asked(asked)
        self._head.show_unconfirmed(len(asked))

    def show_warnings(self, warnings: Sequence[Caution]) -> None:
        """As `RecordsView.show_warnings`."""
        self._warnings.show_warnings(warnings)

    def show_saved(self, at: datetime | None) -> None:
        """As `RecordsView.show_saved`."""
        if at:
            self._saved.setText(self.tr("入力したまま保存済み {time}").format(time=time_words(at_branch(at))))
        else:
            example = self.tr("例: 社長「設備は来期でいい」とのこと。→見積は来週金曜まで当方。次回12/4 10時")
            self._saved.setText(" " if self._memo.toPlainText() else example)

    def mark(self, spans: Sequence[tuple[int, int]]) -> None:
        """As `RecordsView.mark`."""
        self._memo.mark(spans)

    def put_on_clipboard(self, text: str) -> None:
        """As `RecordsView.put_on_clipboard`."""
        QGuiApplication.clipboard().setText(text)

    def tell_confirmed(self) -> None:
        """As `RecordsView.tell_confirmed`."""
        self._notices.tell(self.tr("記録を確定しました。"), undo=self.confirmation_undone.emit)

    def tell_copied(self) -> None:
        """As `RecordsView.tell_copied`."""
        told = self.tr("SFA用にコピーしました。SFAの画面に貼り付けて登録したら、「登録した」を押してください。")
        self._notices.tell(told)

    def tell_registered(self) -> None:
        """As `RecordsView.tell_registered`."""
        self._notices.tell(self.tr("SFA登録済みにしました。"), undo=self.registration_undone.emit)

    def tell_discarded(self) -> None:
        """As `RecordsView.tell_discarded`."""
        self._notices.tell(self.tr("メモを消しました。"), undo=self.discard_undone.emit)

    def show_preparation(self, times: PreparationTime) -> None:
        """As `RecordsView.show_preparation`."""
        self._talks.show_preparation(times)
