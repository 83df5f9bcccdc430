"""What opens in place among the statements: words to write, a reason to choose. Ctrl+Enter takes it, Esc lets it be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from bankrm.domain.drafts import RemovalReason
from bankrm.ui.pages.drafts.rows import PanelWords
from bankrm.ui.pages.drafts.wording import removal_words
from bankrm.ui.theme import LINE_HEIGHT, STATEMENT, L, M, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.flow import FlowLayout
from bankrm.ui.widgets.plain_edit import PlainEdit
from bankrm.ui.widgets.text import label, restyle

_LINES = 3


def pressed_with(event: QKeyEvent, modifiers: Qt.KeyboardModifier) -> bool:
    """Whether these are held and no others, on the keypad or not."""
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == modifiers


class Panel(QFrame):
    """A title, a body, and the two ways out."""

    taken = Signal()
    dropped = Signal()

    def __init__(self, title: str, take: str) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self.setAccessibleName(title)
        self.first: QWidget | None = None  # the field to begin with
        self.body = QVBoxLayout()
        self.body.setSpacing(S)
        self._take, drop = button(take, "primary"), button(self.tr("やめる (Esc)"), "quiet")
        self.buttons: tuple[QWidget, ...] = (self._take, drop)
        self._take.clicked.connect(self.taken)
        drop.clicked.connect(self.dropped)
        foot = FlowLayout(self._take, drop, space=S)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(L, M, L, M)
        layout.setSpacing(S)
        layout.addWidget(label(title, "caption", wrap=True))
        layout.addLayout(self.body)
        layout.addLayout(foot)

    @property
    def fields(self) -> Sequence[QWidget]:
        """What is filled in, in order."""
        return ()

    def take(self) -> None:
        """Take what stands here, where it can be."""
        if self._take.isEnabled():
            self.taken.emit()

    def hold(self, held: bool) -> None:
        """Let nothing more be typed here while what stands here is being kept, or let it be again; the focus stays."""
        for field in self.findChildren(QLineEdit) + self.findChildren(PlainEdit):
            field.setReadOnly(held)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """To the first field. (A focus proxy would cut the way of the Tab key short.)"""
        super().focusInEvent(event)
        if self.first is not None:
            self.first.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The two keys, from wherever the focus is in here; no other reaches the list behind."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        elif enter and pressed_with(event, Qt.KeyboardModifier.ControlModifier):
            self.take()
        event.accept()


class WordsPanel(Panel):
    """One field of words, which `may_be_empty`. `note` stands below it; with `must_pick`, evidence must be picked before it can be
    taken."""

    written = Signal(str, str)  # the words, and why they are kept where that was asked

    def __init__(
        self, title: str, take: str, text: str = "", note: str = "", *, hint: str = "", must_pick: bool = False,
        may_be_empty: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(title, f"{take} (Ctrl+Enter)")
        self._field, self._note = PlainEdit(), label(note, "caption", wrap=True)
        self._picked, self._may_be_empty = not must_pick, may_be_empty
        self._field.setPlaceholderText(hint)
        self._field.setAccessibleName(title)
        self._field.setProperty("look", "statement")
        self._field.show_plain(text)
        self._field.setFixedHeight(round(_LINES * STATEMENT * LINE_HEIGHT) + M)
        self._field.moveCursor(QTextCursor.MoveOperation.End)
        self._field.textChanged.connect(self._changed)
        self.body.addWidget(self._field)
        self.body.addWidget(self._note)
        self._note.setVisible(bool(note))
        self._why = QLineEdit()
        self._why.setPlaceholderText(self.tr("残す理由"))
        self._why.setAccessibleName(self.tr("残す理由"))
        self._why.textChanged.connect(self._changed)
        self._why.hide()
        self.body.addWidget(self._why)
        self.first = self._field
        self.taken.connect(self._told)
        self._changed()

    @property
    def fields(self) -> Sequence[QWidget]:
        """As `Panel.fields`."""
        return self._field, self._why

    @property
    def text(self) -> str:
        """What is written by now."""
        return self._field.toPlainText()

    @property
    def words(self) -> PanelWords:
        """All that stands here."""
        return PanelWords(self.text, self._why.text())

    def fill(self, words: PanelWords) -> None:
        """Let that stand here."""
        self._field.show_plain(words.words)
        self._field.moveCursor(QTextCursor.MoveOperation.End)
        self._why.setText(words.why)
        self._why.setVisible(bool(words.why))

    def show_note(self, note: str, *, picked: bool = True) -> None:
        """Say something below the field."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._picked = picked
        self._changed()

    def ask_why(self, note: str) -> None:
        """Point something out below the field, and let a reason be given."""
        restyle(self._note, tone="warn")
        self.show_note(note)
        self._why.show()
        self._why.setFocus()

    @Slot()
    def _changed(self) -> None:
        self._take.setEnabled((self._may_be_empty or bool(self.text.strip())) and self._picked)

    @Slot()
    def _told(self) -> None:
        self.written.emit(self.text.strip(), self._why.text().strip())


