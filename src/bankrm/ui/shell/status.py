"""The line at the foot: which writer is at hand, what the queue does, when the records are of, and the lock."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QProgressBar

from bankrm.application.go_ahead import Pause
from bankrm.application.ports.engine_plan import Choice
from bankrm.application.preparation_schedule import Step
from bankrm.ui.ahead import AheadState
from bankrm.ui.theme import XS, L, S
from bankrm.ui.widgets.surfaces import row
from bankrm.ui.widgets.text import label
from bankrm.ui.words import engine_words, full_day_words, short_day


class StatusBar(QFrame):
    """Words only; nothing here is needed to work."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self._engine, self._queue, self._as_of, self._lock = label(), label(), label(), label()
        self._progress = QProgressBar()
        self._progress.setFixedWidth(120)
        self._progress.setTextVisible(False)
        self._progress.hide()
        layout = row(self._engine, self._queue, self._progress, space=L)
        layout.addStretch(1)
        layout.addWidget(self._as_of)
        layout.addWidget(self._lock)
        layout.setContentsMargins(S, XS, S, XS)
        self.setLayout(layout)

    def show_writer(self, choice: Choice) -> None:
        """As `FootView.show_writer`."""
        name = engine_words(choice.engine.value)
        model = f" {choice.bundle.name}" if choice.bundle else ""
        self._engine.setText(self.tr("書き手: {name}").format(name=name + model))

    def show_queue(self, text: str, done: int = 0, total: int = 0) -> None:
        """What the preparation queue does; the bar stands only while it works."""
        self._queue.setText(text)
        self._progress.setVisible(total > 0)
        self._progress.setMaximum(max(total, 1))
        self._progress.setValue(done)
        self._progress.setAccessibleName(text)

    def show_as_of(self, days: tuple[date, date] | None) -> None:
        """As `FootView.show_as_of`."""
        self._as_of.setToolTip("")
        if days is None:
            self._as_of.clear()
        elif days[0] == days[1]:
            self._as_of.setText(self.tr("基幹データ {day}時点").format(day=full_day_words(days[1])))
        else:
            first, last = short_day(days[0], days[1]), short_day(days[1], days[1])
            self._as_of.setText(self.tr("基幹データ {first}〜{last}時点").format(first=first, last=last))
            self._as_of.setToolTip(self.tr("取引先によって時点が違います。それぞれの時点は、取引先の画面にあります。"))

    def show_lock(self, minutes: int) -> None:
        """When it locks by itself."""
        self._lock.setText(self.tr("操作がないと{minutes}分でロック").format(minutes=minutes))


def ahead_words(state: AheadState) -> str:
    """What is being prepared behind the window, in a few words; nothing where nothing is."""
    translate = QCoreApplication.translate
    if state.step is None:
        return {
            Pause.IN_USE: translate("Ahead", "操作が終わったら下書きを続けます"),
            Pause.ON_BATTERY: translate("Ahead", "電源につなぐと下書きを続けます"),
        }.get(state.paused, "") if state.paused else ""  # fmt: skip
    told = {
        Step.PROMISES: translate("Ahead", "宿題を読み取り中"),
        Step.SETS: translate("Ahead", "訪問準備を作成中"),
        Step.MODEL: translate("Ahead", "言語モデルが下書き中"),
    }[state.step]
    progress = state.progress
    if progress is None or not progress.total:
        return told
    return translate("Ahead", "{what} {done}/{total}").format(what=told, done=progress.done, total=progress.total)
