"""Rows in error and notes of one file, in place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QWidget

from bankrm.application.queries.imports import FindingRow
from bankrm.ui.appearance import Appearance
from bankrm.ui.pages.imports.files import FileRow
from bankrm.ui.pages.imports.tables import finding_columns
from bankrm.ui.pages.imports.words import finding_words
from bankrm.ui.theme import S
from bankrm.ui.widgets.buttons import button
from bankrm.ui.widgets.surfaces import column, row
from bankrm.ui.widgets.tables import RowsTable
from bankrm.ui.widgets.text import ElidedLabel, label


class FindingsPanel(QWidget):
    """The table with its title; copied as text, never kept."""

    close_requested = Signal()
    layout_requested = Signal(object)  # the Path of a table

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._columns = finding_columns()
        self.table: RowsTable[FindingRow] = RowsTable(
            self.tr("エラーと注意の行"), self._columns, appearance, sortable=False
        )
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._title = ElidedLabel("", "heading")
        self._copy = button(self.tr("コピー"), name=self.tr("エラーと注意の行をコピー"))
        self._copy.setToolTip(self.tr("選んだ行(なければすべて)を、表計算に貼れる形でコピーします  Ctrl+C"))
        self._copy.clicked.connect(self._copied)
        self._map = button(self.tr("列の対応を決める"))
        self._map.clicked.connect(self._map_pressed)
        self._path = Path()
        self._whole = label("", wrap=True)  # of the row in focus, what a narrow window cuts
        self.table.selectionModel().currentRowChanged.connect(self._show_whole)
        close = button(self.tr("閉じる"), "quiet")
        close.clicked.connect(self.close_requested)
        copy_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table)
        copy_key.activated.connect(self._copied)
        head = row(self._title, self._map, self._copy, close, space=S)
        head.setStretch(0, 1)
        layout = column(space=S)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._whole)
        self.setLayout(layout)

    def show_findings(self, of: FileRow, found: tuple[FindingRow, ...] | None) -> None:
        """As `ImportView.show_findings`."""
        self._copy.setEnabled(found is not None)
        self._path = of.path
        self._map.setVisible(of.is_table)
        if found is None:
            self._title.show_text(self.tr("{name} を読み直しています…").format(name=of.path.name))
            self.table.show_rows(())
            self._show_whole()
            return
        errors = sum(one.is_error for one in found)
        told = self.tr("{name}　エラー {errors} ・ 注意 {notes}")
        self._title.show_text(told.format(name=of.path.name, errors=f"{errors:,}", notes=f"{len(found) - errors:,}"))
        self.table.show_rows(found)
        self.table.clearSelection()
        self._show_whole()

    def take_focus(self) -> None:
        """To the rows."""
        self.table.setFocus()

    @Slot()
    def _show_whole(self) -> None:
        place, rows = self.table.currentIndex().row(), self.table.rows_model.rows
        told = finding_words(rows[place].finding) if 0 <= place < len(rows) else ()
        self._whole.setText("。".join(told))

    @Slot()
    def _map_pressed(self) -> None:
        self.layout_requested.emit(self._path)

    @Slot()
    def _copied(self) -> None:
        """Lines of tab-separated cells below their headings, to be pasted into a table."""
        rows = self.table.rows_model.rows
        chosen = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        lines = [[column.title for column in self._columns]]
        lines += [[column.text(rows[place]) for column in self._columns] for place in chosen or range(len(rows))]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))