class AgreePanel(Panel):
    """Nothing to write: what will be done, to be agreed to."""

    agreed = Signal()

    def __init__(self, title: str, take: str, told: str, note: str) -> None:
        super().__init__(title, f"{take} (Ctrl+Enter)")
        self.body.addWidget(label(told, wrap=True))
        self.body.addWidget(label(note, "caption", wrap=True))
        self.first = self._take
        self.taken.connect(self.agreed)


class ReasonPanel(Panel):
    """Why a statement is struck: one of six, by number or click, and words where one wishes."""

    chosen = Signal(str, str)

    def __init__(self, statement: str) -> None:
        super().__init__(
            self.tr(
                "この記述を消します。理由を選んでください(1〜6)。節を書き直しても戻りませんが、「元に戻す」で戻せます。"
            ),
            self.tr("消す (Enter)"),
        )
        shown = label(statement, "statement", wrap=True)
        self._group = QButtonGroup(self)
        choices = FlowLayout(space=M)
        for number, reason in enumerate(RemovalReason):
            one = QRadioButton(f"{number + 1}  {removal_words(reason)}")
            self._group.addButton(one, number)
            choices.addWidget(one)
        self._words = QLineEdit()
        self._words.setPlaceholderText(self.tr("補足(任意)"))
        self._words.setAccessibleName(self.tr("消す理由の補足"))
        self.body.addWidget(shown)
        self.body.addLayout(choices)
        self.body.addWidget(self._words)
        self.first = self._group.button(0)
        self._take.setEnabled(False)  # until a reason is chosen
        self._group.idToggled.connect(self._chosen)
        self.taken.connect(self._told)

    @property
    def fields(self) -> Sequence[QWidget]:
        """As `Panel.fields`."""
        return *self._group.buttons(), self._words

    @property
    def words(self) -> PanelWords:
        """All that stands here."""
        number = self._group.checkedId()
        return PanelWords(self._words.text(), choice=list(RemovalReason)[number].value if number >= 0 else "")

    def fill(self, words: PanelWords) -> None:
        """Let that stand here."""
        self._words.setText(words.words)
        if words.choice:
            self._group.button(list(RemovalReason).index(RemovalReason(words.choice))).setChecked(True)

    @Slot()
    def _chosen(self) -> None:
        self._take.setEnabled(True)

    @Slot()
    def _told(self) -> None:
        told = self.words
        self.chosen.emit(told.choice, told.words.strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Numbers choose, Enter takes."""
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(RemovalReason) and not self._words.hasFocus():
            self._group.button(number).setChecked(True)
            self._group.button(number).setFocus()
            event.accept()
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.take()
            event.accept()
        else:
            super().keyPressEvent(event)
