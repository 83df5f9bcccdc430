"""名寄せ: pairs at the left, the two clients side by side at the right, and what one says of them below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from bankrm.application.queries.duplicates import DuplicateRow
from bankrm.domain.clients import Client, ClientForm
from bankrm.domain.same_client import Sameness
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.imports import words
from bankrm.ui.theme import L, M, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import column, row, scrolled, surface
from bankrm.ui.widgets.tables import Column, RowsTable
from bankrm.ui.widgets.text import label


class DuplicatesPanel(QWidget):
    """Arrow keys walk the pairs; S, D and L decide."""

    close_requested = Signal()
    decided = Signal(object, object)  # DuplicateRow, Sameness
    client_requested = Signal(object)  # ClientKey

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.table: RowsTable[DuplicateRow] = RowsTable(
            self.tr("同じかもしれない取引先の組"), self._columns(), appearance, key=lambda one: one.pair, sortable=False
        )
        self.table.chosen.connect(self._chosen)
        self._title = label(self.tr("同じかもしれない取引先"), "heading")
        close = button(self.tr("閉じる"), "quiet")
        close.clicked.connect(self.close_requested)
        self._sides = QWidget()
        self._grid = QGridLayout(self._sides)
        self._grid.setContentsMargins(M, S, M, S)
        self._grid.setHorizontalSpacing(L)
        self._grid.setVerticalSpacing(S // 2)
        self._buttons = {
            Sameness.SAME: button(self.tr("同じ先 (&S)")),
            Sameness.DIFFERENT: button(self.tr("別の先 (&D)")),
            Sameness.LATER: button(self.tr("後で (&L)"), "quiet"),
        }
        for sameness, one in self._buttons.items():
            one.clicked.connect(self._decide_as(sameness))
        self.setLayout(self._arranged(close))

    def show_duplicates(self, rows: tuple[DuplicateRow, ...]) -> None:
        """As `DuplicatesView.show_duplicates`; the pair in focus stays, or the next undecided one comes."""
        place = max(self.table.currentIndex().row(), 0)
        self.table.show_rows(rows)
        left = sum(not one.settled for one in rows)
        told = self.tr("同じかもしれない取引先　未決 {left} 組 / 全 {all} 組")
        self._title.setText(told.format(left=f"{left:,}", all=f"{len(rows):,}"))
        if rows:
            self.table.selectRow(min(place, len(rows) - 1))
        self._show_pair()

    def take_focus(self) -> None:
        """To the pairs."""
        self.table.setFocus()

    def _arranged(self, close: QWidget) -> QGridLayout:
        head = row(self._title, close)
        head.setStretch(0, 1)
        note = label(
            self.tr("「同じ先」にすると、互いの取引先ページに名前が出ます。記録をまとめることはなく、いつでも直せます。"), "caption", wrap=True
        )  # fmt: skip
        choices = row(
            self._buttons[Sameness.SAME], self._buttons[Sameness.DIFFERENT], self._buttons[Sameness.LATER], space=S
        )
        choices.addStretch(1)
        right = column(scrolled(self._sides), note, space=S)
        right.setStretch(0, 1)
        right.addLayout(choices)
        layout = QGridLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(L)
        layout.addLayout(head, 0, 0, 1, 2)
        layout.addWidget(self.table, 1, 0)
        layout.addWidget(surface("card", right, margin=M), 1, 1)
        layout.setColumnStretch(0, 2)
        layout.setColumnStretch(1, 3)
        layout.setRowStretch(1, 1)
        return layout

    def _columns(self) -> list[Column[DuplicateRow]]:
        """The two names with their keys, what they share, what was decided."""
        return [
            Column(
                self.tr("取引先"), lambda one: self.tr("{first} / {second}").format(first=one.first.name, second=one.second.name),
                wide=True, hint=lambda one: f"{one.first.key} / {one.second.key}",
            ),
            Column(self.tr("理由"), lambda one: words.told(words.LIKENESSES[one.shared]), width=108),
            Column(self.tr("判断"), decision_words, width=84),
        ]  # fmt: skip

    def _chosen(self, pair: DuplicateRow | None) -> None:
        if pair is not None:
            self._show_pair()

    def _show_pair(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        pair = self.table.current
        for one in self._buttons.values():
            one.setEnabled(pair is not None)
        if pair is None:
            self._grid.addWidget(label(self.tr("同じかもしれない取引先はありません。"), "dim"), 0, 0)
            return
        for place, client in enumerate((pair.first, pair.second), 1):
            opened = button(str(client.key), "link", name=self.tr("{name} を開く").format(name=client.name))
            opened.clicked.connect(self._opens(client))
            self._grid.addWidget(opened, 0, place, Qt.AlignmentFlag.AlignLeft)
        for line, (name, first, second) in enumerate(self._lines(pair), 1):
            self._add_line(line, name, first, second)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)

    def _add_line(self, line: int, name: str, first: str, second: str) -> None:
        """A field with both values; what is the same in both is marked by a word as well."""
        same = bool(first) and first == second
        self._grid.addWidget(label(name, "caption"), line, 0, Qt.AlignmentFlag.AlignTop)
        for place, value in enumerate((first, second), 1):
            told = label(value or "–", "strong" if same else "", wrap=True)
            self._grid.addWidget(told, line, place, Qt.AlignmentFlag.AlignTop)
        mark = label(self.tr("＝同じ") if same else "", "caption", tone="ok")
        self._grid.addWidget(mark, line, 3, Qt.AlignmentFlag.AlignTop)

    def _lines(self, pair: DuplicateRow) -> list[tuple[str, str, str]]:
        first, second = pair.first, pair.second
        forms = {ClientForm.CORPORATION: self.tr("法人"), ClientForm.SOLE_PROPRIETOR: self.tr("個人事業主")}
        return [
            (self.tr("名前"), first.name, second.name),
            (self.tr("読み"), first.reading, second.reading),
            (self.tr("法人番号"), first.corporate_number, second.corporate_number),
            (self.tr("区分"), forms[first.form], forms[second.form]),
            (self.tr("所在地"), first.address, second.address),
            (self.tr("代表者"), first.representative, second.representative),
            (self.tr("業種"), first.industry, second.industry),
            (self.tr("設立"), first.founded, second.founded),
            (self.tr("担当者"), first.in_charge, second.in_charge),
        ]

    def _decide_as(self, sameness: Sameness) -> Callable[[], None]:
        def decide() -> None:
            if pair := self.table.current:
                self.decided.emit(pair, sameness)

        return decide

    def _opens(self, client: Client) -> Callable[[], None]:
        return lambda: self.client_requested.emit(client.key)


def decision_words(row: DuplicateRow) -> str:
    """What was decided, or that nobody has; a decision that a stronger likeness overtook counts as none."""
    if row.decision and (row.settled or row.decision.sameness is Sameness.LATER):
        return words.told(words.SAMENESSES[row.decision.sameness])
    return words.undecided_words()
