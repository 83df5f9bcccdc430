"""The right third of 今日: visits without a record, what changed since the last visit, what is prepared ahead."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QProgressBar, QVBoxLayout, QWidget

from bankrm.application.queries.day import Unrecorded, VisitCard
from bankrm.language.firm_names import short_name
from bankrm.ui.ahead import AheadState
from bankrm.ui.errors import words_for
from bankrm.ui.shell.status import ahead_words
from bankrm.ui.theme import XS, L, M, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import column, row, surface
from bankrm.ui.widgets.text import ElidedLabel, label
from bankrm.ui.words import day_words, time_words

_SHOWN, _CHANGES_EACH = 5, 3


class Side(QWidget):
    """Three groups, each with what to do."""

    record_requested = Signal(str)
    client_requested = Signal(object)
    stop_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, L)
        self._column.setSpacing(M)
        self._unrecorded = self._group(self.tr("記録がまだの訪問"))
        self._changes = self._group(self.tr("前回から変わったこと"))
        queue = self._group(self.tr("下書きの準備"))
        self._state, self._bar = label(wrap=True), QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = button(self.tr("止める"))
        self._stop.clicked.connect(self.stop_requested)
        for part in (self._state, self._bar, self._stop):
            queue.addWidget(part)
        self._column.addStretch(1)

    def show_unrecorded(self, visits: Sequence[Unrecorded]) -> None:
        """The newest first; of many the first few."""
        _emptied(self._unrecorded)
        for one in visits[:_SHOWN]:
            visit = one.visit
            when = f"{day_words(visit.day)} {time_words(visit.start)}"
            record = button(self.tr("記録する"), "link", name=self.tr("{name}を記録する").format(name=one.client_name))
            record.clicked.connect(lambda _=False, ref=visit.ref: self.record_requested.emit(ref))
            name = row(ElidedLabel(one.client_name, short=short_name(one.client_name)), record, space=S)
            name.setStretch(0, 1)
            line = column(space=0)
            line.addLayout(name)
            line.addWidget(label(when, "caption"))
            self._unrecorded.addLayout(line)
        if len(visits) > _SHOWN:
            rest = self.tr("ほか {count}件").format(count=len(visits) - _SHOWN)
            self._unrecorded.addWidget(label(rest, "caption"))
        if not visits:
            self._unrecorded.addWidget(label(self.tr("ありません。"), "dim"))

    def show_changes(self, cards: Sequence[VisitCard]) -> None:
        """Of the visits that are shown, those where something is new since the last one."""
        _emptied(self._changes)
        changed = [card for card in cards if card.pack and card.pack.changes]
        for card in changed:
            look = button(self.tr("見る"), "link", name=self.tr("{name}を見る").format(name=card.client_name))
            look.clicked.connect(lambda _=False, key=card.visit.client: self.client_requested.emit(key))
            line = row(ElidedLabel(card.client_name, short=short_name(card.client_name)), look, space=S)
            line.setStretch(0, 1)
            self._changes.addLayout(line)
            for told in (card.pack.changes if card.pack else ())[:_CHANGES_EACH]:
                self._changes.addWidget(label(told, "caption", wrap=True))
        if not changed:
            self._changes.addWidget(label(self.tr("表示中の訪問にはありません。"), "dim", wrap=True))

    def show_preparing(self, state: AheadState) -> None:
        """What is under way, and the way to stop it."""
        told = ahead_words(state) or self._resting_words(state)
        self._state.setText(told)
        progress = state.progress
        self._bar.setVisible(state.step is not None)
        self._bar.setMaximum(progress.total or 0 if progress else 0)
        self._bar.setValue(progress.done if progress else 0)
        self._bar.setAccessibleName(told)
        self._stop.setVisible(state.step is not None)

    def _resting_words(self, state: AheadState) -> str:
        """How the last run left things."""
        if state.error:
            words = words_for(state.error)
            return f"{words.title} {words.what_to_do}"
        if state.failed:
            told = self.tr("{count}件は書けませんでした。できている下書きはそのまま使えます。")
            return told.format(count=state.failed)
        return self.tr("待っている下書きはありません。")

    def _group(self, heading: str) -> QVBoxLayout:
        inner = QVBoxLayout()
        inner.setSpacing(XS)
        content = QVBoxLayout()
        content.setSpacing(XS)
        inner.addWidget(label(heading, "heading"))
        inner.addLayout(content)
        self._column.addWidget(surface("card", inner))
        return content


def _emptied(layout: QLayout) -> None:
    """Without what stood there."""
    while (item := layout.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            _emptied(inner)
        if (widget := item.widget()) is not None:
            widget.deleteLater()
