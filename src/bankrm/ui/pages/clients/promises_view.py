"""宿題: the promises of both sides, open ones first; what is done is closed here."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from bankrm.application.queries.client_promises import ClientPromise
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.clients.words import NONE, PROMISE_TONES, full_date, party_words, promise_words
from bankrm.ui.theme import M, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import column, row
from bankrm.ui.widgets.tables import Column, RowsTable
from bankrm.ui.widgets.text import label
from bankrm.ui.words import SECRET_ICON, marked


class PromisesView(QWidget):
    """The table, and under it what closes the promise that is chosen."""

    done = Signal(object, str)
    taken_back = Signal(object)
    talk_opened = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.table: RowsTable[ClientPromise] = RowsTable(
            self.tr("約束・宿題の一覧"), self._columns(), appearance, key=_key
        )
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda one: self.talk_opened.emit(one.ref))
        self._named: Hashable = None  # the promise for which words are written
        self._nothing = label("", "dim", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._whole = label("", wrap=True)
        self._told = label("", "caption", wrap=True)
        self._words = QLineEdit()
        self._words.setAccessibleName(self.tr("渡したもの・回答"))
        self._words.setPlaceholderText(self.tr("渡したもの・回答(空欄なら約束の内容)"))
        self._words.returnPressed.connect(self._close)
        self._close_button = button(self.tr("済にする"), "primary")
        self._close_button.clicked.connect(self._close)
        self._talk = button(self.tr("約束した応接を見る"), "quiet")
        self._talk.clicked.connect(self._open_talk)
        self._back = button(self.tr("元に戻す"), name=self.tr("済を取り消して元に戻す"))
        self._back.setShortcut("Ctrl+Alt+Z")
        self._back.clicked.connect(self._take_back)
        acts = row(self._words, self._close_button, self._back, self._talk, space=S)
        acts.setStretch(0, 1)
        self._foot = QWidget()
        foot = column(self._whole, self._told, space=S)
        foot.addLayout(acts)
        self._foot.setLayout(foot)
        shown = QWidget()
        shown.setLayout(column(self.table, self._foot, space=M))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(shown)
        layout = column(self._stack)
        layout.setContentsMargins(0, M, 0, M)
        self.setLayout(layout)

    def show_reading(self) -> None:
        """The promises are being compared with the records."""
        self._words.clear()
        self._nothing.setText(self.tr("約束と、その後の記録を照らしています…"))
        self._stack.setCurrentIndex(0)

    def show_promises(self, promises: Sequence[ClientPromise]) -> None:
        """Open ones first; what is written for one of them stays while that is open."""
        self._nothing.setText(self.tr("記録に約束・宿題はありません。"))
        self._stack.setCurrentIndex(1 if promises else 0)
        self.table.show_rows(promises)
        self._chosen(self.table.current)

    def _columns(self) -> list[Column[ClientPromise]]:
        return [
            Column(self.tr("誰の約束"), lambda one: party_words(one.owner), width=80),
            Column(
                self.tr("内容"), lambda one: marked(one.thing, secret=one.secret), lambda one: one.thing, wide=True,
                icon=lambda one: SECRET_ICON if one.secret else "",
            ),
            Column(self.tr("期限"), lambda one: full_date(one.due), lambda one: one.due, width=100),
            Column(
                self.tr("状態"), promise_words, lambda one: (not one.is_open, one.due or date.max), width=150,
                tone=lambda one: PROMISE_TONES.get(one.state, ""),
            ),
            Column(self.tr("約束した日"), lambda one: full_date(one.promised_on), lambda one: one.promised_on, width=100),
            Column(self.tr("その後の記録"), lambda one: full_date(one.told_on), lambda one: one.told_on, width=100),
        ]  # fmt: skip

    @Slot(object)
    def _chosen(self, one: ClientPromise | None) -> None:
        self._foot.setVisible(one is not None)
        before, self._named = self._named, _key(one) if one is not None and one.is_open else None
        if self._named is None or self._named != before:
            self._words.clear()
        if one is None:
            return
        self._whole.setText(marked(one.text, secret=one.secret))
        told = self.tr("{day}の記録: {words}").format(day=full_date(one.told_on), words=one.told) if one.told else ""
        self._told.setText(told or self.tr("その後の記録: {none}").format(none=NONE))
        for widget in (self._words, self._close_button):
            widget.setVisible(one.is_open)
        self._back.setVisible(one.closing is not None)

    @Slot()
    def _close(self) -> None:
        one = self.table.current
        if one is not None and one.is_open:
            self.done.emit(one, self._words.text())

    @Slot()
    def _take_back(self) -> None:
        one = self.table.current
        if one is not None and one.closing is not None:
            self.taken_back.emit(one)

    @Slot()
    def _open_talk(self) -> None:
        if self.table.current is not None:
            self.talk_opened.emit(self.table.current.ref)


def _key(one: ClientPromise) -> Hashable:
    return one.ref, one.owner, one.thing, one.text
