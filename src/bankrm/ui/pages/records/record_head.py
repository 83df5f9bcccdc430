"""The head of a talk: whose, when, with whom, how far it has come, and the one thing to do next."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from bankrm.application.open_memo import MemoDesk
from bankrm.domain.memos import Memo, MemoState
from bankrm.language.firm_names import short_name, shown_reading
from bankrm.ui.pages.records.words import STATE_CHIPS, day_heading, state_words
from bankrm.ui.theme import XS, M, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import at_most, row
from bankrm.ui.widgets.text import ElidedLabel, label, restyle
from bankrm.ui.words import time_words

WIDE = 1280  # of a talk's desk, at most


class RecordHead(QFrame):
    """Title, caption, state and buttons."""

    confirm_requested = Signal()
    copy_requested = Signal()
    register_requested = Signal()
    amend_requested = Signal()
    undo_requested = Signal()
    discard_requested = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setProperty("surface", "bar")
        self._today = today
        self._name, self._about = ElidedLabel("", "title"), ElidedLabel("", "caption")
        self._state = label("", chip="warn")
        self._undo = button(self.tr("元に戻す"), "quiet")
        self._discard = button(self.tr("メモを消す"), "quiet")
        self._amend = button(self.tr("訂正する"))
        self._confirm = button(self.tr("確定"), "primary")
        self._copy = button(self.tr("SFA用にコピー"), "primary")
        self._register = button(self.tr("登録した"))
        for made, wish, keys in (
            (self._undo, self.undo_requested, "Ctrl+Alt+Z"), (self._discard, self.discard_requested, ""),
            (self._amend, self.amend_requested, ""), (self._confirm, self.confirm_requested, "Ctrl+Enter"),
            (self._copy, self.copy_requested, "Ctrl+Shift+C"), (self._register, self.register_requested, ""),
        ):  # fmt: skip
            made.clicked.connect(wish)
            made.setToolTip(keys)
        first = row(self._name, self._state, self._amend, self._confirm, self._copy, self._register, space=S)
        second = row(self._about, self._undo, self._discard, space=S)
        for line in (first, second):
            line.setStretch(0, 1)
        self._state.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        layout = QVBoxLayout()
        layout.setContentsMargins(M, S, M, S)
        layout.setSpacing(XS)
        layout.addLayout(first)
        layout.addLayout(second)
        self.setLayout(at_most(WIDE, layout))

    def show_desk(self, desk: MemoDesk) -> None:
        """Whose talk it is, when it was, with whom and what for."""
        self._name.show_text(desk.client.name, short=short_name(desk.client.name))
        when = day_heading(desk.memo.on, self._today) + (f" {time_words(desk.visit.start)}" if desk.visit else "")
        people = "、".join(desk.visit.people) if desk.visit else self.tr("予定になかった面談")
        purpose = self.tr("目的: {purpose}").format(purpose=desk.meeting.purpose) if desk.meeting.purpose else ""
        self._about.show_text("　".join(filter(None, (shown_reading(desk.client.reading), when, people, purpose))))

    def show_state(self, memo: Memo, *, can_undo: bool) -> None:
        """How far the memo has come, and so what may be done."""
        writable = memo.state is MemoState.OPEN
        amending = writable and bool(memo.ref)
        self._state.setText(self.tr("訂正中") if amending else state_words(memo.state, copied=memo.copied is not None))
        restyle(self._state, chip=STATE_CHIPS[memo.state])
        self._undo.setVisible(writable)
        self._undo.setEnabled(can_undo)
        self._discard.setVisible(writable and not memo.ref)
        self._discard.setEnabled(not memo.is_blank)
        self._confirm.setVisible(writable)
        self._amend.setVisible(not writable)
        self._copy.setVisible(not writable)
        self._show_way_out(memo)

    def show_unconfirmed(self, count: int) -> None:
        """How much nobody looked at yet, named where one confirms."""
        words = self.tr("確定(確かめる {count}件)").format(count=count) if count else self.tr("確定")
        self._confirm.setText(words)

    def _show_way_out(self, memo: Memo) -> None:
        """First the copy, then the word that it was entered in the bank's system."""
        waits, copied = memo.state is MemoState.CONFIRMED, memo.copied is not None
        self._copy.setText(self.tr("もう一度コピー") if copied else self.tr("SFA用にコピー"))
        restyle(self._copy, role="primary" if waits and not copied else "")
        self._register.setVisible(waits)
        restyle(self._register, role="primary" if copied else "")
