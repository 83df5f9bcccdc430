"""This morning's questions: each with its three states and a field for the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from bankrm.domain.memos import Answer, AnswerState
from bankrm.ui.pages.records.words import ANSWERS, answer_words
from bankrm.ui.theme import XS, L
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import row
from bankrm.ui.widgets.text import label

_MOST_SHOWN = 8  # characters of the memo beside a question


class QuestionsPanel(QWidget):
    """The questions of one talk, one below the other."""

    answered = Signal(int, str)
    state_chosen = Signal(int, AnswerState)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(L)
        self._questions: list[_Question] = []

    def show_answers(self, answers: Sequence[Answer], *, writable: bool) -> None:
        """The questions and what came of them; where they are the same as before nothing moves under the writer."""
        if [one.question for one in self._questions] != [answer.question for answer in answers]:
            self._rebuild(answers)
        for question, answer in zip(self._questions, answers, strict=True):
            question.show_answer(answer)
            question.setEnabled(writable)

    def show_found(self, answers: Mapping[int, str]) -> None:
        """Words of the memo that may answer a question, by its place."""
        for place, question in enumerate(self._questions):
            question.show_found(answers.get(place, ""))

    def _rebuild(self, answers: Sequence[Answer]) -> None:
        for old in self._questions:
            self._column.removeWidget(old)
            old.deleteLater()
        self._questions = [_Question(place, answer) for place, answer in enumerate(answers)]
        for question in self._questions:
            question.answered.connect(self.answered)
            question.state_chosen.connect(self.state_chosen)
            self._column.addWidget(question)


class _Question(QWidget):
    answered = Signal(int, str)
    state_chosen = Signal(int, AnswerState)

    def __init__(self, place: int, answer: Answer) -> None:
        super().__init__()
        self.question = answer.question
        self._place = place
        to = self.tr("({person}へ) ").format(person=answer.to) if answer.to else ""
        apart = self.tr("別席で ") if answer.apart else ""
        self._words = QLineEdit()
        self._words.setPlaceholderText(self.tr("答え(先方の言葉に近く)"))
        self._words.setAccessibleName(self.tr("答え: {question}").format(question=answer.question))
        self._words.textEdited.connect(self._edited)
        self._states = QButtonGroup(self)
        self._radios: dict[AnswerState, QRadioButton] = {}
        for state in ANSWERS:
            radio = QRadioButton(answer_words(state))
            radio.setAccessibleName(f"{answer_words(state)}: {answer.question}")
            radio.clicked.connect(lambda _=False, state=state: self.state_chosen.emit(self._place, state))
            self._states.addButton(radio)
            self._radios[state] = radio
        self._found = button("", "link")
        self._found.clicked.connect(lambda: self.state_chosen.emit(self._place, AnswerState.ANSWERED))
        self._found.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # never wider than the pane
        self._found.hide()
        states = row(*self._radios.values(), space=XS)
        states.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(XS)
        layout.addWidget(label(f"{apart}{to}{answer.question}", wrap=True))
        layout.addWidget(self._found)
        layout.addLayout(states)
        layout.addWidget(self._words)

    def show_answer(self, answer: Answer) -> None:
        """State and words, the words only where they are others than those that stand there."""
        self._states.setExclusive(answer.state is not AnswerState.OPEN)  # else none could be let go of
        for state, radio in self._radios.items():
            radio.setChecked(state is answer.state)
        if self._words.text() != answer.words:
            self._words.setText(answer.words)

    def show_found(self, words: str) -> None:
        """Offer to say that it was answered, by words of the memo; none, and nothing is offered."""
        self._found.setText(self.tr("メモに「{words}」→ 聞けた").format(words=_cut(words)))
        self._found.setToolTip(words)
        self._found.setVisible(bool(words))

    @Slot(str)
    def _edited(self, words: str) -> None:
        self.answered.emit(self._place, words)


def _cut(words: str) -> str:
    return words if len(words) <= _MOST_SHOWN else f"{words[:_MOST_SHOWN]}…"
