"""What holds for the whole table: record type, header line, unit, dates, branch, and the profiles that are there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from bankrm.ui.pages.imports import words
from bankrm.ui.pages.imports.mapping_presenter import Mapping
from bankrm.ui.theme import M, S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import column, row, scrolled, surface
from bankrm.ui.widgets.text import label

_HEAD_CELLS = 4
_PROFILES_WIDE = 280  # pixels of the open list: its box shares its line with a button
_CIF_DIGITS = range(4, 13)


class OptionsForm(QWidget):
    """Labels and choices; what the person changes is wished for, never decided here."""

    chosen = Signal(dict)
    amended = Signal(dict)
    profile_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.record, self.header, self.sheet = QComboBox(), QComboBox(), QComboBox()
        self.unit, self.dates, self.profile = QComboBox(), QComboBox(), QComboBox()
        self.branch, self.digits = QLineEdit(), QComboBox()
        self.branch.setMaxLength(3)
        self.branch.setPlaceholderText(self.tr("例: 012"))
        for digits in _CIF_DIGITS:
            self.digits.addItem(self.tr("{count}桁").format(count=digits), digits)
        for text, unit in (
            (self.tr("(決めない)"), ""),
            ("円", "円"),
            ("千円", "千円"),
            ("百万円", "百万円"),
            ("万円", "万円"),
            ("億円", "億円"),
        ):
            self.unit.addItem(text, unit)
        dates = (
            (self.tr("(エラーにする)"), ""),
            (self.tr("令和8年5月20日"), "令和"),
            (self.tr("平成8年5月20日"), "平成"),
            (self.tr("2008年5月20日"), "western"),
        )
        for text, meaning in dates:
            self.dates.addItem(text, meaning)
        self._use = button(self.tr("この読み方で取り込む"))
        self._use.clicked.connect(self._profile_used)
        self._labels: dict[QWidget, QWidget] = {}
        content = QWidget()
        content.setLayout(self._made_grid())
        self.setLayout(column(surface("card", column(scrolled(content)), margin=S)))
        self._connect()

    def show_mapping(self, mapping: Mapping, profiles: Sequence[str]) -> None:
        """The layout as it stands."""
        layout = mapping.layout
        blockers = [
            QSignalBlocker(one)
            for one in (self.record, self.header, self.sheet, self.unit, self.dates, self.branch, self.digits)
        ]
        _fill(self.record, [(words.kind_words(kind.name), kind.name) for kind in mapping.kinds], layout.record)
        heads = [(self._line_words(line.number, line.cells), line.number) for line in mapping.head]
        _fill(self.header, heads, layout.header)
        _fill(self.sheet, [(sheet.name, sheet.position) for sheet in mapping.sheets], layout.sheet)
        self._show_line(self.sheet, shown=len(mapping.sheets) > 1)
        self._show_line(self.branch, shown="branch" not in layout.columns)
        amounts = any(field.kind == "amount" for field in mapping.fields)
        self._show_line(self.unit, shown=amounts)
        stated = self.tr("{unit}(表の上にあり)").format(unit=mapping.stated_unit)
        self.unit.setItemText(0, stated if mapping.stated_unit else self.tr("(決めない)"))
        self.unit.setCurrentIndex(max(self.unit.findData(layout.unit), 0))
        self.dates.setCurrentIndex(max(self.dates.findData(layout.short_dates), 0))
        if self.branch.text() != layout.branch:
            self.branch.setText(layout.branch)
        self.digits.setCurrentIndex(max(self.digits.findData(layout.cif_width), 0))
        if self.profile.count() != len(profiles):
            _fill(
                self.profile,
                [(words.profile_words(name, ""), name) for name in profiles],
                profiles[0] if profiles else "",
            )
        for blocker in blockers:
            blocker.unblock()

    def _made_grid(self) -> QGridLayout:
        lines: tuple[tuple[str, QWidget], ...] = (
            (self.tr("シート"), self.sheet),
            (self.tr("表の種類"), self.record),
            (self.tr("見出しの行"), self.header),
            (self.tr("金額の単位"), self.unit),
            (self.tr("8/5/20 の意味"), self.dates),
            (self.tr("店番(列がないとき)"), self.branch),
            (self.tr("CIFの桁数"), self.digits),
            (self.tr("保存済みの読み方"), self.profile),
        )
        grid = QGridLayout()
        grid.setContentsMargins(S, 0, S, 0)
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(S // 2)
        grid.setColumnStretch(1, 1)
        for place, (text, widget) in enumerate(lines):
            self._labels[widget] = label(text)
            widget.setAccessibleName(text)
            grid.addWidget(self._labels[widget], place, 0)
            if widget is self.profile:
                self.profile.view().setMinimumWidth(_PROFILES_WIDE)
                grid.addLayout(row(widget, self._use, space=S // 2), place, 1)
            else:
                grid.addWidget(widget, place, 1)
            if isinstance(widget, QComboBox):
                widget.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                widget.setMinimumContentsLength(6)
        grid.setRowStretch(len(lines), 1)
        return grid

    def _show_line(self, widget: QWidget, *, shown: bool) -> None:
        self._labels[widget].setVisible(shown)
        widget.setVisible(shown)

    def _connect(self) -> None:
        self.record.activated.connect(self._record_chosen)
        self.header.activated.connect(self._header_chosen)
        self.sheet.activated.connect(self._sheet_chosen)
        self.unit.activated.connect(self._amend)
        self.dates.activated.connect(self._amend)
        self.branch.editingFinished.connect(self._amend)
        self.digits.activated.connect(self._amend)

    def _line_words(self, number: int, cells: Sequence[str]) -> str:
        filled = [cell.replace("\n", " ") for cell in cells if cell]
        more = "…" if len(filled) > _HEAD_CELLS else ""
        return self.tr("{line}行目: {cells}").format(line=number, cells="、".join(filled[:_HEAD_CELLS]) + more)

    @Slot()
    def _record_chosen(self) -> None:
        self.chosen.emit({"record": self.record.currentData()})

    @Slot()
    def _header_chosen(self) -> None:
        self.chosen.emit({"header": self.header.currentData()})

    @Slot()
    def _sheet_chosen(self) -> None:
        self.chosen.emit({"sheet": self.sheet.currentData()})

    @Slot()
    def _amend(self) -> None:
        self.amended.emit(
            {
                "unit": self.unit.currentData(),
                "short_dates": self.dates.currentData(),
                "branch": self.branch.text().strip(),
                "cif_width": self.digits.currentData(),
            }
        )

    @Slot()
    def _profile_used(self) -> None:
        if self.profile.currentData():
            self.profile_requested.emit(self.profile.currentData())


def _fill(box: QComboBox, entries: Sequence[tuple[str, object]], current: object) -> None:
    """Other entries, where they are others, and the one that holds."""
    if [(box.itemText(place), box.itemData(place)) for place in range(box.count())] != list(entries):
        box.clear()
        for text, data in entries:
            box.addItem(text, data)
    box.setCurrentIndex(max(box.findData(current), 0))
