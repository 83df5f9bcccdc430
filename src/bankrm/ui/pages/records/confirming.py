"""What a person should look at before a record stands: questions about the memo, and warnings to answer for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from bankrm.domain.memos import Decision
from bankrm.drafting.recording.proposals import Caution, Warned
from bankrm.ui.pages.records.asking import Asked
from bankrm.ui.pages.records.words import choice_words, doubt_words, warning_words
from bankrm.ui.theme import XS, M, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import column, row, surface
from bankrm.ui.widgets.text import ElidedLabel, label

_BESIDE = 18  # characters of a question that stand beside its answers, also in the smallest window


class ConfirmList(QWidget):
    """The pieces in doubt, at most seven; the proposed answer stands first."""

    decided = Signal(str, Decision)
    looked_at = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._column = column(space=S)
        self.setLayout(self._column)
        self._shown: tuple[Asked, ...] = ()

    def show_asked(self, asked: Sequence[Asked]) -> None:
        """Another set of questions; the same set stays as it is, with its focus."""
        if tuple(asked) == self._shown:
            return
        self._shown = tuple(asked)
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        _clear(self._column)
        if asked:
            self._column.addWidget(label(self.tr("確かめる {count}件").format(count=len(asked)), "heading"))
        for one in asked:
            self._column.addWidget(self._line(one))
        self.setVisible(bool(asked))
        first = self.findChild(QWidget, "first-answer") if had_focus else None
        if first:
            first.setFocus()

    def _line(self, asked: Asked) -> QWidget:
        words = ElidedLabel(f"「{asked.words}」" if "「" not in asked.words else asked.words)
        told = doubt_words(asked) + (self.tr("(言語モデルの提案)") if asked.by_model else "")
        long = len(told) > _BESIDE
        answers = row(*([] if long else [label(told, "caption")]), space=XS)
        for place, choice in enumerate(asked.choices):
            made = button(choice_words(choice), "quiet" if place and asked.proposes else "")
            made.setObjectName("first-answer" if place == 0 else "")
            made.setAccessibleName(f"{asked.words} {told} {choice_words(choice)}")
            made.clicked.connect(lambda _=False, choice=choice: self.decided.emit(asked.key, choice.decision))
            made.pressed.connect(lambda: self.looked_at.emit(asked.span))
            answers.addWidget(made)
        answers.addStretch(1)
        inner = column(words, *([label(told, "caption", wrap=True)] if long else []), space=XS)
        inner.addLayout(answers)
        return surface("block", inner, margin=0)


class WarningList(QWidget):
    """Warnings: take the words out, or say why they stay."""

    taken_out = Signal(Caution)
    accepted = Signal(Caution, str)

    def __init__(self) -> None:
        super().__init__()
        self._column = column(space=S)
        self.setLayout(self._column)
        self._shown: tuple[Caution, ...] = ()

    def show_warnings(self, warnings: Sequence[Caution]) -> None:
        """Another set of warnings; the same set stays as it is."""
        if tuple(warnings) == self._shown:
            return
        self._shown = tuple(warnings)
        _clear(self._column)
        for warning in warnings:
            self._column.addWidget(self._line(warning))
        self.setVisible(bool(warnings))

    def _line(self, warning: Caution) -> QWidget:
        reason = QLineEdit()
        reason.setPlaceholderText(self.tr("残す理由"))
        reason.setAccessibleName(self.tr("残す理由: {words}").format(words=warning.words))
        keep = button(self.tr("理由を付けて残す"))
        keep.setEnabled(False)
        reason.textChanged.connect(lambda text: keep.setEnabled(bool(text.strip())))
        reason.returnPressed.connect(lambda: self.accepted.emit(warning, reason.text()))
        keep.clicked.connect(lambda: self.accepted.emit(warning, reason.text()))
        answers = row(reason, keep, space=S)
        if warning.kind is Warned.SENSITIVE:  # what was said is not wiped from a record because it should not have been
            out = button(self.tr("メモから消す"))
            out.clicked.connect(lambda: self.taken_out.emit(warning))
            answers.insertWidget(0, out)
        inner = column(
            label("▲ " + warning_words(warning), "strong", tone="warn", wrap=True),
            label(warning.words, wrap=True),
            space=XS,
        )
        inner.addLayout(answers)
        return surface("notice-warn", inner, margin=M)


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
