"""The columns of a file, each with the field that it goes to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from bankrm.application.ports.layouts import RecordField
from bankrm.ui.pages.imports import words
from bankrm.ui.pages.imports.mapping_presenter import ColumnRow
from bankrm.ui.theme import M, S
from bankrm.ui.widgets.surfaces import column, scrolled, surface
from bankrm.ui.widgets.text import ElidedLabel, label

_FIELD_WIDE = 176


class ColumnsList(QWidget):
    """Header, examples and a choice of field, a line a column; made anew only where the columns or the fields are others."""

    assigned = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self._boxes: dict[int, QComboBox] = {}
        self._shown: tuple[object, ...] = ()
        self._content = QWidget()
        layout = column(scrolled(self._content))
        self.setLayout(column(surface("card", layout, margin=S)))

    def show_columns(self, columns: Sequence[ColumnRow], fields: Sequence[RecordField]) -> None:
        """The columns as they are assigned."""
        shown = (tuple((one.place, one.header, one.examples) for one in columns), tuple(fields))
        if shown != self._shown:
            self._shown = shown
            self._build(columns, fields)
        for one in columns:
            self._show_choice(one, fields)

    def box(self, place: int) -> QComboBox:
        """The choice of a column."""
        return self._boxes[place]

    def take_focus(self) -> None:
        """To the first column without a field, else to the first."""
        empty = (box for box in self._boxes.values() if box.currentIndex() == 0)
        first = next(empty, next(iter(self._boxes.values()), None))
        if first:
            first.show()  # a new layout shows its widgets later, and what is hidden takes no focus
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _build(self, columns: Sequence[ColumnRow], fields: Sequence[RecordField]) -> None:
        QWidget().setLayout(self._content.layout() or QGridLayout())  # the old lines go with it
        self._boxes = {}
        grid = QGridLayout()
        grid.setContentsMargins(S, S, S, S)
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(S // 2)
        for place, heading in enumerate((self.tr("ファイルの列"), self.tr("例"), self.tr("取り込む項目"))):
            grid.addWidget(label(heading, "caption"), 0, place)
        for line, one in enumerate(columns, 1):
            grid.addWidget(ElidedLabel(one.header, "strong"), line, 0)
            grid.addWidget(ElidedLabel(" / ".join(filter(None, one.examples)), "dim"), line, 1)
            grid.addWidget(self._made_box(one, fields), line, 2)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        grid.setRowStretch(len(columns) + 1, 1)
        self._content.setLayout(grid)

    def _made_box(self, of: ColumnRow, fields: Sequence[RecordField]) -> QComboBox:
        box = QComboBox()
        box.setFixedWidth(_FIELD_WIDE)
        box.setAccessibleName(self.tr("列「{header}」の項目").format(header=of.header))
        box.addItem(self.tr("(取り込まない)"), "")
        for field in fields:
            name = words.field_words(field.name)
            box.addItem(self.tr("{field} *").format(field=name) if field.required else name, field.name)
        box.activated.connect(self._assigns(of.place, box))
        self._boxes[of.place] = box
        return box

    def _show_choice(self, of: ColumnRow, fields: Sequence[RecordField]) -> None:
        box = self._boxes[of.place]
        names = ["", *(field.name for field in fields)]
        box.setCurrentIndex(names.index(of.field))
        told = self.tr("見出しが似ているので選びました。確かめてください。") if of.guessed else ""
        box.setToolTip(told)
        box.setAccessibleDescription(told)
        box.setProperty("guessed", "true" if of.guessed else "false")
        box.style().unpolish(box)
        box.style().polish(box)

    def _assigns(self, place: int, box: QComboBox) -> Callable[[int], None]:
        return lambda _index: self.assigned.emit(place, str(box.currentData()))
