"""The page before anything is shown: clear words on what is closed, why, and what opens it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from bankrm.domain.errors import ExpectedError
from bankrm.ui.errors import words_for
from bankrm.ui.shell.opening import MINIMUM_PASSPHRASE, Ask
from bankrm.ui.theme import XL, L, M, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import surface
from bankrm.ui.widgets.text import label

_WIDE = 460


class OpeningPage(QWidget):
    """One card in the middle: title, what it means, a passphrase where one is needed, one primary button."""

    unlock_requested = Signal(str)
    new_requested = Signal(str)
    sample_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self._ask = Ask.NOTHING
        self._title, self._words = label(look="title", wrap=True), label(wrap=True)
        self._passphrase, self._again = self._secret(self.tr("パスフレーズ")), self._secret(self.tr("もう一度"))
        self._error = label(tone="bad", wrap=True)
        self._do = button("", "primary")
        self._sample = button(self.tr("見本の銀行で試す"))
        self._do.clicked.connect(self._pressed)
        self._sample.clicked.connect(self.sample_requested)
        for field in (self._passphrase, self._again):
            field.returnPressed.connect(self._pressed)
            field.textChanged.connect(self._typed)
        self._arrange()
        self.show_ask(Ask.NOTHING)

    def show_ask(self, ask: Ask) -> None:
        """As `OpeningView.show_ask`."""
        self._ask = ask
        title, words, action = self._texts(ask)
        self._title.setText(title)
        self._words.setText(words)
        self._do.setText(action)
        self._do.setVisible(bool(action))
        self._sample.setVisible(ask is Ask.FIRST_USE)
        self._passphrase.setVisible(ask in (Ask.PASSPHRASE, Ask.NEW_PASSPHRASE))
        self._again.setVisible(ask is Ask.NEW_PASSPHRASE)
        self._passphrase.clear()
        self._again.clear()
        self._typed()
        target = self._passphrase if self._passphrase.isVisibleTo(self) else self._do
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, busy: bool) -> None:
        """As `OpeningView.show_busy`."""
        for part in (self._passphrase, self._again, self._sample):
            part.setEnabled(not busy)
        if busy:
            self._do.setEnabled(False)
        else:
            self._typed()

    def show_error(self, error: ExpectedError | None) -> None:
        """As `OpeningView.show_error`."""
        words = words_for(error) if error else None
        self._error.setText(f"{words.title} {words.what_to_do}" if words else "")
        self._error.setVisible(words is not None)

    def _texts(self, ask: Ask) -> tuple[str, str, str]:
        return {
            Ask.NOTHING: (self.tr("開いています"), self.tr("暗号化されたデータを開いています。"), ""),
            Ask.FIRST_USE: (
                self.tr("BankRMへようこそ"),
                self.tr("このパソコンには、まだデータがありません。新しく始めると、暗号化された保存場所を作ります。データはこのパソコンから出ません。"),
                self.tr("新しく始める"),
            ),
            Ask.NEW_PASSPHRASE: (
                self.tr("パスフレーズを決める"),
                self.tr("このパソコンには資格情報の保管場所がないため、開くたびにパスフレーズを使います。{count}文字以上にしてください。忘れると、控えの鍵がないかぎりデータは開けません。").format(count=MINIMUM_PASSPHRASE),
                self.tr("この内容で始める"),
            ),
            Ask.PASSPHRASE: (
                self.tr("パスフレーズを入れてください"),
                self.tr("データは暗号化されています。続けて間違えても、データは消えません。"),
                self.tr("開く"),
            ),
            Ask.UNLOCK: (
                self.tr("ロックしています"),
                self.tr("記録のメモは、入力したところまで保存してあります。開くと、元のページに戻ります。"),
                self.tr("解錠する"),
            ),
            Ask.IMPOSSIBLE: (self.tr("開けません"), self.tr("データは変更していません。"), self.tr("もう一度試す")),
        }[ask]  # fmt: skip

    @Slot()
    def _pressed(self) -> None:
        if not self._do.isEnabled():
            return
        wish = self.new_requested if self._ask in (Ask.FIRST_USE, Ask.NEW_PASSPHRASE) else self.unlock_requested
        wish.emit(self._passphrase.text())

    @Slot()
    def _typed(self) -> None:
        typed, again = self._passphrase.text(), self._again.text()
        ready = {
            Ask.PASSPHRASE: bool(typed),
            Ask.NEW_PASSPHRASE: len(typed) >= MINIMUM_PASSPHRASE and typed == again,
        }
        self._do.setEnabled(ready.get(self._ask, True))

    def _secret(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        return field

    def _arrange(self) -> None:
        inner = QVBoxLayout()
        inner.setSpacing(M)
        for part in (self._title, self._words, self._passphrase, self._again, self._error):
            inner.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self._do)
        foot.addWidget(self._sample)
        foot.addStretch(1)
        inner.addSpacing(L - M)
        inner.addLayout(foot)
        card = surface("card", inner, margin=XL)
        card.setFixedWidth(_WIDE)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        layout.addLayout(middle)
        layout.addStretch(3)
