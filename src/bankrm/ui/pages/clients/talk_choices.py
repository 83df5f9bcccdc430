"""What narrows the talks: person, topic and side, and how many fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from bankrm.application.queries.client_talks import TalkFilter, Talks
from bankrm.domain.interactions import Party
from bankrm.ui.theme import S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import row
from bankrm.ui.widgets.text import label


class TalkChoices(QWidget):
    """Three lists to choose from, and a way back to everything."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._people, self._topics = _combo(self.tr("面談者")), _combo(self.tr("話題"))
        self._side = _combo(self.tr("発言"))
        for name, party in (
            (self.tr("双方の発言"), None), (self.tr("お客さまの発言"), Party.CLIENT), (self.tr("当方の説明"), Party.BANK),
        ):  # fmt: skip
            self._side.addItem(name, party)
        self._combos = (self._people, self._topics, self._side)
        self._count = label("", "caption")
        self._all = button(self.tr("絞り込みを解除"), "link")
        self._all.clicked.connect(self._choose_all)
        bar = row(*self._combos, self._count, self._all, space=S)
        bar.addStretch(1)
        self.setLayout(bar)
        for one in self._combos:
            one.activated.connect(self._choose)
        self.setFocusProxy(self._people)

    def show_reading(self) -> None:
        """Nothing to choose from yet, and nothing chosen."""
        self.reset()
        self._count.setText("")
        self._all.hide()
        for one in self._combos:
            one.setEnabled(False)

    def show_choices(self, talks: Talks) -> None:
        """Whom and what one may choose; what was chosen before stays where it is still there."""
        _fill(self._people, self.tr("すべての面談者"), [(one.person, one.person) for one in talks.people if one.talks])
        _fill(self._topics, self.tr("すべての話題"), [(name, key) for key, name in talks.topics])
        for one in self._combos:
            one.setEnabled(True)

    def show_count(self, found: int, total: int) -> None:
        """How many fit, of so many."""
        pattern = self.tr("{found}件 / 全{total}件") if found < total else self.tr("全{total}件")
        self._count.setText(pattern.format(found=found, total=total) if total else "")
        self._all.setVisible(found < total or self._side.currentIndex() > 0)

    def reset(self) -> None:
        """Everything is chosen again, without asking for it."""
        for one in self._combos:
            one.setCurrentIndex(0)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(TalkFilter(*(one.currentData() for one in self._combos)))

    @Slot()
    def _choose_all(self) -> None:
        self.reset()
        self._choose()


def _combo(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setMinimumWidth(150)
    return made


def _fill(combo: QComboBox, everything: str, choices: Sequence[tuple[str, str]]) -> None:
    kept = combo.currentData()
    with QSignalBlocker(combo):
        combo.clear()
        combo.addItem(everything, None)
        for name, value in choices:
            combo.addItem(name, value)
        combo.setCurrentIndex(max(0, combo.findData(kept)) if kept else 0)
