"""One talk of the timeline: the client's words set off by a bar, ours plain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate, groupby

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from bankrm.application.queries.client_talks import SaidRow, TalkRow
from bankrm.domain.interactions import Party
from bankrm.ui.pages.clients.words import said_words
from bankrm.ui.theme import L, M, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import column, surface
from bankrm.ui.widgets.text import label
from bankrm.ui.words import day_words, full_day_words

_THEIRS, _OURS = 3, 2  # their parts of the width
_NAMES, _LONGEST = 30, 16  # characters of all names on a card, and of one name or place
_NOTHING = ("", "なし", "特になし", "無し", "-", "－")


class TalkCard(QFrame):
    """Focus walks from card to card with the arrow keys; Enter opens what one of its people said."""

    person_opened = Signal(str)
    step_requested = Signal(int)

    def __init__(self, talk: TalkRow, today: date) -> None:
        super().__init__()
        self.talk = talk
        self.setProperty("surface", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(L, M, L, M)
        layout.setSpacing(S)
        layout.addLayout(self._head(talk, today))
        if talk.purpose:
            layout.addWidget(label(talk.purpose, "dim", wrap=True))
        layout.addLayout(self._sides(talk))
        for name, text in (
            (self.tr("約束・宿題"), talk.promises), (self.tr("未確認事項"), talk.open_points), (self.tr("交付資料"), talk.handed_over), (self.tr("次回予定"), talk.next_step),
        ):  # fmt: skip
            if text.strip("。 　") not in _NOTHING:
                layout.addWidget(label(f"{name}: {text}", "caption", wrap=True))
        self.setAccessibleName(self.tr("{day} {method} {people}").format(
            day=full_day_words(talk.on), method=talk.method, people=self.tr("、").join(talk.people)))  # fmt: skip
        self.setAccessibleDescription(" ".join(one.text for one in talk.said))

    def _head(self, talk: TalkRow, today: date) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(S)
        day = day_words(talk.on) if talk.on.year == today.year else full_day_words(talk.on)
        head.addWidget(label(day, "strong"))
        head.addWidget(label(" · ".join(filter(None, (talk.method, _short(talk.place)))), "dim"))
        named = _named(talk.people)
        for person in named:
            name = self._link(_short(person), self.tr("{person}の発言をすべて見る").format(person=person))
            name.clicked.connect(lambda _=False, person=person: self.person_opened.emit(person))
            head.addWidget(name)
        if len(talk.people) > len(named):
            count = len(talk.people) - len(named)
            others = self._link(self.tr("ほか{count}名").format(count=count), self.tr("、").join(talk.people))
            others.clicked.connect(self._ask)
            head.addWidget(others)
        head.addStretch(1)
        if talk.confidential:
            head.addWidget(label(talk.confidentiality, chip="warn"))
        told = self.tr("{ref} 当行: {people}") if talk.bank_people else "{ref}"
        head.addWidget(label(told.format(ref=talk.ref, people=self.tr("、").join(talk.bank_people)), "caption"))
        return head

    def _link(self, text: str, name: str) -> QPushButton:
        """Reached by mouse; by keys, Enter on the card asks for a name."""
        link = button(text, "link", name=name)
        link.setToolTip(name)
        link.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        return link

    def _sides(self, talk: TalkRow) -> QHBoxLayout:
        """The client's words on the left, ours on the right, where there are both."""
        theirs = [one for one in talk.said if one.party is Party.CLIENT]
        ours = [one for one in talk.said if one.party is Party.BANK]
        sides = QHBoxLayout()
        sides.setSpacing(L)
        for said, turn, share in ((theirs, self._turn, _THEIRS), (ours, self._our_turn, _OURS)):
            turns = [turn(speaker, those) for speaker, those in groupby(said, key=lambda one: one.speaker)]
            if turns:
                side = column(*turns, space=S)
                side.addStretch(1)
                sides.addLayout(side, share)
        return sides

    def _turn(self, speaker: str, said: Iterable[SaidRow]) -> QWidget:
        return surface(
            "said", column(label(speaker or self.tr("お客さま"), "caption"), _words(said), space=2), margin=S
        )

    def _our_turn(self, _: str, said: Iterable[SaidRow]) -> QWidget:
        turn = QWidget()
        turn.setLayout(column(label(self.tr("当方の説明"), "caption"), _words(said), space=2, margin=S))
        return turn

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows walk; Enter asks whose words, where several were met."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self.step_requested.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and len(self.talk.people) == 1:
            self.person_opened.emit(self.talk.people[0])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.talk.people:
            self._ask()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _ask(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for person in self.talk.people:
            menu.addAction(person).triggered.connect(lambda _=False, person=person: self.person_opened.emit(person))
        menu.popup(self.mapToGlobal(QPoint(L, L)))


def _named(people: Sequence[str]) -> Sequence[str]:
    """The first, and as many more as there is room for in the smallest window."""
    lengths = accumulate(len(_short(person)) for person in people)
    return people[: max(1, sum(length <= _NAMES for length in lengths))]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _words(said: Iterable[SaidRow]) -> QWidget:
    return label("\n".join(map(said_words, said)), wrap=True)
